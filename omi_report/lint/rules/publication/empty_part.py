"""OMI706: a part of a final report would be empty."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.subject import Subject
from omi_report.model.area import Area
from omi_report.model.files import PART_FILES, file_of
from omi_report.model.framework import PartKind
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI706",
    "empty-part",
    Severity.WARNING,
    "The stage is final, and a part of the report would be printed with nothing in it, or the summary leaves out a "
    "section or a thread.",
    "A heading with nothing below it looks like a page that was lost.",
    bad="area.yaml: {stage: final}\nrecommendations.yaml: (no next_steps)",
    good="area.yaml: {stage: final}\nrecommendations.yaml:\n  next_steps: The area has four weeks to write its plan.",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look into each part; a file that is missing has been reported already."""
    area = subject.area
    if area.identity.stage != "final":
        return
    for part in area.framework.parts:
        file, lacking = _FILES.get(part.kind, ""), _LACKING.get(part.kind, "")
        if file in area.files and lacking and _is_empty(part.kind, area):
            heading = part.heading or part.kind
            message = f"the stage is final, and «{heading}» would be empty: {file} has no {lacking}"
            yield RULE.at(area.at(file), message, "write it, or set the stage to draft")
    yield from _unsummarised(area)


_FILES = {kind: file_of(kind) for kind in PART_FILES} | {
    "acknowledgements": "area.yaml",
    "next-steps": "recommendations.yaml",
}
_LACKING: dict[PartKind, str] = {
    "acknowledgements": "acknowledgements",
    "abbreviations": "abbreviations",
    "recommendations": "recommendations",
    "next-steps": "next_steps",
    "good-practice": "stories",
    "service-users": "groups",
}


def _is_empty(kind: PartKind, area: Area) -> bool:
    """Say whether nothing was written for a part whose file is there and could be read."""
    match kind:
        case "acknowledgements":
            return area.identity.acknowledgements is None
        case "abbreviations":
            return area.abbreviations is not None and not area.abbreviations.root
        case "recommendations":
            return area.recommendations is not None and not area.recommendations.recommendations
        case "next-steps":
            return area.recommendations is not None and area.recommendations.next_steps is None
        case "good-practice":
            return area.good_practice is not None and not area.good_practice.stories
        case "service-users":
            return area.service_users is not None and not area.service_users.groups
        case _:
            return False


def _unsummarised(area: Area) -> Iterator[Problem]:
    if area.summary is None:
        return
    for section in area.framework.sections:
        if section.number not in area.summary.sections:
            place = area.at("summary.yaml", ("sections",), key=True)
            message = f"the stage is final, and the summary has no text on section {section.number} ({section.title})"
            yield RULE.at(place, message, f"write one below sections: {section.number}: …", length=len("sections"))
    for thread in area.framework.threads:
        if thread.id not in area.summary.threads:
            place = area.at("summary.yaml", ("threads",), key=True)
            message = f"the stage is final, and the summary has no text on the thread «{thread.title}»"
            yield RULE.at(place, message, f"write one below threads: {thread.id}: …", length=1)
