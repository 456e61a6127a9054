"""What the columns of open data hold: a description for people, and a type for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

Type: TypeAlias = Literal["string", "number", "integer", "boolean", "date"]
"""What the values of a column are; a date may be a month alone, and is a text for programs that know no such dates."""


class OpenColumn(NamedTuple):
    """A column: its name, its heading in words, what it holds, and the type of its values."""

    name: str
    heading: str
    about: str
    type: Type


TITLES: Final[Mapping[str, str]] = {
    "areas": "Inspections",
    "scores": "Scores",
    "questions": "Results of questions",
    "percentages": "Percentages",
    "findings": "Findings",
    "recommendations": "Recommendations",
    "stories": "Examples of good practice",
    "service_users": "Views of service users",
    "boxes": "Boxes",
    "measures": "Values of the tables of the report",
    "attributes": "Names of attributes and values",
}
"""The titles of tables; that of another one is its name in words."""

AREAS: Final = "areas"
"""The table of the inspections that the data are of."""

AREA_COLUMNS: Final = (
    *("area", "framework", "inspectorate", "stage", "draft", "drafted"),
    *("inspected", "published", "isbn", "cases", "minimum"),
)

_ABOUT: Final[Mapping[str, str | tuple[str, Type]]] = {
    "area": "the area that was inspected",
    "framework": "the inspection framework by which it was inspected",
    "inspectorate": "who inspected it",
    "stage": "how far the report has come: feedback, draft or final",
    "draft": ("the number of a draft", "integer"),
    "drafted": ("when a draft was sent", "date"),
    "inspected": ("when the area was inspected", "date"),
    "published": ("when the report was published", "date"),
    "isbn": "the ISBN of the report",
    "cases": ("how many cases the sample has", "integer"),
    "minimum": ("the count under which figures are left out", "integer"),
    "kind": "what sort of thing it is",
    "number": "its number in the report",
    "title": "its title in the report",
    "id": "its address in the report, which stays the same",
    "text": "its words, as plain text",
    "criterion": "the number of the criterion to which it belongs",
    "question": "the question of which it is, by its name in the framework",
    "count": ("how many gave the answers that count", "integer"),
    "base": ("how many it is a share of", "integer"),
    "percent": ("the share in per cent", "number"),
    "suppressed": ("whether its figures are left out, because a small count could be read from them", "boolean"),
    "scores.kind": "what is scored: criterion, section, thread and so on",
    "scores.number": "the number of the criterion or the section, or the name of the thread",
    "score": ("the score as published, in per cent or in points", "number"),
    "unrounded": ("the score before it is rounded, with six places", "number"),
    "fraction": "the score as an exact fraction",
    "band": "the rating that the score comes to",
    "conclusion": "the rating that the report concludes, where that is another",
    "grade": "the grade, where something is graded and not scored",
    "note": "where the score comes from, or why there is none",
    "questions.text": "the words of the question",
    "summary": ("whether it is the summary question of its criterion", "boolean"),
    "name": "the full name of the figure, as texts of the report use it",
    "survey": "the survey whose answers are counted; the cases of the sample where there is none",
    "where": "the attributes of those who are counted: attribute=value|value; attribute=value",
    "letter": "the letter or number of the finding in its list",
    "letter_id": "the address that it has by its place",
    "lead": "the words in bold before it",
    "recommendations.number": ("the number of the recommendation", "integer"),
    "criteria": "the numbers of the criteria that it answers",
    "to": "to whom it is made",
    "findings": "the findings that it answers",
    "deadline": ("by when it is to be carried out", "date"),
    "owner": "who sees to it",
    "part": "the part of the report in which it stands, where that is no criterion",
    "attribute": "the attribute, by its name in the framework",
    "attribute_name": "what the attribute is called",
    "value": "the value, by its name in the framework",
    "display": "the table of the report, by its name",
    "measures.part": "the part of the report in which the table stands",
    "measures.title": "the caption of the table",
    "group": "the heading above the row, where it has one",
    "row": "what the row is about",
    "column": "the heading of the column",
    "unit": "what the value is: count, number, per-cent, rate, currency, printed (by somebody else), rating or text",
    "measures.value": ("the value, where it is a number to compute with", "number"),
    "measures.text": "the value as it is written, or the name of the rating",
    "source": "where the values come from",
    "day": ("the month or day that they are of", "date"),
    "value_name": "what the value is called",
}
"""What columns hold, by table and column, or by column where that says the same in each table."""


def title_of(table: str) -> str:
    """Return the title of a table."""
    return TITLES.get(table) or _in_words(table)


def columns_of(table: str, names: Iterable[str]) -> tuple[OpenColumn, ...]:
    """Return what is to be said of the columns of a table. No two have the same heading."""
    found: dict[str, OpenColumn] = {}
    for name in names:
        column = column_of(table, name)
        if column.heading.casefold() in found:
            column = column._replace(heading=name)
        found[column.heading.casefold()] = column
    return tuple(found.values())


def column_of(table: str, name: str) -> OpenColumn:
    """Return what is to be said of a column. Of one that comes from elsewhere that is its name."""
    found = _ABOUT.get(f"{table}.{name}") or _ABOUT.get(name) or ""
    heading = _in_words(name)
    if isinstance(found, str):
        return OpenColumn(name, heading, _begun(found) or heading, "string")
    about, kind = found
    return OpenColumn(name, heading, _begun(about), kind)


def is_described(table: str, name: str) -> bool:
    """Return whether more than its name is known of a column."""
    return f"{table}.{name}" in _ABOUT or name in _ABOUT


def _in_words(name: str) -> str:
    words = name.replace("_", " ").replace("-", " ")
    return _begun(words) if words != "isbn" else "ISBN"


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
