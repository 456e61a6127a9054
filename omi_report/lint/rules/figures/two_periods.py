"""OMI249: one place of a part gives another year for a period than the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.publication.calendar_days import ANY_MONTH, MONTHS
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.folder import SourceFile

RULE = Rule(
    "OMI249",
    "two-periods",
    Severity.WARNING,
    "Several places give one period («April to September 2008»), or several captions and sources of a file one day, "
    "and one of them has another year; or one of a file's periods of a year begins or ends in another month than all "
    "others. Sentences that compare with another time are left alone.",
    "It was brought up to date everywhere but there.",
    bad="caption: Results by domain, April to September 2008\ntext: 'Period: April to September 2007.'",
    good="caption: Results by domain, April to September 2008\ntext: 'Period: April to September 2008.'",
)

_FEWEST_ALIKE = 2  # places that agree on a period
_REACH = 100  # characters around a period that may say that it is another one


class _Stated(NamedTuple):
    """A period, or a day, as one place gives it: the days and months, the years, and the place."""

    file: str
    source: SourceFile
    months: str
    years: str
    span: tuple[int, int]
    is_label: bool
    is_day: bool

    @property
    def written(self) -> str:
        """The words of the file."""
        return " ".join(self.source.text[slice(*self.span)].split())

    @property
    def place(self) -> tuple[int, int]:
        """The line and the column, counted from 1."""
        text, start = self.source.text, self.span[0]
        return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


@whole(language="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Bring together the places that give the same months: spans of all files, and days of each."""
    alike: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    of_year: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for file, source in inspection.area.files.items():
        for stated in _periods(file, source) if source.root is not None else ():
            alike[file if stated.is_day else "", stated.months].append(stated)
            if not stated.is_day:
                of_year[file, stated.years].append(stated)
    for group in alike.values():
        yield from _odd_one(inspection, group)
    for group in of_year.values():
        yield from _odd_month(inspection, group)


def _periods(file: str, source: SourceFile) -> Iterator[_Stated]:
    text = source.text
    has_months = any(month in text for month in MONTHS)  # a quick look before a slow search
    for match in _period().finditer(text) if has_months else ():
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if line.lstrip().startswith("#"):
            continue
        is_label = _label().search(line) is not None
        if match["day"] and not is_label:
            continue  # things happen on one day of several years
        months = " ".join(re.sub(r"(?:19|20)\d\d", "", match.group().lower()).replace(" and ", " to ").split())
        years = " ".join(re.findall(r"(?:19|20)\d\d", match.group()))
        yield _Stated(file, source, months, years, match.span(), is_label, match["day"] is not None)


def _odd_one(inspection: Inspection, group: list[_Stated]) -> Iterator[Problem]:
    """Find the one place with another year than all others."""
    right = _right_years(group)
    odd = [each for each in group if each.years != right]
    if not right or len(odd) != 1 or _compares(odd[0]):
        return
    other = next(each for each in group if each.years == right)
    yield _problem(inspection, odd[0], other, f"write {right}, or say that it is another time")


def _odd_month(inspection: Inspection, group: list[_Stated]) -> Iterator[Problem]:
    """Find the one place of a file with another first or last month than all others, which agree."""
    counts = Counter(each.months for each in group).most_common()
    if len(counts) != len(("right", "wrong")) or counts[0][1] < _FEWEST_ALIKE or counts[1][1] != 1:
        return
    right, wrong = (next(each for each in group if each.months == months) for months, _ in counts)
    shared = [one == other for one, other in zip(right.months.split(" to "), wrong.months.split(" to "), strict=False)]
    if any(shared) and not _compares(wrong):
        yield _problem(inspection, wrong, right, f"write {right.written}, or say that it is another time")


def _problem(inspection: Inspection, wrong: _Stated, other: _Stated, hint: str) -> Problem:
    where = f"line {other.place[0]}" if other.file == wrong.file else f"{other.file}, line {other.place[0]},"
    place = Location(inspection.area.at(wrong.file).file, *wrong.place)
    message = f"{where} has {other.written}, and this is {wrong.written}"
    return RULE.at(place, message, hint, length=len(wrong.written))


def _right_years(group: list[_Stated]) -> str:
    """The years of all places but one; of two in a file, those of a label. Empty where nothing says it."""
    counts = Counter(each.years for each in group).most_common()
    if len(group) == len(counts) == 2:
        labels = [each.years for each in group if each.is_label]
        return labels[0] if len(labels) == 1 and group[0].file == group[1].file else ""
    return counts[0][0] if len(counts) > 1 else ""


def _compares(stated: _Stated) -> bool:
    """Say whether a sentence sets a period beside another one; a label does not."""
    start, end = stated.span
    near = stated.source.text[max(0, start - _REACH) : end + _REACH // 2]
    return not stated.is_label and _comparing().search(near) is not None


@cache
def _period() -> re.Pattern[str]:
    year = r"(?:19|20)[0-9]{2}"
    return re.compile(
        rf"\b(?:{ANY_MONTH})(?:\s+{year})?\s+(?:to|and)\s+(?:{ANY_MONTH})\s+{year}\b|"
        rf"\b(?P<day>[0-9]{{1,2}}\s+(?:{ANY_MONTH})\s+{year}|end\s+of\s+(?:{ANY_MONTH})\s+{year})\b"
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\b(?:caption|heading|label|source|title):(?!.*\b(?:caption|heading|label|source|title):)")


@cache
def _comparing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:compar\w+|previous\w*|earlier|last|before|since|than|against|next|later|had|worse|better|higher|lower|same|improv\w+|rose|risen|fell|fallen|"
        r"increase[ds]?|decrease[ds]?|year\s+on\s+year)\b",
        re.IGNORECASE,
    )
