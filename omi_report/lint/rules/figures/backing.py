"""Which named figures a literal could be: those of the text's own scope and those that the text uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.rules.figures.neighbours import disagree, neighbours
from omi_report.lint.rules.figures.scores_meant import is_a_score, scores_meant
from omi_report.lint.rules.figures.statements import Passage, Stated, passage_of, percent_of
from omi_report.model.framework import Framework
from omi_report.quantity import Quantity


def backing(passage: Passage, stated: Stated) -> list[str]:
    """Return the full names of the figures that a literal states."""
    return passage.text.remembered(_seen).of(stated)


def complements(passage: Passage, stated: Stated) -> list[str]:
    """Return the full names of the figures whose rest a literal states."""
    return passage.text.remembered(_rests_seen).of(stated)


def is_settled(passage: Passage) -> set[int]:
    """Return the offsets of the literals that have a figure beside them, which backs or contradicts them."""
    return {
        literal.start
        for percent, count in neighbours(passage)
        for literal, other in ((percent, count), (count, percent))
        if not literal.name and (other.name or disagree(percent, count))
    }


def is_no_share(passage: Passage, stated: Stated) -> bool:
    """Say whether a literal is no finding about cases or people: a score, a target, or a slip that OMI209 finds."""
    if stated.form == "ratio":
        return (stated.quantity.count or 0) > (stated.quantity.base or 0)
    before = _target_before().search(passage.words, max(0, stated.start - 60), stated.start)
    if before or _target_after().match(passage.words, stated.end) or stated.start in scores_meant(passage.text):
        return True
    if is_a_score(passage, stated) and not _is_of_something_else(passage, stated):
        return True
    return bool(_explained_after(_band_names(passage.text.framework)).match(passage.words, stated.end))


def _is_of_something_else(passage: Passage, stated: Stated) -> bool:
    """Say whether something that the report does not rate scored a percentage, which no band begins with either."""
    if not _scored_before().search(passage.words, max(0, stated.start - 60), stated.start):
        return False
    bands = (band for scale in passage.text.framework.scales if scale.measures for band in scale.bands)
    threshold = _threshold_after().match(passage.words, stated.end)
    return not threshold and all(band.lowest != stated.quantity.percent for band in bands)


def _band_names(framework: Framework) -> tuple[str, ...]:
    return tuple(band.name for scale in framework.scales if scale.measures for band in scale.bands)


def written_as(name: str, scope: str, stated: Stated, *, rest: bool = False) -> str:
    """Return how a text of a scope writes a figure in the form of a literal."""
    short = name.removeprefix(f"{scope}/")
    filters = ("rest",) * rest + ("count",) * (stated.form == "ratio")
    return f"{{{{ {' | '.join((short, *filters))} }}}}"


class _ByValue:
    """The full names of figures by what they say, as a percentage and as a ratio."""

    def __init__(self, quantities: Iterable[tuple[str, Quantity]]) -> None:
        self._percents: dict[str, list[str]] = {}
        self._ratios: dict[tuple[int | None, int | None], list[str]] = {}
        for name, quantity in quantities:
            self._percents.setdefault(percent_of(quantity), []).append(name)
            self._ratios.setdefault((quantity.count, quantity.base), []).append(name)

    def of(self, stated: Stated) -> list[str]:
        """The names of the figures that say what is stated."""
        if stated.form == "ratio":
            return self._ratios.get((stated.quantity.count, stated.quantity.base), [])
        return self._percents.get(percent_of(stated), [])


def _seen(text: CheckedText) -> _ByValue:
    return _ByValue(_figures_seen(text))


def _rests_seen(text: CheckedText) -> _ByValue:
    return _ByValue((name, quantity.rest) for name, quantity in _figures_seen(text))


def _figures_seen(text: CheckedText) -> Iterator[tuple[str, Quantity]]:
    """The figures of the text's own scope and those that it uses."""
    passage = text.remembered(passage_of)
    used = {stated.name for stated in passage.stated} if passage else set()
    prefix = f"{text.prose.scope}/"
    for name, (quantity, _answers) in text.figures.items():
        if isinstance(quantity, Quantity) and (name in used or name.startswith(prefix)):
            yield name, quantity


@lru_cache(maxsize=8)
def _explained_after(bands: tuple[str, ...]) -> re.Pattern[str]:
    """What follows a score whose band a text explains: «A result of 79% is 'Good'», «70% or more means Good»."""
    names = "|".join(map(re.escape, bands)) or "(?!)"
    return re.compile(
        r"(?:\s+(?:and|or)\s+(?:above|below|higher|less|lower|more|over|under))?,?\s+(?:is|are|means?|counts?|was|were)\s+"
        rf"(?:(?:called|graded|judged|placed|rated)\s+)?(?:as\s+|in\s+)?['‘\"“«]?(?:{names})(?=\W|$)"
    )


@cache
def _scored_before() -> re.Pattern[str]:
    return re.compile(r"\bscored\s+(?:[a-z]+\s+)?$", re.IGNORECASE)


@cache
def _threshold_after() -> re.Pattern[str]:
    return re.compile(r"\s+(?:and|or)\s+(?:above|below|fewer|higher|less|lower|more|over|under)\b")


@cache
def _target_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:goal|target|threshold)\b(?:\s+[\w'’-]+){0,3}\s*\(?$", re.IGNORECASE)


@cache
def _target_after() -> re.Pattern[str]:
    return re.compile(r"\s+(?:goal|target|threshold)\b", re.IGNORECASE)
