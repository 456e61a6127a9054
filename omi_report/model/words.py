"""What a programme calls things: ``words`` of a framework.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from omi_report.language.terms import OMI, THINGS, Terms
from omi_report.model.base import Words
from omi_report.model.record import Record, field


class Term(Record):
    """What one of a thing is called, and what several are, as in the middle of a sentence."""

    one: Words
    several: Words


class ProgrammeWords(Record):
    """A programme's own words for things. What is left out has omi's."""

    criterion: Term | None = field(default=None, about="standard, standards")
    section: Term | None = field(default=None, about="domain, domains")
    key_question: Term | None = None
    question: Term | None = None
    score: Term | None = None
    rating: Term | None = field(default=None, about="judgement, judgements")
    conclusion: Term | None = None
    thread: Term | None = field(default=None, about="theme, themes")
    recommendation: Term | None = None
    area: Term | None = field(default=None, about="region, regions")
    case: Term | None = field(default=None, about="lesson, lessons")
    inspection: Term | None = field(default=None, about="review, reviews")

    @property
    def by_ours(self) -> dict[str, str]:
        """The programme's words by those of omi that they replace."""
        own: dict[str, str] = {}
        for thing, one, several in zip(THINGS, OMI[::2], OMI[1::2], strict=True):
            term: Term | None = getattr(self, thing)
            if term is not None:
                own |= {one: term.one, several: term.several}
        return own

    @property
    def terms(self) -> Terms:
        """What things are called in what omi says to the writers of a report: the programme's words, or else omi's."""
        own = self.by_ours
        return Terms(*(own.get(word, word) for word in OMI))
