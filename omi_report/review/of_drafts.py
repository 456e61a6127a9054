"""What a draft says of itself: its number and its date. Every comparison names them first, so they are no change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from omi_report.document.tree import Meta
from omi_report.language.known import UnknownLanguageError, language_of
from omi_report.review.change import Change

_DATE: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?")


def says_which_draft(change: Change, old: Meta, new: Meta) -> bool:
    """Say whether all the words of a change are those by which two reports say which draft they are."""
    before, after = {*_own(old), ""}, {*_own(new), ""}
    return change.how != "moved" and change.old in before and change.new in after


def _own(meta: Meta) -> Iterator[str]:
    if not meta.draft:
        return
    yield meta.draft
    yield meta.stage_notice
    date = dated(meta)
    if date:
        yield date
        yield f"{meta.draft} {date}"


def dated(meta: Meta) -> str:
    """Return when a draft was sent, or a report published, in the words of its language; nothing where nobody says.

    A ``report.json`` of somebody else's may have anything in the place of a date, which is returned as it is.
    """
    date = meta.drafted or meta.published or ""
    if not _DATE.fullmatch(date):
        return date
    try:
        return language_of(meta.language).date(*map(int, date.split("-")))
    except UnknownLanguageError:
        return date
