"""What depends on the whole report: the contents, and where each abbreviation is used first."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from omi_report.document import parts
from omi_report.document.kinds import abbreviations
from omi_report.document.resolve import Resolver
from omi_report.prose.nodes import plain

NOT_LISTED = ("title-page", "contents")


def contents_entries(report_parts: list[parts.Part]) -> tuple[parts.ContentsEntry, ...]:
    """Return the lines of the contents: parts, sections and their criteria."""
    return tuple(entry for part in report_parts if part.kind not in NOT_LISTED for entry in _entries(part))


def _entries(part: parts.Part) -> Iterator[parts.ContentsEntry]:
    if not isinstance(part, parts.Section):
        yield parts.ContentsEntry(part.id, part.heading, 1, appendix=part.appendix)
        return
    yield parts.ContentsEntry(part.id, part.heading, 1, number=part.number)
    for criterion in part.criteria:
        yield parts.ContentsEntry(criterion.id, criterion.title, 2, number=criterion.number)


def build_contents(common: dict[str, Any], entries: tuple[parts.ContentsEntry, ...]) -> parts.Contents:
    """Build the list of contents."""
    return parts.Contents(**common, entries=entries)


def build_abbreviations(
    common: dict[str, Any], resolver: Resolver, report_parts: list[parts.Part], entries: tuple[parts.ContentsEntry, ...]
) -> parts.Abbreviations:
    """Build the list of abbreviations, each with the place where the report uses it first."""
    found = resolver.area.content(abbreviations.KIND)
    listed = found.root if found else {}
    by_id = {entry.id: entry for entry in entries}
    words = [(by_id[place], set(_WORD.findall(text))) for place, text in _places(report_parts) if place in by_id]
    return parts.Abbreviations(
        **common,
        entries=tuple(
            parts.Abbreviation(short, expansion, _first_use(short, words)) for short, expansion in listed.items()
        ),
    )


_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def _first_use(short: str, words: list[tuple[parts.ContentsEntry, set[str]]]) -> parts.ContentsEntry | None:
    """The first place that uses an abbreviation (any of ``OASys/eOASys``) or its plural."""
    forms = [form.split() for form in short.split("/")]
    wanted = [{form[0], f"{form[0]}s"} for form in forms if form]
    return next((entry for entry, used in words if any(each & used for each in wanted)), None)


def _places(report_parts: list[parts.Part]) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of each part and criterion, in the order of the report."""
    for part in report_parts:
        if isinstance(part, parts.Section):
            for criterion in part.criteria:
                yield criterion.id, " ".join(_texts(criterion))
        elif part.kind not in NOT_LISTED:
            yield part.id, " ".join(_texts(part))


def _texts(node: Any) -> Iterator[str]:
    """Yield every text inside a part, whatever its shape."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        if node and dataclasses.is_dataclass(node[0]) and type(node[0]).__module__.endswith("prose.nodes"):
            yield plain(node)
        else:
            for inner in node:
                yield from _texts(inner)
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            yield from _texts(getattr(node, field.name))
