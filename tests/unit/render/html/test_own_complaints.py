"""What WeasyPrint says of a style is told of the sheet of the house, and its line, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.build_options import BuildOptions
from omi_report.errors import PdfError
from omi_report.inspection import Inspection
from omi_report.making import make
from omi_report.render.html.own_complaints import in_terms_of_files
from tests.conftest import write_files
from tests.samples import WESTMARK, inspected

SHEET = """/* colour: blue stands here as well */
h1 { color: #000 }
h2 { colour:
  blue; }
.a:foo(x)
{ color: nocolour }
@foo x { }
@page :bad { margin: 1cm }
"""


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    return inspected(WESTMARK)


def test_each_complaint_of_a_build_has_its_file_and_line(inspection: Inspection, tmp_path: Path) -> None:
    write_files(tmp_path, {"css/extra.css": SHEET})
    with pytest.raises(PdfError) as error:
        make(inspection, BuildOptions(html=False, templates=tmp_path), None)
    browsers = "what is for a browser alone stands within @media screen"
    assert list(error.value.lines) == [
        f"{tmp_path}/css/extra.css:3: the PDF knows no property «colour»: did you mean «color»?",
        f"{tmp_path}/css/extra.css:5: the PDF does not know this selector: «.a:foo(x)»; {browsers}",
        f"{tmp_path}/css/extra.css:7: the PDF does not know this rule: «@foo»; {browsers}",
        f"{tmp_path}/css/extra.css:8: the PDF cannot use «:bad»: Unsupported @page selector",
    ]


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        ("Ignored `color: nocolour ` at 3:20, invalid value.", ":6: the PDF cannot use this value: «color: nocolour»"),
        (
            "Ignored `colour: red` at 3:20, unknown property.",
            ":3: the PDF knows no property «colour»: did you mean «color»?",
        ),
        ("Ignored `zoom: 2` at 3:20, experimental.", ": the PDF passes over «zoom: 2»: experimental"),
        ("Something else", ": Something else"),
    ],
)
def test_a_complaint_that_no_file_has_is_told_of_the_folder(tmp_path: Path, complaint: str, told: str) -> None:
    write_files(tmp_path, {"css/extra.css": SHEET})
    folder = tmp_path / "css" / "extra.css" if told[1].isdigit() else tmp_path
    assert in_terms_of_files(complaint, tmp_path) == f"{folder}{told}"
