"""The script of a page: search, permalinks, the place in the contents. The page can be read and reached without it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from omi_report.errors import OutputError
from omi_report.render.html.assets import first_file

SCRIPT = "html/page.js"
"""Its name in a template folder."""

_REMARK = re.compile(r"^\s*//.*\n|^\s+", re.MULTILINE)
_ENDS = re.compile(r"</script|<!--", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageScript:
    """A script as it stands in a page, and its SHA-256 in base 64, by which the page allows it."""

    text: Markup
    digest: str


def page_script(folders: Sequence[Path]) -> PageScript:
    """Return the script of the first template folder that has one, without remarks and indents.

    Raises OutputError for one that is not UTF-8 text, or that would end its element.
    """
    file = first_file(folders, SCRIPT)
    try:
        text = _REMARK.sub("", file.read_text(encoding="utf-8")).strip()
    except UnicodeDecodeError as error:
        raise OutputError(f"{file} is not UTF-8 text: save it as such") from error
    if ends := _ENDS.search(text):
        raise OutputError(f"{file} has «{ends[0]}», which ends a script in a page: write it in two pieces")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return PageScript(Markup(text), digest)  # noqa: S704 - a file of the template folders, not anything from an area
