"""The reference against results that were worked out by hand; the comments show the arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.ratings import reference
from tests.ratings.plain_items import Data, half_up
from tests.ratings.reference import Area, Outcome, Outcomes, work_out

BANDS: Data = {
    "id": "bands",
    "name": "Band",
    "bands": [
        {"id": "good", "name": "Good", "lowest": 65, "points": 3},
        {"id": "fair", "name": "Fair", "lowest": 50, "points": 2},
        {"id": "poor", "name": "Poor", "lowest": 0, "points": 0},
    ],
}
GRADES: Data = {
    "id": "grades",
    "name": "Grade",
    "bands": [
        {"id": "met", "name": "Met", "points": 4},
        {"id": "partly", "name": "Partly met", "points": 2},
        {"id": "not-met", "name": "Not met", "points": 1},
    ],
}
TOTALS: Data = {
    "id": "totals",
    "name": "Rating",
    "of": "points",
    "bands": [
        {"id": "high", "name": "High", "lowest": 6},
        {"id": "middle", "name": "Middle", "lowest": 4},
        {"id": "low", "name": "Low", "lowest": 0},
    ],
}
ANSWERS = [
    {"id": "y", "name": "Yes", "line": "above"},
    {"id": "n", "name": "No", "line": "below"},
    {"id": "-", "name": "Not relevant", "line": "not-relevant"},
]


def together(*values: Any) -> tuple[Any, ...]:
    return values


def question(number: str, **more: Any) -> Data:
    return {"id": number, "text": "Was it done?", **more}


def criterion(number: str, questions: int = 0, **more: Any) -> Data:
    asked = [question(f"{number}.{each}") for each in range(1, questions + 1)]
    return {"number": number, "title": "T", "statement": "S", "questions": asked, **more}


def section(number: str, *criteria: Data, **more: Any) -> Data:
    return {"number": number, "title": "T", "criteria": list(criteria), **more}


def framework(ratings: Data, *sections: Data, threads: tuple[Data, ...] = ()) -> Data:
    scales = [BANDS, GRADES, TOTALS]
    return {
        "scales": scales,
        "answers": ANSWERS,
        "ratings": ratings,
        "sections": list(sections),
        "threads": list(threads),
    }


def cases(**answers: str) -> list[dict[str, str]]:
    """Rows from the answers to each question, a letter a case; ``q1_1_1`` is the question 1.1.1."""
    columns = {name.removeprefix("q").replace("_", "."): letters for name, letters in answers.items()}
    size = len(next(iter(columns.values())))
    return [{name: letters[row] for name, letters in columns.items()} for row in range(size)]


def criterion_of(rule: Data, questions: int = 2, number: str = "1.1", **answers: str) -> Outcome:
    data = framework({"criterion": rule}, section("1", criterion(number, questions)))
    return work_out(data, Area(cases=cases(**answers)))["criterion", number]


def judged(rule: Data, *grades: str | None, level: str = "section", **ratings: Any) -> Outcomes:
    """Work out a section of criteria that are judged on the scale of grades."""
    numbers = [f"1.{place}" for place in range(1, len(grades) + 1)]
    rules = {"criterion": {"judgement": "grades"}, level: rule}
    data = framework(rules, section("1", *map(criterion, numbers)))
    return work_out(data, Area({n: {"rating": g} for n, g in zip(numbers, grades, strict=True) if g}, ratings))


def test_half_a_per_cent_is_rounded_up() -> None:
    assert half_up(Fraction(129, 2)) == 65
    assert half_up(Fraction(12899, 200)) == 64
    assert half_up(Fraction(25, 100), 1) == Fraction(3, 10)


def test_a_mean_counts_each_question_alike_however_many_cases_it_was_relevant_in() -> None:
    found = criterion_of({"of": "questions", "take": "mean", "scale": "bands"}, q1_1_1="yyyn", q1_1_2="n---")
    assert found.score == Fraction(75, 2)  # (3/4 + 0/1) ÷ 2 = 37.5 %
    assert together(found.printed, found.concluded) == (38, "poor")


def test_the_lowest_question_decides() -> None:
    found = criterion_of({"of": "questions", "take": "lowest", "scale": "bands"}, q1_1_1="yyyy", q1_1_2="ynny")
    assert together(found.score, found.concluded) == (50, "fair")  # the lower of 4/4 and 2/4


def test_the_highest_question_decides() -> None:
    found = criterion_of({"of": "questions", "take": "highest", "scale": "bands"}, q1_1_1="nnny", q1_1_2="yyyn")
    assert together(found.score, found.concluded) == (75, "good")  # the higher of 1/4 and 3/4


def test_weights_of_what_is_left_out_are_shared_in_proportion() -> None:
    asked = [question("1.1.1", weight=50), question("1.1.2", weight=30), question("1.1.3", weight=20)]
    rule = {"of": "questions", "take": "weighted", "scale": "bands"}
    data = framework({"criterion": rule}, section("1", criterion("1.1") | {"questions": asked}))
    whole = work_out(data, Area(cases=cases(q1_1_1="yyyy", q1_1_2="nnny", q1_1_3="nnnn")))["criterion", "1.1"]
    assert whole.score == Fraction(115, 2)  # 50 % × 100 + 30 % × 25 + 20 % × 0 = 57.5
    part = work_out(data, Area(cases=cases(q1_1_1="----", q1_1_2="nyyy", q1_1_3="nnnn")))["criterion", "1.1"]
    assert part.score == 45  # (30 × 75 + 20 × 0) ÷ 50


def test_a_summary_question_counts_for_its_part() -> None:
    asked = [question("1.1.1"), question("1.1.2"), question("1.1.3", summary="yes")]
    rule = {"of": "questions", "take": "mean", "summary": 20, "scale": "bands"}
    data = framework({"criterion": rule}, section("1", criterion("1.1") | {"questions": asked}))
    found = work_out(data, Area(cases=cases(q1_1_1="yyyn", q1_1_2="yynn", q1_1_3="ynnn")))["criterion", "1.1"]
    assert found.score == 55  # 80 % × (75 + 50) ÷ 2 + 20 % × 25 = 50 + 5
    without = Area(cases=cases(q1_1_1="yyyn", q1_1_2="yynn", q1_1_3="----"))
    assert work_out(data, without)["criterion", "1.1"].why == reference.NO_SUMMARY
    rule["without_summary"] = "questions-alone"
    assert work_out(data, without)["criterion", "1.1"].score == Fraction(125, 2)  # (75 + 50) ÷ 2


def test_a_summary_question_that_is_all_of_the_score() -> None:
    asked = [question("1.1.1"), question("1.1.2", summary="yes")]
    rule = {"of": "questions", "take": "mean", "summary": 100, "scale": "bands"}
    data = framework({"criterion": rule}, section("1", criterion("1.1") | {"questions": asked}))
    found = work_out(data, Area(cases=cases(q1_1_1="nnnn", q1_1_2="yyyn")))["criterion", "1.1"]
    assert together(found.score, found.concluded) == (75, "good")
    assert work_out(data, Area(cases=cases(q1_1_1="----", q1_1_2="yyyn")))["criterion", "1.1"].score == 75


@pytest.mark.parametrize(
    ("compare", "printed", "band"), [("printed", 65, "good"), ("exact", Fraction(129, 2), "fair"), (None, 65, "good")]
)
def test_a_score_of_exactly_64_5_at_a_threshold_of_65(compare: str | None, printed: Fraction, band: str) -> None:
    rule = {"of": "questions", "take": "mean", "scale": "bands"} | ({"compare": compare} if compare else {})
    found = criterion_of(rule, 1, q1_1_1="y" * 129 + "n" * 71)  # 129 of 200 = 64.5 %
    assert together(found.score, found.printed, found.concluded) == (Fraction(129, 2), printed, band)


def test_just_below_a_half_is_rounded_down_at_a_threshold() -> None:
    found = criterion_of({"of": "questions", "take": "mean", "scale": "bands"}, 1, q1_1_1="y" * 98 + "n" * 101)
    assert together(found.printed, found.concluded) == (49, "poor")  # 98 of 199 = 49.246 %


def test_the_mean_of_printed_scores_is_not_that_of_exact_ones() -> None:
    data = framework(
        {
            "criterion": {"of": "questions", "take": "mean"},
            "section": {"of": "criteria", "take": "mean", "scores": "printed", "scale": "bands"},
        },
        section("1", criterion("1.1", 1), criterion("1.2", 1)),
    )
    area = Area(cases=cases(q1_1_1="yyyyynnn", q1_2_1="yyyyynnn"))  # 5 of 8 = 62.5 %, printed 63 %
    assert work_out(data, area)["section", "1"].score == 63
    data["ratings"]["section"]["scores"] = "exact"
    assert work_out(data, area)["section", "1"].score == Fraction(125, 2)


def test_a_sum_of_points_out_of_the_most() -> None:
    found = judged({"of": "criteria", "take": "sum", "scale": "totals"}, "met", "partly", "not-met")["section", "1"]
    assert together(found.score, found.form.most, found.form.unit) == (7, 12, "points")  # 4 + 2 + 1 of 3 × 4
    assert together(found.printed, found.concluded) == (7, "high")


def test_a_share_of_points_is_in_per_cent() -> None:
    grades = ("not-met", "not-met", "partly", "partly")
    found = judged({"of": "criteria", "take": "share", "scale": "bands"}, *grades)["section", "1"]
    assert found.score == Fraction(75, 2)  # 1 + 1 + 2 + 2 = 6 of 4 × 4 = 16: 37.5 %
    assert together(found.printed, found.form.unit, found.concluded) == (38, "per-cent", "poor")


@pytest.mark.parametrize(("compare", "printed", "band"), [("printed", "2.3", "high"), ("exact", "2.25", "middle")])
def test_a_mean_of_points_has_one_decimal(compare: str, printed: str, band: str) -> None:
    totals = TOTALS | {"bands": [{"id": "high", "lowest": "2.3"}, {"id": "middle", "lowest": 0}]}
    rule = {"of": "criteria", "take": "mean", "by": "points", "scale": "totals", "compare": compare}
    rules = {"criterion": {"judgement": "grades"}, "section": rule}
    numbers = ["1.1", "1.2", "1.3", "1.4"]
    data = framework(rules, section("1", *map(criterion, numbers))) | {"scales": [GRADES, totals]}
    grades = ["met", "partly", "partly", "not-met"]
    area = Area({n: {"rating": g} for n, g in zip(numbers, grades, strict=True)})
    found = work_out(data, area)["section", "1"]  # (4 + 2 + 2 + 1) ÷ 4 = 2.25, a decimal
    assert together(found.score, found.printed, found.concluded) == (Fraction(9, 4), Fraction(printed), band)


def test_the_lowest_rating_has_no_score() -> None:
    found = judged({"of": "criteria", "take": "lowest", "by": "rating"}, "met", "partly")["section", "1"]
    assert together(found.score, found.scale, found.concluded) == (None, "grades", "partly")
    found = judged({"of": "criteria", "take": "highest", "by": "rating"}, "not-met", "partly")["section", "1"]
    assert found.concluded == "partly"


def test_an_item_without_a_result_is_refused_or_left_out() -> None:
    rule = {"of": "criteria", "take": "sum", "scale": "totals"}
    assert judged(rule, "met", None, "partly")["section", "1"].why == reference.MISSING
    found = judged(rule | {"missing": "leave-out"}, "met", None, "partly")["section", "1"]
    assert together(found.score, found.form.most) == (6, 8)  # 4 + 2 of 2 × 4
    assert judged(rule | {"missing": "leave-out"}, None, None)["section", "1"].why == reference.ALL_MISSING


def test_a_question_that_was_relevant_in_no_case_is_left_out_unless_it_is_refused() -> None:
    rule = {"of": "questions", "take": "mean"}
    assert criterion_of(rule, q1_1_1="yn", q1_1_2="--").score == 50
    assert criterion_of(rule | {"missing": "refuse"}, q1_1_1="yn", q1_1_2="--").why == reference.MISSING
    assert criterion_of(rule, q1_1_1="--", q1_1_2="--").why == reference.ALL_MISSING


def limited(when: Data, *grades: str | None, **rule: Any) -> Outcome:
    """The report as a whole: the sum of the criteria's points, limited to low."""
    limits = [{"when": when, "at_most": "low"}]
    whole = {"of": "criteria", "take": "sum", "scale": "totals", "limits": limits} | rule
    return judged(whole, *grades, level="overall")["overall", ""]


def test_a_limit_of_so_many_of_a_level() -> None:
    two = {"at_least": 2, "of": "criteria", "rated": "not-met"}
    once = limited(two, "met", "met", "not-met")
    assert together(once.before, once.after) == ("high", "high")  # 9 points, one that is not met
    twice = limited(two, "met", "not-met", "not-met")
    assert together(twice.score, twice.before, twice.after, twice.concluded) == (6, "high", "low", "low")


def test_a_limit_of_a_rating_or_worse() -> None:
    when = {"at_least": 2, "of": "criteria", "rated": "partly"}
    assert limited(when, "met", "partly", "not-met").after == "high"
    assert limited(when | {"or_worse": "yes"}, "met", "partly", "not-met").after == "low"


def test_a_limit_of_one_item() -> None:
    when = {"number": "1.2", "rated": "not-met"}
    assert limited(when, "met", "met", "not-met").after == "high"
    assert limited(when, "met", "not-met", "met").after == "low"


def test_a_limit_that_may_hold_or_not_leaves_no_rating() -> None:
    when = {"at_least": 2, "of": "criteria", "rated": "not-met"}
    # two are known not to be met: the one without a judgement changes nothing
    sure = limited(when, "not-met", "not-met", "met", "met", None, missing="leave-out")
    assert sure.after == "low"
    # criterion 1.2 has no rating: it may be poor or not
    rule = {"of": "questions", "take": "mean", "scale": "bands"}
    limits = [{"when": {"number": "1.2", "rated": "poor"}, "at_most": "poor"}]
    overall = {"of": "sections", "take": "highest", "scale": "bands", "limits": limits}
    data = framework(
        {"criterion": rule, "section": rule, "overall": overall}, section("1", criterion("1.1", 1), criterion("1.2", 1))
    )
    found = work_out(data, Area(cases=cases(q1_1_1="yyyn", q1_2_1="----")))["overall", ""]
    assert together(found.before, found.after, found.why) == ("good", None, reference.OPEN_LIMIT)


@pytest.mark.parametrize(("compare", "after"), [("printed", "good"), ("exact", "fair")])
def test_a_limit_below_goes_by_the_printed_or_the_exact_score(compare: str, after: str) -> None:
    limits = [{"when": {"number": "1.1.1", "below": 50}, "at_most": "fair"}]
    rule = {"of": "questions", "take": "mean", "scale": "bands", "compare": compare, "limits": limits}
    found = criterion_of(rule, q1_1_1="y" * 99 + "n" * 101, q1_1_2="y" * 200)
    assert found.score == Fraction(299, 4)  # (49.5 + 100) ÷ 2; 49.5 % is printed as 50 %
    assert together(found.before, found.after) == ("good", after)


def test_so_many_scores_below() -> None:
    limits = [{"when": {"at_least": 2, "of": "questions", "below": 50}, "at_most": "poor"}]
    rule = {"of": "questions", "take": "highest", "scale": "bands", "limits": limits}
    assert criterion_of(rule, 3, q1_1_1="yyyy", q1_1_2="nnny", q1_1_3="yynn").after == "good"
    assert criterion_of(rule, 3, q1_1_1="yyyy", q1_1_2="nnny", q1_1_3="ynnn").after == "poor"


def test_the_worst_of_the_limits_wins() -> None:
    limits = [
        {"when": {"number": "1.1.1", "below": 90}, "at_most": "poor"},
        {"when": {"number": "1.1.2", "below": 90}, "at_most": "fair"},
    ]
    rule = {"of": "questions", "take": "highest", "scale": "bands", "limits": limits}
    assert criterion_of(rule, q1_1_1="yyyn", q1_1_2="yyyn").after == "poor"
    assert criterion_of(rule, q1_1_1="yyyy", q1_1_2="yyyn").after == "fair"


def test_key_questions_group_the_questions_of_a_criterion() -> None:
    groups = [
        {"id": "1.1-a", "text": "A?", "questions": [question("a1"), question("a2")]},
        {"id": "1.1-b", "text": "B?", "questions": [question("b1")]},
    ]
    rules = {
        "key_question": {"of": "questions", "take": "mean", "scale": "bands"},
        "criterion": {"of": "key-questions", "take": "lowest", "scale": "bands"},
    }
    data = framework(rules, section("1", criterion("1.1", 1, key_questions=groups)))
    area = Area(cases=[{"1.1.1": "n", "a1": "y", "a2": "y", "b1": b} for b in "ynnn"])
    found = work_out(data, area)
    assert found["key-question", "1.1-a"].score == 100
    assert together(found["criterion", "1.1"].score, found["criterion", "1.1"].concluded) == (25, "poor")
    data["ratings"]["criterion"] = {"of": "questions", "take": "mean"}  # those in key questions too
    assert work_out(data, area)["criterion", "1.1"].score == Fraction(225, 4)  # (0 + 100 + 100 + 25) ÷ 4


def test_a_thread_takes_what_carries_it_in_its_sections() -> None:
    one = criterion("1.1") | {"questions": [question("a", threads=["safety"]), question("b")]}
    two = criterion("2.1") | {"questions": [question("c", threads=["safety"])]}
    rules = {"thread": {"of": "questions", "take": "mean"}, "section": {"of": "questions", "take": "mean"}}
    safety: Data = {"id": "safety", "title": "Safety", "sections": ["1"]}
    data = framework(rules, section("1", one), section("2", two), threads=(safety,))
    area = Area(cases=[{"a": a, "b": "n", "c": "y"} for a in "yyn"])
    assert work_out(data, area)["thread", "safety"].score == Fraction(200, 3)  # a alone: 2 of 3
    safety["sections"] = ["1", "2"]
    assert work_out(data, area)["thread", "safety"].score == Fraction(250, 3)  # (66.67 + 100) ÷ 2
    safety["rating"] = {"of": "sections", "take": "lowest"}
    assert work_out(data, area)["thread", "safety"].score == Fraction(100, 3)  # (66.67 + 0) ÷ 2 in section 1


def test_inspectors_depart_from_the_rule_and_points_follow_them() -> None:
    rule = {"of": "questions", "take": "mean", "scale": "bands"}
    data = framework(
        {"criterion": rule, "overall": {"of": "criteria", "take": "sum"}}, section("1", criterion("1.1", 1))
    )
    area = Area({"1.1": {"rating": "poor", "rating_reason": "…"}}, cases=cases(q1_1_1="yyyn"))
    found = work_out(data, area)
    assert together(found["criterion", "1.1"].after, found["criterion", "1.1"].concluded) == ("good", "poor")
    assert together(found["overall", ""].score, found["overall", ""].form.most) == (0, 3)


def test_without_evidence_what_is_published_is_taken() -> None:
    rules = {
        "criterion": {"of": "questions", "take": "mean", "scale": "bands"},
        "section": {"of": "criteria", "take": "mean", "scale": "bands"},
        "overall": {"of": "criteria", "take": "sum", "scale": "totals"},
    }
    data = framework(rules, section("1", criterion("1.1", 1), criterion("1.2", 1)))
    found = work_out(data, Area({"1.1": {"score": 70}, "1.2": {"score": 51}}))
    assert found["section", "1"].score == Fraction(121, 2)  # (70 + 51) ÷ 2 = 60.5
    assert together(found["overall", ""].score, found["overall", ""].concluded) == (5, "middle")  # 3 + 2
    alone = work_out(data, Area({"1.1": {"rating": "good"}, "1.2": {"score": 51}}))
    assert together(alone["criterion", "1.1"].score, alone["criterion", "1.1"].concluded) == (None, "good")
    assert alone["section", "1"].why == reference.MISSING
    assert alone["overall", ""].score == 5


def test_part_of_a_sample_takes_nothing_that_is_judged() -> None:
    rules = {
        "criterion": {"of": "questions", "take": "mean"},
        "section": {"of": "criteria", "take": "mean", "scale": "bands"},
    }
    data = framework(
        rules, section("1", criterion("1.1", 1)), section("2", criterion("2.1"), rating={"judgement": "grades"})
    )
    rows = [{"1.1.1": "y", "sort": "a"}, {"1.1.1": "n", "sort": "b"}]
    area = Area(ratings={"sections": {"2": {"rating": "met"}}}, cases=rows)
    assert work_out(data, area)["section", "2"].concluded == "met"
    partly = work_out(data, area, {"sort": ["a"]})
    assert together(partly["section", "1"].score, partly["section", "2"].why) == (100, reference.NOT_JUDGED)


def test_questions_are_asked_of_some_cases_and_have_answers_of_their_own() -> None:
    own = [{"id": "often", "name": "Often", "line": "above"}, {"id": "never", "name": "Never", "line": "below"}]
    asked = [question("1.1.1", applies_to={"sort": "a"}, answers=own)]
    data = framework(
        {"criterion": {"of": "questions", "take": "mean"}}, section("1", criterion("1.1") | {"questions": asked})
    )
    rows = [{"1.1.1": "often", "sort": "a"}, {"1.1.1": "Never", "sort": "a"}, {"1.1.1": "", "sort": "b"}]
    assert work_out(data, Area(cases=rows))["criterion", "1.1"].score == 50


@pytest.mark.parametrize("number", ["P 1.1", "P1.1"])
def test_a_number_is_known_without_its_space(number: str) -> None:
    limits = [{"when": {"number": number, "below": 50}, "at_most": "poor"}]
    rules = {
        "criterion": {"of": "questions", "take": "mean"},
        "section": {"of": "criteria", "take": "highest", "scale": "bands", "limits": limits},
    }
    one, two = criterion("P 1.1") | {"questions": [question("a")]}, criterion("P 1.2") | {"questions": [question("b")]}
    found = work_out(framework(rules, section("P 1", one, two)), Area(cases=[{"a": "n", "b": "y"}]))
    assert together(found["section", "P1"].before, found["section", "P1"].after) == ("good", "poor")
