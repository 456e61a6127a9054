"""OMI516: a paragraph stands in the area twice."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI516",
    "repeated-text",
    Severity.WARNING,
    "A paragraph of eight words or more stands in the area a second time, word for word.",
    "It was pasted twice, or copied and never changed, and readers meet the same finding again.",
    bad="improvements:\n  - No plan for the coming year had yet been written.\n"
    "  - No plan for the coming year had yet been written.",
    good="improvements:\n  - No plan for the coming year had yet been written.",
)

_PARAGRAPH = lazy_regex(r"\S(?:[^\n]|\n(?![ \t]*\n))*")
_FEWEST_WORDS = 8


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Remember every paragraph with its place, and report those that were seen before."""
    first: dict[str, tuple[Prose, int]] = {}
    for prose, _parsed in subject.texts:
        for match in _PARAGRAPH.finditer(prose.text):
            words = match.group().split()
            if len(words) < _FEWEST_WORDS:
                continue
            said = " ".join(words)
            if said not in first:
                first[said] = prose, match.start()
                continue
            place, before = subject.at(prose, match.start()), subject.at(*first[said])
            where = f"line {before.line}" if before.file == place.file else f"{before.file}:{before.line}"
            hint = f"it is that of {where}: remove one, or say what is different here"
            length = len(match.group().split("\n", maxsplit=1)[0])
            yield RULE.at(place, "this paragraph stands here a second time", hint, length=length)
