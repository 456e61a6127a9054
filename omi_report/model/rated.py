"""Everything in a framework that has a result, with its rule, where that stands, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from omi_report.language.terms import value_for
from omi_report.model.framework import CriterionDefinition, Framework
from omi_report.model.rating_rules import LEVEL_OF, LEVELS, NO_RATING, OVERALL, Level, RatingRule
from omi_report.model.scales import Scale, Unit
from omi_report.numbering import as_printed
from omi_report.source.tree import Path


@dataclass(frozen=True, slots=True)
class RatedThing:
    """A question, key question, criterion, section or thread of a framework, or the whole.

    ``path`` is its place in the framework's file, inside that of the criterion and the section in which it stands, and
    ``rule_path`` that of its rule, which several may share. ``sections`` are those of a thread.
    """

    level: Level
    number: str
    path: Path
    rule: RatingRule = NO_RATING
    rule_path: Path = ()
    weight: Decimal | None = None
    threads: tuple[str, ...] = ()
    summary: bool = False
    sections: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called in a sentence, with the word for it by its name: ``%(term_criterion)s 1.2``."""
        match self.level:
            case "overall":
                return "the overall %(term_rating)s"
            case "key-question" | "question":
                return f"the {value_for(self.level)} {as_printed(self.number)}"
            case "thread":
                return f"the %(term_thread)s «{self.number}»"
            case _:
                return f"{value_for(self.level)} {as_printed(self.number)}"


@dataclass(frozen=True, eq=False)
class RatedThings:
    """All of them, in the order in which they are worked out.

    Compared by identity: the framework keeps them, and comparing frameworks would go round in circles.
    """

    framework: Framework
    all: tuple[RatedThing, ...]

    @cached_property
    def by_key(self) -> dict[tuple[Level, str], RatedThing]:
        """Each of them by its level and its number."""
        return {(thing.level, thing.number): thing for thing in self.all}

    def within(self, thing: RatedThing) -> list[RatedThing]:
        """Return what lies inside a thing, of all levels, and is worked out before it."""
        match thing.level:
            case "overall":
                return [each for each in self.all if each.level != "overall"]
            case "thread":
                carried = [each for each in self.all if thing.number in each.threads]
                numbers = [section.number for section in self.framework.sections]
                inside = [each for each in carried if numbers[int(each.path[1])] in thing.sections]
                return inside + [each for each in self.all if each.level == "section" and each.number in thing.sections]
            case _:
                depth = len(thing.path)
                return [each for each in self.all if each.path[:depth] == thing.path and each is not thing]

    def items_of(self, thing: RatedThing) -> list[RatedThing]:
        """Return what the rule of a thing takes."""
        rule = thing.rule
        return [each for each in self.within(thing) if rule.of is not None and each.level == LEVEL_OF[rule.of]]

    def scale_of(self, thing: RatedThing) -> Scale | None:
        """Return the scale on which a thing is rated; None where it has no rating."""
        return self.framework.scale_of(thing.rule)

    def unit_of(self, thing: RatedThing) -> Unit | None:
        """Return what the score of a thing is measured in; None where it has no score."""
        rule = thing.rule
        if thing.level == "question" or rule.take == "share":
            return "per-cent"
        if not rule.gives_score:
            return None
        if rule.counts == "points":
            return "points"
        if rule.of == "questions":
            return "per-cent"
        units = {self.unit_of(item) for item in self.items_of(thing)}
        return units.pop() if len(units) == 1 else None

    def range_of(self, thing: RatedThing) -> tuple[int, int] | None:
        """Return the least and the most points that a thing can come to; None where that cannot be said."""
        rule, found = thing.rule, []
        for item in self.items_of(thing):
            each = self._reach_of(item, rule)
            if each is None:
                return None
            found.append(each)
        if not found:
            return None
        least, most = [each[0] for each in found], [each[1] for each in found]
        match rule.take:
            case "sum":
                return (min(least) if rule.leaves_out else sum(least)), sum(most)
            case "lowest":
                return min(least), min(most)
            case _:
                return min(least), max(most)

    def most_of(self, thing: RatedThing) -> Fraction | None:
        """Return the most points that a thing comes to where all its items have results; None where they have none."""
        rule, items = thing.rule, self.items_of(thing)
        found = [reach for item in items if (reach := self._reach_of(item, rule)) is not None]
        if not items or len(found) < len(items):
            return None
        most = [Fraction(reach[1]) for reach in found]
        match rule.take:
            case "sum":
                return sum(most, Fraction())
            case "lowest":
                return min(most)
            case "highest":
                return max(most)
            case "weighted":
                weights = [Fraction(item.weight or 0) for item in items]
                return sum((w * m for w, m in zip(weights, most, strict=True)), Fraction()) / (sum(weights) or 1)
            case _:
                return sum(most, Fraction()) / len(most)

    def _reach_of(self, item: RatedThing, rule: RatingRule) -> tuple[int, int] | None:
        return self._points_of(item) if rule.counts == "points" else self.range_of(item)

    def _points_of(self, thing: RatedThing) -> tuple[int, int] | None:
        scale = self.scale_of(thing)
        points = [band.points for band in scale.bands if band.points is not None] if scale else []
        return (min(points), max(points)) if points else None


def rated_things(framework: Framework) -> RatedThings:
    """Return everything that has a result, in the order in which it is worked out; once for each framework."""
    kept = vars(framework)  # a record may hold what was once worked out from it
    things = kept.get("rated_things")
    if not isinstance(things, RatedThings):
        things = kept["rated_things"] = _rated_things(framework)
    return things


def _rated_things(framework: Framework) -> RatedThings:
    found: list[RatedThing] = []
    ratings = framework.ratings
    for at, section in enumerate(framework.sections):
        path: Path = ("sections", at)
        for inner, criterion in enumerate(section.criteria):
            place: Path = (*path, "criteria", inner)
            found += _of_criterion(criterion, place, framework)
            if criterion.rating is not None:
                rule, rule_path = criterion.rating, (*place, "rating")
            elif section.criteria_rating is not None:
                rule, rule_path = section.criteria_rating, (*path, "criteria_rating")
            else:
                rule, rule_path = ratings.criterion, ("ratings", "criterion")
            found.append(
                RatedThing(
                    "criterion",
                    criterion.number,
                    place,
                    rule,
                    rule_path,
                    criterion.weight,
                    criterion.threads,
                )
            )
        own = section.rating is not None
        rule = section.rating if section.rating is not None else ratings.section
        rule_path = (*path, "rating") if own else ("ratings", "section")
        found.append(RatedThing("section", section.number, path, rule, rule_path, section.weight))
    for at, thread in enumerate(framework.threads):
        own = thread.rating is not None
        rule = thread.rating if thread.rating is not None else ratings.thread
        rule_path = ("threads", at, "rating") if own else ("ratings", "thread")
        place = ("threads", at)
        found.append(RatedThing("thread", thread.id, place, rule, rule_path, thread.weight, sections=thread.sections))
    if ratings.overall.exists:
        found.append(RatedThing("overall", OVERALL, ("ratings", "overall"), ratings.overall, ("ratings", "overall")))
    return RatedThings(framework, tuple(sorted(found, key=lambda thing: LEVELS.index(thing.level))))


def _of_criterion(criterion: CriterionDefinition, place: Path, framework: Framework) -> list[RatedThing]:
    """The questions and key questions of a criterion."""
    found = [
        RatedThing(
            "question",
            question.id,
            (*place, "questions", at),
            weight=question.weight,
            threads=question.threads,
            summary=question.summary,
        )
        for at, question in enumerate(criterion.questions)
    ]
    for at, key_question in enumerate(criterion.key_questions):
        path: Path = (*place, "key_questions", at)
        found += [
            RatedThing(
                "question",
                question.id,
                (*path, "questions", inner),
                weight=question.weight,
                threads=question.threads,
                summary=question.summary,
            )
            for inner, question in enumerate(key_question.questions)
        ]
        own = key_question.rating is not None
        rule = key_question.rating if key_question.rating is not None else framework.ratings.key_question
        rule_path = (*path, "rating") if own else ("ratings", "key_question")
        found.append(
            RatedThing(
                "key-question",
                key_question.id,
                path,
                rule,
                rule_path,
                key_question.weight,
                key_question.threads,
            )
        )
    return found
