"""What an inspection finds: the kinds of finding that a framework has, and one finding of an area.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from omi_report.language.message import message
from omi_report.model.base import Identified, Key, Strict, Text, Words

Side: TypeAlias = Literal["good", "poor"]
"""Whether findings of a kind tell of work that was done well, or of work that was not."""


class FindingKind(Strict):
    """A kind of finding: the key of its list in a criterion's file, and what the report calls it."""

    id: Key = Field(description="the name in addresses of the report: finding-1.2-strength-a")
    key: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")] = Field(
        description="the key of its list in the file of a criterion: strengths"
    )
    singular: Words = Field(description="one finding, as in the middle of a sentence: area for improvement")
    plural: Words = Field(description="several: areas for improvement")
    side: Side = Field(description="good or poor: of work that was done well, or not")


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
    """A finding of any kind. Its letter comes from its place in the list."""

    text: Text

    @property
    def first_words(self) -> str:
        """The beginning of its text."""
        return self.text

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def _no_findings(value: Any) -> Any:
    """Let an empty value (``strengths:`` and nothing after it) stand for no findings."""
    return () if value == "" else value


Findings = Annotated[tuple[Finding, ...], BeforeValidator(_no_findings)]


def letter(index: int) -> str:
    """Return the letter of a finding: a to z, then aa, ab and so on."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
