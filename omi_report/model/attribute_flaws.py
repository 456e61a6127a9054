"""Flaws of attributes: names of columns that stand for two things, values given twice, a sample by no attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from omi_report.model.attributes import Attribute
from omi_report.model.evidence import CASE_COLUMN, RESPONDENT_COLUMN
from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.problems import meant_or, meant_or_all
from omi_report.source.tree import Path

DEFAULT_SAMPLE = Framework.defaults["sample_by"]


def attribute_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the flaws of the attributes of cases and of those who answered surveys."""
    yield from _in(framework.attributes, ("attributes",), CASE_COLUMN, framework.questions)
    for at, survey in enumerate(framework.surveys):
        questions = [question.id for question in survey.questions]
        yield from _in(survey.attributes, ("surveys", at, "attributes"), RESPONDENT_COLUMN, questions)
    if framework.sample_by not in framework.attributes and framework.sample_by != DEFAULT_SAMPLE:
        message = f"there is no attribute «{framework.sample_by}»"
        yield Flaw(("sample_by",), message, meant_or_all(framework.sample_by, framework.attributes))


def _in(attributes: Mapping[str, Attribute], path: Path, ids: str, questions: Iterable[str]) -> Iterator[Flaw]:
    asked = set(questions)
    for name, attribute in attributes.items():
        place = (*path, name)
        if name == ids:
            message = f"«{name}» is the column of ids, and cannot be an attribute"
            yield Flaw(place, message, "call the attribute otherwise", key=True)
        if name in asked:
            message = f"«{name}» is an attribute and a %(term_question)s"
            yield Flaw(place, message, "call the attribute otherwise: both are columns of one sheet", key=True)
        yield from _values(attribute, place)


def _values(attribute: Attribute, place: Path) -> Iterator[Flaw]:
    """Values that two stand under one id, or that a sheet could not tell apart."""
    is_list = attribute.name is None and all(value.id == value.name for value in attribute.values)
    paths = [(*place, at) if is_list else (*place, "values", value.id) for at, value in enumerate(attribute.values)]
    yield from twice("value", list(zip(paths, attribute.ids, strict=True)))
    spellings: dict[str, str] = {}
    for path, value in zip(paths, attribute.values, strict=True):
        for spelling in {value.id.casefold(), value.name.casefold()}:
            other = spellings.setdefault(spelling, value.id)
            if other != value.id:
                message = f"«{spelling}» stands for the value «{other}» and for the value «{value.id}»"
                yield Flaw(path, message, "give each an id and a name of its own: both may stand in a sheet")


def unknown_flaws(
    framework: Framework,
    path: Path,
    attribute: str,
    values: Iterable[tuple[str | int, str]],
    *,
    are_keys: bool = False,
    hint: Callable[[str, tuple[str, ...]], str] = meant_or_all,
) -> Iterator[Flaw]:
    """Yield a flaw for an attribute of cases that a framework does not have, or for each value that it does not have.

    ``path`` is that of the attribute's name, and ``values`` are the steps from it to each value with the value, which
    may be a key itself. ``hint`` says what to do about a value, from it and those that there are.
    """
    if attribute not in framework.attributes:
        declare = meant_or("declare it under attributes", attribute, framework.attributes)
        yield Flaw(path, f"there is no attribute «{attribute}»", declare, key=True)
        return
    known = framework.attributes[attribute].ids
    for step, value in values:
        if value not in known:
            message = f"the attribute {attribute} has no value «{value}»"
            yield Flaw((*path, step), message, hint(value, known), key=are_keys)
