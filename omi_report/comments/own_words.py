"""What omi writes where somebody changed or marked words and said nothing: no words of those who commented."""

from __future__ import annotations

from typing import Final

OTHER_WORDS: Final = "Other words are proposed."
TO_GO: Final = "These words are to be left out."
TO_BE_MOVED: Final = "These words are to be moved elsewhere."
TO_BE_ADDED: Final = "Words are to be added."
MOVED_HERE: Final = "Words are to be moved here from elsewhere."
ONLY_MARKED: Final = "These words are marked, and nothing is said of them."
"""What stands in files of comments that came in before such marks were only told."""

_ALL: Final = frozenset(
    (OTHER_WORDS, TO_GO, TO_BE_MOVED, TO_BE_ADDED, MOVED_HERE, ONLY_MARKED, "These words should go.")
)


def without_own(says: str) -> tuple[str, str]:
    """Return what omi wrote at the head of what a comment says, "" for nothing, and what somebody said."""
    first, _, more = says.strip().partition("\n")
    return (first, more.strip()) if first.strip() in _ALL else ("", says.strip())
