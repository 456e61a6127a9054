"""`omi export`: the open data of a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, write_data
from omi_report.errors import CLEAN, PROBLEMS

if TYPE_CHECKING:
    from omi_report.inspection import Inspection
    from omi_report.workspace.areas import NamedAreas

FORMATS = ("json", "csv", "xlsx")


@click.command("export")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="JSON if left out, or what the name of the output file ends in.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write, or a folder for several areas; the standard output if left out.",
)
@click.option(
    "--confidential", is_flag=True, help="With the small counts that the framework hides: not for publication."
)
def command(paths: tuple[Path, ...], form: str | None, output: Path | None, confidential: bool) -> None:
    """Write the scores, percentages, findings and recommendations of AREA as open data.

    Percentages have their count and base, less what the framework's policy on small counts hides. No row
    of evidence is exported. An area with errors is not exported. AREA may be a folder of areas: each gets a
    file of its own, in the folder that --output names.

    Exit status: 0 written, 1 an area has errors, 2 misuse.

    \b
    Examples:
      omi export areas/hampshire                              JSON, to the screen
      omi export areas/hampshire -o hampshire.xlsx            a workbook
      omi export areas/hampshire --format csv > hampshire.csv
      omi export areas/hampshire --confidential -o all.json
      omi export areas --format csv -o data                   data/hampshire.csv and so on
    """
    from omi_report.cli.inspected import each_area
    from omi_report.workspace.areas import named_areas

    named = named_areas(paths)
    in_folder = output is not None and (named.several or output.is_dir())
    form = form or ("json" if in_folder else _form_of(output))
    targets = _targets(named, output if in_folder else None, form)
    if output is None and named.several:
        raise click.UsageError("several areas need a folder, with a file for each: name it with --output")
    if output is None and form == "xlsx":
        raise click.UsageError("a workbook is no text for the screen: name its file with --output")

    def export(path: Path) -> int:
        inspection = _sound(path)
        if inspection is None:
            return PROBLEMS
        _write(_data_of(inspection, form, confidential), targets.get(path, output))
        return CLEAN

    sys.exit(each_area(named.areas, export))


def _targets(named: NamedAreas, folder: Path | None, form: str) -> dict[Path, Path]:
    """The file of each area in a folder; none without a folder."""
    if folder is None:
        return {}
    if folder.suffix.removeprefix(".").lower() in FORMATS and not folder.is_dir():
        raise click.UsageError(f"several areas need a folder, and {folder} is the name of one file")
    from omi_report.build_options import output_places

    return output_places(named.areas, folder, f".{form}", "export")


def _form_of(output: Path | None) -> str:
    """The format that a file's name asks for; JSON where there is no file."""
    if output is None:
        return "json"
    form = output.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise click.UsageError(f"«{output.name}» does not say which format: add --format {', '.join(FORMATS)}")
    return form


def _sound(path: Path) -> Inspection | None:
    """Inspect an area; where it has errors, show them."""
    from omi_report.cli.show import show_problems
    from omi_report.inspection import inspect
    from omi_report.lint.summary import tally
    from omi_report.workspace.area import open_area
    from omi_report.workspace.remembered import lint_once

    validated = lint_once(inspect(*open_area(path)))
    if validated.sound is None:
        show_problems(validated.problems, validated.texts)
        say(f"{path}: not exported, {tally(validated.problems)}", err=True)
    return validated.sound


def _data_of(inspection: Inspection, form: str, confidential: bool) -> bytes:
    from omi_report.opendata.export import export_data, tables_of
    from omi_report.opendata.export_tables import export_csv, export_workbook
    from omi_report.opendata.table_text import as_json

    data, tables = (
        export_data(inspection, confidential=confidential),
        tables_of(inspection.area.kinds, inspection.framework),
    )
    match form:
        case "xlsx":
            return export_workbook(data, tables)
        case "csv":
            return export_csv(data, tables).encode()
        case _:
            return as_json(data).encode()


def _write(data: bytes, output: Path | None) -> None:
    from omi_report.files import write_output
    from omi_report.source.places import expect_outside_of_areas

    if output is None:
        write_data(data)
        return
    expect_outside_of_areas(output)
    write_output(output, data)
    say(f"Wrote {output}", err=True)
