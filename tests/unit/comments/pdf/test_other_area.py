"""The PDF of another area's draft is refused, as its workbook and its Word file are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from click.testing import Result

from omi_report.document.tree import Document, ParagraphBlock, Part
from omi_report.sheets import pdf_of
from tests.pdf_replies import annotated, found, mark
from tests.word_replies import META


def test_the_pdf_of_another_area_is_refused(draft: Path, comments: Callable[..., Result]) -> None:
    title = Part("title-page", "title-page", "", (ParagraphBlock(("Harbours",)),))
    data = pdf_of(Document(replace(META, slug="eastmark"), (title,)))
    where = found(data, "Harbours")
    Path("back.pdf").write_bytes(annotated(data, (where.page, mark("Highlight", where, "Which?"))))
    result = comments("in", "back.pdf", draft)
    assert result.exit_code == 2
    assert "back.pdf holds comments on the area «eastmark», and this is «westmark»" in result.output
    assert not (draft / "comments.yaml").exists()
