"""Rules that contradict the framework."""

from __future__ import annotations

from collections.abc import Callable

from tests.ratings.invalid.ways import (
    WAYS,
    Path,
    Way,
    has_scale,
    is_computed,
    path_of,
    rules_of,
    some_rule,
    some_scale,
    way,
)
from tests.ratings.plain_items import LEVEL_OF, Data, by_of, items_of, members
from tests.ratings.random_frameworks import ALLOWED, Maker
from tests.ratings.reference import PER_CENT, POINTS


@way
def a_scale_that_is_not_there(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: has_scale(rule) or "judgement" in rule)
    if found is None:
        return None
    found[2]["scale" if has_scale(found[2]) else "judgement"] = "nowhere"
    return [found[1]]


@way
def a_scale_of_the_other_unit(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: has_scale(rule) and by_of(rule) != "rating")
    if found is None:
        return None
    _, path, rule, owners = found
    unit = maker.gives[owners[0].level, owners[0].name].unit
    rule["scale"] = some_scale(maker, POINTS if unit == PER_CENT else PER_CENT)[1]["id"]
    return [path]


@way
def a_score_on_a_scale_for_judgement(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, has_scale)
    if found is None:
        return None
    found[2]["scale"] = "grades"
    return [found[1]]


@way
def a_rating_on_another_scale_than_that_of_its_items(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and by_of(rule) == "rating")
    if found is None:
        return None
    _, path, rule, owners = found
    scale = maker.gives[owners[0].level, owners[0].name].scale
    rule["scale"] = next(each["id"] for each in maker.framework["scales"] if each["id"] != scale)
    return [path]


def wrong_word(key: str) -> Way:
    def change(maker: Maker) -> list[Path] | None:
        found = some_rule(maker, is_computed)
        if found is None:
            return None
        found[2][key] = "something"
        return [found[1]]

    return change


for _key in ("of", "take", "by", "scores", "compare", "missing", "summary", "without_summary", "limits", "scala"):
    WAYS[f"a_wrong_word_for_{_key}"] = wrong_word(_key)


def left_out(key: str) -> Way:
    def change(maker: Maker) -> list[Path] | None:
        found = some_rule(maker, is_computed)
        if found is None:
            return None
        del found[2][key]
        return [found[1]]

    return change


for _key in ("of", "take"):
    WAYS[f"a_rule_without_{_key}"] = left_out(_key)


@way
def a_judgement_that_is_computed_too(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, is_computed)
    if found is None:
        return None
    found[2]["judgement"] = "grades"
    return [found[1]]


@way
def a_wrong_reason(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: "judgement" in rule)
    if found is None:
        return None
    found[2]["reason"] = "perhaps"
    return [found[1]]


@way
def a_rule_of_a_level_that_it_cannot_take(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and rule["of"] != "threads")
    if found is None or found[0] == "overall":
        return None
    found[2]["of"] = maker.choose([each for each in LEVEL_OF if each not in ALLOWED[found[0]]])
    return [found[1]]


@way
def a_rule_without_items(maker: Maker) -> list[Path] | None:
    """A rule of a level of which some item holds nothing."""
    items = items_of(maker.framework)
    options = [
        (path, rule, owner, of)
        for level, path, rule, owners in rules_of(maker)
        for owner in owners
        for of in ALLOWED[level]
        if not members(owner, LEVEL_OF[of], items)
    ]
    if not options:
        return None
    path, rule, owner, of = maker.choose(options)
    rule.clear()
    rule |= {"of": of, "take": "mean"}
    return [path] if owner.level == "overall" else [path, path_of(maker.framework, owner)]


@way
def a_score_taken_of_what_has_none(maker: Maker) -> list[Path] | None:
    """Judged items, ratings without a score, and items without a rule, taken by score."""
    return taken_wrongly(maker, lambda unit, scale: unit is None, {"take": "mean", "by": "score"})


@way
def a_rating_taken_of_what_has_none(maker: Maker) -> list[Path] | None:
    return taken_wrongly(maker, lambda unit, scale: scale is None, {"take": "lowest", "by": "rating"})


@way
def points_taken_of_what_has_none(maker: Maker) -> list[Path] | None:
    def has_none(unit: str | None, scale: str | None) -> bool:
        return scale is None or "points" not in maker.bands(scale)[0]

    return taken_wrongly(maker, has_none, {"take": "sum"})


def taken_wrongly(maker: Maker, lacks: Callable[[str | None, str | None], bool], rule: Data) -> list[Path] | None:
    """Let the rule of an item take a level of which it holds an item that lacks something."""
    items = items_of(maker.framework)
    options = [
        (path, old, owner, of)
        for level, path, old, owners in rules_of(maker)
        for owner in owners
        for of in ALLOWED[level]
        if any(lacks(*maker.gives_of(item)) for item in members(owner, LEVEL_OF[of], items))
    ]
    if not options:
        return None
    path, old, owner, of = maker.choose(options)
    old.clear()
    old |= {"of": of} | rule
    return [path] if owner.level == "overall" else [path, path_of(maker.framework, owner)]


@way
def scores_of_two_units(maker: Maker) -> list[Path] | None:
    """A mean of sections of which one has per cents and another has points."""
    sections = [item for item in items_of(maker.framework) if item.level == "section"]
    asked = [each for each in sections if "score" in maker.possible([each], "questions")]
    marked = [each for each in sections if "points" in maker.possible([each], "criteria")]
    pairs = [(one, other) for one in asked for other in marked if one is not other]
    if not pairs:
        return None
    one, other = maker.choose(pairs)
    one.entry["rating"] = {"of": "questions", "take": "mean"}
    other.entry["rating"] = {"of": "criteria", "take": "sum"}
    maker.framework["ratings"]["overall"] = {"of": "sections", "take": "mean"}
    return [("ratings", "overall")]


@way
def ratings_on_two_scales(maker: Maker) -> list[Path] | None:
    def two(given: list[tuple[str | None, str | None]]) -> bool:
        scales = {each[1] for each in given}
        return len(scales) > 1 and None not in scales

    return mixed(maker, two, {"take": "lowest", "by": "rating"})


def mixed(maker: Maker, differ: Callable[[list[tuple[str | None, str | None]]], bool], rule: Data) -> list[Path] | None:
    """Let the rule of an item take a level whose items do not fit together."""
    items = items_of(maker.framework)
    options = [
        (path, old, owner, of)
        for level, path, old, owners in rules_of(maker)
        for owner in owners
        for of in ALLOWED[level]
        if differ([(*maker.gives_of(item),) for item in members(owner, LEVEL_OF[of], items)])
    ]
    if not options:
        return None
    path, old, _, of = maker.choose(options)
    old.clear()
    old |= {"of": of} | rule
    return [path]


@way
def a_mean_of_ratings(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and by_of(rule) == "rating")
    if found is None:
        return None
    found[2]["take"] = maker.choose(("mean", "sum", "share", "weighted"))
    return [found[1]]


@way
def a_sum_of_per_cents(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and rule["of"] == "questions")
    if found is None:
        return None
    found[2].pop("summary", None)
    found[2].pop("without_summary", None)
    found[2].update({"take": "sum", "by": "score"})
    return [found[1]]


@way
def points_or_ratings_of_questions(maker: Maker) -> list[Path] | None:
    found = some_rule(maker, lambda rule: is_computed(rule) and rule["of"] == "questions")
    if found is None:
        return None
    found[2].pop("summary", None)
    found[2].pop("without_summary", None)
    found[2].update({"take": "lowest", "by": maker.choose(("points", "rating"))})
    return [found[1]]
