"""`omi init`: make the folder of a new area."""

from __future__ import annotations

import datetime
from pathlib import Path

import click


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="The area's name, where the folder's own will not do: “Avon and Somerset”.")
@click.option("--framework", default="omi-2006", show_default=True, help="The framework of the inspection.")
@click.option("--inspected", metavar="YYYY-MM", help="The month of the inspection; this month if left out.")
def command(folder: Path, name: str | None, framework: str, inspected: str | None) -> None:
    """Make FOLDER with every file of an area, commented, and with TODO where something is to be written.

    Nothing is overwritten: a folder that holds anything already is left alone.

    \b
    Examples:
      omi init areas/wiltshire
      omi init areas/avon --name "Avon and Somerset" --inspected 2007-12
    """
    from omi_report.document.kinds import PART_KINDS
    from omi_report.model.base import ReportDate
    from omi_report.model.shipped import framework_in, load_framework
    from omi_report.scaffold.area import scaffold
    from omi_report.scaffold.write import write_new
    from omi_report.workspace.settings import plugins_for

    month = inspected or f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m}"
    try:
        ReportDate.parse(month)
    except ValueError as error:
        raise click.UsageError(f"«{month}»: {error}") from error
    title = name or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    plugged = {known: path for plugin in plugins_for(folder) for known, path in plugin.frameworks}.get(framework)
    found = framework_in(plugged, PART_KINDS).framework if plugged else load_framework(framework, PART_KINDS)
    assert found is not None
    files = scaffold(found, PART_KINDS, title, month)
    write_new(folder, files)
    click.echo(f"Made {folder} with {sum(1 for path in files if path.endswith('.yaml'))} files.")
    click.echo(f"Write the texts in place of TODO, and look at them with: omi validate {folder}")
