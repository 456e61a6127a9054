"""LibreOffice opens the file, and lays out what it says."""

from __future__ import annotations

import subprocess
from pathlib import Path

from omi_report.render.docx.document import render_docx
from omi_report.render.look import Look
from tests.unit.render.docx.everything import META, everything


def test_libreoffice_lays_it_out(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(render_docx(everything(), Look()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    done = subprocess.run([*convert, str(tmp_path / "report.docx")], capture_output=True, text=True, check=True)
    assert "rror" not in done.stderr
    laid_out = subprocess.run(["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, check=True)
    text = " ".join(laid_out.stdout.decode().split())
    for said in ("Table 1: Boats and crews", "(a) Finding a.", "(e) Finding e.", "AFI 1 Finding 1.", "3. one a", "97%"):
        assert said in text
    assert "By the timetable." in text  # the note, at the foot
    assert text.count(META.stage_notice) > 5  # in every header behind the cover
    fonts = subprocess.run(["pdffonts", tmp_path / "report.pdf"], capture_output=True, text=True, check=True).stdout
    assert "AtkinsonHyperlegibleNext" in fonts
