"""The logo of a template folder: it says how large the drawing is that stands in it."""

from __future__ import annotations

import re
from pathlib import Path

from omi_report.render.html.checks.fault import TemplateFault
from omi_report.render.html.logo import LOGO

_ROOT = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)


def logo_faults(folder: Path) -> list[TemplateFault]:
    """Return what is wrong with the frame of a logo, if there is one."""
    file = folder / LOGO
    root = _ROOT.search(file.read_bytes()) if file.is_file() else None
    if root is None or re.search(rb"\sviewBox\s*=", root[0]):
        return []
    said = 'the logo has no viewBox, so it is cut off or stays small: write viewBox="0 0 WIDTH HEIGHT" into <svg>'
    return [TemplateFault(str(file), said, stops=False)]
