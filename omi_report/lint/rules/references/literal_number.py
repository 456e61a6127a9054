"""OMI306: a text writes out the number of something that a role would look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.marks import begins_sentence, mark, one_line
from omi_report.lint.rules.references.numbered import Target, targets_by_number
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.model.area import Prose
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI306",
    "literal-number",
    Severity.WARNING,
    "A text writes out «Appendix 3», «criterion 2.7», «section 1» or «see page 12», where a role should stand.",
    "Nothing keeps a number right that was typed by hand, and nobody can click on it: the published Hampshire report "
    "sends its readers to Appendix 3 for what stands in Appendix 4.",
    bad="How scores are made is explained in Appendix 3; see criterion 2.7.",
    good="How scores are made is explained in {appendix}`~scoring`; see {criterion}`~2.7`.",
)

_FIGURE = lazy_regex(r"\d")  # most texts have none, their figures being names
_NUMBER = r"\d{1,2}(?:\.\d{1,3})?"
_WORD = r"criteri(?:on|a)|sections?|appendi(?:x|ces)|tables?|charts?"
_CITED = lazy_regex(
    rf"(?<!['’]s )\b(?:(?P<word>{_WORD})|see(?:\s+also)?)\s+"
    rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_NUMBER})*)"
    r"(?![\d%]|\.\d|[a-z]\b|\s?\([a-z]\))",
    re.IGNORECASE,
)
_PAGE = lazy_regex(r"\bsee(?:\s+also)?\s+(?:on\s+)?page\s+\d+|\bpage\s+\d+\s+of\s+this\s+report", re.IGNORECASE)

# «Section 2 of the Act», «criteria 1.1 to 1.4» and «detained under section 3» are no references to this report.
_ELSEWHERE = lazy_regex(
    r"\s+(?:of|to|from)\s+(?!(?:this|the|our)\s+(?:report|inspection)\b)(?:the|an?|its|their|his|her|our|that|[A-Z])"
    r"|\s*(?:to\b|[-–—])\s*\d"
)
_LAW = lazy_regex(
    r"\s+(?:[A-Z]\w|(?:assault|conviction|enquir|hospital|inquir|licence|notice|offence|order|patient|report|wound))"
)
_HELD = lazy_regex(r"\b(?:admitted|charged|convicted|detained|held|sectioned|sentenced)\s+(?:\w+\s+){0,3}\Z")


class _Kind(NamedTuple):
    """What a word refers to, and whether several numbers can follow it."""

    role: str
    many: bool


_KINDS = {
    "criterion": _Kind("criterion", True),
    "criteria": _Kind("criterion", True),
    "section": _Kind("section", False),
    "sections": _Kind("section", True),
    "appendix": _Kind("appendix", False),
    "appendices": _Kind("appendix", True),
    "table": _Kind("table", False),
    "tables": _Kind("table", True),
    "chart": _Kind("chart", False),
    "charts": _Kind("chart", True),
    "": _Kind("criterion", False),  # «see 2.7»
}


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the numbers written by hand in every text."""
    targets = targets_by_number(subject)
    for prose, _parsed in subject.texts:
        text = masked(prose.text)
        if not _FIGURE.search(text):
            continue
        for match in _CITED.finditer(text):
            if not _is_elsewhere(match, text):
                yield from _cited(subject, prose, match, targets)
        for match in _PAGE.finditer(text):
            place = mark(subject, prose, *match.span())
            message = f"«{one_line(match.group())}»: page numbers change with every edit"
            hint = "refer to the part, criterion or finding by its role"
            yield RULE.at(place.start, message, hint, length=place.length)


def _is_elsewhere(match: re.Match[str], text: str) -> bool:
    """Say whether the number belongs to another document: an Act, a policy, another report."""
    if _ELSEWHERE.match(text, match.end()):
        return True
    if not (match["word"] or "").lower().startswith("section"):
        return False
    return bool(_LAW.match(text, match.end()) or _HELD.search(text, max(0, match.start() - 60), match.start()))


def _cited(
    subject: Subject, prose: Prose, match: re.Match[str], targets: Mapping[tuple[str, str], Target]
) -> Iterator[Problem]:
    kind = _KINDS[(match["word"] or "").lower()]
    found: list[tuple[re.Match[str], Target]] = []
    for number in re.finditer(_NUMBER, match["numbers"]):
        role = "criterion" if "." in number.group() else kind.role  # «section 1.5» is a criterion
        target = targets.get((role, number.group()))
        if target is None or (found and not kind.many):
            break
        found.append((number, target))
    is_whole = "." not in match["numbers"]
    if found:
        yield _written_out(subject, prose, match, found)
    elif match["word"] and is_whole == (kind.role != "criterion") and kind.role != "section":
        yield from _unknown(subject, prose, match, kind.role, targets)


def _written_out(
    subject: Subject, prose: Prose, match: re.Match[str], found: list[tuple[re.Match[str], Target]]
) -> Problem:
    begin = match.start() if match["word"] else match.start("numbers")
    end = match.start("numbers") + found[-1][0].end()
    written, done = "", found[0][0].start()
    for number, target in found:
        written += match["numbers"][done : number.start()] + target.written
        done = number.end()
    written, said = one_line(written), one_line(prose.text[begin:end])
    titles = [target.title for _number, target in found if target.title]
    hint = f"write {written}" + (f", if «{titles[0]}» is meant" if len(titles) == 1 else "")
    place = mark(subject, prose, begin, end)
    begins = found[0][1].role in ("criterion", "section") and begins_sentence(prose.text, begin)
    return RULE.at(
        place.start,
        f"«{said}» is written out, where a reference should stand",
        f"{hint}, but not at the start of a sentence" if begins else hint,
        length=place.length,
        fix=None if begins else place.becomes(written),
    )


def _unknown(
    subject: Subject, prose: Prose, match: re.Match[str], role: str, targets: Mapping[tuple[str, str], Target]
) -> Iterator[Problem]:
    known = [target.name for (kind, _number), target in targets.items() if kind == role]
    if not known:
        return
    place = mark(subject, prose, *match.span())
    few = f"; known: {', '.join(known)}" if len(known) < 12 else ""
    message = f"«{one_line(match.group())}» is written out, and this report has no such {role}"
    yield RULE.at(place.start, message, f"refer to it by its role, {{{role}}}`name`{few}", length=place.length)
