"""Scores and ratings worked out a second time, plainly and slowly, from nothing but dictionaries.

The tests hold what omi works out against this. So nothing here comes from omi: a framework is the data of its YAML
file, the evidence is a list of rows, and what the area states is the data of its files. `work_out` goes through the
levels from the questions to the report as a whole and keeps an `Outcome` of each item.

Where the rules of the format leave something open, this is how they are read here:

- An item that has no rule, or the rule ``none``, has no result.
- «Printed» in points means one decimal, but whole for a sum of whole points. A score that is placed exactly has as many
  decimals more as it takes until what is printed lies in the band of the exact score.
- The most that can be reached is that of the items that were taken: what is left out is in neither number of
  «9 out of 21».
- With ``summary: 100`` the summary question alone gives the score, and the other questions need no result. Where
  ``missing`` refuses and ``without_summary`` does not, a summary question without a result is refused. The weights of
  a ``weighted`` rule with ``summary`` are those of the other questions.
- «So many of a level» in a limit are those that the rule's own item holds: the criteria of the section, what carries
  the thread, all for the report as a whole. What never has a score, or never such a rating, is not among them.
- A limit that may hold, for all that is known, leaves the item without a rating even where the rating is at or under
  ``at_most`` already. The ``missing`` of the rule, stated or not, settles whether such limits are passed over; a
  judgement has none and passes over nothing.
- A score below the lowest band of its scale has no rating.
- With evidence a stated score counts for nothing. Without evidence it takes the place of the rule's, if it can be: if
  exact scores that are printed as those below could give it.
- A stated rating is concluded in any case: the report needs its reason where the rule gives another one, or none. The
  same is true of a judgement that the limits of its rule do not allow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, TypeAlias

from tests.ratings.plain_items import (
    LEVEL_OF,
    Data,
    Item,
    Reach,
    applies,
    by_of,
    combine,
    half_up,
    is_summary,
    is_yes,
    items_of,
    members,
    missing_of,
    name_of,
    number_of,
    reach_of,
)

PER_CENT, POINTS = "per-cent", "points"

# Why there is no score or no rating.
NO_RULE = "no rule"
NOT_JUDGED = "not judged"
NOTHING_RELEVANT = "relevant in no case"
NO_EVIDENCE = "no evidence"
MISSING = "an item has no result"
ALL_MISSING = "no item has a result"
NO_SUMMARY = "the summary question has no result"
OPEN_LIMIT = "a limit may hold or not"
BELOW_SCALE = "below the scale"
NO_SCALE = "the rule has no scale"


@dataclass(frozen=True)
class Form:
    """What a score is measured in, the most that it can be, and with how many decimals it is printed."""

    unit: str = PER_CENT
    most: Fraction = Fraction(100)
    decimals: int = 0


@dataclass(frozen=True)
class Outcome:
    """What became of an item. ``why`` says why there is no score, or no rating where there could be one."""

    score: Fraction | None = None
    form: Form = Form()
    scale: str | None = None
    before: str | None = None
    after: str | None = None
    concluded: str | None = None
    why: str = ""
    finer: int = 0
    """How many decimals are printed beyond those of the form."""
    reach: Reach | None = None
    """Where the exact score can lie, of a published one or one that is made of published ones."""

    @property
    def printed(self) -> Fraction | None:
        """The score as it is rounded in print."""
        return None if self.score is None else half_up(self.score, self.form.decimals + self.finer)


@dataclass(frozen=True)
class Area:
    """What the files of an area say: its criteria by number, its ``ratings.yaml``, and the rows of its sample."""

    criteria: dict[str, Data] = field(default_factory=dict)
    ratings: Data = field(default_factory=dict)
    cases: list[dict[str, str]] | None = None
    summary_threads: dict[str, Data] = field(default_factory=dict)


Outcomes: TypeAlias = dict[tuple[str, str], Outcome]
"""The outcome of each item by its level and its name; the report as a whole has no name."""


def work_out(framework: Data, area: Area, where: Mapping[str, Sequence[str]] | None = None) -> Outcomes:
    """Work out every item. With ``where`` only some cases count, and nothing that is stated or judged."""
    cases = area.cases
    if where is not None:
        cases = [case for case in cases or () if all(case[name] in values for name, values in where.items())]
    return Working(framework, area, cases, where is not None).all()


def form_in(framework: Data, item: Item) -> Form:
    """Return the form of an item's score, as the framework alone settles it. Its rule is one that gives a score."""
    return Working(framework, Area(), None, False).form(item)


class Working:
    """The items of a framework, and the outcomes as far as they are worked out."""

    def __init__(self, framework: Data, area: Area, cases: list[dict[str, str]] | None, partly: bool) -> None:
        self.framework, self.area, self.cases, self.partly = framework, area, cases, partly
        self.items = items_of(framework)
        self.done: Outcomes = {}
        self.scales = {scale["id"]: scale["bands"] for scale in framework.get("scales") or ()}
        self.scale_units = {scale["id"]: scale.get("of", PER_CENT) for scale in framework.get("scales") or ()}

    def all(self) -> Outcomes:
        for item in self.items:
            key = (item.level, item.name)
            if item.level == "question":
                self.done[key] = self.question(item)
            elif item.rule is None:
                self.done[key] = Outcome(why=NO_RULE)
            elif "judgement" in item.rule:
                self.done[key] = self.judged(item, item.rule)
            else:
                self.done[key] = self.by_rule(item, item.rule)
        return self.done

    def outcome(self, item: Item) -> Outcome:
        return self.done[item.level, item.name]

    # -- questions

    def question(self, item: Item) -> Outcome:
        """A question's score: the relevant cases above the line, in per cent of all relevant ones."""
        if self.cases is None:
            return Outcome(why=NO_EVIDENCE)
        above = below = 0
        for case in self.cases:
            if applies(item.entry, case):
                line = self.line(item.entry, case.get(item.name, ""))
                above += line == "above"
                below += line == "below"
        if above + below == 0:
            return Outcome(why=NOTHING_RELEVANT)
        return Outcome(score=Fraction(100 * above, above + below))

    def line(self, question: Data, given: str) -> str:
        for answer in question.get("answers") or self.framework["answers"]:
            if given.strip().lower() in (str(answer["id"]).lower(), str(answer["name"]).lower()):
                return str(answer["line"])
        return "not-relevant"

    # -- what inspectors judge

    def judged(self, item: Item, rule: Data) -> Outcome:
        scale = rule["judgement"]
        judged = None if self.partly else self.stated(item).get("rating")
        if judged is None:
            return Outcome(scale=scale, why=NOT_JUDGED)
        after, why = self.limited(item, rule, scale, judged)
        return Outcome(scale=scale, before=judged, after=after, concluded=judged, why=why)

    # -- what follows from a rule

    def by_rule(self, item: Item, rule: Data) -> Outcome:
        found = self.rated(item, rule)
        stated = {} if self.partly else self.stated(item)
        rating = stated.get("rating")
        if rating is None or found.scale is None:
            return found
        return replace(found, concluded=rating)

    def rated(self, item: Item, rule: Data) -> Outcome:
        """What the rule gives, as far as its limits, with nothing that inspectors conclude."""
        scale = self.scale(item)
        taken, why = self.taken(item, rule)
        stated = None if self.partly or self.cases is not None else self.stated(item).get("score")
        if stated is not None:
            form = self.form(item)
            reach = None if why else self.reach(rule, taken)
            if reach is None or (not reach.is_known and reach.can_print(number_of(stated), form.decimals)):
                placed = self.placed(item, rule, number_of(stated), form)
                return replace(placed, reach=reach_of(number_of(stated), form.decimals))
        if why:
            return Outcome(scale=scale, why=why)
        if by_of(rule) == "rating":
            order = [band["id"] for band in self.scales[scale or ""]]
            places = [order.index(self.outcome(each).concluded or "") for each in taken]
            before = order[max(places) if rule["take"] == "lowest" else min(places)]
            after, why = self.limited(item, rule, scale, before)
            return Outcome(scale=scale, before=before, after=after, concluded=after, why=why)
        placed = self.placed(item, rule, self.score(rule, taken), self.form_of(rule, taken, self.most_now))
        return replace(placed, reach=self.reach(rule, taken))

    def placed(self, item: Item, rule: Data, score: Fraction, form: Form) -> Outcome:
        scale = rule.get("scale")
        if scale is None:
            return Outcome(score, form, why=NO_SCALE)
        is_exact = rule.get("compare", "printed") == "exact"
        before = self.band(scale, score if is_exact else half_up(score, form.decimals))
        finer = 0
        while is_exact and self.band(scale, half_up(score, form.decimals + finer)) != before:
            finer += 1
        if before is None:
            return Outcome(score, form, scale, why=BELOW_SCALE, finer=finer)
        after, why = self.limited(item, rule, scale, before)
        return Outcome(score, form, scale, before, after, after, why, finer)

    def band(self, scale: str, value: Fraction) -> str | None:
        return next((each["id"] for each in self.scales[scale] if value >= number_of(each["lowest"])), None)

    def taken(self, item: Item, rule: Data) -> tuple[list[Item], str]:
        """The items that a rule takes, without those that have no result; or why it cannot be applied."""
        wanted = members(item, LEVEL_OF[rule["of"]], self.items)
        there = [each for each in wanted if self.has_result(each, by_of(rule))]
        lacking = [each for each in wanted if each not in there]
        if "summary" in rule:
            has_summary = any(is_summary(each) for each in there)
            if not has_summary and rule.get("without_summary", "unscorable") == "unscorable":
                return [], NO_SUMMARY
            alone = has_summary and number_of(rule["summary"]) == 100
            if not alone and all(is_summary(each) for each in there):
                return [], ALL_MISSING
        if not there:
            return [], ALL_MISSING
        return ([], MISSING) if lacking and missing_of(rule) == "refuse" else (there, "")

    def has_result(self, item: Item, by: str) -> bool:
        outcome = self.outcome(item)
        return (outcome.score if by == "score" else outcome.concluded) is not None

    def score(self, rule: Data, taken: list[Item], values: list[Fraction] | None = None) -> Fraction:
        """The score that a rule makes of the items that it takes, or of these values of theirs."""
        of_each = list(zip(taken, values or [self.value(rule, each) for each in taken], strict=True))
        if "summary" not in rule:
            return self.combined(rule, of_each)
        others = [(each, value) for each, value in of_each if not is_summary(each)]
        summaries = [value for each, value in of_each if is_summary(each)]
        if not summaries:
            return self.combined(rule, others)
        part = number_of(rule["summary"]) / 100
        rest = (1 - part) * self.combined(rule, others) if part < 1 else Fraction(0)
        return rest + part * summaries[0]

    def combined(self, rule: Data, of_each: list[tuple[Item, Fraction]]) -> Fraction:
        values = [value for _, value in of_each]
        if rule["take"] == "share":
            return 100 * sum(values, Fraction(0)) / sum((self.most_now(rule, each) for each, _ in of_each), Fraction(0))
        return combine(rule["take"], values, [each for each, _ in of_each])

    def value(self, rule: Data, item: Item) -> Fraction:
        """What a rule takes of an item: its score, or the points of its rating."""
        outcome = self.outcome(item)
        if by_of(rule) == "points":
            return self.points(outcome.scale or "", outcome.concluded or "")
        value = outcome.printed if rule.get("scores", "exact") == "printed" else outcome.score
        assert value is not None, f"{item.name} has no score"
        return value

    def points(self, scale: str, rating: str) -> Fraction:
        return next(number_of(band["points"]) for band in self.scales[scale] if band["id"] == rating)

    def reach(self, rule: Data, taken: list[Item]) -> Reach:
        """Where the exact score of a rule can lie: what it takes may have been rounded in print."""
        parts = [self.part_reach(rule, each) for each in taken]
        low = self.score(rule, taken, [part.low for part in parts])
        high = self.score(rule, taken, [part.high for part in parts])
        if rule["take"] == "highest":
            closed = any(part.closed for part in parts if part.high == high)
        else:
            closed = all(part.closed for part in parts if part.high == high or rule["take"] != "lowest")
        return Reach(low, high, closed)

    def part_reach(self, rule: Data, item: Item) -> Reach:
        reach = self.outcome(item).reach
        if by_of(rule) == "points" or rule.get("scores", "exact") == "printed" or reach is None:
            return Reach(self.value(rule, item), self.value(rule, item))
        return reach

    # -- what can be reached

    def most_now(self, rule: Data, item: Item) -> Fraction:
        """The most that could have been taken of an item, of that of it which has a result."""
        return self.most_points(item) if by_of(rule) == "points" else self.outcome(item).form.most

    def most_ever(self, rule: Data, item: Item) -> Fraction:
        """The most that can be taken of an item in any area."""
        return self.most_points(item) if by_of(rule) == "points" else self.form(item).most

    def most_points(self, item: Item) -> Fraction:
        return max(number_of(band["points"]) for band in self.scales[self.scale(item) or ""])

    def form(self, item: Item) -> Form:
        """The form of an item's score, as the framework alone settles it."""
        if item.level == "question":
            return Form()
        assert item.rule is not None, f"{item.name} has no rule"
        inside = members(item, LEVEL_OF[item.rule["of"]], self.items)
        return self.form_of(item.rule, inside, self.most_ever)

    def form_of(self, rule: Data, inside: list[Item], most: Callable[[Data, Item], Fraction]) -> Form:
        in_per_cent = by_of(rule) == "score" and self.form(inside[0]).unit == PER_CENT
        if rule["take"] == "share" or in_per_cent:
            return Form()
        reachable = combine(rule["take"], [most(rule, each) for each in inside], inside)
        are_whole = by_of(rule) == "points" or all(self.form(each).decimals == 0 for each in inside)
        return Form(POINTS, reachable, 0 if rule["take"] == "sum" and are_whole else 1)

    def scale(self, item: Item) -> str | None:
        """The scale of an item's rating."""
        rule = item.rule
        if rule is None:
            return None
        if "judgement" in rule:
            return str(rule["judgement"])
        if by_of(rule) == "rating":
            return self.scale(members(item, LEVEL_OF[rule["of"]], self.items)[0])
        return rule.get("scale")

    # -- limits

    def limited(self, item: Item, rule: Data, scale: str | None, rating: str) -> tuple[str | None, str]:
        """A rating after the limits of its rule, or why it cannot be said."""
        order = [band["id"] for band in self.scales[scale or ""]]
        place = order.index(rating)
        for limit in rule.get("limits") or ():
            holds = self.holds(item, rule, limit["when"])
            if holds is None and rule.get("missing") != "leave-out":
                return None, OPEN_LIMIT
            if holds:
                place = max(place, order.index(limit["at_most"]))
        return order[place], ""

    def holds(self, item: Item, rule: Data, when: Data) -> bool | None:
        """Whether a limit holds; None where that hangs on an item without a result."""
        if "number" in when:
            names = (str(when["number"]), name_of(when["number"]))
            looked_at = [each for each in self.items if each.name in names and each.level != "overall"]
        else:
            looked_at = members(item, LEVEL_OF[when["of"]], self.items)
        found = [self.is_meant(each, rule, when) for each in looked_at if self.can_have(each, when)]
        needed = int(when.get("at_least", 1))
        if found.count(True) >= needed:
            return True
        return None if found.count(True) + found.count(None) >= needed else False

    def can_have(self, item: Item, when: Data) -> bool:
        """Whether an item can have what a limit asks of it, in any area."""
        if "below" in when:
            return item.level == "question" or (
                item.rule is not None and "of" in item.rule and by_of(item.rule) != "rating"
            )
        return any(band["id"] == when["rated"] for band in self.scales.get(self.scale(item) or "", ()))

    def is_meant(self, item: Item, rule: Data, when: Data) -> bool | None:
        """Whether an item is rated so, or scored below; None where it has no result."""
        outcome = self.outcome(item)
        if "below" in when:
            value = outcome.printed if rule.get("compare", "printed") == "printed" else outcome.score
            return None if value is None else value < number_of(when["below"])
        if outcome.concluded is None:
            return None
        order = [band["id"] for band in self.scales[outcome.scale or ""]]
        place, bound = order.index(outcome.concluded), order.index(when["rated"])
        return place >= bound if is_yes(when.get("or_worse", "no")) else place == bound

    # -- what the area states

    def stated(self, item: Item) -> Data:
        """What the area's files state of an item: ``score``, ``rating``."""
        area = self.area
        found: Any = {}
        if item.level == "criterion":
            found = area.criteria.get(item.name)
        elif item.level == "key-question":
            found = ((area.criteria.get(item.criterion) or {}).get("key_questions") or {}).get(item.name)
        elif item.level == "section":
            sections = area.ratings.get("sections") or {}
            found = {name_of(number): stated for number, stated in sections.items()}.get(item.name)
        elif item.level == "thread":
            found = area.summary_threads.get(item.name, {}) | ((area.ratings.get("threads") or {}).get(item.name) or {})
        elif item.level == "overall":
            found = area.ratings.get("overall")
        return found or {}
