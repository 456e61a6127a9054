"""The list of abbreviations.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.base import Words
from omi_report.model.facts import Lack
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.record import Record
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.document.printed_places import PrintedPlace
    from omi_report.model.outline import PlacedPart


class Abbreviations(Record):
    """``abbreviations.yaml``: abbreviation: expansion."""

    whole: ClassVar[str] = "root"
    root: dict[Words, Words]


def _abbreviations(listed: Abbreviations) -> Iterator[Mapping[str, str]]:
    yield listed.root


def _titles(listed: Abbreviations) -> Iterator[Path]:
    return ((short,) for short in listed.root)


def _lacking(area: Contents) -> Iterator[Lack]:
    listed = area.content(KIND)
    if listed is not None and not listed.root:
        yield Lack(KIND.file, f"{KIND.file} has no abbreviations")


def _scaffold(_framework: Framework) -> str:
    return blanks("""
        # Every abbreviation of the report, in alphabetical order.
        TODO: an abbreviation on the left, what it stands for on the right
    """)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    listed = context.area.content(KIND)
    if listed is None or not listed.root:
        yield context.part(placed)
        return
    label, places = context.label, list(context.printed_places())
    columns = tuple(
        tree.TableColumn(each) for each in (label("Abbreviation"), label("Meaning"), label("First used in"))
    )
    rows = tuple(
        tree.TableRow((short,), (tree.TableCell((expansion,)), tree.TableCell(_first_used(short, places, context))))
        for short, expansion in listed.root.items()
    )
    table = tree.TableBlock(columns, (tree.RowGroup(rows),), role="abbreviation-list")
    yield context.part(placed, (table,))


def _first_used(short: str, places: "list[PrintedPlace]", context: "BuildContext") -> "tuple[inlines.Inline, ...]":
    """The first place that prints an abbreviation (any of ``OASys/eOASys``) or its plural."""
    forms = [form.split() for form in short.split("/")]
    wanted = [{form[0], f"{form[0]}s"} for form in forms if form]
    for place in places:
        if any(each & place.words for each in wanted):
            return (place.reference,)
    return (inlines.MarkedInline("quiet", (context.label("this list only"),)),)


KIND = PartKind(
    id="abbreviations",
    order=50,
    file="abbreviations.yaml",
    model=Abbreviations,
    abbreviations=_abbreviations,
    titles=_titles,
    lacking=_lacking,
    scaffold=_scaffold,
    build=_build,
    lists_parts=True,
)
