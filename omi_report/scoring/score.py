"""An area → its scores and ratings, by the rules of its framework.

Where the area has evidence, everything is worked out from the answers; elsewhere from the scores that it publishes.
What inspectors judge is taken as they record it. Every score is exact and rounded once, half up, when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from omi_report.errors import NoEvidenceError
from omi_report.evidence.counts import Tally, question_tally, rows_where
from omi_report.language.message import Message, message
from omi_report.model.area import Area
from omi_report.model.evidence import Answers
from omi_report.model.facts import StatedRating, Statement
from omi_report.model.framework import CriterionDefinition, Framework, Section, Thread
from omi_report.model.questions import KeyQuestion, Question
from omi_report.model.rated import rated_things
from omi_report.model.rating_rules import LEVEL_OF, OVERALL, Level, RatingRule
from omi_report.model.scales import Unit
from omi_report.scoring.items import question_item, result_item
from omi_report.scoring.rate import Outcome, Rater
from omi_report.scoring.results import (
    CriterionResult,
    Item,
    KeyQuestionRating,
    OverallResult,
    QuestionResult,
    RatedResult,
    Scored,
    Scores,
    SectionResult,
    ThreadResult,
    Unscorable,
)

_R = TypeVar("_R", bound=RatedResult)


def score_area(area: Area, where: Mapping[str, Iterable[str]] | None = None) -> Scores:
    """Score and rate everything in an area; ``where`` narrows the cases.

    Narrowed cases are scored from the evidence alone, since what the area publishes, and what inspectors judge, is
    about the whole.
    """
    return _scores(area, _sample(area, where))


def score_tallies(area: Area, tallies: Mapping[str, Tally]) -> Scores:
    """Score and rate everything as if each question about cases had been answered so; they are by their ids."""
    return _scores(area, replace(_sample(area, None), tallies=tallies))


def _scores(area: Area, sample: _Sample) -> Scores:
    scoring = _Scoring(area, sample, {} if sample.part else area.stated_ratings())
    sections = scoring.sections()
    threads = tuple(scoring.thread(thread) for thread in area.framework.threads)
    overall = scoring.overall() if area.framework.ratings.overall.exists else None
    return Scores(sections, threads, sample.size if sample.cases else None, overall)


def expect_cases(area: Area) -> None:
    """Raise NoEvidenceError where an area has no cases to work anything out from."""
    if area.evidence.cases is None:
        message = "its scores are as published, and there is nothing to break down"
        raise NoEvidenceError(f"{area.shown} has no evidence/cases.csv: {message}")


@dataclass(frozen=True, slots=True)
class _Sample:
    """The cases to score: ``rows`` is None for all of them, ``part`` says that it is not.

    ``tallies`` stand in the place of what would be counted.
    """

    cases: Answers | None
    rows: int | None = None
    part: bool = False
    tallies: Mapping[str, Tally] | None = None

    @property
    def size(self) -> int:
        if self.cases is None:
            return 0
        return self.cases.size if self.rows is None else self.rows.bit_count()

    def result(self, framework: Framework, question: Question) -> QuestionResult | None:
        """Count a question; None where there is no evidence."""
        if self.cases is None:
            return None
        known = self.tallies
        tally = known[question.id] if known else question_tally(framework, self.cases, question, self.rows)
        return QuestionResult(question.id, question.text, tally.count, tally.base, question.summary)


def _sample(area: Area, where: Mapping[str, Iterable[str]] | None) -> _Sample:
    cases = area.evidence.cases if area.evidence.sound else None
    if where is None:
        return _Sample(cases)
    return _Sample(cases, rows_where(cases, where) if cases else None, part=True)


@dataclass(slots=True)
class _Scoring:
    """The results that have been worked out so far, by their numbers, in the order in which rules look back at them."""

    area: Area
    sample: _Sample
    stated: Mapping[tuple[Level, str], Statement]
    items: dict[str, Item] = field(default_factory=dict)
    questions: dict[str, QuestionResult] = field(default_factory=dict)

    @property
    def framework(self) -> Framework:
        return self.area.framework

    # --- levels -----------------------------------------------------------------------------------------

    def sections(self) -> tuple[SectionResult, ...]:
        """Work out questions, key questions, criteria and sections, each level for the whole before the next."""
        definitions = list(self.framework.criteria.values())
        for question in self.framework.questions.values():
            self._ask(question)
        key_questions = {
            definition.number: tuple(self._key_question(each, definition.number) for each in definition.key_questions)
            for definition in definitions
        }
        criteria = {each.number: self._criterion(each, key_questions[each.number]) for each in definitions}
        return tuple(
            self._section(section, tuple(criteria[each.number] for each in section.criteria))
            for section in self.framework.sections
        )

    def _section(self, section: Section, criteria: tuple[CriterionResult, ...]) -> SectionResult:
        asked = [question for definition in section.criteria for question in definition.asked]
        inside = self._inside(section.criteria)
        fields = self._rated("section", section.number, section.title, asked, inside)
        return self._keep(SectionResult(inside=criteria, **fields))

    def _criterion(
        self, definition: CriterionDefinition, key_questions: tuple[KeyQuestionRating, ...]
    ) -> CriterionResult:
        inside = self._inside([definition])
        fields = self._rated("criterion", definition.number, definition.title, definition.asked, inside)
        return self._keep(CriterionResult(inside=key_questions, **fields))

    def _key_question(self, key_question: KeyQuestion, criterion: str) -> KeyQuestionRating:
        inside = self._known(question.id for question in key_question.questions)
        fields = self._rated("key-question", key_question.id, key_question.text, key_question.questions, inside)
        return self._keep(KeyQuestionRating(owner=criterion, **fields))

    def thread(self, thread: Thread) -> ThreadResult:
        """Rate a thread: what carries it in its sections, or these sections themselves."""
        sections = [each for each in self.framework.sections if each.number in thread.sections]
        definitions = [definition for section in sections for definition in section.criteria]
        carried = [item for item in self._inside(definitions) if thread.id in item.threads]
        inside = [*carried, *self._known(section.number for section in sections)]
        asked = [question for each in definitions for question in each.asked if thread.id in question.threads]
        return self._keep(ThreadResult(**self._rated("thread", thread.id, thread.title, asked, inside)))

    def overall(self) -> OverallResult:
        fields = self._rated("overall", OVERALL, "", list(self.framework.questions.values()), list(self.items.values()))
        return OverallResult(**fields | {"questions": ()})

    # --- one of them ------------------------------------------------------------------------------------

    def _rated(
        self, level: Level, number: str, title: str, asked: Sequence[Question], inside: list[Item]
    ) -> dict[str, Any]:
        """The fields of a result. ``inside`` are the items among which its rule and its limits look."""
        rule = self.framework.rule_of(level, number)
        scale = self.framework.scale_of(rule)
        said = self.stated.get((level, number))
        stated = said.rating if said else None
        known = scale.named(stated.rating) if scale and stated else None
        items = [item for item in inside if rule.of is not None and item.level == LEVEL_OF[rule.of]]
        if rule.of == "questions" and self.sample.cases is None:
            items = []  # nothing is known of them
        outcome = self._outcome((level, number), rule, title, stated, items, inside) if rule.exists else Outcome()
        return {
            "number": number,
            "title": title,
            "rule": rule,
            "scale": scale,
            "score": outcome.score,
            "band": outcome.band,
            "unlimited": outcome.unlimited,
            "limits": outcome.limits,
            "deciding": outcome.deciding,
            "items": tuple(items),
            "lacking": outcome.lacking,
            "conclusion": known or outcome.band,
            "said": said,
            "questions": self._results(asked),
        }

    def _outcome(
        self,
        place: tuple[Level, str],
        rule: RatingRule,
        title: str,
        stated: StatedRating | None,
        items: Sequence[Item],
        inside: list[Item],
    ) -> Outcome:
        rater = Rater(self.framework, self.items)
        if rule.judgement is not None:
            return self._judged(rater, rule, stated, inside)
        if rule.of == "questions" and self.sample.cases is None:
            return self._published(rater, place, rule, stated, inside)
        if rule.of == "questions" and not self.sample.size:
            return _refused(_no_cases(self.sample))
        outcome = rater.apply(rule, items, title, inside)
        if self.sample.cases is None and stated and stated.score is not None and _stands(stated.score, rule, outcome):
            return self._published(rater, place, rule, stated, inside)
        return outcome

    def _judged(self, rater: Rater, rule: RatingRule, stated: StatedRating | None, inside: list[Item]) -> Outcome:
        if self.sample.part:
            return Outcome(lacking=message("inspectors judge it for the whole, not for a part of the sample"))
        scale = self.framework.scale_of(rule)
        given = scale.named(stated.rating) if scale and stated else None
        if given is None:
            return Outcome(lacking=message("inspectors have recorded no %(term_rating)s"))
        return rater.limited(rule, Outcome(None, given, given), inside)

    def _published(
        self, rater: Rater, place: tuple[Level, str], rule: RatingRule, stated: StatedRating | None, inside: list[Item]
    ) -> Outcome:
        """Take the score that the area publishes, in the absence of evidence; ``place`` is its level and number."""
        level, number = place
        if self.sample.part:
            return _refused(message("there is no evidence to score a part of the sample from"))
        if stated is not None and stated.score is not None:
            unit, most = self._measure(level, number)
            places = _places(stated)
            slack = Fraction(1, 2 * 10**places) if _is_rounded(rule) else Fraction()
            basis = message("as published")
            score = Scored(Fraction(stated.score), basis, unit, most, places, slack=(slack, slack))
            return rater.limited(rule, rater.placed(rule, score), inside)
        if not self.area.evidence.sound:
            return _refused(message("its evidence has errors"))
        scale = self.framework.scale_of(rule)
        given = scale.named(stated.rating) if scale and stated else None
        if given is not None:
            return Outcome(None, given, given)
        if level == "criterion" and number not in self.area.criteria:
            return _refused(message("the %(term_criterion)s's file is missing or cannot be read"))
        return _refused(message("no %(term_score)s is published"))

    def _measure(self, level: Level, number: str) -> tuple[Unit, Fraction | None]:
        """What a score is measured in, and the most points that it can come to."""
        things = rated_things(self.framework)
        thing = things.by_key[level, number]
        unit = things.unit_of(thing) or "per-cent"
        return unit, things.most_of(thing) if unit == "points" else None

    # --- items ------------------------------------------------------------------------------------------

    def _ask(self, question: Question) -> None:
        result = self.sample.result(self.framework, question)
        if result is not None:
            self.questions[question.id] = result
        self.items[question.id] = question_item(question, result)

    def _results(self, asked: Iterable[Question]) -> tuple[QuestionResult, ...]:
        return tuple(self.questions[question.id] for question in asked if question.id in self.questions)

    def _known(self, names: Iterable[str]) -> list[Item]:
        return [self.items[name] for name in names if name in self.items]

    def _inside(self, definitions: Iterable[CriterionDefinition]) -> list[Item]:
        """The questions, key questions and criteria of some criteria, as far as they have been worked out."""
        return self._known(name for definition in definitions for name in _names(definition))

    def _keep(self, result: _R) -> _R:
        self.items[result.number] = result_item(result, self.framework)
        return result


def _names(definition: CriterionDefinition) -> Iterator[str]:
    yield from (question.id for question in definition.asked)
    yield from (each.id for each in definition.key_questions)
    yield definition.number


def _stands(score: Decimal, rule: RatingRule, outcome: Outcome) -> bool:
    """Say whether a published score stands, rather than the one that is worked out from other published ones.

    It stands where nothing can be worked out, and where it was made of exact scores of which only the rounded ones are
    known: it can then lie as far away as rounding goes. Where the lowest or the highest is the published score itself,
    the item that decides is known, and says more.
    """
    worked_out = outcome.score
    if not isinstance(worked_out, Scored):
        return outcome.lacking is not None
    if not any(worked_out.slack) or (rule.take in ("lowest", "highest") and worked_out.value == score):
        return False
    below, above = worked_out.slack
    half = Fraction(1, 2 * 10**worked_out.places)
    return -(above + half) < worked_out.value - Fraction(score) < below + half  # a half is always rounded up


def _is_rounded(rule: RatingRule) -> bool:
    """Say whether what is published of a rule is rounded: not what counts whole points."""
    return rule.counts == "score" or rule.take in ("mean", "weighted", "share")


def _refused(reason: Message) -> Outcome:
    return Outcome(Unscorable(reason), lacking=reason)


def _no_cases(sample: _Sample) -> Message:
    if sample.part:
        return message("no %(term_case)s of the sample is of this kind")
    return message("the sample has no %(terms_case)s")


def _places(stated: StatedRating) -> int:
    exponent = stated.score.as_tuple().exponent if stated.score is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0
