"""Where settings are looked for, and what is said of settings that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.errors import SettingsError
from omi_report.policy import Settings
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.settings import policy_for, read_settings


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "areas" / "x").mkdir(parents=True)
    (tmp_path / "repo" / "areas" / "x" / "area.yaml").touch()
    return tmp_path / "repo"


def settings_for(area: Path) -> list[Settings]:
    return list(policy_for(Snapshot.of(area), area).settings)


def ignored(area: Path) -> list[tuple[str, ...]]:
    return [settings.ignore for settings in settings_for(area)]


def test_nothing_is_set_without_a_file(repository: Path) -> None:
    assert settings_for(repository / "areas" / "x") == []


def test_everything_that_can_be_set(repository: Path) -> None:
    (repository / "omi.toml").write_text(
        """
        select = ["OMI2", "OMI5"]
        ignore = ["OMI202"]
        strict = true
        exclude = ["areas/old"]
        [per-file-ignores]
        "criteria/1.1.yaml" = ["OMI201"]
        """
    )
    expected = Settings(
        repository, ("OMI2", "OMI5"), ("OMI202",), {"criteria/1.1.yaml": ("OMI201",)}, True, ("areas/old",)
    )
    assert settings_for(repository / "areas" / "x") == [expected]


def test_the_nearest_file_counts(repository: Path) -> None:
    (repository / "omi.toml").write_text('ignore = ["OMI201"]')
    (repository / "areas" / "pyproject.toml").write_text('[tool.omi]\nignore = ["OMI202"]')
    assert ignored(repository / "areas" / "x") == [("OMI202",)]
    (repository / "areas" / "omi.toml").write_text('ignore = ["OMI203"]')
    assert ignored(repository / "areas" / "x") == [("OMI203",)]


def test_a_pyproject_that_says_nothing_of_omi_is_passed_over(repository: Path) -> None:
    (repository / "omi.toml").write_text('ignore = ["OMI201"]')
    (repository / "areas" / "pyproject.toml").write_text('[tool.other]\nnote = "see tool.omi"')
    assert ignored(repository / "areas" / "x") == [("OMI201",)]


def test_nothing_above_the_repository_is_read(repository: Path) -> None:
    (repository.parent / "omi.toml").write_text("not toml at all")
    assert settings_for(repository / "areas" / "x") == []


def test_outside_of_a_repository_the_current_folder_is_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    area = tmp_path / "here" / "areas" / "x"
    area.mkdir(parents=True)
    (area / "area.yaml").touch()
    (tmp_path / "omi.toml").write_text("not toml at all")
    (tmp_path / "here" / "omi.toml").write_text('ignore = ["OMI201"]')
    monkeypatch.chdir(tmp_path / "here")
    assert ignored(Path("areas/x")) == [("OMI201",)]
    monkeypatch.chdir(area)
    assert ignored(Path()) == []


def test_an_areas_own_settings_come_second(repository: Path) -> None:
    (repository / "omi.toml").write_text('ignore = ["OMI201"]')
    (repository / "areas" / "x" / "omi.toml").write_text('ignore = ["OMI202"]')
    project, own = settings_for(repository / "areas" / "x")
    assert (project.ignore, project.of_area) == (("OMI201",), False)
    assert (own.ignore, own.of_area) == (("OMI202",), True)


def test_the_key_of_a_project_is_named_from_its_folder(repository: Path) -> None:
    (repository / "omi.toml").write_text('[seal]\nkey = "../keys/omi"')
    area = repository / "areas" / "x"
    assert policy_for(Snapshot.of(area), area).seal_key == repository / "../keys/omi"


@pytest.mark.parametrize(
    ("name", "text"), [("omi.toml", '[seal]\nkey = "k"'), ("pyproject.toml", '[tool.omi.seal]\nkey = "k"')]
)
def test_an_area_cannot_name_a_key(repository: Path, name: str, text: str) -> None:
    (repository / "areas" / "x" / name).write_text(text)
    with pytest.raises(SettingsError, match=rf"{name}:1: «seal»: this can be set for the project only"):
        settings_for(repository / "areas" / "x")


def test_an_area_cannot_exclude_or_follow_a_link(repository: Path) -> None:
    own = repository / "areas" / "x" / "omi.toml"
    own.write_text('exclude = ["y"]')
    with pytest.raises(SettingsError, match=r"omi\.toml:1: «exclude»: this can be set for the project only"):
        settings_for(repository / "areas" / "x")
    own.unlink()
    (repository.parent / "secret").write_text("password = hunter2")
    own.symlink_to(repository.parent / "secret")
    with pytest.raises(SettingsError, match=r"omi\.toml: this is a link, and links are not followed"):
        settings_for(repository / "areas" / "x")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nignor = ["OMI201"]', ":2: unknown setting «ignor»: did you mean «ignore»?"),
        ("zzz = 1", ":1: unknown setting «zzz»: the settings are select, ignore"),
        ('ignore = "OMI201"', ":1: «ignore»: a list of texts is expected"),
        ("ignore = [201]", ":1: «ignore»: a list of texts is expected"),
        ('select = ["OMI2"]\nignore = ["OMI88"]', ":2: «ignore»: no rule's code begins with «OMI88»"),
        ('ignore = ["omi201"]', "did you mean OMI201?"),
        ('strict = "yes"', ":1: «strict»: true or false is expected"),
        ("per-file-ignores = 1", ":1: «per-file-ignores»: a table is expected"),
        ('[per-file-ignores]\n"a.yaml" = ["OMI88"]', ":2: «a.yaml»: no rule's code"),
        (f'exclude = ["{"*a" * 101}"]', ":1: «exclude»: a pattern has more than 200 characters"),
        ("exclude = [" + '"a", ' * 101 + "]", ":1: «exclude»: there are more than 100 patterns: use **"),
        (
            "[per-file-ignores]\n" + "".join(f'a{n} = ["OMI2"]\n' for n in range(101)),
            "«per-file-ignores»: there are more",
        ),
        ("seal = 1", ":1: «seal»: a table with the file of a key is expected"),
        ("\n[seal]\nkey = 1", ":2: «seal»: a table with the file of a key is expected"),
        ('[seal]\nkey = ""', ":1: «seal»: a table with the file of a key is expected"),
        ('[seal]\nkey = "a"\nfile = "b"', ":1: «seal»: a table with the file of a key is expected"),
        ("\nignore = [1 2]", ":2:13: not valid TOML"),
        ("\nignore = [", ":2: not valid TOML"),
    ],
)
def test_settings_that_cannot_be_used_name_their_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "omi.toml"
    with pytest.raises(SettingsError) as caught:
        read_settings(path, text)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


def test_the_line_in_a_pyproject_is_that_of_omi(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    text = '[tool.other]\nignor = 1\n\n[tool.omi]\nignor = ["OMI201"]\n'
    with pytest.raises(SettingsError, match=r"pyproject\.toml:5: unknown setting"):
        read_settings(path, text)


@pytest.mark.parametrize("folder", ["", "areas/x"])
@pytest.mark.parametrize("data", [b"\xff\xfe", b"#" * 5_000_000])
def test_settings_that_cannot_be_read(repository: Path, data: bytes, folder: str) -> None:
    (repository / folder / "omi.toml").write_bytes(data)
    with pytest.raises(SettingsError, match=r"omi\.toml: "):
        settings_for(repository / "areas" / "x")


def test_a_project_may_link_to_its_settings(repository: Path) -> None:
    (repository / "settings").write_text("strict = true")
    (repository / "omi.toml").symlink_to("settings")
    assert policy_for(Snapshot.of(repository / "areas" / "x"), repository / "areas" / "x").strict
    (repository / "settings").unlink()
    (repository / "settings").mkdir()
    with pytest.raises(SettingsError, match="not an ordinary file"):
        settings_for(repository / "areas" / "x")


def test_a_byte_order_mark_does_no_harm(repository: Path) -> None:
    (repository / "omi.toml").write_bytes(b"\xef\xbb\xbfstrict = true\r\n")
    (repository / "areas" / "x" / "omi.toml").write_bytes(b"\xef\xbb\xbfstrict = true\r\n")
    assert [settings.strict for settings in settings_for(repository / "areas" / "x")] == [True, True]
