"""What texts say of the size of the sample, and of the number of cases of each kind in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.rules.figures.inventory import sampled
from omi_report.lint.rules.figures.reckoning import COUNT, PERCENT, Number, Reckoning, house, per_cent, read
from omi_report.lint.rules.references.numbered import any_of
from omi_report.problems import Problem, Rule

_NEAR = 90  # per cent of the sample: fewer can be all cases of some kind


def wrong_samples(text: CheckedText, rule: Rule) -> Iterator[Problem]:
    """Find the statements about the whole sample, or all cases of a kind in it, that area.yaml does not bear out."""
    if not _may_speak_of_sample(text.view.own_in_line) or not _hint().search(text.view.own):
        return
    kinds, reckoning = sampled(text.inspection), read(text)
    total = sum(kind.number for kind in kinds)
    if reckoning is None or not total:
        return
    words = tuple(word for kind in kinds for word in kind.words)
    done: set[int] = set()
    for match in _statement(any_of(words)).finditer(reckoning.words):
        key = next(key for key in "abcdefgh" if match[key])
        said = " ".join((match[f"kind_{key}"] or "").casefold().split())
        number = reckoning.number(match, key)
        found = [kind for kind in kinds if said in kind.words]
        right = found[0].number if found else total
        if (key == "g" or match["read_e"] or match["read_f"]) and (found or not _is_near(number.count, total)):
            continue  # «all 12 cases» of which the text speaks, or 12 that were read again
        if found and _is_narrowed(reckoning, number, right, match.end()):
            continue
        if number.base is None and number.count != right and not _is_part(reckoning, number, match):
            of = f"{said} cases" if found else "cases"
            message = f"the sample in area.yaml is of {house(right)} {of}, not {reckoning.written(number)}"
            done.add(number.start)
            yield reckoning.problem(rule, number, message, f"write {house(right)}, or correct area.yaml")
    yield from _wrong_kinds(text, reckoning, rule, done)
    yield from _wrong_shares(text, reckoning, rule)


def _wrong_kinds(text: CheckedText, reckoning: Reckoning, rule: Rule, done: set[int]) -> Iterator[Problem]:
    """Find the kinds that a sentence about the sample counts: «the sample had 24 community orders and 21 licences»."""
    by_word = {word: kind for kind in sampled(text.inspection) for word in kind.words}
    for sentence in text.view.sentences:
        span = sentence.start, sentence.end
        if not _of_sample().search(reckoning.words, *span) or _some_of_it().search(reckoning.words, *span):
            continue
        found = list(_kind(any_of(tuple(by_word))).finditer(reckoning.words, *span))
        several = len({by_word[one_line(match["kind"]).casefold()].words for match in found}) > 1
        for match in found:
            kind, number = by_word[one_line(match["kind"]).casefold()], reckoning.number(match, "number")
            if number.start in done or number.count == kind.number or not (several or match["says"] or match["in"]):
                continue
            if match["in"] is None and _is_narrowed(reckoning, number, kind.number, match.end()):
                continue
            message = f"the sample in area.yaml has {house(kind.number)} {kind.words[0]} cases"
            hint = f"write {house(kind.number)}, or correct area.yaml"
            yield reckoning.problem(rule, number, f"{message}, not {reckoning.written(number)}", hint)


def _wrong_shares(text: CheckedText, reckoning: Reckoning, rule: Rule) -> Iterator[Problem]:
    """Find the shares of kinds in the sample: «40% of the sample were licence cases»."""
    kinds = sampled(text.inspection)
    by_word, total = {word: kind for kind in kinds for word in kind.words}, sum(kind.number for kind in kinds)
    for match in _share_of_sample(any_of(tuple(by_word))).finditer(reckoning.words):
        kind, number = by_word[one_line(match["kind"]).casefold()], reckoning.number(match, "share")
        right = Fraction(100 * kind.number, total)
        slack = Fraction(5) if match["about"] else Fraction(1, 10**number.places)
        if not number.named and abs(right - number.value) >= slack:
            shown = per_cent(right, number.places)
            message = f"{house(kind.number)} of {house(total)} cases in the sample of area.yaml is {shown}"
            yield reckoning.problem(rule, number, f"{message}, not {reckoning.written(number)}", f"write {shown}")


def _is_part(reckoning: Reckoning, number: Number, match: re.Match[str]) -> bool:
    """Say whether a smaller sample is meant: «a smaller sample of 30 files», «30 cases of the sample»."""
    before = reckoning.words[max(0, match.start() - 40) : number.start]
    return bool(_smaller().search(before))


def _is_narrowed(reckoning: Reckoning, number: Number, right: int, end: int) -> bool:
    """Say whether fewer cases than there are of a kind are told apart by what follows: «12 licence cases of women»."""
    return number.count < right and _narrower().match(reckoning.words, end) is not None


def _is_near(number: int, total: int) -> bool:
    """Say whether a number of cases can be meant for the whole sample: it is larger, or but a little smaller."""
    return number > total or 100 * number >= _NEAR * total


_WORDS = (
    "sample", "inspected", "examined", "looked at", "we read", "we assessed", "were read", "were assessed", "total of",
)  # fmt: skip


def _may_speak_of_sample(words: str) -> bool:
    """A quick look before the slow one: one of these, or «all» and what inspectors read."""
    return any(each in words for each in _WORDS) or ("all " in words and (" cases" in words or " files" in words))


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(
        r"\bsample|inspected|examined|looked\s+at|we\s+(?:read|assessed)|were\s+(?:read|assessed)|\btotal\s+of\b|"
        r"\ball\s+(?:the\s+)?[\w,]+\s+(?:cases|files)",
        re.IGNORECASE,
    )


@cache
def _of_sample() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the|our|this)\s+(?:whole\s+)?sample\b|\bcases\s+(?:that\s+)?(?:we|inspectors)\s+(?:inspected|examined|read)\b|"
        r"\b(?:we|inspectors)\s+(?:examined|inspected|read|looked\s+at)\b",
        re.IGNORECASE,
    )


@cache
def _some_of_it() -> re.Pattern[str]:
    """Words of a sentence that is about some of the cases, or about another sample."""
    return re.compile(
        r"\b(?:where|which|whose|who|these|those|half|only|except|again|twice|previous|last|earlier|small(?:er)?|sub|further|"
        r"random|separate|second|another|additional)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _kind(kinds: str) -> re.Pattern[str]:
    """A number of cases of a kind, after what says that it is in the sample; «in 12 of them» is a part."""
    says = (
        r"(?:were|was|are|had|has|included|includes|contained|contains|compris(?:ed|es)|(?:up|consist\w*|total)\s+of|with|"
        r"examined|inspected|read|at)"
    )
    return re.compile(
        rf"(?:(?P<says>(?<!\bin\s)\b{says})\s+|[,:(]\s*|\band\s+|^\W*|(?<=[.]\s))(?P<number>{COUNT})\s+(?P<kind>{kinds})"
        rf"(?:s\b|\s+(?:cases|files)\b)(?P<in>\s+(?:were\s+)?in\s+(?:the|our)\s+sample\b)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _statement(kinds: str) -> re.Pattern[str]:
    did = r"(?:inspected|examined|read|looked\s+at|assessed)"
    looked = r"(?:read|looked\s+at|assessed)"
    end = r"(?=\s*(?:[.,;:]|in\s+(?:all|total)|altogether))"

    def cases(key: str) -> str:
        return rf"(?P<{key}>{COUNT})\s+(?:(?P<kind_{key}>{kinds})\s+)?(?:cases|(?:case\s+)?files)\b"

    return re.compile(
        rf"\b(?:the|our|whole)\s+sample\s+(?:of|(?:was|is)\s+(?:of|made\s+up\s+of)|had|has|contained|contains|"
        rf"compris(?:ed|es)|consisted\s+of|included|came\s+to)\s+{cases('a')}|\ba\s+sample\s+of\s+{cases('b')}{end}|"
        rf"\b(?:the|all(?:\s+the)?|our)\s+{cases('c')}\s+(?:in\s+(?:the|our)\s+sample|(?:(?:that|which)\s+)?(?:we|inspectors)\s+"
        rf"{did}|(?:inspected|examined|sampled))\b|"
        rf"\b(?:we|inspectors)\s+{did}\s+(?:the\s+(?:case\s+)?(?:files|notes|records)\s+of\s+)?{cases('d')}{end}|"
        rf"(?<!\bof\s)(?<!\bthe\s){cases('e')}\s+(?:were|had\s+been)\s+(?:(?P<read_e>{looked})|examined|inspected|sampled)\b|"
        rf"\ba\s+total\s+of\s+{cases('f')}\s+(?:(?:formed|made\s+up)\s+(?:the|our)\s+sample\b|"
        rf"(?:were|was|had\s+been)\s+(?:(?P<read_f>{looked})|examined|inspected|sampled)\b)|"
        rf"\bthere\s+were\s+{cases('h')}\s+in\s+(?:the|our)\s+sample(?=\s*\.)|"
        rf"\ball(?:\s+the)?\s+{cases('g')}(?!\s+(?:where|that|which|with|whose|who|of|for|from|in\s+(?:which|the|that))\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _share_of_sample(kinds: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<about>\b(?:about|some|around|nearly|almost|roughly|over|under)\s+)?(?P<share>{PERCENT})\s+of\s+"
        rf"(?:the|our)\s+(?:sample|cases\s+in\s+(?:the|our)\s+sample)\s+(?:were|was|are)\s+(?P<kind>{kinds})"
        r"(?:s\b|\s+(?:cases|files)\b)",
        re.IGNORECASE,
    )


@cache
def _narrower() -> re.Pattern[str]:
    return re.compile(
        r",?\s+(?:aged|at|for|from|in\s+(?:which|the|that)|involving|of|on|that|where|which|who|whose|with|without)\b",
        re.IGNORECASE,
    )


@cache
def _smaller() -> re.Pattern[str]:
    return re.compile(r"\b(?:small(?:er)?|sub|further|random|separate|second|another|additional)\b", re.IGNORECASE)
