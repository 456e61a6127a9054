"""`omi export`: the open data of a report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.errors import PROBLEMS, OutputError

FORMATS = ("json", "csv", "xlsx")


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="AREA")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="JSON if left out, or what the name of the output file ends in.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; the standard output if left out.",
)
@click.option("--suppress-small", is_flag=True, help="Leave out small counts, and what they could be worked out from.")
def command(folder: Path, form: str | None, output: Path | None, suppress_small: bool) -> None:
    """Write the scores, percentages, findings and recommendations of AREA as open data.

    Percentages have their count and base. No row of evidence is exported. An area with errors is not
    exported.

    Exit status: 0 written, 1 the area has errors, 2 misuse.

    \b
    Examples:
      omi export areas/hampshire                              JSON, to the screen
      omi export areas/hampshire -o hampshire.xlsx            a workbook
      omi export areas/hampshire --format csv > hampshire.csv
      omi export areas/hampshire --suppress-small -o open.json
    """
    from omi_report.cli.show import show_problems, tally
    from omi_report.files import write_atomically
    from omi_report.inspection import inspect
    from omi_report.opendata.export import export_data
    from omi_report.workspace.area import open_area
    from omi_report.workspace.remembered import lint_once

    form = form or _form_of(output)
    if form == "xlsx" and output is None:
        raise click.UsageError("a workbook is no text for the screen: name its file with --output")
    validated = lint_once(inspect(*open_area(folder)))
    if validated.sound is None:
        show_problems(validated.problems, validated.files)
        click.echo(f"{folder}: not exported, {tally(validated.problems)}", err=True)
        sys.exit(PROBLEMS)
    data = _written(export_data(validated.sound, suppress_small=suppress_small), form)
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        write_atomically(output, data)
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror}") from error
    click.echo(f"Wrote {output}", err=True)


def _form_of(output: Path | None) -> str:
    """The format that a file's name asks for; JSON where there is no file."""
    if output is None:
        return "json"
    form = output.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise click.UsageError(f"«{output.name}» does not say which format: add --format {', '.join(FORMATS)}")
    return form


def _written(data: dict[str, object], form: str) -> bytes:
    from omi_report.opendata.export_tables import export_csv, export_workbook
    from omi_report.opendata.table_text import as_json

    match form:
        case "xlsx":
            return export_workbook(data)
        case "csv":
            return export_csv(data).encode()
        case _:
            return as_json(data).encode()
