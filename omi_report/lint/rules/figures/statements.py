"""The figures of a text in the order in which they are read: those that it names and those typed as literals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal as OneOf, TypeAlias

from omi_report.evidence.figures import lookup, written
from omi_report.language.known import ENGLISH
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.figures.literals import Literal, literals
from omi_report.lint.subject import Subject
from omi_report.lint.text import MASK, masked
from omi_report.model.area import Prose
from omi_report.prose.nodes import Substitution
from omi_report.prose.parse import parse
from omi_report.quantity import Quantity, percent_text

Form: TypeAlias = OneOf["percent", "ratio", "number", "base"]

FIRST, REST = "\ue000", "\ue001"
"""Stand for the first and for every other character of a figure in a passage's text."""

FIGURE = f"{FIRST}{REST}*"
"""A pattern for one figure."""

_FORMS: dict[str, Form] = {
    "percent": "percent",
    "count": "ratio",
    "number": "number",
    "words": "number",
    "base": "base",
}
_QUOTED = lazy_regex(r'"[^"\n]{0,200}"|“[^”]{0,400}”|^ {0,3}>.*$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of a text: where it stands, what it is and what the reader reads.

    ``name`` is the full name of the figure, empty for a literal; ``quantity`` is what is stated,
    so the complement where the text asks for it.
    """

    start: int
    length: int
    form: Form
    text: str
    quantity: Quantity
    name: str = ""
    rest: bool = False

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + self.length

    @property
    def same_source(self) -> tuple[str, bool]:
        """What two statements of one figure have in common."""
        return self.name, self.rest


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A text with its figures in order; ``text`` has the same offsets as the text as written.

    Equal to itself alone, so that what is worked out of it can be kept.
    """

    prose: Prose
    text: str
    stated: tuple[Stated, ...]


@lru_cache(maxsize=1)
def passages(subject: Subject) -> tuple[Passage, ...]:
    """Return every text of the area's own that states a figure; what is quoted from somebody states none."""
    return tuple(_read(subject))


def _read(subject: Subject) -> Iterator[Passage]:
    for prose, _parsed in subject.texts:
        if prose.file == subject.area.framework_file:
            continue
        text, found, named = _marks(prose.text)
        if not found and not named:
            continue
        stated = [Stated(each.start, each.length, _form(each), each.text, each.quantity) for each in found]
        for node in named:
            figure = _figure(subject, node, prose.scope)
            if figure is None:
                text = text[: node.offset] + MASK * node.length + text[node.offset + node.length :]
            else:
                stated.append(figure)
        if stated:
            yield Passage(prose, text, tuple(sorted(stated, key=lambda each: each.start)))


def percent_of(stated: Stated | Quantity) -> str:
    """Write the percentage of a quantity as a reader would: ``46%``."""
    quantity = stated.quantity if isinstance(stated, Stated) else stated
    return "" if quantity.percent is None else f"{percent_text(quantity.percent, quantity.places)}%"


def shown(quantity: Quantity) -> Fraction:
    """Return the percentage of a quantity as it is written, rounded to its places."""
    return Fraction(percent_text(quantity.percent or Fraction(), quantity.places))


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[str, tuple[Literal, ...], tuple[Substitution, ...]]:
    """A text with its figures marked, its literals, and its substitutions."""
    named = parse(text).substitutions
    bare = masked(text)
    found = tuple(literals(bare))
    if found:
        quoted = [match.span() for match in _QUOTED.finditer(bare)]
        found = tuple(each for each in found if not any(first <= each.start < last for first, last in quoted))
    marked, last = [], 0
    spans = [(each.start, each.length) for each in found] + [(node.offset, node.length) for node in named]
    for start, length in sorted(spans):
        marked += [bare[last:start], FIRST, REST * (length - 1)]
        last = start + length
    marked.append(bare[last:])
    return "".join(marked).replace("*", " ").replace("_", " "), found, named


def _form(literal: Literal) -> Form:
    return "percent" if literal.is_percent else "ratio"


def _figure(subject: Subject, node: Substitution, scope: str) -> Stated | None:
    name = lookup(scope, node.name)
    quantity = subject.figures.get(name)
    if not isinstance(quantity, Quantity):
        return None
    text = written(quantity, node.filters, ENGLISH)
    if not isinstance(text, str):
        return None
    rest = node.filters.count("rest") % 2 == 1
    asked = [_FORMS[each] for each in node.filters if each in _FORMS]
    form: Form = asked[-1] if asked else "percent" if quantity.percent is not None else "number"
    stated = Stated(node.offset, node.length, form, text, quantity, name, rest)
    return replace(stated, quantity=quantity.rest) if rest else stated
