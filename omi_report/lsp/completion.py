"""What may be typed at a place: keys, names, figures and their filters, references, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.figures import FILTERS, Refusal, written
from omi_report.inspection import Inspection
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.lint.rules.references.unknown_target import ROLES, targets
from omi_report.lsp.context import TypingPlace, typing_place
from omi_report.lsp.expected import Expected, expected_at, keys_at, model_of, names_at
from omi_report.lsp.hover import target_title
from omi_report.lsp.view import AreaView
from omi_report.model.criterion import criterion_number
from omi_report.model.facts import REPORT_SCOPE
from omi_report.model.framework import Framework
from omi_report.model.identity import Identity
from omi_report.model.plan import Answered
from omi_report.model.record import Record
from omi_report.model.vocabulary import Vocabulary
from omi_report.plan.planned import recommended
from omi_report.problems import excerpt
from omi_report.prose.nodes import Span
from omi_report.source.places import BESIDE, IDENTITY_FILE
from omi_report.workspace.targets import says_that_it_is_framework

_ROOM = 80
"""So many characters of a recommendation are shown."""

OfferKind: TypeAlias = Literal["key", "name", "figure", "filter", "role", "target", "abbreviation"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be typed in the place of a stretch: the words to put in, and what is said of them."""

    kind: OfferKind
    label: str
    words: str
    about: str
    span: Span


_FIGURE = re.compile(r"\{\{ *(?P<typed>[^{}|]*)$")
_FILTER = re.compile(r"\{\{(?P<name>[^{}|]*)(?:\|[^{}|]*)*\| *(?P<typed>[a-z]*)$")
_TARGET = re.compile(r"\{(?P<role>[A-Za-z][\w-]*)\}`~?(?P<typed>[^`{}]*)$")
_ROLE = re.compile(r"(?<![{\\])\{(?P<typed>[a-z]*)$")
_ABBREVIATION = re.compile(r"(?<![\w{`])(?P<typed>[A-Z][A-Za-z/]*)$")


def offers_at(view: AreaView, path: Path, offset: int) -> list[Offer]:
    """Return what may be typed at a place of a file of an area. The file need not be sound."""
    file, lines = view.name_of(path), view.lines_of(path)
    inspection = view.inspection_for(file)
    if lines is None:
        return []
    if inspection is None:  # the area never could be read
        if file == IDENTITY_FILE:
            return offers_of_shape(lines.text, offset, Identity)
        return offers_of_shape(lines.text, offset, Framework) if says_that_it_is_framework(lines.text) else []
    model = model_of(inspection, file)
    place = typing_place(lines.text, offset)
    vocabulary = Vocabulary(inspection.framework) if model is not Framework else None
    expected = expected_at(model, place.path, file, vocabulary) if model else None
    if expected is None:
        return []
    if expected.is_text:
        if file in BESIDE:  # their texts have no figures and references
            return []
        return list(_in_text(inspection, scope_of(inspection, file, place), place.line, offset))
    span = Span(place.start, offset)
    if expected.is_figure:
        return list(_figures(inspection, scope_of(inspection, file, place), span, ""))
    found = list(_of_shape(place, expected, vocabulary, span))
    if expected.is_finding:
        for name in targets(inspection, "finding"):
            found.append(Offer("target", name, name, target_title(inspection, "finding", name), span))
    if expected.slot is Answered.keys["recommendation"]:
        for each in recommended(inspection):
            name = each.name or str(each.number)
            found.append(Offer("target", name, name, excerpt(each.in_short or each.says, _ROOM), span))
    return found


def offers_of_shape(text: str, offset: int, model: type[Record]) -> list[Offer]:
    """Return what may be typed at a place of a file of which nothing is known but its model."""
    place = typing_place(text, offset)
    expected = expected_at(model, place.path, "", None)
    return list(_of_shape(place, expected, None, Span(place.start, offset))) if expected else []


def _of_shape(place: TypingPlace, expected: Expected, vocabulary: Vocabulary | None, span: Span) -> Iterator[Offer]:
    """The keys and the names that may stand at a place."""
    if place.typing == "entry":
        for key in keys_at(expected, vocabulary):
            if key.name not in place.beside:
                yield Offer("key", key.name, f"{key.name}:{'' if key.holds_more else ' '}", key.about, span)
    for choice in names_at(expected, vocabulary, PART_KINDS):
        words = choice.written or choice.name
        yield Offer("name", words, words, choice.about, span)


def scope_of(inspection: Inspection, file: str, place: TypingPlace) -> str:
    """Return the name space in which bare names of figures are looked up where somebody types."""
    number = criterion_number(file)
    if number:
        return number
    longest, scope = -1, REPORT_SCOPE
    for prose, _parsed in inspection.texts:
        if prose.file == file:
            common = _common(prose.path, place.path)
            if common > longest:
                longest, scope = common, prose.scope
    return scope


def _common(path: tuple[str | int, ...], other: tuple[str | int, ...]) -> int:
    return next((at for at, (a, b) in enumerate(zip(path, other, strict=False)) if a != b), min(len(path), len(other)))


def _in_text(inspection: Inspection, scope: str, line: str, offset: int) -> Iterator[Offer]:
    """What may be typed in a text, of which the line up to the place is given."""
    if found := _FILTER.search(line):
        yield from _filters(inspection, scope, found["name"].strip(), _typed(found, offset))
    elif found := _FIGURE.search(line):
        yield from _figures(inspection, scope, _typed(found, offset), " }}")
    elif found := _TARGET.search(line):
        for name in targets(inspection, found["role"]):
            title = target_title(inspection, found["role"], name)
            yield Offer("target", name, f"{name}`", title, _typed(found, offset))
    elif found := _ROLE.search(line):
        for role in ROLES:
            yield Offer("role", role, f"{role}}}`", "", _typed(found, offset))
    elif found := _ABBREVIATION.search(line):
        for entry in abbreviations_of(inspection).entries:
            for form in entry.forms:
                yield Offer("abbreviation", form, form, entry.expansion, _typed(found, offset))


def _typed(found: re.Match[str], offset: int) -> Span:
    return Span(offset - len(found["typed"]), offset)


def _figures(inspection: Inspection, scope: str, span: Span, ending: str) -> Iterator[Offer]:
    """The figures of the area: those of the scope by their bare names, and first."""
    own = [name for name in inspection.figures if name.partition("/")[0] == scope]
    others = [name for name in inspection.figures if name.partition("/")[0] != scope]
    for name in (*own, *others):
        shown = name.partition("/")[2] if name in own else name
        yield Offer("figure", shown, f"{shown}{ending}", _about(inspection, name), span)
    if ending:
        yield Offer("figure", "area", f"area{ending}", inspection.area.identity.area, span)


def _about(inspection: Inspection, name: str) -> str:
    quantity, named = inspection.figures[name], inspection.percentages[name]
    value = "" if isinstance(quantity, Refusal) else _said(inspection, name, ())
    of = f" of {quantity.base}" if not isinstance(quantity, Refusal) and quantity.base else ""
    counted = f" ({quantity.count}{of})" if not isinstance(quantity, Refusal) and quantity.count is not None else ""
    return " ".join(filter(None, (f"{value}{counted}", named.percentage.label or "")))


def _said(inspection: Inspection, name: str, filters: tuple[str, ...]) -> str:
    """A figure as filters print it; empty where it cannot be printed so."""
    quantity = inspection.figures.get(name)
    said = (
        None if quantity is None or isinstance(quantity, Refusal) else written(quantity, filters, inspection.language)
    )
    return said if isinstance(said, str) else ""


def _filters(inspection: Inspection, scope: str, name: str, span: Span) -> Iterator[Offer]:
    """The filters, each with what it prints of the figure, where it can."""
    full = name if "/" in name else f"{scope}/{name}"
    for each in FILTERS:
        said = _said(inspection, full, (each,))
        if said or full not in inspection.figures:
            yield Offer("filter", each, each, said, span)
