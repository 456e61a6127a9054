"""`omi init`: make the folder of a new area."""

from __future__ import annotations

import datetime
import shlex
from pathlib import Path

import click

from omi_report.cli.terminal import say


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="The area's name, where the folder's own will not do: “Avon and Somerset”.")
@click.option(
    "--framework",
    default="omi-2006",
    show_default=True,
    metavar="NAME|FILE",
    help="The framework of the inspection: one that `omi frameworks` lists, or a YAML file.",
)
@click.option("--inspected", metavar="YYYY-MM", help="The month of the inspection; this month if left out.")
@click.option("--evidence", is_flag=True, help="Make the sheets of cases and surveys too, with their headings.")
def command(folder: Path, name: str | None, framework: str, inspected: str | None, evidence: bool) -> None:
    """Make FOLDER with every file of an area, commented, and with TODO where something is to be written.

    The files are those of the framework: its parts, criteria, questions, ratings and kinds of finding. An
    area names a framework of omi, of a plug-in or of the project's folder. Of any other YAML file it gets
    a copy of its own, framework.yaml; one that lies in FOLDER already is used as it is.

    Nothing is overwritten: a folder that holds anything else already is left alone.

    \b
    Examples:
      omi init areas/wiltshire
      omi init areas/avon --name "Avon and Somerset" --inspected 2007-12
      omi init areas/leeds --framework frameworks/ours.yaml --evidence
    """
    from omi_report.document.kinds import PART_KINDS
    from omi_report.model.base import ReportDate
    from omi_report.scaffold.area import scaffold
    from omi_report.scaffold.evidence import evidence_sheets
    from omi_report.scaffold.write import write_new
    from omi_report.workspace.new_area import framework_for

    month = inspected or f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m}"
    try:
        ReportDate.parse(month)
    except ValueError as error:
        raise click.UsageError(f"«{month}»: {error}") from error
    title = name or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    if not _is_text(title):
        raise click.UsageError("the name of the area is no UTF-8 text: give it another one with --name")
    chosen = framework_for(framework, folder)
    files = {
        path: text.encode()
        for path, text in scaffold(chosen.framework, PART_KINDS, title, month, chosen.called).items()
    }
    if evidence:
        files |= {path: text.encode() for path, text in evidence_sheets(chosen.framework).items()}
    if chosen.copy is not None:
        files[chosen.called] = chosen.copy
    write_new(folder, files, beside=chosen.called if chosen.present else "")
    written = [path for path in files if not path.startswith(".")]
    say(f"Made {folder} with {len(written)} files, for {chosen.framework.title} ({chosen.origin}).")
    if chosen.copy is not None:
        say(f"Its framework is a copy of its own, {folder / chosen.called}: {chosen.origin} stays as it is.")
    say(f"Write the texts in place of TODO, and look at them with: omi validate {shlex.quote(str(folder))}")


def _is_text(name: str) -> bool:
    """Whether a name can be written into a file: one that comes from the system need not be text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
