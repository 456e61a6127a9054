"""OMI521: «a» stands before the sound of a vowel, or «an» before that of a consonant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.house_style.words import with_case_of
from omi_report.lint.rules.language.sounds import begins_with_vowel
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI521",
    "article",
    Severity.WARNING,
    "«a» stands before a word, an abbreviation or a number that begins with the sound of a vowel («a hour», «a SPO», "
    "«a 80 hour order»), or «an» before one that begins with another («an useful plan», «an MAPPA meeting»). An "
    "abbreviation that may be read as a word or letter by letter is left alone.",
    "Those who read aloud stumble. Often the word behind it was changed, and not all of the rest.",
    bad="A SPO had held an useful meeting of a hour.",
    good="An SPO had held a useful meeting of an hour.",
)

_NO_ARTICLE_BEFORE = frozenset("a an and are as at be if i in is it its of on or our per the to us was were".split())
"""Before these an «a» is a letter or a slip of another kind."""


@each_text(language="en", titles=True, quotations=False, words=frozenset(("a", "an")))
def check(text: CheckedText) -> Iterator[Problem]:
    """Compare each article with the sound that follows."""
    for match in _article().finditer(text.words):
        word = match["word"]
        if word.lower() in _NO_ARTICLE_BEFORE or (word.isupper() and len(word) == 1):
            continue
        vowel = begins_with_vowel(word)
        if vowel is None or vowel == (len(match["article"]) == 2):
            continue
        article = match["article"]
        right = with_case_of(article[0], "an" if vowel else "a")
        sound = "a vowel" if vowel else "a consonant"
        message = f"«{article} {word}»: «{word}» begins with the sound of {sound}"
        fix = text.fix(*match.span("article"), right)
        yield text.problem(RULE, match.start(), match.end(), message, f"write «{right} {word}»", fix=fix)


@cache
def _article() -> re.Pattern[str]:
    """Articles that may be wrong: not «a» before a plain consonant, nor «an» before a plain vowel."""
    return re.compile(
        r"(?<![\w'’.&(/-])(?P<article>[Aa](?=\s+[aeiouhAEFHILMNORSUX18])|[Aa]n(?=\s+[^ai\s\W]))\s+"
        r"(?P<word>[A-Za-z\d][\w'’,-]*\w|[A-Za-z\d])"
    )
