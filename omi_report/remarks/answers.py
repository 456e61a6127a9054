"""The comments on a draft with what was decided of each, as the letter to those who commented tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from omi_report.comments.commented import Commented
from omi_report.comments.conversation import without_names
from omi_report.comments.listing import listed, matching
from omi_report.comments.own_words import without_own
from omi_report.comments.place import CommentPlace
from omi_report.comments.plain_words import in_plain_words
from omi_report.language.language import Language
from omi_report.model.comments import Comment
from omi_report.review.nodes import alike_bags
from omi_report.review.pairs import ALIKE

_ON_END = 4
"""So many words on end are nowhere by chance."""


@dataclass(frozen=True, slots=True)
class AnsweredComment:
    """A comment, and its place in the report as it is now.

    ``home`` is the address of the place, "" for the report as a whole. ``place`` is None there, and where the report
    has no such place, which ``is_lost`` says. ``is_not_there`` says that the words which are said to have come of the
    comment do not stand in the report.
    """

    comment: Comment
    home: str
    place: CommentPlace | None
    is_lost: bool
    is_not_there: bool = False

    @property
    def says(self) -> tuple[str, ...]:
        """What was said, line by line. No person is named: the letter goes to a body, and speaks of no one in it."""
        _own, said = without_own(str(self.comment.says))
        return lines_of(without_names(said))

    @property
    def own_words(self) -> str:
        """What omi wrote of a comment that came without words of its own; empty for any other."""
        return without_own(str(self.comment.says))[0].strip()


def answers_of(
    found: Commented, places: Iterable[CommentPlace], draft: int | None = None
) -> tuple[AnsweredComment, ...]:
    """Return the comments on a draft, or on all, in the order of the report; those on the whole report come first."""
    known = tuple(places)
    chosen = listed(found, matching(found.comments, draft=draft), known)
    return tuple(
        AnsweredComment(
            each.comment, each.home, each.place, not each.found, _is_not_there(each.comment, each.place, known)
        )
        for each in chosen
    )


def _is_not_there(comment: Comment, place: CommentPlace | None, places: Iterable[CommentPlace]) -> bool:
    """Say whether the words that came of a comment stand neither at its place nor in what that holds.

    What is about no place that there is may have been answered anywhere in the report.
    """
    if not comment.changed:
        return False
    new = in_plain_words(comment.changed)
    where = (each for each in places if place is None or each is place or place.address in each.within)
    return not any(new in in_plain_words(each.words) for each in where)


def are_alike(old: str, new: str) -> bool:
    """Say whether two texts are so much alike that the one came of the other."""
    return alike_bags(*(Counter(in_plain_words(each).split()) for each in (old, new))) >= ALIKE


def still_stands(deleted: str, now: str) -> bool:
    """Say whether so many words on end of a text stand in another that they cannot have been deleted there."""
    words, there = in_plain_words(deleted).split(), in_plain_words(now)
    stretches = (words[at : at + _ON_END] for at in range(len(words) - _ON_END + 1))
    return any(f" {' '.join(each)} " in there for each in stretches)


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


def counts_words(answers: Sequence[AnsweredComment], language: Language) -> tuple[str, ...]:
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
    return (*found, *reasons_not_ready(answers, language))


def reasons_not_ready(answers: Sequence[AnsweredComment], language: Language) -> Iterator[str]:
    """Yield why a letter cannot be sent yet, a sentence each: comments are open, or its words are not in the report."""
    if waiting := how_many_open(answers):
        yield not_ready_words(waiting, language)
    if missing := not_there(answers):
        yield language.counted(
            "This letter is not ready: the words that came of %(number)s comment do not stand in the report.",
            "This letter is not ready: the words that came of %(number)s comments do not stand in the report.",
            len(missing),
        )


def not_there(answers: Iterable[AnsweredComment]) -> tuple[str, ...]:
    """Return the ids of the comments whose new words do not stand in the report."""
    return tuple(each.comment.id for each in answers if each.is_not_there)


def not_ready_words(waiting: int, language: Language) -> str:
    """Say that a letter is not ready, since some comments are not decided."""
    return language.counted(
        "This letter is not ready: %(number)s comment is not decided yet.",
        "This letter is not ready: %(number)s comments are not decided yet.",
        waiting,
    )
