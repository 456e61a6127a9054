"""`omi validate`: find what is wrong in areas, and fix what is safe to fix."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from omi_report.cli.found import LEVELS
from omi_report.cli.terminal import say
from omi_report.errors import CLEAN, MISUSE, PROBLEMS
from omi_report.lint.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from omi_report.policy import Selection
    from omi_report.workspace.checked import Checked
    from omi_report.workspace.targets import Targets

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
@click.option("--statistics", is_flag=True, help="Count the problems of each rule, in the place of showing them.")
@click.option("--level", type=click.Choice(LEVELS), default=LEVELS[-1], help="Show nothing that is less severe.")
@click.option("--no-fold", is_flag=True, help="Show every problem with its hint, however many are alike.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of known problems: they are counted, and only new ones are shown and count.",
)
@click.option("--write-baseline", is_flag=True, help="Write all that is found now to the baseline, as known.")
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
    level: str,
    no_fold: bool,
    baseline: Path | None,
    write_baseline: bool,
    skip_other_files: bool,
    no_cache: bool,
) -> None:
    """Find all that is wrong in areas, to the character.

    Each PATH is an area, a folder of areas, or a file inside an area. Without one it is the area at
    or above the current folder, or else the areas below it.

    The file of a framework is checked by itself, and so are those of the project's folder of frameworks where
    that lies in a PATH.

    Exit status: 0 clean, or warnings and notes alone; 1 errors (with --strict warnings too); 2 nothing
    could be checked. What a baseline knows does not count, and what --level hides does.

    \b
    Examples:
      omi validate areas/hampshire
      omi validate --strict areas/
      omi validate --select OMI2 --ignore OMI202 areas/hampshire
      omi validate --diff areas/hampshire
      omi validate --baseline known.jsonl --write-baseline areas/
      omi validate --baseline known.jsonl areas/
      omi validate --format sarif --output-file omi.sarif areas/
      omi validate frameworks/ours.yaml
    """
    from omi_report.cli.found import Wish, report
    from omi_report.source.places import expect_outside_of_areas
    from omi_report.workspace.targets import find_targets

    if write_baseline and (baseline is None or fix):
        raise click.UsageError("--write-baseline goes with --baseline FILE, and without --fix and --diff")
    for written in (output_file, baseline if write_baseline else None):
        if written is not None:
            expect_outside_of_areas(written)
    found = find_targets(paths, for_commit=skip_other_files)
    selection = _selection(select, ignore, [*found.areas, *found.frameworks])
    wrong = found.wrong + ([] if skip_other_files else [f"{path} is in no area" for path in found.strays])
    checked, refused = _checked(found, selection, fix, use_cache=not no_cache)
    shown_as = output_format or _usual_format(output_file)
    wish = Wish(shown_as, output_file, statistics, strict, level, not no_fold, fix, baseline, write_baseline)
    more, failed = report(checked, wish, all_rules=not (select or ignore))
    _tell_of_keys(found.areas)
    _end([*wrong, *refused, *more], failed=failed)


def _checked(
    found: Targets, selection: Selection, fix: str | None, *, use_cache: bool
) -> tuple[list[Checked], list[str]]:
    """Check what was found. Returns that, and why the rest could not be checked."""
    from omi_report.cli.drafts import finish_writing
    from omi_report.workspace.run import check_all

    wrong = finish_writing(found.areas) if fix == "fix" else []
    checked = _frameworks(found.frameworks, selection, fix=fix is not None)
    checked += check_all(found.areas, selection, fix=fix is not None, use_cache=use_cache)
    wrong += [each.refusal for each in checked if each.refusal]
    return [each for each in checked if not each.refusal], wrong


def _tell_of_keys(areas: Iterable[Path]) -> None:
    """Say which keys for evidence are not there: an area can be checked without, but not built."""
    if os.environ.get("OMI_SEAL_KEY_FILE"):
        return
    from omi_report.workspace.settings import lacking_seal_keys

    for said in lacking_seal_keys(areas):
        say(f"{said}. omi build needs it, or OMI_SEAL_KEY_FILE", err=True)


def _end(wrong: Iterable[str], *, failed: bool) -> NoReturn:
    """Say what could not be done, and end with the exit status."""
    messages = list(wrong)
    for message in messages:
        say(f"omi: {message}", err=True)
    sys.exit(MISUSE if messages else PROBLEMS if failed else CLEAN)


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
    from omi_report.cli.found import plugins_of
    from omi_report.lint.codes import complaint

    plugins = plugins_of(areas)
    parted = [tuple(code.strip() for given in codes for code in given.split(",")) for codes in (select, ignore)]
    for option, codes in zip(("--select", "--ignore"), parted, strict=True):
        for code in codes:
            if said := complaint(code, plugins):
                raise click.UsageError(f"{option}: {said}")
    return Selection(*parted)


def _usual_format(output_file: Path | None) -> str:
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return "github" if in_actions and output_file is None else "full"
