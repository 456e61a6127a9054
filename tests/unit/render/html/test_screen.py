"""A page for the screen has nothing that only print needs, and names each figure once."""

from __future__ import annotations

from omi_report.render.html.screen import Said, for_the_screen


def test_a_figure_has_its_name_where_it_stands_first() -> None:
    first = '<data value="87" data-name="1.2/apt" data-count="7" data-base="8">87%</data>'
    page = (
        f'<p>{first} and {first}, <data value="12" data-name="1.2/late">12%</data> and <data value="87">87%</data></p>'
    )
    named_once = page.replace(f"and {first}", "and 87%")
    assert for_the_screen(page, own=True)[0] == named_once
    assert for_the_screen(page)[0] == named_once.replace('<data value="87">87%</data>', "87%")


def test_the_places_of_page_numbers_are_for_print() -> None:
    page = '<a class="ref" href="#a">See 1.2<span class="on-page" data-of="#a"></span></a>'
    assert for_the_screen(page) == ('<a class="ref" href="#a">See 1.2</a>', "")


def test_what_a_page_says_is_what_is_read_of_it() -> None:
    body = '<p class=\'c\' title="Ψ" data-none="Nö">A &amp; B</p><style>{</style>'
    page = f'<head><title>Ω</title></head><body class="a b">{body}'
    said = Said(page, 'make("mark", {className: "permalink"})')
    assert said.characters == set("A & BNö")
    assert {"a", "b", "c", "permalink"} <= said.classes
    assert "d" not in said.classes


def test_captions_have_short_ids() -> None:
    page = '<p id="{0}">A</p><p id="{1}">B</p><table aria-labelledby="{0}"></table><i aria-labelledby="{1}" id="x"></i>'
    assert for_the_screen(page.format("table-1-caption", "chart-1-scale-2"))[0] == page.format("c.1", "c.2")
