"""Remarks with their places → entries of ``comments.yaml``: what is new, what is known already, what contradicts it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from omi_report.comments.own_words import OTHER_WORDS, TO_GO
from omi_report.comments.plain_words import in_plain_words
from omi_report.comments.remark import Remark, Returned
from omi_report.model.base import ReportDate, Text
from omi_report.model.comments import Comment
from omi_report.remarks.placing import PlacedRemark


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment that is to be added, the remark that it comes from with its place, and the file that held it."""

    comment: Comment
    placed: PlacedRemark
    file: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Comments on the same words that do not go together: they ask for different words.

    ``by_one`` says that one person said them, who answered twice.
    """

    on: str
    comments: tuple[Comment, ...]
    by_one: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """What some files bring: the comments that are new, how many are known already, and what contradicts itself."""

    new: tuple[NewComment, ...]
    known: int
    conflicts: tuple[Conflict, ...]


def incoming(
    files: Iterable[tuple[Returned, Sequence[PlacedRemark]]],
    held: Sequence[Comment],
    *,
    by: str,
    draft: int | None,
    date: ReportDate,
) -> Incoming:
    """Make comments of the remarks of files, but for those that came in before.

    ``held`` are the comments that there are. ``by`` is who speaks where nobody signed, "" where that is not known,
    ``draft`` the draft where a file does not tell its own, and ``date`` the day on which the files came in.
    """
    origins = {each.origin for each in held if each.origin}
    ids = {each.id for each in held}
    found: list[NewComment] = []
    known = 0
    for returned, placed_remarks in files:
        of_draft = returned.draft if returned.draft is not None else draft
        origins_here = origins_of((each.remark for each in placed_remarks), of_draft)
        for placed, origin in zip(placed_remarks, origins_here, strict=True):
            if origin in origins:
                known += 1
                continue
            origins.add(origin)
            name = _free_id(ids, of_draft)
            signed = placed.remark.by or by or f"not signed ({PurePath(returned.shown).name})"
            found.append(NewComment(_comment(placed, name, signed, of_draft, date, origin), placed, returned.shown))
    return Incoming(tuple(found), known, _conflicts(held, found))


def origins_of(remarks: Iterable[Remark], draft: int | None) -> Iterator[str]:
    """Yield for each remark of a file what stays the same when it comes in again, whatever was made of it meanwhile.

    Another program may have saved the file anew, and have dropped addresses: of two remarks on the same words that say
    the same, the first is told from the second by their order.
    """
    spots: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for remark in remarks:
        said = (
            remark.quoted or remark.words or remark.named or remark.address,
            remark.says,
            remark.proposed,
            remark.by,
            remark.kind,
        )
        of_it = (str(draft), *("" if each is None else f"={' '.join(each.split())}" for each in said))
        spot = (remark.address, in_plain_words(remark.words))
        known = spots.setdefault(of_it, [])
        if spot not in known:
            known.append(spot)
        yield _digest(*of_it, *map(str, filter(None, [known.index(spot)])))


def _digest(*of_it: str) -> str:
    return hashlib.sha256("\0".join(of_it).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _comment(placed: PlacedRemark, name: str, by: str, draft: int | None, date: ReportDate, origin: str) -> Comment:
    remark = placed.remark
    quoted = remark.quoted or remark.words or _told_by(placed)
    return Comment(
        id=name,
        on=_on(placed, draft),
        quoted=Text.of(quoted) if quoted.strip() else None,
        by=" ".join(by.split()),
        date=_date(remark.date) or date,
        draft=draft,
        kind=remark.kind or "wording",
        says=Text.of(remark.says.strip() or (TO_GO if remark.proposed == "" else OTHER_WORDS)),
        proposed=Text.of(remark.proposed) if remark.proposed and remark.proposed.strip() else None,
        decision=None,
        answer=None,
        changed=None,
        origin=origin,
    )


def _told_by(placed: PlacedRemark) -> str:
    """The first words of a place that was only named, where its address may be that of something else one day."""
    if placed.place is None or placed.place.stays:
        return ""
    return next((line for line in placed.place.words.splitlines() if line.strip()), "")


def _on(placed: PlacedRemark, draft: int | None) -> str | None:
    """The address that a comment is kept under: never one that leads to something else than it was made on."""
    if placed.is_taken:
        return f"{placed.address}@{'earlier' if draft is None else f'draft-{draft}'}"
    return placed.address or placed.remark.named or None


def _date(written: str) -> ReportDate | None:
    try:
        return ReportDate.parse(written)
    except ValueError:
        return None


def _free_id(taken: set[str], draft: int | None) -> str:
    """An id behind all that there are: ``draft-1-12``, or ``comment-12`` where the draft is not known."""
    begins = "comment" if draft is None else f"draft-{draft}"
    numbered = re.compile(rf"{begins}-(\d{{1,9}})")
    last = max((int(found[1]) for each in taken if (found := numbered.fullmatch(each))), default=0)
    name = f"{begins}-{last + 1}"
    taken.add(name)
    return name


def _conflicts(held: Sequence[Comment], new: Sequence[NewComment]) -> tuple[Conflict, ...]:
    """Comments on the same words of which one is new, and that ask for different words or were said twice."""
    files = {each.comment.id: each.file for each in new}
    by_place: dict[tuple[str | None, int | None], list[list[Comment]]] = {}
    for each in (*held, *(one.comment for one in new)):
        groups = by_place.setdefault((each.on, each.draft), [])
        home = next((group for group in groups if any(_on_same_words(each, other) for other in group)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return tuple(each for groups in by_place.values() for group in groups for each in _of_group(group, files))


def _of_group(group: Sequence[Comment], files: Mapping[str, str]) -> Iterator[Conflict]:
    """What contradicts itself in the comments on the same words, where one of them is new."""
    if not any(each.id in files for each in group):
        return
    on = group[0].on or ""
    by_words = {" ".join(each.proposed.split()): each for each in reversed(group) if each.proposed}
    if len(by_words) > 1:
        yield Conflict(on, tuple(each for each in group if each.proposed), by_one=False)
    by_signer: dict[str, list[Comment]] = {}
    for each in group:
        by_signer.setdefault(in_plain_words(each.by), []).append(each)
    for several in by_signer.values():
        if len({files.get(each.id, "") for each in several}) > 1:
            yield Conflict(on, tuple(several), by_one=True)


def _on_same_words(one: Comment, other: Comment) -> bool:
    """Whether two comments on one place are on the same words of it, or on words that hold the other's.

    A comment on a whole place is on all its words; one on the whole report is on no words.
    """
    if one.on is None and not (one.quoted and other.quoted):
        return False
    first, second = (in_plain_words(each.quoted or "") for each in (one, other))
    return first in second or second in first
