"""Lists of definitions: a term on a line, and below it what it means, behind a colon.

markdown-it has none, and its plug-in for them does not say where a definition begins.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from omi_report.prose.paragraph_lines import begins_another, end_of_paragraph, push_paragraph

_COLON = re.compile(r":[ \t]+(?=\S)")


def definitions_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read the terms and definitions that begin in a line."""
    if silent or not _is_term(state, first, end):
        return False

    def begins(line: int) -> bool:
        return _is_definition(state, line) or _is_term(state, line, end)

    opening = state.push("definitions_open", "", 1)
    line = after = first
    while _is_term(state, line, end) and (line == first or not begins_another(state, line, end)):
        push_paragraph(state, "term", state.getLines(line, line + 1, state.blkIndent, False).strip(), line, line + 1)
        line += 1
        while line < end and _is_definition(state, line):
            after = end_of_paragraph(state, line, end, begins)
            content = state.getLines(line, after, state.blkIndent, False).strip()
            push_paragraph(state, "definition", content.removeprefix(":").lstrip(), line, after)
            line = after
        while line < end and state.isEmpty(line):
            line += 1
    state.push("definitions_close", "", -1)
    opening.map, state.line = [first, after], after
    return True


def _is_definition(state: StateBlock, line: int) -> bool:
    if state.isEmpty(line) or not 0 <= state.sCount[line] - state.blkIndent <= 3:
        return False
    return _COLON.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]) is not None


def _is_term(state: StateBlock, line: int, end: int) -> bool:
    """Say whether a line has a definition below it, and is none. A line that is indented goes on with what is above."""
    if line + 1 >= end or state.isEmpty(line) or state.sCount[line] != state.blkIndent:
        return False
    return _is_definition(state, line + 1) and not _is_definition(state, line)
