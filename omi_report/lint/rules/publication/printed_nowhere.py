"""OMI710: something is written that no part of the report prints."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.publication.in_print import InPrint, in_print
from omi_report.model.boxes import LIST
from omi_report.model.criterion import Criterion, criterion_file
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Mapping, find, is_null

RULE = Rule(
    "OMI710",
    "printed-nowhere",
    Severity.WARNING,
    "A file, or a value of one, is of a kind that only some parts of a report print, and the framework has none of "
    "these parts.",
    "Whoever wrote it believes that readers see it.",
    bad="service-users.yaml: groups: …\nframework.yaml: (no part of the kind service-users)",
    good="service-users.yaml: groups: …\nframework.yaml: parts:\n  - {kind: service-users, heading: What people say}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Ask the kinds of part what they print, and look for what none of the report's own prints."""
    known = in_print(inspection)
    whole_files = set()
    for problem_file, problem in _files(inspection, known):
        whole_files.add(problem_file)
        yield problem
    for file, key in known.kinds:
        if file not in whole_files and not known.is_printed((file, key)):
            yield from _value(inspection, file, key, known.kinds[file, key])
    yield from _criteria(inspection)


def _files(inspection: Inspection, known: InPrint) -> Iterator[tuple[str, Problem]]:
    """The files of kinds of part that the framework does not have; those that hold ratings count for scores."""
    area = inspection.area
    used = {part.kind for part in area.framework.parts}
    for kind in area.part_kinds:
        if not kind.file or kind.file not in area.parts or kind.id in used or kind.holds_ratings:
            continue
        elsewhere = [key for file, key in known.printed if file == kind.file]
        if not elsewhere:
            message = f"no part of this report prints {kind.file}"
            yield kind.file, RULE.at(area.at(kind.file), message, _hint([kind.id], "the file"))
            continue
        root = area.files[kind.file].root
        for key in root if isinstance(root, Mapping) else ():
            if key not in elsewhere:
                yield from ((kind.file, each) for each in _value(inspection, kind.file, str(key), [kind.id]))


def _value(inspection: Inspection, file: str, key: str, kinds: list[str]) -> Iterator[Problem]:
    """A value at the top of a file that is there, and that only parts of some kinds print."""
    source = inspection.area.files.get(file)
    root = source.root if source else None
    if isinstance(root, Mapping) and root.key(key) is not None and not is_null(find(root, (key,))):
        place = inspection.area.at(file, (key,), key=True)
        yield RULE.at(place, f"no part of this report prints «{key}»", _hint(kinds, "it"), length=len(key))


def _criteria(inspection: Inspection) -> Iterator[Problem]:
    """Findings and boxes of criteria, in a report without the part in which criteria stand."""
    area = inspection.area
    if any(area.kinds[part.kind].holds_criteria for part in area.framework.parts):
        return
    holding = [kind.id for kind in area.kinds.values() if kind.holds_criteria]
    for number, criterion in area.criteria.items():
        for key in _filled(criterion):
            place = area.at(criterion_file(number), (key,), key=True)
            yield RULE.at(place, f"no part of this report prints «{key}»", _hint(holding, "it"), length=len(key))


def _filled(criterion: Criterion) -> list[str]:
    keys = [kind.key for kind in criterion.finding_kinds if criterion.of_kind(kind)]
    return [*keys, *([LIST] if criterion.boxes else ())]


def _hint(kinds: list[str], what: str) -> str:
    return f"add «- kind: {' or '.join(kinds)}» to the parts of the framework, or remove {what}"
