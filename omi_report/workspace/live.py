"""The report of an area, made again and again while its files change, and written nowhere.

What is wrong in an area is looked for in one process, while another makes the page as if nothing were: so both come
sooner. Where anything stops a build the page does not count. A third process lays out the PDF.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from omi_report.errors import OmiError, refusal_of
from omi_report.preview.attempt import Attempt, Notice
from omi_report.preview.views import Variant, ViewChoice, Views
from omi_report.render.look import EDITIONS, THEMES, Look
from omi_report.worker import Worker
from omi_report.workspace.cache import add_contents

if TYPE_CHECKING:
    from omi_report.build_options import BuildOptions
    from omi_report.model.anchors import Anchors
    from omi_report.problems import Problem
    from omi_report.source.snapshot import Snapshot

_LABELS = {
    "standard": "Standard",
    "large-print": "Large print",
    "high-contrast": "High contrast",
}


def views_of(area: Path) -> Views:
    """Return what can be looked at of an area: its report in each look, as a page and as a PDF."""
    from omi_report.source.places import slug_of

    looks = [Look(edition, theme) for edition in EDITIONS for theme in THEMES]
    return Views(
        f"Preview of {slug_of(area)}",
        (
            ViewChoice("Edition", {each: _LABELS[each] for each in EDITIONS}),
            ViewChoice("Theme", {each: _LABELS[each] for each in THEMES}),
        ),
        tuple(Variant((look.edition, look.theme), f"{look.file_name}.html", f"{look.file_name}.pdf") for look in looks),
    )


@dataclass(frozen=True, slots=True)
class CheckedNow:
    """What is wrong in an area, with a digest of the files that were looked at, which is empty where none could be."""

    digest: bytes
    notices: tuple[Notice, ...] = ()
    sources: dict[str, Path] = field(default_factory=dict)
    is_sound: bool = False
    refusal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeNow:
    """A file of a report, with a digest of the area's files that it was made of; or what went wrong with it."""

    digest: bytes
    data: bytes | None = None
    remarks: tuple[str, ...] = ()


class LiveReport:
    """Makes the report of an area as it is now: `build` is what a preview is handed.

    ``options`` are those of a build; edition and theme are those of the file that is asked for. It has processes of its
    own, until `close`.
    """

    def __init__(self, area: Path, options: BuildOptions) -> None:
        self._options = options
        self._looks = {look.file_name: look for look in (Look(one, other) for one in EDITIONS for other in THEMES)}
        self._checker = Worker(check_now)
        self._page_maker = Worker(partial(make_now, area))
        self._pdf_maker = Worker(partial(make_now, area))
        self._area = area
        self._page_lock, self._pdf_lock = Lock(), Lock()

    def start(self) -> None:
        """Let the processes for pages be ready when they are asked."""
        self._checker.start()
        self._page_maker.start()

    def close(self) -> None:
        """End the processes, whatever they do."""
        for worker in (self._checker, self._page_maker, self._pdf_maker):
            worker.close()

    def build(self, name: str) -> Attempt:
        """Make the file of a name, such as ``report-large-print.html``, or say why there is none."""
        stem, _, ending = name.rpartition(".")
        look = self._looks[stem]
        options = replace(
            self._options, edition=look.edition, theme=look.theme, html=ending == "html", pdf=ending == "pdf"
        )
        try:
            return self._page(options) if options.html else self._pdf(options)
        except OmiError as error:
            return Attempt(remarks=error.lines)

    def _page(self, options: BuildOptions) -> Attempt:
        with self._page_lock:
            self._checker.begin(self._area)
            self._page_maker.begin(options)
            made = self._page_maker.answer()
            return attempt_of(self._checker.answer(), made)

    def _pdf(self, options: BuildOptions) -> Attempt:
        with self._page_lock:
            found = self._checker.ask(self._area)
        if not found.is_sound:
            return attempt_of(found, MadeNow(found.digest))
        with self._pdf_lock:
            return attempt_of(found, self._pdf_maker.ask(options))


def attempt_of(found: CheckedNow, made: MadeNow) -> Attempt:
    """Return what comes of a check and of what was made meanwhile."""
    attempt = Attempt(notices=found.notices, sources=found.sources, remarks=found.refusal)
    if found.digest != made.digest:
        return replace(attempt, outdated=True)
    if not found.is_sound:
        return attempt
    return replace(attempt, data=made.data, remarks=made.remarks)


def check_now(area: Path) -> CheckedNow:
    """Find what is wrong in an area as it is now."""
    from omi_report.inspection import Inspection, inspect
    from omi_report.model.anchors import anchors_of
    from omi_report.workspace.area import open_area
    from omi_report.workspace.remembered import lint_once

    try:
        snapshot, policy = open_area(area)
        inspected = inspect(snapshot, policy)
        validated = lint_once(inspected)
    except (OmiError, OSError) as error:
        return CheckedNow(b"", refusal=refusal_of(error).lines)
    anchors = anchors_of(inspected.area, inspected.outline) if isinstance(inspected, Inspection) else None
    lines = {shown: text.split("\n") for shown, text in validated.texts.items()}
    notices = tuple(_notice(problem, lines, anchors) for problem in validated.problems)
    sources = {snapshot.shown_path(name): snapshot.folder.absolute() / name for name in snapshot.files}
    return CheckedNow(digest_of(snapshot), notices, sources, validated.sound is not None)


def make_now(area: Path, options: BuildOptions) -> MadeNow:
    """Make one file of the report of an area as it is now, as if nothing were wrong in the area."""
    from omi_report.inspection import Inspection, inspect
    from omi_report.making import make
    from omi_report.render.dates import source_date_epoch
    from omi_report.workspace.area import open_area

    try:
        snapshot, policy = open_area(area)
        digest = digest_of(snapshot)
    except (OmiError, OSError):
        return MadeNow(b"")  # the check says why
    inspected = inspect(snapshot, policy)
    if not isinstance(inspected, Inspection):
        return MadeNow(digest)
    try:
        made = make(inspected, options, source_date_epoch(os.environ))
    except (OmiError, OSError) as error:
        return MadeNow(digest, remarks=refusal_of(error).lines)
    except Exception as error:  # where the check finds no error, this is a fault of the program
        return MadeNow(digest, remarks=(f"the report cannot be made: {type(error).__name__}: {error}",))
    (data,) = made.outputs.values()
    return MadeNow(digest, data, tuple(map(str, (*made.templates, *made.layout))))


def digest_of(snapshot: Snapshot) -> bytes:
    """Return a digest of what the files of an area hold."""
    digest = hashlib.blake2b(repr((snapshot.present, snapshot.frameworks.names)).encode(errors="surrogateescape"))
    add_contents(digest, snapshot)
    return digest.digest()


def _notice(problem: Problem, lines: dict[str, list[str]], anchors: Anchors | None) -> Notice:
    location = problem.location
    text = lines.get(location.file, [])
    excerpt = text[location.line - 1].rstrip("\r") if 0 < location.line <= len(text) else ""
    return Notice(problem, anchors.at(location) if anchors else (), excerpt)
