"""OMI262: what is printed gives away a count that is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omi_report.inspection import Inspection
from omi_report.language.known import ENGLISH
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.disclosure.hidden import GivenAwayCount

RULE = Rule(
    "OMI262",
    "count-given-away",
    Severity.WARNING,
    "A count under the minimum of the framework's «disclosure» is hidden, and follows all the same from a published "
    "score, or from how questions depend on an attribute that a chart shows. Where too many figures hang together to "
    "find that out in a bounded number of steps, all of them are hidden, and this is said.",
    "Scores are printed as they are. Where one is made of little, such as one question or of a question that no case "
    "meets, readers can work out what is hidden.",
    bad="score: 100   # of a criterion: nobody lies below the line in any question",
    good="score: 96",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Tell of each count that is given away."""
    if not inspection.framework.disclosure.hides:
        return
    from omi_report.disclosure.hidden import hidden_in  # takes longer than many a rule, and few frameworks hide counts

    hidden = hidden_in(inspection)
    for each in hidden.given_away:
        if each.results:
            yield _of_scores(inspection, each)
        else:
            yield _of_chart(inspection, each) if each.owners[0][0] == "chart" else _of_number(inspection, each)
    if hidden.is_hasty:
        message = (
            "so many figures hang together with small counts that each of them is hidden, and no more was looked for"
        )
        hint = "name fewer figures of one question by attributes"
        yield RULE.at(inspection.area.at(IDENTITY_FILE), message, hint)


def _of_scores(inspection: Inspection, given_away: GivenAwayCount) -> Problem:
    shown, minimum = inspection.framework.shown, inspection.framework.disclosure.smallest
    names = [*dict.fromkeys(shown(number) for number in given_away.results)]
    one, gives = ("%(term_score)s", "gives") if len(names) == 1 else ("%(terms_score)s", "give")
    of_what = ENGLISH.join(f"«{owner[1]}»" for owner in given_away.owners)
    message = f"the {one} of {ENGLISH.join(names)} {gives} away a count under {minimum} of {of_what}, which is hidden"
    hint = (
        "have those who publish decide whether it may be known; if it may not, the rule of the %(term_score)s has to "
        "take more questions, and if it may, the framework says «disclosure: {none: …}»"
    )
    return RULE.at(_place(inspection, given_away.results), message, hint)


def _place(inspection: Inspection, results: tuple[str, ...]) -> Location:
    area = inspection.area
    number = next((each for each in results if each in area.criteria), None)
    if number is None:
        return area.at(IDENTITY_FILE)
    return area.at(criterion_file(number), ("score",) if area.criteria[number].score is not None else ())


def _of_number(inspection: Inspection, given_away: GivenAwayCount) -> Problem:
    """A figure or a question that is worked out without scores."""
    minimum = inspection.framework.disclosure.smallest
    of_what = ENGLISH.join(f"«{owner[1]}»" for owner in given_away.owners)
    message = f"the count of {of_what} is hidden as under {minimum}, and can be worked out all the same"
    hint = "leave out what is printed of the same question, or have those who publish decide whether it may be known"
    named = {each.full_name: each for each in inspection.area.named_percentages()}
    found = next((named[owner[1]] for owner in given_away.owners if owner[0] == "figure" and owner[1] in named), None)
    place = inspection.area.at(found.file, found.path, key=True) if found else inspection.area.at(IDENTITY_FILE)
    return RULE.at(place, message, hint)


def _of_chart(inspection: Inspection, given_away: GivenAwayCount) -> Problem:
    name, *values = given_away.owners[0][1:]
    what = ", ".join(f"«{value}»" for value in values if value)
    minimum = inspection.framework.disclosure.smallest
    message = f"the chart «{name}» hides how many are {what}, under {minimum}, and that can be worked out all the same"
    hint = "leave the chart out, or show another attribute: questions depend on this one, and say how many there are"
    charts = inspection.area.ask(lambda kind: kind.counted_charts)
    place = next((inspection.area.at(file, chart.path) for file, chart in charts if chart.name == name), None)
    return RULE.at(place or inspection.area.at(IDENTITY_FILE), message, hint)
