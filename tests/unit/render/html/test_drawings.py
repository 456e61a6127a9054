"""Equal drawings of a page are in it once, and it looks the same."""

from __future__ import annotations

import re

from omi_report.render.charts.bars import STANDARD, bar, thin_bar
from omi_report.render.charts.markers import marker
from omi_report.render.html.drawings import drawn_once
from tests.drawings import whole


def small_and_whole(page: str) -> tuple[str, str, str]:
    """A page with its drawings once, its rules, and the page with all drawings whole again."""
    small, rules = drawn_once(page)
    return small, rules, whole(f"<style>{rules}</style>{small}")


def shapes_of(drawing: str) -> str:
    """What is in a drawing, whose patterns stand in place of their names."""
    return re.sub(r"<svg[^>]*>|</svg>", "", drawing)


def test_equal_drawings_stand_in_the_page_once() -> None:
    markers = [marker(rank, 4, palette=STANDARD) for rank in (0, 1, 1, 2, 0, 1)]
    bars = [
        bar(0.5, name=f"x{rank}{at}", maximum=1, rank=rank, ranks=4, palette=STANDARD) for rank in (1, 2) for at in "ab"
    ]
    small, rules, again = small_and_whole(f"<body><p>{'</p><p>'.join(markers + bars)}</p>")
    assert len(small + rules) < 0.75 * len("".join(markers + bars))
    assert small.count("<pattern ") == 2
    ids = re.findall(r' id="([^"]+)"', small)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", small)) | set(re.findall(r'href="#([^"]+)"', small)) <= set(ids)
    drawn = re.findall(r"<p>(.*?)</p>", again)
    assert [shapes_of(each) for each in drawn] == [shapes_of(whole(each)) for each in (*markers, *bars)]


def test_markers_keep_the_rank_that_styles_colour_them_by() -> None:
    shapes = '<path class="dot-open" d="M0-7 7 0 0 7-7 0Z"/><circle class="dot-full" r="2.4"/>'
    page = "".join(
        f'<svg class="mark {rank}" viewBox="-8 -8 16 16" aria-hidden="true">{shapes}</svg>'
        for rank in ("rank-1", "rank-2", "rank-2", "rank-1")
    )
    placed = f'<svg class="rank-2" x="3%" y="9" overflow="visible">{shapes}</svg>'
    small, _ = drawn_once(f'{page}<svg class="bar">{placed}</svg>')
    first, second = (f'<g id="d.{at}" class="rank-{rank}">{shapes}</g>' for at, rank in ((1, 1), (3, 2)))
    assert first in small
    assert second in small
    uses = re.findall(r'<use href="#([^"]+)"', small.partition("</defs>")[2])
    assert uses == ["d.2", "d.4", "d.4", "d.2", "d.3"]
    assert small.count('<symbol id="d.2" viewBox="-8 -8 16 16"><use href="#d.1"/></symbol>') == 1
    assert '<use href="#d.3" x="3%" y="9"/>' in small


def test_bars_that_differ_by_their_lengths_alone_are_one_drawing() -> None:
    shares = (5, 50, 58.25, 50, 100)
    page = "".join(thin_bar(share, marks=(70,)) for share in shares)
    small, rules, _ = small_and_whole(page)
    assert re.findall(r'class="(to-[^"]*)"', small) == ["to-5", "to-50", "to-58_25", "to-50", "to-100"]
    assert ".reaching>.bar-full{width:var(--to)}" in rules
    assert ".to-58_25{--to:58.25%}" in rules
    assert small.count("bar-track") == small.count("bar-line") == 1
    assert drawn_once(page[: page.index("</svg>") + 6])[1].count("--to") == 0


def test_what_all_shapes_of_a_class_have_is_a_rule_that_any_other_style_wins_over() -> None:
    page = "".join(
        f'<svg class="plot"><rect class="tower" width="{at}" height="20" fill="#e9eeee" stroke="#43565b"/></svg>'
        for at in range(9)
    )
    small, rules, again = small_and_whole(page)
    assert rules == ':where(rect[class="tower"]){fill:#e9eeee;stroke:#43565b}\n'
    assert '<rect class="tower" width="8" height="20"/>' in small
    assert again == whole(page)


def test_a_shape_that_most_drawings_have_is_drawn_once() -> None:
    track = '<path class="way" d="M0 0 H40 V20 Z M2 2 H38 V18"/>'
    page = "".join(f'<svg class="bar">{track}<rect class="bar-edge" width="{share}%"/></svg>' for share in range(5))
    small, _, again = small_and_whole(page)
    assert small.count(track.replace("<path ", '<path id="d.1" ')) == 1
    assert small.count('<use href="#d.1"/><rect class="bar-edge"') == 5
    assert again == whole(page)


def test_drawings_of_others_stay_as_they_are() -> None:
    page = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>' * 2
    assert drawn_once(page) == (page, "")
