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
    from omi_report.opendata.publication import AreaData
    from omi_report.workspace.areas import NamedAreas

ENDINGS = {"json": ".json", "csv": ".csv", "csvw": ".zip", "xlsx": ".xlsx", "ods": ".ods"}
"""The formats, and what the names of their files end in."""

IN_WORDS = {"csvw": "an archive", "xlsx": "a workbook", "ods": "a spreadsheet"}
"""What those formats are that are no texts."""


@click.command("export")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(ENDINGS)),
    help="JSON if left out, or what the name of the output file ends in (.zip: csvw).",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write, or a folder with a file for each area; the standard output if left out.",
)
@click.option(
    "--confidential", is_flag=True, help="With the small counts that the framework hides: not for publication."
)
def command(paths: tuple[Path, ...], form: str | None, output: Path | None, confidential: bool) -> None:
    """Write the scores, percentages, findings, recommendations and tables of AREA as open data.

    Percentages have their count and base, less what the framework's policy on small counts hides. No row
    of evidence is exported. An area with errors is not exported. AREA may be a folder of areas. Several areas
    stand side by side in one file, with the area in the first column, or each gets a file of its own in the
    folder that --output names.

    A workbook (xlsx, ods) has a cover, contents and notes, and a sheet for each table. csvw is an archive with
    a CSV file for each table and a description of the columns for programs (CSV on the Web).

    Exit status: 0 written, 1 an area has errors, 2 misuse.

    \b
    Examples:
      omi export areas/hampshire                              JSON, to the screen
      omi export areas/hampshire -o hampshire.xlsx            a workbook; hampshire.ods likewise
      omi export areas/hampshire -o hampshire.zip             CSV files and what is in their columns
      omi export areas/hampshire areas/wessex -o both.xlsx    two areas side by side
      omi export areas/hampshire --format csv > hampshire.csv
      omi export areas/hampshire --confidential -o all.json
      omi export areas --format csv -o data                   data/hampshire.csv and so on
    """
    from omi_report.cli.inspected import each_area
    from omi_report.workspace.areas import named_areas

    named = named_areas(paths)
    joined = named.several and output is not None and _is_file_name(output)
    in_folder = output is not None and not joined and (named.several or output.is_dir())
    form = form or ("json" if in_folder else _form_of(output))
    targets = _targets(named, output if in_folder else None, form)
    if output is None and named.several:
        raise click.UsageError("several areas need a file or a folder: name it with --output")
    if output is None and form in IN_WORDS:
        raise click.UsageError(f"{IN_WORDS[form]} is no text for the screen: name its file with --output")
    found: list[AreaData] = []

    def export(path: Path) -> int:
        data = _data_of(path, confidential)
        if data is None:
            return PROBLEMS
        if joined:
            found.append(data)
        else:
            _write([data], form, targets.get(path, output))
        return CLEAN

    status = each_area(named.areas, export)
    if joined and status == CLEAN:
        status = each_area([Path()], lambda _: _write(found, form, output))
    elif joined:
        say(f"{output}: not written, it would lack an area", err=True)
    sys.exit(status)


def _targets(named: NamedAreas, folder: Path | None, form: str) -> dict[Path, Path]:
    """The file of each area in a folder; none without a folder."""
    if folder is None:
        return {}
    from omi_report.build_options import output_places

    return output_places(named.areas, folder, ENDINGS[form], "export")


def _is_file_name(output: Path) -> bool:
    """Whether a path is the name of one file of open data, and no folder."""
    return output.suffix.lower() in ENDINGS.values() and not output.is_dir()


def _form_of(output: Path | None) -> str:
    """The format that a file's name asks for; JSON where there is no file."""
    if output is None:
        return "json"
    form = next((form for form, ending in ENDINGS.items() if ending == output.suffix.lower()), "")
    if not form:
        raise click.UsageError(f"«{output.name}» does not say which format: add --format {', '.join(ENDINGS)}")
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


def _data_of(path: Path, confidential: bool) -> AreaData | None:
    """The open data of an area; of one with errors its problems are shown."""
    from omi_report.opendata.publication import area_data

    inspection = _sound(path)
    return None if inspection is None else area_data(inspection, confidential=confidential)


def _write(areas: list[AreaData], form: str, output: Path | None) -> int:
    from omi_report.files import write_output
    from omi_report.opendata.formats import file_of
    from omi_report.source.places import expect_outside_of_areas

    if output is not None:
        expect_outside_of_areas(output)
    data = file_of(areas, form)
    if output is None:
        write_data(data)
        return CLEAN
    write_output(output, data)
    say(f"Wrote {output}", err=True)
    return CLEAN
