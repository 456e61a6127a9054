"""Comparing a report with its manifest, and with the same report built again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from omi_report.files import read_regular
from omi_report.seal.evidence import evidence_names
from omi_report.seal.key import Key
from omi_report.seal.manifest import Manifest, output_of
from omi_report.source.places import is_evidence
from omi_report.source.snapshot import Snapshot
from omi_report.visible import visible

_MOST_BYTES = 1_000_000_000
"""More than any file of a report has."""


class Difference(NamedTuple):
    """One difference: ``what`` is a file, an input or a version, and ``how`` says what is different about it."""

    what: str
    how: str


def against_seal(folder: Path, manifests: Mapping[str, Manifest]) -> Iterator[Difference]:
    """Yield each file of a folder that is missing, changed or added, compared with the manifests in the folder."""
    sealed: set[str] = set()
    for file, manifest in manifests.items():
        if file != manifest.look.manifest_name:
            yield Difference(_shown(folder, file), f"is the manifest of another look ({manifest.look.manifest_name})")
        for name, output in manifest.outputs.items():
            data = read_output(folder / name)
            if data is None:
                yield Difference(_shown(folder, name), "is missing")
            elif output_of(data) != output:
                yield Difference(_shown(folder, name), "was changed after it was built")
        sealed |= manifest.outputs.keys()
    present = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    for name in sorted(present - sealed - manifests.keys()):
        yield Difference(_shown(folder, name), "was added: the manifest does not name it")


def against_sources(sealed: Manifest, now: Manifest) -> Iterator[Difference]:
    """Yield each input that is no evidence, template and version that has changed since a report was built."""
    yield from inputs_changed(sealed, now.inputs)
    if sealed.framework != now.framework:
        yield framework_changed(sealed)
    yield from _changed("template ", sealed.templates, now.templates)
    yield from _changed("template of --template-dir ", sealed.own_templates, now.own_templates)
    if sealed.word_template != now.word_template:
        yield Difference("Word template", "is another one than the report was built with")
    for name in sorted(sealed.versions.keys() | now.versions.keys()):
        then, here = sealed.versions.get(name, "none"), now.versions.get(name, "none")
        if then != here:
            yield Difference(f"version of {name}", f"was {then}, and is {here} here")
    if sealed.area != now.area:
        yield Difference("area", f"is {sealed.area} in the manifest, and {now.area} here")


def framework_changed(sealed: Manifest) -> Difference:
    """Return the difference of a framework that has changed since a report was built."""
    return Difference(f"framework {sealed.framework.name}", "was changed since the report was built")


def inputs_changed(sealed: Manifest, inputs: Mapping[str, str]) -> Iterator[Difference]:
    """Yield each file of the area that has changed since a report was built. Evidence is not among them."""
    return _changed("input ", {name: each for name, each in sealed.inputs.items() if not is_evidence(name)}, inputs)


def evidence_changed(sealed: Manifest, snapshot: Snapshot, key: Key | None) -> Iterator[Difference]:
    """Yield each file of evidence that has changed since a report was built.

    Where the evidence cannot be checked (`evidence_unchecked`), only files that came or went are found.
    """
    files = {name: snapshot.files[name] for name in evidence_names(snapshot.files)}
    then, now = {}, dict.fromkeys(files, "")
    if sealed.evidence is None:  # there was none, or the manifest is an earlier one, with plain digests
        then = {name: each for name, each in sealed.inputs.items() if is_evidence(name)}
        now = {name: content.sha256 for name, content in files.items()}
    elif key is None or evidence_unchecked(sealed, key):
        then = dict.fromkeys(sealed.evidence.files, "")
    else:
        then = sealed.evidence.digests
        now = {name: key.digest(content.data) for name, content in files.items()}
    return _changed("input ", then, now)


def evidence_unchecked(sealed: Manifest, key: Key | None) -> str:
    """Return why the evidence of a report cannot be checked; empty where it can be."""
    if sealed.evidence is None:
        return ""
    if sealed.evidence.sealed != "HMAC-SHA256":
        return "the report was built without a key, so its manifest has their names alone"
    if key is None:
        return "the report was built with a key, and none is named here"
    if key.check != sealed.evidence.key_check:
        return "the key is another one than that of the build"
    return ""


def against_rebuilt(folder: Path, sealed: Manifest, outputs: Mapping[str, bytes]) -> Iterator[Difference]:
    """Yield where a report that was built again differs from its manifest or from the files in the folder."""
    for name in sorted(sealed.rebuilt.keys() - outputs.keys()):
        yield Difference(_shown(folder, name), "is in the manifest, but building the area does not make it")
    for name, again in outputs.items():
        there = read_output(folder / name)
        as_sealed = sealed.outputs.get(name) == output_of(again)
        if there == again:
            if not as_sealed:
                yield Difference(_shown(folder, name), "is as building it again makes it, but the manifest differs")
        elif there is None:
            if not as_sealed:
                yield Difference(_shown(folder, name), "differs from what the manifest says when it is built again")
        else:
            yield Difference(_shown(folder, name), f"differs from what is built again{_where(name, there, again)}")


def read_output(path: Path) -> bytes | None:
    """Return what is in a file of a report; None where there is no ordinary file."""
    try:
        return read_regular(path, _MOST_BYTES)
    except OSError:
        return None


def _where(name: str, one: bytes, other: bytes) -> str:
    # Imported here because it is needed only where something differs, and reads PDF.
    from omi_report.seal.differences import places_in

    places = places_in(name, one, other)
    return f", in {', '.join(places)}" if places else ""


def _changed(kind: str, sealed: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Difference]:
    for name in sorted(sealed.keys() | now.keys()):
        if name not in now:
            yield Difference(f"{kind}{name}", "is missing")
        elif name not in sealed:
            yield Difference(f"{kind}{name}", "was added since the report was built")
        elif sealed[name] != now[name]:
            yield Difference(f"{kind}{name}", "was changed since the report was built")


def _shown(folder: Path, name: str) -> str:
    """A file's path as it can be printed."""
    return visible((folder / name).as_posix())
