"""OMI511: a finding or a paragraph does not end with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import mark
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI511",
    "no-full-stop",
    Severity.WARNING,
    "A finding, or a paragraph of a running text, does not end with a full stop. Recommendations, which go on a "
    "sentence that stands above them, lists, notes and addresses may do without.",
    "Readers take it that something is missing, and often it is.",
    bad="improvements:\n  - Plans were late in {{ late }} of cases",
    good="improvements:\n  - Plans were late in {{ late }} of cases.",
)

_RUNNING = {"foreword.yaml", "good-practice.yaml", "service-users.yaml", "summary.yaml"}
_FINDINGS = ("strengths", "improvements")
_BREAK = lazy_regex(r"\n[ \t]*(?:\n\s*|(?=(?:[-*+]|\d{1,3}[.)])\s))")
_NOT_A_PARAGRAPH = lazy_regex(r"[-*+>]\s|>|\d{1,3}[.)]\s|#|```|\s")
_LIST = lazy_regex(r"\s*(?:[-*+>]|\d{1,3}[.)])\s")
_ENDED = lazy_regex(r"[.!?…][\"'”’)\]*_]*\Z")
_ADDRESS = lazy_regex(r"(?:<|\b)(?:https?://|www\.)\S+\Z|<[^<>\s]+>\Z")
_LINES = lazy_regex(r"(?:\\|  )\n")
_LAST_WORD = lazy_regex(r"\S+\Z")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Look at the end of every paragraph of the findings and running texts."""
    for prose, _parsed in subject.texts:
        if prose.file not in _RUNNING and not prose.file.startswith("criteria/"):
            continue
        spans = list(_spans(masked(prose.text)))
        last = spans[-1][1]
        for start, end in spans:
            if not _is_ended(prose.text, start, end, is_last=end == last):
                yield _problem(subject, prose, start, end, is_last=end == last)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each paragraph and list item of a text goes, without the space after it."""
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text.rstrip())


def _is_ended(text: str, start: int, end: int, *, is_last: bool) -> bool:
    if text[end - 1 : end] in (".", "!", "?") or end <= start or _NOT_A_PARAGRAPH.match(text, start):
        return True
    if not is_last and (text[end - 1] == ":" or _LIST.match(text, end)):  # it goes on in the list below
        return True
    return bool(
        _ENDED.search(masked(text), start, end) or _ADDRESS.search(text, start, end) or _LINES.search(text, start, end)
    )


def _problem(subject: Subject, prose: Prose, start: int, end: int, *, is_last: bool) -> Problem:
    last = _LAST_WORD.search(prose.text, start, end)
    place = mark(subject, prose, last.start() if last else start, end)
    what = "this paragraph" if not is_last else "the finding" if prose.path[0] in _FINDINGS else "the text"
    hint = "finish the sentence, or end it with a full stop"
    return RULE.at(place.start, f"{what} does not end with a full stop", hint, length=place.length)
