"""The figures of a text in the order in which they are read: those that it names and those typed as literals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal as OneOf, TypeAlias, Unpack

from omi_report.evidence.figures import form_of, lookup
from omi_report.language.known import ENGLISH
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import EachText, Options, each_text
from omi_report.lint.rules.figures.literals import Literal, literals
from omi_report.problems import Edit, Problem, Rule
from omi_report.prose.nodes import Substitution
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import TextView
from omi_report.quantity import Form, FormKind, Quantity, percent_text

StatedAs: TypeAlias = OneOf["percent", "ratio", "number", "base"]
"""How a figure is stated: 46%, six of 13, six, 13."""

FIRST, REST = "\ue000", "\ue001"
"""What the first character of a figure becomes in a passage's words, and what every other one becomes."""

FIGURE = f"{FIRST}{REST}*"
"""A pattern for one figure."""

_STATED_AS: dict[FormKind, StatedAs] = {
    "percent": "percent",
    "count": "ratio",
    "number": "number",
    "words": "number",
    "base": "base",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of a text: where it stands and what it is.

    ``quantity`` is what is stated, so the complement where the text asks for it. ``typed`` is a literal as the writer
    typed it; a figure has its full ``name`` instead, and the form in which it is ``asked`` for.
    """

    start: int
    length: int
    form: StatedAs
    quantity: Quantity
    typed: str = ""
    name: str = ""
    rest: bool = False
    asked: Form = field(default_factory=Form)

    @property
    def text(self) -> str:
        """What the reader reads."""
        return self.typed or ENGLISH.phrase(self.quantity, self.asked)

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
    """A text with its figures in order; in ``words`` the figures are marked, at the offsets of the text as written."""

    text: CheckedText
    words: str
    stated: tuple[Stated, ...]

    @property
    def scope(self) -> str:
        """The name space in which the bare names of figures are looked up."""
        return self.text.prose.scope

    def problem(self, rule: Rule, stated: Stated, message: str, hint: str, *, fix: Edit | None = None) -> Problem:
        """Return a rule's problem with one of the figures."""
        return self.text.problem(rule, stated.start, stated.end, message, hint, fix=fix)


PassageCheck: TypeAlias = Callable[[Passage], Iterable[Problem]]


def each_passage(**wanted: Unpack[Options]) -> Callable[[PassageCheck], EachText]:
    """Declare a check that is handed one text of the area's own at a time, where it states a figure."""
    wanted["standard"] = False

    def declare(check: PassageCheck) -> EachText:
        @each_text(**wanted)
        def check_text(text: CheckedText) -> Iterable[Problem]:
            passage = text.remembered(passage_of)
            return check(passage) if passage else ()

        return check_text

    return declare


def passages(texts: Iterable[CheckedText]) -> Iterator[Passage]:
    """Yield the texts that state a figure."""
    for text in texts:
        passage = text.remembered(passage_of)
        if passage:
            yield passage


def passage_of(text: CheckedText) -> Passage | None:
    """Return a text with its figures, None where it has none; what is quoted from somebody states none."""
    named = text.view.parsed.substitutions
    found = _literals(text.view)
    if not found and not named:
        return None
    stated = [_typed(each) for each in found]
    stated += [figure for node in named if (figure := _figure(text, node))]
    if not stated:
        return None
    stated.sort(key=lambda each: each.start)
    return Passage(text, _marked(text.view.prose, stated), tuple(stated))


def percent_of(stated: Stated | Quantity) -> str:
    """Write the percentage of a quantity as a reader would: ``46%``."""
    quantity = stated.quantity if isinstance(stated, Stated) else stated
    return "" if quantity.percent is None else f"{percent_text(quantity.percent, quantity.places)}%"


def shown(quantity: Quantity) -> Fraction:
    """Return the percentage of a quantity as it is written, rounded to its places."""
    return Fraction(percent_text(quantity.percent or Fraction(), quantity.places))


def _literals(view: TextView) -> list[Literal]:
    """The literals of a text that do not stand in quotation marks or in a block quotation."""
    found = list(literals(view.prose))
    if not found:
        return found
    quoted = Stretches(passage.span for passage in view.quotations if passage.mark != "single")
    return [each for each in found if not quoted.hold(each.start)]


def _marked(prose: str, stated: list[Stated]) -> str:
    pieces, done = [], 0
    for each in stated:
        pieces += [prose[done : each.start], FIRST, REST * (each.length - 1)]
        done = each.end
    return "".join([*pieces, prose[done:]]).replace("*", " ").replace("_", " ")


def _typed(literal: Literal) -> Stated:
    form: StatedAs = "percent" if literal.is_percent else "ratio"
    return Stated(literal.start, literal.length, form, literal.quantity, literal.text)


def _figure(text: CheckedText, node: Substitution) -> Stated | None:
    name = lookup(text.prose.scope, node.name)
    figure = text.figures.get(name)
    quantity = figure.quantity if figure else None
    form = form_of(quantity, node.filters) if isinstance(quantity, Quantity) else None
    if not isinstance(quantity, Quantity) or not isinstance(form, Form):
        return None
    stated = _STATED_AS[form.kind]
    plain = replace(form, rest=False)  # of what is meant, the complement or not
    return Stated(node.offset, node.length, stated, form.meant(quantity), name=name, rest=form.rest, asked=plain)
