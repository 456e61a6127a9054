"""`omi evidence sheet`: the workbooks in which cases are judged, and surveys are typed in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN, PROBLEMS

_PATH = click.Path(path_type=Path)


@click.command("sheet")
@click.argument("area", type=_PATH)
@click.option("-o", "--output", type=_PATH, metavar="FOLDER", default=".", help="Where to write; the current folder.")
@click.option("--judge", metavar="ID", default="", help="The cases of this judge alone.")
@click.option("--each-judge", is_flag=True, help="A workbook for each judge, with their cases.")
@click.option("--survey", metavar="ID", default="", help="A survey alone, to type in what came back on paper.")
@click.option("--cases", "listed", type=_PATH, metavar="FILE", help="Without a sample: the ids, in a list.")
@click.option("--count", type=click.IntRange(1, 10_000), metavar="N", help="Without a sample: so many cases.")
@click.option("--prefix", metavar="LETTERS", default="C", show_default=True, help="What the ids of --count begin with.")
def command(
    area: Path,
    output: Path,
    judge: str,
    each_judge: bool,
    survey: str,
    listed: Path | None,
    count: int | None,
    prefix: str,
) -> None:
    """Write the workbooks in which the cases of AREA are judged.

    The sheet «cases» has a row for each case of the sample and a column for each attribute and question, with what
    the question says as a note and its answers in a list. What is known of a case stands there already: its
    attributes, and the answers that the area has. Questions that do not apply to a case are grey. Each survey has a
    sheet, and the first sheet says how to fill it in. There are ids of cases in it, and no names.

    Filled in, the file is evidence as it is (evidence/cases.xlsx); several are joined by omi evidence import. A file
    is never written over that holds answers which the area does not have.

    Exit status: 0 written; 1 the area cannot be read; 2 misuse, or there are no cases.

    \b
    Examples:
      omi evidence sheet areas/wessex
      omi evidence sheet areas/wessex --each-judge -o to-send
      omi evidence sheet areas/wessex --survey staff
      omi evidence sheet areas/wessex --count 110 --prefix WX
    """
    from omi_report.cli.inspected import judged_so_far
    from omi_report.workspace.case_sheets import SheetChoice, cases_listed_in, cases_numbered, forms_of, write_forms

    if sum((bool(judge), each_judge, bool(survey), listed is not None, count is not None)) > 1:
        raise click.UsageError("--judge, --each-judge, --survey, --cases and --count exclude each other: choose one")
    _expect_prefix(prefix)
    cases = cases_listed_in(listed) if listed is not None else cases_numbered(count, prefix) if count else ()
    inspection = judged_so_far(area, otherwise="nothing is written")
    if inspection is None:
        sys.exit(PROBLEMS)
    forms = forms_of(inspection, SheetChoice(judge, each_judge, survey, cases))
    write_forms({output / name: form for name, form in forms.items()})
    for name, form in forms.items():
        rows = sum(len(sheet.rows) for sheet in form.sheets)
        say(f"Wrote {output / name}" + (f" ({rows:,} case{'s' * (rows != 1)})" if rows else ""))
    sys.exit(CLEAN)


def _expect_prefix(prefix: str) -> None:
    """An id begins with a letter: with =, +, - or @ a spreadsheet takes it for a formula."""
    if not (prefix.isascii() and prefix.isalnum() and prefix[0].isalpha() and len(prefix) <= 20):
        raise click.BadParameter(
            "a prefix is letters and figures without accents, and begins with a letter", param_hint="--prefix"
        )
