"""Drawings that a page has many times over are in it once: markers of ratings, the grounds and patterns of bars.

What only files of drawings and old browsers need goes as well. The page for the PDF holds each drawing whole, since
WeasyPrint draws them one by one.
"""

from __future__ import annotations

import re
from collections import Counter

_HEAD = re.compile(r"<svg\b[^>]*>")
_NEEDLESS = re.compile(r' focusable="false"| xmlns="http://www\.w3\.org/2000/svg"')
_PATTERN = re.compile(r'<defs><pattern id="([^"]+)"(.*?</pattern>)</defs>', re.DOTALL)
_RUN = re.compile(r"(?P<head><svg\b[^>]*>)?(?P<shapes>(?:<(?:circle|line|path|rect)\b[^>]*/>)+)")
"""Shapes one after the other, such as the ground of a bar or the marker on it, with the drawing that they begin."""

_SHAPE = re.compile(r"<\w+ [^>]*/>")
_RANK = re.compile(r'class="(?:[^"]* )?(rank-\d+)[ "]')
"""The class of a drawing by which styles colour the shapes right inside of it."""

_SHORTEST = 60
"""Shorter ones are hardly longer than what would stand in their place."""

_OFTEN = 4
"""How often a single shape is drawn that is worth an id."""


def drawn_once(page: str) -> str:
    """Return a page that looks the same, in which the first of several equal drawings stands for the others."""
    page = _HEAD.sub(lambda head: _NEEDLESS.sub("", head[0]), page)
    return _with_shapes(_with_patterns(page))


def _with_patterns(page: str) -> str:
    """A page in which equal patterns are the first one of them."""
    first: dict[str, str] = {}
    taken: dict[str, str] = {}

    def pattern(match: re.Match[str]) -> str:
        own, drawn = match.groups()
        taken[own] = first.setdefault(drawn, own)
        return match[0] if taken[own] == own else ""

    page = _PATTERN.sub(pattern, page)
    return re.sub(r'"url\(#([^)"]+)\)"', lambda match: f'"url(#{taken.get(match[1], match[1])})"', page)


def _with_shapes(page: str) -> str:
    """A page in which shapes that are drawn again point at where they were drawn first."""
    runs = [_ranked(match) for match in _RUN.finditer(page)]
    times = Counter(runs)
    alone = [shapes for rank, shapes in runs if times[rank, shapes] == 1 and not rank]
    shape_times = Counter(shape for shapes in alone for shape in _SHAPE.findall(shapes))
    known: dict[tuple[str, str], str] = {}

    def pointed_at(ranked: tuple[str, str]) -> str:
        """The id of shapes that are drawn again; nothing where they have not been drawn yet, and get one now."""
        if ranked in known:
            return known[ranked]
        known[ranked] = f"drawing.{len(known) + 1}"  # no part of a report has a full stop in its id
        return ""

    def shape(match: re.Match[str]) -> str:
        if shape_times[match[0]] < _OFTEN or len(match[0]) < _SHORTEST:
            return match[0]
        if name := pointed_at(("", match[0])):
            return f'<use href="#{name}"/>'
        return match[0].replace(" ", f' id="{known["", match[0]]}" ', 1)

    def run(match: re.Match[str]) -> str:
        head, (rank, shapes) = match["head"] or "", _ranked(match)
        if times[rank, shapes] == 1 and not rank:
            return head + _SHAPE.sub(shape, shapes)
        if times[rank, shapes] == 1 or len(shapes) < _SHORTEST:
            return match[0]
        if name := pointed_at((rank, shapes)):
            return f'{head}<use href="#{name}"/>'
        # what points at the group is drawn as it stands here, so its rank stands here too
        ranking = f' class="{rank}"' if rank else ""
        return f'{head}<g id="{known[rank, shapes]}"{ranking}>{shapes}</g>'

    return _RUN.sub(run, page)


def _ranked(run: re.Match[str]) -> tuple[str, str]:
    """The rank of the drawing that some shapes begin, if it has one, and the shapes."""
    rank = _RANK.search(run["head"] or "")
    return rank[1] if rank else "", run["shapes"]
