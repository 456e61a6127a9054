"""What stands in the workbook in which others comment on a draft: its sheets and columns, to write and to read them."""

from __future__ import annotations

from typing import Final, get_args

from omi_report.model.comments import CommentKind

COMMENTS_SHEET: Final = "Comments"
MORE_SHEET: Final = "More comments"
HELP_SHEET: Final = "How to answer"
HIDDEN_SHEET: Final = "omi"
"""Says to omi which draft of which area the workbook was made from; nobody else needs it."""

WHERE: Final = "Where"
PAGE: Final = "Page"
TEXT: Final = "What the draft says"
KIND: Final = "What kind"
SAYS: Final = "What you say"
PROPOSED: Final = "Words you propose"
BY: Final = "Your name"
ADDRESS: Final = "Address"

COLUMNS: Final = (WHERE, PAGE, TEXT, KIND, SAYS, PROPOSED, BY, ADDRESS)
"""The columns of the sheet of comments, in their order."""
MORE_COLUMNS: Final = (WHERE, KIND, SAYS, PROPOSED, BY)
"""The columns of the sheet for more comments."""
FILLED: Final = (KIND, SAYS, PROPOSED, BY)
"""The columns that are filled in."""

WHOLE: Final = "the whole report"
"""What stands under «Where» for a comment on the report as a whole."""
KINDS: Final[tuple[CommentKind, ...]] = get_args(CommentKind)

AREA_KEY: Final = "area"
DRAFT_KEY: Final = "draft"
WORDS_KEY: Final = "words"
PLACE_KEY: Final = "place"
ALSO_KEY: Final = "also"
"""What stands in the first column of a row of the hidden sheet; the value stands in the second.

The rows of ``place`` have an address, a space and what stands under «Where» for it, and those of ``also`` an address
and a further one of the same place, so that places are found without the columns of the other sheets.
The rows of ``words`` have short digests of the texts that the workbook was made with, so that a text that somebody
changed in its place is noticed.
"""
