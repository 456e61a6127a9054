"""The page around the file that is shown, with its script and its style; and what each answer says of itself."""

from __future__ import annotations

import html
import json
import secrets
from pathlib import Path
from string import Template
from typing import Final

from omi_report.preview.views import Views

_FOLDER: Final = Path(__file__).parent / "page"

STATIC: Final = {
    "shell.css": "text/css",
    "shell.js": "text/javascript",
    "blocks.js": "text/javascript",
    "frames.js": "text/javascript",
    "panel.js": "text/javascript",
}
"""The files of the page itself, with their types."""

COMMON_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says: it is for this page alone, and nothing of it is kept."""

FRAMED: Final = {"Content-Security-Policy": "frame-ancestors 'self'"}
"""What a file says besides: it is framed by this page alone. What else it may do it says itself."""


def static_file(name: str) -> bytes:
    """Return a file of the page itself. Raises KeyError for any other name."""
    if name not in STATIC:
        raise KeyError(name)
    return (_FOLDER / name).read_bytes()


def shell_page(views: Views, token: str, *, has_editor: bool) -> tuple[bytes, str]:
    """Return the page around the files, and its policy: it runs and loads what is named here, and nothing else."""
    nonce = secrets.token_urlsafe(16)
    told = {
        "title": views.title,
        "token": token,
        "editor": has_editor,
        "choices": [{"label": each.label, "options": dict(each.options)} for each in views.choices],
        "variants": [{"options": each.options, "page": each.page, "printed": each.printed} for each in views.variants],
    }
    page = Template((_FOLDER / "shell.html").read_text(encoding="utf-8")).substitute(
        title=html.escape(views.title), nonce=nonce, views=json.dumps(told).replace("<", "\\u003c")
    )
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
        "frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return page.encode(), policy
