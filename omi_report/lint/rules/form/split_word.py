"""OMI551: a word is divided by a hyphen and a space, as it was at the end of a line of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.language.lexicon import is_common, is_word
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI551",
    "split-word",
    Severity.WARNING,
    "A word has a hyphen and a space inside («super- vision»), a space on one side of a hyphen («short -term»), or a "
    "hyphen between two parts of which one is no word («proba-tion»).",
    "It was divided at the end of a line in the document from which it came. Nobody who searches for it finds it.",
    bad="The super- vision was short- term, and the commu-nity knew it.",
    good="The supervision was short-term, and the community knew it. Pre- and post-release work was good.",
)

_SUSPENDED = frozenset("and or nor not to but as than versus rather through if plus up until".split())
"""After one of these the second half of a word is still to come: «pre- and post-release»."""

_PREFIXES = frozenset(
    "anti bi co counter de ex extra fore hyper infra inter intra macro mal meta micro mid mini mis mono multi neo non "
    "omni para peri poly post pre pro proto pseudo quasi re retro semi sub supra tele trans tri ultra un uni "
    "vice".split()
)
"""What stands before a hyphen, and is no word."""


@each_text(language="en-GB", titles=True, quotations=False, holds=("-",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at what stands on either side of a hyphen."""
    for match in _parts().finditer(text.words):
        first, gap, second = match["first"], match["gap"], match["second"]
        if second in _SUSPENDED or "\n\n" in gap:
            continue
        written = " ".join(match.group().split())
        if _is_one_word(first.lower(), gap, second):
            message = f"«{written}» is divided, as it was at the end of a line"
            yield text.problem(RULE, *match.span(), message, f"write «{first}{second}»")
        elif gap != "-":
            message = f"«{written}» has a space on one side of its hyphen"
            hint = f"write «{first}-{second}», or a dash with a space on either side: «{first} – {second}»"
            yield text.problem(RULE, *match.span(), message, hint)


def _is_one_word(first: str, gap: str, second: str) -> bool:
    """Say whether two parts are those of a word without a hyphen."""
    joined = first + second
    if gap != "-":
        return is_common(joined) or (is_word(joined) and not (is_common(first) and is_common(second)))
    return is_common(joined) and first not in _PREFIXES and not (is_word(first) and is_word(second))


@cache
def _parts() -> re.Pattern[str]:
    """Two parts of a word with a hyphen between, and perhaps a space."""
    before, after = r"(?<![\w'’./@-])", r"(?![\w'’/@-]|\.\w)"
    return re.compile(rf"{before}(?P<first>[A-Za-z][a-z]+)(?P<gap>-\s+|\s-|-)(?P<second>[a-z]{{2,}}){after}")
