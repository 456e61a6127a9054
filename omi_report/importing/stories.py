"""The part on good practice → its stories: a title, the criterion that it is an example of, and what it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from omi_report.importing.content import Context, PlaceContent, doubtful
from omi_report.importing.lists import is_heading
from omi_report.importing.named_criteria import criteria_named, likeliest_criterion
from omi_report.importing.pieces import Doubt, ReportPiece, bare
from omi_report.importing.structure import ReportPlace
from omi_report.numbering import name_of

_MOST_WORDS = 18
"""A longer piece that names a criterion is a sentence of a story."""


_MOST_WORDS_OF_TITLE = 12


@dataclass
class _Story:
    title: ReportPiece
    criterion: str = ""
    pieces: list[ReportPiece] = field(default_factory=list)


def stories_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the stories. One begins with its title; the criterion stands below it, or in it."""
    content = PlaceContent()
    stories: list[_Story] = []
    for at, piece in enumerate(stretch.pieces):
        following = stretch.pieces[at + 1] if at + 1 < len(stretch.pieces) else None
        named = _named(piece, context)
        story = stories[-1] if stories else None
        if named and story and not story.criterion and not story.pieces:
            story.criterion = named
            content.leave([piece], "the criterion of a story")
        elif story and not story.pieces and _is_title_of_criterion(piece, story, context):
            content.leave([piece], "the title of the criterion of a story")
        elif _begins_story(piece, following, context):
            stories.append(_Story(piece, named))
        elif story:
            story.pieces.append(piece)
        else:
            content.leave([piece], "above the stories")
    taken: set[str] = set()
    content.data = {"stories": [_made(story, context, taken) for story in stories if story.pieces]}
    for story in stories:
        if not story.pieces:
            content.leave([story.title], "a heading with nothing below it")
    content.found["stories"] = len(content.data["stories"])
    return content


def _named(piece: ReportPiece, context: Context) -> str:
    if piece.rows or piece.words > _MOST_WORDS or piece.text.rstrip().endswith("."):
        return ""
    named = criteria_named(piece.text, context)
    title = context.titles.of(piece.text, piece.level)
    if title and title.what == "criterion" and title.numbered:
        return title.name
    return name_of(named[0]) if named else ""


def _is_title_of_criterion(piece: ReportPiece, story: _Story | None, context: Context) -> bool:
    """Whether a piece is the title of a criterion, or, below the number of one, most of one's title."""
    title = None if piece.rows else context.titles.of(piece.text, piece.level)
    if title is not None and title.what == "criterion":
        return True
    if story is None or not story.criterion or piece.rows or piece.words > _MOST_WORDS_OF_TITLE:
        return False
    said = set(bare(piece.text).split())
    titles = (set(bare(each.title).split()) for each in context.framework.criteria.values())
    return bool(said) and any(said <= words for words in titles)


def _begins_story(piece: ReportPiece, following: ReportPiece | None, context: Context) -> bool:
    if _is_title_of_criterion(piece, None, context) or following is None:
        return False
    if is_heading(piece, following):
        return True
    short = not piece.rows and piece.words <= _MOST_WORDS and not piece.text.rstrip().endswith((".", "?", "!"))
    return short and bool(_named(following, context))


def _made(story: _Story, context: Context, taken: set[str]) -> Any:
    title = re.sub(r"\s*:\s*$", "", story.title.text.strip().strip("*_"))
    criterion = story.criterion
    doubts: tuple[Doubt, ...] = ()
    if not criterion:
        criterion = likeliest_criterion(" ".join(each.text for each in (story.title, *story.pieces)), context)
        doubts = (Doubt(story.title.line, f"the report names no criterion for it: is it {criterion}?"),)
    return {
        "id": context.id_of(title, taken),
        "title": title,
        "criterion": doubtful(criterion, *doubts),
        "text": context.text(story.pieces),
    }
