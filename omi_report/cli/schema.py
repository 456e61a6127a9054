"""`omi schema`: print the JSON Schema of a kind of file, of any area or of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from omi_report.cli.terminal import say, write_data

REPORT, EXPORT = "report", "export"
"""The names of the schemas of what omi writes, beside those of the files that it reads."""


@click.command("schema")
@click.argument("kind", required=False)
@click.option(
    "--for",
    "area",
    metavar="AREA",
    type=click.Path(path_type=Path),
    help="The schemas of this area: with the criteria, ratings, questions and the like of its framework.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the schemas of all kinds into this folder.",
)
@click.option("--vscode", is_flag=True, help="With --for and --output: print the settings of VS Code that use them.")
def command(kind: str | None, area: Path | None, output: Path | None, vscode: bool) -> None:
    """Print the JSON Schema of KIND, or list the kinds of file that there are.

    Editors that know the YAML language server complete and check a file as you type when its
    first line names its schema; `omi init` writes that line, and the schemas of the new area's framework.

    With --for the schemas know the framework of an area. Without KIND they are printed as one object, by
    their names.

    \b
    Examples:
      omi schema                    the kinds of file
      omi schema criterion          the schema of criteria/1.2.yaml and the like
      omi schema report             the schema of report.json, which omi build --json writes
      omi schema export             the schema of what omi export writes as JSON
      omi schema -o .schema         all of them, one file each
      omi schema --for areas/hampshire criterion
      omi schema --for areas/hampshire -o areas/hampshire/.schema
      omi schema --for areas/hampshire -o .schema/hampshire --vscode > .vscode/settings.json
    """
    if vscode and (area is None or output is None):
        raise click.UsageError("--vscode needs --for, whose files the settings name, and --output")
    schemas, files = _general() if area is None else _of_area(area)
    if kind is not None:
        name = _known(kind, list(files))
        schemas, files = {name: schemas[name]}, {name: files[name]}
    if output is not None:
        _write(schemas, output, quiet=vscode)
        if vscode and area is not None:
            write_data(_as_text({"yaml.schemas": _mapping(files, area, output)}) + "\n")
    elif kind is not None:
        write_data(_as_text(schemas[kind]) + "\n")
    elif area is not None:
        write_data(_as_text(schemas) + "\n")
    else:
        for name, file in files.items():
            say(f"{name:16} {file}")


def _general() -> tuple[dict[str, Any], dict[str, str]]:
    """The schemas of all kinds of file as most frameworks have them, and the names of the files."""
    from omi_report.document.json_schema import document_schema
    from omi_report.document.kinds import PART_KINDS
    from omi_report.model.schema import described, schema_of
    from omi_report.opendata.data_schema import data_schema

    files = {name: found.file for name, found in described(PART_KINDS).items()}
    schemas = {name: schema_of(name, PART_KINDS) for name in files}
    written = {REPORT: document_schema(), EXPORT: data_schema(PART_KINDS)}
    return schemas | written, files | {REPORT: "report.json", EXPORT: "what omi export writes as JSON"}


def _of_area(area: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The schemas of the files of an area, and the names of the files.

    Raises UnsoundAreaError where nothing says which framework it goes by, or where that cannot be used.
    """
    from omi_report.inspection import Inspection, UnsoundAreaError, inspect
    from omi_report.model.schema import FRAMEWORK, area_schemas, described_in_area
    from omi_report.problems import in_order
    from omi_report.workspace.area import open_area

    found = inspect(*open_area(area))
    if not isinstance(found, Inspection):
        raise UnsoundAreaError(str(area), tuple(in_order(found.problems)))
    framework, kinds = found.framework, found.policy.kinds
    files = {name: each.file for name, each in described_in_area(framework, kinds).items()}
    if own := found.area.framework_file:
        files[FRAMEWORK] = own
    return area_schemas(framework, kinds), files


def _write(schemas: dict[str, Any], output: Path, *, quiet: bool) -> None:
    from omi_report.source.places import expect_outside_of_areas
    from omi_report.together import write_together

    expect_outside_of_areas(output / "area.json")
    write_together(output, {f"{name}.json": f"{_as_text(schema)}\n".encode() for name, schema in schemas.items()})
    for name in schemas:
        say(f"Wrote {output / name}.json", err=quiet)


def _mapping(files: dict[str, str], area: Path, output: Path) -> dict[str, str]:
    """The files of an area by the schemas that VS Code is to hold them against, as patterns."""
    patterns = {name: file.replace("N.N", "*") for name, file in files.items() if file.endswith(".yaml")}
    folder = output.as_posix() if output.is_absolute() else f"./{output.as_posix()}"
    return {f"{folder}/{name}.json": (area / file).as_posix() for name, file in patterns.items()}


def _as_text(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _known(kind: str, kinds: list[str]) -> str:
    """Return the kind. Raises UsageError, which ends the command with status 2, for an unknown one."""
    if kind in kinds:
        return kind
    import difflib

    nearest = difflib.get_close_matches(kind, kinds, n=1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"the kinds are {', '.join(kinds)}"
    raise click.UsageError(f"there is no kind of file «{kind}»: {hint}")
