"""The two kinds of file that every area has, whatever its parts: area.yaml, and one for each criterion."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model import facts
from omi_report.model.criterion import Criterion, criterion_model
from omi_report.model.findings import letter
from omi_report.model.identity import Identity
from omi_report.model.kinds import FileKind
from omi_report.source.places import IDENTITY_FILE


def _identity_texts(identity: Identity) -> Iterator[facts.WrittenText]:
    for name in ("notice", "acknowledgements"):
        text = getattr(identity, name)
        if text:
            yield facts.WrittenText((name,), text, f"area {name}")


def _case_types(identity: Identity) -> Iterator[facts.FrameworkName]:
    for case_type in identity.sample:
        yield facts.FrameworkName("case type", ("sample", case_type), case_type, key=True)


def _team(identity: Identity) -> Iterator[str]:
    for role in identity.team:
        yield from role.names
    if identity.chief_inspector:
        yield identity.chief_inspector


IDENTITY = FileKind(
    id="area",
    file=IDENTITY_FILE,
    model=Identity,
    texts=_identity_texts,
    framework_names=_case_types,
    people=_team,
    is_tabular=True,
    unprinted=frozenset({"framework", "isbn", "inspected", "drafted", "published"}),
)


def _criterion_texts(criterion: Criterion) -> Iterator[facts.WrittenText]:
    number = criterion.criterion
    about = ("criterion", number)
    for kind in criterion.finding_kinds:
        for index, finding in enumerate(criterion.of_kind(kind)):
            label = f"criterion {number}, {kind.singular} ({letter(index)})"
            yield facts.WrittenText((kind.key, index, "text"), finding.text, label, number, "finding", about)
    if criterion.conclusion_reason:
        label = f"criterion {number}, reason for the conclusion"
        yield facts.WrittenText(("conclusion_reason",), criterion.conclusion_reason, label, number, "running", about)


def _criterion_figures(criterion: Criterion) -> Iterator[facts.ScopeFigures]:
    yield facts.ScopeFigures(criterion.criterion, ("percentages",), criterion.percentages)


def _finding_ids(criterion: Criterion) -> Iterator[facts.UniqueName]:
    for kind in criterion.finding_kinds:
        for index, finding in enumerate(criterion.of_kind(kind)):
            if finding.id:
                yield facts.UniqueName("id", "", (kind.key, index, "id"), finding.id)


def _judgements(criterion: Criterion) -> Iterator[facts.FrameworkName]:
    if criterion.grade is not None:
        yield facts.FrameworkName("grade", ("grade",), criterion.grade)
    if criterion.conclusion is not None:
        yield facts.FrameworkName("band", ("conclusion",), criterion.conclusion)


CRITERION = FileKind(
    id="criterion",
    file="criteria/N.N.yaml",
    model=criterion_model(),
    texts=_criterion_texts,
    figures=_criterion_figures,
    unique_names=_finding_ids,
    framework_names=_judgements,
)
"""The kind of the files of criteria. The name of each holds its criterion's number."""
