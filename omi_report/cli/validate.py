"""`omi validate`: find what is wrong in areas, and fix what is safe to fix."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from omi_report.errors import CLEAN, MISUSE, PROBLEMS
from omi_report.lint.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from omi_report.policy import Plugin, Plugins, Selection
    from omi_report.problems import Problem
    from omi_report.workspace.checked import Checked

_CODES = "CODE[,CODE...]"


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--select", help="Show only these rules: codes, or what codes begin with (OMI2).", multiple=True, metavar=_CODES
)
@click.option("--ignore", help="Show all but these rules.", multiple=True, metavar=_CODES)
@click.option("--strict", is_flag=True, help="Let warnings count: exit with status 1 for them too.")
@click.option("--fix", "fix", flag_value="fix", help="Fix what is safe to fix, and show what is left.")
@click.option("--diff", "fix", flag_value="diff", help="Show what --fix would change, and change nothing.")
@click.option("--format", "output_format", type=click.Choice(FORMATS), help="How to show problems.  [default: full]")
@click.option("--concise", "output_format", flag_value="concise", help="The same as --format concise.")
@click.option(
    "--output-file", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write the problems to a file."
)
@click.option("--statistics", is_flag=True, help="Count the problems of each rule.")
@click.option(
    "--skip-other-files",
    is_flag=True,
    help="For pre-commit: a file stands for the areas that it may spoil, and one that can spoil none is passed over.",
)
@click.option("--no-cache", is_flag=True, help="Check areas anew that have not changed.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    fix: str | None,
    output_format: str | None,
    output_file: Path | None,
    statistics: bool,
    skip_other_files: bool,
    no_cache: bool,
) -> None:
    """Find all that is wrong in areas, to the character.

    Each PATH is an area, a folder of areas, or a file inside an area. Without one it is the area at
    or above the current folder, or else the areas below it.

    The file of a framework is checked by itself, and so are those of the project's folder of frameworks where
    that lies in a PATH.

    Exit status: 0 clean, or warnings and notes alone; 1 errors (with --strict warnings too); 2 nothing
    could be checked.

    \b
    Examples:
      omi validate areas/hampshire
      omi validate --strict areas/
      omi validate --select OMI2 --ignore OMI202 areas/hampshire
      omi validate --diff areas/hampshire
      omi validate --format sarif --output-file omi.sarif areas/
      omi validate frameworks/ours.yaml
    """
    from omi_report.cli.drafts import finish_writing, show_diffs, write_files
    from omi_report.workspace.run import check_all
    from omi_report.workspace.targets import find_targets

    found = find_targets(paths, for_commit=skip_other_files)
    selection = _selection(select, ignore, [*found.areas, *found.frameworks])
    wrong = found.wrong + ([] if skip_other_files else [f"{path} is in no area" for path in found.strays])
    if fix == "fix":
        wrong += finish_writing(found.areas)
    checked = _frameworks(found.frameworks, selection, fix=fix is not None)
    checked += check_all(found.areas, selection, fix=fix is not None, use_cache=not no_cache)
    wrong += [each.refusal for each in checked if each.refusal]
    checked = [each for each in checked if not each.refusal]
    if fix == "fix":
        wrong += write_files(checked)
    if fix == "diff":
        show_diffs(checked)
    else:
        wrong += _show(checked, output_format or _usual_format(output_file), output_file, statistics, strict)
    for message in wrong:
        click.echo(f"omi: {message}", err=True)
    _sum_up(checked, {"fix": "fixed", "diff": "would fix"}.get(fix or "", ""))
    failed = any(each.has_failed(strict=strict) or (fix == "diff" and each.drafts) for each in checked)
    sys.exit(MISUSE if wrong else PROBLEMS if failed else CLEAN)


def _frameworks(paths: Iterable[Path], selection: Selection, *, fix: bool) -> list[Checked]:
    """Check frameworks by themselves."""
    if not paths:
        return []
    from omi_report.workspace.framework_check import check_framework

    return [check_framework(path, selection, fixing=fix) for path in paths]


def _selection(select: tuple[str, ...], ignore: tuple[str, ...], areas: Iterable[Path]) -> Selection:
    from omi_report.policy import Selection

    if not select and not ignore:
        return Selection()
    from omi_report.lint.codes import complaint

    plugins = _plugins_of(areas)
    parted = [tuple(code.strip() for given in codes for code in given.split(",")) for codes in (select, ignore)]
    for option, codes in zip(("--select", "--ignore"), parted, strict=True):
        for code in codes:
            if said := complaint(code, plugins):
                raise click.UsageError(f"{option}: {said}")
    return Selection(*parted)


def _plugins_of(areas: Iterable[Path]) -> Plugins:
    """The plug-ins that count for some of the areas; settings that cannot be used are told of with each area."""
    from omi_report.errors import SettingsError
    from omi_report.workspace.settings import plugins_for

    found: dict[Plugin, None] = {}
    for area in areas:
        with suppress(SettingsError):
            found |= dict.fromkeys(plugins_for(area))
    return tuple(found)


def _usual_format(output_file: Path | None) -> str:
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return "github" if in_actions and output_file is None else "full"


def _show(
    checked: list[Checked], output_format: str, output_file: Path | None, statistics: bool, strict: bool
) -> list[str]:
    """Show what was found, or write it to the file. Returns what went wrong with that."""
    from omi_report.cli.show import wants_colour, write_out
    from omi_report.lint.formats import render
    from omi_report.lint.shown import ShownProblems

    problems = _once(checked)
    shown = ShownProblems(
        problems,
        {file: text for each in checked for file, text in each.texts.items()},
        list(dict.fromkeys(file for each in checked for file in each.files)),
        strict=strict or any(each.strict for each in checked),
        colour=output_file is None and wants_colour(),
        plugins=partial(_plugins_of, [each.path for each in checked]),
    )
    text = render(output_format, shown)
    if output_file is None:
        write_out(text)
    if statistics:
        from omi_report.lint.statistics import count_by_rule

        for_people = output_file is not None or output_format in ("full", "concise")
        click.echo(count_by_rule(problems, shown.rules), nl=False, err=not for_people)
    if output_file is None:
        return []
    from omi_report.cli.inspected import wrong_with
    from omi_report.files import write_output

    return wrong_with(lambda: write_output(output_file, text.encode()))


def _once(checked: Iterable[Checked]) -> list[Problem]:
    """The problems of all that was checked; those of a framework that areas share come up with each of them."""
    return list(dict.fromkeys(problem for each in checked for problem in each.problems))


def _sum_up(checked: list[Checked], fixed: str) -> None:
    """Say how many problems each area and each framework has; of many, only of those that have any."""
    from omi_report.cli.show import tally

    few = len(checked) <= 10
    for each in checked:
        said = tally(each.own_problems)
        if each.fixes:
            said = f"{fixed} {each.fixes}, {said} left"
        if len(each.own_problems) < len(each.problems):
            said += f" beside those of its framework {each.framework}"
        if few or each.problems or each.fixes:
            click.echo(f"{each.path}: {said}", err=True)
    alone, problems = {str(each.path) for each in checked}, _once(checked)
    for shared in dict.fromkeys(each.framework for each in checked):
        found = [problem for problem in problems if problem.location.file == shared]
        if found and shared not in alone:
            click.echo(f"{shared}: {tally(found)}", err=True)
    if not few:
        what = "areas and frameworks" if any(each.path.is_file() for each in checked) else "areas"
        click.echo(f"{len(checked)} {what}: {tally(problems)}", err=True)
