"""A remark as somebody's file holds it, before it has a place in the report and stands in ``comments.yaml``."""

from __future__ import annotations

from dataclasses import dataclass

from omi_report.model.comments import CommentKind


@dataclass(frozen=True, slots=True)
class Remark:
    """What a file that came back says of one place of a draft: a row of a workbook, a comment in Word or in a PDF.

    ``address`` is that of the place in the draft that the file was made from, and ``words`` are all the words of that
    place in the file; each is "" where the file does not tell. ``quoted`` are the words that are marked, "" where the
    remark is on the whole place. ``stood`` are the words of a place that the file names and does not show beside the
    remark: by them it is found again, and nothing of them is quoted. ``near`` are addresses of more places that it may
    stand in, the likeliest first, where the file does not tell where a place ends. ``proposed`` are the words asked for
    in place of the quoted ones: None where none are, "" where the quoted ones shall go. ``by`` and ``date``
    (2008-01-22) are "" where nobody signed, and where no date is kept. ``kind`` is None where the file has no kinds.
    ``named`` is what somebody typed for the place, and ``address`` is "" where no place of the draft is called so.
    ``where`` names the place in the file for people: «row 12», «page 4».
    """

    says: str
    where: str
    address: str = ""
    words: str = ""
    quoted: str = ""
    proposed: str | None = None
    by: str = ""
    date: str = ""
    kind: CommentKind | None = None
    named: str = ""
    near: tuple[str, ...] = ()
    stood: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back: what it is called, the draft that it says it was made from, and its remarks in order.

    ``area`` (the name of the area's folder) is "" and ``draft`` None where the file does not tell. ``unread`` are lines
    on what stands in the file and cannot be taken in, each with its place: nothing is dropped without a word.
    """

    shown: str
    remarks: tuple[Remark, ...]
    area: str = ""
    draft: int | None = None
    unread: tuple[str, ...] = ()
