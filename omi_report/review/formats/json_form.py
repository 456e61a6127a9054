"""The differences between two reports as JSON."""

from __future__ import annotations

import json
from typing import Any

from omi_report.document.tree import Meta
from omi_report.review.change import Change, Changes, FigureChange

FORMAT = 1
"""The number of the format. It changes when programs that read it must change."""


def changes_json(changes: Changes, old: str, new: str) -> str:
    """Return differences as JSON; ``old`` and ``new`` are what the user called the two reports."""
    value = {
        "format": FORMAT,
        "old": _side(changes.old, old),
        "new": _side(changes.new, new),
        "figures": [_figure(each) for each in changes.figures],
        "numbers": [_change(each) for each in changes.numbers],
        "judgements": [_change(each) for each in changes.judgements],
        "recommendations": [_change(each) for each in changes.recommendations],
        "words": [_change(each) for each in changes.words],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _side(meta: Meta, name: str) -> dict[str, Any]:
    dated = meta.drafted or meta.published
    return {"name": name, "title": meta.title, "stage": meta.stage, "draft": meta.draft, "dated": dated}


def _figure(each: FigureChange) -> dict[str, Any]:
    return {"name": each.name, "old": each.old, "new": each.new, "places": list(each.places), "ids": list(each.ids)}


def _change(each: Change) -> dict[str, Any]:
    return {
        "how": each.how,
        "what": each.what,
        "place": each.place,
        "id": each.id,
        **({"was": each.was} if each.was else {}),
        **({"also": list(each.also)} if each.also else {}),
        "words": [{"fate": words.fate, "text": words.text} for words in each.words],
    }
