"""The parts that sum up scores → the scores of threads, which stand in summary.yaml.

Criteria have their scores under their own titles. A score in a table that a criterion has not is not taken from there:
one of the two would be a mistake, and the left-over file shows it.
"""

from __future__ import annotations

import re

from omi_report.importing.content import Context, PlaceContent
from omi_report.importing.pieces import bare
from omi_report.importing.structure import ReportPlace

_KINDS = frozenset(("scores", "ratings"))
_SCORE = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?%")
_MOST_WORDS = 16


def thread_scores(stretches: list[ReportPlace], made: dict[str, PlaceContent], context: Context) -> None:
    """Put the scores of threads that stand in the tables of scores into ``summary.yaml``."""
    framework = context.framework
    kinds = {part.name: part.kind for part in framework.parts}
    summary = made.get("summary.yaml")
    if summary is None:
        return
    for stretch in stretches:
        if stretch.what != "part" or kinds.get(stretch.name) not in _KINDS:
            continue
        rows = [row for piece in stretch.pieces for row in piece.rows or ((piece.text,),)]
        for thread in framework.threads:
            score = _score_of(thread.title, rows)
            texts = summary.data.get("threads", {})
            if score and thread.id in texts:
                texts[thread.id]["score"] = score
                summary.found["scores of threads"] += 1


def _score_of(title: str, rows: list[tuple[str, ...]]) -> str:
    """The only score in a row that names a thread; empty where there is none, or several."""
    for row in rows:
        said = " ".join(row)
        found = _SCORE.findall(said)
        if f" {bare(title)} " in f" {bare(said)} " and len(found) == 1 and len(said.split()) <= _MOST_WORDS:
            return str(found[0])
    return ""
