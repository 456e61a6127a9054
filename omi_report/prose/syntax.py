"""The two additions to Markdown: ``{{ name | filter }}`` and ``{role}`target` ``.

They are inline rules of markdown-it that keep the offset at which each begins, which the plug-ins
that parse the same syntax do not, and which a message at the right place needs.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from omi_report.prose.plain_text import ROLE, SUBSTITUTION


def substitution_rule(state: StateInline, silent: bool) -> bool:
    """Read a substitution at the parser's position."""
    match = SUBSTITUTION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("substitution", "", 0)
        token.meta = {
            "name": match["name"].strip(),
            "filters": tuple(part.strip() for part in match["filters"].split("|")[1:]),
            "offset": match.start(),
            "length": match.end() - match.start(),
        }
    state.pos = match.end()
    return True


def role_rule(state: StateInline, silent: bool) -> bool:
    """Read a role and its target at the parser's position."""
    match = ROLE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("role", "", 0)
        token.meta = {
            "role": match["role"],
            "target": match["target"].strip(),
            "short": bool(match["short"]),
            "offset": match.start(),
            "length": match.end() - match.start(),
        }
    state.pos = match.end()
    return True


def html_rule(state: StateInline, silent: bool) -> bool:
    """Note a piece of raw HTML, which the format does not have; its characters stay text."""
    match = _TAG.match(state.src, state.pos)
    if not match or (match["name"] and match["name"].lower() not in _ELEMENTS):
        return False
    if not silent:
        token = state.push("raw_html", "", 0)
        token.content = match.group()
        token.meta = {"offset": match.start(), "length": match.end() - match.start()}
    state.pos = match.end()
    return True


def brace_rule(state: StateInline, silent: bool) -> bool:
    """Note braces that are neither a figure nor a reference: one too few, single, or over a line end."""
    match = _BRACES.match(state.src, state.pos)
    if not match or _is_escaped(state.src, match):
        return False
    if not silent:
        written = match.group()
        token = state.push("broken_line" if "\n" in written else "loose_brace", "", 0)
        token.content = written.replace("\n", " ")
        token.meta = {"offset": match.start(), "length": len(written.split("\n")[0])}
    state.pos = match.end()
    return True


def _is_escaped(text: str, braces: re.Match[str]) -> bool:
    """Whether braces are meant to be printed: the opening one, or the one before it, has a backslash."""
    opening = text.rfind("{", 0, braces.start() + 1)
    return opening >= 0 and text[max(opening - 2, 0) : opening].endswith(("\\", "\\{"))


def image_rule(state: StateInline, silent: bool) -> bool:
    """Note a picture, which texts do not have."""
    match = _IMAGE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("picture", "", 0)
        token.content = match.group()
        token.meta = {"offset": match.start(), "length": match.end() - match.start()}
    state.pos = match.end()
    return True


_TAG = re.compile(r"<!--[^>]*-->|</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>")
_BRACES = re.compile(r"\{+[^{}]{0,80}\}+|\{+|\}+")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_ELEMENTS = frozenset(
    "a abbr b blockquote br button code dd del details div dl dt em embed font form h1 h2 h3 h4 h5 h6 hr i iframe img "
    "input ins li link main meta object ol p pre q s script section small span strike strong style sub summary sup "
    "svg table tbody td th thead tr u ul video".split()
)


@cache
def markdown(*, linkify: bool) -> MarkdownIt:
    """Return a CommonMark parser with the additions, without raw HTML and pictures.

    With ``linkify`` bare addresses become links; the library for that is loaded only then.
    """
    parser = MarkdownIt("commonmark", {"html": False, "linkify": linkify})
    parser.disable(["image", "html_block", "html_inline", "reference"])
    if linkify:
        parser.enable("linkify")
    parser.inline.ruler.before("backticks", "substitution", substitution_rule)
    parser.inline.ruler.before("backticks", "role", role_rule)
    parser.inline.ruler.before("backticks", "braces", brace_rule)
    parser.inline.ruler.before("autolink", "raw_html", html_rule)
    parser.inline.ruler.before("link", "picture", image_rule)
    return parser
