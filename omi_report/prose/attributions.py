"""Who is quoted: the last line of a quotation, which begins with two hyphens or a dash: ``> -- Offender manager``.

Other programs for Markdown write it so; markdown-it has none of it.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from omi_report.prose.paragraph_lines import end_of_paragraph, push_paragraph

_MARK = re.compile(r"(?:--|[—–])[ \t]+(?=\S)")


def attribution_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read what begins in a line of a quotation with two hyphens or a dash: a paragraph behind them."""
    start = state.bMarks[first] + state.tShift[first]
    mark = _MARK.match(state.src, start, state.eMarks[first])
    if not mark or state.is_code_block(first) or not _is_quoted(state.src, start):
        return False
    if silent:
        return True
    following = end_of_paragraph(state, first, end)
    content = state.getLines(first, following, state.blkIndent, False).strip()
    state.line = following
    opening = push_paragraph(state, "attribution", content[len(mark[0]) :].lstrip(), first, following)
    opening.meta = {"mark": len(mark[0].rstrip())}
    return True


def _is_quoted(text: str, start: int) -> bool:
    """Say whether the mark of a quotation stands before a place of a line."""
    return ">" in text[text.rfind("\n", 0, start) + 1 : start]
