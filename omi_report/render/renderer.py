"""What a renderer is: a function that makes a file of a report, from the report's document and a look.

A plug-in can bring renderers of its own. Everything that a report says is in its document (`document.tree`); a renderer
decides how it looks.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from omi_report.document.tree import Document
from omi_report.errors import PluginError
from omi_report.policy import Plugins
from omi_report.render.look import Look


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of a report: its name, which is no path, its bytes, and what there is to say of it: ``{"rows": "45"}``."""

    name: str
    data: bytes
    facts: Mapping[str, str] = field(default_factory=dict)


class ReportRenderer(Protocol):
    """Makes a file of a report. The same document and look give the same bytes."""

    def __call__(self, document: Document, look: Look, /) -> Artifact:
        """Return the file of a report."""


def plugged_renderer(name: str, plugins: Plugins) -> ReportRenderer:
    """Return the renderer of a name that a plug-in brings; it is imported here.

    Raises PluginError where none has that name, where several have it, and where it cannot be imported.
    """
    found = [(plugin, place) for plugin in plugins for known, place in plugin.renderers if known == name]
    if not found:
        known = sorted(known for plugin in plugins for known, _place in plugin.renderers)
        hint = f"they have {', '.join(known)}" if known else "name a plug-in in the project's settings: plugins = […]"
        raise PluginError(f"no plug-in has a renderer «{name}»: {hint}")
    if len(found) > 1:
        both = " and ".join(plugin.name for plugin, _place in found)
        raise PluginError(f"the plug-ins {both} have a renderer «{name}» each")
    plugin, place = found[0]
    module, _, attribute = place.partition(":")
    try:
        renderer: ReportRenderer = getattr(importlib.import_module(module), attribute)
    except Exception as error:
        said = f"{place} cannot be imported: {type(error).__name__}: {error}"
        raise PluginError(f"the plug-in «{plugin.name}» {plugin.version} cannot be used: {said}") from error
    return renderer
