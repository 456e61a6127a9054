"""OMI318: a recommendation answers a finding that there is not, or under which none can stand."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity, closest

RULE = Rule(
    "OMI318",
    "unknown-finding",
    Severity.ERROR,
    "A recommendation names a finding that the area does not have, or one of a kind under which the framework prints "
    "no recommendations.",
    "It would be printed under no finding, and nobody would miss it there.",
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
            hint = f"they stand under {' and '.join(other.plural for other in taking) or 'no findings at all'}"
            message = f"{each.name} is one of the {kind.plural}, and no %(terms_recommendation)s stand under these"
            yield RULE.at(place, message, f"{hint}: name its %(term_criterion)s instead", length=length)
            continue
        nearest = closest(each.name, known)
        hint = f"did you mean {nearest[0]}?" if nearest else "give the finding an id, and write 1.2/its-id"
        yield RULE.at(place, f"there is no finding «{each.name}»", hint, length=length)
