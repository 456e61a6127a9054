"""Knowing that a report need not be built again: all that it was made of is as it was, and so are its files.

What is kept is a digest of all that the build read, the digests of the files in the report's folder, and what was said
of them. Nothing of the report itself is kept here.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from omi_report import limits
from omi_report.build_options import BuildOptions, Written
from omi_report.cache import keep, kept, trim
from omi_report.files import is_unsettled, read_regular
from omi_report.policy import named_seal_key
from omi_report.program import file_stamp, file_stamps
from omi_report.render.look import FORMATS
from omi_report.resources import templates_folder
from omi_report.seal.key import seal_key
from omi_report.source.places import BESIDE
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.cache import Cache
from omi_report.workspace.outcome import BuildOutcome
from omi_report.workspace.settings import settings_for

_OF_REPORTS = ("report", "glance", "manifest")
"""How the names of files begin that a build writes, or tells of."""

_MOST_BYTES = 1_000_000_000

_DATED_BY = "SOURCE_DATE_EPOCH"


def key_of(snapshot: Snapshot, options: BuildOptions) -> str:
    """Return a digest of all that a build of an area reads, without the files beside its report.

    It is empty where that cannot be known.

    A renderer of a plug-in may read anything. Raises SettingsError where the settings of the area, or the key for its
    evidence, cannot be used.
    """
    of_area = Cache().key(snapshot.without(*BESIDE))
    if options.renderers or not options.cache or not of_area:
        return ""
    file, place = named_seal_key(settings_for(snapshot, snapshot.folder, check_codes=False))
    key = seal_key(snapshot.folder, file, os.environ, place)
    folders = [templates_folder(), *([options.templates] if options.templates else [])]
    forms = tuple(getattr(options, form) for form in FORMATS)
    word = options.word_template
    try:
        stamps = [tuple(file_stamps(folder)) for folder in folders]
        template = hashlib.sha256(read_regular(word, limits.WORD_BYTES)).hexdigest() if word else ""
    except OSError:
        return ""
    asked = (forms, options.glance, options.edition, options.theme, os.environ.get(_DATED_BY), template)
    rest = repr((of_area, asked, key.check if key else None, stamps))
    return hashlib.blake2b(rest.encode(errors="surrogateescape"), digest_size=20).hexdigest()


def known_outcome(snapshot: Snapshot, options: BuildOptions, key: str) -> BuildOutcome | None:
    """Return what came of the last build of a report, if its key was the same and its files are as it left them."""
    folder = options.output / snapshot.slug
    if not key or is_unsettled(folder):
        return None
    try:
        found = json.loads(kept(_name(folder, options)) or b"{}")
        if found.get("key") != key or not found["written"] or not _is_as_kept(folder, found):
            return None
        written = tuple(_written(folder, each) for each in found["written"])
        templates, layout, beside = (tuple(map(str, found[name])) for name in ("templates", "layout", "beside"))
        tally = str(found["tally"])
        return BuildOutcome(snapshot.folder, written, 0.0, True, tally, templates, layout, beside)
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        return None


def keep_outcome(
    snapshot: Snapshot, options: BuildOptions, key: str, outcome: BuildOutcome, libraries: tuple[str, ...] | None
) -> None:
    """Keep what came of a build, with the digests of the files that it left in the report's folder.

    ``libraries`` are the files of those that laid out its pages; None where they are not known.
    """
    if not key or not outcome.written or libraries is None:
        return
    folder = options.output / snapshot.slug
    try:
        files = dict(_digests(folder))
        stamps = {path: file_stamp(path) for path in libraries}
    except (OSError, ValueError):
        return
    ours = {each.path.name: each.sha256 for each in outcome.written}
    if any(files.get(name) != digest for name, digest in ours.items()):
        return  # another build wrote there since
    found = {
        "key": key,
        "files": files,
        "libraries": stamps,
        "written": [[each.path.name, each.size, each.pages, each.sha256] for each in outcome.written],
        "tally": outcome.tally,
        "templates": outcome.templates,
        "layout": outcome.layout,
        "beside": outcome.beside,
    }
    keep(_name(folder, options), json.dumps(found).encode())
    trim("built", limits.KEPT_OUTCOMES)


def _is_as_kept(folder: Path, found: dict[str, Any]) -> bool:
    """Whether the files of a report, and the libraries that it was laid out by, are those of what was kept."""
    libraries: dict[str, str] = found["libraries"]
    same = all(file_stamp(path) == stamp for path, stamp in libraries.items())
    return same and dict(_digests(folder)) == found["files"]


def _written(folder: Path, kept_as: list[Any]) -> Written:
    name, size, pages, digest = kept_as
    return Written(folder / str(name), int(size), int(pages), sha256=str(digest))


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    """The files of reports in a folder, each by its name with its digest. Raises OSError and ValueError."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_OF_REPORTS):
            yield path.name, hashlib.sha256(read_regular(path, _MOST_BYTES)).hexdigest()


def _name(folder: Path, options: BuildOptions) -> str:
    """The name under which the outcome is kept, made of the folder as typed and as resolved, and the look."""
    question = f"{folder}\0{folder.resolve()}\0{options.look.file_name}"
    return f"built/{hashlib.blake2b(question.encode(errors='surrogateescape'), digest_size=16).hexdigest()}.json"
