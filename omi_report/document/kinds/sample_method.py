"""How a sample was drawn and judged, in sentences that follow from what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.model.attributes import names_of_values
from omi_report.quantity import percent_text
from omi_report.sampling.standing import needs_now, quotas_now

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.sample import Sample
    from omi_report.model.sampling import Sampling


def method(sample: Sample, sampling: Sampling, shown: Sequence[str], context: BuildContext) -> Iterator[str]:
    """Yield paragraphs about the draw, what it had to hold, replacements, and who judged.

    ``shown`` are the attributes whose counts may be printed. Small numbers are words where the framework hides them.
    """
    yield " ".join(_draw(sample, sampling, shown, context))
    needs = " ".join(_needs(sample, sampling, context))
    if needs:
        yield needs
    judged = " ".join(_judged(sample, context))
    if judged:
        yield judged


def _draw(sample: Sample, sampling: Sampling, shown: Sequence[str], context: BuildContext) -> Iterator[str]:
    label, language = context.label, context.language
    yield label(
        "The sample has %(cases)s %(terms_case)s, drawn at random on %(date)s from a caseload of %(caseload)s.",
        cases=language.figures(len(sample.inspected)),
        date=context.date(sample.drawn.drawn),
        caseload=language.figures(sample.drawn.caseload.cases),
    )
    strata = sampling.strata
    if strata in shown:
        quotas = quotas_now(sample, sampling)
        names = names_of_values(strata, [each.name for each in quotas], context.area.framework.attributes)
        listed = [f"{name} {language.figures(each.drawn)}" for name, each in zip(names, quotas, strict=True)]
        yield label("By type of %(term_case)s they are: %(listed)s.", listed=language.join(listed))
    withdrawn = len(sample.at("withdrawn"))
    if withdrawn:
        yield label(
            "Of those that were drawn some could not be looked at: %(number)s. For each a reason is recorded, and the "
            "next of a reserve that was drawn with the sample took its place.",
            number=_number(withdrawn, context),
        )


def _needs(sample: Sample, sampling: Sampling, context: BuildContext) -> Iterator[str]:
    label, language = context.label, context.language
    minimums = [f"{each.name} {language.figures(each.at_least)}" for each in sampling.minimums]
    if minimums:
        yield label("The sample was to hold at least: %(listed)s.", listed=language.join(minimums))
    if sampling.proportion:
        names = language.join(each.name for each in sampling.proportion)
        yield label("These were to have at least the share that they have in the caseload: %(names)s.", names=names)
    if sample.drawn.swapped:
        yield label(
            "To meet this, some were exchanged for others of the same type, in the order of the draw: %(number)s.",
            number=_number(sample.drawn.swapped, context),
        )
    missed = [each.name for each in needs_now(sample, sampling) if not each.is_met]
    if missed:
        yield label("This could not be met for: %(names)s.", names=language.join(missed))


def _judged(sample: Sample, context: BuildContext) -> Iterator[str]:
    roles = {each.id: each.is_assessor for each in sample.judges}
    given = [each for each in sample.inspected if each.judge in roles]
    if not given or len(given) < len(sample.inspected):
        return  # nothing is said of a division that is not finished
    by_assessors = sum(roles[each.judge] for each in given)
    if by_assessors:
        yield context.label(
            "Assessors of the %(term_area)s judged %(percent)s of the %(terms_case)s, and none of their own team; "
            "inspectors judged the others.",
            percent=context.language.percent(percent_text(Fraction(100 * by_assessors, len(given)), 0)),
        )
    twice = sum(bool(each.second) for each in given)
    if twice:
        yield context.label(
            "Some were judged twice, each time by somebody else: %(number)s.", number=_number(twice, context)
        )


def _number(count: int, context: BuildContext) -> str:
    """A number of cases; one under the smallest that the framework prints is said in words that do not tell it."""
    if count < context.area.framework.disclosure.smallest:
        return context.label("a few")
    return context.language.figures(count)
