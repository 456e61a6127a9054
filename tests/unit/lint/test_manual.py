"""The manual of the rules says all of every rule."""

from __future__ import annotations

from omi_report.lint.manual import GROUPS, rule_page, rules_page
from omi_report.lint.registry import RULES


def test_every_rule_is_in_the_page_once() -> None:
    page = rules_page(RULES)
    assert RULES
    for rule in RULES:
        assert page.count(f"### {rule.code} {rule.name}\n") == 1
        assert rule_page(rule) in page
        assert any(rule.code.startswith(prefix) for prefix in GROUPS)


def test_the_page_of_a_rule() -> None:
    rule = next(rule for rule in RULES if rule.code == "OMI901")
    page = rule_page(rule)
    for part in (rule.what, rule.why, "a warning", "    score: 64  # omi: ignore[OMI401]"):
        assert part in page
