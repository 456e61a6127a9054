"""The part of recommendations → each with its short form, its text, and what stands below it as facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from omi_report.importing.content import Context, PlaceContent, doubtful
from omi_report.importing.entries import entries_of, heads_entries
from omi_report.importing.markdown import paragraph
from omi_report.importing.named_criteria import criteria_named, likeliest_criterion
from omi_report.importing.pieces import Doubt, ReportPiece
from omi_report.importing.recommendation_facts import facts_of
from omi_report.importing.structure import ReportPlace
from omi_report.importing.writing import Flow

_MOST_ADDRESSEE_WORDS = 8
"""A longer line above recommendations does not say to whom they are made."""
_MOST_SHORT_WORDS = 16
"""A longer line above a text is no short form of it."""


@dataclass
class _Group:
    """The recommendations to one addressee: ``to`` is None, and ``heading`` its words, where it is not known."""

    to: str | None = None
    heading: str = ""
    pieces: list[ReportPiece] = field(default_factory=list)


def recommendations_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the recommendations, under their addressees where the framework has some."""
    content = PlaceContent()
    addressees = context.framework.recommendations.addressees
    groups = [_Group()]
    for at, piece in enumerate(stretch.pieces):
        title = context.titles.of(piece.text, piece.level)
        if title and title.what == "addressee":
            groups.append(_Group(title.name))
            content.leave([piece], f"title: addressee {title.name}")
        elif addressees and heads_entries(stretch.pieces, at, _MOST_ADDRESSEE_WORDS, ends=":"):
            groups.append(_Group(None, piece.unmarked))
            content.leave([piece], "an addressee that the framework does not have")
        else:
            groups[-1].pieces.append(piece)
    taken: set[str] = set()
    entries: list[Any] = []
    for group in groups:
        if group is groups[0] and len(groups) > 1:
            content.leave(group.pieces, "above the recommendations")
        else:
            entries += _recommendations(group, context, content, taken, len(entries))
    content.data = {"recommendations": entries}
    content.found["recommendations"] = len(entries)
    return content


def _recommendations(group: _Group, context: Context, content: PlaceContent, taken: set[str], before: int) -> list[Any]:
    found = []
    to = group.to
    addressees = context.framework.recommendations.addressees
    listed = entries_of(group.pieces, unmarked_are_entries=False, before=before)
    while len(listed) > 1 and listed[0].doubts and not listed[-1].doubts:
        content.leave(listed.pop(0).pieces, "above the recommendations")
    for entry in listed:
        if not entry.pieces:
            continue
        facts = facts_of(entry.pieces, context)
        content.leave(facts.read, "a fact of a recommendation")
        doubts = list(entry.doubts)
        line = entry.pieces[0].line
        if group.to is None and addressees:
            to = addressees[0].id
            under = f"it stands under «{group.heading}»: " if group.heading else ""
            doubts.append(Doubt(line, f"{under}to whom is it made? This is a guess"))
        short, body = _in_short(facts.body)
        plain = " ".join(piece.text for piece in body)
        numbers = list(facts.criteria) or criteria_named(plain, context)
        if not numbers and context.framework.recommendations.criteria == "needed":
            numbers = [likeliest_criterion(plain, context)]
            terms = context.framework.terms
            doubts.append(Doubt(line, f"which {terms.criteria} does it answer? This one is a guess"))
        made = {
            "id": context.id_of(short or plain, taken),
            "in_short": short or None,
            "to": to,
            "text": context.text(body),
            "criteria": Flow(tuple(numbers)) if numbers else None,
            "deadline": facts.deadline or None,
            "owner": facts.owner or None,
        }
        found.append(doubtful(made, *doubts))
    return found


def _in_short(body: list[ReportPiece]) -> tuple[str, list[ReportPiece]]:
    """The short form of a recommendation that stands above its text, as Markdown, and the text; empty for none."""
    if len(body) < 2 or any(piece.rows or piece.bullet for piece in body[:2]):
        return "", body
    first, second = body[0].text.strip("*_ "), body[1].text.rstrip("*_ ")
    is_short = len(first.split()) <= _MOST_SHORT_WORDS and not first.endswith((".", "!", "?", ":", ";", ","))
    return (paragraph(body[0].text), body[1:]) if is_short and second.endswith(".") else ("", body)
