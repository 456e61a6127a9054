"""Pictures and definitions of texts in the report."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from omi_report.build import validate
from omi_report.document.build import build_document
from omi_report.document.context import BuildContext
from omi_report.document.inlines import FigureInline, FigureValue, MarkedInline
from omi_report.document.tree import Fact, FactsBlock, ImageBlock
from omi_report.limits import PICTURE_DOTS
from omi_report.model.base import Text
from omi_report.source.pictures import what_is_wrong_with
from tests.conftest import SMALL_AREA
from tests.samples import POLICY, inspected

PICTURE = "![The office]({}{})\n      Photograph: {{{{ area }}}}"


def photograph(size: tuple[int, int] = (4, 3)) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Jane Doe"
    file = io.BytesIO()
    Image.new("RGB", size).save(file, "JPEG", exif=exif)
    return file.getvalue()


@pytest.fixture
def area(small_area: Path) -> Path:
    """A small area with a picture in its folder."""
    (small_area / "images").mkdir()
    (small_area / "images" / "office.jpg").write_bytes(photograph())
    return small_area


def with_picture(folder: Path, name: str = "images/office.jpg", caption: str = ' "Our office"') -> Path:
    file = folder / "criteria" / "1.1.yaml"
    text = SMALL_AREA["criteria/1.1.yaml"].replace(
        "      Plans were reviewed.\n", f"      Plans were reviewed.\n\n      {PICTURE.format(name, caption)}\n"
    )
    file.write_text(text, encoding="utf-8")
    return folder


def found_in(folder: Path) -> list[tuple[str, str, int, int]]:
    problems = validate(folder, POLICY).problems
    return [(each.code, each.message, each.location.line, each.location.column) for each in problems]


def test_a_picture_is_shown_without_what_it_says_of_itself(area: Path) -> None:
    document = build_document(inspected(with_picture(area)))
    (image,) = images(document.parts)
    data = base64.b64decode(image.data)
    assert (image.media_type, image.alt) == ("image/jpeg", "The office")
    assert image.caption == ("Our office ", MarkedInline("credit", ("Photograph: Northfold",)))
    assert b"Jane Doe" not in data
    assert Image.open(io.BytesIO(data)).size == (4, 3)


def images(value: object) -> list[ImageBlock]:
    if isinstance(value, tuple):
        return [image for each in value for image in images(each)]
    if isinstance(value, ImageBlock):
        return [value]
    return [image for name in getattr(value, "__match_args__", ()) for image in images(getattr(value, name))]


def test_a_picture_without_a_caption_has_its_credit_alone(area: Path) -> None:
    (image,) = images(build_document(inspected(with_picture(area, caption=""))).parts)
    assert image.caption == (MarkedInline("credit", ("Photograph: Northfold",)),)


def test_a_picture_that_a_text_names_is_no_stray_file(area: Path) -> None:
    assert "OMI010" in [code for code, *_ in found_in(area)]
    assert "OMI010" not in [code for code, *_ in found_in(with_picture(area))]


def test_a_picture_that_is_not_there_is_told_at_its_place(area: Path) -> None:
    found = found_in(with_picture(area, "images/no.jpg"))
    assert ("OMI556", "there is no picture «images/no.jpg»", 12, 21) in found


def test_a_picture_that_is_none_is_told(area: Path) -> None:
    (area / "images" / "office.jpg").write_bytes(b"hello")
    assert [message for code, message, *_ in found_in(with_picture(area)) if code == "OMI556"] == [
        "images/office.jpg: this is no JPEG picture"
    ]


def test_a_link_in_the_place_of_a_picture_is_told(area: Path) -> None:
    (area / "images" / "link.jpg").symlink_to("office.jpg")
    found = found_in(with_picture(area, "images/link.jpg"))
    assert [message for code, message, *_ in found if code == "OMI556"] == [
        "this is a link, and links are not followed"
    ]


def test_a_drawing_is_refused(area: Path) -> None:
    found = found_in(with_picture(area, "images/map.svg"))
    assert ("OMI501", "this is no picture of the area", 12, 21) in found
    assert "OMI556" not in [code for code, *_ in found]


def test_a_picture_of_too_many_dots_is_refused() -> None:
    width = 6_000
    data = photograph((width, PICTURE_DOTS // width + 1))
    assert "at most 30,000,000 are shown" in what_is_wrong_with(data, "a.jpg")
    assert what_is_wrong_with(photograph(), "a.jpg") == ""


def test_definitions_are_a_list_of_facts(context: BuildContext) -> None:
    (block,) = context.texts.blocks(Text.of("Plans\n: {{ on-time }} were on time\n: or late"), "1.1")
    figure = FigureInline("97%", FigureValue((97, 1)), "percent", "1.1/on-time")
    assert block == FactsBlock((Fact(("Plans",), ((figure, " were on time"), ("or late",))),), "definitions")
