"""The list of abbreviations.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

from collections.abc import Iterator, Mapping

from pydantic import ConfigDict, RootModel

from omi_report.document.kinds.blanks import blanks
from omi_report.document.part_kind import PartKind
from omi_report.model.base import Words
from omi_report.model.facts import Lack
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents


class Abbreviations(RootModel[dict[Words, Words]]):
    """``abbreviations.yaml``: abbreviation: expansion."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)


def _abbreviations(listed: Abbreviations) -> Iterator[Mapping[str, str]]:
    yield listed.root


def _lacking(area: Contents) -> Iterator[Lack]:
    listed = area.content(KIND)
    if listed is not None and not listed.root:
        yield Lack(KIND.file, f"{KIND.file} has no abbreviations")


def _scaffold(_framework: Framework) -> str:
    return blanks("""
        # Every abbreviation of the report, in alphabetical order.
        TODO: an abbreviation on the left, what it stands for on the right
    """)


KIND = PartKind(
    id="abbreviations",
    file="abbreviations.yaml",
    model=Abbreviations,
    abbreviations=_abbreviations,
    lacking=_lacking,
    scaffold=_scaffold,
)
