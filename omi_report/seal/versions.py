"""The versions of all that a report's files are made by."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from omi_report import __version__
from omi_report.policy import Plugins

COMPILING = (
    "jinja2",
    "linkify-it-py",
    "markdown-it-py",
    "markupsafe",
    "pyyaml",
)
"""The libraries by which an area becomes HTML."""

LAYING_OUT = (
    "cssselect2",
    "fonttools",
    "pikepdf",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
"""The libraries by which HTML becomes PDF."""

WRITING_WORD = ("lxml", "python-docx")
"""The libraries by which a report becomes a Word file."""


def versions(
    plugins: Plugins = (), of_system: Mapping[str, str] | None = None, *, word: bool = False
) -> dict[str, str]:
    """Return the versions of omi, Python, the libraries and the plug-ins that count, by name.

    ``of_system`` are those of the system's libraries that laid out a PDF. Where there is one, Python's own that lay out
    are among them; those that write a Word file are with ``word``.
    """
    names = [*COMPILING, *(LAYING_OUT if of_system else ()), *(WRITING_WORD if word else ())]
    found = {name: _version(name) for name in names}
    found |= {plugin.name: plugin.version for plugin in plugins}
    found |= {"omi_report": __version__, "python": ".".join(map(str, sys.version_info[:3]))}
    return dict(sorted((found | dict(of_system or {})).items()))


_METADATA = re.compile(r"(?P<name>.+)-(?P<version>[^-]+)\.dist-info")


def _version(library: str) -> str:
    """The version of a library that is installed. Raises PackageNotFoundError where there is none."""
    if found := _installed().get(library):
        return found
    from importlib.metadata import version  # slow to import, and needed only where a library is installed in an odd way

    return version(library)


@cache
def _installed() -> dict[str, str]:
    """The versions of libraries by their names, as the folders of their metadata say: NAME-VERSION.dist-info."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for match in filter(None, (_METADATA.fullmatch(entry.name) for entry in sorted(Path(folder).iterdir()))):
                found.setdefault(re.sub(r"[-_.]+", "-", match["name"]).lower(), match["version"])
    return found
