"""Whether the scales of a framework are sound: thresholds and points that fall, looks and names that differ."""

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
        yield from _looks(scale, path)


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


def _looks(scale: Scale, path: Path) -> Iterator[Flaw]:
    """Looks: readers tell a rating by its marker, so each band has its own, and a worse one no better look."""
    for place, (above, below) in enumerate(pairwise(scale.bands), 1):
        first, second = scale.look_of(above) + 1, scale.look_of(below) + 1
        if second > first:
            continue
        if second == first:
            message = f"«{above.id}» and «{below.id}» have the same look, {first}: readers could not tell them apart"
        else:
            message = f"«{below.id}» is worse than «{above.id}» and has a better look: {second}, after {first}"
        at: Path = (*path, "bands", place, "id" if below.look is None else "look")
        yield Flaw(at, message, "let the looks rise from band to band; one that is left out is its place in the list")
