"""Plug-ins: named by the settings of a project, found by their entry points, and held to their promises."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.errors import BrokenFrameworkError, PluginError, SettingsError
from omi_report.inspection import Inspection, inspect
from omi_report.lint.codes import codes, complaint, ignorable
from omi_report.lint.plugged import rules_of
from omi_report.lint.registry import RULES, registry
from omi_report.model.shipped import shipped_frameworks
from omi_report.policy import Plugin
from omi_report.render.look import Look
from omi_report.render.renderer import plugged_renderer
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.area import check, open_area
from omi_report.workspace.cache import Cache
from omi_report.workspace.frameworks import framework_named
from omi_report.workspace.plugins import plugin_named
from omi_report.workspace.settings import project_settings, settings_for
from tests.plugins import EXAMPLE, install
from tests.rules.runner import GOLDEN_AREA
from tests.samples import inspected

ROOT = Path(__file__).parents[3]
OMI = Path(sys.executable).parent / "omi"
SENTENCE = "No plan for the coming year had been written."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The example, installed; what was imported of it is forgotten after."""
    folder = tmp_path / "site"
    folder.mkdir()
    install(folder)
    monkeypatch.syspath_prepend(folder)
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0].startswith("omi_example")]:
        del sys.modules[name]
    importlib.invalidate_caches()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one area, whose settings name the example."""
    folder = tmp_path / "project"
    shutil.copytree(GOLDEN_AREA, folder / "areas" / "westmark")
    (folder / ".git").mkdir()
    (folder / "omi.toml").write_text('plugins = ["omi-example"]\n')
    return folder


@pytest.fixture
def area(project: Path) -> Path:
    return project / "areas" / "westmark"


def shout(area: Path, text: str = 'No plan for the coming year had been written! "At last!"') -> None:
    """Let a finding of an area end with an exclamation mark."""
    path = area / "criteria" / "2.1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(SENTENCE, text), encoding="utf-8")


def found(area: Path) -> list[str]:
    """The codes of what is found in an area but for OMI707, which follows, or why nothing could be looked for."""
    checked = check(Snapshot.of(area))
    codes_found = [problem.code for problem in checked.problems if problem.code != "OMI707"]
    return [checked.refusal] if checked.refusal else codes_found


def run(site: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(site)}
    return subprocess.run([OMI, *arguments], capture_output=True, text=True, check=False, env=environment)


def test_a_plugin_says_what_it_adds_and_is_not_imported(site: Path) -> None:
    plugin = plugin_named("omi-example")
    assert (plugin.name, plugin.version, plugin.rules) == ("omi-example", "1.2", ("omi_example.rules",))
    assert plugin.frameworks == (("valley", site / "omi_example" / "frameworks" / "valley.yaml"),)
    assert plugin.renderers == (("outline", "omi_example.outline:render"),)
    assert "omi_example" not in sys.modules


def test_no_entry_point_is_looked_up_where_no_plugin_is_named(area: Path, project: Path) -> None:
    (project / "omi.toml").write_text("strict = true\n")
    code = (
        "import sys; from pathlib import Path; from omi_report.workspace.run import check_all;"
        "from omi_report.policy import Selection;"
        f"check_all([Path({str(area)!r})], Selection(), use_cache=False); print('importlib.metadata' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# Rules ----------------------------------------------------------------------------------------------------------------


def test_its_rules_count_where_the_settings_name_it(site: Path, area: Path, project: Path) -> None:
    shout(area)
    assert found(area) == ["EX001"]
    (project / "omi.toml").unlink()
    assert found(area) == []


def test_its_rules_are_fixed_ignored_and_selected_like_omis(site: Path, area: Path, project: Path) -> None:
    shout(area)
    fixed = run(site, "validate", "--fix", area)
    assert "fixed 1" in fixed.stderr
    text = (area / "criteria" / "2.1.yaml").read_text(encoding="utf-8")
    assert 'had been written. "At last!"' in text
    (area / "criteria" / "2.1.yaml").write_text(text.replace("written.", "written!"), encoding="utf-8")
    assert found(area) == ["EX001"]
    (project / "omi.toml").write_text('plugins = ["omi-example"]\nignore = ["EX"]\n')
    assert found(area) == []
    (area / "omi.toml").write_text('ignore = ["EX001"]\n')
    assert found(area) == []
    (area / "omi.toml").write_text('ignore = ["EX002"]\n')
    (refusal,) = found(area)
    assert refusal.startswith(f"{area}/omi.toml:1: «ignore»: no rule's code begins with «EX002»")


def test_a_comment_ignores_its_rules(site: Path, area: Path) -> None:
    shout(area)
    path = area / "criteria" / "2.1.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("improvements:\n  - |", "improvements:\n  - |  # omi: ignore[EX001] a surprise"))
    assert found(area) == []
    path.write_text(path.read_text(encoding="utf-8").replace("written!", "written."), encoding="utf-8")
    assert found(area) == ["OMI901"]


def test_commands_know_its_rules(site: Path, area: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shout(area)
    monkeypatch.chdir(project)
    assert "EX001  warning  shouting" in run(site, "rules", "EX").stdout
    assert run(site, "rule", "shouting").stdout.startswith("EX001 shouting\n\nA sentence ends with")
    listed = json.loads(run(site, "validate", "--select", "EX", "--format", "json", area).stdout)
    assert [(each["code"], each["rule"]) for each in listed] == [("EX001", "shouting")]
    sarif = json.loads(run(site, "validate", "--format", "sarif", area).stdout)
    assert "EX001" in {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    counted = run(site, "validate", "--statistics", area)
    assert "1  EX001  shouting (1 can be fixed with --fix)" in counted.stdout


def test_the_registry_keeps_omis_rules_and_adds_the_others_in_order(site: Path) -> None:
    plugins = (plugin_named("omi-example"),)
    rules = registry(plugins).rules
    assert [rule.code for rule in rules] == ["EX001", *(rule.code for rule in RULES)]
    assert "EX001" in codes(plugins) & ignorable(plugins)
    assert complaint("EX", plugins) == ""
    assert complaint("EX") != ""
    assert registry().rules == RULES


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            '"EX001"',
            '"OMI777"',
            "omi_example.rules.shouting has the code OMI777: codes that begin with OMI are omi's own",
        ),
        (
            '"EX001"',
            '"omi777"',
            "omi_example.rules.shouting has the code omi777: codes that begin with OMI are omi's own",
        ),
        ('"EX001"', '"E1"', "a code is two to ten capitals and three figures, EX001"),
        ("RULE = Rule(", "RULE = tuple((", "RULE of omi_example.rules.shouting is no omi_report.problems.Rule"),
        ("@each_text", "CHECKED = each_text  #", "check of omi_example.rules.shouting is not declared by @each_text()"),
        ("RULE", "LAW", "no module of omi_example.rules has a RULE"),
        ("from omi_report", "from omi_raport", "cannot be imported: ModuleNotFoundError: No module named 'omi_raport'"),
        ('== "!"', '+ 1 == "!"', "its rule EX001 fails: TypeError: "),
    ],
)
def test_what_is_no_rule_is_refused(site: Path, area: Path, before: str, after: str, message: str) -> None:
    path = site / "omi_example" / "rules" / "shouting.py"
    text = path.read_text(encoding="utf-8")
    if "tuple((" in after:
        text = text.replace('Not one plan was on time.",\n)', 'Not one plan was on time.",\n))'.replace("bad=", ""))
        text = text.replace("bad=", "").replace("good=", "")
    path.write_text(text.replace(before, after), encoding="utf-8")
    shout(area)
    (refusal,) = found(area)
    assert refusal.startswith("the plug-in «omi-example» 1.2 cannot be used: ")
    assert message in refusal


def test_a_code_stands_for_one_rule(site: Path, area: Path, project: Path) -> None:
    install(site, name="omi-other", package="omi_example_too")
    (project / "omi.toml").write_text('plugins = ["omi-example", "omi-other"]\n')
    (refusal,) = found(area)
    assert "the plug-in «omi-other» has a rule EX001, and so has «omi-example»" in refusal


# Settings -------------------------------------------------------------------------------------------------------------


def test_an_area_names_no_plugin_for_itself(site: Path, area: Path, project: Path) -> None:
    (project / "omi.toml").unlink()
    (area / "omi.toml").write_text('plugins = ["omi-example"]\n')
    (refusal,) = found(area)
    assert refusal.startswith(f"{area}/omi.toml:1: «plugins»: this can be set for the project only")
    assert "omi_example" not in sys.modules


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('["omi-absent"]', "there is no package «omi-absent» beside omi"),
        ('[""]', "there is no package «» beside omi"),
        ('["click"]', "the package «click» is no plug-in of omi: it has no entry points in omi.rules"),
        ('"omi-example"', 'a list of texts is expected: ["omi-example"]'),
        ("[1]", 'a list of texts is expected: ["omi-example"]'),
    ],
)
def test_what_is_no_plugin_is_refused_with_its_place(project: Path, area: Path, setting: str, message: str) -> None:
    (project / "omi.toml").write_text(f"strict = true\nplugins = {setting}\n")
    with pytest.raises(SettingsError) as raised:
        project_settings(area)
    assert str(raised.value).startswith(f"{project}/omi.toml:2: «plugins»: ")
    assert message in str(raised.value)


def test_a_plugin_that_is_named_twice_is_one(site: Path, area: Path, project: Path) -> None:
    (project / "omi.toml").write_text('plugins = ["omi-example", "omi_example", "Omi.Example"]\n')
    settings = project_settings(area)
    assert settings is not None
    assert [plugin.name for plugin in settings.plugins] == ["omi-example"]


def test_a_framework_must_be_there(site: Path) -> None:
    (site / "omi_example" / "frameworks" / "valley.yaml").unlink()
    with pytest.raises(PluginError, match=r"has no framework in omi_example\.frameworks"):
        plugin_named("omi-example")


# What is remembered ---------------------------------------------------------------------------------------------------


def test_what_was_found_depends_on_the_plugins_and_their_versions(site: Path, area: Path, project: Path) -> None:
    snapshot = Snapshot.of(area)
    keys = [Cache().key(snapshot)]
    module = site / "omi_example" / "rules" / "shouting.py"
    module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    keys.append(Cache().key(snapshot))
    info = site / "omi_example-1.2.dist-info"
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: omi-example\nVersion: 1.3\n")
    keys.append(Cache().key(snapshot))
    (project / "omi.toml").unlink()
    keys.append(Cache().key(snapshot))
    assert len(set(keys)) == len(keys)
    assert "omi_example" not in sys.modules


# Frameworks and renderers ---------------------------------------------------------------------------------------------


def test_its_frameworks_are_those_of_an_area_like_omis(site: Path, project: Path) -> None:
    assert "valley" not in shipped_frameworks()
    made = run(site, "init", "--framework", "valley", project / "areas" / "dale")
    assert made.returncode == 0, made.stderr
    inspection = inspect(*open_area(project / "areas" / "dale"))
    assert isinstance(inspection, Inspection)
    assert inspection.framework.title == "Valley Inspection"
    assert inspection.problems == ()
    (project / "omi.toml").unlink()
    assert found(project / "areas" / "dale")[0] == "OMI106"


def test_a_name_that_omi_has_too_is_said_where_an_area_uses_it(site: Path, area: Path) -> None:
    frameworks = site / "omi_example" / "frameworks"
    text = (area / "area.yaml").read_text(encoding="utf-8")
    shutil.copy(frameworks / "valley.yaml", frameworks / "omi-2006.yaml")
    assert found(area) == []
    (area / "area.yaml").write_text(text.replace("framework: framework.yaml", "framework: omi-2006"), encoding="utf-8")
    (problem,) = (each for each in check(Snapshot.of(area)).problems if each.code == "OMI106")
    assert problem.message == "two frameworks have the name «omi-2006»: omi's own and that of a plug-in"
    assert problem.location.file == f"{area}/area.yaml"
    with pytest.raises(BrokenFrameworkError, match="two frameworks have the name «omi-2006», from omi and the plug-in"):
        framework_named("omi-2006", area)


def test_its_renderer_makes_a_file_of_the_report_that_is_sealed_with_it(site: Path, area: Path, tmp_path: Path) -> None:
    done = run(site, "build", "--renderer", "outline", area, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "report-outline.txt (headings: " in done.stdout
    folder = tmp_path / "out" / "westmark"
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", "report-outline.txt"]
    title, *headings = (folder / "report-outline.txt").read_text(encoding="utf-8").splitlines()
    assert title == "How trainees are looked after in Westmark"
    assert "- Foreword" in headings
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert manifest["renderers"] == ["outline"]
    assert manifest["versions"]["omi-example"] == "1.2"
    verified = run(site, "verify", folder, "--area", area)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    (folder / "report-outline.txt").write_text("- Foreword\n")
    assert run(site, "verify", folder, "--area", area).returncode == 1


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("{look.file_name}-outline.txt", "../outline.txt", "the renderer «outline» calls its file «../outline.txt»"),
        ("{look.file_name}-outline.txt", "report.html", "the renderer «outline» calls its file «report.html»"),
        ("{look.file_name}-outline.txt", "manifest.json", "the renderer «outline» calls its file «manifest.json»"),
        ("document.meta.title", "document.title", "the renderer «outline» fails: AttributeError: "),
        ("def render", "def draw", "omi_example.outline:render cannot be imported: AttributeError: "),
    ],
)
def test_a_renderer_that_cannot_be_used_writes_nothing(
    site: Path, area: Path, tmp_path: Path, before: str, after: str, message: str
) -> None:
    path = site / "omi_example" / "outline.py"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    done = run(site, "build", "--renderer", "outline", area, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_renderer_that_no_plugin_has(site: Path, area: Path, project: Path, tmp_path: Path) -> None:
    done = run(site, "build", "--renderer", "word", area, "-o", tmp_path / "out")
    assert (done.returncode, "no plug-in has a renderer «word»: they have outline" in done.stderr) == (2, True)
    (project / "omi.toml").unlink()
    done = run(site, "build", "--renderer", "outline", area, "-o", tmp_path / "out")
    assert (done.returncode, "name a plug-in in the project's settings" in done.stderr) == (2, True)


def test_two_plugins_with_a_renderer_of_one_name(site: Path) -> None:
    install(site, name="omi-other", package="omi_example_too")
    both = (plugin_named("omi-example"), plugin_named("omi-other"))
    with pytest.raises(PluginError, match="the plug-ins omi-example and omi-other have a renderer «outline» each"):
        plugged_renderer("outline", both)
    artifact = plugged_renderer("outline", both[:1])(build_document(inspected(GOLDEN_AREA)), Look("large-print"))
    assert artifact.name == "report-large-print-outline.txt"
    assert artifact.data.startswith(b"HOW TRAINEES ARE LOOKED AFTER IN WESTMARK\n- ")
    assert int(artifact.facts["headings"]) == artifact.data.count(b"\n- ")


def test_a_plugin_may_be_one_module(site: Path) -> None:
    (site / "omi_example_alone.py").write_text((EXAMPLE / "omi_example/rules/shouting.py").read_text(encoding="utf-8"))
    info = site / "omi_alone-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: omi-alone\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[omi.rules]\nalone = omi_example_alone\n")
    plugin = plugin_named("omi-alone")
    assert [checked.rule.code for checked in rules_of(plugin)] == ["EX001"]
    (info / "entry_points.txt").write_text("[omi.frameworks]\nalone = omi_example_alone.frameworks\n")
    with pytest.raises(PluginError, match=r"has no framework in omi_example_alone\.frameworks"):
        plugin_named("omi-alone")


def test_settings_carry_plugins_as_plain_data(site: Path, area: Path) -> None:
    (settings,) = settings_for(Snapshot.of(area), area)
    (plugin,) = settings.plugins
    assert isinstance(plugin, Plugin)
    assert hash(plugin) == hash(plugin_named("omi-example"))


# Documentation --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["omi_example/rules/shouting.py", "omi_example/outline.py"])
def test_the_page_shows_the_example_as_it_is(name: str) -> None:
    page = (ROOT / "docs" / "how-to" / "plug-ins.md").read_text(encoding="utf-8")
    assert f"```python\n{(EXAMPLE / name).read_text(encoding='utf-8')}```" in page


def test_the_page_shows_the_entry_points_as_they_are() -> None:
    page = (ROOT / "docs" / "how-to" / "plug-ins.md").read_text(encoding="utf-8")
    project = (EXAMPLE / "pyproject.toml").read_text(encoding="utf-8")
    shown = page.partition('```toml\n[project.entry-points."omi.rules"]')[2].partition("```")[0]
    assert shown.strip()
    assert shown in project
