"""Equal drawings of a page are in it once, and it looks the same."""

from __future__ import annotations

import re

from omi_report.render.charts.bars import STANDARD, bar
from omi_report.render.charts.markers import marker
from omi_report.render.html.drawings import drawn_once
from tests.drawings import whole


def test_the_first_of_equal_drawings_stands_for_the_others() -> None:
    markers = [marker(rank, 4, palette=STANDARD) for rank in (0, 1, 1, 2, 0, 1)]
    bars = [
        bar(0.5, name=f"x{rank}{at}", maximum=1, rank=rank, ranks=4, palette=STANDARD) for rank in (1, 2) for at in "ab"
    ]
    page = f"<body><p>{'</p><p>'.join(markers + bars)}</p>"
    small = drawn_once(page)
    assert len(small) < 0.75 * len(page)
    assert small.count("<use ") == 2 + 2  # two markers, and a bar of each rank; that of the best is too short
    assert small.count("<pattern ") == 2
    ids = re.findall(r' id="([^"]+)"', small)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", small)) | set(re.findall(r'href="#([^"]+)"', small)) <= set(ids)
    bare = re.sub(r' focusable="false"| xmlns="http://www.w3.org/2000/svg"', "", page)
    assert whole(small) == whole(bare)


def test_shapes_keep_the_rank_that_styles_colour_them_by() -> None:
    shapes = '<path class="dot-open" d="M0-7 7 0 0 7-7 0Z"/><circle class="dot-full" r="2.4"/>'
    page = "".join(f'<svg class="mark {rank}">{shapes}</svg>' for rank in ("rank-1", "rank-2", "rank-2", "rank-1"))
    small = drawn_once(page)
    assert small == (
        f'<svg class="mark rank-1"><g id="drawing.1" class="rank-1">{shapes}</g></svg>'
        f'<svg class="mark rank-2"><g id="drawing.2" class="rank-2">{shapes}</g></svg>'
        '<svg class="mark rank-2"><use href="#drawing.2"/></svg><svg class="mark rank-1"><use href="#drawing.1"/></svg>'
    )
    assert whole(small) == page


def test_a_shape_that_most_drawings_have_is_drawn_once() -> None:
    track = '<rect class="bar-track" y="4" width="100%" height="8" fill="#e9eeee"/>'
    page = "".join(f'<svg class="bar">{track}<rect class="bar-full" width="{share}%"/></svg>' for share in range(5))
    small = drawn_once(page)
    assert small.startswith('<svg class="bar"><rect id="drawing.1" class="bar-track"')
    assert small.count('<use href="#drawing.1"/><rect class="bar-full"') == 4
    assert whole(small) == page


def test_drawings_of_others_stay_as_they_are() -> None:
    page = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>' * 2
    assert drawn_once(page) == page
