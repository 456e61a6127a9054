"""`omi why`: where a number stands in a report, and what it comes from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say, write_out
from omi_report.errors import PROBLEMS, NotAnAreaError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from omi_report.document.explanation import Explanation
    from omi_report.document.places import NumberPlace


@click.command("why")
@click.argument("first", metavar="NUMBER")
@click.argument("second", metavar="AREA")
def command(first: str, second: str) -> None:
    """Show every place in the report of AREA where NUMBER stands, and how it comes about.

    First come the files of the area in which it is written or defined, then what else the report prints
    with it: tables, charts and what omi writes itself.

    NUMBER is a figure as it is printed, the name of a percentage, or the number of a question, a
    criterion, a section or a thread. The two may stand in either order.

    Exit status: 0 found, 1 it stands nowhere or the area cannot be read, 2 misuse.

    \b
    Examples:
      omi why "63%" areas/hampshire
      omi why "five of the six" areas/hampshire
      omi why areas/hampshire 1.2/screening-done
      omi why areas/hampshire 1.2
      omi why areas/hampshire 1.2.7
    """
    from omi_report.cli.inspected import inspected
    from omi_report.document.build import build_document
    from omi_report.document.explanation import explain, meant_by
    from omi_report.workspace.remembered import lint_once

    folder, wanted = _told_apart(first, second)
    wanted = wanted.strip()
    if not wanted:
        raise click.UsageError("NUMBER is empty: write it as it is printed, for example «63%»")
    inspection = inspected(folder, otherwise="not explained")
    if inspection is None:
        sys.exit(PROBLEMS)
    sound = lint_once(inspection).sound
    found = explain(inspection, wanted, None if sound is None else build_document(sound))
    if not found:
        meant = meant_by(inspection, wanted)
        hint = f": {meant}" if meant else ""
        if sound is None:
            hint += ". The area has errors, so that there is no report: only its files were looked through"
        say(f"omi: «{wanted}» stands nowhere in the report of {inspection.area.identity.area}{hint}", err=True)
        sys.exit(PROBLEMS)
    write_out("\n\n".join(_block(each) for each in found) + "\n")


def _told_apart(first: str, second: str) -> tuple[Path, str]:
    """Return which argument is the area and which the number: the area is the one that is a folder."""
    from omi_report.source.places import is_area

    for folder, wanted in ((second, first), (first, second)):
        if is_area(Path(folder)):
            return Path(folder), wanted
    raise NotAnAreaError(f"neither «{first}» nor «{second}» is the folder of an area")


def _block(found: Explanation) -> str:
    lines = [found.title, *(f"  {step}".rstrip() for step in found.steps)]
    if found.kind != "figure":
        return "\n".join([*lines, *_place_lines(found.places)])
    count = len(found.places)
    lines.append(f"  stands in {count} place{'s' * (count != 1)}:" if count else "  stands in no text")
    return "\n".join([*lines, *(f"  {line}" for line in _place_lines(found.places))])


def _place_lines(places: Iterable[NumberPlace]) -> list[str]:
    return [line for place in places for line in (f"  {place.location}: {place.where}", f"    {place.sentence}")]
