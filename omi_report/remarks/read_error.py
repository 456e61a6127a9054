"""What every reader of a file that came back shares: its error, and how it takes over words of others."""

from __future__ import annotations

from omi_report.errors import OmiError

_JOINERS = "\u200c\u200d"
"""Without these words of some languages are written wrong, though nobody sees the signs themselves."""


class ReturnedFileError(OmiError):
    """A file that came back cannot be taken in; the message says why, and what to do."""


def cleaned(text: str) -> str:
    """Return words of somebody's file as they can stand in an area: lines, without characters that nobody sees."""
    lines = (" ".join(_printable(line).split()) for line in text.splitlines())
    return "\n".join(lines).strip()


def name_in_file(slug: str) -> str:
    """Return the name of an area's folder as a file holds it that goes out: a folder may have any bytes for a name."""
    return cleaned(slug.encode("utf-8", "replace").decode())


def _printable(line: str) -> str:
    return "".join(
        " " if each.isspace() else each for each in line if each.isprintable() or each.isspace() or each in _JOINERS
    )
