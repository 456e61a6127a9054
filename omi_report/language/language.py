"""A language: everything that the program itself says in a report.

English words are the keys of a catalogue, so a language needs a catalogue and no code. Where a grammar
cannot be told by a catalogue (English writes small numbers in words), a language has a class of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol, Self

from omi_report.language.message import Message, Value
from omi_report.language.tags import is_english
from omi_report.language.terms import OMI, THINGS, VALUE, Terms
from omi_report.quantity import Form, Quantity, percent_text

_FIRST_LETTER = 0xE000
"""Stands for the first letter of an alphabet in a sorting key. It sorts behind all other characters."""


class Catalogue(Protocol):
    """The words of a language by the English ones, as in ``gettext.GNUTranslations``."""

    def gettext(self, message: str, /) -> str: ...  # noqa: D102
    def ngettext(self, singular: str, plural: str, number: int, /) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its tag (``en-GB``).

    ``terms`` are the framework's own words for things, by the English words that they replace (`Terms`): a programme
    may call its criteria standards. They go before the catalogue.
    """

    tag: str
    terms: tuple[tuple[str, str], ...] = ()
    catalogue: Catalogue | None = field(default=None, compare=False, repr=False)

    def with_terms(self, terms: Mapping[str, str]) -> Self:
        """Return the language with a framework's own terms."""
        return replace(self, terms=tuple(terms.items()))

    @property
    def is_english(self) -> bool:
        """Whether this is English of any region."""
        return is_english(self.tag)

    # --- words ------------------------------------------------------------------------------------------

    def label(self, key: str, /, **values: Value) -> str:
        """Return words with their values: ``label("Table %(number)s", number=1)``. A sign for per cent is ``%%``."""
        return self.gettext(key) % self._written(values.items())

    def counted(self, singular: str, plural: str, number: int, /, **values: Value) -> str:
        """Return words that depend on a number, which they may show as ``%(number)s``."""
        return self.ngettext(singular, plural, number) % self._written([("number", number), *values.items()])

    def say(self, message: Message) -> str:
        """Return a message in words."""
        values = dict(message.values)
        if message.plural:
            return self.counted(message.key, message.plural, message.number, **values)
        return self.label(message.key, **values)

    def gettext(self, key: str) -> str:
        """Return the words for a key with the names of its values still in them. Templates call this."""
        own = next((words for term, words in self.terms if term == key), None)
        if own is not None:
            return own
        return self._with_terms(self.catalogue.gettext(key) if self.catalogue else key)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the words for a key that depends on a number, as ``gettext``."""
        if any(term in (singular, plural) for term, _ in self.terms) or self.catalogue is None:
            return self.gettext(singular if number == 1 else plural)
        return self._with_terms(self.catalogue.ngettext(singular, plural, number))

    def in_terms(self, text: str) -> str:
        """Return words that are complete but for the words for things: ``%(term_criterion)s 1.2``."""
        return VALUE.sub(lambda value: _term_values(self)[value[1]], text) if "erm" in text else text

    def _with_terms(self, text: str) -> str:
        """Words with those for things in their places; all other values stay open."""
        if "erm" not in text:
            return text
        return VALUE.sub(lambda value: _term_values(self)[value[1]].replace("%", "%%"), self._with_articles(text))

    def _with_articles(self, text: str) -> str:
        """Words in which what stands before those for things fits them; they stand there still as values."""
        return text

    def without_article(self, title: str) -> str:
        """Return a title as it stands behind an article: without its own, where the language has such."""
        return title

    def _written(self, values: Iterable[tuple[str, Value]]) -> dict[str, str]:
        return {name: self.figures(value) if isinstance(value, int) else value for name, value in values}

    @property
    def own_terms(self) -> Terms:
        """What things are called in this language, or by the framework."""
        return Terms(*map(self.gettext, OMI))

    # --- numbers and quantities -------------------------------------------------------------------------

    def figures(self, number: int) -> str:
        """Return a whole number in figures: ``23,057``."""
        return f"{number:,}".replace(",", self._marks[0])

    def decimal(self, digits: str) -> str:
        """Return a number, given in digits with a point (``1250.5``), with its marks: ``1,250.5``."""
        whole, _, rest = digits.partition(".")
        return self.figures(int(whole)) + (f"{self._marks[1]}{rest}" if rest else "")

    def words(self, number: int) -> str:
        """Return a whole number in words, where the language has them; else in figures."""
        return self.figures(number)

    def number(self, number: int) -> str:
        """Return a whole number as house style has it, in words or figures."""
        return self.figures(number)

    def percent(self, digits: str) -> str:
        """Return a percentage, given in digits with a point (``12.5``), with its sign."""
        return self.label("%(number)s%%", number=digits.replace(".", self._marks[1]))

    def out_of(self, count: int, base: int) -> str:
        """Write a count and its base as one would say them: ``five of the six``, ``all six``, ``none of the six``."""
        if count == base == 2:
            return self.label("both")
        if count == base > 1:
            return self.label("all %(base)s", base=self.number(base))
        if not count:
            return self.label("none of the %(base)s", base=self.number(base))
        return self.label("%(count)s of the %(base)s", count=self.number(count), base=self.number(base))

    def phrase(self, quantity: Quantity, form: Form) -> str:
        """Write a quantity in a form: ``97%``, ``five of the six``, ``29``.

        Raises ValueError where the quantity lacks what the form writes (``Form.can_write``).
        """
        meant = form.meant(quantity)
        match form.kind, meant:
            case "percent", Quantity(percent=percent) if percent is not None:
                text = self.percent(percent_text(percent, meant.places))
            case "count", Quantity(count=int(count), base=int(base)):
                text = self.out_of(count, base)
            case "number", Quantity(count=int(count)):
                text = self.number(count)
            case "words", Quantity(count=int(count)):
                text = self.words(count)
            case "base", Quantity(base=int(base)):
                text = self.number(base)
            case _:
                raise ValueError(f"{quantity} cannot be written as {form}")
        return self.capital(text) if form.capital else text

    def capital(self, text: str) -> str:
        """Return words with a capital letter at their beginning."""
        return text[:1].upper() + text[1:]

    @property
    def _marks(self) -> str:
        # Translators: the mark between thousands, then the decimal mark: 23,057 and 12.5.
        return self.label(",.")

    # --- dates ------------------------------------------------------------------------------------------

    @property
    def months(self) -> list[str]:
        """The names of the months, as they stand in a date."""
        # Translators: the names of the months as they stand in a date, with a space between any two.
        names = self.label("January February March April May June July August September October November December")
        return names.split(" ")

    def date(self, year: int, month: int, day: int = 0) -> str:
        """Write a day (``5 November 2007``) or, where the day is 0, a month (``November 2007``)."""
        name = self.months[month - 1]
        if day:
            return self.label("%(day)s %(month)s %(year)s", day=str(day), month=name, year=str(year))
        return self.label("%(month)s %(year)s", month=name, year=str(year))

    # --- lists and typography ---------------------------------------------------------------------------

    def join(self, items: Iterable[str]) -> str:
        """Return items as a list in a line."""
        # Translators: what stands between the items of a list.
        return self.label(", ").join(items)

    def collate(self, text: str) -> str:
        """Return a text's key for sorting. Case does not count, nor accents that make no letter of the alphabet."""
        letters = self._alphabet
        longest_first = sorted(letters, key=len, reverse=True)
        tokens = re.findall("|".join([*map(re.escape, longest_first), "."]), _folded(text), re.DOTALL)
        plain = [
            token if token in letters else "".join(c for c in _apart(token) if not unicodedata.combining(c))
            for token in tokens
        ]
        places = {letter: chr(_FIRST_LETTER + place) for place, letter in enumerate(letters)}
        return "".join(places.get(token, token) for token in plain)

    @property
    def _alphabet(self) -> list[str]:
        # Translators: the alphabet in its order, with a space between any two; a letter may be written with two signs.
        return _folded(self.label("a b c d e f g h i j k l m n o p q r s t u v w x y z")).split(" ")

    @property
    def quotes(self) -> str:
        """The quotation marks, four characters: opening and closing, then opening and closing inside others."""
        # Translators: opening and closing quotation mark, then opening and closing single quotation mark.
        return self.label("“”‘’")

    @property
    def words_before_numbers(self) -> list[str]:
        """The words that stay on a line with the number or letter after them: ``Table 1``."""
        # Translators: a line never ends between one of these words and the number or letter after it (Table 1).
        words = self.label(
            "table tables chart charts appendix section sections criterion criteria recommendation "
            "recommendations level page part stage"
        )
        return list(dict.fromkeys([*words.split(), *(word for _term, word in self.terms)]))

    @property
    def words_after_numbers(self) -> list[str]:
        """The words that stay on a line with the number before them: ``3 million``, ``5 November``."""
        # Translators: a line never ends between a number and one of these words after it, as (3 million).
        return [*self.label("per cent million billion").split(), *self.months]


@lru_cache(maxsize=32)
def _term_values(language: Language) -> dict[str, str]:
    own = language.own_terms
    one, several = zip(THINGS, own[::2], strict=True), zip(THINGS, own[1::2], strict=True)
    small = {f"term_{thing}": word for thing, word in one} | {f"terms_{thing}": word for thing, word in several}
    return small | {name.capitalize(): language.capital(word) for name, word in small.items()}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _apart(text: str) -> str:
    return unicodedata.normalize("NFKD", text)
