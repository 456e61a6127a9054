"""Reports that lie side by side in one folder: whether all of them are of the same stage and of the same files.

Each look of a report has a manifest of its own. So one that was not built again stays as it was, with a
seal that is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from omi_report.render.look import FORMATS
from omi_report.seal.manifest import Manifest, readable_manifests
from omi_report.seal.verification import Difference
from omi_report.visible import visible

_MOST = 3
"""So many files of the area are named; further ones are only counted."""

_MEND = "build it again, or take it away"


def apart(folder: Path, manifests: Mapping[str, Manifest], held: str | None = None) -> Iterator[Difference]:
    """Yield each file of a report that is of another stage, or of other files of the area, than the report beside it.

    All are held against the manifest that has the name ``held``; without one, against a final report, then against the
    latest draft. Of stages only those are known that the manifests have; earlier ones have none.
    """
    names = sorted(manifests, key=lambda name: _rank(name, manifests[name]))
    name = held if held is not None else next(iter(names), None)
    if name is None:
        return
    chief = manifests[name]
    beside = next(iter(chief.outputs), name)
    for other in (manifests[each] for each in names if each != name):
        how = _unlike(other, chief, beside)
        for output in other.outputs if how else ():
            yield Difference(visible((folder / output).as_posix()), f"{how}: {_MEND}")


def left_beside(folder: Path, held: str) -> tuple[Difference, ...]:
    """Return what is wrong beside a report that was just built: files of other looks, and files that no manifest names.

    ``held`` is the name of its manifest. Manifests that cannot be read are passed over: `omi verify` tells of them.
    """
    manifests = readable_manifests(folder)
    if held not in manifests:
        return ()
    sealed = {name for manifest in manifests.values() for name in manifest.outputs}
    ours = {f"{each.look.file_name}.{ending}" for each in manifests.values() for ending in FORMATS.values()}
    left = sorted(name for name in ours - sealed if (folder / name).is_file())
    how = f"was left by an earlier build, and no manifest names it: {_MEND}"
    return (
        *apart(folder, manifests, held),
        *(Difference(visible((folder / name).as_posix()), how) for name in left),
    )


def _rank(name: str, manifest: Manifest) -> tuple[bool, int, bool, str]:
    """The order in which reports are taken for the one that counts: final, the latest draft, the standard look."""
    return manifest.stage != "final", -(manifest.draft or 0), name != "manifest.json", name


def _unlike(one: Manifest, other: Manifest, beside: str) -> str:
    """What is different about a report, compared with another; empty where nothing is."""
    if one.stage and other.stage and (one.stage, one.draft) != (other.stage, other.draft):
        return f"is {_named(one)}, and {beside} beside it is {_named(other)}"
    changed = sorted(name for name in one.inputs | other.inputs if one.inputs.get(name) != other.inputs.get(name))
    changed += [f"framework {one.framework.name}"] if one.framework != other.framework else []
    changed += ["the evidence"] if _other_evidence(one, other) else []
    if not changed:
        return ""
    more = f" and {len(changed) - _MOST} more" if len(changed) > _MOST else ""
    return f"was made of other files than {beside} beside it ({', '.join(changed[:_MOST])}{more})"


def _other_evidence(one: Manifest, other: Manifest) -> bool:
    """Whether the evidence is known to be another. Digests with different keys tell nothing."""
    if one.evidence is None or other.evidence is None:
        return one.evidence is not other.evidence
    if sorted(one.evidence.files) != sorted(other.evidence.files):
        return True
    return one.evidence.key_check == other.evidence.key_check and one.evidence.digests != other.evidence.digests


def _named(manifest: Manifest) -> str:
    """A report by its stage, in words."""
    if manifest.stage == "final":
        return "final"
    if manifest.stage == "feedback":
        return "feedback"
    return "a draft" if manifest.draft is None else f"Draft {manifest.draft}"
