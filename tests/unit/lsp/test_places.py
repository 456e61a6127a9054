"""What an editor is told of a place: hover, definition, uses, a new name, and what may be typed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from omi_report.inspection import Inspection
from omi_report.lsp.completion import Offer, offers_at
from omi_report.lsp.hover import note_at
from omi_report.lsp.live import LiveAreas
from omi_report.lsp.marks import marks_of
from omi_report.lsp.navigation import RenamingError, definition_at, renamable_at, renamed, uses_at
from omi_report.lsp.view import AreaView
from omi_report.numbering import as_written
from tests.changes import change
from tests.samples import WESTMARK, inspected

ROOT = Path(__file__).parents[3]
CARET = "¦"
At = Callable[[str, str, str], tuple[AreaView, Path, int]]

HAMPSHIRE = ROOT / "areas" / "hampshire"
CRITERION = "criteria/1.2.yaml"


@pytest.fixture(scope="module")
def live() -> LiveAreas:
    return LiveAreas()


@pytest.fixture
def at(live: LiveAreas) -> At:
    """Lets a file of Hampshire be changed at one place, and says where the caret stands then."""

    def place(file: str, old: str, new: str) -> tuple[AreaView, Path, int]:
        path = HAMPSHIRE / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        text = text.replace(old, new, 1)
        live.put(path, text.replace(CARET, ""))
        view = live.view(path)
        assert view is not None
        return view, path, text.index(CARET)

    return place


def marked(view: AreaView, path: Path, start: int, end: int) -> str:
    lines = view.lines_of(path)
    assert lines is not None
    return f"{path.name}: {lines.text[start:end]}"


# ---- marks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("area", ["hampshire", "saltmere", "wessex"])
def test_every_mark_is_the_name_of_its_target(area: str) -> None:
    inspection = inspected(ROOT / "areas" / area)
    marks = [mark for listed in marks_of(inspection).values() for mark in listed]
    assert len(marks) > 100
    for mark in marks:
        name = inspection.files[mark.file].text[mark.name.start : mark.name.end]
        short = mark.target.rpartition("/")[2]
        assert name.replace(" ", "") in (short, mark.target.replace(" ", ""), as_written(mark.target)), mark
    used = {name for text in inspection.texts for name in (node.name for node in text[1].substitutions)}
    found = {mark.target for mark in marks if mark.what == "figure"}
    assert {name.rpartition("/")[2] for name in used} <= {name.rpartition("/")[2] for name in found}
    assert set(inspection.percentages) <= {mark.target for mark in marks if mark.manner == "definition"}


# ---- hover -----------------------------------------------------------------------------------------------------------


def test_a_figure_tells_its_value_and_where_else_it_stands(at: At) -> None:
    note = note_at(*at(CRITERION, "{{ screening-done }}", "{{ screening-¦done | rest }}"))
    assert note is not None
    assert note.words.startswith("**3%** — 1.2/screening-done (RoH screening on file)\n")
    assert "- stated: 97%" in note.words
    assert "question 1.2.1: Was a screening of RoH completed?" in note.words
    assert "Also in criterion 1.2, strength (a), figure" in note.words


def test_a_definition_tells_where_its_figure_stands(at: At) -> None:
    note = note_at(*at(CRITERION, "  screening-at-start:", "  screening-at-st¦art:"))
    assert note is not None
    assert "In criterion 1.2, strength (a) (line " in note.words


def test_a_role_tells_what_it_prints_and_the_text_of_its_target(at: At) -> None:
    view, path, offset = at("foreword.yaml", "text: |\n", "text: |\n  See {criterion}`~1.¦2`.\n")
    note = note_at(view, path, offset)
    assert note is not None
    assert isinstance(view.inspected, Inspection)
    definition = view.inspected.framework.criteria["1.2"]
    assert note.words == f"**criterion 1.2 ({definition.title})**\n\n{definition.statement}"


@pytest.mark.parametrize(
    ("written", "begins", "holds"),
    [
        ("{section}`¦1`", "**section 1 (Assessment and sentence planning)**", "\n- 1.2 "),
        ("{finding}`1.2/roh-¦screening-file-community-custodial`", "**criterion 1.2, strength (a)**", "was on file in"),
        ("{appendix}`scor¦ing`", "**Appendix ", ")**"),
    ],
)
def test_each_role_tells_of_its_target(at: At, written: str, begins: str, holds: str) -> None:
    note = note_at(*at("foreword.yaml", "text: |\n", f"text: |\n  See {written}.\n"))
    assert note is not None
    assert note.words.startswith(begins)
    assert holds in note.words


@pytest.mark.parametrize("written", ["{criterion}`9.¦9`", "{finding}`1.2/no¦thing`", "{{ nothi¦ng }}", "OMI9¦99"])
def test_what_leads_nowhere_tells_nothing(at: At, written: str) -> None:
    assert note_at(*at("foreword.yaml", "text: |\n", f"text: |\n  See {written}.\n")) is None


def test_the_name_of_the_area_is_told(at: At) -> None:
    note = note_at(*at("foreword.yaml", "text: |\n", "text: |\n  In {{ ar¦ea }}.\n"))
    assert note is not None
    assert note.words == "**Hampshire**, the name of the area"


def test_a_code_tells_its_rule(at: At) -> None:
    note = note_at(*at(CRITERION, "score: 64", "score: 64  # omi: ignore[OMI4¦01] published so"))
    assert note is not None
    assert note.words.startswith("**OMI401** ")


def test_words_tell_nothing(at: At) -> None:
    assert note_at(*at(CRITERION, "A RoH screening", "A RoH scr¦eening")) is None


# ---- definition, uses, a new name ------------------------------------------------------------------------------------


def test_from_a_figure_to_its_definition_and_to_all_uses(at: At) -> None:
    view, path, offset = at(CRITERION, "{{ screening-done }}", "{{ ¦screening-done }}")
    (defined,) = definition_at(view, path, offset)
    assert marked(view, defined.path, *defined.span) == "1.2.yaml: screening-done"
    uses = [marked(view, each.path, *each.span) for each in uses_at(view, path, offset)]
    assert uses == ["1.2.yaml: screening-done"] * 2 + ["1.2.yaml: {{ screening-done }}"]
    assert len(uses_at(view, path, offset, definition=False)) == 2


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("{finding}`1.2/roh-screening-file-community-custod¦ial`", "1.2.yaml: roh-screening-file-community-custodial"),
        ("{criterion}`1.¦2`", "1.2.yaml: 1.2"),
        ("{part}`good-pr¦actice`", "good-practice.yaml: "),
    ],
)
def test_from_a_role_to_its_target(at: At, written: str, leads: str) -> None:
    view, path, offset = at("foreword.yaml", "text: |\n", f"text: |\n  See {written}.\n")
    (defined,) = definition_at(view, path, offset)
    assert marked(view, defined.path, *defined.span) == leads


def test_a_new_name_changes_nothing_but_the_name(tmp_path: Path) -> None:
    area = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    before = inspected(area)
    for named in list(before.percentages.values())[:6]:
        live, path = LiveAreas(), area / named.file
        live.put(path, path.read_text(encoding="utf-8"))
        view = live.view(path)
        assert view is not None
        offset = view.offset_of(before.area.at(named.file, named.path, key=True))
        changes = renamed(view, path, offset, f"{named.name}-anew")
        for each in sorted(changes, key=lambda each: -each.start):
            text = each.path.read_text(encoding="utf-8")
            each.path.write_text(text[: each.start] + each.words + text[each.end :], encoding="utf-8")
        after = inspected(area)
        assert f"{named.full_name}-anew" in after.figures
        assert after.figures == {
            f"{name}-anew" if name == named.full_name else name: quantity for name, quantity in before.figures.items()
        }
        texts = [str(prose.text).replace(f"{named.name}-anew", named.name) for prose, _ in after.texts]
        assert texts == [str(prose.text) for prose, _ in before.texts]
        assert len(changes) == 1 + sum(
            f"{named.name}-anew" in node.name for _, parsed in after.texts for node in parsed.substitutions
        )
        before = after


@pytest.mark.parametrize("name", ["screening-at-start", "Screening", "a b", "area", ""])
def test_a_name_that_cannot_be_is_refused(at: At, name: str) -> None:
    with pytest.raises(RenamingError):
        renamed(*at(CRITERION, "{{ screening-done }}", "{{ ¦screening-done }}"), name)


def test_a_finding_keeps_its_id(at: At) -> None:
    place = at(CRITERION, "  - id: roh-screening", "  - id: r¦oh-screening")
    assert renamable_at(*place) is None
    with pytest.raises(RenamingError):
        renamed(*place, "another")


def test_no_name_is_changed_while_a_file_cannot_be_read(live: LiveAreas, at: At) -> None:
    at("summary.yaml", "sections:", "sections: [¦")
    try:
        with pytest.raises(RenamingError, match=r"summary\.yaml"):
            renamed(*at(CRITERION, "{{ screening-done }}", "{{ ¦screening-done }}"), "another")
    finally:
        live.close(HAMPSHIRE / "summary.yaml")


# ---- what may be typed -----------------------------------------------------------------------------------------------


def completed(place: tuple[AreaView, Path, int]) -> dict[str, Offer]:
    return {offer.label: offer for offer in offers_at(*place)}


@pytest.mark.parametrize(
    ("old", "new", "label", "words"),
    [
        ("{{ screening-done }}", "{{ scr¦", "screening-done", "screening-done }}"),
        ("{{ screening-done }}", "{{ ¦", "1.1/reports-on-time", None),
        ("{{ screening-done }}", "{{ screening-done | re¦", "rest", "rest"),
        ("{{ screening-done }}", "{fin¦", "finding", "finding}`"),
        ("{{ screening-done }}", "{criterion}`~2.¦", "2.7", "2.7`"),
        ("{{ screening-done }}", "MA¦", "MAPPA", "MAPPA"),
        ("question: 1.2.1}", "question: 1.2¦}", "1.2.7", "1.2.7"),
        ("where: {case_type: community}", "where: {case_type: ¦}", "licence", "licence"),
        ("where: {case_type: community}", "where: {¦}", "case_type", "case_type: "),
        ("percent: 97, question: 1.2.1}", "percent: 97, ¦}", "where", "where:"),
        ("score: 64", "rating: ¦", "urgent", "urgent"),
        ("score: 64", "sco¦", "score", "score: "),
        ("    figure: screening-done\n", "    figure: ¦\n", "screening-done", "screening-done"),
        ("    figure: screening-done\n", "    ¦\n", "figure", "figure: "),
        ("strengths:\n", "percentages: {{{\nstrengths:\n  - ¦\n", "lead", "lead: "),
    ],
)
def test_what_may_be_typed_is_offered(at: At, old: str, new: str, label: str, words: str | None) -> None:
    offers = completed(at(CRITERION, old, new))
    if words is None:
        assert any("/" in each for each in offers)
    else:
        assert offers[label].words == words


def test_an_offer_takes_the_place_of_what_is_typed(at: At) -> None:
    view, path, offset = at(CRITERION, "{{ screening-done }}", "{{ scr¦")
    offer = completed((view, path, offset))["screening-at-start"]
    assert marked(view, path, *offer.span) == "1.2.yaml: scr"
    assert offer.about == "85%"


def test_a_key_that_is_there_is_not_offered_again(at: At) -> None:
    assert "score" not in completed(at(CRITERION, "strengths:\n", "¦\nstrengths:\n"))


def test_the_names_are_those_of_the_last_time_that_the_file_could_be_read(live: LiveAreas, at: At) -> None:
    at(CRITERION, "A RoH", "A ¦RoH")
    offers = completed(at(CRITERION, "score: 64\n", "score: [\nrating_reason: |\n  In {{ ¦\n"))
    assert "screening-done" in offers


def test_a_missing_file_is_no_reason_to_keep_a_name(small_area: Path) -> None:
    (small_area / "criteria" / "1.10.yaml").unlink()
    live, path = LiveAreas(), small_area / "criteria" / "1.1.yaml"
    text = path.read_text(encoding="utf-8")
    live.put(path, text)
    view = live.view(path)
    assert view is not None
    assert len(renamed(view, path, text.index("on-time"), "in-time")) == 2


def test_area_yaml_and_a_framework_complete_too(small_area: Path) -> None:
    live = LiveAreas()
    for file, text, label in (
        ("area.yaml", "area: Northfold\nframework: framework.yaml\nst", "stage"),
        ("framework.yaml", "framework: small\nparts:\n  - kind: ", "foreword"),
        ("recommendations.yaml", "recommendations:\n  - criteria: [1", "1.10"),
    ):
        path = small_area / file
        if path.exists():
            live.put(path, path.read_text(encoding="utf-8"))
            assert live.view(path) is not None
        live.put(path, text)
        view = live.view(path)
        assert view is not None
        assert label in completed((view, path, len(text))), file


def test_a_file_on_the_disk_is_read_again_for_the_next_question(small_area: Path) -> None:
    live, path = LiveAreas(), small_area / "foreword.yaml"
    live.put(path, "text: See {{ 1.1/")
    change(small_area / "criteria" / "1.1.yaml", "on-time: 97", "on-time: 97\n  newest: 5")
    live.saved()
    view = live.view(path)
    assert view is not None
    assert "1.1/newest" in completed((view, path, len("text: See {{ 1.1/")))
