"""What stands below a chart or table of shares: how many answers they are of, and that they are rounded."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.general.rounding import is_off_by_rounding
from omi_report.document.printed import plain
from omi_report.document.tree import ParagraphBlock
from tests import own_programme
from tests.conftest import write_files
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of

ROUNDED = "Percentages may not add up to 100% because of rounding."
PART = "  - {{kind: {kind}, id: shown, heading: Shown}}\n  - kind: sections\n"


@pytest.mark.parametrize("shares", [("53", "48"), ("33", "33", "33"), ("12.6", "87.5"), ("0.1", "99.8"), ("14",) * 7])
def test_shares_of_a_whole_that_are_off_by_rounding(shares: tuple[str, ...]) -> None:
    assert is_off_by_rounding([Decimal(share) for share in shares])


@pytest.mark.parametrize(
    "shares", [(), ("52", "48"), ("53", "49"), ("60", "20"), ("33.3", "66.5"), ("100",), ("0", "0")]
)
def test_shares_that_add_up_or_that_rounding_does_not_explain(shares: tuple[str, ...]) -> None:
    assert not is_off_by_rounding([Decimal(share) for share in shares])


@pytest.fixture
def area(tmp_path: Path) -> Path:
    source = Path(own_programme.__path__[0])
    return Path(shutil.copytree(source, tmp_path / "saltmouth", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def notes_of(area: Path, kind: str, content: str, roles: tuple[str, ...] = ("answered", "rounding")) -> list[str]:
    """The words of the notes below the one table or chart of a part."""
    framework = (area / "framework.yaml").read_text()
    text = framework.replace("  - kind: sections\n", PART.format(kind=kind))
    document = build_document(inspected(write_files(area, {"framework.yaml": text, "shown.yaml": content})))
    found = of_type(part_of(document, kind).blocks, ParagraphBlock)
    return [plain((each,)) for each in found if each.role in roles]


def test_a_chart_of_a_question_says_how_many_answers_its_shares_are_of(area: Path) -> None:
    content = "caption: Told\ndata: {survey: crews, question: told}\n"
    assert notes_of(area, "chart", content) == ["Number of answers: 6"]


def test_a_chart_by_an_attribute_says_it_of_each_row(area: Path) -> None:
    content = "caption: Told\nform: stacked\ntotal: All\ndata: {survey: crews, question: told, by: rank}\n"
    assert notes_of(area, "chart", content) == ["Number of answers: 4 (Officers), 1 (Ratings), 6 (All)"]


def test_the_base_is_of_those_alone_that_the_chart_is_of(area: Path) -> None:
    content = "caption: Told\ndata: {survey: crews, question: told, where: {rank: officer}}\n"
    assert notes_of(area, "chart", content) == ["Number of answers: 4"]


def test_printed_shares_of_a_question_that_do_not_come_to_100_have_a_note(area: Path) -> None:
    rows = "".join(f"{at},officer,{'yes' if at <= 21 else 'no'}\n" for at in range(1, 41))  # 52.5% and 47.5%
    (area / "evidence/surveys/crews.csv").write_text(f"respondent,rank,told\n{rows}")
    content = "caption: Told\ndata: {survey: crews, question: told}\n"
    assert notes_of(area, "chart", content) == ["Number of answers: 40", ROUNDED]


ROWS = """\
caption: Outcomes
columns:
  - {{id: kind, heading: Kind}}
  - {{id: one, heading: One, unit: per-cent}}
  - {{id: other, heading: Other, unit: per-cent}}
rows:
  - {{kind: All, one: {one}, other: {other}}}
"""


@pytest.mark.parametrize(
    ("form", "one", "other", "notes"),
    [
        ("stacked", 53, 48, [ROUNDED]),
        ("stacked", 53, 47, []),
        ("stacked", 53, 30, []),
        ("bars", 53, 48, []),
    ],
)
def test_only_the_pieces_of_a_bar_are_of_one_whole(
    form: str, one: int, other: int, notes: list[str], area: Path
) -> None:
    content = ROWS.format(one=one, other=other) + f"form: {form}\n"
    assert notes_of(area, "chart", content) == notes


def test_a_table_has_the_note_where_its_rows_are_all_of_a_whole(area: Path) -> None:
    table = """\
caption: Outcomes
parts: {parts}
columns: [{{id: kind, heading: Kind}}, {{id: share, heading: Share, unit: per-cent}}]
rows: [{{kind: A, share: 33.3}}, {{kind: B, share: 33.3}}, {{kind: C, share: {last}}}]
"""
    framework = (area / "framework.yaml").read_text()
    found = {}
    for parts, last in (("complete", "33.3"), ("complete", "33.4"), ("separate", "33.3")):
        files = {
            "framework.yaml": framework.replace("  - kind: sections\n", PART.format(kind="table")),
            "shown.yaml": table.format(parts=parts, last=last),
        }
        (block,) = part_of(build_document(inspected(write_files(area, files))), "table").blocks
        found[parts, last] = plain(block.notes)  # type: ignore[union-attr]
    assert found == {("complete", "33.3"): ROUNDED, ("complete", "33.4"): "", ("separate", "33.3"): ""}
