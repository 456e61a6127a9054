"""Random frameworks that are valid, over the whole space of the rules, as the data of their YAML files.

A framework is made from the questions up: the rule of each level is chosen among those that suit what the levels below
give, so nothing has to be thrown away. Thresholds are chosen so that scores such as 49.5 % often lie at one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from omi_report.numbering import name_of
from tests.ratings.plain_items import (
    LEVEL_OF,
    LEVELS,
    Data,
    Item,
    is_summary,
    items_of,
    members,
    number_of,
)
from tests.ratings.random_skeletons import THRESHOLDS, Skeleton
from tests.ratings.reference import PER_CENT, POINTS, form_in

BELOW = (*THRESHOLDS, 1, 49, 64)
OWN_NAMES = {"key-question": "key_question", "criterion": "criterion", "section": "section", "thread": "thread"}
PLURALS = {level: plural for plural, level in LEVEL_OF.items()}
ALLOWED = {
    "key-question": ("questions",),
    "criterion": ("questions", "key-questions"),
    "section": ("questions", "key-questions", "criteria"),
    "thread": ("questions", "key-questions", "criteria", "sections"),
    "overall": ("questions", "key-questions", "criteria", "sections", "threads"),
}


class Gives(NamedTuple):
    """What an item gives to the rules above it: a score in a unit, and a rating on a scale."""

    unit: str | None = None
    scale: str | None = None


@dataclass
class Maker(Skeleton):
    """A framework in the making."""

    gives: dict[tuple[str, str], Gives] = field(default_factory=dict)

    def make(self) -> Data:
        """Make the whole framework."""
        self.build()
        for level in LEVELS[1:]:
            self.rate(level)
        for thread in [item for item in items_of(self.framework) if item.level == "thread"]:
            self.settle(thread)
        return self.framework

    def settle(self, thread: Item) -> None:
        """Take away what carries a thread in vain: outside of its sections, or where its rule takes something else.

        Neither its rule nor a limit of it looks at any of that, so all that they need stays.
        """
        rule, covered = thread.rule or {}, [name_of(number) for number in thread.entry["sections"]]
        named = (rule.get("of"), *(limit["when"].get("of") for limit in rule.get("limits", ())))
        taken = {LEVEL_OF[of] for of in named if of}
        for item in items_of(self.framework):
            if item.level not in ("question", "key-question", "criterion"):
                continue
            if item.section not in covered or (rule.get("of") and item.level not in taken):
                item.entry["threads"] = [name for name in item.entry.get("threads", ()) if name != thread.name]

    def narrow(self, owners: list[Item], of: str) -> None:
        """Leave threads only the sections in which their rule finds something. Limits are chosen after that."""
        for thread in owners:
            if thread.level == "thread" and of != "sections":
                found = {item.section for item in self.inside([thread], of)}
                thread.entry["sections"] = [each for each in thread.entry["sections"] if name_of(each) in found]

    def rate(self, level: str) -> None:
        """Choose the rules of a level: one for most items, and perhaps their own for some."""
        owners = [item for item in items_of(self.framework) if item.level == level]
        if level == "question" or not owners:
            return
        usual = []
        for group in self.groups(level, owners):
            if level != "overall" and len(owners) > 1 and self.once_in(5):
                self.apart(level, group)
            else:
                usual += group
        if usual:
            rule = self.rule(level, usual)
            if rule is not None:
                self.framework["ratings"]["overall" if level == "overall" else OWN_NAMES[level]] = rule
        for item in items_of(self.framework):
            if item.level == level:
                self.gives[level, item.name] = self.given(item)
            elif item.level == "question":
                self.gives["question", item.name] = Gives(PER_CENT)

    def groups(self, level: str, owners: list[Item]) -> list[list[Item]]:
        """Each item by itself, or the criteria of a section together."""
        if level != "criterion" or self.once_in(2):
            return [[owner] for owner in owners]
        numbers = dict.fromkeys(owner.section for owner in owners)
        return [[owner for owner in owners if owner.section == number] for number in numbers]

    def apart(self, level: str, group: list[Item]) -> None:
        """Give items a rule of their own; that of a section's criteria stands at the section."""
        rule = self.rule(level, group)
        if level == "criterion" and len(group) > 1:
            sections = [item for item in items_of(self.framework) if item.level == "section"]
            next(each for each in sections if each.name == group[0].section).entry["criteria_rating"] = rule or "none"
        else:
            for owner in group:
                owner.entry["rating"] = rule or "none"

    def rule(self, level: str, owners: list[Item]) -> Data | None:
        """Choose a rule that suits all of its items; None for no rule."""
        if self.once_in(12):
            return None
        options = [(of, by) for of in ALLOWED[level] for by in self.possible(owners, of)]
        if not options or self.once_in(6):
            return self.judgement(level, owners)
        of, by = self.choose(options)
        self.narrow(owners, of)
        unit = self.unit(owners, of) if by == "score" else POINTS
        summed_up = self.has_summaries(level, owners, of) and not self.once_in(4)
        take = self.choose(("mean", "weighted") if summed_up else self.takes(owners, of, by, unit))
        rule: Data = {"of": of, "take": take}
        if by != ("points" if take in ("sum", "share") else "score") or self.once_in(4):
            rule["by"] = by
        if by == "score" and self.once_in(2):
            rule["scores"] = self.choose(("printed", "exact"))
        if summed_up:
            self.add_summary(rule)
        if take == "weighted":
            self.add_weights(owners, of, rule)
        if self.once_in(3):
            rule["missing"] = self.choose(("leave-out", "refuse"))
        unit = PER_CENT if take == "share" else unit
        if by == "rating":
            scale = rule["scale"] = self.scale_of(owners, of)
        else:
            scale = self.add_scale(owners, rule, unit)
        if scale is not None:
            self.add_limits(level, owners, rule, scale)
        return rule

    def judgement(self, level: str, owners: list[Item]) -> Data:
        rule: Data = {"judgement": self.choose([scale["id"] for scale in self.framework["scales"]])}
        if self.once_in(3):
            rule["reason"] = self.choose(("optional", "needed"))
        if self.once_in(2):
            self.add_limits(level, owners, rule, rule["judgement"])
        return rule

    def possible(self, owners: list[Item], of: str) -> list[str]:
        """What a rule can take of the items of a level: nothing where they do not fit together."""
        groups = [members(owner, LEVEL_OF[of], items_of(self.framework)) for owner in owners]
        if not all(groups):
            return []
        found = []
        given = {self.gives_of(item) for group in groups for item in group}
        units, scales = {each.unit for each in given}, {each.scale for each in given}
        if len(units) == 1 and None not in units:
            found.append("score")
        if None not in scales:
            if all("points" in self.bands(scale or "")[0] for scale in scales):
                found.append("points")
            if len(scales) == 1:
                found.append("rating")
        return found

    def gives_of(self, item: Item) -> Gives:
        return Gives(PER_CENT) if item.level == "question" else self.gives[item.level, item.name]

    def inside(self, owners: list[Item], of: str) -> list[Item]:
        items = items_of(self.framework)
        return [item for owner in owners for item in members(owner, LEVEL_OF[of], items)]

    def unit(self, owners: list[Item], of: str) -> str | None:
        return self.gives_of(self.inside(owners, of)[0]).unit

    def scale_of(self, owners: list[Item], of: str) -> str | None:
        return self.gives_of(self.inside(owners, of)[0]).scale

    def bands(self, scale: str) -> list[Data]:
        bands: list[Data] = next(each["bands"] for each in self.framework["scales"] if each["id"] == scale)
        return bands

    def takes(self, owners: list[Item], of: str, by: str, unit: str | None) -> list[str]:
        if by == "rating":
            return ["lowest", "highest"]
        found = ["mean", "lowest", "highest"] + (["sum", "share"] if unit == POINTS else [])
        names = [item.name for item in self.inside(owners, of)]
        weighed = any("weight" in item.entry for item in self.inside(owners, of))
        return found if weighed or len(set(names)) < len(names) else [*found, "weighted"]

    def has_summaries(self, level: str, owners: list[Item], of: str) -> bool:
        """Whether a rule can weigh summary questions apart: each item has one of them, and other questions."""
        if level not in ("key-question", "criterion") or of != "questions":
            return False
        groups = [self.inside([owner], of) for owner in owners]
        free = not any("weight" in item.entry for group in groups for item in group)
        return free and all(len([i for i in group if is_summary(i)]) == 1 < len(group) for group in groups)

    def add_summary(self, rule: Data) -> None:
        rule["summary"] = self.choose((20, 30, 50, 100, 0))
        if self.once_in(2):
            rule["without_summary"] = self.choose(("questions-alone", "unscorable"))

    def add_weights(self, owners: list[Item], of: str, rule: Data) -> None:
        for owner in owners:
            items = [i for i in self.inside([owner], of) if "summary" not in rule or not is_summary(i)]
            parts = [self.up_to(9, 1) for _ in items]
            weights = [100 * part // sum(parts) for part in parts[:-1]]
            for item, weight in zip(items, [*weights, 100 - sum(weights)], strict=True):
                item.entry["weight"] = weight

    def add_scale(self, owners: list[Item], rule: Data, unit: str | None) -> str | None:
        """Place the score on a scale of its unit whose best band can be reached, or leave it without a rating."""
        most = min(form_in(self.framework, replace(owner, rule=rule)).most for owner in owners)
        fitting = [
            scale["id"]
            for scale in self.framework["scales"]
            if scale.get("of", PER_CENT) == unit and number_of(scale["bands"][0].get("lowest", 1000)) <= most
        ]
        if not fitting or self.once_in(6):
            return None
        rule["scale"] = self.choose(fitting)
        if self.once_in(2):
            rule["compare"] = self.choose(("exact", "printed"))
        return str(rule["scale"])

    def given(self, item: Item) -> Gives:
        """What an item gives, now that its rule is chosen."""
        rule = item.rule
        if rule is None:
            return Gives()
        if "judgement" in rule:
            return Gives(None, rule["judgement"])
        by = rule.get("by") or ("points" if rule["take"] in ("sum", "share") else "score")
        if by == "rating":
            return Gives(None, self.scale_of([item], rule["of"]))
        unit = self.unit([item], rule["of"]) if by == "score" else POINTS
        return Gives(PER_CENT if rule["take"] == "share" else unit, rule.get("scale"))

    # -- limits

    def add_limits(self, level: str, owners: list[Item], rule: Data, scale: str) -> None:
        limits = []
        for _ in range(self.choose((0, 0, 1, 1, 2))):
            when = self.when_so_many(level, owners) if self.once_in(2) else self.when_one(level)
            if when is not None:
                worse = [band["id"] for band in self.bands(scale)[1:]]
                limits.append({"when": when, "at_most": self.choose(worse)})
        if limits:
            rule["limits"] = limits

    def when_so_many(self, level: str, owners: list[Item]) -> Data | None:
        """So many items of a level that each item of the rule holds; not all need have a score, or such a rating."""
        items = items_of(self.framework)
        options = []
        for of in ALLOWED[level]:
            groups = [[self.gives_of(item) for item in members(owner, LEVEL_OF[of], items)] for owner in owners]
            for test, can_have in self.tests({given for group in groups for given in group}):
                least = min(len([given for given in group if can_have(given)]) for group in groups)
                if least > 0:
                    options.append({"at_least": self.up_to(least, 1), "of": of} | test)
        return self.choose(options) if options else None

    def when_one(self, level: str) -> Data | None:
        """One item of a lower level, wherever it lies."""
        before = [item for item in items_of(self.framework) if LEVELS.index(item.level) < LEVELS.index(level)]
        known = [item for item in before if self.gives_of(item) != Gives()]
        if not known:
            return None
        item = self.choose(known)
        number = item.entry["number"] if "number" in item.entry and self.once_in(2) else item.name
        return {"number": number} | self.choose([test for test, _ in self.tests({self.gives_of(item)})])

    def tests(self, given: set[Gives]) -> list[tuple[Data, Callable[[Gives], bool]]]:
        """What can be asked of items, each with whether an item can have it: a score below another, and a rating."""
        found: list[tuple[Data, Callable[[Gives], bool]]] = []
        units = {each.unit for each in given if each.unit is not None}  # what never has a score is not counted
        if len(units) == 1:
            below = self.choose(BELOW) if PER_CENT in units else 1
            found.append(({"below": below}, lambda each: each.unit is not None))
        scales = sorted(each.scale for each in given if each.scale is not None)
        if scales:
            names = [band["id"] for band in self.bands(self.choose(scales))]
            rated = self.choose(names)
            worse = {"or_worse": "yes"} if rated != names[0] and self.once_in(2) else {}
            found.append(({"rated": rated} | worse, lambda each: self.has_band(each.scale, rated)))
        return found

    def has_band(self, scale: str | None, name: str) -> bool:
        return scale is not None and any(band["id"] == name for band in self.bands(scale))
