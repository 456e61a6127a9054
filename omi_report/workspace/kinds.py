"""The kinds of part that there are, imported when one is first asked for: an area that is known needs none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from omi_report.model.kinds import FileKind


class _KindsOnDemand(Mapping[str, "FileKind[Any]"]):
    """The kinds of part of `omi_report.document.kinds`."""

    def __getitem__(self, name: str) -> FileKind[Any]:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @staticmethod
    def _all() -> Mapping[str, FileKind[Any]]:
        from omi_report.document.kinds import PART_KINDS

        return PART_KINDS


KINDS = _KindsOnDemand()
"""The kinds of part by their ids, as a policy hands them in."""
