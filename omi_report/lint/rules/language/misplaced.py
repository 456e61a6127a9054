"""Words that cannot stand where they stand, while another that they are taken for can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from omi_report.lint.rules.language.clauses import NEED_MORE, meant_by_clause
from omi_report.lint.rules.language.forms import CALL_FOR_A_FORM, form_meant
from omi_report.lint.rules.language.groups import Member, company, groups
from omi_report.lint.rules.language.slots import excluded, may_exclude

_MOST = 2
_REACH = 3
"""So many words on either side may make a rare word right."""


class Misplaced(NamedTuple):
    """The number of a word among the words of a text, and the words one of which was meant."""

    at: int
    right: tuple[str, ...]


def misplaced(words: Sequence[str]) -> Iterator[Misplaced]:
    """Yield the words of a text (`words_of`) for which one of their group must have been meant."""
    known = groups()
    for at in range(1, len(words) - 2):
        found = known.get(words[at])
        form = form_meant(words, at) if words[at - 1] in CALL_FOR_A_FORM else ""
        if form:
            yield Misplaced(at, (form,))
            continue
        if found is None or words[at] in (words[at - 1], words[at + 1]):  # OMI507 finds what stands twice
            continue
        member, others = found
        doubtful = member.rare or may_exclude(words[at - 1], words[at + 1], member.classes)
        right = _meant(words, at, member, others) if doubtful else ()
        if not right and words[at] in NEED_MORE:
            right = meant_by_clause(words, at)
        if right:
            yield Misplaced(at, right)


def _meant(words: Sequence[str], at: int, member: Member, others: Sequence[Member]) -> tuple[str, ...]:
    """The words that may be meant; none where the one that stands there may be right."""
    out = excluded(words, at)
    if (out and not member.classes & ~out) or member.rare:
        fitting = [each.word for each in others if each.classes & ~out]
        if fitting and not _is_in_company(words, at):
            return tuple(each for each in fitting if "’" not in each)[:_MOST]
    return ()


def _is_in_company(words: Sequence[str], at: int) -> bool:
    """Say whether words stand beside a rare word that make it right."""
    wanted = company().get(words[at])
    if wanted is None:
        return False
    behind = words[at + 1 : at + _REACH + 1]
    if f"<{words[at - 1]}" in wanted or any(f">{word}" in wanted for word in behind):
        return True
    return not wanted.isdisjoint((*words[max(0, at - _REACH) : at], *behind))
