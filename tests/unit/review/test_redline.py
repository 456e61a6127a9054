from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from omi_report.document.build import build_document
from omi_report.document.inlines import ChangedInline, ReferenceInline
from omi_report.document.printed import printed_in
from omi_report.document.renewal import with_fields
from omi_report.document.tree import Document, FoldedBlock, ListBlock, ListItem, ParagraphBlock, Part
from omi_report.language.known import ENGLISH
from omi_report.render.html.page import Renderer
from omi_report.render.look import Look
from omi_report.review.changes import changes_in
from omi_report.review.listed import CHANGES
from omi_report.review.merged import merged
from omi_report.review.nodes import ReportNode
from omi_report.review.redline import WAS, redline
from tests.report_edits import edited, findings_of, with_findings
from tests.samples import inspected
from tests.unit.document.trees import values_of
from tests.unit.review.conftest import AREAS

WESSEX = AREAS / "wessex"


def made(old: Document, new: Document) -> Document:
    root = merged(old, new)
    return redline(root, changes_in(root, old, new), ENGLISH)


def accepted(value: Any) -> Any:
    """A redline without what was deleted and without what only tells of changes: the new report, if all is right."""
    if isinstance(value, tuple):
        found: list[Any] = []
        for each in value:
            if isinstance(each, ChangedInline | FoldedBlock):
                opened = each.children if isinstance(each, ChangedInline) else each.blocks
                found += () if _only_tells(each) else accepted(opened)
            elif not _only_tells(each):
                found.append(accepted(each))
        return tuple(found)
    if not hasattr(value, "__dataclass_fields__"):
        return value
    return with_fields(value, lambda _name, held: accepted(held) if isinstance(held, tuple) else held)


def _only_tells(each: Any) -> bool:
    if isinstance(each, ParagraphBlock) and each.role == WAS:
        return True
    if isinstance(each, ChangedInline):
        return each.change == "deleted"
    return bool(getattr(each, "id", "").startswith("was-"))


def words(parts: tuple[Part, ...]) -> list[str]:
    return " ".join(text for part in parts for text in printed_in(part)).split()


@pytest.mark.parametrize("seed", range(3))
def test_the_new_report_is_left_when_all_changes_are_accepted(wessex: Document, seed: int) -> None:
    new, _edits = edited(wessex, random.Random(seed))
    found = made(wessex, new)
    parts = tuple(accepted(part) for part in found.parts if part.id != CHANGES and part.kind != "contents")
    assert words(parts) == words(tuple(part for part in new.parts if part.kind != "contents"))


def deleted(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, tuple) else ():
        if isinstance(each, ChangedInline):
            if each.change == "deleted":
                yield from (child for child in each.children if isinstance(child, str))
        elif hasattr(each, "__dataclass_fields__"):
            for name in each.__dataclass_fields__:
                yield from deleted(getattr(each, name))


def test_what_was_removed_stands_struck_out_where_it_was(wessex: Document) -> None:
    gone = wessex.parts[2].blocks[1]
    foreword = replace(wessex.parts[2], blocks=(wessex.parts[2].blocks[0], *wessex.parts[2].blocks[2:]))
    new = replace(wessex, parts=(*wessex.parts[:2], foreword, *wessex.parts[3:]))
    part = next(part for part in made(wessex, new).parts if part.id == "foreword")
    (struck,) = [text for text in deleted(part.blocks) if len(text) > 80]
    assert isinstance(gone, ParagraphBlock)
    assert struck in str(gone.children)


def test_an_unchanged_report_has_nothing_marked_and_all_is_folded(wessex: Document) -> None:
    found = made(wessex, wessex)
    assert not list(deleted(found.parts))
    folded = [part for part in found.parts if isinstance(part.blocks[0], FoldedBlock)]
    assert len(folded) > 15


@pytest.mark.parametrize("with_ids", [True, False])
def test_what_was_removed_from_a_numbered_list_takes_no_number(wessex: Document, with_ids: bool) -> None:
    def listed(*names: str) -> Document:
        items = tuple(ListItem((ParagraphBlock((f"The {name} is to be mended soon.",)),),
                               f"recommendation-{name}" if with_ids else "",
                               (f"recommendation-{at}",) if with_ids else ())
                      for at, name in enumerate(names, 1))  # fmt: skip
        return Document(wessex.meta, (Part("one", "mixed", "One", (ListBlock(items, start=1),)),))

    for old, new in (
        (("roof", "door", "wall"), ("door", "wall")),
        (("roof", "door", "wall"), ("roof", "wall")),
        (("roof", "door"), ("roof",)),
    ):
        part = next(part for part in made(listed(*old), listed(*new)).parts if part.id == "one")
        (block,) = part.blocks
        assert isinstance(block, ListBlock)
        assert [item.id for item in block.items] == [f"recommendation-{name}" if with_ids else "" for name in new]
        assert "is to be mended" in " ".join(deleted(part.blocks))


@given(old=values_of(Document), new=values_of(Document))
@settings(max_examples=40)
def test_any_two_reports_have_a_redline(old: Document, new: Document) -> None:
    found = made(old, new)
    assert any(part.id == CHANGES for part in found.parts)


def test_the_page_has_marks_with_words_and_each_change_is_led_to(wessex: Document) -> None:
    new, edits = edited(wessex, random.Random(5))
    page = Renderer(made(wessex, new), look=Look(redline=True)).screen_page()
    assert '<ins><span class="told">[inserted: </span>' in page
    assert '<del><span class="told">[deleted: </span>' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    listed = page[page.index(f'id="{CHANGES}"') : page.index("</section>", page.index(f'id="{CHANGES}"'))]
    assert set(re.findall(r'href="#([^"]+)"', listed)) <= {*ids}
    assert {edit.after for edit in edits if edit.how == "added"} <= set(re.findall(r'href="#([^"]+)"', listed))


@pytest.mark.parametrize(
    ("file", "entry"), [("recommendations.yaml", "reviews-and-visits"), ("good-practice.yaml", "morning-meeting")]
)
def test_nothing_leads_to_what_is_gone(wessex: Document, tmp_path: Path, file: str, entry: str) -> None:
    area = Path(shutil.copytree(WESSEX, tmp_path / "wessex"))
    text = (area / file).read_text()
    shorter, count = re.subn(rf"(?ms)^  - id: {entry}$.*?(?=^  - |^\S|\Z)", "", text)
    assert count == 1
    (area / file).write_text(shorter)
    page = Renderer(made(wessex, build_document(inspected(area))), look=Look(redline=True)).screen_page()
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert not [each for each in re.findall(r'href="#([^"]+)"', page) if each not in ids]


def test_where_something_was_that_moved_a_line_says_where_it_is_now(wessex: Document) -> None:
    findings = findings_of(wessex)
    first, second = [key for key, items in findings.items() if len(items) > 2][:2]
    moved = findings[first].pop(0)
    findings[second].append(moved)
    found = made(wessex, with_findings(wessex, findings))
    told = [
        (child.target, child.text)
        for node in ReportNode(found).walk()
        if isinstance(node.value, ParagraphBlock) and node.value.children[0] == "Moved to "
        for child in node.value.children
        if isinstance(child, ReferenceInline)
    ]
    assert [target for target, _ in told] == [moved.id]
