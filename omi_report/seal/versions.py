"""The versions of all that a report's files are made by."""

from __future__ import annotations

import sys
from importlib.metadata import version

from omi_report import __version__

COMPILING = (
    "jinja2",
    "linkify-it-py",
    "markdown-it-py",
    "markupsafe",
    "openpyxl",
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


def versions(*, pdf: bool) -> dict[str, str]:
    """Return the versions of omi, Python and the libraries, by name; with ``pdf`` those that lay out as well."""
    names = [*COMPILING, *(LAYING_OUT if pdf else ())]
    found = {name: version(name) for name in names}
    found |= {"omi_report": __version__, "python": ".".join(map(str, sys.version_info[:3]))}
    if pdf:
        from omi_report.render.pdf.layout import system_libraries

        found |= system_libraries()
    return dict(sorted(found.items()))
