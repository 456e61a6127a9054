"""The rules of reading are complete."""

from __future__ import annotations

from omi_report.problems import Rule
from omi_report.source import reading_rules as rules


def test_every_rule_is_listed_once_in_the_order_of_the_codes() -> None:
    defined = [value for value in vars(rules).values() if isinstance(value, Rule)]
    assert list(rules.RULES) == defined
    assert [rule.code for rule in rules.RULES] == [f"OMI{number:03}" for number in range(1, 15)]


def test_every_rule_says_what_it_finds_and_why() -> None:
    assert len({rule.name for rule in rules.RULES}) == len(rules.RULES)
    assert all(rule.what.endswith(".") and rule.why.endswith(".") for rule in rules.RULES)
