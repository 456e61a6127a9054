"""An inspection → everything that its report and its data print of the evidence: figures, questions, charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from omi_report.disclosure.units import (
    CASES,
    Family,
    FamilyKey,
    GroupSize,
    Owner,
    PrintedNumber,
    Unit,
    merged,
    parts_of,
)
from omi_report.evidence.counts import all_rows, rows_where, size_of
from omi_report.inspection import Inspection
from omi_report.model.area import Area, Named
from omi_report.model.evidence import Answers
from omi_report.model.facts import CountedChart
from omi_report.model.questions import Answer
from omi_report.quantity import Quantity

Rows = int
"""A set of rows, as in `omi_report.evidence.counts`."""


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The answers that a question can have, and the rows that were asked it."""

    answers: tuple[str, ...]
    above: frozenset[str]
    relevant: frozenset[str]
    asked: Rows
    may_be_blank: bool


@dataclass(frozen=True, slots=True)
class Published:
    """What is printed of the evidence: answers in units (those that print the same are one), and sizes of groups."""

    families: Mapping[FamilyKey, Family]
    units: tuple[Unit, ...]
    groups: tuple[GroupSize, ...] = ()


def published_of(inspection: Inspection, minimum: int) -> Published:
    """Return what a report prints of an area's evidence; units that print less than the ``minimum`` say so."""
    reader = _Reader(inspection.area, minimum)
    units = reader.published([*_questions(inspection), *_figures(inspection), *_charts(inspection.area)])
    return replace(units, groups=tuple(_groups(inspection.area)))


@dataclass(frozen=True, slots=True)
class _Printed:
    """What one place prints: of some rows, how many gave each of these sets of answers."""

    family: FamilyKey
    owner: Owner
    where: Mapping[str, Iterable[str]]
    each_answer: bool = False


def _questions(inspection: Inspection) -> Iterator[_Printed]:
    """The questions about cases, for the whole sample; that one is relevant in no case tells of nobody."""
    for result in inspection.scores.criteria.values():
        for question in result.questions:
            if question.base:
                yield _Printed(FamilyKey(CASES, question.id), ("question", question.id), {})


def _figures(inspection: Inspection) -> Iterator[_Printed]:
    for named in inspection.area.named_percentages():
        if is_computed(inspection, named):
            percentage = named.percentage
            family = FamilyKey(percentage.survey or CASES, percentage.question or "")
            yield _Printed(family, ("figure", named.full_name), percentage.where)


def is_computed(inspection: Inspection, named: Named) -> bool:
    """Say whether the count of a figure is that of the evidence: not a count that the area states."""
    quantity = inspection.figures.get(named.full_name)
    if not isinstance(quantity, Quantity) or quantity.count is None or named.percentage.question is None:
        return False
    evidence = inspection.area.evidence
    answers = evidence.surveys.get(named.percentage.survey) if named.percentage.survey else evidence.cases
    return evidence.sound and answers is not None and named.percentage.count is None


def _charts(area: Area) -> Iterator[_Printed]:
    if not area.evidence.sound:
        return
    for _file, chart in area.ask(lambda kind: kind.counted_charts):
        source = chart.survey or CASES
        attributes = area.framework.attributes_of(chart.survey)
        if chart.question is not None:
            values = attributes[chart.by].ids if chart.by else ()
            yield from _of_question(chart, FamilyKey(source, chart.question), values)


def _groups(area: Area) -> Iterator[GroupSize]:
    """The sizes of groups that charts of attributes print, and tables of the sample."""
    if not area.evidence.sound:
        return
    if area.evidence.cases is not None:
        yield from _sampled_groups(area, area.evidence.cases)
    for _file, chart in area.ask(lambda kind: kind.counted_charts):
        if chart.attribute is None:
            continue
        answers = area.evidence.surveys[chart.survey] if chart.survey else area.evidence.cases
        assert answers is not None, "the faults of the chart have been looked for"
        attributes = area.framework.attributes_of(chart.survey)
        for value in attributes[chart.attribute].ids:
            for series in attributes[chart.by].ids if chart.by else ("",):
                where = {**chart.where, chart.attribute: _both(chart, chart.attribute, value)}
                if chart.by:
                    where[chart.by] = tuple(each for each in (series,) if each in where.get(chart.by, (each,)))
                size = rows_where(answers, where).bit_count()
                told = tuple(sorted((name, frozenset(values)) for name, values in where.items()))
                yield GroupSize(chart.survey or CASES, told, size, ("chart", chart.name, value, series))


def _sampled_groups(area: Area, cases: Answers) -> Iterator[GroupSize]:
    for part in area.framework.parts:
        for attribute in area.kind_of(part).counted_attributes(area):
            for value in area.framework.attributes[attribute].ids:
                size = rows_where(cases, {attribute: (value,)}).bit_count()
                told = ((attribute, frozenset((value,))),)
                yield GroupSize(CASES, told, size, ("chart", f"{part.name}/{attribute}", value, ""))


def _both(chart: CountedChart, attribute: str, value: str) -> tuple[str, ...]:
    """A value of an attribute, as far as the chart is of it."""
    return (value,) if value in chart.where.get(attribute, (value,)) else ()


def _of_question(chart: CountedChart, family: FamilyKey, values: Iterable[str]) -> Iterator[_Printed]:
    """A chart of the answers to a question: those of everybody, and of each group, are shown or left out whole."""
    if chart.by is None or chart.has_total:
        yield _Printed(family, ("chart", chart.name, "", ""), chart.where, each_answer=True)
    for value in values if chart.by else ():
        where = {**chart.where, chart.by or "": _both(chart, chart.by or "", value)}
        yield _Printed(family, ("chart", chart.name, value, ""), where, each_answer=True)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Counts what is printed."""

    area: Area
    minimum: int

    def published(self, printed: list[_Printed]) -> Published:
        rows: dict[FamilyKey, list[Rows]] = defaultdict(list)
        found = [(each, self._rows(each)) for each in printed if self._answers(each.family.source) is not None]
        for each, own in found:
            rows[each.family].append(own)
        families = {key: self._family(key, own) for key, own in rows.items()}
        units = (self._unit(each, families[each.family], own) for each, own in found)
        return Published(families, tuple(merged(unit for unit in units if unit)))

    def _answers(self, source: str) -> Answers | None:
        evidence = self.area.evidence
        return evidence.surveys.get(source) if source else evidence.cases

    def _known(self, source: str) -> Answers:
        answers = self._answers(source)
        assert answers is not None, source
        return answers

    def _rows(self, printed: _Printed) -> Rows:
        answers, scale = self._known(printed.family.source), self._scale(printed.family)
        rows = scale.asked
        return rows & rows_where(answers, printed.where) if printed.where else rows

    def _scale(self, key: FamilyKey) -> AnswerScale:
        answers, framework = self._known(key.source), self.area.framework
        everybody = all_rows(answers)
        if key.source:
            survey = framework.surveys_by_id[key.source]
            question = next(each for each in survey.questions if each.id == key.question)
            return _scale_of(survey.answers_to(question), everybody, may_be_blank=True)
        asked = framework.questions[key.question]
        rows = everybody & rows_where(answers, asked.applies_to) if asked.applies_to else everybody
        return _scale_of(framework.answers_to(asked), rows, may_be_blank=False)

    def _family(self, key: FamilyKey, told_apart: Iterable[Rows]) -> Family:
        answers, scale = self._known(key.source), self._scale(key)
        parts = parts_of(scale.asked, told_apart)
        given = tuple(tuple(size_of(answers, key.question, (each,), part) for each in scale.answers) for part in parts)
        blank = any(part.bit_count() > sum(own) for part, own in zip(parts, given, strict=True))
        may_be_blank = bool(scale.answers) and (scale.may_be_blank or blank)
        return Family(key, scale.answers, scale.above, scale.relevant, parts, given, may_be_blank)

    def _unit(self, printed: _Printed, family: Family, rows: Rows) -> Unit | None:
        """What one place prints as a unit; None where it prints nothing of anybody."""
        above, base = PrintedNumber(family.above, rows), PrintedNumber(family.relevant, rows)
        if not family.size(base):
            return None
        if printed.each_answer:
            shown = [
                PrintedNumber(frozenset((answer,)), rows) for answer in family.answers if answer in family.relevant
            ]
            looked_at = [*shown, base]
        else:
            shown = [above, base]
            looked_at = [above, PrintedNumber(family.relevant - family.above, rows), base]
        sizes = {part: family.size(part) for part in looked_at}
        small = tuple(part for part, size in sizes.items() if size < self.minimum)
        return Unit(
            family.key, frozenset(shown), tuple(looked_at), small, min(sizes.values()), frozenset((printed.owner,))
        )


def _scale_of(scale: Iterable[Answer], asked: Rows, *, may_be_blank: bool) -> AnswerScale:
    answers = tuple(scale)
    above = frozenset(each.id for each in answers if each.line == "above")
    relevant = frozenset(each.id for each in answers if each.line != "not-relevant")
    return AnswerScale(tuple(each.id for each in answers), above, relevant, asked, may_be_blank)
