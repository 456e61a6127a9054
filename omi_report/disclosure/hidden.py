"""Which figures of an area are not printed, because they would give away a small count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from omi_report.disclosure.bounds import Work
from omi_report.disclosure.groups import Source, hidden_groups
from omi_report.disclosure.published import Published, is_computed, published_of
from omi_report.disclosure.score_lines import prints_the_same, tallies_of
from omi_report.disclosure.score_ways import score_ways
from omi_report.disclosure.stated import StatedCount, hidden_stated
from omi_report.disclosure.suppression import MOST_WORK, Scoring, suppress
from omi_report.disclosure.units import CASES, Owner
from omi_report.inspection import Inspection, remembered
from omi_report.model.evidence import Answers
from omi_report.quantity import Quantity
from omi_report.scoring.results import Scored


@dataclass(frozen=True, slots=True)
class GivenAwayCount:
    """A small count that is left out and can be worked out all the same, by the names of what would print it.

    ``results`` are the numbers of the results whose published scores give it away.
    """

    owners: tuple[Owner, ...]
    results: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is printed nowhere, so that nobody can read or work out a count under the framework's minimum.

    ``figures`` are full names of percentages (``1.2/screening-done``), each with whether it is small itself,
    ``questions`` ids of questions about cases, ``charts`` what is left out of charts of evidence: the chart's name, the
    value of its row and of its series, each empty where the chart has none. ``given_away`` can be worked out all the
    same. Where it ``is_hasty``, more is left out than may be needed, because it would take too long to find out.
    """

    figures: Mapping[str, bool] = field(default_factory=dict)
    questions: frozenset[str] = frozenset()
    charts: frozenset[tuple[str, str, str]] = frozenset()
    given_away: tuple[GivenAwayCount, ...] = ()
    is_hasty: bool = False


NOTHING = Hidden()
"""Where everything is printed."""


@remembered
def hidden_in(inspection: Inspection) -> Hidden:
    """Return what is not printed of an area. It is worked out once for an inspection, and then kept."""
    policy = inspection.framework.disclosure
    if not policy.hides:
        return NOTHING
    figures = _stated(inspection)
    published = published_of(inspection, policy.smallest)
    found = suppress(published, _scoring(inspection), policy.smallest, Work(MOST_WORK))
    given_away = [GivenAwayCount(tuple(sorted(each.unit.owners)), each.results) for each in found.given_away]
    owners = {owner: bool(unit.small) for unit in found.hidden for owner in unit.owners}
    is_hasty = found.is_hasty
    for group, is_lost, is_settled in _groups(inspection, published):
        is_hasty |= not is_settled
        owners[group] = True
        given_away += [GivenAwayCount((group,))] if is_lost else []
    figures |= {owner[1]: small for owner, small in owners.items() if owner[0] == "figure"}
    return Hidden(
        figures,
        frozenset(owner[1] for owner in owners if owner[0] == "question"),
        frozenset((owner[1], owner[2], owner[3]) for owner in owners if owner[0] == "chart"),
        tuple(sorted(dict.fromkeys(given_away), key=lambda each: each.owners)),
        is_hasty,
    )


def _scoring(inspection: Inspection) -> Scoring:
    scores = inspection.scores
    if scores.cases is None:
        return Scoring()
    results: dict[str, tuple[str, ...]] = {}
    for result in scores.results:
        for question in result.questions if isinstance(result.score, Scored) else ():
            results[question.id] = (*results.get(question.id, ()), result.number)
    ways, tallies = score_ways(scores), tallies_of(scores)
    return Scoring(ways, results, tallies, lambda changed: prints_the_same(inspection, changed))


def _stated(inspection: Inspection) -> dict[str, bool]:
    """The figures whose counts the area states itself."""
    framework = inspection.framework
    applies_to = {question.id: question.applies_to for question in framework.questions.values()}
    sources = (CASES, *framework.surveys_by_id)
    attributes = {
        source: {name: each.ids for name, each in framework.attributes_of(source or None).items()} for source in sources
    }
    return hidden_stated(_stated_counts(inspection), attributes, applies_to, framework.disclosure.smallest)


def _stated_counts(inspection: Inspection) -> Iterator[StatedCount]:
    for named in inspection.area.named_percentages():
        quantity, percentage = inspection.figures[named.full_name], named.percentage
        if not isinstance(quantity, Quantity) or quantity.count is None or is_computed(inspection, named):
            continue
        where = tuple(sorted((name, tuple(sorted(values))) for name, values in percentage.where.items()))
        source, question = percentage.survey or CASES, percentage.question or ""
        yield StatedCount(named.full_name, source, question, where, quantity.count, quantity.base)


def _groups(inspection: Inspection, published: Published) -> Iterator[tuple[Owner, bool, bool]]:
    """What charts of attributes leave out, whether it can be worked out all the same, and whether this is settled."""
    evidence, minimum = inspection.area.evidence, inspection.framework.disclosure.smallest
    for name in sorted({group.source for group in published.groups}):
        answers = evidence.surveys.get(name) if name else evidence.cases
        if answers is None:
            continue
        own = [group for group in published.groups if group.source == name]
        work = Work(MOST_WORK)
        hidden, lost = hidden_groups(own, _source(inspection, name, answers), minimum, work)
        for group in sorted(hidden, key=lambda each: each.owner):
            yield group.owner, group in lost, not work.is_over


def _source(inspection: Inspection, name: str, answers: Answers) -> Source:
    framework, sample = inspection.framework, inspection.area.identity.sample
    wheres = [
        named.percentage.where
        for named in inspection.area.named_percentages()
        if (named.percentage.survey or CASES) == name and is_computed(inspection, named)
    ]
    charts = [chart for _file, chart in inspection.area.ask(lambda kind: kind.counted_charts)]
    together = [
        frozenset((*chart.where, *([chart.by] if chart.by else [])))
        for chart in charts
        if chart.question is not None and (chart.survey or CASES) == name
    ]
    together += [frozenset(where) for where in wheres]
    if name == CASES:
        together += [frozenset(question.applies_to) for question in framework.questions.values()]
    values = {each: attribute.ids for each, attribute in framework.attributes_of(name or None).items()}
    public = frozenset((framework.sample_by,)) if name == CASES and sample else frozenset[str]()
    return Source(answers, values, tuple(each for each in together if each), public)
