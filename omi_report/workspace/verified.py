"""Comparing a folder of reports with its manifests, and with the same reports built again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from omi_report.build import Validated, expect_unchanged, lint
from omi_report.build_options import BuildOptions
from omi_report.errors import ManifestError
from omi_report.inspection import inspect
from omi_report.making import Progress, make
from omi_report.render.look import FORMATS
from omi_report.seal.beside import apart
from omi_report.seal.key import Key, seal_key
from omi_report.seal.manifest import Manifest, digest, expect_folder, input_digests, read_manifests
from omi_report.seal.verification import (
    Difference,
    against_rebuilt,
    against_seal,
    against_sources,
    evidence_changed,
    evidence_unchecked,
    framework_changed,
    inputs_changed,
)
from omi_report.together import settled
from omi_report.workspace.area import open_area


@dataclass(frozen=True, slots=True)
class Verified:
    """The result of verifying: how many files are sealed, what differs, and why evidence was not checked."""

    files: int
    differences: list[Difference]
    unchecked: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a user makes reports with: a template folder, and a Word template."""

    templates: Path | None
    word: Path | None


@dataclass(frozen=True, slots=True)
class _Again:
    """What reports are built again with: what the user has for it, the key for the evidence, who is told."""

    given: _Given
    key: Key | None
    progress: Progress | None


def verify(
    folder: Path,
    area: Path | None = None,
    templates: Path | None = None,
    progress: Progress | None = None,
    word_template: Path | None = None,
) -> Verified:
    """Compare a folder of reports with its manifests and, if the area is given, with the same reports built again.

    What a build that was killed has begun in the folder is finished first, and no other build writes there meanwhile.

    Raises ManifestError where there is no manifest, or where a report that is to be built again was made with a
    template folder or a Word template and none is given; NotAnAreaError where there is no area, SettingsError where its
    settings or the key for its evidence cannot be used, and OutputError as `build` does.
    """
    expect_folder(folder)
    with settled(folder):
        return _verified(folder, area, _Given(templates, word_template), progress)


def _verified(folder: Path, area: Path | None, given: _Given, progress: Progress | None) -> Verified:
    manifests = read_manifests(folder)
    if area is not None:
        _expect_given(folder, manifests, given)
    found = [*against_seal(folder, manifests), *apart(folder, manifests)]
    unchecked: list[str] = []
    if area is not None:
        validated = lint(inspect(*open_area(area)))
        policy = validated.inspection.policy
        key = seal_key(area, policy.seal_key, os.environ, policy.seal_place)
        for manifest in manifests.values():
            found += _rebuilt(folder, manifest, validated, _Again(given, key, progress))
        unchecked = [why for manifest in manifests.values() if (why := evidence_unchecked(manifest, key))]
        expect_unchanged(validated.inspection.snapshot)
    files = sum(len(each.outputs) for each in manifests.values())
    return Verified(files, list(dict.fromkeys(found)), list(dict.fromkeys(unchecked)))


def _expect_given(folder: Path, manifests: Mapping[str, Manifest], given: _Given) -> None:
    """Raise ManifestError for a report that cannot be made again with what was given."""
    for name, manifest in manifests.items():
        if manifest.own_templates and given.templates is None:
            hint = "name it with --template-dir"
            raise ManifestError(f"{folder / name}: this report was made with a template folder: {hint}")
        if manifest.word_template and given.word is None:
            hint = "name it with --word-template"
            raise ManifestError(f"{folder / name}: this report was made with a Word template: {hint}")


def _rebuilt(folder: Path, sealed: Manifest, validated: Validated, again: _Again) -> Iterator[Difference]:
    """What differs when the report of a manifest is built again from an area."""
    snapshot = validated.inspection.snapshot
    sources = list(evidence_changed(sealed, snapshot, again.key))
    if validated.sound is None:
        yield from sources
        yield from inputs_changed(sealed, input_digests(snapshot))
        broken = validated.inspection.of_project
        if broken and digest(broken.data) != sealed.framework.sha256:
            yield framework_changed(sealed)
        yield Difference(snapshot.shown or ".", "has errors and cannot be built again: omi validate shows them")
        return
    own = sealed.look.file_name
    forms: dict[str, Any] = {form: f"{own}.{ending}" in sealed.outputs for form, ending in FORMATS.items()}
    options = BuildOptions(
        **forms,
        renderers=sealed.renderers,
        templates=again.given.templates,
        word_template=again.given.word if sealed.word_template else None,
        glance=sealed.glance,
        edition=sealed.edition,
        theme=sealed.theme,
    )
    made = make(validated.sound, options, sealed.epoch, again.progress, again.key)
    sources += against_sources(sealed, made.manifest)
    outputs = list(against_rebuilt(folder, sealed, made.outputs))
    yield from sources
    yield from outputs
    if made.manifest.outputs != sealed.rebuilt and not sources:
        how = "and its manifest were changed together, or the program was: no input, template or version differs"
        if evidence_unchecked(sealed, again.key):
            how = "and its manifest were changed together, or the evidence or the program was: nothing else differs"
        yield Difference("the report", how)
