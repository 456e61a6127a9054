"""The date of a report's files: never the clock's, so that the same area gives the same files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from omi_report.document.tree import Meta
from omi_report.errors import OutputError

VARIABLE = "SOURCE_DATE_EPOCH"
"""The variable that build systems set (https://reproducible-builds.org/specs/source-date-epoch/)."""


def source_date_epoch(environment: Mapping[str, str]) -> int | None:
    """Return the seconds since 1970 that the environment asks for, or None.

    Raises OutputError for what is no such number.
    """
    value = environment.get(VARIABLE)
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 11):
        raise OutputError(f"{VARIABLE} is {value[:40]!r}: set it to whole seconds since 1970, or not at all")
    return int(value)


def created(meta: Meta, epoch: int | None) -> str:
    """Return the date of a report's files, as a W3C date: ``epoch``, or else the area's own.

    That is when the report was published, when a draft was sent to the area, or when the area was inspected.
    """
    if epoch is None:
        return meta.published or meta.drafted or meta.inspected
    return datetime.datetime.fromtimestamp(epoch, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
