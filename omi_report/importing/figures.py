"""Percentages and counts of a text → named figures, where the figure prints the very words that stood there.

What would read otherwise stays as it is written: a range, «two-thirds», a count whose base is not beside it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import lru_cache

from omi_report.language.language import Language
from omi_report.prose.slug import slug_of

_PER_CENT = re.compile(r"(?<![\w.,£$€–/-])(\d{1,3}(?:\.\d{1,3})?)\s?%(?!\w)")
_RANGE_BEFORE = re.compile(r"\d(?:\.\d+)?\s?%?\s(?:to|and|or)\s$|(?:between|from)\s$", re.IGNORECASE)
_MOST_WORDED = 99
_YEARS = range(1900, 2101)
_WORDS_AROUND = 60
_WORDS_OF_NAME = 3
_FEWEST_TELLING = 2
_NO_COUNT = re.compile(r"[\d.,/–-]$|(?:section|criterion|table|chart|page)\s$", re.IGNORECASE)
"""What stands before a number that counts nothing."""
_CLAUSE = re.compile(r"[.,;:)](?:\s|$)|\s?\(")
_BASE_FIRST = re.compile(r"\d+\.0*\d*0$")


@dataclass
class Names:
    """The names of the figures of a file; ``taken`` is what each stands for, as YAML has it: ``82``, ``13 of 14``."""

    language: Language
    stop_words: Container[str]
    smallest: int = 0
    """Smaller counts are printed nowhere: they get no names, and stay for somebody to look at."""
    taken: dict[str, str] = field(default_factory=dict)

    def give(self, value: str, before: str, after: str) -> str:
        """Return a new name for a figure, made of the words around it."""
        telling = self._telling(_CLAUSE.split(after[:_WORDS_AROUND])[0])
        if len(telling) < _FEWEST_TELLING:
            near = _CLAUSE.split(before[-_WORDS_AROUND:])[-1]
            telling = [*self._telling(near)[-_FEWEST_TELLING:], *telling] or self._telling(before[-_WORDS_AROUND:])
        stem = "-".join(telling[:_WORDS_OF_NAME]) or "figure"
        name, number = stem, 2
        while name in self.taken:
            name, number = f"{stem}-{number}", number + 1
        self.taken[name] = value
        return name

    def _telling(self, text: str) -> list[str]:
        cut = text.rpartition(" ")[0] if len(text) == _WORDS_AROUND else text
        name = slug_of(re.sub(r"\{\{.*?\}\}|\{\w+\}`[^`]*`|[{}`]", " ", cut), self.stop_words)
        return [word for word in name.split("-") if word and word not in self.stop_words]


def with_figures(text: str, names: Names) -> str:
    """Return a text of Markdown in which figures stand by their names; ``names`` are given what they stand for.

    Tables keep their figures: a column of names could not be read.
    """
    blocks = text.split("\n\n")
    return "\n\n".join(block if block.startswith("|") else _with_figures(block, names) for block in blocks)


def _with_figures(text: str, names: Names) -> str:
    counts = _count_pattern(names.language)
    both = re.compile(f"{_PER_CENT.pattern}|{counts.pattern}", re.IGNORECASE)
    found: list[str] = []
    end = 0
    for match in both.finditer(text):
        written = _written(match, text, names)
        if written:
            found += [text[end : match.start()], written]
            end = match.end()
    return "".join([*found, text[end:]])


def _written(match: re.Match[str], text: str, names: Names) -> str:
    """How a match stands in the text; empty where it stays as it is."""
    before, after = text[: match.start()], text[match.end() :]
    if number := match[1]:
        if _RANGE_BEFORE.search(before) or _BASE_FIRST.match(number) or names.language.percent(number) != f"{number}%":
            return ""
        if len(number.partition(".")[0]) > 1 and number.startswith("0"):
            return ""
        return f"{{{{ {names.give(number, before, after)} }}}}"
    return _count_written(match, before, after, names)


def _count_written(match: re.Match[str], before: str, after: str, names: Names) -> str:
    language = names.language
    count, base = _number(match["count"], language), _number(match["base"], language)
    if count is None or base is None or count > base or base < 1 or base in _YEARS:
        return ""
    if any(0 < each < names.smallest for each in (count, base, base - count)):
        return ""
    if match["count"][0].isdigit() and _NO_COUNT.search(before):
        return ""
    if re.match(r"[\d.,]*\d|\s?%|-\w", after):
        return ""
    capital = match["count"][0].isupper()
    said = match[0][0].lower() + match[0][1:] if capital else match[0]
    end = " | capital" if capital else ""
    if language.out_of(count, base) == said:
        name = names.give(f"{count} of {base}", before, after)
        return f"{{{{ {name} | count{end} }}}}"
    low = match["count"].lower() if capital else match["count"]
    if language.number(count) != low or language.number(base) != match["base"]:
        return ""
    name = names.give(f"{count} of {base}", before, after)
    return f"{{{{ {name} | number{end} }}}} {match['between']} {{{{ {name} | base }}}}"


def _number(words: str, language: Language) -> int | None:
    if words.isdigit():
        return int(words)
    return _worded(language).get(words.lower())


@lru_cache(maxsize=4)
def _worded(language: Language) -> dict[str, int]:
    """The numbers that the language has words for, by these words."""
    return {language.words(number): number for number in range(_MOST_WORDED + 1)}


@lru_cache(maxsize=4)
def _count_pattern(language: Language) -> re.Pattern[str]:
    words = {language.words(number) for number in range(_MOST_WORDED + 1)}
    number = "|".join(sorted((re.escape(each) for each in words if not each.isdigit()), key=len, reverse=True))
    either = rf"\d{{1,4}}|{number}" if number else r"\d{1,4}"
    return re.compile(
        rf"(?<![\w,.-])(?P<count>{either})\s(?P<between>out of the|out of|of the|of)\s(?P<base>{either})(?![\w-])"
    )
