"""OMI340: a name is one slip away from one that the report knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.references.abbreviations import abbreviations_of
from omi_report.lint.rules.references.known_names import (
    KnownName,
    KnownNames,
    joined_values,
    known_names,
    prose_of,
    values_of,
    values_with,
)
from omi_report.lint.rules.references.long_names import mistaken_names
from omi_report.lint.rules.references.word_slips import is_ending, is_one_slip
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import begins_sentence
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar

RULE = Rule(
    "OMI340",
    "name-misspelt",
    Severity.WARNING,
    "A word stands once in the report and is a letter, or two letters that changed places, away from a name: of the "
    "area, the team, a month, a criterion, an entry of the list of abbreviations, or of something that the texts name "
    "more than once. Or a name of two words is written as one, or with a hyphen; or one word of a long form of the "
    "list or of the inspectorate's name is another.",
    "Whoever looks a place or a body up does not find it, and whoever knows it thinks less of the report.",
    bad="Staff in Hampshire and in Hamsphire knew it.   # area: Hampshire",
    good="Staff in all of Hampshire knew it.",
)

_LONG = 6  # letters: at the beginning of a sentence a shorter word is taken for a word
_SHORT = 3
_SMALL = frozenset("a an and at by for in of on or the to with".split())


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold every word that stands once against the names."""
    known = known_names(inspection)
    listed = abbreviations_of(inspection).file
    near = {word: found for word in known.rare if (found := _near(known, word))}
    if near:
        pattern = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, near))})(?![^\W\d_])")
        for file, value in values_with(inspection, near):
            prose = prose_of(value)
            for match in pattern.finditer(prose):
                right = _meant(known, prose, match, near[match.group()])
                if right is not None:
                    yield _problem(known, file, value, match.span(), match.group(), right)
    yield from _in_list(inspection, known, listed)
    yield from _joined_names(inspection, known)
    yield from _mistaken_names(inspection)


def _near(known: KnownNames, word: str) -> list[str]:
    """The words of names that a word is one slip away from; nobody slips in the first letter."""
    plain = word.lower()
    found = [each for each in known.index.near(plain) if each[0] == plain[0] or each[:2] == plain[1::-1]]
    return sorted(found, key=lambda each: abs(len(each) - len(plain)))


def _in_list(inspection: Inspection, known: KnownNames, listed: str) -> Iterator[Problem]:
    """Words of the list of abbreviations that are a slip away from a word that stands elsewhere more than once."""
    rare = set(known.rare)
    for file, value in values_of(inspection):
        if file.name != listed:
            continue
        for match in _word().finditer(value):
            word = match.group().lower()
            if match.group() not in rare or len(word) < _LONG:
                continue
            for plain in known.frequent.get(word[0], ()):
                if is_one_slip(word, plain) and not is_ending(word, plain):
                    right = plain.capitalize() if match.group()[0].isupper() else plain
                    yield _problem(
                        known, file, value, match.span(), match.group(), KnownName(right, "the texts", (plain,))
                    )
                    break


def _meant(known: KnownNames, text: str, match: re.Match[str], near: list[str]) -> KnownName | None:
    """The name that a word is a slip for, if it is one."""
    word = match.group()
    own = known.alone.get(word.lower())
    settled = own is not None and own.source != "the texts"
    for plain in near:
        ending = is_ending(word.lower(), plain)
        if ending and (word.lower() + "s" == plain or plain + "s" == word.lower()):
            continue
        if not settled and plain in known.alone and _may_be_name(word, text, match.start()):
            return known.alone[plain]
        for name in known.phrases.get(plain, ()) if not ending else ():
            if (own is None or (settled and name.source == own.source)) and _stands_in(name, plain, text, match):
                return KnownName(name.part(plain), name.source, (plain,), name.spelling)
    return None


def _may_be_name(word: str, text: str, offset: int) -> bool:
    """Whether a word has the capital of a name: at the beginning of a sentence a short one may be any word."""
    return word[0].isupper() and len(word) > _SHORT and (len(word) >= _LONG or not begins_sentence(text, offset))


def _stands_in(name: KnownName, plain: str, text: str, match: re.Match[str]) -> bool:
    """Whether the words around a word are those of a name of several words."""
    at = name.words.index(plain)
    reach = 80
    before = [word.lower() for word in _word().findall(text, max(0, match.start() - reach), match.start())]
    after = [word.lower() for word in _word().findall(text, match.end(), match.end() + reach)]
    others = [(place, word) for place, word in enumerate(name.words) if word not in _SMALL and place != at]
    same = sum(_at(before, after, place - at) == word for place, word in others)
    return same >= (len(others) if name.source == "the texts" else min(2, len(others))) and same > 0


def _at(before: list[str], after: list[str], step: int) -> str:
    if step < 0:
        return before[step] if -step <= len(before) else ""
    return after[step - 1] if step <= len(after) else ""


def _joined_names(inspection: Inspection, known: KnownNames) -> Iterator[Problem]:
    """Names of two words that stand once as one word, or with a hyphen."""
    pairs = {
        form: pair for pair in known.pairs for form in (pair.replace(" ", "").lower(), pair.replace(" ", "-").lower())
    }
    if not pairs:
        return
    for match in _compound().finditer(joined_values(inspection)):
        if match.group().lower() in pairs:
            break
    else:
        return
    for file, value in values_of(inspection):
        for match in _compound().finditer(prose_of(value)):
            pair = pairs.get(match.group().lower())
            if pair is not None:
                right = KnownName(pair, "the texts", tuple(pair.lower().split()))
                yield _problem(known, file, value, match.span(), match.group(), right)


def _mistaken_names(inspection: Inspection) -> Iterator[Problem]:
    """Names of several words, one of which is another than that of the list or of the framework."""
    wrong = {each.written: each for each in mistaken_names(inspection)}
    if not wrong:
        return
    words = (r"\s+".join(map(re.escape, each.split())) for each in sorted(wrong, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
    for file, value in values_of(inspection):
        for match in pattern.finditer(prose_of(value)):
            written, right, source = wrong[" ".join(match.group().split())]
            message = f"«{written}» has another word than «{right}» in {source}"
            length = length_on_line(file, value, *match.span())
            yield RULE.at(
                file.inside(value, match.start()), message, f"write {right}, if the same is meant", length=length
            )


def _problem(
    known: KnownNames, file: SourceFile, value: Scalar, span: tuple[int, int], word: str, right: KnownName
) -> Problem:
    start, end = span
    spelt = {"the texts": "elsewhere", "the calendar": "in the calendar"}.get(right.source, f"in {right.source}")
    message = f"«{word}» stands here alone; {spelt} it is «{right.spelling}»"
    if right.whole:
        message += f" ({right.whole})"
    hint = f"write {right.spelling}, if the same is meant"
    if right.source in ("the texts", "the list of abbreviations") and known.often[right.words[0]] == 1:
        hint = f"write {right.spelling} here, or {word} there: one of the two is misspelt"
    return RULE.at(file.inside(value, start), message, hint, length=length_on_line(file, value, start, end))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _compound() -> re.Pattern[str]:
    """A capitalised word, or two with a hyphen between."""
    return re.compile(r"(?<![\w-])[A-Z][a-z]+(?:-[A-Z][a-z]+|(?<=[a-z]{6}))(?![\w-])")
