"""`omi schema` prints schemas that the areas keep, and the copies in docs/ are fresh."""

from __future__ import annotations

import json
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
KINDS = [*described(PART_KINDS), "report"]
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
