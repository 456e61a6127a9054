"""Which lines a paragraph has, for kinds of block that markdown-it does not know and that hold one."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token


def begins_another(state: StateBlock, line: int, end: int) -> bool:
    """Say whether a block of another kind begins in a line."""
    indented = state.sCount[line] - state.blkIndent > 3 or state.sCount[line] < 0
    return not indented and any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("paragraph"))


def end_of_paragraph(state: StateBlock, first: int, end: int, ends: Callable[[int], bool] = lambda _line: False) -> int:
    """Return the line after the last of a paragraph, which ends as any other does, or where ``ends`` says so of a line.

    A number at the beginning of a line goes on with a paragraph: markdown-it takes it for an item elsewhere.
    """
    before, state.parentType = state.parentType, "paragraph"
    line = first + 1
    while line < end and not state.isEmpty(line) and not ends(line) and not begins_another(state, line, end):
        line += 1
    state.parentType = before
    return line


def push_paragraph(state: StateBlock, kind: str, content: str, first: int, following: int) -> Token:
    """Push the tokens of a kind of paragraph, which stands in the lines from one up to another; return the first."""
    opening = state.push(f"{kind}_open", "", 1)
    opening.map = [first, following]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, [first, following], []
    state.push(f"{kind}_close", "", -1)
    return opening
