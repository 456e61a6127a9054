"""The places of a report → the files of an area, with what was found and what is uncertain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from omi_report.importing.content import Context, PlaceContent
from omi_report.importing.cover import identity_content
from omi_report.importing.criterion import criterion_content
from omi_report.importing.left_over import left_over
from omi_report.importing.lists import abbreviations_content, groups_content, summary_content
from omi_report.importing.pieces import Doubt, Left, ReportPiece
from omi_report.importing.prose import (
    acknowledgements_content,
    foreword_content,
    mixed_content,
    next_steps_text,
    text_content,
)
from omi_report.importing.recommendations import recommendations_content
from omi_report.importing.score_tables import thread_scores
from omi_report.importing.shown_tables import place_shown_tables
from omi_report.importing.stories import stories_content
from omi_report.importing.structure import FRONT, ReportPlace, structure_of
from omi_report.importing.titles import Titles
from omi_report.importing.unplaced import strange_titles, unplaced
from omi_report.importing.writing import written
from omi_report.model.criterion import criterion_file
from omi_report.model.framework import Framework
from omi_report.model.part_files import part_file
from omi_report.source.places import LEFT_OVER_FILE

_Maker: TypeAlias = Callable[[ReportPlace, Context], PlaceContent]

_WITH_A_FILE: dict[str, tuple[str, _Maker]] = {
    "foreword": ("foreword.yaml", foreword_content),
    "abbreviations": ("abbreviations.yaml", abbreviations_content),
    "summary": ("summary.yaml", summary_content),
    "recommendations": ("recommendations.yaml", recommendations_content),
    "good-practice": ("good-practice.yaml", stories_content),
    "service-users": ("service-users.yaml", groups_content),
}
"""The kinds of part whose file has a name of its own, with what makes it."""
_NAMED_BY_PART: dict[str, _Maker] = {"text": text_content, "mixed": mixed_content}
"""The kinds of part whose files have the names of the parts."""

_IMPORTED = frozenset(("acknowledgements", "next-steps", *_WITH_A_FILE, *_NAMED_BY_PART))
"""The kinds of part that a report is searched for."""


class Uncertain(NamedTuple):
    """A doubt, and its place in the area: a file and a line, which are empty and 0 where it is about the whole."""

    doubt: Doubt
    file: str = ""
    line: int = 0


@dataclass
class Imported:
    """The files of an area by their paths, what was found by kinds, and what is uncertain."""

    files: dict[str, str] = field(default_factory=dict)
    found: Counter[str] = field(default_factory=Counter)
    uncertain: list[Uncertain] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def imported(
    pieces: list[ReportPiece], left: list[Left], framework: Framework, called: str, source: str, titles: Titles
) -> Imported:
    """Return the files of the area of a report.

    ``left`` is what belongs to its pages and not to its text. ``called`` is the name by which area.yaml calls the
    framework, ``source`` what comments call the report.
    """
    structure = structure_of(pieces, titles)
    context = Context(framework, titles, structure.appendices)
    result = Imported(left=[*left, *structure.titles])
    made: dict[str, PlaceContent] = {}
    kinds = {part.name: part.kind for part in framework.parts}
    front = next(each.pieces for each in structure.stretches if each.what == FRONT)
    identity = identity_content(front, pieces, context, called)
    made["area.yaml"] = identity
    for stretch in structure.stretches:
        kind = kinds.get(stretch.name, "") if stretch.what == "part" else stretch.what
        if kind == "criterion":
            made[criterion_file(stretch.name)] = criterion_content(stretch, context)
        elif kind == "acknowledgements":
            _add(identity, acknowledgements_content(stretch, context))
        elif kind == "next-steps":
            _next_steps(made, stretch, context)
        elif kind in _WITH_A_FILE:
            name, maker = _WITH_A_FILE[kind]
            made[name] = _with_next_steps(made.get(name), maker(stretch, context))
        elif kind in _NAMED_BY_PART:
            made[part_file(stretch.name)] = _NAMED_BY_PART[kind](stretch, context)
        elif stretch.what != FRONT:
            why = f"under the title of the {stretch.what} {stretch.name}, which omi makes itself or cannot import"
            result.left += [Left(piece, why) for piece in stretch.pieces]
    place_shown_tables(made, framework)
    thread_scores(structure.stretches, made, context)
    unknown = list(unplaced(structure.stretches, titles, _IMPORTED))
    told = {each.line for each in unknown}
    strange = (each for each in strange_titles(structure.stretches, titles) if each.line not in told)
    doubts = [*structure.doubts, *unknown, *strange]
    _write(made, doubts, source, result)
    return result


def _add(to: PlaceContent, more: PlaceContent) -> None:
    to.data |= more.data
    to.found += more.found
    to.left += more.left


def _next_steps(made: dict[str, PlaceContent], stretch: ReportPlace, context: Context) -> None:
    text = next_steps_text(stretch, context)
    content = made.setdefault("recommendations.yaml", PlaceContent())
    content.data["next_steps"] = text or None
    content.found["next steps"] += 1


def _with_next_steps(before: PlaceContent | None, content: PlaceContent) -> PlaceContent:
    """The content of a file, with what was found for it already."""
    if before is not None:
        content.data |= before.data
        content.found += before.found
        content.left += before.left
    return content


def _write(made: dict[str, PlaceContent], doubts: list[Doubt], source: str, result: Imported) -> None:
    result.uncertain += [Uncertain(doubt) for doubt in doubts]
    for name, content in made.items():
        result.left += content.left
        if not any(value for key, value in content.data.items() if key != "percentages"):
            continue
        file = written(content.data, (f"Imported from {source}.",), source)
        result.files[name] = file.text
        result.found += content.found
        result.uncertain += [Uncertain(placed.doubt, name, placed.line) for placed in file.placed]
    if text := left_over(result.left, source):
        result.files[LEFT_OVER_FILE] = text
