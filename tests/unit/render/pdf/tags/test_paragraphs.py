from __future__ import annotations

from omi_report.render.pdf.tags.paragraphs import in_paragraphs, where_mixed
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode

TEXT, MORE, SPACE = Mark(0, 0, "text"), Mark(0, 1, "more"), Mark(0, 2, " \n")
BLOCK, FIGURE, LINK = TagNode(kind="P"), TagNode(kind="Figure"), TagNode(kind="Link", kids=(MORE,))


def kinds(kids: tuple[Kid, ...]) -> list[str]:
    return [kid.kind if isinstance(kid, TagNode) else "artifact" if kid == faded_space() else "text" for kid in kids]


def faded_space() -> Mark:
    return Mark(0, 2, " \n", artifact=True)


def test_each_run_of_text_gets_a_paragraph() -> None:
    found = in_paragraphs([TEXT, LINK, BLOCK, MORE])
    assert kinds(found) == ["P", "P", "P"]
    assert isinstance(found[0], TagNode)
    assert found[0].kids == (TEXT, LINK)


def test_space_between_blocks_is_an_artifact() -> None:
    assert kinds(in_paragraphs([BLOCK, SPACE, BLOCK])) == ["P", "artifact", "P"]


def test_a_figure_alone_needs_no_paragraph() -> None:
    assert kinds(in_paragraphs([SPACE, FIGURE, BLOCK])) == ["artifact", "Figure", "P"]
    assert kinds(in_paragraphs([TEXT, FIGURE, BLOCK])) == ["P", "P"]


def test_a_cell_that_holds_only_text_is_left() -> None:
    assert where_mixed((TEXT, LINK)) == (TEXT, LINK)
    assert kinds(where_mixed((TEXT, BLOCK))) == ["P", "P"]
