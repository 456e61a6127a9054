"""`omi schema` prints schemas that the areas keep, and the copies in docs/ are fresh."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.model.schema import described, schema_of

ROOT = Path(__file__).parent.parent.parent.parent
COPIES = ROOT / "docs" / "reference" / "schema"
KINDS = [*described(PART_KINDS), "report", "export"]
AREAS = [ROOT / "areas" / "hampshire", ROOT / "tests" / "golden" / "westmark"]


class _Editor(yaml.SafeLoader):
    """Reads a file as editors do: with types by the look of a value, dates left as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the class above has it
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", *arguments], catch_exceptions=False)


def kind_of(path: Path, data: Any) -> str:
    if "blocks" in data:
        return "mixed"
    return "criterion" if path.parent.name == "criteria" else path.stem


@pytest.mark.parametrize("kind", KINDS)
def test_prints_a_sound_schema(kind: str) -> None:
    result = run(kind)
    assert result.exit_code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(result.output))


def test_there_is_no_copy_without_a_kind() -> None:
    assert {path.stem for path in COPIES.glob("*.json")} == set(KINDS)


@pytest.mark.parametrize("area", AREAS, ids=lambda path: path.name)
def test_areas_keep_their_schemas(area: Path) -> None:
    files = [path for path in area.rglob("*.yaml") if not path.relative_to(area).as_posix().startswith("evidence/")]
    assert len(files) > 10
    for path in files:
        data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor)
        # an editor sees the keys of a mapping as text, whatever they look like
        jsonschema.validate(json.loads(json.dumps(data)), schema_of(kind_of(path, data), PART_KINDS))


def test_a_schema_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"criterion": 1.2, "scroe": 64}, schema_of("criterion", PART_KINDS))


def test_lists_the_kinds() -> None:
    assert "criteria/N.N.yaml" in run().output


def test_an_unknown_kind_is_misuse_with_a_hint() -> None:
    result = run("criteria")
    assert result.exit_code == 2
    assert "did you mean criterion?" in result.output


def test_writes_all_of_them(tmp_path: Path) -> None:
    assert run("-o", str(tmp_path)).exit_code == 0
    assert {path.stem for path in tmp_path.glob("*.json")} == set(KINDS)


EVERY_AREA = [*AREAS, *(ROOT / "areas" / name for name in ("wessex", "tarnmouth"))]


def of_area(area: Path) -> dict[str, Any]:
    """The schemas that `omi schema --for` prints."""
    schemas: dict[str, Any] = json.loads(run("--for", str(area)).stdout)
    return schemas


@pytest.mark.parametrize("area", EVERY_AREA, ids=lambda path: path.name)
def test_areas_keep_the_schemas_of_their_frameworks(area: Path) -> None:
    schemas = of_area(area)
    files = [path for path in area.rglob("*.yaml") if not path.relative_to(area).as_posix().startswith("evidence/")]
    for path in files:
        data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor)
        jsonschema.validate(
            json.loads(json.dumps(data)), schemas["criterion" if path.parent.name == "criteria" else path.stem]
        )


def test_the_schemas_of_an_area_know_its_framework() -> None:
    hampshire, westmark = (of_area(area)["criterion"] for area in AREAS)
    assert jsonschema.Draft202012Validator(hampshire).is_valid({"criterion": 3.1})
    assert not jsonschema.Draft202012Validator(westmark).is_valid({"criterion": 3.1})
    assert jsonschema.Draft202012Validator(westmark).is_valid({"criterion": 2.1, "rating": "nearly-ready"})
    assert not jsonschema.Draft202012Validator(westmark).is_valid({"criterion": 1.1, "rating": "nearly-ready"})


def test_one_kind_of_an_area_is_printed_alone() -> None:
    assert json.loads(run("--for", str(AREAS[1]), "criterion").stdout) == of_area(AREAS[1])["criterion"]
    assert run("--for", str(AREAS[1]), "criteria").exit_code == 2


def test_the_schemas_of_an_area_are_written(tmp_path: Path) -> None:
    done = run("--for", str(AREAS[1]), "-o", str(tmp_path / "made"))
    assert f"Wrote {tmp_path / 'made' / 'criterion.json'}\n" in done.stdout
    assert {path.stem: json.loads(path.read_text()) for path in (tmp_path / "made").iterdir()} == of_area(AREAS[1])


def test_vs_code_is_told_which_files_are_held_against_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(AREAS[1], tmp_path / "areas" / "westmark")
    monkeypatch.chdir(tmp_path)
    done = run("--for", "areas/westmark", "-o", ".schema", "--vscode")
    settings = json.loads(done.stdout)["yaml.schemas"]
    assert settings["./.schema/criterion.json"] == "areas/westmark/criteria/*.yaml"
    assert settings["./.schema/framework.json"] == "areas/westmark/framework.yaml"
    for schema, pattern in settings.items():
        assert Path(schema).is_file()
        assert list(Path().glob(pattern)) or Path(pattern).name in (
            "ratings.yaml",
            "plan.yaml",
            "comments.yaml",
            "map.yaml",
            "sampling.yaml",
            "judges.yaml",
        )
    absolute = json.loads(run("--for", "areas/westmark", "-o", str(tmp_path / "s"), "--vscode").stdout)["yaml.schemas"]
    assert f"{tmp_path}/s/area.json" in absolute


@pytest.mark.parametrize("arguments", [["--vscode"], ["--vscode", "-o", "x"], ["--vscode", "--for", "areas/hampshire"]])
def test_settings_for_vs_code_need_an_area_and_a_folder(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert "--vscode needs --for" in done.output


def test_an_area_without_a_framework_has_no_schemas(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("area: East\nframework: omi-2060\ninspected: 2024-05\n")
    done = run("--for", str(tmp_path))
    assert done.exit_code == 1
    assert "there is no framework «omi-2060»" in done.output
