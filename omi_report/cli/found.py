"""What `omi validate` shows of what it found: the problems in a format, their counts, and what a baseline knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.cli.terminal import say, wants_colour, write_out
from omi_report.problems import Problem, Severity

if TYPE_CHECKING:
    from omi_report.policy import Plugin, Plugins
    from omi_report.workspace.baseline import Compared
    from omi_report.workspace.checked import Checked

FOR_PEOPLE = ("full", "concise")
"""The formats that are read by people."""

LEVELS = tuple(severity.value for severity in Severity)
"""The severities, worst first."""


@dataclass(frozen=True)
class Wish:
    """How problems are to be shown, and what is to be done with them.

    ``level`` is the severity below which none is shown. ``fix`` is `fix` or `diff`. ``baseline`` is a file of known
    problems, which is written with ``write_baseline``.
    """

    output_format: str
    output_file: Path | None = None
    statistics: bool = False
    strict: bool = False
    level: str = LEVELS[-1]
    fold: bool = True
    fix: str | None = None
    baseline: Path | None = None
    write_baseline: bool = False

    def lets_through(self, problem: Problem) -> bool:
        """Whether a problem is severe enough to be shown."""
        return LEVELS.index(problem.severity.value) <= LEVELS.index(self.level)


def report(checked: list[Checked], wish: Wish, *, all_rules: bool) -> tuple[list[str], bool]:
    """Do with what was found as is wished. Returns what went wrong with that, and whether the check has failed.

    ``all_rules`` says that no rule was left out. Raises BaselineError where the baseline cannot be used.
    """
    from omi_report.cli.drafts import show_diffs, write_files

    if wish.baseline and wish.write_baseline:
        return write_baseline(wish.baseline, checked), False
    if wish.baseline:
        checked = without_known(wish.baseline, checked, all_rules=all_rules)
    unwritten = write_files(checked) if wish.fix == "fix" else {}
    wrong = [*unwritten.values()]
    hidden = 0
    if wish.fix == "diff":
        show_diffs(checked)
    else:
        wrong += show(checked, wish)
        hidden = sum(1 for problem in once(checked) if not wish.lets_through(problem))
    sum_up(checked, hidden, [each.path for each in checked if wish.fix == "diff" or each.path in unwritten])
    would_change = wish.fix == "diff" and any(each.drafts for each in checked)
    return wrong, would_change or any(each.has_failed(strict=wish.strict) for each in checked)


def show(checked: list[Checked], wish: Wish) -> list[str]:
    """Show what was found, or write it to the file. Returns what went wrong with that."""
    from omi_report.cli.show import screen
    from omi_report.lint.formats import render
    from omi_report.lint.shown import Layout, ShownProblems

    problems = [problem for problem in once(checked) if wish.lets_through(problem)]
    to_screen = wish.output_file is None
    shown = ShownProblems(
        problems,
        {file: text for each in checked for file, text in each.texts.items()},
        list(dict.fromkeys(file for each in checked for file in each.files)),
        strict=wish.strict or any(each.strict for each in checked),
        colour=to_screen and wants_colour(),
        plugins=partial(plugins_of, [each.path for each in checked]),
        layout=screen(fold=wish.fold) if to_screen else Layout(fold=wish.fold),
    )
    for_people = not to_screen or wish.output_format in FOR_PEOPLE
    if wish.statistics:
        from omi_report.lint.statistics import count_by_rule

        write_out(count_by_rule(problems, shown.rules), err=not for_people)
    if to_screen:
        if not (wish.statistics and for_people):
            write_out(render(wish.output_format, shown), commands=wish.output_format == "github")
        return []
    from omi_report.cli.inspected import wrong_with
    from omi_report.files import write_output

    assert wish.output_file is not None, "it does not go to the screen"
    return wrong_with(partial(write_output, wish.output_file, render(wish.output_format, shown).encode()))


def once(checked: Iterable[Checked]) -> list[Problem]:
    """Return the problems of all that was checked; those of a framework that areas share come up with each of them."""
    return list(dict.fromkeys(problem for each in checked for problem in each.problems))


def plugins_of(areas: Iterable[Path]) -> Plugins:
    """Return the plug-ins that count for some of the areas; settings that cannot be used are told of with each area."""
    from omi_report.errors import SettingsError
    from omi_report.workspace.settings import plugins_for

    found: dict[Plugin, None] = {}
    for area in areas:
        with suppress(SettingsError):
            found |= dict.fromkeys(plugins_for(area))
    return tuple(found)


def sum_up(checked: list[Checked], hidden: int = 0, unwritten: Collection[Path] = ()) -> None:
    """Say how many problems each area and each framework has; of many, only of those that have any.

    ``hidden`` are not severe enough to be shown. In those that are ``unwritten`` nothing was fixed.
    """
    from omi_report.lint.summary import tally

    few = len(checked) <= 10
    for each in checked:
        said = tally(each.own_problems)
        if each.fixes:
            said = f"{'would fix' if each.path in unwritten else 'fixed'} {each.fixes}, {said} left"
        if len(each.own_problems) < len(each.problems):
            said += f" beside those of its framework {each.framework}"
        if few or each.problems or each.fixes:
            say(f"{each.path}: {said}", err=True)
    alone, problems = {str(each.path) for each in checked}, once(checked)
    for shared in dict.fromkeys(each.framework for each in checked):
        found = [problem for problem in problems if problem.location.file == shared]
        if found and shared not in alone:
            say(f"{shared}: {tally(found)}", err=True)
    if not few:
        what = "areas and frameworks" if any(each.path.is_file() for each in checked) else "areas"
        say(f"{len(checked)} {what}: {tally(problems)}", err=True)
    if hidden:
        say(f"{hidden} of them {'is' if hidden == 1 else 'are'} not shown (--level)", err=True)


def without_known(path: Path, checked: list[Checked], *, all_rules: bool) -> list[Checked]:
    """Take the problems that a baseline knows out of what was found, and say how many they are.

    ``all_rules`` says that no rule was left out, so that an entry which was not found again is stale. Raises
    BaselineError where the baseline cannot be used.
    """
    from omi_report.workspace.baseline import Baseline, compared

    result = compared(Baseline.read(path), checked)
    for said in _told(path, result, all_rules=all_rules):
        say(said, err=True)
    return result.checked


def _told(path: Path, result: Compared, *, all_rules: bool) -> Iterable[str]:
    from omi_report.lint.summary import tally
    from omi_report.problems import has_errors

    stops = ", and no report can be built before the errors are mended" if has_errors(result.known) else ""
    yield f"{path}: {tally(result.known)} known{stops}" if result.known else f"{path}: nothing of it was found"
    if result.stale and all_rules:
        gone = "1 entry is stale: its problem is gone (--write-baseline takes it away)"
        if result.stale > 1:
            gone = f"{result.stale} entries are stale: their problems are gone (--write-baseline takes them away)"
        yield f"{path}: {gone}"


def write_baseline(path: Path, checked: Sequence[Checked]) -> list[str]:
    """Write a baseline in which all that was found is known, and say so. Returns what went wrong with that."""
    from omi_report.cli.inspected import wrong_with
    from omi_report.files import write_output
    from omi_report.lint.summary import tally
    from omi_report.workspace.baseline import Baseline, as_text, with_all_known

    def write() -> None:
        before = Baseline.read(path) if path.exists() else Baseline(path)
        after = with_all_known(before, checked)
        write_output(path, as_text(after).encode())
        say(f"{path}: {tally(once(checked))} written as known", err=True)

    return wrong_with(write)
