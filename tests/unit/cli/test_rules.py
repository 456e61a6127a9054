"""`omi rule` and `omi rules`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.lint.registry import RULES


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule) -> None:  # type: ignore[no-untyped-def]
    result = run("rule", rule.code)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{rule.code} {rule.name}\n")
    assert rule.why in result.stdout
    assert run("rule", rule.name).stdout == result.stdout
    assert run("rule", rule.code.removeprefix("OMI")).stdout == result.stdout


@pytest.mark.parametrize(("code", "said"), [("OMI999", "OMI999"), ("OMI2", "`omi rules OMI2`"), ("", "no rule's")])
def test_an_unknown_rule(code: str, said: str) -> None:
    result = run("rule", code)
    assert result.exit_code == 2
    assert said in result.stderr


def test_all_rules_are_listed_in_the_order_of_their_codes() -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]


def test_some_rules_are_listed() -> None:
    assert {line[:4] for line in run("rules", "OMI2", "OMI901").stdout.splitlines()} == {"OMI2", "OMI9"}
    assert run("rules", "OMI88").exit_code == 2
