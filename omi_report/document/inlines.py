"""What a line of a report is made of. A plain string stands for its characters; all else is one of these.

Every value is a string, an integer, a boolean, None or a tuple, so that a report can be compared,
digested and written as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias


class PlainData:
    """What the classes of a report have in common: they are equal where they say the same.

    It is written here once: to have it made for each class would add a half to the time that the classes take.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def _said(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlainData) and type(other) is type(self) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash((type(self), self._said()))

    def __repr__(self) -> str:
        said = zip(self.__match_args__, self._said(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in said)})"


FigureForm: TypeAlias = Literal["percent", "count", "number", "base", "words"]
ReferenceForm: TypeAlias = Literal["full", "short", "title", "number-title", "title-number"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BreakInline(PlainData):
    """A line break."""

    TYPE: ClassVar = "break"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EmphasisInline(PlainData):
    """Emphasised words; ``strong`` for strong emphasis."""

    TYPE: ClassVar = "emphasis"
    children: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeInline(PlainData):
    """Characters in a typewriter face."""

    TYPE: ClassVar = "code"
    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LinkInline(PlainData):
    """A link to an address outside of the report."""

    TYPE: ClassVar = "link"
    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FigureValue(PlainData):
    """What a figure is, exactly. Any of the three may be unknown.

    ``percent`` is per cent as numerator and denominator, ``places`` the decimal places that it is
    given with, ``count`` what was counted and ``base`` out of how many.
    """

    percent: tuple[int, int] | None = None
    count: int | None = None
    base: int | None = None
    places: int = 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FigureInline(PlainData):
    """A figure: ``text`` is how it is written in the report's language, ``value`` what it is.

    ``form`` says what of the value is written. ``name`` is the name under which the area states the
    figure (``1.2/screening-done``), empty for a score or another figure without one. With ``rest``
    the value is what is left of the named figure, to 100 per cent and to its base; with ``capital``
    it begins with a capital letter.
    """

    TYPE: ClassVar = "figure"
    text: str
    value: FigureValue
    form: FigureForm
    name: str = ""
    rest: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MissingInline(PlainData):
    """Words in place of a figure that cannot be had, and the reason for it, which is not printed."""

    TYPE: ClassVar = "missing"
    text: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReferenceInline(PlainData):
    """A reference to the place of the report that has the id ``target``.

    ``form`` says what ``text`` is made of: ``full`` (criterion 1.2 (Risk of harm)), ``short``
    (criterion 1.2), ``title`` (Foreword), ``number-title`` (1.2 Risk of harm) or ``title-number``
    (Risk of harm (1.2)).
    """

    TYPE: ClassVar = "reference"
    target: str
    text: str
    form: ReferenceForm = "full"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AbbreviationInline(PlainData):
    """An abbreviation that no line is to end in, with what it stands for, which is not printed.

    ``expansion`` is empty where an earlier one in the same part has said it.
    """

    TYPE: ClassVar = "abbreviation"
    text: str
    expansion: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ScriptInline(PlainData):
    """A raised sign, or with ``low`` a lowered one."""

    TYPE: ClassVar = "script"
    text: str
    low: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoteInline(PlainData):
    """A reference to a note, and what the note says, which is printed at the foot of the page or the end of the part.

    ``number`` is that of the note in the report, ``label`` the same in words (Note 3) and ``id`` the note's own;
    ``reference`` is the id of this place. ``name`` is what the area calls the note. ``children`` are empty where
    the note stands with an earlier reference to it.
    """

    TYPE: ClassVar = "note"
    name: str
    children: tuple[Inline, ...]
    number: int = 0
    label: str = ""
    id: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MarkedInline(PlainData):
    """Words with a ``role``: a name for a renderer's styles (``quiet``, ``glance-see``)."""

    TYPE: ClassVar = "marked"
    role: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChangedInline(PlainData):
    """Words that one edition of a report has and another has not: a redline is made of them.

    ``begins`` and ``ends`` say so, before and behind the words, to readers who do not see how they are marked.
    """

    TYPE: ClassVar = "changed"
    change: Literal["inserted", "deleted"]
    children: tuple[Inline, ...]
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RatingInline(PlainData):
    """A rating in words, with its place on its scale: ``rank`` among ``ranks``, 0 for the best.

    Its marker follows from the place, and the words stand beside it.
    """

    TYPE: ClassVar = "rating"
    text: str
    rank: int
    ranks: int


Inline: TypeAlias = (
    str
    | BreakInline
    | EmphasisInline
    | CodeInline
    | LinkInline
    | FigureInline
    | MissingInline
    | ReferenceInline
    | AbbreviationInline
    | ScriptInline
    | NoteInline
    | MarkedInline
    | ChangedInline
    | RatingInline
)
Inlines: TypeAlias = tuple[Inline, ...]


def joined(*inlines: Inline) -> Inlines:
    """Return inlines as they are kept in a report: strings side by side are one, and none is empty."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, str) and found and isinstance(found[-1], str):
            found[-1] += inline
        elif inline != "":
            found.append(inline)
    return tuple(found)
