"""OMI318: a recommendation or the glance names a finding that there is not, or that cannot stand there."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.facts import AnsweredFinding, ChosenFinding
from omi_report.model.outline import PlacedFinding
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI318",
    "unknown-finding",
    Severity.ERROR,
    "A recommendation or the glance names a finding that the area does not have, a recommendation one of a kind under "
    "which the framework prints none, or a strength of the glance one that is no strength.",
    "A recommendation would be printed under no finding, and nobody would miss it there; the glance would send readers "
    "to the wrong place.",
    bad="findings: [1.2/late-plan]\ncriteria/1.2.yaml: concerns:\n  - {id: late-plans, text: Plans were late.}",
    good="findings: [1.2/late-plans]\ncriteria/1.2.yaml: concerns:\n  - {id: late-plans, text: Plans were late.}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look up each finding that is answered by its name."""
    area, findings = inspection.area, inspection.outline.findings
    taking = [kind for kind in inspection.framework.findings if kind.recommendations]
    known = [name for name, placed in findings.items() if placed.kind in taking]
    for file, each in area.ask(lambda kind: kind.answered_findings):
        if each.name in known or area.is_unread(each.name.partition("/")[0]):
            continue
        place, length = area.at(file, each.path), len(each.name)
        if each.name in findings:
            kind = findings[each.name].kind
            number = inspection.framework.shown(findings[each.name].criterion)
            if taking:
                plurals = " and ".join(other.plural for other in taking)
                hint = f"name one of the {plurals} that it answers; else name its %(term_criterion)s, {number}, instead"
            else:
                hint = (
                    "remove «findings»: in this framework a %(term_recommendation)s names its %(terms_criterion)s "
                    f"alone; add {number} to them only if that is answered"
                )
            message = f"{each.name} is one of the {kind.plural}, and no %(terms_recommendation)s stand under these"
            yield RULE.at(place, message, hint, length=length)
            continue
        yield _unknown(inspection, file, each, known)
    yield from _chosen(inspection)


def _chosen(inspection: Inspection) -> Iterator[Problem]:
    """What is chosen for the glance: strengths on the good side, what is urgent on any other."""
    area, findings = inspection.area, inspection.outline.findings
    for file, each in area.ask(lambda kind: kind.chosen_findings):
        if area.is_unread(each.name.partition("/")[0]):
            continue
        placed = findings.get(each.name)
        if placed is None:
            yield _unknown(inspection, file, each, [name for name, other in findings.items() if _fits(other, each)])
        elif not _fits(placed, each):
            place = area.at(file, each.path)
            message = f"{each.name} is one of the {placed.kind.plural}, which do not stand here"
            yield RULE.at(place, message, "name another finding, or move the point", length=len(each.name))


def _fits(placed: PlacedFinding, each: ChosenFinding) -> bool:
    return (placed.kind.side == "good") == (each.side == "good")


def _unknown(inspection: Inspection, file: str, each: AnsweredFinding | ChosenFinding, known: list[str]) -> Problem:
    from omi_report.lint.meant_targets import finding_hint  # few findings are named that there are not

    hint = finding_hint(inspection, each.name, known)
    place = inspection.area.at(file, each.path)
    return RULE.at(place, f"there is no finding «{each.name}»", hint, length=len(each.name))
