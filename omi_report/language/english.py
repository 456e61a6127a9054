"""English, the language that the program is written in: numbers in words, and the order of a date.

House style writes whole numbers below ten in words. Everything else is in the English words themselves,
which are the keys of the catalogues.
"""

from __future__ import annotations

import re

from omi_report.language.language import Language
from omi_report.language.tags import parse_tag

WRITTEN_OUT_BELOW = 10

_WITH_ARTICLE = re.compile(r"\b([Aa])n? (%\(terms?_\w+\)s)")

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

_MONTH_FIRST = frozenset("AS BI CA GU MH MP PH PR UM US VI".split())
"""The regions that write November 5, 2007, according to the Unicode CLDR. English without a region does too."""


class English(Language):
    """English of any region. It needs no catalogue."""

    __slots__ = ()

    def in_terms(self, text: str) -> str:
        """Return words with those for things in their places, each with the article that fits it: ``an area``."""
        return super().in_terms(self._with_articles(text))

    def _with_articles(self, text: str) -> str:
        def fitting(found: re.Match[str]) -> str:
            article = a(super(English, self).in_terms(found[2])).partition(" ")[0]
            return f"{found[1]}{article[1:]} {found[2]}"

        return _WITH_ARTICLE.sub(fitting, text) if "erm" in text else text

    def without_article(self, title: str) -> str:
        """Return a title without the article that it begins with: ``Risk`` of ``The Risk``."""
        first, _, rest = title.partition(" ")
        return rest.lstrip() if rest and first.lower() in ("the", "a", "an") else title

    def words(self, number: int) -> str:
        """Return a number from 0 to 99 in words, any other in figures."""
        return in_words(number)

    def number(self, number: int) -> str:
        """Return a number as house style has it: words below ten, figures from ten."""
        return in_house_style(number)

    def date(self, year: int, month: int, day: int = 0) -> str:
        """Write a day (``5 November 2007``, in America ``November 5, 2007``) or, where it is 0, a month."""
        region = parse_tag(self.tag).region
        if day and (not region or region in _MONTH_FIRST):
            return f"{self.months[month - 1]} {day}, {year}"
        return super().date(year, month, day)


def a(words: str) -> str:
    """Return words with the article that fits them: ``a criterion``, ``an area``."""
    first = words.lower()
    vowel = first.startswith(tuple("aeiou")) and not first.startswith(("eu", "one", "uni", "us"))
    return f"{'an' if vowel or first.startswith(('heir', 'honest', 'honour', 'hour')) else 'a'} {words}"


def in_words(number: int) -> str:
    """Return a number from 0 to 99 in words, any other in figures with thousands set off."""
    if 0 <= number < len(_UNITS):
        return _UNITS[number]
    if 20 <= number < 100:
        tens, unit = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")
    return in_figures(number)


def in_figures(number: int) -> str:
    """Return a number in figures: ``23,057``."""
    return f"{number:,}"


def in_house_style(number: int) -> str:
    """Return a number as house style has it: words below ten, figures from ten."""
    return in_words(number) if 0 <= number < WRITTEN_OUT_BELOW else in_figures(number)
