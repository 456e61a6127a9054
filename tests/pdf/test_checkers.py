"""What two checkers say of the reports: nothing, but for findings judged false in judged.yaml.

`python -m tests.pdf.test_checkers FILE…` lists the findings of files and how each was judged.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pdf.conftest import Made
from tests.pdf.pages import both, page
from tests.pdf.structure import Structure, Tag

BIN = Path(sys.executable).parent
_LOWEST, _HIGHEST = 72, 770
"""Between these the text of a page of A4 stands, in both editions; of one that lies on its side much of it does."""
JUDGED = yaml.safe_load((Path(__file__).parent / "judged.yaml").read_text(encoding="utf-8"))


def outloud(file: Path) -> list[dict[str, Any]]:
    """The findings of outloud, errors and warnings."""
    done = subprocess.run([BIN / "outloud", "--json", "-", "--fail-on", "never", file], capture_output=True, check=True)
    found = json.loads(done.stdout)
    return [each for each in _findings(found) if each["severity"] in ("error", "warning")]


def pdfua(file: Path) -> list[dict[str, Any]]:
    """The findings of pdfua."""
    done = subprocess.run([BIN / "pdfua", "check", "-f", "json", file], capture_output=True, check=False)
    return _findings(json.loads(done.stdout))


def _findings(found: Any) -> list[dict[str, Any]]:
    reports = found if isinstance(found, list) else found.get("files", found.get("results", [found]))
    return [finding for report in reports for finding in report["findings"]]


def is_false(finding: dict[str, Any], structure: Structure) -> bool:
    """Whether a finding is one of those in judged.yaml, by the test that stands there."""
    test = TESTS.get(finding["rule"])
    return test is not None and test(finding, structure)


def _heads_its_row(finding: dict[str, Any], structure: Structure) -> bool:
    """TBL-010: the tables of the page have no headers but those of columns, of single rows and of groups of rows."""
    tables = [tag for tag in structure.root.all("Table") if finding["page"] in tag.pages]
    return bool(tables) and all(_is_sound(table) for table in tables)


def _is_sound(table: Tag) -> bool:
    rows = [row for group in table.tags if group.kind == "TBody" for row in group.tags]
    heads = [group for group in table.tags if group.kind == "THead"]
    return len(heads) == 1 and len(heads[0].tags) == 1 and all(row.kinds.count("TH") <= 1 for row in rows)


def _stands_between_the_margins(finding: dict[str, Any], _structure: Structure) -> bool:
    """PAG-001: no line named stands in a margin, where running heads do. Places are points from the foot of a page."""
    return len(finding["boxes"]) == finding["count"] and all(
        _LOWEST <= box["y0"] < box["y1"] <= _HIGHEST for box in finding["boxes"]
    )


TESTS: dict[str, Callable[[dict[str, Any], Structure], bool]] = {
    "TBL-010": _heads_its_row,
    "PAG-001": _stands_between_the_margins,
}


def test_every_judgement_has_its_test_and_its_reason() -> None:
    assert set(JUDGED["outloud"]) == set(TESTS)
    assert all(each["judged"] and each["if"] for each in JUDGED["outloud"].values())


def test_outloud_finds_nothing_but_what_was_judged(report: Made, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(report.files.after)
    assert [each for each in outloud(file) if not is_false(each, report.structure)] == []


def test_pdfua_finds_nothing(report: Made, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(report.files.after)
    assert pdfua(file) == []


def test_both_find_much_in_the_file_before_the_repair(report: Made, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(report.files.before)
    assert any(each["rule"] == "LNK-004" for each in outloud(file))
    assert pdfua(file)


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><th>a<th>b<th>c<tr><th>d<th>e<td>f</table>",
        "<table><thead><tr><th>a<th>b<tr><th>c<th>d<tr><th>e<th>f</thead><tr><td>g<td>h</table>",
    ],
)
def test_a_shredded_table_is_not_excused(body: str, tmp_path: Path) -> None:
    data = both(page("<h1>x</h1>" + body)).after
    file = tmp_path / "it.pdf"
    file.write_bytes(data)
    (finding,) = [each for each in outloud(file) if each["rule"] == "TBL-010"]
    assert not is_false(finding, Structure(data))


def test_a_running_head_that_is_read_is_not_excused(tmp_path: Path) -> None:
    head = "<p style='margin: -20mm 0 12mm; break-before: page'>Said on every page</p>"
    pages = "".join(f"{head}<p>The text of page {number}, one of five</p>" for number in range(1, 6))
    data = both(page(f"<h1>x</h1>{pages}", "@page { size: A4; margin: 27mm }")).after
    file = tmp_path / "it.pdf"
    file.write_bytes(data)
    (finding,) = [each for each in outloud(file) if each["rule"] == "PAG-001"]
    assert not is_false(finding, Structure(data))
    assert is_false(finding | {"boxes": [each | {"y0": 700, "y1": 712} for each in finding["boxes"]]}, Structure(data))


def test_prose_in_an_artifact_is_not_excused(tmp_path: Path) -> None:
    prose = "this is a whole sentence of prose that nobody will hear"
    data = both(page(f"<h1>x</h1><p aria-hidden=true style='font-size: 6pt'>{prose}</p>")).after
    file = tmp_path / "it.pdf"
    file.write_bytes(data)
    (finding,) = [each for each in outloud(file) if each["rule"] == "TAG-002"]
    assert not is_false(finding, Structure(data))


def main(files: list[str]) -> None:
    """List the findings of files."""
    for name in files:
        structure = Structure(Path(name).read_bytes())
        found = outloud(Path(name))
        counted = Counter((each["rule"], is_false(each, structure)) for each in found)
        print(f"{name}: outloud {len(found)} findings, pdfua {len(pdfua(Path(name)))}")
        for (rule, false), number in sorted(counted.items()):
            reason = re.sub(r"\s+", " ", JUDGED["outloud"][rule]["judged"]) if false else "to be fixed"
            print(f"  {rule} {number} × {'judged false: ' if false else ''}{reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
