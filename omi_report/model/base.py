"""The small value types of the format."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from omi_report.model.constraints import After, Before, Filled, MisfitError, Once, Pattern, Range
from omi_report.model.record import Record, field
from omi_report.numbering import PATTERN, NumberName
from omi_report.source.tree import Scalar

MOST = 10**12
"""The largest count: beyond any budget in pounds, and small enough to compute with at once."""

MOST_PERCENT = 10_000
MOST_PLACES = 3


_FIGURE = re.compile(r"[A-Za-z0-9./ -]*[A-Za-z0-9](?: *\| *[a-z]+)*")


class Text(str):
    """Prose in Markdown, as written, with the place where it stands.

    ``origin`` is the scalar of the file; it is None for a text that was made by a program. Both have the same
    characters, so an offset in one is an offset in the other, but for those that the text has ``before`` them.
    """

    __slots__ = ("origin",)

    origin: Scalar | None
    before: ClassVar[int] = 0
    """How many characters the text has before those of the scalar."""

    @classmethod
    def of(cls, value: str) -> Self:
        """Make a text from a string or from a scalar of a file."""
        text = cls(value)
        text.origin = value if isinstance(value, Scalar) else None
        return text

    @classmethod
    def parse(cls, value: str) -> Self:
        """Make a text of what stands in a file. Raises ValueError where there are no words."""
        if not value or value.isspace():
            raise ValueError("the text is empty")
        return cls.of(value)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return what may stand there, for an editor."""
        return {"type": "string", "description": "Text in Markdown, with {{ name }} and {role}`target`."}


class NamedFigure(Text):
    """A figure alone, written as in a text but without its braces: ``1.2/screening-done``, ``1.2/late | rest``.

    It is the text ``{{1.2/screening-done}}``, so that whatever is known of figures in texts is known of it too.
    """

    __slots__ = ()

    before: ClassVar[int] = 2

    @classmethod
    def parse(cls, value: str) -> Self:
        """Make the text of a figure of its name. Raises ValueError for what cannot be one."""
        if not _FIGURE.fullmatch(value):
            raise ValueError(
                "a figure goes by its name: 1.2/screening-done, or with a filter 1.2/screening-done | rest"
            )
        text = cls(f"{{{{{value}}}}}")
        text.origin = value if isinstance(value, Scalar) else None
        return text

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return what may stand there, for an editor."""
        return {"type": "string", "pattern": f"^{_FIGURE.pattern}$", "examples": ["1.2/screening-done"]}


FEBRUARY, DECEMBER = 2, 12
THIRTY_DAYS = (4, 6, 9, 11)


def days_in(year: int, month: int) -> int:
    """Return how many days a month has, from 1 (January) to 12."""
    if month == FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in THIRTY_DAYS else 31


@dataclass(frozen=True, slots=True, order=True)
class ReportDate:
    """A month or a day, written ``2007-11`` or ``2007-11-05``; ``day`` is 0 for a month."""

    year: int
    month: int
    day: int = 0

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @classmethod
    def parse(cls, value: str) -> Self:
        """Read a month or a day. Raises ValueError for anything else."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", value)
        if not match:
            from omi_report.model.meant_values import date_meant  # few areas have such a slip

            raise MisfitError("a month is written 2007-11 and a day 2007-11-05", date_meant(value))
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
        if not 1 <= month <= DECEMBER or not year:
            raise ValueError(f"there is no month {value[:7]}: months are 01 to 12, behind a year")
        last = days_in(year, month)
        if match[3] and not 1 <= day <= last:
            raise ValueError(f"there is no day {value}: this month has the days 01 to {last}")
        return cls(year, month, day)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return what may stand there, for an editor."""
        return {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", "examples": ["2007-11"]}


def as_tuple(value: Any) -> Any:
    """Let one value stand for a list of one."""
    return (value,) if isinstance(value, str) else value


Words = Annotated[str, Filled()]
"""A line of plain text: a title or a name."""

Key = Annotated[str, Pattern(r"^[a-z0-9]+(-[a-z0-9]+)*$", "use small letters, figures and hyphens: plan-on-time")]
"""A short name made of small letters, figures and hyphens: ``plan-on-time``."""

_NUMBERED = "a number is digits with dots, behind up to three capitals; between two a comma: 1.2, Q1 or P 1.1"

Number = Annotated[str, Pattern(PATTERN, _NUMBERED), After(NumberName.of)]
"""The number of a criterion: ``1.2``, ``P 1.1``. A text, since 4.10 is not 4.1; it is filled with its name."""

SectionNumber = Number

QuestionNumber = Annotated[str, Filled(), After(NumberName.of)]
"""The id of a question: most often a number, but any line may stand there."""

FindingName = Annotated[
    str,
    Pattern(
        r"^[A-Z]{0,3}[0-9]+(\.[0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",
        "a finding is named by the number of its criterion and its id: 1.2/late-plans",
    ),
]
"""The name of a finding in its area: ``1.2/late-plans``."""

Count = Annotated[int, Range(0, MOST)]

Base = Annotated[int, Range(1, MOST)]
"""Out of how many."""


def _few_places(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_PLACES:
        raise ValueError(f"a percentage has at most {MOST_PLACES} decimal places")
    return value


Percent = Annotated[Decimal, Range(0, MOST_PERCENT), After(_few_places)]
"""A percentage in per cent (97 is 97%), not a proportion. Growth may be more than 100."""

StatedScore = Annotated[Decimal, Range(0, MOST_PERCENT), After(_few_places)]
"""A score as the report gives it: per cent in a whole number (64), or points (9, 2.4), as its rule says."""


class Identified(Record):
    """An entry of a list that may have an id, by which links and other texts reach it."""

    address_prefix: ClassVar[str] = ""
    """What its address in the report begins with: ``story``. Empty for findings, which go by their criterion."""
    is_numbered: ClassVar[bool] = False
    """Whether the report prints its number, which then is an address too."""
    is_scoped: ClassVar[bool] = False
    """Whether its address holds the place where it stands, as that of a box does: ``box-1.2-home-visits``."""

    id: Key | None = field(default=None, about="a name that stays: its address in the report, and what texts refer to")

    @property
    def first_words(self) -> str:
        """The words of which an id is made: its title, or else its text in Markdown."""
        return str(getattr(self, "title", "") or getattr(self, "text", ""))


OneOrMore = Annotated[tuple[Words, ...], Filled(), Once(), Before(as_tuple, Words)]
"""Some words, each once; one alone may stand for a list of one."""

Keys = Annotated[tuple[Key, ...], Once()]
"""Short names, each once."""
