"""What breaks over lines and pages stays one element; two elements never become one."""

from __future__ import annotations

from tests.pdf.pages import WORDS, structure, tags

LONG = WORDS * 8


def test_a_paragraph_over_three_pages_is_one() -> None:
    found = tags(f"<p>{LONG * 2}</p>").all("P")
    assert [tag.pages for tag in found] == [[1, 2, 3]]
    assert found[0].text == " ".join((LONG * 2).split())


def test_two_paragraphs_with_the_same_words_at_a_break_stay_two() -> None:
    # Each fills one page: the last of a page and the first of the next differ in nothing but the element
    same = f"<p>{WORDS * 3}</p>"
    found = tags(same * 2, "p { height: 40mm }").all("P")
    assert [tag.pages for tag in found] == [[1], [2]]
    assert found[0].text == found[1].text


def test_a_list_and_its_item_over_a_page_are_one() -> None:
    root = tags(f"<ul><li>{WORDS * 2}</li><li><p>{LONG}</p><p>last</p></li></ul>")
    items = root.one("L").all("LI")
    assert [tag.kinds for tag in items] == [["Lbl", "LBody"], ["Lbl", "LBody"]]
    assert items[1].pages == [1, 2, 3]
    assert [tag.text.split()[-1] for tag in items[1].all("P")] == ["twelve", "last"]


def test_a_link_over_lines_and_pages_is_one_with_a_rectangle_a_line() -> None:
    found = structure(f'<p>{WORDS * 5}<a href="https://example.org/">{WORDS * 4}</a> end.</p>')
    link = found.root.one("Link")
    assert link.pages == [1, 2]
    lines = {(mark.page, mark.number) for mark in link.marks}
    assert len(link.links) == len(lines) > 2
    assert {each.page for each in link.links} == {1, 2}


def test_a_table_over_pages_is_one_and_its_head_is_read_once() -> None:
    rows = "".join(f"<tr><th scope=row>row {n}</th><td>{n}</td></tr>" for n in range(20))
    found = structure(f"<table><thead><tr><th>Name</th><th>Value</th></tr></thead><tbody>{rows}</tbody></table>")
    table = found.root.one("Table")
    assert table.kinds == ["THead", "TBody"]
    assert len(table.all("TR")) == 21
    assert table.one("THead").pages == [1]
    assert table.one("TBody").pages == [1, 2, 3, 4]
    assert [" ".join(page) for page in found.artifacts] == ["", *["Name Value"] * 3]


def test_a_foot_is_read_where_it_ends_the_table() -> None:
    rows = "".join(f"<tr><td>{n}</td></tr>" for n in range(20))
    found = structure(f"<table><tbody>{rows}</tbody><tfoot><tr><td>Total</td></tr></tfoot></table>")
    assert found.root.one("TFoot").pages == [4]
    assert found.artifacts[0] == ["Total"]


def test_a_row_over_a_page_keeps_its_cells() -> None:
    root = tags(f"<table><tr><th scope=row>{LONG}</th><td>{LONG}</td></tr></table>", "table { table-layout: fixed }")
    assert root.one("TR").kinds == ["TH", "TD"]
    assert root.one("TD").pages == root.one("TH").pages
    assert len(root.one("TD").pages) > 1
    assert root.one("TD").text == " ".join(LONG.split())


def test_columns_of_a_page_do_not_part_a_paragraph() -> None:
    found = tags(f"<div>first<p>{WORDS * 3}</p></div>", "div { columns: 2 }").all("P")
    assert [tag.text for tag in found] == ["first", " ".join((WORDS * 3).split())]
