"""The pieces of a report → its places: which piece is the title of a criterion or a part, and what stands under it.

A title stands in several places: in the contents, in tables, at the head of pages. The one that counts is where the
text stands: for a criterion that which findings follow, for a part that which most words follow.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from omi_report.importing.pieces import Doubt, Left, ReportPiece
from omi_report.importing.titles import Title, Titles
from omi_report.model.framework import Framework

_A_PARAGRAPH = 60
"""So many words must follow the title of a criterion that has no findings."""
_A_LINE = 10
"""So many words below a whole title are its text, and not the next lines of the contents."""
_MOST_WORDS_OF_LABEL = 2
FRONT = "front"


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """What stands in a place: ``what`` (criterion, section, part, front), the name of it, its title and its pieces."""

    what: str
    name: str
    title: ReportPiece | None
    pieces: list[ReportPiece]


@dataclass(frozen=True, slots=True)
class Structure:
    """A report in its places, the titles that were recognised, and what was uncertain."""

    stretches: list[ReportPlace]
    titles: list[Left] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    appendices: dict[str, str] = field(default_factory=dict)
    """The names of parts by the numbers that the report gives them as appendices."""


class _Candidate(NamedTuple):
    """A piece that may be the title of a place."""

    at: int
    title: Title
    piece: ReportPiece


def structure_of(pieces: list[ReportPiece], titles: Titles) -> Structure:
    """Cut a report at the titles of its parts, sections and criteria."""
    candidates = _candidates(pieces, titles)
    chosen = sorted(_chosen(candidates, pieces, titles), key=lambda each: each.at)
    found = Structure([])
    last = ReportPlace(FRONT, FRONT, None, pieces[: chosen[0].at] if chosen else pieces)
    found.stretches.append(last)
    labels = {each.at: _label(pieces, each.at, titles) for each in chosen}
    if chosen and labels[chosen[0].at]:
        last.pieces.pop()
    ends = [*(each.at - bool(labels[each.at]) for each in chosen[1:]), len(pieces)]
    for candidate, end in zip(chosen, ends, strict=False):
        title = candidate.title
        if label := labels[candidate.at]:
            found.titles.append(Left(label, f"title: {title.what} {title.name}"))
        below = pieces[candidate.at + 1 : end]
        again = [piece for piece in below if title.what == "part" and _is_same(piece, title, titles)]
        found.stretches.append(
            ReportPlace(title.what, title.name, candidate.piece, [piece for piece in below if piece not in again])
        )
        found.titles.extend(Left(piece, "a title again, at the head of a page") for piece in again)
        found.titles.append(Left(candidate.piece, f"title: {title.what} {title.name}"))
        if not title.sure:
            found.doubts.append(
                Doubt(candidate.piece.line, f"«{candidate.piece.text}» was taken for the title of {_said(title)}")
            )
        named = f"{label.text if label else ''} {candidate.piece.text}".strip()
        if title.what == "part" and (number := titles.appendix_of(named)):
            found.appendices[number] = title.name
    return found


def _is_same(piece: ReportPiece, title: Title, titles: Titles) -> bool:
    """Whether a piece has the title of a part, and surely."""
    other = None if piece.rows else titles.of(piece.text, piece.level)
    return other is not None and other.sure and other[:2] == title[:2]


def _label(pieces: list[ReportPiece], at: int, titles: Titles) -> ReportPiece | None:
    """What stands above a title and belongs to it: «Appendix 3», or the number of a section."""
    piece = pieces[at - 1] if at else None
    if piece is None or piece.rows or piece.words > _MOST_WORDS_OF_LABEL:
        return None
    alone = titles.appendix_of(f"{piece.text} ") and len(piece.text.split()) == _MOST_WORDS_OF_LABEL
    return piece if alone or piece.text.strip(". ").isdigit() else None


def fit(pieces: list[ReportPiece], titles: Titles) -> int:
    """Say how many criteria of a framework have their number and title in a report."""
    found = (titles.of(piece.text, piece.level) for piece in pieces)
    return len({each.name for each in found if each and each.what == "criterion" and each.numbered})


def _said(title: Title) -> str:
    return f"{title.what} {title.name}"


def _candidates(pieces: list[ReportPiece], titles: Titles) -> list[_Candidate]:
    found = []
    for at, piece in enumerate(pieces):
        title = None if piece.rows else titles.of(piece.text, piece.level)
        if title is not None and piece.bullet and not title.sure:
            title = None
        if title is None:
            title = _split_title(pieces, at, titles)
        if title is not None and title.what in ("criterion", "section", "part") and not title.listed:
            found.append(_Candidate(at, title, piece))
    return found


def _split_title(pieces: list[ReportPiece], at: int, titles: Titles) -> Title | None:
    """A title whose number or whose word for an appendix stands in a piece of its own above it."""
    piece = pieces[at]
    if piece.rows or piece.words > 2 or at + 1 == len(pieces) or pieces[at + 1].rows:
        return None
    return titles.of(f"{piece.text} {pieces[at + 1].text}", piece.level) if piece.text[:1].isalnum() else None


def _chosen(candidates: list[_Candidate], pieces: list[ReportPiece], titles: Titles) -> list[_Candidate]:
    criteria = _criteria(candidates, pieces, titles)
    firsts = {each.at for each in criteria}
    sections = _sections(candidates, firsts, titles.framework)
    settled = sorted([*criteria, *sections], key=lambda each: each.at)
    return [*settled, *_parts(candidates, settled, pieces)]


def _criteria(candidates: list[_Candidate], pieces: list[ReportPiece], titles: Titles) -> list[_Candidate]:
    """The places of the criteria: where findings follow before the next title, else where most words do."""
    marks = [each for each in candidates if each.title.what != "criterion" or _stands_alone(each)]
    best: dict[str, tuple[tuple[bool, int], _Candidate]] = {}
    ends = [*(each.at for each in marks[1:]), len(pieces)]
    for candidate, end in zip(marks, ends, strict=False):
        if candidate.title.what != "criterion":
            continue
        below = pieces[candidate.at + 1 : end]
        has_findings = any(_is_findings(piece, titles) for piece in below)
        weight = (has_findings, sum(piece.words for piece in below if not piece.rows))
        name = candidate.title.name
        if (has_findings or candidate.title.numbered) and (name not in best or weight > best[name][0]):
            best[name] = (weight, candidate)
    sure = [candidate for weight, candidate in best.values() if weight[0]]
    times = Counter(each.title.name for each in marks if each.title.numbered)
    for weight, candidate in sorted(best.values(), key=lambda each: each[1].at):
        # a heading is no line of the contents, and what stands once is not there as well
        enough = 1 if candidate.piece.level else _A_LINE if times[candidate.title.name] == 1 else _A_PARAGRAPH
        if not weight[0] and weight[1] >= enough and _fits(candidate, sure, titles.framework):
            sure.append(candidate)
    return sure


def _fits(candidate: _Candidate, sure: list[_Candidate], framework: Framework) -> bool:
    """Whether a criterion without findings stands where its number says, among those that are sure."""
    order = list(framework.criteria)
    at = {each.title.name: each.at for each in sure}
    number = order.index(candidate.title.name)
    before = [at[each] for each in order[:number] if each in at]
    behind = [at[each] for each in order[number + 1 :] if each in at]
    return all(each < candidate.at for each in before) and all(each > candidate.at for each in behind)


def _stands_alone(candidate: _Candidate) -> bool:
    """Whether a line says by itself that it is the title of a criterion: «Victims» may be that of much else."""
    return candidate.title.numbered or candidate.piece.level > 0


def _is_findings(piece: ReportPiece, titles: Titles) -> bool:
    title = None if piece.rows else titles.of(piece.text, piece.level)
    return title is not None and title.what == "findings"


def _sections(candidates: list[_Candidate], criteria: set[int], framework: Framework) -> list[_Candidate]:
    """The titles of sections: those that the title of one of their criteria follows next."""
    numbers = {each.number: {inner.number for inner in each.criteria} for each in framework.sections}
    found: dict[str, _Candidate] = {}
    relevant = [each for each in candidates if each.title.what == "section" or each.at in criteria]
    for candidate, following in pairwise(relevant):
        name = candidate.title.name
        if candidate.title.what == "section" and following.title.name in numbers[name]:
            found[name] = candidate
    return list(found.values())


def _comes_again(before: _Candidate | None, candidate: _Candidate) -> bool:
    """Whether a title is that of the part which it stands in, as at the head of its next page."""
    return before is not None and before.title[:2] == candidate.title[:2] == ("part", candidate.title.name)


def _parts(candidates: list[_Candidate], settled: list[_Candidate], pieces: list[ReportPiece]) -> list[_Candidate]:
    """The titles of parts: of several of one name that which most words follow before the next part or criterion.

    Where a whole title has words below it, one that has only its first words is none.
    """
    places = {each.at for each in settled}
    marks = [each for each in candidates if each.title.what == "part" or each.at in places]
    marks = [each for before, each in pairwise([None, *marks]) if each and not _comes_again(before, each)]
    best: dict[str, tuple[tuple[bool, int], _Candidate]] = {}
    ends = [*(each.at for each in marks[1:]), len(pieces)]
    for candidate, end in zip(marks, ends, strict=False):
        if candidate.title.what == "part":
            words = sum(piece.words for piece in pieces[candidate.at + 1 : end])
            weight = (words >= _A_LINE and not candidate.title.begun, words)
            name = candidate.title.name
            if name not in best or weight > best[name][0]:
                best[name] = (weight, candidate)
    return [candidate for _weight, candidate in best.values()]
