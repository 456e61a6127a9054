"""How people write one thing: headings and values as they are compared, and the words for «no answer»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

_NOT_APPLICABLE = frozenset("na nap notapplicable nonapplicable notrelevant doesnotapply notapp nr".split())
_NO_ANSWER = frozenset(
    "noanswer notanswered noreply noresponse notasked notstated blank null nan missing #n/a #null! - -- – — . .. ? / x"
    " prefernottosay".split()
)
_YES, _NO = frozenset("yes y true".split()), frozenset("no n false".split())
_TOTALS = re.compile(
    r"(?:grand |sub-?|over-?all )?"
    r"(?:totals?|averages?|means?|medians?|sums?|counts?|base|percent(?:age)?s?|n ?=.*|% .*|%)(?:$|[ :(].*)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"^([-+]?\d+)[.,]0+$")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}:\d{2}.*)?|\d{1,2}[- ][A-Za-z]{3}(?:[- ]\d{2,4})?")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return a heading as it is compared: in small letters, with single spaces."""
    return " ".join(text.casefold().split())


@lru_cache(maxsize=20_000)
def value_form(text: str) -> str:
    """Return a value as it is compared: «N/A» and «n.a.» are one, and «1» and «1.00»; «1» and «-1» are two."""
    small = text.casefold().strip()
    letters = "".join(each for each in small if each.isalnum() or each == "+")
    if any(map(str.isalpha, letters)) and not small.startswith("#"):
        return letters
    return _WHOLE.sub(r"\1", small)


def is_not_applicable(text: str) -> bool:
    """Say whether a value says that a question does not matter to a case."""
    return value_form(text) in _NOT_APPLICABLE


def is_no_answer(text: str) -> bool:
    """Say whether a value says that there is no answer."""
    return value_form(text) in _NO_ANSWER


def yes_or_no(text: str) -> str:
    """Return «yes» or «no» for one of their spellings, else nothing."""
    form = value_form(text)
    return "yes" if form in _YES else "no" if form in _NO else ""


def is_total(text: str) -> bool:
    """Say whether a cell heads a row of totals."""
    return bool(_TOTALS.fullmatch(" ".join(text.split())))


def is_date(text: str) -> bool:
    """Say whether a spreadsheet has written a date."""
    return bool(_DATE.fullmatch(text.strip()))


def is_number(text: str) -> bool:
    """Say whether a cell holds a number, or a share in per cent."""
    return bool(re.fullmatch(r"[-+]?\d[\d,. ]*%?", text.strip()))


def begins_one_of(text: str, beginnings: Iterable[str]) -> bool:
    """Say whether a text begins as one of several do, where that is the end of a word."""
    plain = folded(text)
    for each in map(folded, beginnings):
        if plain == each or (plain.startswith(each) and not plain[len(each)].isalnum()):
            return True
    return False


_PERSON = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z]\.?)?(?: (?:Mc|Mac|O['’])?[A-Z][a-z'’-]+)+\d*")


def are_names_of_people(texts: Iterable[str]) -> bool:
    """Say whether most of several texts read like the names of people: Jo Bloggs."""
    written = list(texts)
    return sum(map(reads_like_a_name, written)) * 2 > len(written)


def reads_like_a_name(text: str) -> bool:
    """Say whether a text reads like the name of somebody: Jo Bloggs."""
    return _PERSON.fullmatch(" ".join(text.split())) is not None


@cache
def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text in small letters."""
    return tuple(re.findall(r"[^\W_]+", text.casefold()))
