from __future__ import annotations

from dataclasses import replace

from omi_report.render.pdf.tags.tree import Annotation, Mark, TagNode, walk
from omi_report.render.pdf.tags.write import pruned

READ, HIDDEN = Mark(0, 1, "x"), Mark(0, 2, "y", artifact=True)
LINK = Annotation(0, 9, (0, 0, 1, 1))


def test_artifacts_and_what_is_left_empty_are_dropped() -> None:
    tree = TagNode(kind="Sect", kids=(TagNode(kind="P", kids=(HIDDEN,)), TagNode(kind="P", kids=(READ, HIDDEN))))
    assert [(node.kind, node.kids) for node in walk(pruned(tree).kids)] == [("P", (READ,))]


def test_an_empty_cell_stays() -> None:
    row = TagNode(kind="TR", kids=(TagNode(kind="TD"), TagNode(kind="TH", kids=(HIDDEN,))))
    assert [node.kind for node in walk(pruned(row).kids)] == ["TD", "TH"]


def test_runs_of_text_beside_an_element_get_spans() -> None:
    inner = TagNode(kind="Link", kids=(Mark(0, 3), LINK))
    found = pruned(TagNode(kind="P", kids=(READ, replace(READ, number=2), inner, replace(READ, number=4))))
    assert [(node.kind, node.kids) for node in walk(found.kids)] == [
        ("Span", (READ, replace(READ, number=2))),
        ("Link", (Mark(0, 3), LINK)),
        ("Span", (replace(READ, number=4),)),
    ]
