"""Settings of any content are used, or refused with their file and line; they never stop omi otherwise."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings, strategies as st

from omi_report.cli.main import main
from omi_report.errors import SettingsError
from omi_report.workspace.settings import KEYS, read_settings
from tests.samples import WESTMARK

SOUND = """\
select = ["OMI2", "OMI5"]
ignore = ["OMI202"]
strict = true
exclude = ["areas/old", "drafts/**"]
seal = {key = "../key"}
[per-file-ignores]
"criteria/1.1.yaml" = ["OMI201"]
"criteria/[a-z]*.yaml" = ["OMI2"]
"""

SCRAPS = [
    *KEYS, *'"[]{}=.,\n#\\\r\0\x1b\u202e\ufeff', '"""', "'''", "[[", "9" * 5000, "1e999", "nan", "1979-05-27", "true",
    "\\u0000", "\\ud800", "tool = 1", "[[tool.omi]]", "tool.omi = 3", "[select]", "[per-file-ignores.x]",
    'plugins = [""]', 'plugins = ["../x"]', 'frameworks = ""', 'frameworks = "\\u0000"', 'frameworks = ".."',
    'frameworks = "/"', f'frameworks = "{"x" * 300}"', 'exclude = ["[", "\\u0000", "/", ""]', "exclude = [{}]",
    "select = [[]]", 'select = ["OMI"]', 'select = ["\\u001b"]', 'strict = "x"', '"" = []',
]  # fmt: skip
"""What a hand, a merge or somebody with bad intentions may put anywhere."""

DEEP = [
    "a = " + "[" * 5000,
    "a = " + "{a = " * 5000,
    "a = " + "[" * 2000 + "]" * 2000,
    ".".join(["a"] * 30_000) + " = 1",
    "[" + ".".join(["a"] * 30_000) + "]",
    "per-file-ignores." + '"a" . ' * 5000 + "a = 1",
    "a = '" + "." * 9000,
]


@st.composite
def mutants(draw: st.DrawFn) -> str:
    text = SOUND
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        scrap = draw(st.sampled_from(SCRAPS) | st.text(max_size=3))
        text = text[:at] + scrap + text[at + draw(st.integers(0, 20)) :]
    return text


def refusal(path: Path, text: str) -> str | None:
    try:
        read_settings(path, text)
    except SettingsError as error:
        return str(error)
    return None


@given(mutants(), st.sampled_from(["omi.toml", "pyproject.toml"]))
@settings(max_examples=300, deadline=None)
def test_mutants_are_read_or_refused(text: str, name: str) -> None:
    said = refusal(Path("project", name), f"[tool.omi]\n{text}" if name == "pyproject.toml" else text)
    assert said is None or re.match(rf"project/{name}(:\d+)*: .", said)


@pytest.mark.parametrize("text", DEEP)
@pytest.mark.parametrize("name", ["omi.toml", "pyproject.toml"])
def test_what_is_too_deep_is_refused(text: str, name: str) -> None:
    with pytest.raises(SettingsError, match=r"stand too deep|not valid TOML|unknown setting"):
        read_settings(Path("project", name), f"[tool.omi]\n{text}")


@pytest.mark.parametrize("text", ["tool = 1 # tool.omi", "[[tool]] # tool.omi", "# tool.omi"])
def test_a_project_that_says_nothing_of_omi_has_no_settings(text: str) -> None:
    assert read_settings(Path("pyproject.toml"), text) is None


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / ".git").mkdir()
    shutil.copytree(WESTMARK, folder / "areas" / "westmark")
    return folder


@given(mutants() | st.sampled_from(DEEP), st.sampled_from(["omi.toml", "areas/westmark/omi.toml", "pyproject.toml"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_commands_say_what_is_wrong_with_them(project: Path, text: str, name: str) -> None:
    (project / name).write_bytes(f"[tool.omi]\n{text}".encode(errors="surrogatepass"))
    try:
        for command in (["validate"], ["ids", "--diff"], ["score"]):
            result = CliRunner().invoke(main, [*command, str(project / "areas")], catch_exceptions=False)
            assert result.exit_code in (0, 1, 2)
            assert result.exit_code < 2 or "omi: " in result.stderr
    finally:
        (project / name).unlink()
