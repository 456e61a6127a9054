"""OMI501: a text holds raw HTML, a picture, odd braces, half a table, or half a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.unknown_target import ROLES
from omi_report.problems import Problem, Rule, Severity, closest

RULE = Rule(
    "OMI501",
    "not-in-format",
    Severity.ERROR,
    "A text holds something that texts of an area do not have: raw HTML, a picture without its words, its "
    "credit or a line of its own, braces that are neither a figure nor a reference, such as { late } or {{ late }} "
    "broken over the end of a line, a table in which a row has too few or too many cells or a column or a row has no "
    "name, or a footnote without a reference or the other way round.",
    "It would be printed as it is written. Layout is for the templates, and a figure stands in {{ }} on one line. What "
    "a cell says is read with the names of its column and its row.",
    bad="Plans were <b>late</b> in { late } of cases.",
    good="Plans were **late** in {{ late }} of cases.",
)

_PICTURE = 'write ![what it shows](images/office.jpg "caption"), and below it where it comes from'

_MESSAGES = {
    "raw_html": (
        "raw HTML has no meaning here",
        "remove the tags; for emphasis write *so* or **so**, and - before the items of a list",
    ),
    "picture": ("a picture stands in mid-line", "give it a line of its own, with an empty line before it"),
    "picture_form": ("this picture is not written as one", _PICTURE),
    "picture_alt": ("nothing says what this picture shows to those who cannot see it", _PICTURE),
    "picture_credit": ("nothing says where this picture comes from", "say it on the line below: Photograph: …"),
    "picture_file": ("this is no picture of the area", "name a PNG or JPEG in its folder: images/office.jpg"),
    "picture_words": ("the words of a picture hold a figure or a reference", "write them out, or say it in the text"),
    "loose_brace": ("these braces are neither a figure nor a reference", "remove them; to print a brace, write \\{"),
    "broken_line": ("a figure is broken over the end of a line", "write it on one line"),
    "cells": (
        "this row has not as many cells as its table has columns",
        "write a cell for each column, and an empty line behind the table; a bar inside a cell is written \\|",
    ),
    "note_missing": ("there is no note of this name in this text", "write [^name]: and the note on a line of its own"),
    "note_unused": ("no place of this text refers to this note", "write [^name] where it belongs, or remove the note"),
    "note_twice": ("this text has a note of this name already", "give it another name, here and where it belongs"),
    "note_empty": ("this note has no words", "write the note behind the colon, or remove it"),
    "note_inside": ("a note has no notes", "say it in the note itself, in brackets"),
    "quoted_by": (
        "this is printed as words of the quotation",
        "what says who is quoted (-- Offender manager) is the last line, below what was said",
    ),
    "no_rows": ("this table has headings and no rows", "write the rows below the line of dashes, or remove it"),
    "one_column": ("this table has a single column", "write it as a list (- )"),
    "no_heading": ("a column of this table has no heading", "say in the first line what the column holds"),
    "no_row_name": ("the first cell of this row is empty", "say what the row is about: its first cell names it"),
}
_REMARKS = (re.compile(r"<!--"), re.compile(r"\{+\s*>>"))
"""How remarks for other readers begin: those of HTML, and those of programs for reviews."""

_COMMAND = r"\{\s*(\\[a-z]+-?\d*)(?![a-z])"
_FIGURE = r"\{+\s*([\w./-]+(?:\s*\|[\s\w|]*)?)\s*\}+"
_ROLE = r"\{\s*(?P<role>\w+)\s*\}(?P<between>\s?['‘’\"“´`]?)(?P<target>~?[\w./-]*\w)"


@each_text()
def check(text: CheckedText) -> Iterator[Problem]:
    """Report what the parser found that the format does not have."""
    meant = _meant_notes(text)
    for fault in text.view.parsed.faults:
        message, hint = _MESSAGES[fault.kind]
        written = text.text[fault.offset : fault.offset + fault.length]
        if fault.kind == "note_unused" and _name_of_note(written) in meant.values():
            continue  # it is the one that a misspelt mark means, and told of there
        if fault.kind == "note_missing" and (note := meant.get(_name_of_note(written))):
            hint = f"did you mean [^{note}]?"
        if fault.kind == "note_unused":
            hint = f"write [^{_name_of_note(written)}] where it belongs, or remove the note"
        if fault.kind in ("loose_brace", "broken_line"):
            hint = _meant(text.text[fault.offset :]) or hint
        if any(remark.match(text.text, fault.offset) for remark in _REMARKS):
            hint = "take it out, with all that stands between its marks: a remark is no part of the report"
        yield text.problem(RULE, fault.offset, fault.offset + fault.length, message, hint)


def _meant_notes(text: CheckedText) -> dict[str, str]:
    """The notes that marks without a note most likely mean: those of like names that no mark has."""
    names: dict[str, list[str]] = {"note_missing": [], "note_unused": []}
    for fault in text.view.parsed.faults:
        if fault.kind in names:
            names[fault.kind].append(_name_of_note(text.text[fault.offset : fault.offset + fault.length]))
    unused = names["note_unused"]
    return {name: like[0] for name in names["note_missing"] if (like := closest(name, unused))}


def _name_of_note(written: str) -> str:
    return written.partition("[^")[2].partition("]")[0]


def _meant(written: str) -> str:
    """What to write where braces are one too few, over the end of a line, or those of a role without its marks."""
    if command := re.match(_COMMAND, written):
        return f"remove the braces and «{command[1]}»: they come from another program; to print a brace, write \\{{"
    if role := re.match(_ROLE, written):
        glued, quoted = not role["between"], bool(role["between"].strip())
        if glued or (role["role"] in ROLES and (quoted or re.search(r"\d", role["target"]))):
            return f"write {{{role['role']}}}`{role['target']}`, with backticks and no space"
    if (alone := re.match(r"\{\s*(\w+)\s*\}", written)) and alone[1] in ROLES:
        return f"say right behind it, in backticks, what is meant: {{{alone[1]}}}`…`"
    if figure := re.match(_FIGURE, written):
        return f"write {{{{ {' '.join(figure[1].split())} }}}} on one line"
    return ""
