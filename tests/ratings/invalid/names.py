"""Numbers and names that stand for two things, or for none."""

from __future__ import annotations

from tests.ratings.invalid.ways import Path, path_in, path_of, some_rule, way
from tests.ratings.plain_items import items_of
from tests.ratings.random_frameworks import Maker


@way
def a_criterion_outside_its_section(maker: Maker) -> list[Path] | None:
    section = maker.choose(maker.framework["sections"])
    criterion = maker.choose(section["criteria"])
    criterion["number"] = "77.1"
    return [(*path_in(maker, section), "criteria")]


@way
def a_number_twice(maker: Maker) -> list[Path] | None:
    level = maker.choose(("question", "criterion", "section"))
    items = [item for item in items_of(maker.framework) if item.level == level]
    if len(items) < 2:
        return None
    key = "id" if items[0].level == "question" else "number"
    items[-1].entry[key] = items[0].entry[key]
    return [path_of(maker.framework, items[-1]), path_of(maker.framework, items[0])]


@way
def a_key_question_twice(maker: Maker) -> list[Path] | None:
    items = [item for item in items_of(maker.framework) if item.level == "key-question"]
    if len(items) < 2:
        return None
    items[-1].entry["id"] = items[0].entry["id"]
    return [path_of(maker.framework, items[-1]), path_of(maker.framework, items[0])]


@way
def two_summary_questions(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: "summary" in rule)
    if found is None:
        return None
    questions = maker.inside(found[3][:1], "questions")
    for item in questions:
        item.entry["summary"] = "yes"
    return [found[1], path_of(maker.framework, found[3][0])]


@way
def a_thread_of_a_section_that_is_not_there(maker: Maker) -> list[Path] | None:
    if not maker.framework.get("threads"):
        return None
    maker.framework["threads"][0]["sections"].append("77")
    return [("threads", 0)]


@way
def an_item_that_carries_a_thread_that_is_not_there(maker: Maker) -> list[Path] | None:
    items = [i for i in items_of(maker.framework) if i.level in ("question", "key-question", "criterion")]
    item = maker.choose(items)
    item.entry["threads"] = ["nowhere"]
    return [path_of(maker.framework, item)]


@way
def a_rule_of_a_level_that_is_not_there(maker: Maker) -> list[Path] | None:
    maker.framework["ratings"]["chapter"] = {"judgement": "grades"}
    return [("ratings", "chapter")]
