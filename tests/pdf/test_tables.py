"""Header cells: their scope, and which of them a data cell names where cells span."""

from __future__ import annotations

from tests.pdf.pages import structure, tags
from tests.pdf.structure import Tag


def headers(table: Tag) -> dict[str, list[str]]:
    """The texts of the headers that each data cell names."""
    names = {tag.entries["/ID"]: tag.text for tag in table.all("TH") if "/ID" in tag.entries}
    return {tag.text: [names[each] for each in tag.attributes.get("Headers", [])] for tag in table.all("TD")}


def scopes(table: Tag) -> dict[str, str]:
    return {tag.text: tag.attributes["Scope"] for tag in table.all("TH")}


def test_scopes_are_enough_for_a_plain_table() -> None:
    table = tags(
        "<table><caption>Title</caption><thead><tr><th>Name<th>Value</thead>"
        "<tr><th scope=row>a<td>1<tr><th>b<td></table>"
    ).one("Table")
    assert table.kinds == ["Caption", "THead", "TBody"]
    assert scopes(table) == {"Name": "Column", "Value": "Column", "a": "Row", "b": "Row"}
    assert headers(table) == {"1": [], "": []}
    assert all("/ID" not in tag.entries for tag in table.walk())


def test_a_header_over_two_columns_and_one_over_two_rows() -> None:
    table = tags(
        """<table><thead><tr><th rowspan=2>Year<th colspan=2>Cases<tr><th>men<th>women</thead>
        <tr><th scope=row>2006<td>1<td>2
        <tr><th scope=row>2007<td colspan=2>both</table>"""
    ).one("Table")
    assert headers(table) == {
        "1": ["Cases", "men", "2006"],
        "2": ["Cases", "women", "2006"],
        "both": ["Cases", "men", "women", "2007"],
    }
    assert table.all("TH")[0].attributes["RowSpan"] == 2
    assert [tag.attributes.get("ColSpan") for tag in table.all("TD")] == [None, None, 2]


def test_a_header_over_rows_heads_all_of_them() -> None:
    table = tags(
        """<table><tr><th rowspan=2 scope=rowgroup>North<th scope=row>a<td>1<tr><th scope=row>b<td>2
        <tbody><tr><th scope=rowgroup>South<th scope=row>c<td>3</table>"""
    ).one("Table")
    assert headers(table) == {"1": ["North", "a"], "2": ["North", "b"], "3": ["South", "c"]}
    assert scopes(table)["North"] == "Row"


def test_a_row_that_heads_its_group_heads_no_other() -> None:
    table = tags(
        """<table><thead><tr><th>Metric<th>Value</thead>
        <tbody><tr><th colspan=2 scope=rowgroup>First<tr><th scope=row>a<td>1
        <tbody><tr><th colspan=2 scope=rowgroup>Second<tr><th scope=row>b<td>2</table>"""
    ).one("Table")
    assert headers(table) == {"1": ["Value", "First", "a"], "2": ["Value", "Second", "b"]}
    assert scopes(table)["Second"] == "Column"


def test_ids_are_listed_and_differ_between_tables() -> None:
    found = structure("<table><tr><th colspan=2>T<tr><td>1<td>2</table>" * 2)
    names = [tag.entries["/ID"] for tag in found.root.all("TH")]
    assert len(set(names)) == 2
    assert [headers(each) for each in found.root.all("Table")] == [{"1": ["T"], "2": ["T"]}] * 2
    listed = list(found.pdf.Root.StructTreeRoot.IDTree.Names)
    assert [str(name) for name in listed[::2]] == sorted(names)
    assert [str(element.ID) for element in listed[1::2]] == sorted(names)


def test_rows_and_cells_hold_nothing_else() -> None:
    root = tags("<table><tr><td><p>a</p>b<ul><li>c</ul><td>d<tr><td colspan=2><table><tr><th>e</table></table>")
    outer, inner = root.all("Table")
    assert [tag.kinds for tag in outer.tags[0].tags] == [["TD", "TD"], ["TD"]]
    assert [tag.kinds for tag in outer.tags[0].tags[0].tags] == [["P", "P", "L"], []]
    assert inner.parent is not None
    assert inner.parent.kind == "TD"
