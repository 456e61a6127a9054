"""What a number of a report is, how it is worked out, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from omi_report.document.made_places import charts_of, score_places
from omi_report.document.places import NumberPlace, WantedNumber, places_of
from omi_report.document.printed_lines import lines_with
from omi_report.document.tree import Document
from omi_report.evidence.derivation import derivation
from omi_report.inspection import Inspection
from omi_report.model.area import Area, Named
from omi_report.model.criterion import Percentage, criterion_file
from omi_report.model.questions import Question
from omi_report.numbering import PATTERN, name_of
from omi_report.problems import Location, closest
from omi_report.scoring.detail import detail_lines
from omi_report.scoring.results import Result, Scored, score_text
from omi_report.source.places import IDENTITY_FILE

Kind = Literal["score", "question", "figure", "undefined", "text", "sample", "printed"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing that a number is.

    ``steps`` say how it is worked out, ``places`` where it stands. ``kind`` is ``undefined`` for a figure that texts
    use and no file defines, ``text`` for a number that is typed in a text, ``sample`` for the number of all cases, and
    ``printed`` for what the report prints besides: there the steps are the places, in words, each with its line.
    """

    kind: Kind
    title: str
    steps: tuple[str, ...] = ()
    places: tuple[NumberPlace, ...] = ()


def explain(inspection: Inspection, wanted: str, report: Document | None = None) -> tuple[Explanation, ...]:
    """Return everything that a number is; nothing where it stands nowhere in the report.

    ``wanted`` is a number or words as they are printed, the name of a percentage, or the number of a question,
    a criterion, a section or a thread. With the ``report`` all that it prints is looked through too: what omi itself
    writes there, such as how many cases there are, stands in no file.
    """
    found = tuple(_explanations(inspection, name_of(wanted)))
    if report is None or _is_name(inspection, name_of(wanted)):
        return found
    told = [place.sentence for each in found for place in each.places]
    looked_for = WantedNumber(wanted, frozenset(), inspection.language)
    lines = tuple(f"{each.where}: {each.text}" for each in lines_with(report, looked_for, told))
    return (*found, Explanation("printed", "Printed in the report:", lines)) if lines else found


def _is_name(inspection: Inspection, wanted: str) -> bool:
    """Whether something of the area has these words for its name or number, so that they are not sought in print."""
    names = {*inspection.scores.by_name, *inspection.framework.questions, *inspection.figures}
    return wanted in names or any(wanted == name.partition("/")[2] for name in inspection.figures)


def meant_by(inspection: Inspection, wanted: str) -> str:
    """Return a hint at what was meant by a name or a number that stands nowhere; empty where nothing is like it."""
    nearest = closest(wanted, [named.full_name for named in inspection.area.named_percentages()])
    if nearest:
        return f"did you mean {nearest[0]}?"
    if "." in wanted and re.fullmatch(PATTERN, wanted):
        numbers = ", ".join(map(inspection.framework.shown, inspection.framework.criteria))
        return inspection.framework.english.in_terms(f"the %(terms_criterion)s are {numbers}")
    return ""


def _explanations(inspection: Inspection, wanted: str) -> Iterator[Explanation]:
    area, figures, scores = inspection.area, inspection.figures, inspection.scores.by_name
    if wanted in scores:
        yield _score(inspection, scores[wanted])
        return
    question = area.framework.questions.get(wanted)
    names = frozenset(name for name in figures if wanted in (name, name.split("/", 1)[1])) | _asking(area, question)
    looked_for = WantedNumber(wanted, names, inspection.language)
    found = [*places_of(inspection, looked_for), *charts_of(inspection, looked_for)]
    if question:
        yield _question(area, question)
    for name in dict.fromkeys([*sorted(names), *(place.name for place in found if place.name)]):
        yield _figure(area, name, tuple(place for place in found if place.name == name))
    if not names and not question:
        for result in scores.values():
            if isinstance(result.score, Scored) and looked_for.is_shown_by(score_text(result.score)):
                yield _score(inspection, result)
    literal = tuple(place for place in found if not place.name)
    if literal:
        yield Explanation("text", "Written in the text or a table, with no figure behind it:", places=literal)
    yield from _sample(inspection, looked_for)


def _sample(inspection: Inspection, looked_for: WantedNumber) -> Iterator[Explanation]:
    """The number of all cases, which parts of the report print, by itself or with the word for cases."""
    area, english = inspection.area, inspection.framework.english
    cases = area.identity.cases
    shown = english.in_terms(f"{cases} {'%(term_case)s' if cases == 1 else '%(terms_case)s'}")
    if cases and (looked_for.is_shown_by(str(cases)) or looked_for.is_shown_by(shown)):
        place = area.at(IDENTITY_FILE, ("sample",), key=True)
        parts = " + ".join(f"{value} {count}" for value, count in area.identity.sample.items())
        title = english.in_terms(f"All %(terms_case)s of the sample, defined in {place}")
        yield Explanation("sample", title, (f"{parts} = {cases}",))


def _figure(area: Area, name: str, places: tuple[NumberPlace, ...]) -> Explanation:
    named = next((each for each in area.named_percentages() if each.full_name == name), None)
    if named is None:
        return Explanation("undefined", f"{name}: not defined", places=places)
    title = f"{name}, defined in {area.at(named.file, named.path, key=True)}"
    return Explanation("figure", title, tuple(derivation(area, named)), places)


def _asking(area: Area, question: Question | None) -> frozenset[str]:
    """The names of the figures that answer a question about cases."""
    return frozenset(
        named.full_name
        for named in area.named_percentages()
        if question and named.percentage.question == question.id and named.percentage.survey is None
    )


def _question(area: Area, question: Question) -> Explanation:
    all_cases = Percentage(question=question.id)
    head, *steps = derivation(area, Named("", question.id, "", (), all_cases))
    return Explanation("question", head[:1].upper() + head[1:], tuple(steps))


def _score(inspection: Inspection, result: Result) -> Explanation:
    area = inspection.area
    *most, last = score_places(inspection, result) or ["printed nowhere"]
    printed = f"{', '.join(most)} and {last}" if most else last
    title = f"%(Term_score)s, {_score_place(area, result)}: {printed}"
    return Explanation("score", area.framework.english.in_terms(title), tuple(detail_lines(area, result)))


def _score_place(area: Area, result: Result) -> Location:
    if result.number in area.criteria:
        criterion = area.criteria[result.number]
        return area.at(criterion_file(result.number), ("score",) if criterion.score is not None else ())
    if result.said is not None:
        return area.at(result.said.file, result.said.rating.path)
    texts = (prose for prose in area.prose() if prose.about == ("section", result.number))
    return next((area.at(prose.file, prose.path) for prose in texts), area.at(IDENTITY_FILE))
