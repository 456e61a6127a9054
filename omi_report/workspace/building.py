"""Building areas: none again that is up to date, and many of them on all processors."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from omi_report.apart import Apart
from omi_report.build_options import RENDER_PDF, BuildOptions
from omi_report.errors import OmiError, refusal_of
from omi_report.pool import Told, done
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.outcome import BuildOutcome
from omi_report.workspace.reading import read_snapshot
from omi_report.workspace.up_to_date import keep_outcome, key_of, known_outcome

if TYPE_CHECKING:
    from omi_report.making import LaysOut


def build_all(
    areas: Sequence[Path], options: BuildOptions, jobs: int, told: Callable[[Path, str], None]
) -> Iterator[BuildOutcome]:
    """Build areas and yield what came of each as soon as it is known: in their order where ``jobs`` is 1.

    ``jobs`` is how many processors may be used. ``told`` is told the stage that the build of an area has come to, and
    an empty one when it is done.
    """
    return done(partial(_outcome, options=options), areas, jobs, told)


def _outcome(path: Path, told: Told, options: BuildOptions) -> BuildOutcome:
    """Build one area, whatever comes of it."""
    try:
        return build_once(path, options, told)
    except BrokenPipeError:
        raise  # nobody reads any more
    except (OmiError, OSError) as error:
        refusal = refusal_of(error)
        return BuildOutcome(path, refusal=refusal.lines, status=refusal.status)


def build_once(path: Path, options: BuildOptions, told: Told) -> BuildOutcome:
    """Build the area in a folder, unless its report is up to date.

    ``told`` is told the name of each stage as it begins. Raises what `build` and `open_area` raise.
    """
    started = time.monotonic()
    told("looking for changes")
    snapshot = read_snapshot(path)
    key = key_of(snapshot, options)
    known = known_outcome(snapshot, options, key)
    if known is not None:
        return known
    pages = Apart[Any](*RENDER_PDF) if options.pdf else None  # it gets ready while the area is read
    try:
        outcome, libraries = _built(snapshot, options, told, pages)
    finally:
        if pages:
            pages.close()
    if outcome.written:
        outcome = replace(outcome, seconds=time.monotonic() - started)
        keep_outcome(snapshot, options, key, outcome, libraries)
    return outcome


def _built(
    snapshot: Snapshot, options: BuildOptions, told: Told, pages: LaysOut | None
) -> tuple[BuildOutcome, tuple[str, ...] | None]:
    """Build a report anew. Returns what came of it, and the libraries that laid out its pages."""
    from omi_report.build import build
    from omi_report.lint.summary import tally
    from omi_report.problems import errors_in
    from omi_report.workspace.remembered import lint_once
    from omi_report.workspace.settings import policy_for

    path = snapshot.folder
    built = build(snapshot, policy_for(snapshot, path), options, told, lint_once, pages)
    problems = built.validated.of_report
    said = tally(problems) if problems else ""
    if not built.written:
        errors = errors_in(problems)
        return BuildOutcome(path, tally=said, errors=errors, texts=built.validated.texts), None
    outcome = BuildOutcome(
        path,
        built.written,
        tally=said,
        templates=tuple(map(str, built.templates)),
        layout=tuple(map(str, built.layout)),
        beside=tuple(f"{each.what} {each.how}" for each in built.beside),
    )
    return outcome, built.libraries
