"""A framework of the former format → one of today's."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.migrate.disclosure import DISCLOSURE
from omi_report.migrate.page import Page
from omi_report.migrate.parts import PARTS, SHOWS, undecided_parts
from omi_report.migrate.ratings import RATINGS, SECTIONS, undecided_ratings
from omi_report.migrate.scales import ANSWERS, IN_ORDER, SCALES, undecided_answers, undecided_scales
from omi_report.migrate.score_texts import INSERTED, REMOVED, UNFOLDED, undecided_texts, unprinted_texts
from omi_report.migrate.step import Migrated, Step, Undecided, with_steps
from omi_report.migrate.values import mappings_in
from omi_report.model.criterion import is_taken

_STEPS: tuple[Step, ...] = (
    *(IN_ORDER, SCALES, ANSWERS, RATINGS, SECTIONS, SHOWS),
    *(PARTS, UNFOLDED, INSERTED, REMOVED, DISCLOSURE),
)


def migrated_framework(text: str, shown: str) -> Migrated:
    """Change the text of a framework; ``shown`` is its path in messages. One of today's format stays as it is."""
    return with_steps(text, shown, _STEPS, _undecided, unprinted_texts)


def _undecided(page: Page) -> Iterator[Undecided]:
    if not any(step.is_needed(page.data) for step in _STEPS):
        return
    yield from undecided_scales(page)
    yield from undecided_answers(page)
    yield from undecided_ratings(page)
    yield from undecided_texts(page)
    yield from undecided_parts(page)
    yield from _undecided_findings(page)


def _undecided_findings(page: Page) -> Iterator[Undecided]:
    """Lists of findings whose key stands for something else in the file of a criterion by now."""
    for at, kind in mappings_in(page.data, "findings"):
        key = kind.get("key")
        if isinstance(key, str) and is_taken(key):
            message = f"the key «{key}» stands for something else in the file of a criterion now"
            hint = "give the list of findings another key, here and in the files of the criteria"
            yield Undecided(page.at(("findings", at, "key")), message, hint)
