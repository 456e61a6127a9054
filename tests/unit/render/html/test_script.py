"""The script of a page."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.render.html.script import page_script
from omi_report.resources import templates_folder
from tests.conftest import write_files


def test_it_stands_in_the_page_without_remarks_and_indents() -> None:
    script = page_script([templates_folder()])
    lines = script.text.split("\n")
    assert '"use strict";' in lines
    assert [line for line in lines if line.startswith("//") or line != line.strip()] == []
    assert base64.b64decode(script.digest) == hashlib.sha256(script.text.encode()).digest()


def test_it_makes_no_markup_of_texts_and_asks_nobody() -> None:
    text = page_script([templates_folder()]).text
    forbidden = r"innerHTML|outerHTML|AdjacentHTML|document\.write|eval|Function\(|fetch|XMLHttp|https?:|Storage|cookie"
    assert re.findall(forbidden, text) == []
    assert len(text) < 8000


def test_a_template_folder_may_have_its_own(tmp_path: Path) -> None:
    write_files(tmp_path, {"html/page.js": "// ours\n\n  hello();\n"})
    assert page_script([tmp_path, templates_folder()]).text == "hello();"


@pytest.mark.parametrize("text", ["let a = '</script>'", "let a = '</SCRIPT '", "let a = '<!--'"])
def test_what_would_end_it_is_refused(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"html/page.js": text})
    with pytest.raises(OutputError, match="which ends a script in a page"):
        page_script([tmp_path, templates_folder()])


def test_a_script_that_is_no_text_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"html/page.js": ""})
    (tmp_path / "html" / "page.js").write_bytes(b"\xff\xfe")
    with pytest.raises(OutputError, match="is not UTF-8 text"):
        page_script([tmp_path, templates_folder()])
