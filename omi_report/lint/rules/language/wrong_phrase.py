"""OMI537: a phrase is written as it is heard, or is no phrase of written English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.words import with_case_of
from omi_report.lint.rules.language.lexicon import is_common, lines_of
from omi_report.problems import Problem, Rule, Severity, one_for_each_place

RULE = Rule(
    "OMI537",
    "wrong-phrase",
    Severity.WARNING,
    "A phrase is written as it is heard («on route», «for all intensive purposes», «could care less»), says a thing "
    "twice («the reason is because», «more longer»), takes a plural for a singular («a criteria»), or pairs words "
    "that do not go together («either … nor», «both … or», «as good than», «although …, but», «responsible of»).",
    "Readers who know the phrase stop at it, and translate it back for themselves.",
    bad="Irregardless of risk, they were on route. The reason is because a criteria was missing.",
    good="Regardless of risk, they were en route. The reason is that a criterion was missing.",
)


@each_text(language="en", titles=True, quotations=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for the phrases whose longest word a text has, and for pairs of words that do not go together."""
    vocabulary = text.view.vocabulary
    found = [*_pairs(text)]
    for rarest in _by_word().keys() & vocabulary:
        for wrong, right in _by_word()[rarest]:
            for match in _pattern(wrong).finditer(text.view.own_in_small):
                start, end = match.span()
                written = one_line(text.text[start:end])
                meant = with_case_of(written[0], right)
                fix = text.fix(start, end, meant) if written.isalpha() else None
                found.append(
                    text.problem(RULE, start, end, f"«{written}»: the phrase is «{meant}»", f"write «{meant}»", fix=fix)
                )
    yield from one_for_each_place(found)


def _pairs(text: CheckedText) -> Iterator[Problem]:
    """«either … nor», «neither … or» and «more longer»."""
    words, vocabulary = text.view.own_in_small, text.view.vocabulary
    for word, pattern, right in _PAIRED:
        for match in pattern().finditer(words) if vocabulary.issuperset(word.split()) else ():
            if not _is_compared(match):
                continue
            written, longer = one_line(text.text[match.start() : match.end()]), match.groupdict().get("longer")
            message = (
                f"«{written}»: «{word}» goes with «{right}»"
                if right
                else f"«{written}» says twice what «{longer}» says"
            )
            yield text.problem(RULE, *match.span("wrong"), message, f"write «{right or longer}»")
    for word, joined in (("although", _but), ("though", _but), ("because", _so)):
        for match in joined().finditer(words) if word in vocabulary else ():
            other = match["wrong"]
            message = f"«{word}» and «{other}» join the same two clauses"
            yield text.problem(RULE, *match.span("wrong"), message, f"leave out «{word}» or «{other}»")


@cache
def _both() -> re.Pattern[str]:
    the = r"(?:the|their|his|her|its|our|a|an|any)"
    return re.compile(
        rf"(?<![\w'’-])both\s+{the}(?:\s+(?!and\b|or\b)[a-z'’-]+){{1,3}}\s+(?P<wrong>or)\s+{the}"
        r"(?![^.;]{0,150}\band\b)"
    )


@cache
def _as() -> re.Pattern[str]:
    """«as good than»; a comparative between the two is right."""
    return re.compile(
        r"(?<![\w'’-])(?<!such )(?<!same )as\s+(?!more\b|less\b|other\b|rather\b)(?![a-z]+er\b)"
        r"[a-z]+\s+(?P<wrong>than)(?![\w'’-])"
    )


@cache
def _but() -> re.Pattern[str]:
    """«Although it was late, but …»: the first comma of the sentence ends the clause with «although»."""
    return re.compile(r"(?:\A|[.!?]\s+)(?:even\s+)?(?:al)?though\s[^.,;:()]{5,160},\s+(?P<wrong>but)\s")


@cache
def _so() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?]\s+)because\s[^.,;:()]{5,160},\s+(?P<wrong>so)\s"
        r"(?!(?:called|did|do|does|far|few|little|long|many|much|that)\b)"
    )


@cache
def _either() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])either(?:\s+(?!or\b)[a-z'’-]+){1,5}?\s+(?P<wrong>nor)(?![\w'’-])")


@cache
def _neither() -> re.Pattern[str]:
    the = r"(?:the|their|his|her|its|our|a|an|any)"
    return re.compile(
        rf"(?<![\w'’-])neither\s+{the}(?:\s+(?!n?or\b)[a-z'’-]+){{1,3}}\s+(?P<wrong>or)\s+{the}(?![^.;]{{0,150}}\bnor\b)"
    )


def _is_compared(match: re.Match[str]) -> bool:
    """Say whether what stands after «more» or «most» is itself a comparative or a superlative, where one is looked for.

    «Busier» is one, since «busiest» is a word, too; «water» is none.
    """
    longer = match.groupdict().get("longer")
    if longer is None or longer in ("better", "worse", "best", "worst"):
        return True
    other = f"{longer[:-2]}est" if longer.endswith("er") else f"{longer[:-3]}er"
    return is_common(other) and longer not in _NOT_COMPARED


_NOT_COMPARED = frozenset("earnest number other rather rest test west".split())


@cache
def _more() -> re.Pattern[str]:
    """A comparative with another; «more older people» is right."""
    return re.compile(
        r"(?<![\w'’-])(?P<wrong>more\s+(?P<longer>worse|[a-z]{2,}er))(?=\s*[.,;]|\s+(?:than|to|for|and|in|at|if|when)\b)"
    )


@cache
def _most() -> re.Pattern[str]:
    """«The most largest»."""
    return re.compile(r"(?<![\w'’-])the\s+(?P<wrong>most\s+(?P<longer>worst|[a-z]{2,}est))(?![\w'’-])")


@cache
def _the_more() -> re.Pattern[str]:
    """«The more was read, the most was learned»; «the more recent plan, the most detailed of all,» is right."""
    verb = "are|can|could|had|has|is|it|they|was|we|were|will|would"
    return re.compile(
        rf"(?:\A|(?<=[.!?;]\s))the\s+(?:more|less|fewer)\s[^.,;:()]{{3,80}},\s+(?P<wrong>the\s+(?:most|least))\s+(?:{verb})\b"
    )


_PAIRED = (
    ("either", _either, "or"),
    ("neither", _neither, "nor"),
    ("both", _both, "and"),
    ("as", _as, "as"),
    ("more", _more, ""),
    ("most", _most, ""),
    ("the more", _the_more, "the more"),
)
"""A word, the pattern of it with one that it does not go with, and the one that it goes with."""


@cache
def _by_word() -> dict[str, list[tuple[str, str]]]:
    """The phrases, each with what is right, by the longest word of each: few texts have it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in lines_of("phrases.txt"):
        wrong, _, right = line.partition(" > ")
        key = max(re.findall("[a-z]+", wrong), key=len)
        found.setdefault(key, []).append((wrong, right))
    return found


@cache
def _pattern(wrong: str) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(word) for word in wrong.split())
    return re.compile(rf"(?<![\w'’-]){body}(?![\w'’-])")
