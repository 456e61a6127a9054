"""Pictures and key facts, and the blocks of a part of several."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from omi_report.document.inlines import FigureInline, MarkedInline
from omi_report.document.printed import plain
from omi_report.document.tree import BoxBlock, FactsBlock, HeadingBlock, ImageBlock, ParagraphBlock
from omi_report.problems import Problem
from tests.conftest import SMALL_AREA, write_files
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

MAP = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
IMAGE = """\
file: images/map.svg
alt: A map of the wells
caption: The wells.
source: The register
note: Drawn by hand.
"""


def framework(part: str, more: str = "") -> str:
    return SMALL_AREA["framework.yaml"] + f"  - {part}\n{more}"


@pytest.fixture
def picture(small_area: Path) -> Path:
    (small_area / "images").mkdir()
    (small_area / "images" / "map.svg").write_bytes(MAP)
    return small_area


def test_a_picture_is_a_part_of_the_report(picture: Path, report: Report) -> None:
    files = {"framework.yaml": framework("{kind: image, id: map, heading: Map}"), "map.yaml": IMAGE}
    image, note = part_of(report(files), "image").blocks
    assert isinstance(image, ImageBlock)
    assert (image.media_type, base64.b64decode(image.data)) == ("image/svg+xml", MAP)
    source = MarkedInline("credit", ("Source: The register",))
    assert (image.alt, image.caption, image.id) == ("A map of the wells", ("The wells. ", source), "picture--map")
    assert plain((note,)) == "Drawn by hand."
    assert inspected(picture).area.pictures == {"images/map.svg": MAP}


def problems_of(folder: Path, text: str) -> list[Problem]:
    part = framework("{kind: image, id: map, heading: Map}")
    return list(inspected(write_files(folder, {"framework.yaml": part, "map.yaml": text})).problems)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("images/mop.svg", "there is no picture «images/mop.svg»"),
        ("../map.svg", "«../map.svg» is not written as it should be"),
        ("/etc/map.svg", "«/etc/map.svg» is not written as it should be"),
        ("images/map.gif", "«images/map.gif» is not written as it should be"),
        ("a.png", "a.png: this is no PNG picture"),
    ],
)
def test_only_a_picture_of_the_folder_is_shown(picture: Path, name: str, message: str) -> None:
    (picture / "a.png").write_bytes(MAP)
    found = [each for each in problems_of(picture, f"file: {name}\nalt: A map\n") if each.code != "OMI010"]
    assert [(each.message, each.location.line, each.location.column, each.length) for each in found] == [
        (message, 1, 7, len(name))
    ]


def test_a_link_is_no_picture(picture: Path) -> None:
    (picture / "images" / "link.svg").symlink_to("map.svg")
    found = problems_of(picture, "file: images/link.svg\nalt: A map\n")
    assert "this is a link, and links are not followed" in [problem.message for problem in found]


def test_a_picture_that_nothing_names_is_a_stray_file(picture: Path) -> None:
    (problem,) = inspected(picture).problems
    assert (problem.code, Path(problem.location.file).name) == ("OMI010", "map.svg")


FACTS = """\
facts:
  - value: "{{ 1.1/on-time }}"
    label: plans on time
    source: The register
  - {value: 5011, label: wells}
"""


def test_key_facts_can_use_figures(report: Report) -> None:
    files = {"framework.yaml": framework("{kind: facts, id: key, heading: Key facts}"), "key.yaml": FACTS}
    (block,) = of_type(part_of(report(files), "facts").blocks, FactsBlock)
    first, second = block.facts
    assert first.term == ("plans on time",)
    assert isinstance(first.values[0][0], FigureInline)
    assert first.values[0][0].text == "97%"
    assert first.values[1] == (MarkedInline("quiet", ("Source: The register",)),)
    assert (second.term, second.values) == (("wells",), (("5011",),))


MIXED = """\
percentages: {dug: 12 of 20}
blocks:
  - heading: Wells
  - text: Of the wells, {{ dug }} were dug.
  - facts: [{value: "{{ dug }}", label: dug}]
boxes:
  - {kind: aside, title: A well, text: It was deep.}
"""


def test_blocks_stand_in_their_order_and_boxes_below_them(report: Report) -> None:
    kinds = "boxes:\n  - {id: aside, name: Aside, side: neutral}\n"
    files = {"framework.yaml": framework("{kind: mixed, id: wells, heading: Wells}", kinds), "wells.yaml": MIXED}
    blocks = part_of(report(files), "mixed").blocks
    assert [type(block) for block in blocks] == [HeadingBlock, ParagraphBlock, FactsBlock, BoxBlock]
    assert plain(blocks[1:2]) == "Of the wells, 60% were dug."
    assert blocks[3].id == "box-wells--1"  # type: ignore[union-attr]


def test_a_block_is_one_thing(small_area: Path) -> None:
    text = "blocks:\n  - {heading: x, text: y}\n"
    files = {"framework.yaml": framework("{kind: mixed, id: wells, heading: Wells}"), "wells.yaml": text}
    (problem,) = inspected(write_files(small_area, files)).problems
    assert problem.message.startswith("a block has one of «heading», «text», «table»")
