"""Whether an abbreviation that is not in the list is a slip for one that is."""

from __future__ import annotations

from omi_report.lint.rules.references.abbreviations import AbbreviationList

MOST_SLIPS = 2  # a word that stands in three places is meant as it is written
_SHORTEST = 4  # with three letters half of all abbreviations are one letter apart


def slip_of(word: str, listed: AbbreviationList) -> str | None:
    """Return the listed abbreviation that a word is one slip away from: MAPPA for MAAPA."""
    return next((form for form in listed.forms if " " not in form and is_one_slip(word, form)), None)


def near(word: str, listed: AbbreviationList) -> list[str]:
    """Return the listed abbreviations that differ from a word by one letter, or lack one of its: PPO for PPA, PPOX."""
    return [form for form in listed.forms if min(len(form), len(word)) > 2 and _differ_once(word, form)]


def _differ_once(word: str, form: str) -> bool:
    if len(word) == len(form) + 1:
        return any(word[:at] + word[at + 1 :] == form for at in range(len(word)))
    alike = len(word) == len(form) and _figures(word) == _figures(form)
    return alike and sum(one != other for one, other in zip(word, form, strict=True)) == 1


def is_slip(word: str, times: int, listed: AbbreviationList) -> bool:
    """Say whether a word that is used so many times is taken for a slip."""
    slip = slip_of(word, listed)
    return slip is not None and (times <= MOST_SLIPS or word.casefold() == slip.casefold())


def is_one_slip(word: str, form: str) -> bool:
    """Say whether two abbreviations differ by one letter, or by two that changed places."""
    word, form = word.casefold(), form.casefold()
    if word == form:
        return True
    if _figures(word) != _figures(form) or abs(len(word) - len(form)) > 1:
        return False
    start = 0
    while start < min(len(word), len(form)) and word[start] == form[start]:
        start += 1
    left, right = word[start:], form[start:]
    swapped = left[1::-1] + left[2:] == right
    if swapped or max(len(word), len(form)) < _SHORTEST or (len(word) == len(form) < _SHORTEST):
        return swapped
    if len(word) > len(form) and len(form) < _SHORTEST:
        return False
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _figures(word: str) -> str:
    return "".join(letter for letter in word if letter.isdigit())
