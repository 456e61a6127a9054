"""The comments on a draft with what was decided of each, as the letter to those who commented tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from omi_report.comments.commented import Commented
from omi_report.comments.listing import listed, matching
from omi_report.language.language import Language
from omi_report.model.comments import Comment
from omi_report.remarks.places import CommentPlace

_SIGNED = re.compile(r"^Reply \([^)\n]*\):", re.MULTILINE)
"""How an answer begins that came with a comment out of a file."""


@dataclass(frozen=True, slots=True)
class AnsweredComment:
    """A comment, and where its place is in the report as it is now; ``where`` is "" for the report as a whole.

    ``is_lost`` says that the report has no such place any more: then ``where`` is its address.
    """

    comment: Comment
    where: str
    is_lost: bool

    @property
    def says(self) -> tuple[str, ...]:
        """What was said, line by line. No person is named: the letter goes to a body, and speaks of no one in it."""
        return lines_of(_SIGNED.sub("Reply:", str(self.comment.says)))


def answers_of(
    found: Commented, places: Iterable[CommentPlace], draft: int | None = None
) -> tuple[AnsweredComment, ...]:
    """Return the comments on a draft, or on all, in the order of the report; those on the whole report come first."""
    known = {address: place for place in places for address in place.addresses}
    named = {address: place.where for address, place in known.items()}
    words = {address: place.words for address, place in known.items()}
    chosen = listed(found, matching(found.comments, draft=draft), words)
    return tuple(_answer(each.comment, named, is_found=each.found) for each in chosen)


def _answer(comment: Comment, named: dict[str, str], *, is_found: bool) -> AnsweredComment:
    address = str(comment.on or "")
    return AnsweredComment(
        comment, named.get(address, address), bool(address) and address not in named and not is_found
    )


def how_many_open(answers: Iterable[AnsweredComment]) -> int:
    """Return how many comments nothing has been decided of."""
    return sum(each.comment.is_open for each in answers)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold words."""
    return tuple(line for each in text.splitlines() if (line := " ".join(each.split())))


def decision_words(comment: Comment, language: Language) -> str:
    """Say what was decided of a comment."""
    words = {
        "accepted": language.label("Accepted"),
        "partly": language.label("Accepted in part"),
        "not-accepted": language.label("Not accepted"),
    }
    return words[comment.decision] if comment.decision else language.label("Not decided yet")


def counts_words(answers: Iterable[AnsweredComment], language: Language) -> tuple[str, ...]:
    """Count the comments by what was decided, a sentence each."""
    comments = [each.comment for each in answers]
    if not comments:
        return (language.label("There were no comments."),)
    said = language.counted("There was %(number)s comment.", "There were %(number)s comments.", len(comments))
    found = [said]
    for decision in ("accepted", "partly", "not-accepted"):
        of_it = [each for each in comments if each.decision == decision]
        if of_it:
            found.append(f"{decision_words(of_it[0], language)}: {language.figures(len(of_it))}.")
    if waiting := sum(each.is_open for each in comments):
        found.append(not_ready_words(waiting, language))
    return tuple(found)


def not_ready_words(waiting: int, language: Language) -> str:
    """Say that a letter is not ready, since some comments are not decided."""
    return language.counted(
        "This letter is not ready: %(number)s comment is not decided yet.",
        "This letter is not ready: %(number)s comments are not decided yet.",
        waiting,
    )
