"""The things that a programme may have a word of its own for.

A message has such a word as a value that nobody need give: ``%(term_criterion)s`` for one and ``%(terms_criterion)s``
for several, and with a capital ``%(Term_criterion)s``. The language puts the framework's word there, or else its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from omi_report.language.message import message

VALUE = re.compile(r"%\(([Tt]erms?_\w+)\)s")
"""The place of such a word in a message."""


class Terms(NamedTuple):
    """The words for one and for several of each thing, as in the middle of a sentence."""

    criterion: str
    criteria: str
    section: str
    sections: str
    key_question: str
    key_questions: str
    question: str
    questions: str
    score: str
    scores: str
    rating: str
    ratings: str
    conclusion: str
    conclusions: str
    thread: str
    threads: str
    recommendation: str
    recommendations: str
    area: str
    areas: str
    case: str
    cases: str
    inspection: str
    inspections: str

    def word_for(self, thing: str) -> str:
        """Return the word for one of a thing, by omi's own word; that word itself where there are no others."""
        return str(getattr(self, thing.replace(" ", "_"), thing))


THINGS = Terms._fields[::2]
"""The names of the things."""

# Translators: things that a programme may have its own words for, one and several, as in the middle of a sentence.
OMI = Terms(
    message("criterion").key,
    message("criteria").key,
    message("section").key,
    message("sections").key,
    message("key question").key,
    message("key questions").key,
    message("question").key,
    message("questions").key,
    message("score").key,
    message("scores").key,
    message("rating").key,
    message("ratings").key,
    message("conclusion").key,
    message("conclusions").key,
    message("thread").key,
    message("threads").key,
    message("recommendation").key,
    message("recommendations").key,
    message("area").key,
    message("areas").key,
    message("case").key,
    message("cases").key,
    message("inspection").key,
    message("inspections").key,
)
"""omi's own words, which are the keys of the catalogues."""


def value_for(name: str) -> str:
    """Return the place in a message of the word for a thing, or several: ``%(terms_key_question)s`` for key-questions.

    A name that stands for none of the things is returned as it is.
    """
    field = name.replace("-", "_").replace(" ", "_")
    if field not in Terms._fields:
        return name
    at = Terms._fields.index(field)
    return f"%({'terms' if at % 2 else 'term'}_{THINGS[at // 2]})s"
