"""The place of a criterion → its file: score, rating, figures, findings of each kind, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from omi_report.importing.content import Context, PlaceContent, doubtful, doubts_of
from omi_report.importing.entries import ListEntry, entries_of, heads_entries, is_line_alone
from omi_report.importing.figures import Names
from omi_report.importing.joining import COLUMNS, mark_of
from omi_report.importing.pieces import Doubt, ReportPiece, bare
from omi_report.importing.structure import ReportPlace
from omi_report.model.rating_rules import Level, RatingRule
from omi_report.model.scales import Band

_SCORE = re.compile(r"(?P<before>.*?)(?P<score>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)(?P<behind>.*)")
_LABELLED = re.compile(r"^[A-Z][A-Za-z]+:(?:\s|$)")
_MOST_LABEL_WORDS = 6
_MOST_ROWS = 2
"""A table with more rows under the title of a criterion has figures of its own, and not only the score."""
_MOST_CONCLUSION_WORDS = 20
_MOST_SCORE_WORDS = 10
_MOST_WORDS_OF_LINE = 4
"""A line with so few words that ends no sentence, behind the last entry, is no paragraph of a finding."""


@dataclass
class _Parts:
    """The pieces of a criterion by what they belong to."""

    head: list[ReportPiece] = field(default_factory=list)
    lists: dict[str, list[ReportPiece]] = field(default_factory=dict)
    boxes: list[tuple[str, list[ReportPiece]]] = field(default_factory=list)
    tail: list[ReportPiece] = field(default_factory=list)
    unknown: list[tuple[ReportPiece, list[ReportPiece]]] = field(default_factory=list)
    """Headings that the framework does not have, with what stands under them."""


def criterion_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the file of a criterion, from what stands under its title."""
    number = stretch.name
    parts = cut(stretch, context, content := PlaceContent())
    content.data["criterion"] = doubtful(number, *_unknown_headings(parts, number, context, content))
    _results(parts.head, number, stretch, context, content)
    names = context.names()
    taken: set[str] = set()
    lists: dict[str, Any] = {}
    for kind in context.framework.findings:
        pieces = parts.lists.get(kind.key, [])
        lists[kind.key] = findings(entries_of(pieces, kind.mark == "none"), context, names, taken)
        content.found[kind.plural] += len(lists[kind.key])
    boxes = [_box(kind, pieces, context, names, taken) for kind, pieces in parts.boxes if pieces]
    content.found["boxes"] += len(boxes)
    content.found["figures"] += len(names.taken)
    content.data |= {"percentages": dict(names.taken), **lists, "boxes": boxes}
    content.leave(parts.tail, f"under criterion {number}, behind its findings")
    return content


def _unknown_headings(parts: _Parts, number: str, context: Context, content: PlaceContent) -> Iterator[Doubt]:
    """Leave out what stands under headings that the framework does not have, and yield a doubt for each."""
    known = " or ".join(f"«{kind.plural}»" for kind in context.framework.findings)
    for heading, below in parts.unknown:
        said = heading.unmarked
        content.leave([heading, *below], f"under criterion {number}, below «{said}», which the framework does not have")
        yield Doubt(
            heading.line,
            f"what stands below «{said}» was left over, since it is no heading of the framework: if it means {known}, "
            f'say so with --called "{said}=…"',
        )


def findings(entries: list[ListEntry], context: Context, names: Names, taken: set[str]) -> list[Any]:
    """Return entries as findings with ids; ``taken`` are ids that are no longer free."""
    found = []
    for entry in entries:
        if not entry.pieces:
            continue
        plain = " ".join(piece.text for piece in entry.pieces)
        made = {"id": context.id_of(plain, taken), "text": context.text(entry.pieces, names)}
        found.append(doubtful(made, *entry.doubts))
    return found


def cut(stretch: ReportPlace, context: Context, content: PlaceContent) -> _Parts:
    """Share the pieces out: those before the first kind of finding, those of each kind, boxes, and what follows."""
    parts = _Parts()
    current = parts.head
    marked = [at for at, piece in enumerate(stretch.pieces) if piece.bullet or mark_of(piece.text)]
    for at, piece in enumerate(stretch.pieces):
        is_last = not marked or at > marked[-1]
        title = None if piece.rows else context.titles.of(piece.text, piece.level)
        if title and title.what == "findings":
            current = parts.lists.setdefault(title.name, [])
            content.leave([piece], f"title: {title.name}")
        elif title and title.what == "box":
            current = []
            parts.boxes.append((title.name, current))
            content.leave([piece], f"title: box {title.name}")
        elif (labelled := _titled_box(piece, context)) is not None:
            current = [piece.saying(labelled.rest)]
            parts.boxes.append((labelled.kind, current))
            content.leave([piece.saying(labelled.label)], f"title: box {labelled.kind}")
        elif title is None and heads_entries(stretch.pieces, at, _MOST_WORDS_OF_LINE):
            current = []
            parts.unknown.append((piece, current))
        elif current is not parts.head and (
            piece.level
            or (is_last and (_ends_findings(piece, context) or (marked and is_line_alone(piece, _MOST_WORDS_OF_LINE))))
        ):
            current = parts.tail
            current.append(piece)
        else:
            current.append(piece)
    return parts


class _TitledBox(NamedTuple):
    """The title of a box that says what kind it is: its kind, the words for it, and the rest."""

    kind: str
    label: str
    rest: str


def _titled_box(piece: ReportPiece, context: Context) -> _TitledBox | None:
    label, colon, rest = piece.text.partition(":")
    title = context.titles.of(label) if colon and rest.strip() and not piece.rows else None
    return _TitledBox(title.name, label, rest.strip()) if title and title.what == "box" and title.sure else None


def _ends_findings(piece: ReportPiece, context: Context) -> bool:
    """Whether a piece behind the last entry can be no finding: it has a label, or says how the criterion was rated."""
    if piece.rows:
        return False
    label = _LABELLED.match(piece.text)
    if label and (piece.words <= _MOST_LABEL_WORDS or _concludes(piece, context)):
        return True
    return _concludes(piece, context)


def _concludes(piece: ReportPiece, context: Context) -> bool:
    """Whether a piece is the sentence that a rating concludes with: short, of the criterion, with a band's name."""
    if piece.words > _MOST_CONCLUSION_WORDS:
        return False
    said = f" {bare(piece.text)} "
    names = {bare(name) for band in context.framework.bands for name in (band.name, band.shortest)}
    about = f" {bare(context.framework.terms.criterion)} " in said
    return about and any(f" {name} " in said for name in names)


def _results(
    head: list[ReportPiece], number: str, stretch: ReportPlace, context: Context, content: PlaceContent
) -> None:
    """Read the score and the rating of a criterion from what stands before its findings; the rest is left."""
    cells = COLUMNS.split(stretch.title.text.strip())[1:] if stretch.title else []
    result = Result(context, "criterion", number)
    for cell in cells:
        result.take(cell, stretch.title.line if stretch.title else 0)
    reason: list[ReportPiece] = []
    rule = context.framework.rule_of("criterion", number)
    needs_reason = rule.reason == "needed"
    for piece in head:
        texts = [text for row in piece.rows for text in row] if piece.rows else COLUMNS.split(piece.text)
        taken = [result.take(text, piece.line) for text in texts] if len(piece.rows) <= _MOST_ROWS else [False]
        if needs_reason and "rating" in result.data and not any(taken):
            reason.append(piece)
            continue
        said = "statement, which the framework has" if not any(taken) else "score and rating"
        content.leave([piece], f"under the title of criterion {number}: {said}")
    if "score" not in result.data and (unread := _like_a_score(head, rule)):
        doubt = Doubt(unread.line, f"is «{unread.text}» its score? It was not taken")
        content.data["criterion"] = doubtful(number, *doubts_of(content.data["criterion"]), doubt)
    content.data |= result.data
    if reason:
        content.data["rating_reason"] = context.text(reason)
    content.found["scores"] += "score" in result.data
    content.found["ratings"] += "rating" in result.data


def _like_a_score(head: list[ReportPiece], rule: RatingRule) -> ReportPiece | None:
    """A line with one percentage that no sentence has, where a score is looked for and none was taken."""
    if not rule.gives_score:
        return None
    lines = [piece for piece in head if not piece.rows and piece.words <= _MOST_SCORE_WORDS]
    return next((each for each in lines if each.text.count("%") == 1 and not each.text.endswith((".", ":"))), None)


@dataclass
class Result:
    """The score and the rating of something, as they are found; ``data`` has them for its file."""

    context: Context
    level: Level
    name: str
    data: dict[str, Any] = field(default_factory=dict)

    def take(self, text: str, line: int) -> bool:
        """Take a score or a rating from a text, if it is one alone; say whether it was."""
        rule = self.context.framework.rule_of(self.level, self.name)
        score = _SCORE.fullmatch(text.strip())
        if score and self._is_label(score["before"]) and self._is_rating(score["behind"]):
            if not rule.exists or rule.judgement:
                return False
            self._put("score", score["score"], line)
            return True
        band = self._band(text)
        if band is None:
            return False
        if rule.judgement:
            self._put("rating", band.id, line)
        return True

    def _is_label(self, before: str) -> bool:
        """Whether words before a score say no more than what it is: the rating, one word, or nothing."""
        said = bare(before)
        rest = said.removesuffix(bare(self.context.framework.terms.score)).strip()
        return not rest or len(said.split()) == 1 or self._band(rest) is not None

    def _is_rating(self, behind: str) -> bool:
        """Whether words behind a score are a rating, or nothing."""
        return not bare(behind) or self._band(behind) is not None

    def _band(self, text: str) -> Band | None:
        scale = self.context.framework.scale_of(self.context.framework.rule_of(self.level, self.name))
        if scale is None:
            return None
        said = bare(text).removeprefix(f"{bare(scale.name)} ")
        return next((band for band in scale.bands if said in (bare(band.name), bare(band.shortest))), None)

    def _put(self, key: str, value: str, line: int) -> None:
        known = self.data.setdefault(key, value)
        was = known.value if hasattr(known, "value") else known
        if was != value:
            self.data[key] = doubtful(was, Doubt(line, f"the report gives another {key} too: {value}"))


def _box(kind: str, pieces: list[ReportPiece], context: Context, names: Names, taken: set[str]) -> dict[str, Any]:
    first, *rest = pieces
    has_title = bool(rest) and not first.text.endswith((".", "!", "?")) and first.words < 15
    title = first.text if has_title else None
    text = context.text(rest if has_title else pieces, names)
    return {"kind": kind, "title": title, "id": context.id_of(title or str(text), taken), "text": text}
