"""OMI216: a text gives a percentage of too few cases."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection, remembered
from omi_report.language.english import in_house_style
from omi_report.lint.rules.figures.entries import sample_of
from omi_report.lint.rules.figures.neighbours import neighbours
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI216",
    "percentage-of-few",
    Severity.WARNING,
    "A text writes a figure as a percentage, and its base (or the number of such cases in the sample) is under the "
    "framework's minimum_base.",
    "Of six cases one is 17%: the percentage says more than it knows, and the count says it better.",
    bad="Inspectors agreed with {{ referral-apt }} of the referrals.   # 5 of 6",
    good="Inspectors agreed with {{ referral-apt | count }} referrals.",
)


@remembered
def _most(inspection: Inspection) -> dict[str, int]:
    """How many cases each figure can be of at the most, by its full name, where the sample says it."""
    samples = {name: sample_of(inspection, named) for name, named in inspection.percentages.items()}
    return {name: sample[0] for name, sample in samples.items() if sample}


@each_passage(facts=(_most,))
def check(passage: Passage) -> Iterator[Problem]:
    """Find the percentages that are written of fewer cases than the framework allows."""
    percents = [stated for stated in passage.stated if stated.form == "percent"]
    if not percents:
        return
    minimum = passage.text.framework.minimum_base
    beside = {percent.start: count for percent, count in neighbours(passage)}
    for stated in percents:
        base = _base(passage, stated, beside.get(stated.start))
        if base is not None and base < minimum:
            yield _problem(passage, stated, base, minimum)


def _base(passage: Passage, stated: Stated, beside: Stated | None) -> int | None:
    """The base of a percentage, or the most that it can be."""
    if stated.quantity.base is not None:
        return stated.quantity.base
    if stated.name:
        return passage.text.fact(_most).get(stated.name)
    return beside.quantity.base if beside else None


def _problem(passage: Passage, stated: Stated, base: int, minimum: int) -> Problem:
    name = stated.name.removeprefix(f"{passage.scope}/")
    use = f"{{{{ {name}{' | rest' * stated.rest} | count }}}}"
    hint = f"write {use}" if name and stated.quantity.count is not None else "give the count and its base instead"
    few = in_house_style(base)
    cases = "%(term_case)s" if base == 1 else "%(terms_case)s"
    message = f"{stated.text} is of {few} {cases}, under the minimum of {minimum}"
    return passage.problem(RULE, stated, message, hint)
