"""OMI301: a text refers to something that is not in the report."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.terms import Terms
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.model.outline import Outline, PlacedPart
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Role

RULE = Rule(
    "OMI301",
    "unknown-target",
    Severity.ERROR,
    "A role points at a criterion, finding, part, appendix, table or chart that the report does not have.",
    "Readers would be sent to a place that is not there; the published report cites a wrong appendix.",
    bad="See {criterion}`2.9` and {appendix}`scores`.",
    good="See {criterion}`2.7` and {appendix}`scoring`.",
)

ROLES = ("criterion", "section", "finding", "part", "appendix", "table", "chart")
_HELD = frozenset({"criterion", "section", "finding"})
"""What stands in a part that holds the criteria."""
_PLURALS = {"appendix": "appendices"}


def targets(inspection: Inspection, role: str) -> list[str]:
    """Return the names that a role may point at."""
    outline: Outline = inspection.outline
    framework = inspection.area.framework
    if role in _HELD and not outline.has_criteria:
        return []
    match role:
        case "criterion":
            return list(framework.criteria)
        case "section":
            return [section.number for section in framework.sections]
        case "finding":
            return list(outline.findings)
        case "part":
            return [placed.part.name for placed in _named(inspection) if not placed.appendix]
        case "appendix":
            return [placed.part.name for placed in _named(inspection) if placed.appendix]
        case "table":
            return list(outline.tables)
        case "chart":
            return list(outline.charts)
        case _:
            return []


def _named(inspection: Inspection) -> Iterator[PlacedPart]:
    """The parts that have an address and a name of their own."""
    for placed in inspection.outline.parts:
        if placed.part.heading and not _holds_criteria(inspection, placed):
            yield placed


def _holds_criteria(inspection: Inspection, placed: PlacedPart) -> bool:
    return inspection.area.kinds[placed.part.kind].holds_criteria


@each_text(holds=("}`",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look up the target of every role that the format knows."""
    for node in text.view.parsed.roles:
        if text.is_beside:
            message = f"the texts of {text.prose.file} have no references: its page is not the report's"
            yield text.problem(RULE, *node.span, message, "name the place in words")
        elif node.role in ROLES:
            known = targets(text.inspection, node.role)
            if node.target not in known and not _may_be_unread(text.inspection, node):
                yield _problem(text, node, known)


def _problem(text: CheckedText, node: Role, known: list[str]) -> Problem:
    from omi_report.lint.meant_targets import target_hint, unclosed  # few references lead nowhere

    start, end = node.span
    broken = unclosed(text.text[start:end], known)
    if broken:
        role = text.text[start : start + broken.length]
        return text.problem(
            RULE, start, start + broken.length, f"no backtick closes «{broken.target}»", f"write {role}`"
        )
    terms = text.framework.terms
    message = f"there is no {called(node.role, terms)[0]} «{node.target}»"
    hint = target_hint(text.inspection, node, known)
    if node.role in _HELD and not text.inspection.outline.has_criteria:
        hint = f"no part of this report prints the {terms.sections}: add one to the framework, or use no role"
    return text.problem(RULE, start, end, message, hint)


def called(role: str, terms: Terms) -> tuple[str, str]:
    """Return what one of the targets of a role is called, and what several are."""
    match role:
        case "criterion":
            return terms.criterion, terms.criteria
        case "section":
            return terms.section, terms.sections
        case _:
            return role, _PLURALS.get(role, f"{role}s")


def _may_be_unread(inspection: Inspection, node: Role) -> bool:
    """Whether the target may stand in a file that could not be read, of which loading has told."""
    if node.role == "finding":
        return inspection.area.is_unread(node.target.split("/", maxsplit=1)[0])
    return node.role in ("table", "chart") and bool(inspection.area.unread)
