"""The example of docs/how-to/templates.md, built as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from tests.pdf.structure import Structure

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "how-to" / "templates.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`(house/\S+)`\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    area = str(ROOT / "tests" / "golden" / "westmark")
    arguments = ["build", "--template-dir", str(folder / "house"), "-o", str(folder / "out"), area]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return folder / "out" / "westmark"


def test_the_page_holds_the_example() -> None:
    assert sorted(FILES) == [
        "house/css/extra.css",
        "house/html/parts/foreword.html",
        "house/html/parts/next-steps.html",
    ]


def test_the_style_comes_last(built: Path) -> None:
    style = (built / "report.html").read_text(encoding="utf-8").partition("</style>")[0]
    assert style.rstrip().endswith(".print .part-heading { border-bottom-color: #5b1a4f; }")


def test_a_part_is_added_to_and_another_replaced(built: Path) -> None:
    page = (built / "report.html").read_text(encoding="utf-8")
    foreword = page[page.index('id="foreword"') : page.index('id="acknowledgements"')]
    assert "Ada Quill" in foreword
    assert "<p>Printed by the publications team of The Office for Training Checks. It’s free of charge.</p>" in foreword
    steps = page[page.index('id="next-steps"') : page.index('id="good-practice"')]
    assert '<div class="advice">' in steps


def test_the_pdf_says_the_same_in_another_colour(built: Path) -> None:
    structure = Structure((built / "report.pdf").read_bytes())
    assert "About this edition" in [tag.text for tag in structure.root.all("H2")]
    painted = b"".join(page.obj.Contents.read_bytes() for page in structure.pdf.pages)
    assert b"0.356863 0.101961 0.309804 rg" in painted  # the plum
