"""The one path from a folder to its report: inspect, lint, document, render, seal. Prints nothing.

Each stage is a short function that is handed what the stage before it returned.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.apart import Waiting, begun
from omi_report.beside import files_beside, is_of_beside
from omi_report.build_options import BuildOptions, Written
from omi_report.document.kinds import PART_KINDS
from omi_report.errors import OutputError
from omi_report.inspection import Inspection, Unreadable, inspect, shown_texts
from omi_report.making import LaysOut, Made, Progress, begin_making, silent
from omi_report.model.area import Area
from omi_report.policy import Policy
from omi_report.problems import Problem, capped, has_errors, in_order
from omi_report.source.folder import SourceFile
from omi_report.source.places import BESIDE, expect_outside_of_areas
from omi_report.source.snapshot import Snapshot

if TYPE_CHECKING:
    from omi_report.lint.clean_texts import CleanTexts
    from omi_report.render.html.checks.fault import TemplateFault
    from omi_report.render.pdf.checks.fault import LayoutFault
    from omi_report.seal.verification import Difference


@dataclass(frozen=True, slots=True)
class Validated:
    """An area with the problems that count, in order: those that neither a comment nor a setting hides."""

    inspection: Inspection | Unreadable
    problems: list[Problem]

    @property
    def area(self) -> Area | None:
        """The area, where one could be made of its files."""
        return self.inspection.area if isinstance(self.inspection, Inspection) else None

    @property
    def files(self) -> dict[str, SourceFile]:
        """The files that problems may stand in: those of the report, and those beside it."""
        found, inspection = self.inspection.files, self.inspection
        return found | files_beside(inspection) if isinstance(inspection, Inspection) else found

    @property
    def texts(self) -> dict[str, str]:
        """The texts in which the problems can be shown, as ``shown_texts``."""
        return shown_texts(self.inspection, self.problems) | {file.shown: file.text for file in self.files.values()}

    @property
    def of_report(self) -> list[Problem]:
        """The problems of what the report is made of, without those of the files beside it, which stop no build."""
        if not isinstance(self.inspection, Inspection) or not self.problems:
            return self.problems
        return [problem for problem in self.problems if not is_of_beside(problem, self.inspection)]

    @property
    def sound(self) -> Inspection | None:
        """The inspection, if a report can be made of it; None where something stops a build."""
        if not isinstance(self.inspection, Inspection) or has_errors(self.of_report):
            return None
        return self.inspection

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops a build."""
        return self.sound is None

    def to_rows(self) -> list[dict[str, str | int | bool]]:
        """Return the problems as rows of a table."""
        return [problem.to_row() for problem in self.problems]


Check = Callable[[Inspection | Unreadable], Validated]
"""Finds what is wrong in an area that has been inspected."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: files written, or the problems that stopped it.

    ``layout`` is what went wrong on the pages of the PDF, ``templates`` what is wrong with the template folder, and
    ``beside`` what lies in the folder and does not belong to the report: files of another look that are of another
    stage or of other files of the area. None stops a build. ``libraries`` are the files of those that laid out the
    PDF; None where the system does not say.
    """

    validated: Validated
    written: tuple[Written, ...] = ()
    seconds: float = 0.0
    layout: tuple[LayoutFault, ...] = ()
    templates: tuple[TemplateFault, ...] = ()
    beside: tuple[Difference, ...] = ()
    libraries: tuple[str, ...] | None = ()


def validate(path: Path, policy: Policy | None = None) -> Validated:
    """Read and check the area in a folder. Raises NotAnAreaError where there is none."""
    return lint(inspect(Snapshot.of(path), policy or Policy(kinds=PART_KINDS)))


def lint(inspected: Inspection | Unreadable, clean: CleanTexts | None = None) -> Validated:
    """Find what is wrong in an area, without what its comments and the policy's settings hide.

    ``clean`` is what is known of its texts from an earlier check, and saves work: see `omi_report.lint.engine.check`.
    """
    # The rules are many modules, and a build of an area that is known to be sound needs none of them.
    from omi_report.lint.codes import codes, ignorable
    from omi_report.lint.registry import asked_for, check_area
    from omi_report.lint.rules.publication.open_warnings import with_open_warnings
    from omi_report.lint.select import narrowed
    from omi_report.lint.suppress import without_ignored

    policy, plugins = inspected.policy, inspected.policy.plugins
    found = list(inspected.problems)
    area = inspected.area if isinstance(inspected, Inspection) else None
    complete = area is not None and not has_errors(found)
    if isinstance(inspected, Inspection):
        found += check_area(inspected, clean)
    known, ignored = codes(plugins), ignorable(plugins)
    found = without_ignored(found, inspected.files.values(), codes=known, ignorable=ignored, complete=complete)
    if area is not None:
        found = with_open_warnings(area, asked_for(area, found, plugins))
    found = narrowed(found, policy)
    if isinstance(inspected, Inspection):
        from omi_report.lint.beside import problems_beside

        found += problems_beside(inspected)
    if inspected.of_project:
        from omi_report.lint.framework import problems_of

        found += narrowed(problems_of(inspected.of_project, policy), policy)
    return Validated(inspected, capped(in_order(found)))


def build(
    snapshot: Snapshot,
    policy: Policy,
    options: BuildOptions,
    progress: Progress | None = None,
    check: Check = lint,
    lays_out: LaysOut | None = None,
) -> Built:
    """Compile the report of an area, and write it with its manifest.

    ``check`` finds what is wrong. A caller may give one that remembers what it found. The report is compiled while it
    looks, and is dropped where it finds errors. ``lays_out`` may lay out the pages of the PDF beside this process.

    Nothing is written, and earlier output stays as it is, where the area has errors or where
    anything goes wrong on the way: files are written when all of them are ready, and all together. What a build that
    was killed has begun is finished first. Raises OutputError where they cannot be, or would lie among the files of an
    area, or where a file of the area has changed since it was read, and SettingsError where the key for the evidence
    cannot be used.
    """
    from omi_report.render.dates import source_date_epoch
    from omi_report.seal.beside import left_beside
    from omi_report.seal.key import seal_key
    from omi_report.together import settle

    started = time.monotonic()
    progress = progress or silent
    epoch = source_date_epoch(os.environ)
    key = seal_key(snapshot.folder, policy.seal_key, os.environ, policy.seal_place)
    folder = options.output / snapshot.slug
    expect_outside_of_areas(folder / options.look.file_name)
    settle(folder)
    progress("reading and checking")
    inspected = inspect(snapshot, policy)
    checked = begun(lambda: check(inspected).problems)
    if checked.is_known() and Validated(inspected, checked()).has_errors:
        return Built(Validated(inspected, checked()))
    making = _tried(inspected, lambda sound: begin_making(sound, options, epoch, progress, key, lays_out))
    validated = Validated(inspected, checked())
    if validated.sound is None:
        return Built(validated)
    made = making()()
    expect_unchanged(snapshot)
    written = _write(made, folder)
    beside = left_beside(folder, options.look.manifest_name)
    return Built(validated, written, time.monotonic() - started, made.layout, made.templates, beside, made.libraries)


def expect_unchanged(snapshot: Snapshot) -> None:
    """Raise OutputError if a file of the area, or its framework, has changed since it was read."""
    own = (name for name in snapshot.changed() if name not in BESIDE)
    changed = [*map(snapshot.shown_path, own), *snapshot.frameworks.changed()]
    if changed:
        names = ", ".join(changed[:3])
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        raise OutputError(f"{names}{more} was changed while the report was made of it: build it again")


def _write(made: Made, folder: Path) -> tuple[Written, ...]:
    from omi_report.together import write_together

    # Drafts are confidential: nobody may read more of a report than the umask lets him.
    write_together(folder, made.outputs | {made.manifest.look.manifest_name: made.manifest.as_json()}, narrow=True)
    sealed = made.manifest.outputs
    return tuple(
        Written(
            folder / name,
            len(data),
            made.pages if name.endswith(".pdf") else 0,
            made.facts.get(name, ()),
            sealed[name].sha256,
        )
        for name, data in made.outputs.items()
    )


def _tried(
    inspected: Inspection | Unreadable, begin: Callable[[Inspection], Waiting[Made]]
) -> Callable[[], Waiting[Made]]:
    """Begin to make the report of an area of which it is not known yet whether something is wrong with it.

    Returns what gives what was begun. It raises what went wrong: that counts only where the area is sound.
    """
    if not isinstance(inspected, Inspection) or has_errors(inspected.problems):
        return _nothing
    try:
        begun_so_far = begin(inspected)
    except Exception as error:  # an area with errors may be anything
        failure = error

        def fails() -> Waiting[Made]:
            raise failure

        return fails
    return lambda: begun_so_far


def _nothing() -> Waiting[Made]:
    raise AssertionError("nothing can be made of an area with errors")
