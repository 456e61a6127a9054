"""What is guessed of exports → the text of a map, with how sure each guess is behind it, for a person to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from omi_report.importing.sheets.guess.guessed import GuessedColumn, GuessedSheet
from omi_report.model.evidence_map import IGNORED
from omi_report.visible import visible_line

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ()./_-]*[A-Za-z0-9)._-])?|\d{1,3}(?:\.\d{1,3}){2,}")
_WORDS_OF_YAML = frozenset("yes no on off true false null y n".split())
_NUMBERS = re.compile(r"\d+(?:[-_. ]*\d+)*")

_HEAD = """\
# How exports become the sheets of evidence, and how the caseload is read. --guess proposed it: behind each line stands
# how sure it is. Look at what stands under «unsure», correct what is wrong, and take out what is right; then go on.
sources:
"""


def map_text(sheets: Iterable[GuessedSheet], schema: str = "") -> str:
    """Return the text of a map. Sheets of one shape are one entry. ``schema`` is where editors find its schema."""
    first = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return f"{first}{_HEAD}{_entries(sheets)}"


def text_with(before: str, sheets: Iterable[GuessedSheet]) -> str:
    """Return the text of a map with entries more at its end, and line ends as it has them; all else in it stays."""
    more = f"{'' if before.endswith(chr(10)) else chr(10)}{_entries(sheets)}"
    return before + (more.replace("\n", "\r\n") if "\r\n" in before else more)


def _entries(sheets: Iterable[GuessedSheet]) -> str:
    several = list(sheets)
    patterns = _patterns(several)
    entries: dict[str, None] = {}
    for sheet in several:
        entries.setdefault("".join(f"{line}\n" for line in _entry(sheet, patterns[sheet.file])))
    return "".join(entries)


def _patterns(sheets: list[GuessedSheet]) -> dict[str, str]:
    """The pattern of each file's name: numbers in it, such as a date, may be others next time.

    Where that would take two files of different shapes for one, each goes by its whole name.
    """
    wide = {each.file: _NUMBERS.sub("*", _escaped(PurePath(each.file).name)) for each in sheets}
    shapes: dict[tuple[str, str, str], set[str]] = {}
    for each in sheets:
        shape = "\n".join(_entry(each, ""))
        shapes.setdefault((wide[each.file], each.title, each.of), set()).add(shape)
    clashing = {pattern for (pattern, _title, _of), found in shapes.items() if len(found) > 1}
    return {file: _escaped(PurePath(file).name) if pattern in clashing else pattern for file, pattern in wide.items()}


def _escaped(name: str) -> str:
    """A name as a pattern that stands for itself."""
    return re.sub(r"[*?\[]", "?", name)


def _entry(sheet: GuessedSheet, pattern: str) -> Iterator[str]:
    yield f"  - of: {_quoted(sheet.of)}"
    yield f"    file: {_quoted(pattern)}"
    if sheet.title:
        yield f"    sheet: {_quoted(_escaped(sheet.title))}"
    if len(sheet.headings) == 1:
        yield f"    heading_row: {sheet.headings[0]}"
    else:
        yield f"    heading_rows: [{', '.join(map(str, sheet.headings))}]"
    if sheet.id:
        yield f"    {sheet.ids_key}: {_quoted(sheet.id.key)}  # {_confidence(sheet.id)}"
    if sheet.team:
        yield f"    team: {_quoted(sheet.team.key)}  # {_confidence(sheet.team)}"
    if sheet.long:
        yield "    long:"
        for key, each in zip(("question", "answer"), sheet.long, strict=True):
            yield f"      {key}: {_quoted(each.key)}  # {_confidence(each)}"
    yield "    columns:"
    for each in sheet.columns:
        yield f"      {_quoted(each.key)}: {_quoted(each.guess.meant)}  # {_confidence(each)}"
    for each in sheet.ignored:
        yield f"      {_quoted(each.key)}: {IGNORED}  # {_said(each.guess.why)}"
    if sheet.kept:
        yield "    headings:"
        yield from (f"      {_quoted(key)}: {_quoted(heading)}" for key, heading in sheet.kept.items())
    if sheet.answers:
        yield "    answers:"
    for name, values in sheet.answers.items():
        yield f"      {_quoted(name)}:"
        for written, guess in values.items():
            yield f"        {_quoted(written)}: {_quoted(guess.meant)}  # {guess.confidence} %, {_said(guess.why)}"
    if sheet.blank:
        yield f"    blank: [{', '.join(json.dumps(each, ensure_ascii=False) for each in sheet.blank)}]"
    if sheet.unknown:
        yield "    # No answers that the framework knows. Write under «answers» which answer each is, or blank:"
        yield from (f"    #   {json.dumps(text)}: …  # {count:,} cells" for text, count in sheet.unknown)
    if sheet.unsure:
        yield "    unsure:"
        yield from (
            f"      - {json.dumps(visible_line(each), ensure_ascii=False)}" for each in dict.fromkeys(sheet.unsure)
        )


def _confidence(column: GuessedColumn) -> str:
    return f"{column.guess.confidence} %, {_said(column.guess.why)}"


def _said(words: str) -> str:
    """Words of a comment, on one line."""
    return visible_line(words)


def _quoted(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML and len(text) < 80:
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())
