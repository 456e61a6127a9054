"""``comments.yaml``: what was said of the drafts of a report, and what became of it.

The inspectorate keeps the file. No report holds anything of it, and so the names of those who commented reach none.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import Literal

from omi_report.model import facts
from omi_report.model.base import Base, Key, ReportDate, Text, Words
from omi_report.model.kinds import FileKind
from omi_report.model.record import Record, field
from omi_report.source.places import COMMENTS_FILE

CommentKind = Literal["fact", "wording", "omission", "evidence"]
"""What a comment is about: a fact, how it is put, something that is missing, or evidence that comes with it."""

Decision = Literal["accepted", "partly", "not-accepted"]
"""What was decided of a comment. One of which nothing is said is open."""


class Comment(Record):
    """What somebody said of a place of a draft, and what became of it."""

    id: Key = field(about="a name that stays, by which letters can call the comment: area-12")
    on: Words | None = field(
        default=None, about="the address of its place in the report: finding-1.2-reviews; none for the whole report"
    )
    quoted: Text | None = field(default=None, about="the words that it is about, as the draft has them")
    by: Words = field(about="who said it: Hampshire Probation Area; no report prints it")
    date: ReportDate | None = field(default=None, about="when it was said: 2008-01-22")
    draft: Base | None = field(default=None, about="which draft it is about: 1, 2, …")
    kind: CommentKind = field(default="wording", about="fact, wording, omission or evidence")
    says: Text = field(about="what is said")
    proposed: Text | None = field(default=None, about="the words that are asked for in place of the quoted ones")
    decision: Decision | None = field(default=None, about="accepted, partly or not-accepted; an open comment has none")
    answer: Text | None = field(default=None, about="why, for those who commented")
    changed: Text | None = field(
        default=None, about="the words that came of it, in place of the quoted ones; some of them will do"
    )
    origin: Key | None = field(
        default=None, about="omi writes it where the comment came in a file, and so knows the comment again"
    )

    @property
    def is_open(self) -> bool:
        """Whether nothing has been decided yet."""
        return self.decision is None


class Comments(Record):
    """``comments.yaml``: what was said of the drafts, and what became of it."""

    comments: tuple[Comment, ...] = ()


def _ids(held: Comments) -> Iterator[facts.UniqueName]:
    for at, comment in enumerate(held.comments):
        yield facts.UniqueName("id", "", ("comments", at, "id"), comment.id)


COMMENTS = FileKind(id="comments", file=COMMENTS_FILE, model=Comments, unique_names=_ids, is_beside=True)
"""The kind of the file. It is the kind of no part, so that nothing of a report comes from it."""
