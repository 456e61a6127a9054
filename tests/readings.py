"""Values read as a type, without a file around them."""

from __future__ import annotations

from typing import Any, TypeVar

from omi_report.model.readers import read
from omi_report.source.tree import Path

T = TypeVar("T")


def soundly(kind: type[T], value: object) -> T:
    """What a value is read as; there must be nothing wrong with it."""
    found, faults = read(kind, value)
    assert not faults
    assert isinstance(found, kind)
    return found


def faults_of(kind: Any, value: object) -> list[tuple[Path, str]]:
    """Where, and with which type of fault, a value is refused."""
    found, faults = read(kind, value)
    assert found is None
    return [(fault.path, fault.type) for fault in faults]
