"""Drawings that a page has many times over are in it once: markers of ratings, the grounds and patterns of bars.

They stand as definitions in the first drawing of the page, and the others point at them. What only files of drawings
and old browsers need goes as well. The page for the PDF holds each drawing whole, since WeasyPrint draws them one by
one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from omi_report.render.html.drawing_rules import used, with_rules

_HEAD = re.compile(r"<svg\b[^>]*>")
_NEEDLESS = re.compile(r' focusable="false"| xmlns="http://www\.w3\.org/2000/svg"')
_PATTERN = re.compile(r'<defs><pattern id="([^"]+)"(.*?</pattern>)</defs>', re.DOTALL)
_SHAPES = r"(?:<(?:circle|line|path|rect)\b[^>]*/>)+"
_RUN = re.compile(_SHAPES)
"""Shapes one after the other, such as the ground of a bar."""

_MARK = re.compile(rf'<svg class="mark (rank-\d+|rank--\d+)"( viewBox="[^"]*") aria-hidden="true">({_SHAPES})</svg>')
_PLACED = re.compile(
    rf'<svg class="(rank-\d+|rank--\d+)"( x="[^"]*" y="[^"]*")(?: overflow="visible")?>({_SHAPES})</svg>'
)
"""A marker in a line of text, and one on the ground of its scale, whose rank styles colour its shapes by."""

_SHAPE = re.compile(r"<\w+ [^>]*/>")
_FILLED = re.compile(r'(?<=<rect class="bar-full")([^>]*?) width="([\d.]+)%"')
"""How far a bar reaches, which is all that it does not have in common with others."""

_POINTER = 20
"""About as many characters it takes to point at a drawing."""


def drawn_once(page: str) -> tuple[str, str]:
    """Return a page that looks the same, in which equal drawings are one, and the rules that it needs."""
    page, rules = with_rules(_HEAD.sub(lambda head: _NEEDLESS.sub("", head[0]), page))
    shelf = _Shelf()
    page = _with_patterns(page, shelf)
    page = _with_markers(page, shelf)
    page, lengths = _with_bars(page, shelf)
    page = _with_shapes(page, shelf)
    page = _HEAD.sub(lambda head: head[0] + shelf.definitions(), page, count=1)
    return page, used(rules, page) + lengths


class _Shelf:
    """The definitions of a page, each with its id. What is defined is written with an empty id in it."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name_of(self, defined: str) -> str:
        """The id of what is to be defined; the same for the same."""
        return self._names.setdefault(defined, f"d.{len(self._names) + 1}")  # no place of a report is called so

    def definitions(self) -> str:
        """All of them, as they stand in a drawing; nothing where there are none."""
        made = "".join(each.replace(' id=""', f' id="{name}"', 1) for each, name in self._names.items())
        return f"<defs>{made}</defs>" if made else ""


def _with_patterns(page: str, shelf: _Shelf) -> str:
    """A page in which each pattern is defined once."""
    taken = {own: shelf.name_of(f'<pattern id=""{drawn}') for own, drawn in _PATTERN.findall(page)}
    page = _PATTERN.sub("", page)
    return re.sub(r'"url\(#([^)"]+)\)"', lambda match: f'"url(#{taken.get(match[1], match[1])})"', page)


def _with_markers(page: str, shelf: _Shelf) -> str:
    """A page in which each marker is defined once, with its rank, by which styles colour it."""
    times = Counter((rank, shapes) for kind in (_MARK, _PLACED) for rank, _, shapes in kind.findall(page))

    def shape_of(rank: str, shapes: str) -> str:
        return shelf.name_of(f'<g id="" class="{rank}">{shapes}</g>')

    def mark(match: re.Match[str]) -> str:
        rank, box, shapes = match.groups()
        if times[rank, shapes] == 1:
            return match[0]
        drawn = shelf.name_of(f'<symbol id=""{box}><use href="#{shape_of(rank, shapes)}"/></symbol>')
        return f'<svg class="mark" aria-hidden="true"><use href="#{drawn}"/></svg>'

    def placed(match: re.Match[str]) -> str:
        rank, place, shapes = match.groups()
        return match[0] if times[rank, shapes] == 1 else f'<use href="#{shape_of(rank, shapes)}"{place}/>'

    return _PLACED.sub(placed, _MARK.sub(mark, page))


def _with_bars(page: str, shelf: _Shelf) -> tuple[str, str]:
    """A page in which bars that differ by their lengths alone are defined once, and a rule for each length."""
    times = Counter(_FILLED.sub(r"\1", run) for run in _RUN.findall(page) if len(_FILLED.findall(run)) == 1)
    lengths: dict[str, str] = {}

    def bar(match: re.Match[str]) -> str:
        lone, filled = _FILLED.sub(r"\1", match[0]), _FILLED.search(match[0])
        if not filled or times[lone] < _FEW_BARS:
            return match[0]
        name = f"to-{filled[2].replace('.', '_')}"
        lengths[name] = filled[2]
        whole = match[0].replace(filled[0], f'{filled[1]} width="100%"')
        drawn = shelf.name_of(f'<g id="" class="reaching">{whole}</g>')
        return f'<use href="#{drawn}" class="{name}"/>'

    page = _RUN.sub(bar, page)
    rules = "".join(f".{name}{{--to:{length}%}}" for name, length in sorted(lengths.items()))
    return page, f".reaching>.bar-full{{width:var(--to)}}{rules}\n" if rules else ""


_FEW_BARS = 4
"""Fewer do not make up for the definition and the rules."""


def _with_shapes(page: str, shelf: _Shelf) -> str:
    """A page in which shapes that are drawn again are defined once: several that stand together, or a single one."""
    times = Counter(_RUN.findall(page))
    alone = Counter(shape for run, number in times.items() if number == 1 for shape in _SHAPE.findall(run))

    def shape(match: re.Match[str]) -> str:
        return _pointing(match[0], alone[match[0]], lambda: shelf.name_of(match[0].replace(" ", ' id="" ', 1)))

    def run(match: re.Match[str]) -> str:
        if times[match[0]] == 1:
            return _SHAPE.sub(shape, match[0])
        return _pointing(match[0], times[match[0]], lambda: shelf.name_of(f'<g id="">{match[0]}</g>'))

    return _RUN.sub(run, page)


def _pointing(drawn: str, times: int, name: Callable[[], str]) -> str:
    """What stands in the place of a drawing: what points at it, where that makes the page smaller."""
    worth = (times - 1) * (len(drawn) - _POINTER) > _POINTER
    return f'<use href="#{name()}"/>' if worth else drawn
