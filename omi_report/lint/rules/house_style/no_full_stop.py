"""OMI511: a finding or a paragraph does not end with a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Bullets, LineBreak, Link, Paragraph, Quotation

RULE = Rule(
    "OMI511",
    "no-full-stop",
    Severity.WARNING,
    "A finding, or a paragraph of a running text, does not end with a full stop. Recommendations, which go on a "
    "sentence that stands above them, lists, notes and addresses may do without.",
    "Readers take it that something is missing, and often it is.",
    bad="improvements:\n  - Plans were late in {{ late }} of cases",
    good="improvements:\n  - Plans were late in {{ late }} of cases.",
)


def _is_running(prose: Prose) -> bool:
    return prose.manner in ("finding", "running")


@each_text(where=_is_running)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at the end of every paragraph; those of lists and quotations may do without a full stop."""
    blocks = text.view.parsed.blocks
    for number, block in enumerate(blocks, start=1):
        following = blocks[number] if number < len(blocks) else None
        if isinstance(block, Paragraph) and not _is_ended(text, block):
            if following is None:
                yield _problem(text, block, "the finding" if text.prose.manner == "finding" else "the text")
            elif not isinstance(following, Bullets | Quotation) and not text.text.startswith(":", block.end - 1):
                yield _problem(text, block, "this paragraph")


def _is_ended(text: CheckedText, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends a sentence, or is an address: one of the web, or lines of a street and a town."""
    if paragraph.children and isinstance(paragraph.children[-1], Link):
        return True
    has_lines = any(isinstance(child, LineBreak) for child in paragraph.children)
    return has_lines or bool(_ended().search(text.view.prose, paragraph.offset, paragraph.end))


def _problem(text: CheckedText, paragraph: Paragraph, what: str) -> Problem:
    last = _last_word().search(text.text, paragraph.offset, paragraph.end)
    start = last.start() if last else paragraph.offset
    hint = "finish the sentence, or end it with a full stop"
    return text.problem(RULE, start, paragraph.end, f"{what} does not end with a full stop", hint)


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(r"[.!?…][\"'”’)\]*_]*\Z")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"\S+\Z")
