"""OMI218: parts of a total, or of the sample, do not fit the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.entries import decimal_places, is_over_the_whole, place_at
from omi_report.lint.rules.figures.odd_share import odd_portion
from omi_report.lint.rules.figures.sample_in_text import wrong_samples
from omi_report.lint.rules.figures.text_tables import wrong_tables
from omi_report.model.facts import Breakdown, StatedTotal
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text

RULE = Rule(
    "OMI218",
    "wrong-total",
    Severity.WARNING,
    "Rows of a table that are separate parts of a total come to more than it, or to more than 100 per cent; rows that "
    "are all of it come to something else, in a table of a text too; or a text puts the sample at another number of "
    "cases than area.yaml.",
    "A table whose parts do not fit its whole is wrong for everybody to see.",
    bad="""\
parts: separate
rows: [{name: Male, share: 87}, {name: Female, share: 23}]
""",
    good="""\
parts: separate
rows: [{name: Male, share: 87}, {name: Female, share: 13}]
""",
)


@all_texts()
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Add up what the tables and the texts say."""
    inspection = texts.inspection
    for file, breakdown in inspection.area.ask(lambda kind: kind.breakdowns):
        yield from _shares(inspection, file, breakdown)
    for file, stated in inspection.area.ask(lambda kind: kind.stated_totals):
        yield from _stated(inspection, file, stated)
    for file, part in inspection.area.ask(lambda kind: kind.parts_of_wholes):
        if part.cases > part.whole:
            place, length = place_at(inspection, file, part.path)
            message = f"{part.cases:,} {part.title} are more than {part.of} of {part.whole:,}"
            yield RULE.at(place, message, "correct the number or the total", length=length)
    for text in texts:
        if not text.is_standard:
            yield from wrong_samples(text, RULE)
            yield from wrong_tables(text, RULE)


def _shares(inspection: Inspection, file: str, breakdown: Breakdown) -> Iterator[Problem]:
    """Shares past 100, and shares of a complete table under it. Elsewhere, what is not known may be left out."""
    shares = [(Fraction(each.percent), decimal_places(each.percent)) for each in breakdown.portions]
    if not shares or (len(shares) == 1 and not breakdown.complete):
        return
    total = sum((share for share, _ in shares), Fraction())
    slack = sum((Fraction(1, 2 * 10**places) for _, places in shares), Fraction())
    if is_over_the_whole(shares) or (breakdown.complete and 100 - total > slack):
        written = percent_text(total, max(places for _, places in shares))
        message = f"the shares of {breakdown.title} come to {written}%"
        if (odd := odd_portion(breakdown)) is not None:
            place, length = place_at(inspection, file, odd.path)
            yield RULE.at(place, message, "correct this share: the others are of one base", length=length)
            return
        place = inspection.area.at(file, breakdown.path, key=True)
        hint = "correct one of the shares" if total > 100 else "correct them, or write «parts: separate»"
        yield RULE.at(place, message, hint, length=len(str(breakdown.path[-1])))


def _stated(inspection: Inspection, file: str, stated: StatedTotal) -> Iterator[Problem]:
    """A total that is less than its parts, or that all of its parts do not come to."""
    parts = sum(stated.parts, Decimal())
    if parts > stated.total or (stated.complete and parts != stated.total):
        place, length = place_at(inspection, file, stated.path)
        more = "more than" if parts > stated.total else "not"
        message = f"{stated.title} come to {parts:,} ({stated.heading}), {more} the total of {stated.total:,}"
        yield RULE.at(place, message, "correct the total or one of its parts", length=length)
