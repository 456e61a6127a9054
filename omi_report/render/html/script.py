"""The script of a page: search, permalinks, the place in the contents. The page can be read and reached without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from omi_report.errors import OutputError
from omi_report.render.html.assets import first_file, text_of
from omi_report.render.html.digests import digest_of

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
    text = _REMARK.sub("", text_of(file)).strip()
    if ends := _ENDS.search(text):
        raise OutputError(f"{file} has «{ends[0]}», which ends a script in a page: write it in two pieces")
    return PageScript(Markup(text), digest_of(text))  # noqa: S704 - a file of the template folders, not anything from an area
