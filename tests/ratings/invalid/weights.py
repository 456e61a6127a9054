"""Weights and summary questions that do not fit."""

from __future__ import annotations

from tests.ratings.invalid.ways import Path, is_computed, path_of, rules_of, some_rule, way
from tests.ratings.plain_items import Item, by_of
from tests.ratings.random_frameworks import Maker


def weighed(maker: Maker) -> tuple[Path, list[Item]] | None:
    """Make some rule weighted, with weights that are right, and return its path and the items of one of its owners."""
    fitting = [
        each
        for each in rules_of(maker)
        if is_computed(each[2]) and by_of(each[2]) != "rating" and "summary" not in each[2]
    ]
    if not fitting:
        return None
    _, path, rule, owners = maker.choose(fitting)
    for item in maker.inside(owners, rule["of"]):
        item.entry.pop("weight", None)
    rule["take"] = "weighted"
    if by_of(rule) == "points":
        rule["by"] = "points"
    maker.add_weights(owners, rule["of"], rule)
    return path, maker.inside(owners[:1], rule["of"])


@way
def weights_that_are_not_100(maker: Maker) -> list[Path] | None:
    found = weighed(maker)
    if found is None:
        return None
    path, items = found
    maker.choose(items).entry["weight"] += maker.choose((1, -1, 5)) if len(items) > 1 else -1
    return [path, *(path_of(maker.framework, item) for item in items)]


@way
def an_item_without_its_weight(maker: Maker) -> list[Path] | None:
    found = weighed(maker)
    if found is None:
        return None
    path, items = found
    del maker.choose(items).entry["weight"]
    return [path, *(path_of(maker.framework, item) for item in items)]


@way
def a_weight_below_0(maker: Maker) -> list[Path] | None:
    found = weighed(maker)
    if found is None or len(found[1]) < 2:
        return None
    items = found[1]
    items[1].entry["weight"] += items[0].entry["weight"] + 10
    items[0].entry["weight"] = -10
    return [path_of(maker.framework, items[0])]


@way
def summary_of_a_level_that_has_no_questions(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and rule["of"] != "questions")
    if found is None:
        return None
    found[2]["summary"] = 20
    return [found[1]]


@way
def summary_of_the_lowest(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and rule["of"] == "questions")
    if found is None or found[0] not in ("key-question", "criterion"):
        return None
    found[2].update({"take": maker.choose(("lowest", "highest")), "summary": 20})
    return [found[1]]


@way
def summary_over_100(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: "summary" in rule)
    if found is None:
        return None
    found[2]["summary"] = maker.choose((101, -1, 120))
    return [found[1]]


@way
def summary_without_a_summary_question(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: "summary" in rule and rule.get("without_summary") != "questions-alone")
    if found is None:
        return None
    _, path, _, owners = found
    for item in maker.inside(owners[:1], "questions"):
        item.entry.pop("summary", None)
    return [path, path_of(maker.framework, owners[0])]


@way
def without_summary_where_there_is_no_summary(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and "summary" not in rule)
    if found is None:
        return None
    found[2]["without_summary"] = "questions-alone"
    return [found[1]]
