"""A finished PDF. Whoever waits for one that is made beside it need not import what made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from omi_report.render.pdf.checks.fault import LayoutFault


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF, the number of its pages, and what went wrong on them.

    ``libraries`` are the versions of those of the system that laid it out, and ``library_files`` the files of all
    that did; None where the system does not say.
    """

    data: bytes
    pages: int
    faults: tuple[LayoutFault, ...] = ()
    libraries: Mapping[str, str] = field(default_factory=dict)
    library_files: tuple[str, ...] | None = ()
