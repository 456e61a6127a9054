"""OMI523: words have become a heading, a list, a quotation or code that nobody meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Block, Blocks, Bullets, Quotation, Subheading, Verbatim

RULE = Rule(
    "OMI523",
    "not-prose",
    Severity.WARNING,
    "A sign at the beginning of a line has made something else of words: a heading of a sentence (# or a "
    "line of --- below), a heading of a fourth level (####) or without words below it, a list of a single item (-, "
    "*, 1.), a quotation in mid-paragraph, without a word before it (>) or inside another (> >, as in e-mails), "
    "code (four spaces), or a rule that is not printed.",
    "The sign is gone, and the words look as if they were somebody else's, or more important than the rest.",
    bad="text: |\n  Plans were late in 2006 and\n  - in some offices - in 2007 too.",
    good="text: |\n  Plans were late in 2006 and – in some offices – in 2007 too.",
)

_LONGEST_HEADING = 12
"""The number of words of a heading; what has more is a sentence."""

_DEEPEST = 3
"""The levels of headings that a text can have."""

_COMPLETE = frozenset(("finding", "recommended", "running"))
"""The manners of texts behind which nothing else stands, to which a heading at their end could belong."""

_JOIN = "join it to the line above"


@each_text(where=lambda prose: prose.manner != "value")
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each block that is no paragraph."""
    if not text.view.parsed.plain:
        yield from _in_blocks(text, text.view.parsed.blocks)
        for match in _rule().finditer(text.text):
            if not _is_under_words(text, match.start()) and not _is_code(text, match.start()):
                hint = "remove it; a heading (## …) or a new paragraph sets texts apart"
                yield text.problem(RULE, *match.span(1), f"the line «{match[1]}» is no part of a text", hint)


def _in_blocks(text: CheckedText, blocks: Blocks) -> Iterator[Problem]:
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        match block:
            case Subheading():
                yield from [*_heading(text, block, before)] or _without_words(text, block, blocks[number + 1 :])
            case Verbatim():
                hint = (
                    "indent them as the other lines are, or write them as a list" if _is_indented(text, block) else ""
                )
                yield _problem(text, block, "these lines are printed as code", hint or "remove the ``` around them")
            case Bullets(items):
                if len(items) == 1:
                    yield _list(text, block, before)
                for item in items:
                    yield from _in_blocks(text, item)
            case Quotation(quoted):
                if any(isinstance(each, Quotation) for each in quoted):
                    message = "these words are printed as a quotation inside a quotation"
                    yield _problem(text, block, message, "remove the «>»: an e-mail has them before what it answers")
                elif not block.by and (before is None or not _is_apart(text, block)):
                    hint = f"remove the «>», or {_JOIN}" if before else "say whom it quotes, or remove the «>»"
                    yield _problem(text, block, "these words are printed as a quotation", hint)


def _heading(text: CheckedText, heading: Subheading, before: Block | None) -> Iterator[Problem]:
    words = text.text[heading.offset : heading.end]
    if not words.startswith("#"):
        end = heading.offset + len(words.rstrip())
        start = text.text.rindex("\n", heading.offset, end) + 1
        sign = text.text[start:end].strip()
        message = f"the line «{sign}» makes a heading of the words above it"
        yield text.problem(RULE, end - len(sign), end, message, "remove this line; a heading begins with ##")
        return
    bare = words.strip("# \n")
    sentence = bare.endswith((".", ";", ",", ":")) or len(bare.split()) > _LONGEST_HEADING or not bare[:1].isupper()
    if sentence or (text.prose.manner == "finding" and not before) or (before and not _is_apart(text, heading)):
        sign = words.split(maxsplit=1)[0]
        hint = f"remove it, or write \\{sign} for the sign"
        yield _problem(text, heading, f"the «{sign}» makes a heading of these words", hint)


def _without_words(text: CheckedText, heading: Subheading, following: Blocks) -> Iterator[Problem]:
    """A heading of a level that texts do not have, or with no words of its own."""
    if heading.level > _DEEPEST:
        message = f"«{'#' * heading.level}» makes a heading of level {heading.level}, and texts have three levels"
        yield _problem(text, heading, message, "write #, ## or ### for a heading, or remove the signs")
        return
    then = following[0] if following else None
    is_last = not then and text.prose.manner in _COMPLETE
    if is_last or (isinstance(then, Subheading) and then.level <= heading.level):
        yield _problem(text, heading, "no words stand below this heading", "write what belongs there, or remove it")


def _list(text: CheckedText, block: Bullets, before: Block | None) -> Problem:
    mark = re.match(r"\S+", text.text[block.offset :])
    sign = mark[0] if mark else "-"
    escaped = f"{sign[:-1]}\\{sign[-1]}"
    hint = f"remove it, or write {escaped} for the sign"
    if before and not _is_apart(text, block):
        hint = f"{_JOIN}: a line that begins with «{sign}» begins a list"
    return _problem(text, block, f"the «{sign}» makes a list of a single item of these words", hint)


def _problem(text: CheckedText, block: Block, message: str, hint: str) -> Problem:
    """The problem of a block, at the first line of it."""
    end = text.text.find("\n", block.offset, block.end)
    return text.problem(RULE, block.offset, block.end if end < 0 else end, message, hint)


def _is_apart(text: CheckedText, block: Block) -> bool:
    """Say whether an empty line stands before a block."""
    before = text.text[: block.offset].rstrip(" \t")
    return not before or bool(re.search(r"\n[ \t]*\n\Z", before))


def _is_indented(text: CheckedText, block: Verbatim) -> bool:
    return not text.text[block.offset : block.end].lstrip().startswith(("```", "~~~"))


def _is_under_words(text: CheckedText, offset: int) -> bool:
    """Say whether a line of signs stands under a paragraph, which it makes a heading of."""
    headings = (block for block in text.view.parsed.blocks if isinstance(block, Subheading))
    return any(heading.offset < offset <= heading.end for heading in headings)


def _is_code(text: CheckedText, offset: int) -> bool:
    return any(start <= offset < end for start, end in text.view.code)


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(r"^ {0,3}((?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}|~{3,}|[#=]{5,})$", re.MULTILINE)
