"""Scales that contradict themselves."""

from __future__ import annotations

import copy

from tests.ratings.invalid.ways import Path, some_scale, way
from tests.ratings.random_frameworks import Maker
from tests.ratings.reference import PER_CENT, POINTS


@way
def thresholds_out_of_order(maker: Maker) -> list[Path] | None:
    path, scale = some_scale(maker, maker.choose((PER_CENT, POINTS)))
    place = maker.up_to(len(scale["bands"]) - 1, 1)
    one, other = scale["bands"][place - 1], scale["bands"][place]
    one["lowest"], other["lowest"] = other["lowest"], one["lowest"]
    return [path]


@way
def two_bands_with_one_threshold(maker: Maker) -> list[Path] | None:
    path, scale = some_scale(maker, maker.choose((PER_CENT, POINTS)))
    place = maker.up_to(len(scale["bands"]) - 1, 1)
    scale["bands"][place - 1]["lowest"] = scale["bands"][place]["lowest"]
    return [path]


@way
def per_cents_that_do_not_begin_at_0(maker: Maker) -> list[Path] | None:
    path, scale = some_scale(maker, PER_CENT)
    scale["bands"][-1]["lowest"] = 1
    return [path]


@way
def a_threshold_over_100_per_cent(maker: Maker) -> list[Path] | None:
    path, scale = some_scale(maker, PER_CENT)
    scale["bands"][0]["lowest"] = 101
    return [path]


@way
def a_band_without_its_threshold(maker: Maker) -> list[Path] | None:
    path, scale = some_scale(maker, maker.choose((PER_CENT, POINTS)))
    del maker.choose(scale["bands"])["lowest"]
    return [path]


@way
def a_band_without_its_points(maker: Maker) -> list[Path] | None:
    fitting = [(i, scale) for i, scale in enumerate(maker.framework["scales"]) if "points" in scale["bands"][0]]
    if not fitting:
        return None
    place, scale = maker.choose(fitting)
    del maker.choose(scale["bands"])["points"]
    return [("scales", place)]


@way
def points_that_rise(maker: Maker) -> list[Path] | None:
    fitting = [(i, scale) for i, scale in enumerate(maker.framework["scales"]) if "points" in scale["bands"][0]]
    if not fitting:
        return None
    place, scale = maker.choose(fitting)
    scale["bands"][-1]["points"] = scale["bands"][0]["points"] + 1
    return [("scales", place)]


@way
def a_look_twice(maker: Maker) -> list[Path] | None:
    place = maker.up_to(len(maker.framework["scales"]) - 1)
    bands = maker.framework["scales"][place]["bands"]
    bands[-1]["look"] = maker.up_to(len(bands) - 1, 1)
    return [("scales", place)]


@way
def a_scale_twice(maker: Maker) -> list[Path] | None:
    maker.framework["scales"].append(copy.deepcopy(maker.framework["scales"][0]))
    return [("scales", len(maker.framework["scales"]) - 1), ("scales", 0)]


@way
def a_band_twice(maker: Maker) -> list[Path] | None:
    place = maker.up_to(len(maker.framework["scales"]) - 1)
    bands = maker.framework["scales"][place]["bands"]
    bands[-1]["id"] = bands[0]["id"]
    return [("scales", place)]


@way
def a_scale_without_bands(maker: Maker) -> list[Path] | None:
    place = maker.up_to(len(maker.framework["scales"]) - 1)
    maker.framework["scales"][place]["bands"] = []
    return [("scales", place)]


@way
def a_scale_of_something_else(maker: Maker) -> list[Path] | None:
    path, scale = some_scale(maker, POINTS)
    scale["of"] = "marks"
    return [path]
