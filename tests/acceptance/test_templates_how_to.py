"""The example of docs/how-to/templates.md, built as it stands there."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from tests.pdf.structure import Structure

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "how-to" / "templates.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`(house/\S+)`\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def png(width: int, height: int, colour: bytes) -> bytes:
    """Make a picture of one colour."""
    rows = (b"\0" + colour * width) * height
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


PICTURE = png(600, 200, b"\x5b\x1a\x4f")


def sizes_of_pictures(page: pikepdf.Page) -> list[tuple[int, int]]:
    """Return the width and height of each picture of a page as it is printed, in points."""
    matrix, saved, found = pikepdf.Matrix(), [], []
    for each in pikepdf.parse_content_stream(page):
        assert isinstance(each, pikepdf.ContentStreamInstruction)
        operands = each.operands
        match str(each.operator):
            case "q":
                saved.append(matrix)
            case "Q":
                matrix = saved.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "Do" if page.Resources.XObject[str(operands[0])].Subtype == "/Image":
                found.append((round(abs(matrix.a)), round(abs(matrix.d))))
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "house/images/press.png").write_bytes(PICTURE)
    area = str(ROOT / "tests" / "golden" / "westmark")
    arguments = ["build", "--template-dir", str(folder / "house"), "-o", str(folder / "out"), area]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return folder / "out" / "westmark"


def test_the_page_holds_the_example() -> None:
    assert sorted(FILES) == [
        "house/css/extra.css",
        "house/html/blocks/quotation.html",
        "house/html/parts/foreword.html",
        "house/html/parts/next-steps.html",
        "house/images/leaf.svg",
        "house/images/logo.svg",
    ]


def test_the_style_comes_last(built: Path) -> None:
    style = (built / "report.html").read_text(encoding="utf-8").partition("</style>")[0]
    assert style.rpartition(".print .part-heading")[2].startswith("{border-bottom-color:#5b1a4f}")


def test_the_page_holds_the_pictures(built: Path) -> None:
    page = (built / "report.html").read_text(encoding="utf-8")
    address = f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    assert f'<img src="{address}" alt="The mark of the press">' in page
    drawing = base64.b64encode(FILES["house/images/leaf.svg"].encode()).decode()
    assert f'background:url("data:image/svg+xml;base64,{drawing}") no-repeat left top' in page
    logo = base64.b64encode(FILES["house/images/logo.svg"].encode()).decode()
    assert f'<img src="data:image/svg+xml;base64,{logo}" alt="The Office for Training Checks">' in page
    assert "images/" not in page


def test_a_part_is_added_to_and_another_replaced(built: Path) -> None:
    page = (built / "report.html").read_text(encoding="utf-8")
    foreword = page[page.index('id="foreword"') : page.index('id="acknowledgements"')]
    assert "Ada Quill" in foreword
    assert "<p>Printed by the publications team of The Office for Training Checks. It’s free of charge.<" in foreword
    steps = page[page.index('id="next-steps"') : page.index('id="good-practice"')]
    assert "<div class=advice>" in steps


def test_a_block_is_set_otherwise_wherever_it_stands(built: Path) -> None:
    page = (built / "report.html").read_text(encoding="utf-8")
    assert "<hr><blockquote class=said><p>They know my name here.</blockquote><hr>" in page
    assert page.count("<blockquote") == page.count("<blockquote class=said>") > 0


def test_the_pdf_says_the_same_in_another_colour(built: Path) -> None:
    structure = Structure((built / "report.pdf").read_bytes())
    assert "About this edition" in [tag.text for tag in structure.root.all("H2")]
    assert [figure.entries["/Alt"] for figure in structure.root.all("Figure")] == [
        "The Office for Training Checks",
        "The mark of the press",
        "Bar code of the number 9780306406157",
    ]
    assert [size for page in structure.pdf.pages for size in sizes_of_pictures(page)] == [(72, 24)]  # 6 by 2 rem, in pt
    painted = b"".join(page.obj.Contents.read_bytes() for page in structure.pdf.pages)
    assert b"0.356863 0.101961 0.309804 rg" in painted  # the plum
