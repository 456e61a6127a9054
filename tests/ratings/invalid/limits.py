"""Limits that can do nothing, or that look at what is not there."""

from __future__ import annotations

from collections.abc import Callable

from tests.ratings.invalid.ways import Path, bands_of, is_computed, rules_of, way
from tests.ratings.plain_items import LEVEL_OF, LEVELS, Data, Item, items_of, members
from tests.ratings.random_frameworks import ALLOWED, PLURALS, Maker


def limited(maker: Maker) -> tuple[str, Path, Data, Item, list[Data]] | None:
    """Choose a rule with a rating, take its limits away, and return its level, path, itself, an owner and its bands."""
    fitting = [each for each in rules_of(maker) if bands_of(maker, each[2], each[3][0])]
    if not fitting:
        return None
    level, path, rule, owners = maker.choose(fitting)
    rule.pop("limits", None)
    return level, path, rule, owners[0], bands_of(maker, rule, owners[0])


def a_limit(maker: Maker, change: Callable[[Data, Item], bool]) -> list[Path] | None:
    """Give a rule a limit that holds for a question, and change it; nothing where the change says no."""
    found = limited(maker)
    question = next((item for item in items_of(maker.framework) if item.level == "question"), None)
    if found is None or question is None:
        return None
    _, path, rule, owner, bands = found
    limit: Data = {"when": {"number": question.name, "below": 50}, "at_most": bands[-1]["id"]}
    if not change(limit, owner):
        return None
    rule["limits"] = [limit]
    return [(*path, "limits")]


def changed(limit: Data, when: Data) -> bool:
    limit["when"] = when
    return True


@way
def a_limit_to_the_best_band(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        limit["at_most"] = maker.bands(maker.gives[owner.level, owner.name].scale or "")[0]["id"]
        return True

    return a_limit(maker, change)


@way
def a_limit_to_a_band_that_is_not_there(maker: Maker) -> list[Path] | None:
    return a_limit(maker, lambda limit, owner: limit.update(at_most="dreadful") is None)


@way
def a_limit_that_looks_at_a_name_that_is_not_there(maker: Maker) -> list[Path] | None:
    return a_limit(maker, lambda limit, owner: changed(limit, {"number": "9.9.9.9", "below": 50}))


@way
def a_limit_that_looks_at_itself(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        bands = maker.bands(maker.gives[owner.level, owner.name].scale or "")
        return owner.level != "overall" and changed(limit, {"number": owner.name, "rated": bands[-1]["id"]})

    return a_limit(maker, change)


@way
def a_limit_that_looks_at_what_comes_later(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        later = [
            item
            for item in items_of(maker.framework)
            if LEVELS.index(item.level) >= LEVELS.index(owner.level) and item.level != "overall"
            if maker.gives_of(item).scale is not None
        ]
        if not later:
            return False
        item = maker.choose(later)
        return changed(limit, {"number": item.name, "rated": maker.bands(maker.gives_of(item).scale or "")[-1]["id"]})

    return a_limit(maker, change)


@way
def a_limit_of_a_level_that_comes_later(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        later = [level for level in LEVELS[1:-1] if LEVELS.index(level) >= LEVELS.index(owner.level)]
        scale = maker.gives[owner.level, owner.name].scale or ""
        if not later:
            return False
        of = PLURALS[maker.choose(later)]
        return changed(limit, {"at_least": 1, "of": of, "rated": maker.bands(scale)[-1]["id"]})

    return a_limit(maker, change)


@way
def a_limit_of_more_items_than_there_are(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        there = members(owner, "question", items_of(maker.framework))
        when = {"at_least": len(there) + 1, "of": "questions", "below": 50}
        return bool(there) and changed(limit, when)

    return a_limit(maker, change)


@way
def a_limit_that_every_rating_meets(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        before = [
            item
            for item in items_of(maker.framework)
            if LEVELS.index(item.level) < LEVELS.index(owner.level) and maker.gives_of(item).scale is not None
        ]
        if not before:
            return False
        item = maker.choose(before)
        best = maker.bands(maker.gives_of(item).scale or "")[0]["id"]
        return changed(limit, {"number": item.name, "rated": best, "or_worse": "yes"})

    return a_limit(maker, change)


@way
def a_limit_of_none_at_all(maker: Maker) -> list[Path] | None:
    return a_limit(maker, lambda limit, owner: changed(limit, {"at_least": 0, "of": "questions", "below": 50}))


@way
def a_limit_of_items_that_are_not_there(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        items = items_of(maker.framework)
        empty = [of for of in ALLOWED[owner.level] if not members(owner, LEVEL_OF[of], items)]
        return bool(empty) and changed(limit, {"at_least": 1, "of": maker.choose(empty or [""]), "below": 50})

    return a_limit(maker, change)


@way
def a_limit_on_the_rating_of_a_question(maker: Maker) -> list[Path] | None:
    return a_limit(maker, lambda limit, owner: changed(limit, {"number": limit["when"]["number"], "rated": "good"}))


@way
def a_limit_on_a_score_that_is_not_there(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        before = [
            item
            for item in items_of(maker.framework)
            if LEVELS.index(item.level) < LEVELS.index(owner.level) and maker.gives_of(item).unit is None
        ]
        return bool(before) and changed(limit, {"number": maker.choose(before).name, "below": 50})

    return a_limit(maker, change)


@way
def a_limit_on_a_band_that_its_items_do_not_have(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        before = [
            item
            for item in items_of(maker.framework)
            if LEVELS.index(item.level) < LEVELS.index(owner.level) and maker.gives_of(item).scale is not None
        ]
        return bool(before) and changed(limit, {"number": maker.choose(before).name, "rated": "dreadful"})

    return a_limit(maker, change)


@way
def a_limit_that_says_too_much(maker: Maker) -> list[Path] | None:
    more = maker.choose(
        ({"rated": "good"}, {"of": "questions"}, {"at_least": 2, "of": "questions"}, {"or_worse": "yes"})
    )
    return a_limit(maker, lambda limit, owner: limit["when"].update(more) is None)


@way
def a_limit_that_says_too_little(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        del limit["when"][maker.choose(("number", "below"))]
        return True

    return a_limit(maker, change)


@way
def a_limit_without_its_half(maker: Maker) -> list[Path] | None:
    def change(limit: Data, owner: Item) -> bool:
        del limit[maker.choose(("when", "at_most"))]
        return True

    return a_limit(maker, change)


@way
def a_limit_that_can_never_hold(maker: Maker) -> list[Path] | None:
    return a_limit(maker, lambda limit, owner: limit["when"].update(below=maker.choose((0, -5))) is None)


@way
def a_limit_that_always_holds(maker: Maker) -> list[Path] | None:
    return a_limit(maker, lambda limit, owner: limit["when"].update(below=101) is None)


@way
def a_limit_where_there_is_no_rating(maker: Maker) -> list[Path] | None:
    fitting = [
        each
        for each in rules_of(maker)
        if is_computed(each[2]) and maker.gives[each[3][0].level, each[3][0].name].scale is None
    ]
    question = next((item for item in items_of(maker.framework) if item.level == "question"), None)
    if not fitting or question is None:
        return None
    _, path, rule, _ = maker.choose(fitting)
    rule["limits"] = [{"when": {"number": question.name, "below": 50}, "at_most": "fair"}]
    return [path]
