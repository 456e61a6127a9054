"""What a rule declares settles which texts it is handed, and in which languages it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

import pytest

from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import (
    Covers,
    Declaration,
    all_texts,
    covers,
    each_text,
    knows_words_of,
    language_of,
    whole,
)
from omi_report.lint.engine import CheckedRule, check
from omi_report.lint.registry import CHECKS
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import MASK
from tests.rules.runner import GOLDEN_AREA
from tests.samples import inspected

Declare: TypeAlias = Callable[..., Callable[..., Declaration]]
SEEN = Rule("OMI998", "seen", Severity.INFO, "", "")


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    return inspected(GOLDEN_AREA)


def seen(inspection: Inspection, declare: Declare, **wanted: object) -> list[str]:
    """The texts that a rule with a declaration is handed, as it sees them."""
    found: list[str] = []

    def take(given: CheckedText | CheckedTexts) -> Iterator[Problem]:
        texts = given if isinstance(given, CheckedTexts) else [given]
        found.extend(text.words for text in texts)
        yield SEEN.at(inspection.area.at("area.yaml"), "seen")

    assert check(inspection, [CheckedRule(SEEN, declare(**wanted)(take))])
    return found


BOTH = pytest.mark.parametrize("declare", [each_text, all_texts])


@BOTH
def test_every_text_once_and_in_order(inspection: Inspection, declare: Declare) -> None:
    found = seen(inspection, declare)
    assert len(found) == len(inspection.texts) > 10
    assert all(len(words) == len(prose.text) for words, (prose, _) in zip(found, inspection.texts, strict=True))


@BOTH
def test_titles_come_after_the_texts(inspection: Inspection, declare: Declare) -> None:
    texts, with_titles = seen(inspection, declare), seen(inspection, declare, titles=True)
    assert with_titles[: len(texts)] == texts
    assert "A friend for the first week" in with_titles[len(texts) :]


@BOTH
def test_standard_wording_may_be_left_out(inspection: Inspection, declare: Declare) -> None:
    standard = [prose.text for prose, _ in inspection.texts if prose.manner == "standard"]
    assert standard
    assert len(seen(inspection, declare, standard=False)) == len(inspection.texts) - len(standard)


@BOTH
def test_quotations_may_be_masked(inspection: Inspection, declare: Declare) -> None:
    shown, masked = seen(inspection, declare), seen(inspection, declare, quotations=False)
    assert sum(words.count(MASK) for words in masked) > sum(words.count(MASK) for words in shown)


@BOTH
def test_quick_looks(inspection: Inspection, declare: Declare) -> None:
    holding = seen(inspection, declare, holds=("trainees", "workshop"))
    assert 0 < len(holding) < len(inspection.texts)
    assert all("trainees" in words or "workshop" in words for words in holding)
    with_word = seen(inspection, declare, words=frozenset({"trainees"}), quotations=False)
    assert 0 < len(with_word) <= len(holding)
    findings = seen(inspection, declare, where=lambda prose: prose.manner == "finding")
    assert 0 < len(findings) < len(inspection.texts)


LANGUAGES: list[tuple[Covers, str, bool]] = [
    ("any", "cy", True),
    ("en", "cy", False),
    ("en", "en", True),
    ("en", "en-US", True),
    ("en-GB", "en", True),
    ("en-GB", "en-IE", True),
    ("en-GB", "en-US", False),
    ("en-GB", "cy", False),
]


@pytest.mark.parametrize(("declared", "tag", "expected"), LANGUAGES)
def test_a_rule_runs_for_its_languages(inspection: Inspection, declared: Covers, tag: str, expected: bool) -> None:
    assert covers(declared, tag) is expected
    framework = inspection.framework.replaced(language=tag)
    other = replace(inspection, area=replace(inspection.area, framework=framework))

    def found(_given: object) -> Iterator[Problem]:
        yield SEEN.at(inspection.area.at("area.yaml"), "seen")

    for declaration in (
        each_text(language=declared)(found),
        all_texts(language=declared)(found),
        whole(language=declared)(found),
    ):
        assert bool(check(other, [CheckedRule(SEEN, declaration)])) is expected
        assert language_of(declaration) == declared
        assert knows_words_of(declaration, tag) is expected


def test_a_rule_may_run_without_knowing_the_words() -> None:
    declaration = whole(knows="en")(lambda _inspection: ())
    assert knows_words_of(declaration, "en-GB")
    assert not knows_words_of(declaration, "cy")
    assert language_of(declaration) == "any"


def test_the_rules_of_english_are_for_english() -> None:
    english = {checked.rule.name for checked in CHECKS if language_of(checked.check) != "any"}
    assert english >= {
        "american-spelling",
        "misspelling",
        "doubled-word",
        "per-cent",
        "small-number-in-figures",
        "large-number-in-words",
        "figures-at-sentence-start",
        "punctuation",
        "literal-number",
        "words-against-figures",
        "wrong-complement",
        "no-such-day",
        "date-of-birth",
    }
    assert not any(checked.rule.severity is Severity.ERROR for checked in CHECKS if checked.rule.name in english)


def test_what_is_worked_out_of_a_text_is_worked_out_once(inspection: Inspection) -> None:
    counted: list[str] = []

    def work(text: CheckedText) -> int:
        counted.append(text.text)
        return len(text.text)

    @each_text()
    def first(text: CheckedText) -> Iterator[Problem]:
        yield SEEN.at(text.at(0), str(text.remembered(work)))

    @all_texts(quotations=False)
    def second(texts: CheckedTexts) -> Iterator[Problem]:
        for text in texts:
            yield SEEN.at(text.at(0), str(text.remembered(work)))

    found = check(inspection, [CheckedRule(SEEN, first), CheckedRule(SEEN, second)])
    assert len(found) == 2 * len(inspection.texts)
    assert len(counted) == len(inspection.texts)
