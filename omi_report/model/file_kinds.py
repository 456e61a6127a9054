"""The two kinds of file that every area has, whatever its parts: area.yaml, and one for each criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from omi_report.model import box_facts, facts
from omi_report.model.criterion import Criterion, KeyQuestionResult, criterion_model
from omi_report.model.findings import LEAD_ROOM
from omi_report.model.identity import Identity
from omi_report.model.kinds import FileKind
from omi_report.numbering import as_printed
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.tree import Path


def _identity_texts(identity: Identity) -> Iterator[facts.WrittenText]:
    for name in ("notice", "acknowledgements"):
        text = getattr(identity, name)
        if text:
            yield facts.WrittenText((name,), text, f"area {name}")


def _sample(identity: Identity) -> Iterator[facts.FrameworkName]:
    for value in identity.sample:
        yield facts.FrameworkName("sample", ("sample", value), value, key=True)


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
    framework_names=_sample,
    people=_team,
    is_tabular=True,
    unprinted=frozenset({"framework", "isbn", "inspected", "feedback", "drafted", "commented", "published"}),
)


def _criterion_texts(criterion: Criterion, before: Mapping[str, int] | None = None) -> Iterator[facts.WrittenText]:
    """``before`` are how many findings of a kind stand before those of the criterion, where numbers run on."""
    number = criterion.criterion
    about = ("criterion", number)
    for kind in criterion.finding_kinds:
        for index, finding in enumerate(criterion.of_kind(kind)):
            mark = kind.written(kind.mark_at((before or {}).get(kind.id, 0) + index))
            label = f"%(term_criterion)s {as_printed(number)}, {kind.singular}{f' ({mark})' if mark else ''}"
            if finding.lead:
                lead = f"{label}, lead"
                yield facts.WrittenText((kind.key, index, "lead"), finding.lead, lead, number, "lead", about, LEAD_ROOM)
            yield facts.WrittenText((kind.key, index, "text"), finding.text, label, number, "finding", about)
            if finding.figure:
                beside = f"{label}, figure"
                yield facts.WrittenText((kind.key, index, "figure"), finding.figure, beside, number, "value", about)
    yield from box_facts.box_texts(criterion.boxes, f"%(term_criterion)s {as_printed(number)}", number, about)
    for path, stated in _stated(criterion):
        if stated.rating_reason:
            label = f"%(term_criterion)s {as_printed(number)}, reason for the %(term_rating)s"
            yield facts.WrittenText((*path, "rating_reason"), stated.rating_reason, label, number, "running", about)


def _titles(criterion: Criterion) -> Iterator[Path]:
    for name, percentage in criterion.percentages.items():
        if percentage.label:
            yield ("percentages", name, "label")
    yield from box_facts.box_titles(criterion.boxes)


def _box_stories(criterion: Criterion) -> Iterator[facts.PersonalEntry]:
    return box_facts.box_stories(criterion.boxes)


def _criterion_figures(criterion: Criterion) -> Iterator[facts.ScopeFigures]:
    yield facts.ScopeFigures(criterion.criterion, ("percentages",), criterion.percentages)


def _ids(criterion: Criterion) -> Iterator[facts.UniqueName]:
    for kind in criterion.finding_kinds:
        for index, finding in enumerate(criterion.of_kind(kind)):
            if finding.id:
                yield facts.UniqueName("id", "", (kind.key, index, "id"), finding.id)
    yield from box_facts.box_ids(criterion.boxes)


def _framework_names(criterion: Criterion) -> Iterator[facts.FrameworkName]:
    yield from box_facts.box_kinds(criterion.boxes)


def _stated(criterion: Criterion) -> Iterator[tuple[Path, Criterion | KeyQuestionResult]]:
    yield (), criterion
    for name, result in criterion.key_questions.items():
        yield ("key_questions", name), result


def _stated_ratings(criterion: Criterion) -> Iterator[facts.StatedRating]:
    stated = (criterion.score, criterion.rating, criterion.rating_reason)
    yield facts.StatedRating("criterion", criterion.criterion, (), *stated)
    for name, each in criterion.key_questions.items():
        path: Path = ("key_questions", name)
        yield facts.StatedRating("key-question", name, path, each.score, each.rating, each.rating_reason)


CRITERION = FileKind(
    id="criterion",
    file="criteria/N.N.yaml",
    model=criterion_model(),
    texts=_criterion_texts,
    figures=_criterion_figures,
    unique_names=_ids,
    framework_names=_framework_names,
    titles=_titles,
    stories=_box_stories,
    stated_ratings=_stated_ratings,
)
"""The kind of the files of criteria. The name of each holds its criterion's number."""


def criterion_kind(before: Mapping[str, int]) -> FileKind[Criterion]:
    """Return the kind of the file of a criterion before which findings stand whose numbers run on.

    ``before`` are how many of each kind, by its id.
    """
    return replace(CRITERION, texts=partial(_criterion_texts, before=before)) if before else CRITERION
