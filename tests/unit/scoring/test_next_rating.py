"""What would have to change for the next better rating, of results that are made of other ratings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from omi_report.model.rating_rules import Limit, RatingRule, When
from omi_report.model.scales import Band, Scale
from omi_report.scoring.arithmetic import taken
from omi_report.scoring.next_rating import next_rating
from omi_report.scoring.results import AppliedLimit, Item, OverallResult

GOOD = Band(id="good", name="Good", points=2, lowest=Decimal(4))
FAIR = Band(id="fair", name="Fair", points=1, lowest=Decimal(2))
POOR = Band(id="poor", name="Poor", points=0, lowest=Decimal(0))
SCALE = Scale(id="all", name="Rating", of="points", bands=(GOOD, FAIR, POOR))


def item(number: str, band: Band) -> Item:
    return Item("criterion", number, None, band, SCALE)


def overall(rule: RatingRule, items: tuple[Item, ...], band: Band) -> OverallResult:
    score = taken(rule, items, "").score if rule.counts == "points" else None
    return OverallResult(
        number="overall",
        title="",
        rule=rule,
        scale=SCALE,
        score=score,
        items=items,
        band=band,
        unlimited=band,
        conclusion=band,
    )


def test_points_that_lack_are_counted_and_what_would_give_them_is_listed() -> None:
    rule = RatingRule(of="criteria", take="sum", scale="all")
    items = (item("1", GOOD), item("2", FAIR), item("3", POOR))
    assert next_rating(overall(rule, items, FAIR)) == (
        "For «Good»:",
        "  1 more point (4 in all, and there are 3)",
        "  2: «Good» in place of «Fair» gives 1 more",
        "  3: «Fair» in place of «Poor» gives 1 more",
    )


def test_of_the_lowest_rating_all_that_are_worse_must_rise() -> None:
    rule = RatingRule(of="criteria", take="lowest", by="rating", scale="all")
    items = (item("1", GOOD), item("2", FAIR), item("3", FAIR))
    assert next_rating(overall(rule, items, FAIR)) == ("For «Good»:", "  2, 3 would have to be «Good» or better")


def test_of_the_highest_one_is_enough() -> None:
    rule = RatingRule(of="criteria", take="highest", by="rating", scale="all")
    items = (item("1", FAIR), item("2", POOR))
    assert next_rating(overall(rule, items, FAIR)) == ("For «Good»:", "  one of 1, 2 would have to be «Good» or better")


def test_the_best_rating_has_none_above_it() -> None:
    rule = RatingRule(of="criteria", take="lowest", by="rating", scale="all")
    assert next_rating(overall(rule, (item("1", GOOD),), GOOD)) == ()


def test_a_limit_that_holds_is_named_with_what_makes_it_hold() -> None:
    limit = Limit(when=When(at_least=1, of="criteria", rated="poor"), at_most="fair")
    rule = RatingRule(of="criteria", take="sum", scale="all", limits=(limit,))
    items = (item("1", GOOD), item("2", GOOD), item("3", POOR))
    applied = (AppliedLimit(0, limit, FAIR, ("3",)),)
    assert next_rating(replace(overall(rule, items, FAIR), unlimited=GOOD, limits=applied)) == (
        "For «Good»:",
        "  limit 1 must no longer hold: 3 is rated «poor»",
    )


def test_of_a_judgement_nothing_is_said() -> None:
    result = OverallResult(
        number="overall",
        title="",
        rule=RatingRule(judgement="all"),
        scale=SCALE,
        band=POOR,
        conclusion=POOR,
    )
    assert next_rating(result) == ()
