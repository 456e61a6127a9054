"""OMI212: a figure rests on more cases than the sample has of their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.entries import place_of, sample_of, smallest_base
from omi_report.lint.rules.figures.neighbours import neighbours
from omi_report.lint.rules.figures.statements import Passage, Stated, passages, percent_of, shown
from omi_report.model.area import Named
from omi_report.model.attributes import name_of_attribute
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI212",
    "base-over-sample",
    Severity.WARNING,
    "The base or the count of a figure about cases is larger than the number of such cases in the sample; or a count "
    "and the percentage beside it can only come from a larger base. A figure of a criterion that answers no question "
    "is about cases where a text says so.",
    "A case counts once for a question, so the base, the kind of case or the sample is wrong.",
    bad="""\
# area.yaml has sample: {licence: 40, community: 60, custody: 10}
plan-on-time: {count: 9, base: 12, question: 1.2.20, where: {case_type: custody}}
""",
    good="plan-on-time: {count: 9, base: 10, question: 1.2.20, where: {case_type: custody}}",
)


@all_texts(standard=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold every base that is stated, or follows from what is stated, against the sample."""
    inspection = texts.inspection
    by_name = inspection.percentages
    for named in by_name.values():
        yield from _in_entry(inspection, named)
    said: set[str] = set()
    for passage in passages(texts):
        said |= {stated.name for stated in passage.stated if stated.name in by_name and _is_of_cases(passage, stated)}
        for percent, count in neighbours(passage):
            of, counted = by_name.get(percent.name), by_name.get(count.name)
            if of and counted and count.quantity.base is None:
                yield from _implied(inspection, of, counted, percent.quantity, count.quantity.count or 0)
    for name in sorted(said):
        yield from _unasked(inspection, by_name[name])


def _is_of_cases(passage: Passage, stated: Stated) -> bool:
    """Say whether a text says of a figure that it is of cases, and speaks of no others than those of the sample."""
    sentence = passage.text.view.sentence_at(stated.start)
    if sentence is None or not _cases().match(passage.words, stated.end):
        return False
    return not _others().search(passage.words, sentence.start, sentence.end)


def _unasked(inspection: Inspection, named: Named) -> Iterator[Problem]:
    """Find the base of a figure of a criterion that answers no question, and is larger than the whole sample."""
    percentage, total = named.percentage, inspection.area.identity.cases
    is_of_criterion = named.full_name.partition("/")[0] in inspection.framework.criteria
    asks = percentage.question is not None or percentage.survey is not None
    if asks or not is_of_criterion or not total or percentage.base is None or percentage.base <= total:
        return
    place, length = place_of(inspection, named, "base")
    message = f"«{named.name}»: a base of {percentage.base:,} is more than the sample's {total:,} %(terms_case)s"
    hint = "correct the figure, or the sample in area.yaml; or say in the text which %(terms_case)s these are"
    yield RULE.at(place, message, hint, length=length)


def _in_entry(inspection: Inspection, named: Named) -> Iterator[Problem]:
    sample, percentage = sample_of(inspection, named), named.percentage
    if sample is None:
        return
    framework = inspection.framework
    divided = name_of_attribute(framework.sample_by, framework.attributes)
    for key, what in (("base", "a base"), ("count", "a count")):
        number = getattr(percentage, key)
        if number is not None and number > sample[0]:
            place, length = place_of(inspection, named, key)
            message = f"«{named.name}»: {what} of {number:,} is more than the sample's {sample[0]:,} {sample[1]}"
            yield RULE.at(
                place, message, f"correct the figure, its {divided}, or the sample in area.yaml", length=length
            )
            return
    if percentage.percent is not None and percentage.count is not None and percentage.base is None:
        quantity = inspection.figures[named.full_name]
        if isinstance(quantity, Quantity):
            yield from _implied(inspection, named, named, quantity, percentage.count)


def _implied(inspection: Inspection, of: Named, counted: Named, percent: Quantity, count: int) -> Iterator[Problem]:
    """Find a count that is the given percentage only of more cases than there are of the percentage's kind."""
    sample = sample_of(inspection, of)
    if sample is None or percent.percent is None:
        return
    base = smallest_base(count, shown(percent), percent.places)
    if base is not None and base > sample[0]:
        place, length = place_of(inspection, counted, "count")
        message = (
            f"«{counted.name}»: {count:,} is {percent_of(percent)} of {base:,} or more, and the sample has "
            f"{sample[0]:,} {sample[1]}"
        )
        yield RULE.at(place, message, "correct the count or the percentage", length=length)


@cache
def _cases() -> re.Pattern[str]:
    return re.compile(r"\s+(?:of\s+)?(?:all\s+|the\s+|these\s+|those\s+)?cases\b")


@cache
def _others() -> re.Pattern[str]:
    """Words of a sentence that speaks of other cases than those of the sample."""
    return re.compile(
        r"\b(?:caseloads?|books|courts?|database|files?\s+of|lists?|managed|month|months|national\w*|open|records?|"
        r"register|supervis\w+|terminated|year|years)\b",
        re.IGNORECASE,
    )
