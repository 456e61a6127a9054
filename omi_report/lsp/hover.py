"""What an editor shows of a name under the pointer, in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from omi_report.document.references import References
from omi_report.errors import PluginError
from omi_report.evidence.derivation import derivation
from omi_report.evidence.figures import Refusal, written
from omi_report.inspection import Inspection
from omi_report.lint.manual import rule_page
from omi_report.lint.registry import registry
from omi_report.lsp.marks import FIGURE, NameMark, code_at, location_of, mark_at, marks_like
from omi_report.lsp.view import AreaView
from omi_report.model.area import VARIABLES
from omi_report.policy import Plugins
from omi_report.prose.nodes import Span, Substitution

MOST_USES = 8
"""So many other places of a figure are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of some characters of a file, in Markdown."""

    span: Span
    words: str


def note_at(view: AreaView, path: Path, offset: int) -> Note | None:
    """Return what there is to say of a place of a file; None where there is nothing."""
    name, lines = view.name_of(path), view.lines_of(path)
    inspection = view.inspected
    if lines is not None and (coded := code_at(lines.text, offset)):
        words = rule_words(coded[0], inspection.policy.plugins)
        if words:
            return Note(coded[1], words)
    if not isinstance(inspection, Inspection):
        return None
    mark = mark_at(inspection, name, offset)
    words = _words(inspection, mark) if mark else ""
    return Note(mark.span, words) if mark and words else None


def rule_words(code: str, plugins: Plugins) -> str:
    """Return what a rule finds and why that matters; nothing for a code of no rule."""
    try:
        rule = next((each for each in registry(plugins).rules if each.code == code), None)
    except PluginError:
        return ""
    return f"**{rule.code}** {rule.name}\n\n{rule_page(rule, plugins)}" if rule else ""


def _words(inspection: Inspection, mark: NameMark) -> str:
    return figure_words(inspection, mark) if mark.what == FIGURE else target_words(inspection, mark.what, mark.target)


def figure_words(inspection: Inspection, mark: NameMark) -> str:
    """Return how a figure is printed at a mark, how it is worked out, and where else it stands."""
    if isinstance(mark.node, Substitution) and mark.node.name in VARIABLES:
        return f"**{inspection.area.identity.area}**, the name of the area"
    named = inspection.percentages.get(mark.target)
    if named is None:
        return ""
    filters = mark.node.filters if isinstance(mark.node, Substitution) else ()
    steps = "".join(f"\n- {step}" for step in derivation(inspection.area, named))
    label = f" ({named.percentage.label})" if named.percentage.label else ""
    head = f"**{_printed(inspection, mark.target, filters)}** — {mark.target}{label}"
    return f"{head}\n{steps}{_elsewhere(inspection, mark)}"


def _printed(inspection: Inspection, name: str, filters: tuple[str, ...]) -> str:
    quantity = inspection.figures[name]
    said = quantity if isinstance(quantity, Refusal) else written(quantity, filters, inspection.language)
    return inspection.framework.english.say(said.reason) if isinstance(said, Refusal) else said


def _elsewhere(inspection: Inspection, mark: NameMark) -> str:
    """The other places where a figure stands."""
    others = [each for each in marks_like(inspection, mark) if each.manner == "text" and each.span != mark.span]
    if not others:
        return "" if mark.manner == "text" else "\n\nNo text uses it."
    places = [f"{each.where or each.file} (line {location_of(inspection, each).line})" for each in others[:MOST_USES]]
    more = f", and {len(others) - MOST_USES} more" if len(others) > MOST_USES else ""
    return f"\n\n{'Also in' if mark.manner == 'text' else 'In'} {', '.join(places)}{more}."


def target_words(inspection: Inspection, role: str, target: str) -> str:
    """Return what a role prints, and the text of what it points at; nothing for one that leads nowhere."""
    title = target_title(inspection, role, target)
    text = _text_of(inspection, role, target) if title else ""
    return "\n\n".join(filter(None, (f"**{title}**" if title else "", text)))


def target_title(inspection: Inspection, role: str, target: str) -> str:
    """Return what a role prints; nothing for one that leads nowhere."""
    try:
        referent = References(inspection.framework, inspection.outline, inspection.language).of_role(role, target)
    except KeyError:
        return ""
    return referent.full().text


def _text_of(inspection: Inspection, role: str, target: str) -> str:
    if role == "criterion":
        return str(inspection.framework.criteria[target].statement)
    if role == "section":
        section = next(each for each in inspection.framework.sections if each.number == target)
        return "\n".join(f"- {inspection.framework.shown(each.number)} {each.title}" for each in section.criteria)
    if role == "finding":
        placed = inspection.outline.findings[target]
        return str(inspection.area.criteria[placed.criterion].of_kind(placed.kind)[placed.index].text)
    return ""
