"""What all models share, and the small value types of the format."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from omi_report.source.tree import Scalar

MOST = 10**12
"""The largest count: beyond any budget in pounds, and small enough to compute with at once."""

MOST_PERCENT = 10_000
MOST_PLACES = 3


class Strict(BaseModel):
    """A mapping of the format: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True)


class Text(str):
    """Prose in Markdown, as written, with the place where it stands.

    ``origin`` is the scalar of the file, None for a text that was made by a program; its
    characters are those of the text, so an offset in one is an offset in the other.
    """

    __slots__ = ("origin",)

    origin: Scalar | None

    @classmethod
    def of(cls, value: str) -> Text:
        """Make a text from a string or from a scalar of a file."""
        text = cls(value)
        text.origin = value if isinstance(value, Scalar) else None
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda value, is_text: cls.of(_filled(value if isinstance(value, str) else is_text(value))),
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "description": "Text in Markdown, with {{ name }} and {role}`target`."}


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("the text is empty")
    return value


@dataclass(frozen=True, slots=True, order=True)
class ReportDate:
    """A month or a day, written ``2007-11`` or ``2007-11-05``; ``day`` is 0 for a month."""

    year: int
    month: int
    day: int = 0

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @classmethod
    def parse(cls, value: Any) -> ReportDate:
        """Read a month or a day. Raises ValueError for anything else."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", str(value))
        if not match:
            raise ValueError("a month is written 2007-11 and a day 2007-11-05")
        year, month, day = int(match[1]), int(match[2]), match[3]
        try:
            datetime.date(year, month, 1 if day is None else int(day))
        except ValueError:
            raise ValueError(f"there is no such {'month' if day is None else 'day'}") from None
        return cls(year, month, int(day or 0))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", "examples": ["2007-11"]}


def as_tuple(value: Any) -> Any:
    """Let one value stand for a list of one."""
    return (value,) if isinstance(value, str) else value


Words = Annotated[str, Field(min_length=1)]
"""A line of plain text: a title or a name."""

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A short name made of small letters, figures and hyphens: ``plan-on-time``."""

Number = Annotated[str, Field(pattern=r"^[0-9]{1,2}\.[0-9]{1,3}$")]
"""The number of a criterion: ``1.2``. A text, since 4.10 is not 4.1."""

SectionNumber = Annotated[str, Field(pattern=r"^[0-9]{1,2}$")]

Count = Annotated[int, Field(ge=0, le=MOST)]

Base = Annotated[int, Field(ge=1, le=MOST)]
"""Out of how many."""


def _few_places(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_PLACES:
        raise ValueError(f"a percentage has at most {MOST_PLACES} decimal places")
    return value


Percent = Annotated[Decimal, Field(ge=0, le=MOST_PERCENT, allow_inf_nan=False), AfterValidator(_few_places)]
"""A percentage in per cent (97 is 97%), not a proportion. Growth may be more than 100."""

Score = Annotated[int, Field(ge=0, le=100)]
"""A score in per cent, rounded to a whole number as the report gives it."""


class Identified(Strict):
    """An entry of a list that may have an id, by which links and other texts reach it."""

    address_prefix: ClassVar[str] = ""
    """What its address in the report begins with: ``story``. Empty for findings, which go by their criterion."""
    is_numbered: ClassVar[bool] = False
    """Whether the report prints its number, which then is an address too."""

    id: Key | None = Field(None, description="a name that stays: its address in the report, and what texts refer to")

    @property
    def first_words(self) -> str:
        """The Markdown that a reader sees of it first."""
        raise NotImplementedError


OneOrMore = Annotated[tuple[Words, ...], BeforeValidator(as_tuple, json_schema_input_type=Words | tuple[Words, ...])]
