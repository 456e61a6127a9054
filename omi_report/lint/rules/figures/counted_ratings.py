"""OMI265: a text says how many criteria or sections have a rating, and it is another number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, of_framework, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.rating_wordings import QUOTE, another_time
from omi_report.lint.rules.figures.reckoning import COUNT, RATIO, Reckoning, house, read
from omi_report.lint.rules.judgement.subject import subject_of
from omi_report.lint.rules.references.as_printed import as_printed
from omi_report.lint.rules.references.numbered import any_of, words_before_numbers, words_for_one
from omi_report.model.framework import Framework
from omi_report.model.scales import Band
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Result, Scored

RULE = Rule(
    "OMI265",
    "counted-ratings",
    Severity.WARNING,
    "A text says how many of the criteria or sections have a rating, and neither in the report nor in the section that "
    "the text is about or names are there so many.",
    "Whoever counts them in the table of ratings comes to another number.",
    bad="Of the 14 criteria that were scored, ten were good.   # four are",
    good="Of the 14 criteria that were scored, four were good.",
)


_Names = frozenset[str]
"""What a rating may be called, in small letters."""


class _Group(NamedTuple):
    """Criteria or sections that a text can speak of together, each with the names of its rating.

    ``section`` is the number of that in which they are; it is empty where they are those of the whole report.
    """

    level: str
    section: str
    ratings: tuple[_Names, ...]

    def rated(self, name: str) -> int:
        """Return how many have a rating that is called so."""
        return sum(name in names for names in self.ratings)


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each number of criteria or sections that are said to have a rating, and at those that follow it."""
    words = words_before_numbers(text.framework.terms)
    several = tuple(word for word in words if word not in words_for_one(text.framework.terms))
    small = text.view.own_in_small
    if not any(word in small for word in several) or not any(name in small for name in _names(text)):
        return
    reckoning = read(text) or Reckoning(text, text.view.own, {})
    for pattern in _counted(any_of(several), any_of(tuple(_names(text)))):
        for match in pattern.finditer(reckoning.words):
            if not _is_of_other(reckoning, match):
                yield from _of_match(reckoning, match, words[one_line(match["word"]).casefold()].role)


def _of_match(reckoning: Reckoning, match: re.Match[str], level: str) -> Iterator[Problem]:
    groups = _meant(reckoning, match, level)
    following = _following(any_of(tuple(_names(reckoning.text))))
    said: re.Match[str] | None = match
    while said:
        yield from _compare(reckoning, said, groups)
        said = following.match(reckoning.words, said.end())


def _compare(reckoning: Reckoning, match: re.Match[str], groups: list[_Group]) -> Iterator[Problem]:
    """Hold one number against how many of each group are rated so; the group may have none on that scale."""
    text, said = reckoning.text, one_line(match["band"])
    name = _names(text)[said.casefold()]
    some = [each for each in groups if each.rated(name)] or groups
    key = next(key for key in ("count", "ratio", "none", "all") if _has(match, key))
    start, end = match.span(key)
    number = 0 if key in ("none", "all") else reckoning.number(match, key).count
    if some and all(each.rated(name) != (len(each.ratings) if key == "all" else number) for each in some):
        right = " or ".join(house(count) if count else "none" for count in sorted({each.rated(name) for each in some}))
        message = f"«{said}» is the %(term_rating)s of {right} of them, not of {one_line(text.text[start:end]).lower()}"
        yield text.problem(RULE, start, end, message, "count again, or correct the %(term_rating)s")


def _meant(reckoning: Reckoning, match: re.Match[str], level: str) -> list[_Group]:
    """The groups that a match can be about: those of a section that its sentence names, or of as many as it says."""
    text = reckoning.text
    groups = [each for each in _groups(text.inspection) if each.level == level]
    sentence = text.view.sentence_at(match.start())
    words = as_printed(text)[sentence.start : sentence.end] if sentence else match.group()
    named = set(_section(any_of((OMI.section, text.framework.terms.section))).findall(words))
    own = _section_of(text)
    if level == "criterion" and named:
        groups = [each for each in groups if each.section in named]
    else:
        groups = [each for each in groups if not each.section or each.section == own or _has(match, "of", "ratio")]
    if _has(match, "of", "ratio"):
        number = reckoning.number(match, "of", "ratio")
        groups = [each for each in groups if len(each.ratings) == (number.base or number.count)]
        of_report = [each for each in groups if each.section in ("", own)]
        return of_report or groups
    return groups


def _section_of(text: CheckedText) -> str:
    """The number of the section that a text is about, or that its criterion is in."""
    subject = subject_of(text)
    if subject is None or subject.level not in ("section", "criterion"):
        return ""
    return subject.number if subject.level == "section" else subject.owner


def _has(match: re.Match[str], *groups: str) -> bool:
    return any(match.groupdict().get(group) for group in groups)


def _is_of_other(reckoning: Reckoning, match: re.Match[str]) -> bool:
    """Say whether a sentence speaks of another time, of others, or of no exact number."""
    sentence = reckoning.text.view.sentence_at(match.start())
    words = reckoning.words[sentence.start : sentence.end] if sentence else match.group()
    if another_time().search(words) or _others().search(words):
        return True
    return bool(_hedge().search(reckoning.words, max(0, match.start() - 20), match.start()))


@remembered
def _groups(inspection: Inspection) -> tuple[_Group, ...]:
    """The criteria and the sections of the report, those of each scale, those with a score, and those of a section."""
    found: list[_Group] = []
    for level in ("criterion", "section"):
        every = [each for each in inspection.scores.results if each.level == level]
        found.append(_group(level, every))
        found += (
            _group(level, [each for each in every if each.scale == scale]) for scale in inspection.framework.scales
        )
        found.append(_group(level, [each for each in every if isinstance(each.score, Scored)]))
    found += (_group("criterion", section.criteria, section.number) for section in inspection.scores.sections)
    return tuple(dict.fromkeys(each for each in found if each.ratings))


def _group(level: str, results: Iterable[Result], section: str = "") -> _Group:
    return _Group(level, section, tuple(frozenset(_called(each.rating) if each.rating else ()) for each in results))


def _called(band: Band) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (band.name, band.id, band.short) if name)


@of_framework
def _names(framework: Framework) -> dict[str, str]:
    """What ratings may be called, in small letters and of several as well, each with the name that it stands for."""
    names = dict.fromkeys(name for band in framework.bands for name in _called(band))
    return {_several(name): name for name in names} | {name: name for name in names}


def _several(name: str) -> str:
    """A name of a rating as it is said of several: «urgent priorities for improvement»."""
    head, gap, rest = name.partition(" for ")
    return f"{head[:-1]}ies{gap}{rest}" if head.endswith("y") else f"{head}s{gap}{rest}"


_ARE = r"(?:are|is|was|were|have\s+been|has\s+been)"
_RATED = r"(?:(?:assessed|found|graded|judged|marked|placed|rated)\s+)?(?:as\s+|at\s+|in\s+|to\s+be\s+)?(?:an?\s+)?"
_END = r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:and|but|overall|while)\b)"


def _band(names: str) -> str:
    return rf"{_RATED}{QUOTE}(?P<band>{names}){QUOTE}{_END}"


@lru_cache(maxsize=8)
def _counted(several: str, names: str) -> tuple[re.Pattern[str], ...]:
    """The ways to say how many have a rating; what else is said of them leaves nothing to count."""
    that = (
        r"(?:,?\s+(?:that|which)\s+(?:could\s+be|had\s+been|were|we)\s+(?:assessed|inspected|judged|rated|scored)|"
        r"\s+(?:in|of)\s+(?:this|the)\s+(?:report|section)|\s+in\s+\ufffc+)?,?"
    )
    count = rf"(?P<count>{COUNT})\s+(?:of\s+(?:(?:all|its|our|the|these|those)\s+)*(?:(?P<of>{COUNT})\s+)?)?"
    none, all_ = (
        r"(?P<none>no(?:ne)?)\s+(?:of\s+the\s+)?",
        rf"(?P<all>all|both)\s+(?:of\s+)?(?:the\s+)?(?:(?P<size>{COUNT})\s+)?",
    )
    word, band = rf"(?P<word>{several})", _band(names)
    each = (
        rf"(?<![\w-])(?:{count}|(?P<ratio>{RATIO})\s+|{none}|{all_}){word}{that}\s+{_ARE}\s+(?:all\s+|both\s+)?{band}",
        rf"\bof\s+(?:all\s+)?(?:(?:its|our|the)\s+)?(?:(?P<of>{COUNT})\s+)?{word}{that}\s+(?P<count>{COUNT})\s+{_ARE}\s+{band}",
        rf"\bwe\s+(?:found|graded|judged|rated)\s+{count}{word}\s+{band}",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in each)


@lru_cache(maxsize=8)
def _following(names: str) -> re.Pattern[str]:
    """What goes on counting: «four were good, seven a priority and three an urgent priority»."""
    return re.compile(
        rf"[,;]?\s+(?:(?:and|but|while)\s+)?(?P<count>{COUNT})\s+(?:{_ARE}\s+)?{_band(names)}", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _section(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\s+(\d{{1,2}})(?![\w.]*\d)", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(r"\b(?:another|audit\w*|national\w*|others?|region\w*)\b|\w['’]s\s", re.IGNORECASE)


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:about|almost|at\s+(?:least|most)|further|(?:fewer|less|more)\s+than|nearly|not|over|some|under|up\s+to)\s+$",
        re.IGNORECASE,
    )
