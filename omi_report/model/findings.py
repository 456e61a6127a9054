"""What an inspection finds: the kinds of finding that a framework has, and one finding of an area.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from omi_report.language.message import message
from omi_report.model.base import Identified, Key, NamedFigure, Text, Words
from omi_report.model.constraints import Pattern
from omi_report.model.lines import Line
from omi_report.model.record import Record, field

LEAD_ROOM = 45
"""How many characters there is room for in the lead of a finding: more than half a line is not seen at a glance."""

_LONGEST_LETTER = 2
"""No criterion has more findings than two letters can tell apart."""

Side: TypeAlias = Literal["good", "poor", "neutral"]
"""Whether findings of a kind tell of work that was done well, of work that was not, or of neither."""

Mark: TypeAlias = Literal["letters", "numbers", "none"]
"""What stands before each finding of a kind."""

Numbering: TypeAlias = Literal["criterion", "report"]
"""Where the numbers of a kind of finding begin with one: under each criterion, or once in the report."""

Prefix: TypeAlias = Annotated[
    str, Pattern(r"^[A-Za-zÀ-ž]+([ -][A-Za-zÀ-ž]+)*$", "a prefix is made of letters, with no number: AFI")
]
"""What stands before the number of a finding: ``AFI``."""


class FindingKind(Record):
    """A kind of finding: the key of its list in a criterion's file, and what the report calls it."""

    id: Key = field(about="the name in addresses of the report: finding-1.2-strength-a")
    key: Annotated[
        str, Pattern(r"^[a-z]+(_[a-z]+)*$", "use small letters, with _ between words: areas_for_learning")
    ] = field(about="the key of its list in the file of a criterion: strengths")
    singular: Words = field(about="one finding, as in the middle of a sentence: area for improvement")
    plural: Words = field(about="several: areas for improvement")
    side: Side = field(about="good or poor: of work that was done well, or not; neutral: of neither")
    mark: Mark = field(default="letters", about="what stands before each of them: (a), (1) or nothing")
    prefix: Prefix | None = field(default=None, about="stands before the number in place of brackets: AFI 1, B1")
    numbering: Numbering = field(
        default="criterion", about="whether numbers begin anew under each criterion, or run on through the report"
    )
    box: bool = field(default=False, about="they stand in a frame")
    urgent: bool = field(default=False, about="a recommendation must answer each of them")
    recommendations: bool = field(default=False, about="recommendations that name one of them are printed under it too")

    @property
    def runs_on(self) -> bool:
        """Whether its numbers run on through the report."""
        return self.numbering == "report"

    def mark_at(self, index: int) -> str:
        """Return the letter or number of the finding at a place; empty where there are no marks.

        The place is that in its list, or, where numbers run on, that in the report.
        """
        match self.mark:
            case "letters":
                return letter(index)
            case "numbers":
                return str(index + 1)
            case "none":
                return ""

    def written(self, mark: str) -> str:
        """Return a letter or number with its prefix: a, 1, AFI 1; a prefix of one letter has no space: B1."""
        if not self.prefix or not mark:
            return mark
        return f"{self.prefix}{'' if len(self.prefix) == 1 else ' '}{mark}"

    def place_at(self, index: int) -> str:
        """Return a place as addresses name it: ``strength-a``, ``concern-1``."""
        return f"{self.id}-{self.mark_at(index) or index + 1}"

    def is_place(self, name: str) -> bool:
        """Say whether a name reads like such a place."""
        kind, _, mark = name.rpartition("-")
        like_mark = mark.isalpha() and len(mark) <= _LONGEST_LETTER if self.mark == "letters" else mark.isdigit()
        return kind == self.id and like_mark


DEFAULT_FINDINGS = (
    FindingKind(
        id="strength",
        key="strengths",
        singular=message("strength").key,
        plural=message("strengths").key,
        side="good",
    ),
    FindingKind(
        id="improvement",
        key="improvements",
        singular=message("area for improvement").key,
        plural=message("areas for improvement").key,
        side="poor",
    ),
)
"""The kinds of finding of a framework that names none. The words are the program's own, so catalogues have them."""


class Finding(Identified):
    """A finding of any kind. Its letter or number comes from its place in the list."""

    lead: Line | None = field(default=None, about="a few words that stand in bold before its text: Plans come late")
    text: Text
    figure: NamedFigure | None = field(
        default=None, about="the percentage of its text that is drawn large beside it: screening-done | rest"
    )

    short_schema: ClassVar[dict[str, Any] | None] = {"type": ["string", "number", "boolean"]}

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any]:
        """Let a text stand for a finding without an id."""
        return {"text": text}

    @property
    def begins(self) -> Text:
        """The text with which it begins in the report: its lead, or where it has none its text."""
        return self.lead or self.text


FindingList: TypeAlias = tuple[Finding, ...]


def letter(index: int) -> str:
    """Return the letter of a finding: a to z, then aa, ab and so on."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
