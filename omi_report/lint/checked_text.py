"""A text as rules get it: its words, its place, and ways to make problems and fixes of stretches of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from omi_report.inspection import Inspection
from omi_report.model.area import Prose
from omi_report.model.framework import Framework
from omi_report.problems import Edit, Location, Problem, Rule
from omi_report.prose.view import TextView

_UNQUOTED = frozenset("{}[],:#")
_Found = TypeVar("_Found")


@dataclass(slots=True)
class Watch:
    """Notes whether a rule has looked at the inspection, and so at more than its text and the framework."""

    has_looked: bool = False


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
    _remembered: dict[Callable[[CheckedText], Any], tuple[Any, bool]] = field(default_factory=dict, repr=False)

    @property
    def inspection(self) -> Inspection:
        """The inspection that the text is part of. A rule that asks for it looks again whenever the area changes."""
        self.watch.has_looked = True
        return self.whole

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
            before, self.watch.has_looked = self.watch.has_looked, False
            self._remembered[work] = work(self), self.watch.has_looked
            self.watch.has_looked = before
        found: _Found
        found, has_looked = self._remembered[work]
        self.watch.has_looked = self.watch.has_looked or has_looked
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


def _is_plain(replacement: str, *, begins: bool) -> bool:
    """Whether words can stand in YAML without quotation marks, at the beginning of a value too."""
    return _UNQUOTED.isdisjoint(replacement) and not (begins and replacement[:1] in ("'", '"', ""))


def one_line(text: str) -> str:
    """Return words as a message quotes them: a line end in them is a space."""
    return " ".join(text.split())
