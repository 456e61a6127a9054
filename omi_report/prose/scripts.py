"""Raised and lowered signs: ``m^2^``, ``1^st^``, ``CO~2~``.

They stand right behind a word and are a few letters and figures: whatever is longer is no such sign, and words that
were hidden in one would be read by no rule.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_SCRIPT = re.compile(r"(?P<mark>[\^~])(?P<text>[+−-]?[^\W_]{1,4})(?P=mark)(?!~)")


def script_rule(state: StateInline, silent: bool) -> bool:
    """Read a raised or lowered sign at the parser's position."""
    match = _SCRIPT.match(state.src, state.pos)
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    if not match or not (before.isalnum() or (before and before in ")]}*_”’")):
        return False
    if not silent:
        token = state.push("script", "", 0)
        token.content = match["text"]
        token.meta = {
            "low": match["mark"] == "~",
            "offset": match.start(),
            "length": match.end() - match.start(),
        }
    state.pos = match.end()
    return True
