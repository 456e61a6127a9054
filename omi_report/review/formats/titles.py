"""What all formats say of differences: the headings of their kinds, and what a report is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from omi_report.document.tree import Meta
from omi_report.review.change import Change, Changes
from omi_report.review.of_drafts import dated


def kinds_of(changes: Changes, label: Callable[[str], str] = str) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Yield the kinds of differences in words, those that matter most first; named figures come before them.

    ``label`` says their headings in the language of a report.
    """
    yield label("Numbers in tables and texts"), changes.numbers
    yield label("Scores and judgements"), changes.judgements
    yield label("Recommendations"), changes.recommendations
    yield label("Words"), changes.words


def how_of(change: Change) -> str:
    """Return how something differs, in words: ``added``, ``moved from 1.2, Strengths (b)``."""
    if change.how != "moved":
        return change.how
    came_from = f" from {change.was}" if change.was else ""
    return f"{change.how}{came_from}{', and changed' if change.old != change.new else ''}"


def about(meta: Meta) -> str:
    """Return what a report is, in a line: its title, and whether it is a draft or the final report, of which date."""
    return ", ".join(filter(None, [meta.title, meta.draft or meta.stage, dated(meta)]))


def summary(changes: Changes) -> str:
    """Return how many differences there are of each kind, in a line."""
    counts = [
        (len(changes.figures), "figure", "figures"),
        (len(changes.numbers), "other number", "other numbers"),
        (len(changes.judgements), "judgement", "judgements"),
        (len(changes.recommendations), "recommendation", "recommendations"),
        (len(changes.words), "other place", "other places"),
    ]
    return ", ".join(f"{count} {one if count == 1 else more}" for count, one, more in counts if count)
