"""Which answer a written value is: by ids and names, a code book, yes and no, N/A, labels around it, or its order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from omi_report.evidence.tabulate import Column
from omi_report.importing.sheets.guess.guessed import Guess
from omi_report.importing.sheets.spellings import is_no_answer, is_not_applicable, value_form, words_of, yes_or_no
from omi_report.model.evidence_map import LEFT_BLANK
from omi_report.problems import closest

_LABELLED = re.compile(r"\s*[-+]?\d{1,2}\s*[-–—=:.)]\s*(\D.*)|(\D.*?)\s*[(\[=-]\s*[-+]?\d{1,2}\s*[)\]]?\s*")
_DONT_KNOW = frozenset("dontknow donotknow unsure notsure cantsay".split())


@dataclass(frozen=True)
class PlacedValues:
    """What is written in a column and which answer it is, and what is none, with how many cells have it.

    Values that are an answer's own id or name are left out: no map needs to tell of them.
    """

    answers: Mapping[str, Guess]
    unplaced: Mapping[str, int]


def placed_values(
    values: Mapping[str, int], column: Column, written: Mapping[str, str], codes: Mapping[str, str], about: str = ""
) -> PlacedValues:
    """Place the values of a column.

    ``written`` are its answers by the forms of their ids and names, ``codes`` the labels of a code book. ``about`` is
    what the column is called: «tier 2» is «2» in a column of tiers.
    """
    found: dict[str, Guess] = {}
    unplaced: dict[str, int] = {}
    by_order = _by_order(values, column, written)
    for text, count in values.items():
        form = value_form(text)
        if form in written and not (form in codes and _by_code(codes[form], column, written)):
            continue
        guess = (
            _by_code(codes.get(form, ""), column, written)
            or _with_name_of_column(text, column, about)
            or _by_words(text, column, written)
            or by_order.get(text)
        )
        if guess is None:
            unplaced[text] = count
        else:
            found[text] = guess
    return PlacedValues(found, unplaced)


def _by_code(label: str, column: Column, written: Mapping[str, str]) -> Guess | None:
    if not label:
        return None
    form = value_form(label)
    if form in written:
        return Guess(written[form], 97, f"code book: {label[:40]}")
    guess = _by_words(label, column, written)
    return Guess(guess.meant, min(guess.confidence, 95), f"code book: {label[:40]}") if guess else None


def _with_name_of_column(text: str, column: Column, about: str) -> Guess | None:
    own = set(words_of(about))
    words = tuple(word for word in words_of(text) if word not in own)
    if not own or not words or len(words) == len(words_of(text)):
        return None
    found = [answer for answer in column.answers if words_of(answer) == words]
    return Guess(found[0], 93, "the answer and the name of the column") if found else None


def _by_words(text: str, column: Column, written: Mapping[str, str]) -> Guess | None:
    labelled = _LABELLED.fullmatch(text)
    inner = next((each for each in labelled.groups() if each), "") if labelled else ""
    if inner and value_form(inner) in written:
        return Guess(written[value_form(inner)], 95, "its label")
    for texts in (column.answers, column.names):
        for answer, name in zip(column.answers, texts, strict=False):
            if words_of(name) == words_of(text):
                return Guess(answer, 97, "its words")
    yes = yes_or_no(text)
    if yes and yes in written:
        return Guess(written[yes], 97, "yes or no")
    if is_not_applicable(text):
        return Guess(column.not_relevant or LEFT_BLANK, 95, "not applicable")
    if is_no_answer(text):
        return Guess(LEFT_BLANK, 95, "no answer")
    if value_form(text) in _DONT_KNOW:
        return Guess(LEFT_BLANK, 60, "no opinion")
    return _by_part(text, column) or _by_likeness(text, written)


def _by_part(text: str, column: Column) -> Guess | None:
    """The only answer whose words all stand in the value, where the value has few more."""
    words = words_of(text)
    found: dict[str, int] = {}
    for texts in (column.answers, column.names):
        for answer, name in zip(column.answers, texts, strict=False):
            own = words_of(name)
            if own and set(own) <= set(words):
                found[answer] = max(found.get(answer, 0), len(own))
    if not found:
        return None
    longest = max(found.values())
    best = [answer for answer, length in found.items() if length == longest]
    if len(best) > 1 or {"not", "no", "never", "in"} & (set(words) - set(words_of(best[0]))):
        return None
    share = longest / len(words)
    return Guess(best[0], 85 if share >= 0.5 else 65, "the words of the answer") if share >= 0.3 else None


def _by_likeness(text: str, written: Mapping[str, str]) -> Guess | None:
    form = value_form(text)
    nearest = closest(form, [each for each in written if len(each) > 3]) if len(form) > 3 else []
    return Guess(written[nearest[0]], 70, f"spelt like «{nearest[0]}»") if nearest else None


def _by_order(values: Mapping[str, int], column: Column, written: Mapping[str, str]) -> dict[str, Guess]:
    """Codes that nothing explains: 0 and 1 of yes and no, else 1, 2, 3 … in the order of the framework; never sure.

    Single letters count as the first letters of answers, where these differ.
    """
    forms = {value_form(text): text for text in values if text.strip()}
    codes = {form for form in forms if form not in written and form.lstrip("-").isdecimal()}
    real = [answer for answer in column.answers if answer != column.not_relevant]
    if codes and codes <= {"0", "1"} and {"yes", "no"} <= set(column.answers):
        return {forms[code]: Guess("yes" if code == "1" else "no", 75, "1 and 0") for code in codes}
    if codes and codes <= {"1", "2"} and set(real) == {"yes", "no"}:
        return {forms[code]: Guess("yes" if code == "1" else "no", 60, "1 and 2") for code in codes}
    if codes and codes <= {str(number) for number in range(1, len(column.answers) + 1)} and len(real) > 2:
        return {forms[code]: Guess(column.answers[int(code) - 1], 40, "the order of the answers") for code in codes}
    initials: dict[str, list[str]] = {}
    for answer in column.answers:
        initials.setdefault("".join(word[0] for word in words_of(answer)), []).append(answer)
    single = {form for form in forms if form in initials and len(initials[form]) == 1 and form not in written}
    return {forms[form]: Guess(initials[form][0], 80, "first letters") for form in single}
