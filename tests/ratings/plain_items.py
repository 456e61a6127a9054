"""What a framework holds, as plain data: its questions, key questions, criteria, sections and threads with their rules.

It is the half of `tests.ratings.reference` that knows how a framework's YAML is built. Nothing here comes from omi.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, TypeAlias

Data: TypeAlias = dict[str, Any]
"""A mapping of a YAML file: numbers and words as Python has them, or all of them as texts."""

LEVELS = ("question", "key-question", "criterion", "section", "thread", "overall")
LEVEL_OF = dict(zip(("questions", "key-questions", "criteria", "sections", "threads"), LEVELS, strict=False))


@dataclass(frozen=True)
class Item:
    """One question, key question, criterion, section or thread of a framework, or the report as a whole."""

    level: str
    name: str
    entry: Data
    rule: Data | None = None
    section: str = ""
    criterion: str = ""
    key_question: str = ""


@dataclass(frozen=True)
class Reach:
    """Where an exact score can lie: from ``low``, and up to ``high``, which it reaches only if ``closed``."""

    low: Fraction
    high: Fraction
    closed: bool = True

    @property
    def is_known(self) -> bool:
        """Whether there is but one such score."""
        return self.low == self.high

    def can_print(self, printed: Fraction, decimals: int) -> bool:
        """Whether one of these scores is rounded to this one."""
        if half_up(self.low, decimals) > printed:
            return False
        return half_up(self.high, decimals) >= printed if self.closed else self.high > lowest_of(printed, decimals)


def reach_of(printed: Fraction, decimals: int) -> Reach:
    """Return where the exact score can lie that was rounded to this one."""
    return Reach(lowest_of(printed, decimals), printed + Fraction(1, 2 * 10**decimals), closed=False)


def lowest_of(printed: Fraction, decimals: int) -> Fraction:
    """Return the lowest score that is rounded to this one."""
    return printed - Fraction(1, 2 * 10**decimals)


def half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """Round to so many decimals; a half is rounded up."""
    return Fraction(floor(value * 10**decimals + Fraction(1, 2)), 10**decimals)


def is_yes(value: Any) -> bool:
    """Read yes or no, which is a word or a truth value."""
    return value is True or str(value).lower() in ("yes", "true")


def name_of(number: Any) -> str:
    """Return the name of a number: without its space."""
    return str(number).replace(" ", "")


def number_of(value: Any) -> Fraction:
    """Return an exact number; a decimal is read as it is written."""
    return Fraction(str(value))


def items_of(framework: Data) -> list[Item]:
    """Return every item of a framework with the rule that it goes by, level after level."""
    return sorted(as_they_stand(framework), key=lambda item: LEVELS.index(item.level))


def as_they_stand(framework: Data) -> list[Item]:
    """Return every item of a framework in the order of its file, each after what it holds."""
    rules = framework.get("ratings") or {}
    found: list[Item] = []
    for section in framework["sections"]:
        number = name_of(section["number"])
        usual = own_rule(section, "criteria_rating", rules.get("criterion"))
        for criterion in section["criteria"]:
            found += _inside(criterion, number, own_rule(criterion, "rating", usual), rules.get("key_question"))
        found.append(Item("section", number, section, own_rule(section, "rating", rules.get("section")), number))
    for thread in framework.get("threads") or ():
        found.append(Item("thread", str(thread["id"]), thread, own_rule(thread, "rating", rules.get("thread"))))
    return [*found, Item("overall", "", {}, own_rule(rules, "overall", None))]


def _inside(criterion: Data, section: str, rule: Data | None, usual: Any) -> Iterable[Item]:
    """Yield a criterion with its questions and key questions."""
    number = name_of(criterion["number"])
    for question in criterion.get("questions") or ():
        yield Item("question", str(question["id"]), question, None, section, number)
    for group in criterion.get("key_questions") or ():
        for question in group.get("questions") or ():
            yield Item("question", str(question["id"]), question, None, section, number, group["id"])
        yield Item("key-question", group["id"], group, own_rule(group, "rating", usual), section, number, group["id"])
    yield Item("criterion", number, criterion, rule, section, number)


def own_rule(entry: Data, key: str, usual: Any) -> Data | None:
    """Return the rule of an entry: its own or, where it has none, the usual one. ``none`` is no rule."""
    rule = entry.get(key, usual)
    return None if rule is None or rule == "none" else rule


def members(owner: Item, level: str, items: Iterable[Item]) -> list[Item]:
    """Return the items of a level that an item holds."""
    of_level = [item for item in items if item.level == level]
    if owner.level == "key-question":
        return [item for item in of_level if item.key_question == owner.name]
    if owner.level == "criterion":
        return [item for item in of_level if item.criterion == owner.name]
    if owner.level == "section":
        return [item for item in of_level if item.section == owner.name]
    if owner.level == "thread":
        sections = [name_of(number) for number in owner.entry["sections"]]
        inside = [item for item in of_level if item.section in sections]
        return inside if level == "section" else [i for i in inside if owner.name in (i.entry.get("threads") or ())]
    return of_level


def applies(question: Data, case: dict[str, str]) -> bool:
    """Whether a question is asked of a case."""
    wanted = question.get("applies_to") or {}
    return all(case[name] in ([only] if isinstance(only, str) else only) for name, only in wanted.items())


def is_summary(item: Item) -> bool:
    """Whether a question is a summary question."""
    return is_yes(item.entry.get("summary", "no"))


def by_of(rule: Data) -> str:
    """What a rule takes of each item."""
    return str(rule.get("by") or ("points" if rule["take"] in ("sum", "share") else "score"))


def missing_of(rule: Data) -> str:
    """What becomes of a rule of which an item has no result."""
    return str(rule.get("missing") or ("leave-out" if rule.get("of") == "questions" else "refuse"))


def combine(take: str, values: list[Fraction], items: list[Item]) -> Fraction:
    """Make one value of several."""
    if take == "lowest":
        return min(values)
    if take == "highest":
        return max(values)
    total = sum(values, Fraction(0))
    if take == "mean":
        return total / len(values)
    if take == "weighted":
        weights = [number_of(item.entry["weight"]) for item in items]
        return sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0)) / sum(weights)
    return total
