"""How a manifest seals files of evidence: by keyed digests, or by their names alone.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from omi_report.model.constraints import Pattern
from omi_report.model.record import Record
from omi_report.seal.key import Key
from omi_report.source.places import is_evidence
from omi_report.source.snapshot import Snapshot

Digest = Annotated[str, Pattern("^[0-9a-f]{64}$", "64 figures and letters from a to f")]
"""A SHA-256, or an HMAC-SHA256, in hexadecimal figures."""


class EvidenceSeal(Record):
    """The files of evidence by their paths in the area.

    ``sealed`` says how: with a key by the ``digests`` of the files, and ``key_check`` tells whether another key is the
    same; without one by the ``names`` alone, with neither digest nor size.
    """

    sealed: Literal["HMAC-SHA256", "names alone, without a key"]
    key_check: Digest | None = None
    names: tuple[str, ...]
    digests: dict[str, Digest]

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the files, whichever way they are sealed."""
        return (*self.names, *self.digests)


def evidence_seal(snapshot: Snapshot, key: Key | None) -> EvidenceSeal | None:
    """Return how the evidence of an area is sealed with a key, or without one; None where there is no evidence."""
    names = evidence_names(snapshot.files)
    if not names:
        return None
    if key is None:
        return EvidenceSeal(sealed="names alone, without a key", names=names, digests={})
    digests = {name: key.digest(snapshot.files[name].data) for name in names}
    return EvidenceSeal(sealed="HMAC-SHA256", key_check=key.check, names=(), digests=digests)


def evidence_names(files: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of those files of an area that are evidence."""
    return tuple(name for name in files if is_evidence(name))
