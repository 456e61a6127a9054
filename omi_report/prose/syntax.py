"""The additions to Markdown, such as ``{{ name | filter }}`` and ``{role}`target` ``, and a parser that keeps places.

The additions are rules of markdown-it; notes, tables, definitions and pictures have modules of their own. They keep the
offset at which each addition begins, so that a message can stand at the right place; existing plug-ins for the same
syntax do not. Some of markdown-it's own rules are wrapped, so that they note where they end: nothing else in their
tokens says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, link, linkify as linkify_rule
from markdown_it.token import Token

from omi_report.numbering import name_of
from omi_report.prose.attributions import attribution_rule
from omi_report.prose.definitions import definitions_rule
from omi_report.prose.notes import note_reference_rule, note_rule
from omi_report.prose.plain_text import ADDRESS, ROLE, SUBSTITUTION
from omi_report.prose.scripts import script_rule
from omi_report.prose.tables import put_back
from omi_report.prose.text_pictures import picture_rule

InlineRule: TypeAlias = Callable[[StateInline, bool], bool]


def substitution_rule(state: StateInline, silent: bool) -> bool:
    """Read a substitution at the parser's position."""
    match = SUBSTITUTION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("substitution", "", 0)
        token.meta = {
            "name": name_of(match["name"].strip()),
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
            "target": name_of(match["target"].strip()),
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
    """Note braces that are neither a figure nor a reference: too few of them, or with a line end inside."""
    match = _BRACES.match(state.src, state.pos)
    if not match or _is_escaped(state.src, match):
        return False
    if not silent:
        written = match.group()
        token = state.push("broken_line" if "\n" in written else "loose_brace", "", 0)
        token.content = written.replace("\n", " ")
        token.meta = {"offset": match.start(), "length": len(written.split("\n")[0]), "written": len(written)}
    state.pos = match.end()
    return True


def _is_escaped(text: str, braces: re.Match[str]) -> bool:
    """Whether braces are meant to be printed: the opening one, or the one before it, has a backslash."""
    opening = text.rfind("{", 0, braces.start() + 1)
    return opening >= 0 and text[max(opening - 2, 0) : opening].endswith(("\\", "\\{"))


def noting_end(rule: InlineRule) -> InlineRule:
    """Return a rule that does the same, and notes in the token of its code or link how far it goes."""

    def noting(state: StateInline, silent: bool) -> bool:
        made = len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            for token in state.tokens[made:]:
                if token.type in ("code_inline", "link_open"):
                    token.meta.setdefault("end", state.pos)
                    break
        return found

    return noting


def addresses_rule(state: StateCore) -> None:
    """Make links of the addresses that stand bare in words, each with the number of its characters."""
    if state.md.linkify is None:
        raise ModuleNotFoundError("linkify-it-py")
    for block in state.tokens:
        if block.type == "inline":
            block.children = list(_with_addresses(state.md, block.children or []))


def _with_addresses(md: MarkdownIt, tokens: list[Token]) -> Iterator[Token]:
    before, inside = "", 0
    for token in tokens:
        inside += token.nesting if token.type.startswith("link_") else 0
        if token.type == "text" and not inside and ADDRESS.search(token.content):
            yield from _split_at_addresses(md, token, escaped=before == "text_special")
        else:
            yield token
        before = token.type


def _split_at_addresses(md: MarkdownIt, words: Token, *, escaped: bool) -> Iterator[Token]:
    """The words and the addresses of a token. An address right behind a backslash escape counts as words."""
    text, done = words.content, 0
    for found in (md.linkify.match(text) or ()) if md.linkify else ():
        href = md.normalizeLink(found.url)
        if not md.validateLink(href) or (escaped and found.index == 0):
            continue
        if found.index > done:
            yield Token("text", "", 0, content=text[done : found.index])
        shown = md.normalizeLinkText(found.text if found.schema else f"http://{found.text}")
        meta = {"length": found.last_index - found.index}
        yield Token("link_open", "a", 1, attrs={"href": href}, markup="linkify", info="auto", meta=meta)
        yield Token("text", "", 0, content=shown if found.schema else shown.removeprefix("http://"))
        yield Token("link_close", "a", -1, markup="linkify", info="auto")
        done = found.last_index
    if done < len(text):
        yield Token("text", "", 0, content=text[done:])


# Each looks only so far for its end: where there is none, every mark would look through all of the text.
_TAG = re.compile(r"<!--[^>]{0,5000}-->|</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]{0,5000})?/?>")
_BRACES = re.compile(r"\{+[^{}]{0,80}\}+|\{+|\}+")
_ELEMENTS = frozenset(
    "a abbr b blockquote br button code dd del details div dl dt em embed font form h1 h2 h3 h4 h5 h6 hr i iframe img "
    "input ins li link main meta object ol p pre q s script section small span strike strong style sub summary sup "
    "svg table tbody td th thead tr u ul video".split()
)


def bars_rule(state: StateCore) -> None:
    """Put back the bars that part no cells of a table, once the tables have been found."""
    put_back(state.tokens, state.env["bar"])


@cache
def markdown(*, linkify: bool, tables: bool = False) -> MarkdownIt:
    """Return a CommonMark parser with the additions, without raw HTML.

    With ``linkify`` bare addresses become links; the library for that is loaded only then. With ``tables`` lines of
    cells become tables: such a text is parsed with the stand-in for its own bars in the environment, as ``bar``.
    """
    parser = MarkdownIt("commonmark", {"html": False, "linkify": linkify})
    parser.disable(["image", "html_block", "html_inline", "reference", "text_join"])
    if linkify:
        parser.inline.ruler.enable("linkify")
        parser.core.ruler.push("addresses", addresses_rule)
    if tables:
        parser.enable("table")
        parser.core.ruler.after("block", "bars", bars_rule)
    for name, rule in (("backticks", backtick), ("link", link), ("autolink", autolink), ("linkify", linkify_rule)):
        parser.inline.ruler.at(name, noting_end(rule))
    parser.inline.ruler.before("backticks", "substitution", substitution_rule)
    parser.inline.ruler.before("backticks", "role", role_rule)
    parser.inline.ruler.before("backticks", "braces", brace_rule)
    parser.inline.ruler.before("autolink", "raw_html", html_rule)
    parser.inline.ruler.before("link", "picture", picture_rule)
    parser.inline.ruler.before("link", "note_reference", note_reference_rule)
    parser.inline.ruler.before("emphasis", "script", script_rule)
    parser.block.ruler.before("lheading", "definitions", definitions_rule)
    parser.block.ruler.before("paragraph", "note", note_rule, {"alt": ["paragraph", "blockquote", "list"]})
    parser.block.ruler.before("lheading", "attribution", attribution_rule, {"alt": ["paragraph", "list"]})
    return parser
