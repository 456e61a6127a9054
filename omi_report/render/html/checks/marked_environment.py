"""The environment that says of each tag in which template of the user's own it was written, and in which line."""

from __future__ import annotations

import html
import re
from typing import Any

from jinja2 import nodes

from omi_report.render.html.checks.markup import MARK
from omi_report.render.html.own_environment import OwnEnvironment

_BEGINNING = re.compile(r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title)\b|</?[a-zA-Z][\w-]*", re.DOTALL)


class MarkedEnvironment(OwnEnvironment):
    """Marks the tags of the user's own templates."""

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, *more: Any, **named: Any
    ) -> str:
        folder = self._folders[0] / "html"
        if filename and name and filename.startswith(f"{folder}/"):
            for data in source.find_all(nodes.TemplateData):
                data.data = _marked(data.data, f"html/{name}", data.lineno)
        return super()._generate(source, name, filename, *more, **named)


def _marked(text: str, name: str, line: int) -> str:
    """A piece of a template with a mark in each tag that begins in it."""
    pieces, at = [], 0
    while found := _BEGINNING.search(text, at):
        pieces.append(text[at : found.end()])
        at = found.end()
        if not found[0].startswith("<!--"):
            place = f"{name}:{line + text.count(chr(10), 0, found.start())}"
            pieces.append(f' {MARK}="{html.escape(place)}"')
        if found["raw"]:  # what stands in it is no markup, and its end takes no mark
            end = text.lower().find(f"</{found['raw'].lower()}", at)
            end = len(text) if end < 0 else end + 2 + len(found["raw"])
            pieces.append(text[at:end])
            at = end
    return "".join([*pieces, text[at:]])
