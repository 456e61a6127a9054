"""`omi validate`: find what is wrong in areas."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.cli.main import MISUSE, PROBLEMS


@click.command("validate")
@click.argument("areas", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="AREA...")
@click.option("--concise", "is_concise", is_flag=True, help="One line for each problem.")
def command(areas: tuple[Path, ...], is_concise: bool) -> None:
    """Read each AREA and report all that is wrong, to the line.

    Exit status: 0 clean or warnings alone, 1 errors, 2 not an area.

    \b
    Examples:
      omi validate areas/hampshire
      omi validate areas/*
    """
    from omi_report.cli.show import concise, show_problems, tally
    from omi_report.model.load import NotAnAreaError
    from omi_report.pipeline import validate

    status = 0
    for path in areas:
        try:
            validated = validate(path)
        except NotAnAreaError as error:
            click.echo(f"omi: {error}", err=True)
            status = MISUSE
            continue
        if is_concise:
            for problem in validated.problems:
                click.echo(concise(problem))
        else:
            show_problems(validated.problems, validated.files)
        if validated.has_errors:
            status = max(status, PROBLEMS)
        click.echo(f"{path}: {tally(validated.problems)}", err=True)
    sys.exit(status)
