"""The standard wording around scores → the entry of the part that prints it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from omi_report.migrate.layout import (
    OddLayoutError,
    all_but_comments_removed,
    key_of,
    key_renamed,
    lines_inserted,
    lines_removed,
    lines_replaced,
    shifted,
)
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.step import Step, Undecided
from omi_report.migrate.values import mappings_in, without
from omi_report.problems import Edit
from omi_report.source.tree import Path

NAMES = {"grades": "judged", "threads": "threads", "advice": "advice"}
"""The texts by their former names, and what each is called now."""


def undecided_texts(page: Page) -> Iterator[Undecided]:
    """Yield score texts that are not known, or that their part has already."""
    texts = page.data.get("score_texts")
    if texts is None:
        return
    if not isinstance(texts, dict) or not texts.keys() <= NAMES.keys():
        hint = f"there are {', '.join(NAMES)}"
        yield Undecided(page.at(("score_texts",), key=True), "these are no texts around scores", hint)
    part = _scores_part(page.data)
    if part is not None and "texts" in page.data["parts"][part]:
        place = page.at(("score_texts",), key=True)
        yield Undecided(place, "the part «scores» has texts already", "remove those that are no longer meant")


def _scores_part(data: dict[str, Plain]) -> int | None:
    return next((at for at, part in mappings_in(data, "parts") if part.get("kind") == "scores"), None)


def _names(texts: dict[str, Plain]) -> dict[str, Plain]:
    return {NAMES[key]: value for key, value in texts.items()}


# ---- a part on lines of its own --------------------------------------------------------------------------------------


def _has_texts_for_part(data: dict[str, Plain]) -> bool:
    part = _scores_part(data)
    return bool(data.get("score_texts")) and part is not None and "texts" not in data["parts"][part]


def _unfolding(page: Page) -> Iterator[Edit]:
    """A part in braces whose list is in a block, with each key on a line of its own, so that texts can follow."""
    path: Path = ("parts", _scores_part(page.data) or 0)
    extent = page.extents[path]
    if extent.kind != "flow" or page.extents["parts",].kind != "block":
        return
    space = " " * (extent.start.column - 1)
    pairs, done = [], extent.start._replace(column=extent.start.column + 1)
    for key in page.data["parts"][path[1]]:
        start, end = key_of(page, (*path, key))[0], page.extents[(*path, key)].end
        if "#" in page.source(done, start):
            raise OddLayoutError
        first, *further = page.source(start, end).split("\n")
        pairs.append("\n".join([first, *(f"{space}  {line.strip()}" if line.strip() else "" for line in further)]))
        done = end
    if "#" in page.source(done, extent.end):
        raise OddLayoutError
    yield page.replacement(extent.start, extent.end, f"\n{space}".join(pairs))


UNFOLDED = Step("", "parts", _has_texts_for_part, _unfolding, lambda data: data)


# ---- the texts -------------------------------------------------------------------------------------------------------


def _insertion(page: Page) -> Iterator[Edit]:
    path: Path = ("parts", _scores_part(page.data) or 0)
    extent = page.extents[path]
    if extent.kind == "flow":  # in a list in brackets
        texts = ", ".join(f"{key}: {_quoted(value)}" for key, value in _names(page.data["score_texts"]).items())
        place = extent.end._replace(column=extent.end.column - 1)
        yield page.replacement(place, place, f", texts: {{{texts}}}")
        return
    yield lines_inserted(page, page.lines_of(path).stop, _texts_lines(page, extent.start.column - 1))


def _quoted(value: Plain) -> str:
    return "null" if value is None else json.dumps(value, ensure_ascii=False)


def _texts_lines(page: Page, margin: int) -> list[str]:
    """The lines of the score texts as they are below a part whose keys stand after so many spaces."""
    renamed = [key_renamed(page, ("score_texts",), "texts")]
    if "grades" in page.data["score_texts"]:
        renamed.append(key_renamed(page, ("score_texts", "grades"), NAMES["grades"]))
    lines = page.lines_of(("score_texts",))
    written = {number: page.lines[number - 1] for number in range(lines.lead, lines.stop)}
    for edit in sorted(renamed, reverse=True):
        line = written[edit.start.line]
        written[edit.start.line] = line[: edit.start.column - 1] + edit.replacement + line[edit.end.column - 1 :]
    return shifted(written.values(), margin - (key_of(page, ("score_texts",))[0].column - 1))


def _inserted(data: dict[str, Plain]) -> dict[str, Plain]:
    parts = list(data["parts"])
    at = _scores_part(data) or 0
    parts[at] = parts[at] | {"texts": _names(data["score_texts"])}
    return data | {"parts": parts}


INSERTED = Step(
    "score_texts → the texts of the part «scores»", "score_texts", _has_texts_for_part, _insertion, _inserted
)


# ---- what is left ----------------------------------------------------------------------------------------------------


def _left(page: Page) -> Iterator[Edit]:
    """The lines that are no longer needed. Texts that no part prints stay as a comment."""
    lines, part = page.lines_of(("score_texts",)), _scores_part(page.data)
    if page.data["score_texts"] and part is None:
        written = page.lines[lines.first - 1 : lines.stop - 1]
        yield lines_replaced(page, lines, [f"# {line}".rstrip() for line in written])
    elif page.data["score_texts"] and page.extents["parts", part or 0].kind == "block":
        yield lines_removed(page, lines)  # the comments have gone to the part with the texts
    else:
        yield all_but_comments_removed(page, lines)


REMOVED = Step(
    "",
    "score_texts",
    lambda data: "score_texts" in data,
    _left,
    lambda data: without(data, "score_texts"),
)


def unprinted_texts(page: Page) -> Iterator[Undecided]:
    """Yield score texts that no part prints: they become a comment."""
    if page.data.get("score_texts") and _scores_part(page.data) is None:
        message = "no part prints these texts; they are a comment now"
        yield Undecided(page.at(("score_texts",), key=True), message, "remove them if you like")
