"""Where a number stands in a report: the texts, tables and scores that show it, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from omi_report.document.references import References
from omi_report.evidence.figures import lookup, written
from omi_report.inspection import Inspection
from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.model.area import Area, Prose
from omi_report.model.file_kinds import IDENTITY
from omi_report.problems import Location
from omi_report.prose.nodes import Role, Substitution
from omi_report.prose.parse import parse
from omi_report.quantity import Quantity
from omi_report.source.tree import Mapping, Node, Path, Scalar, Sequence

_PERCENTAGE = re.compile(r"(\d+(?:\.\d+)?) ?(%|per cent)?")
_MARKED = re.compile(r"(\d.*\d)( ?(?:%|per cent))?")
"""A number in which marks may stand between thousands."""
_MOST_FIGURES = 30
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n\s*\n|\n\s*[-*] |\n[ \t]*(?=\||\[\^|: )")
"""What ends a sentence: also the row of a table, and what stands before a note or a definition."""


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A place of a number: ``name`` is the figure's full name, empty for a number written as it is."""

    location: Location
    where: str
    sentence: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class WantedNumber:
    """What to look for: a figure by its full name, or a number or words as the report prints them."""

    text: str
    names: frozenset[str] = frozenset()
    language: Language = ENGLISH

    def is_shown_by(self, shown: str) -> bool:
        """Say whether a figure that is printed so is the one that is looked for."""
        return bool(self.pattern.fullmatch(shown))

    @property
    def pattern(self) -> re.Pattern[str]:
        """What to look for in a text: the number by itself, in figures or words, not a part of another."""
        return _pattern_of(self)

    def written_pattern(self) -> str:
        """Return the same as it is written."""
        match = _PERCENTAGE.fullmatch(self._without_marks())
        sign = r"\s?(?:%|per\s+cent)"
        if match is None:
            words = r"\s+".join(re.escape(word) for word in self.text.split())
        elif match[2]:
            words = f"(?:{'|'.join(self._ways(match[1]))}){sign}"
        else:
            spelt = self.language.words(int(match[1])) if match[1].isdigit() else match[1]
            words = f"(?:(?:{'|'.join(self._ways(match[1]))})(?:{sign})?|{re.escape(spelt)})"
        return rf"(?<![\w.,/-]){words}(?![\w/-]|[.,]\d)"

    def _without_marks(self) -> str:
        """The number without the marks between its thousands, where it has those of the language: 1250 for 1,250."""
        text = self.text.strip()
        match = _MARKED.fullmatch(text)
        figures = re.sub(r"\D", "", match[1]) if match else ""
        if not match or len(figures) > _MOST_FIGURES or self.language.figures(int(figures)) != match[1]:
            return text
        return figures + (match[2] or "")

    def _ways(self, number: str) -> list[str]:
        """Patterns for the ways in which a number may be printed: with marks between its thousands, and without."""
        is_whole = number.isdigit() and len(number) <= _MOST_FIGURES
        return [re.escape(number), *([re.escape(self.language.figures(int(number)))] if is_whole else [])]


@lru_cache(maxsize=8)
def _pattern_of(wanted: WantedNumber) -> re.Pattern[str]:
    """The pattern of a number, made once for all the texts of a report."""
    return re.compile(wanted.written_pattern(), re.IGNORECASE)


def places_of(inspection: Inspection, wanted: WantedNumber) -> Iterator[NumberPlace]:
    """Yield every place in the area's texts and tables where something stands in the report."""
    area = inspection.area
    references = References(area.framework, inspection.outline, wanted.language)
    for prose in area.prose():
        yield from _in_prose(area, _Rendered(inspection, prose, references), prose, wanted)
    if not wanted.names:
        yield from _in_tables(area, wanted)


def _in_prose(area: Area, parts: _Rendered, prose: Prose, wanted: WantedNumber) -> Iterator[NumberPlace]:
    for begin, end, node in parts.figures:
        name = lookup(prose.scope, node.name)
        if name in wanted.names or (not wanted.names and wanted.is_shown_by(parts.text[begin:end])):
            where = prose.label + (", what is left of it" if "rest" in node.filters else "")
            sentence = sentence_around(parts.text, begin, end)
            yield NumberPlace(area.inside(prose.file, prose.text, node.offset), where, sentence, name)
    if wanted.names:
        return
    for match in wanted.pattern.finditer(parts.text):
        if not any(begin < match.end() and match.start() < end for begin, end, *_rest in parts.taken):
            location = area.inside(prose.file, prose.text, parts.source_offset(match.start()))
            yield NumberPlace(location, prose.label, sentence_around(parts.text, match.start(), match.end()))


class _Rendered:
    """A text with its figures and references written out; ``figures`` and ``taken`` say where they stand.

    A figure that cannot be written stays as the writer wrote it, so that this works for an area with
    errors too.
    """

    def __init__(self, inspection: Inspection, prose: Prose, references: References) -> None:
        source = str(prose.text)
        parsed = parse(prose.text)
        nodes: list[Substitution | Role] = [*parsed.substitutions, *parsed.roles]
        self.figures: list[tuple[int, int, Substitution]] = []
        self.taken: list[tuple[int, int, int]] = []
        text, at = "", 0
        for node in sorted(nodes, key=lambda each: each.offset):
            text += source[at : node.offset]
            begin, at = len(text), node.offset + node.length
            text += _written(inspection, prose, node, references) or source[node.offset : at]
            self.taken.append((begin, len(text), at))
            if isinstance(node, Substitution):
                self.figures.append((begin, len(text), node))
        self.text = text + source[at:]

    def source_offset(self, offset: int) -> int:
        """The offset in the text as written of a character that was written there itself."""
        before = [(end, at) for _begin, end, at in self.taken if end <= offset]
        end, at = before[-1] if before else (0, 0)
        return at + offset - end


def _written(inspection: Inspection, prose: Prose, node: Substitution | Role, references: References) -> str:
    if isinstance(node, Role):
        return _reference(node, references)
    if node.name == "area":
        return inspection.area.identity.area
    quantity = inspection.figures.get(lookup(prose.scope, node.name))
    text = written(quantity, node.filters, references.language) if isinstance(quantity, Quantity) else ""
    return text if isinstance(text, str) else ""


def _reference(node: Role, references: References) -> str:
    """A reference as the report prints it; nothing where it leads nowhere."""
    try:
        target = references.of_role(node.role, node.target)
    except KeyError:
        return ""
    return (target.short() if node.short else target.full()).text


def sentence_around(text: str, begin: int, end: int) -> str:
    """Return the sentence around a part of a text, on one line."""
    first = max((match.end() for match in _SENTENCE_END.finditer(text, 0, begin)), default=0)
    following = _SENTENCE_END.search(text, end)
    last = following.start() if following else len(text)
    return " ".join(text[first:last].split())


def _in_tables(area: Area, wanted: WantedNumber) -> Iterator[NumberPlace]:
    """The cells of tables, and the counts of charts, that show a number by itself."""
    for kind in (*area.part_kinds, IDENTITY):
        content = area.content(kind)
        for each in kind.shown_values(content) if content and kind.scope else ():
            if wanted.is_shown_by(each.shown):
                yield NumberPlace(area.at(kind.file, each.path), f"table: {kind.scope}, {each.path[-1]}", each.shown)
        source = area.files.get(kind.file) if kind.is_tabular else None
        if source is None or source.root is None:
            continue
        for path, value in _scalars(source.root, ()):
            if str(path[-1]) in kind.unprinted or "\n" in value:
                continue
            shown = f"{value}%" if path[-1] == "percent" else str(value)
            if wanted.is_shown_by(shown):
                words = " ".join(str(step) for step in path if isinstance(step, str))
                yield NumberPlace(source.at(path), f"table: {kind.id}, {words}", shown)


def _scalars(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    match node:
        case Mapping():
            for key, value in node.items():
                yield from _scalars(value, (*path, str(key)))
        case Sequence():
            for index, value in enumerate(node):
                yield from _scalars(value, (*path, index))
        case Scalar() if path:
            yield path, node
