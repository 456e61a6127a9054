"""Whether the scales of a framework are sound: thresholds and points that fall, and names that differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.model.scales import Scale
from omi_report.source.tree import Path


def scale_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield what is wrong with each scale in itself."""
    for at, scale in enumerate(framework.scales):
        path: Path = ("scales", at)
        bands = [((*path, "bands", place), band) for place, band in enumerate(scale.bands)]
        yield from twice("band", [((*where, "id"), band.id) for where, band in bands])
        yield from twice("band", [((*where, "name"), band.name) for where, band in bands])
        yield from _thresholds(scale, path)
        yield from _points(scale, path)


def _thresholds(scale: Scale, path: Path) -> Iterator[Flaw]:
    """Lowest scores: all or none, strictly falling, from 0 to 100 per cent."""
    given = [(place, band.lowest) for place, band in enumerate(scale.bands) if band.lowest is not None]
    if not given:
        return
    if len(given) < len(scale.bands):
        lacking = next(place for place, band in enumerate(scale.bands) if band.lowest is None)
        message = f"«{scale.bands[lacking].id}» has no «lowest», and other bands of the scale have one"
        hint = "give every band its lowest %(term_score)s, or none on a scale by which inspectors judge"
        yield Flaw((*path, "bands", lacking, "id"), message, hint)
        return
    for (_, above), (place, below) in pairwise(given):
        if below >= above:
            message = f"the bands are not in order: {below} does not lie under {above}"
            hint = "list the best first, each with a lower «lowest» than the one before"
            yield Flaw((*path, "bands", place, "lowest"), message, hint)
    if scale.of != "per-cent":
        return
    last, lowest = given[-1]
    if lowest > 0:
        message = f"%(terms_score)s under {lowest} fall into no band"
        yield Flaw((*path, "bands", last, "lowest"), message, "let the lowest band begin at 0")
    first, highest = given[0]
    if highest > 100:
        message = f"no %(term_score)s comes to {highest} per cent"
        yield Flaw((*path, "bands", first, "lowest"), message, "a scale of points says so: of: points")


def _points(scale: Scale, path: Path) -> Iterator[Flaw]:
    """Points: all or none, and no worse band is worth more."""
    given = [(place, band.points) for place, band in enumerate(scale.bands) if band.points is not None]
    if given and len(given) < len(scale.bands):
        lacking = next(place for place, band in enumerate(scale.bands) if band.points is None)
        message = f"«{scale.bands[lacking].id}» has no points, and other bands of the scale have some"
        yield Flaw((*path, "bands", lacking, "id"), message, "give every band its points, or none of them")
        return
    for (_, above), (place, below) in pairwise(given):
        if below > above:
            message = f"a worse band is worth more: {below} points, after {above}"
            yield Flaw((*path, "bands", place, "points"), message, "list the best first, with the most points")
