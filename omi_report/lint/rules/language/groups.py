"""Words that are taken for each other, in groups, with the classes that each word has.

A line of ``british/confusable.txt`` is a group. Behind the slash of a word stand the letters of its classes
(`LETTERS`). A word with an exclamation mark is one that a report hardly ever needs, so that the others of
its group are likely to be meant wherever they fit; ``british/company.txt`` names words beside it that make it right. A
word may stand in several groups.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from omi_report.lint.rules.language.lexicon import lines_of
from omi_report.lint.rules.language.word_classes import irregular_verbs, of_letters


class Member(NamedTuple):
    """A word of a group: its classes, and whether a report hardly ever needs it."""

    word: str
    classes: int
    rare: bool


@cache
def groups() -> dict[str, tuple[Member, tuple[Member, ...]]]:
    """Return every word with what it is and the words that it is taken for."""
    found: dict[str, tuple[Member, tuple[Member, ...]]] = {}
    for line in lines_of("confusable.txt"):
        members = [_member(each) for each in line.split()]
        for member in members:
            others = tuple(each for each in members if each.word != member.word and not each.rare)
            found[member.word] = _joined(found.get(member.word), member, others)
    for word, (member, others) in _verbs().items():
        found[word] = _joined(found.get(word), member, others)
    return found


@cache
def company() -> dict[str, frozenset[str]]:
    """Return the words beside a rare word that make it right: near it, right before (<) or behind (>) it."""
    found: dict[str, frozenset[str]] = {}
    for line in lines_of("company.txt"):
        word, _, words = line.partition(": ")
        found[word] = found.get(word, frozenset()) | frozenset(words.split())
    return found


def _verbs() -> dict[str, tuple[Member, tuple[Member, ...]]]:
    """The forms of irregular verbs that are past or participle alone: «had went», «they seen»."""
    found: dict[str, tuple[Member, tuple[Member, ...]]] = {}
    for verb in irregular_verbs():
        base, past, participle = (
            Member(form, of_letters(letter), False) for form, letter in zip(verb, "vel", strict=True)
        )
        if past.word.endswith("ed") or past.word == base.word:
            continue
        if past.word != participle.word:
            found[past.word] = past, (participle, base)
            if participle.word != base.word:
                found[participle.word] = participle, (past, base)
    return found


def _joined(
    known: tuple[Member, tuple[Member, ...]] | None, member: Member, others: tuple[Member, ...]
) -> tuple[Member, tuple[Member, ...]]:
    """What is known of a word that stands in several groups."""
    if known is None:
        return member, others
    both = {each.word: each for each in (*known[1], *others)}
    same = known[0]
    return Member(same.word, same.classes | member.classes, same.rare or member.rare), tuple(both.values())


def _member(written: str) -> Member:
    word, _, classes = written.partition("/")
    return Member(word, of_letters(classes.rstrip("!")), classes.endswith("!"))
