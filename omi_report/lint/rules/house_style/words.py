"""The writer's own words: texts and titles without what is quoted from somebody, and their words as a set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import begins_sentence
from omi_report.lint.subject import Subject
from omi_report.lint.text import MASK, masked, sentences
from omi_report.model.area import SUMMARY_SCOPE, Prose
from omi_report.model.base import Text
from omi_report.source.tree import Scalar, find

_QUOTE = lazy_regex(r"[\"'“‘>`]")
_LINE_END = r"\n(?!\s*\n)"  # a quotation may go over the end of a line, but not of a paragraph
_QUOTED = lazy_regex(
    r"^ {0,3}>.*$"
    r"|^ {0,3}```[\s\S]*?(?:^ {0,3}```.*$|\Z)"
    rf"|\"(?:[^\n\"]|{_LINE_END}){{1,600}}?\""
    rf"|“(?:[^\n”]|{_LINE_END}){{1,600}}?”"
    rf"|(?<!\w)'(?=\S)(?:[^\n']|{_LINE_END}|(?<=\w)'(?=\w)){{1,600}}?'(?!\w)"
    rf"|‘(?=\S)(?:[^\n’]|{_LINE_END}|(?<=\w)’(?=\w)){{1,600}}?’(?!\w)",
    re.MULTILINE,
)
_WORD = lazy_regex(r"[a-z]+")
_CAPITALISED = lazy_regex(r"\s+(?:(?:and|for|in|of|on|the)\s+)*[A-Z]\w*[a-z]")


def is_english(subject: Subject) -> bool:
    """Say whether the report is in the English of Britain, to which the words of these rules belong."""
    language = subject.area.framework.language
    return language.startswith("en") and language != "en-US"


def proses(subject: Subject) -> Iterator[Prose]:
    """Yield every text of the area, and the titles of its stories and of its groups of service users."""
    for prose, _parsed in subject.texts:
        yield prose
    area = subject.area
    stories = len(area.good_practice.stories) if area.good_practice else 0
    groups = len(area.service_users.groups) if area.service_users else 0
    for file, key, count in (("good-practice.yaml", "stories", stories), ("service-users.yaml", "groups", groups)):
        source = area.files.get(file)
        for index in range(count):
            path = (key, index, "title")
            title = find(source.root, path) if source and source.root is not None else None
            if isinstance(title, Scalar):
                yield Prose(file, path, SUMMARY_SCOPE, Text.of(title))


@lru_cache(maxsize=4096)
def own_words(text: str) -> str:
    """Return a masked text in which what is quoted from somebody is masked too, offsets unchanged.

    How somebody spoke or wrote is not house style's business.
    """
    bare = masked(text)
    if not _QUOTE.search(bare):
        return bare
    return _QUOTED.sub(lambda match: MASK * len(match.group()), bare)


@lru_cache(maxsize=4096)
def lowered(text: str) -> str:
    """Return the writer's own words in small letters, offsets unchanged."""
    words = own_words(text)
    small = words.lower()
    return small if len(small) == len(words) else words


@lru_cache(maxsize=4096)
def word_list(text: str) -> tuple[str, ...]:
    """Return the writer's own words in their order, in small letters."""
    return tuple(_WORD.findall(lowered(text)))


@lru_cache(maxsize=4096)
def vocabulary(text: str) -> frozenset[str]:
    """Return the words that the writer uses in a text, in small letters: a quick look before a slow search."""
    return frozenset(word_list(text))


@lru_cache(maxsize=4096)
def sentence_list(text: str) -> tuple[tuple[int, str], ...]:
    """Return each sentence of a text, masked, with its offset."""
    return tuple(sentences(masked(text)))


def is_name(text: str, start: int, end: int) -> bool:
    """Say whether a word is (part of) a name: a capital in mid-sentence, or before another capital."""
    if not text[start].isupper():
        return False
    return not begins_sentence(text, start) or bool(_CAPITALISED.match(text, end))


def with_case_of(pattern: str, word: str) -> str:
    """Return a word with a capital, or in capitals, where another has them."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if pattern[0].isupper() else word
