"""The areas of open documents, checked as they stand in the editor."""

from __future__ import annotations

from pathlib import Path

from omi_report.lsp.actions import all_repairs, repairs_at
from omi_report.lsp.homes import AreaHome, FrameworkHome, home_of
from omi_report.lsp.live import LiveAreas
from omi_report.lsp.marked import Findings
from omi_report.prose.nodes import Span
from omi_report.source.edits import edited
from tests.changes import change
from tests.projects import NAME, framework_of, project_in
from tests.random_edits import compared
from tests.samples import WESTMARK

FOREWORD = "text: Welcome to the the house of  {{ area }}, recieved well.\r\nsignatory: Ada Quill\r\n"


def codes(found: Findings, path: Path) -> list[str]:
    return [each.problem.code for each in found.by_file.get(path, ())]


def checked(live: LiveAreas, path: Path, text: str) -> Findings:
    """Put a text into the editor, and check all that it is part of."""
    found = [live.check(home) for home in live.put(path, text)]
    by_file = {file: problems for each in found for file, problems in each.by_file.items()}
    return Findings(by_file, {file: lines for each in found for file, lines in each.lines.items()})


def test_after_random_edits_the_answers_are_those_of_a_fresh_check(tmp_path: Path) -> None:
    assert len(list(compared(20, 1, WESTMARK, tmp_path))) == 20


# ---- what a document belongs to --------------------------------------------------------------------------------------


def test_a_document_belongs_to_the_area_above_it(small_area: Path) -> None:
    assert home_of(small_area / "criteria" / "1.1.yaml", "") == AreaHome(small_area)
    assert home_of(small_area / "criteria" / "9.9.yaml", "") == AreaHome(small_area), "a new file counts too"
    assert home_of(small_area / "framework.yaml", "framework: small") == AreaHome(small_area)


def test_what_omi_does_not_read_belongs_to_nothing(small_area: Path) -> None:
    assert home_of(small_area / ".schema" / "area.yaml", "") is None
    assert home_of(small_area / "notes.txt", "") is None
    assert home_of(small_area.parent / "notes.yaml", "a: b") is None


def test_an_excluded_area_gets_nothing(small_area: Path) -> None:
    (small_area.parent / "omi.toml").write_text('exclude = ["northfold"]\n', encoding="utf-8")
    (small_area.parent / ".git").mkdir()
    assert home_of(small_area / "area.yaml", "") is None


def test_a_framework_belongs_to_itself(tmp_path: Path) -> None:
    loose = tmp_path / "ours.yaml"
    assert home_of(loose, "# ours\nframework: ours\n") == FrameworkHome(loose)
    framework = framework_of(project_in(tmp_path, "kent"))
    assert home_of(framework, "") == FrameworkHome(framework)


# ---- what counts -----------------------------------------------------------------------------------------------------


def test_all_open_documents_count_together(small_area: Path) -> None:
    live = LiveAreas()
    criterion, foreword = small_area / "criteria" / "1.1.yaml", small_area / "foreword.yaml"
    wrong = "text: Welcome in {{ 1.1/new }}.\nsignatory: Ada Quill\n"
    assert "OMI201" in codes(checked(live, foreword, wrong), foreword)
    text = criterion.read_text(encoding="utf-8").replace("on-time: 97", "on-time: 97\n  new: 5 of 6")
    assert "OMI201" not in codes(checked(live, criterion, text), foreword)
    assert "new:" not in criterion.read_text(encoding="utf-8")


def test_a_change_on_the_disk_counts_at_the_next_check(small_area: Path) -> None:
    live = LiveAreas()
    criterion, foreword = small_area / "criteria" / "1.1.yaml", small_area / "foreword.yaml"
    (home,) = live.put(foreword, foreword.read_text(encoding="utf-8"))
    assert "OMI201" not in codes(live.check(home), criterion)
    change(criterion, "{{ on-time }}", "{{ on-tme }}")
    assert live.saved() == {home}
    assert "OMI201" in codes(live.check(home), criterion)


def test_a_shared_framework_is_checked_with_the_areas_that_go_by_it(tmp_path: Path) -> None:
    project = project_in(tmp_path, "kent")
    live, area, framework = LiveAreas(), project / "areas" / "kent", framework_of(project)
    identity = area / "area.yaml"
    assert live.put(identity, identity.read_text(encoding="utf-8")) == {AreaHome(area)}
    broken = framework.read_text(encoding="utf-8").replace(f"framework: {NAME}", "framework: another-name")
    homes = live.put(framework, broken)
    assert homes == {AreaHome(area), FrameworkHome(framework)}
    for home in homes:
        assert codes(live.check(home), framework) == ["OMI108"]
    assert live.close(framework) == homes
    assert codes(live.check(AreaHome(area)), framework) == []


def test_an_area_that_names_another_framework_of_the_project_goes_by_it(tmp_path: Path) -> None:
    project = project_in(tmp_path, "kent")
    other = framework_of(project).with_name("other-checks.yaml")
    text = framework_of(project).read_text(encoding="utf-8")
    other.write_text(text.replace(f"framework: {NAME}", "framework: other-checks"), encoding="utf-8")
    live, identity = LiveAreas(), project / "areas" / "kent" / "area.yaml"
    before = checked(live, identity, identity.read_text(encoding="utf-8"))
    after = checked(live, identity, identity.read_text(encoding="utf-8").replace(NAME, "other-checks"))
    assert {path.name: codes(before, path) for path in before.by_file} == {
        path.name: codes(after, path) for path in after.by_file
    }


def test_a_link_is_not_taken_from_the_editor_either(small_area: Path, tmp_path: Path) -> None:
    foreword, elsewhere = small_area / "foreword.yaml", tmp_path / "elsewhere.yaml"
    foreword.rename(elsewhere)
    foreword.symlink_to(elsewhere)
    found = checked(LiveAreas(), foreword, "text: Welcome to {{ areas }}.\nsignatory: Ada Quill\n")
    assert codes(found, foreword) == ["OMI009"]


def test_an_area_that_is_gone_is_told(small_area: Path) -> None:
    live = LiveAreas()
    (home,) = live.put(small_area / "foreword.yaml", "text: Hello.\n")
    (small_area / "area.yaml").unlink()
    assert "is not an area" in live.check(home).refusal
    assert live.saved() == set()


# ---- fixes -----------------------------------------------------------------------------------------------------------


def test_each_fix_is_offered_at_its_place(small_area: Path) -> None:
    foreword = small_area / "foreword.yaml"
    found = checked(LiveAreas(), foreword, FOREWORD)
    at = FOREWORD.index("recieved")
    (repair,) = repairs_at(found, foreword, Span(at + 3, at + 3))
    assert repair.title == "Write «received» (OMI517)"
    assert FOREWORD[repair.change.start : repair.change.end] == "recieved"
    assert repairs_at(found, foreword, Span(0, 3)) == []


def test_all_fixes_of_a_file_are_those_of_the_command(small_area: Path) -> None:
    foreword = small_area / "foreword.yaml"
    found = checked(LiveAreas(), foreword, FOREWORD)
    text = FOREWORD
    for change_ in reversed(all_repairs(found, foreword)):
        text = text[: change_.start] + change_.words + text[change_.end :]
    fixes = [each.problem.fix for each in found.by_file[foreword] if each.problem.fix]
    assert len(fixes) >= 3
    assert text == edited(FOREWORD, fixes)[0]
