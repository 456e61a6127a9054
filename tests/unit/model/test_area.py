"""What an area holds: its figures, its texts, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.model.area import Area
from omi_report.model.base import Text
from omi_report.model.load import load_area
from omi_report.source.snapshot import Snapshot

HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"


@pytest.fixture
def area(small_area: Path) -> Area:
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    return area


def test_figures_have_full_names(area: Area) -> None:
    named = {each.full_name: each.file for each in area.named_percentages()}
    assert named == {"1.1/on-time": "criteria/1.1.yaml", "1.1/reviewed": "criteria/1.1.yaml"}


def test_a_figure_is_at_its_place(area: Area) -> None:
    figure = next(area.named_percentages())
    location = area.at(figure.file, figure.path, key=True)
    assert (location.line, location.column) == (4, 3)


def test_texts_come_with_their_scope(area: Area) -> None:
    scopes = {(each.file, each.scope) for each in area.prose()}
    assert ("criteria/1.1.yaml", "1.1") in scopes
    assert ("foreword.yaml", "summary") in scopes
    assert ("framework.yaml", "summary") in scopes


@pytest.mark.parametrize("folder", ["small", "hampshire"])
def test_every_text_is_located_where_it_was_written(folder: str, small_area: Path) -> None:
    area = load_area(Snapshot.of(HAMPSHIRE if folder == "hampshire" else small_area), PART_KINDS).area
    assert area is not None
    texts = list(area.prose())
    assert texts
    for prose in texts:
        before = prose.text.before
        first = len(prose.text) - len(prose.text.lstrip()) + before
        location = area.inside(prose.file, prose.text, first)
        lines = area.files[prose.file].text.splitlines()
        word = prose.text[before:].split()[0].rstrip("}")
        assert lines[location.line - 1][location.column - 1 :].startswith(word)


def test_a_text_that_a_program_made_is_located_at_its_file(area: Area) -> None:
    assert str(area.inside("foreword.yaml", Text.of("made"), 2)) == f"{area.shown}/foreword.yaml:1:1"


def test_a_file_that_is_not_there_is_located_as_a_whole(area: Area) -> None:
    assert str(area.at("context.yaml", ("caseload",))) == f"{area.shown}/context.yaml"
