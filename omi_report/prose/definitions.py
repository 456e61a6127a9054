"""Lists of definitions: a term on a line, and below it what it means, behind a colon.

markdown-it has none, and its plug-in for them does not say where a definition begins.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_COLON = re.compile(r":[ \t]+(?=\S)")


def definitions_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read the terms and definitions that begin in a line."""
    if silent or not _is_term(state, first, end):
        return False
    opening = state.push("definitions_open", "", 1)
    line = after = first
    while _is_term(state, line, end):
        _push(state, "term", state.getLines(line, line + 1, state.blkIndent, False).strip(), line, line + 1)
        line += 1
        while line < end and _is_definition(state, line):
            after = _end_of_definition(state, line, end)
            content = state.getLines(line, after, state.blkIndent, False).strip()
            _push(state, "definition", content.removeprefix(":").lstrip(), line, after)
            line = after
        while line < end and state.isEmpty(line):
            line += 1
    state.push("definitions_close", "", -1)
    opening.map, state.line = [first, after], after
    return True


def _push(state: StateBlock, kind: str, content: str, first: int, following: int) -> None:
    state.push(f"{kind}_open", "", 1).map = [first, following]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, [first, following], []
    state.push(f"{kind}_close", "", -1)


def _is_definition(state: StateBlock, line: int) -> bool:
    if state.isEmpty(line) or not 0 <= state.sCount[line] - state.blkIndent <= 3:
        return False
    return _COLON.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]) is not None


def _is_term(state: StateBlock, line: int, end: int) -> bool:
    """Say whether a line has a definition below it, and is none. A line that is indented goes on with what is above."""
    if line + 1 >= end or state.isEmpty(line) or state.sCount[line] != state.blkIndent:
        return False
    return _is_definition(state, line + 1) and not _is_definition(state, line)


def _end_of_definition(state: StateBlock, line: int, end: int) -> int:
    """The line after the last of a definition, which goes on until another begins, or anything but words."""
    others = state.md.block.ruler.getRules("paragraph")
    line += 1
    while line < end and not state.isEmpty(line) and not _is_definition(state, line):
        if _is_term(state, line, end) or any(rule(state, line, end, True) for rule in others):
            break
        line += 1
    return line
