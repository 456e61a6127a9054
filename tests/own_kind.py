"""A kind of part that omi does not have, as somebody would add it: partners, and what each of them said."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.document.context import BuildContext
from omi_report.document.part_kind import PartKind
from omi_report.document.tree import DivisionBlock, Part, RowGroup, TableColumn
from omi_report.model import facts
from omi_report.model.base import Count, Identified, Key, Number, Text, Words
from omi_report.model.criterion import Percentages
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.outline import PlacedPart
from omi_report.model.record import Record

_TABLE = "partners-met"


class Partner(Identified):
    """One partner of the area."""

    id: Key
    name: Words
    met: Count
    about: Number
    percentages: Percentages = {}  # noqa: RUF012 - it is never changed
    text: Text


class Partners(Record):
    """``partners.yaml``: whom the inspection met, and what they said."""

    partners: tuple[Partner, ...]


def _texts(found: Partners) -> Iterator[facts.WrittenText]:
    for index, partner in enumerate(found.partners):
        yield facts.WrittenText(
            ("partners", index, "text"), partner.text, f"partner {partner.name}", partner.id, "running"
        )


def _figures(found: Partners) -> Iterator[facts.ScopeFigures]:
    for index, partner in enumerate(found.partners):
        yield facts.ScopeFigures(partner.id, ("partners", index, "percentages"), partner.percentages)


def _unique_names(found: Partners) -> Iterator[facts.UniqueName]:
    for index, partner in enumerate(found.partners):
        yield facts.UniqueName("partner", "", ("partners", index, "id"), partner.id)


def _framework_names(found: Partners) -> Iterator[facts.FrameworkName]:
    for index, partner in enumerate(found.partners):
        yield facts.FrameworkName("criterion", ("partners", index, "about"), partner.about)


def _stories(found: Partners) -> Iterator[facts.PersonalEntry]:
    for index in range(len(found.partners)):
        yield facts.PersonalEntry(("partners", index, "name"), ("partners", index, "text"))


def _open_records(found: Partners) -> Iterator[facts.OpenRecord]:
    for partner in found.partners:
        values = {"partner": partner.name, "met": partner.met, "text": partner.text}
        yield facts.OpenRecord(values, partner.id)


def _lacking(area: Contents) -> Iterator[facts.Lack]:
    found = area.content(KIND)
    if found is not None and not found.partners:
        yield facts.Lack(KIND.file, f"{KIND.file} has no partners")


def _tables(area: Contents) -> list[str]:
    return [_TABLE] if area.content(KIND) else []


def _scaffold(framework: Framework) -> str:
    first = next(iter(framework.criteria))
    return f"partners:\n  - {{id: police, name: TODO, met: 0, about: {first}, text: TODO}}\n"


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[Part]:
    found = context.area.content(KIND)
    partners = found.partners if found else ()
    columns = (TableColumn(context.label("Partner")), TableColumn(context.label("Met"), figures=True))
    rows = tuple(context.row(partner.name, context.language.figures(partner.met)) for partner in partners)
    table = (context.table(_TABLE, "Whom we met", columns, RowGroup(rows), role="partners"),) if found else ()
    said = tuple(
        DivisionBlock(
            "partner",
            3,
            partner.name,
            context.text(partner.text, partner.id, level=4),
            f"partner-{partner.id}",
        )
        for partner in partners
    )
    yield context.part(placed, table, said)


KIND = PartKind(
    id="partners",
    order=125,
    file="partners.yaml",
    model=Partners,
    texts=_texts,
    figures=_figures,
    own_scopes=True,
    unique_names=_unique_names,
    framework_names=_framework_names,
    stories=_stories,
    is_tabular=True,
    unprinted=frozenset({"about"}),
    open_table=facts.OpenTable("partners", ("partner", "met", "text")),
    open_records=_open_records,
    lacking=_lacking,
    tables=_tables,
    scaffold=_scaffold,
    build=_build,
)
