"""A text as rules get it: its words, its place, and ways to make problems and fixes of stretches of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, NamedTuple, TypeVar

from omi_report.evidence.figures import Refusal, lookup
from omi_report.inspection import Inspection, remembered
from omi_report.model.area import Prose
from omi_report.model.framework import Framework
from omi_report.problems import Edit, Location, Problem, Rule
from omi_report.prose.view import TextView
from omi_report.quantity import Quantity

_UNQUOTED = frozenset("{}[],:#")
_Found = TypeVar("_Found")


@dataclass(slots=True)
class Watch:
    """Notes what a rule has asked of the area, beyond its text and the framework: facts, or None for everything."""

    asked: set[Callable[[Inspection], object] | None] = field(default_factory=set)


class FigureOfText(NamedTuple):
    """A named figure that a text may show: what is known of it, and whether its entry answers a question."""

    quantity: Quantity | Refusal
    answers: bool


@dataclass(frozen=True, slots=True, eq=False)
class CheckedText:
    """A text of the report under check; offsets are those of its characters as written.

    ``quotations`` says whether the rule that looks at it wants to see what is quoted from somebody.
    """

    whole: Inspection = field(repr=False)
    prose: Prose
    view: TextView
    quotations: bool = True
    watch: Watch = field(default_factory=Watch, repr=False)
    _remembered: dict[Callable[[CheckedText], Any], tuple[Any, set[Any]]] = field(default_factory=dict, repr=False)

    @property
    def inspection(self) -> Inspection:
        """The inspection that the text is part of. A rule that asks for it looks again whenever the area changes."""
        self.watch.asked.add(None)
        return self.whole

    def fact(self, fact: Callable[[Inspection], _Found]) -> _Found:
        """Return a fact of the area. A rule that names it (``Wanted.facts``) looks again when the fact changes."""
        self.watch.asked.add(fact)
        return fact(self.whole)

    @property
    def figures(self) -> Mapping[str, FigureOfText]:
        """The figures that the text names and those of its scope, by their full names, in the order of the report.

        They belong to the text: when one of them changes, every rule looks again.
        """
        return self.remembered(_figures_of)

    @property
    def framework(self) -> Framework:
        """The framework of the inspection."""
        return self.whole.framework

    @property
    def words(self) -> str:
        """The words to look at. What is no prose is masked, and so are quotations if the rule does not want them."""
        return self.view.prose if self.quotations else self.view.own

    @property
    def text(self) -> str:
        """The text as written."""
        return self.view.text

    @property
    def is_standard(self) -> bool:
        """Whether it is standard wording, of a framework in the area's own folder."""
        return self.prose.manner == "standard"

    @property
    def is_beside(self) -> bool:
        """Whether its file is beside the report, of which no part is made: then it has no figures and references."""
        return any(kind.is_beside and kind.file == self.prose.file for kind in self.whole.area.kinds.values())

    @property
    def is_standard_title(self) -> bool:
        """Whether it is a title or a question of such a framework, which has no label."""
        return self.is_standard and not self.prose.label

    def without_quotations(self) -> CheckedText:
        """Return the same text for a rule that wants no quotations."""
        return CheckedText(self.whole, self.prose, self.view, False, self.watch, self._remembered)

    def at(self, offset: int) -> Location:
        """Return the place of a character in its file."""
        return self.whole.area.inside(self.prose.file, self.prose.text, offset)

    def problem(
        self, rule: Rule, start: int, end: int, message: str, hint: str = "", *, fix: Edit | None = None
    ) -> Problem:
        """Return a rule's problem with the characters from ``start`` up to ``end``; those on one line are marked."""
        first, last = self.at(start), self.at(end)
        length = last.column - first.column
        if first.line != last.line:
            length = len(self._line(first.line).rstrip()) - first.column + 1
        return rule.at(first, message, hint, length=max(1, length), fix=fix)

    def fix(self, start: int, end: int, replacement: str) -> Edit | None:
        """Return the fix that puts other words in the place of the characters from ``start`` up to ``end``.

        There is none where they would say something else (`same_meaning`), where the file holds other characters than
        the text (an escape), or where YAML would read the new ones as something else.
        """
        from omi_report.lint.same_meaning import says_the_same  # few texts have anything to fix

        if not says_the_same(self.text[start:end], replacement):
            return None
        style = self.prose.text.origin.style if self.prose.text.origin is not None else ""
        first, last = self.at(start), self.at(end)
        plain = self.prose.text.origin is not None and not style
        if plain and (first.line != last.line or not _is_plain(replacement, begins=start == 0)):
            return None
        if " ".join(self._written(first, last).split()) != " ".join(self.text[start:end].split()):
            return None
        if style == "'":
            replacement = replacement.replace("'", "''")
        elif style == '"':
            replacement = replacement.replace("\\", "\\\\").replace('"', '\\"')
        return Edit(first, last, replacement)

    def remembered(self, work: Callable[[CheckedText], _Found]) -> _Found:
        """Return what a function makes of the text. It is called once for each text, and its result is kept.

        Rules that want no quotations are given the same result, so the function reads the ``view`` and not ``words``.
        """
        if work not in self._remembered:
            before, self.watch.asked = self.watch.asked, set()
            self._remembered[work] = work(self), self.watch.asked
            self.watch.asked = before
        found: _Found
        found, asked = self._remembered[work]
        self.watch.asked |= asked
        return found

    def _line(self, number: int) -> str:
        source = self.whole.area.files.get(self.prose.file)
        return source.lines[number - 1] if source else ""

    def _written(self, first: Location, last: Location) -> str:
        """What stands in the file from one place up to another."""
        lines = [self._line(number) for number in range(first.line, last.line + 1)]
        lines[-1] = lines[-1][: last.column - 1]
        lines[0] = lines[0][first.column - 1 :]
        return "\n".join(lines)


def _figures_of(text: CheckedText) -> Mapping[str, FigureOfText]:
    figures, scope = _figures_by_scope(text.whole), text.prose.scope
    own = figures.get(scope, {})
    names = {lookup(scope, node.name) for node in text.view.parsed.substitutions}
    others = [
        (name, figures[of][name])
        for name in names
        if (of := name.split("/", maxsplit=1)[0]) != scope and name in figures.get(of, ())
    ]
    if not others:
        return own
    place = _places_of_figures(text.whole)
    return dict(sorted([*own.items(), *others], key=lambda each: place[each[0]]))


@remembered
def _figures_by_scope(inspection: Inspection) -> dict[str, dict[str, FigureOfText]]:
    found: dict[str, dict[str, FigureOfText]] = {}
    entries = inspection.percentages
    for name, quantity in inspection.figures.items():
        figure = FigureOfText(quantity, name in entries and entries[name].percentage.question is not None)
        found.setdefault(name.split("/", maxsplit=1)[0], {})[name] = figure
    return found


@remembered
def _places_of_figures(inspection: Inspection) -> dict[str, int]:
    return {name: place for place, name in enumerate(inspection.figures)}


def of_framework(work: Callable[[Framework], _Found]) -> Callable[[CheckedText], _Found]:
    """Let a function work once for the framework of the texts of an inspection.

    A rule that asks for nothing else about the inspection need not look again at a text in which it found nothing.
    """

    def on_inspection(inspection: Inspection) -> _Found:
        return work(inspection.framework)

    @wraps(work)
    def known(text: CheckedText) -> _Found:
        return text.whole.remembered(on_inspection)

    return known


@dataclass(frozen=True, slots=True, eq=False)
class CheckedTexts:
    """The texts of an inspection that a rule looks at together, in the order of the report."""

    inspection: Inspection
    texts: tuple[CheckedText, ...]

    def __iter__(self) -> Iterator[CheckedText]:
        """Go through the texts."""
        return iter(self.texts)

    def pairs(self, key: str, other: str) -> Iterator[tuple[CheckedText, CheckedText]]:
        """Yield the two texts of each entry that has both keys: a ``figure`` and what it ``says``."""
        by_place = {(text.prose.file, text.prose.path): text for text in self.texts}
        for (file, path), text in by_place.items():
            beside = by_place.get((file, (*path[:-1], other))) if path[-1] == key else None
            if beside:
                yield text, beside


def _is_plain(replacement: str, *, begins: bool) -> bool:
    """Whether words can stand in YAML without quotation marks, at the beginning of a value too."""
    return _UNQUOTED.isdisjoint(replacement) and not (begins and replacement[:1] in ("'", '"', ""))


@lru_cache(maxsize=256)
def by_itself(words: str) -> re.Pattern[str]:
    """Return a pattern for words that stand by themselves, in capitals or small letters, and are no part of others."""
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)


def one_line(text: str) -> str:
    """Return words as a message quotes them: a line end in them is a space."""
    return " ".join(text.split())
