"""The versions of all that a report's files are made by."""

from __future__ import annotations

import sys
from importlib.metadata import version

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


def versions(plugins: Plugins = (), *, pdf: bool) -> dict[str, str]:
    """Return the versions of omi, Python, the libraries and the plug-ins that count, by name.

    With ``pdf`` the libraries that lay out are among them.
    """
    names = [*COMPILING, *(LAYING_OUT if pdf else ())]
    found = {name: version(name) for name in names}
    found |= {plugin.name: plugin.version for plugin in plugins}
    found |= {"omi_report": __version__, "python": ".".join(map(str, sys.version_info[:3]))}
    if pdf:
        from omi_report.render.pdf.layout import system_libraries

        found |= system_libraries()
    return dict(sorted(found.items()))
