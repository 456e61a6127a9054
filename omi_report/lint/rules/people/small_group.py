"""OMI613: a small count is given of a group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from omi_report.inspection import Inspection
from omi_report.language.english import in_words
from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts, covers
from omi_report.lint.rules.figures.statements import Stated, passages
from omi_report.lint.rules.people.descriptions import GROUP, PERSONAL_ATTRIBUTES
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI613",
    "small-group",
    Severity.INFO,
    "A count under the minimum of the framework's «disclosure» (5 where it hides none) is given of people of one sex, "
    "ethnic group, religion or the like: in a text, or by a figure whose «where» names such an attribute. What is left "
    "of the base counts as well.",
    "Those who know the area know who the three women were, and now read what was found about them.",
    bad="Work had not begun with {{ late | count }} women.   # 3 of 7",
    good="Work had not begun with some of the women.",
)

HINT = "say it in words (some, few), or without the group"

_LINK = (
    r"(?:\s+(?:\d+|adult|cases|eight|five|four|from|in|involving|nine|of|offenders|older|other|our|people|prisoners|"
    r"remaining|residents|seven|six|staff|ten|the|these|those|three|two|victims|was|were|who|with|young))"
)


@all_texts(knows="en", standard=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find small counts of groups among the figures, in the uses of figures, and typed in a text."""
    inspection = texts.inspection
    entries = inspection.percentages
    of_groups = {name for name, each in entries.items() if not PERSONAL_ATTRIBUTES.isdisjoint(each.percentage.where)}
    yield from (problem for name in of_groups for problem in _of_figure(inspection, entries[name]))
    if not covers("en", inspection.framework.language):
        return
    stated = list(_in_passages(texts, of_groups))
    yield from stated
    places = {problem.location for problem in stated}
    yield from (problem for text in texts for problem in _typed(text) if problem.location not in places)


def _of_figure(inspection: Inspection, named: Named) -> Iterator[Problem]:
    quantity = inspection.figures.get(named.full_name)
    size = _size(quantity) if isinstance(quantity, Quantity) else None
    if size is not None and size < inspection.framework.disclosure.smallest_group:
        attribute = min(PERSONAL_ATTRIBUTES & set(named.percentage.where))
        value = " or ".join(named.percentage.where[attribute])
        message = f"«{named.name}» tells of {_people(size)} ({attribute}: {value}), {_under(inspection)}"
        place = inspection.area.at(named.file, named.path, key=True)
        yield RULE.at(place, message, "use a larger group", length=len(named.name))


def _in_passages(texts: CheckedTexts, reported: set[str]) -> Iterator[Problem]:
    minimum = texts.inspection.framework.disclosure.smallest_group
    for passage in passages(texts):
        for figure in passage.stated:
            size = _size(_seen(figure)) if figure.name not in reported else None
            if size is None or size >= minimum:
                continue
            if match := _of_group().match(passage.words, figure.end):
                words = f"{figure.text} {one_line(match.group())}"
                yield _problem(passage.text, figure.start, match.end(), words, size)


def _typed(text: CheckedText) -> Iterator[Problem]:
    words = text.words
    sizes = _small_numbers(text.framework.disclosure.smallest_group)
    for pattern in _literals(tuple(sizes)):
        end = 0
        for number in pattern.finditer(words):
            match = _of_group().match(words, number.end()) if number.start() >= end else None
            if match is None:
                continue
            start, end, size = number.start(), match.end(), sizes.get(number.group().lower())
            if size and not _no_count_before().search(words, max(0, start - 8), start):
                yield _problem(text, start, end, one_line(words[start:end]), size)


@lru_cache
def _small_numbers(minimum: int) -> dict[str, int]:
    """The numbers under a minimum, in words and in figures: «one woman» tells of a person, and counts nobody."""
    return {write(number): number for number in range(2, min(minimum, 100)) for write in (in_words, str)}


@lru_cache
def _literals(numbers: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Patterns that begin with one of a few letters or with a figure, by which the search is quick."""
    words = [number for number in numbers if number.isalpha()]
    initials = "".join(sorted({initial for word in words for initial in (word[0], word[0].upper())}))
    in_letters = rf"[{initials}](?:{'|'.join(word[1:] for word in words)})"
    return tuple(re.compile(rf"(?:{number})(?!\w)") for number in (in_letters, r"[1-9]\d?") if words)


def _problem(text: CheckedText, start: int, end: int, words: str, size: int) -> Problem:
    message = f"«{words}» tells of {_people(size)}, {_under(text.inspection)}"
    return text.problem(RULE, start, end, message, HINT)


def _seen(stated: Stated) -> Quantity:
    """What a reader sees of a figure."""
    match stated.form:
        case "ratio":
            return stated.quantity
        case "number":
            return Quantity(count=stated.quantity.count)
        case "base":
            return Quantity(count=stated.quantity.base)
        case _:
            return Quantity()


def _size(quantity: Quantity) -> int | None:
    """The smallest number of people that a count lets a reader see; nobody at all is not one."""
    if quantity.count is None:
        return None
    sizes = [quantity.count] if quantity.base is None else [quantity.count, quantity.base - quantity.count]
    return min((size for size in sizes if size > 0), default=None)


def _people(size: int) -> str:
    return "one person" if size == 1 else f"{in_words(size)} people"


def _under(inspection: Inspection) -> str:
    policy = inspection.framework.disclosure
    return f"under the minimum of {policy.smallest_group}" if policy.hides else f"fewer than {policy.smallest_group}"


@cache
def _of_group() -> re.Pattern[str]:
    return re.compile(rf"{_LINK}{{0,4}}\s+(?P<group>{GROUP})(?!['’-])")


@cache
def _no_count_before() -> re.Pattern[str]:
    return re.compile(r"(?:[\w.,£-]|\bof\s(?:the\s)?)\Z")
