"""Data for machines inside a page: blocks of JSON, which browsers keep and never run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from omi_report.render.html.digests import digest_of

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class DataBlock:
    """A block of a page. ``text`` is JSON in which nothing can end the block, ``digest`` its SHA-256 in base 64.

    The page's Content-Security-Policy names the digest. A browser asks for that only before it runs a
    script, but checkers of pages do not tell data from scripts.
    """

    media_type: str
    text: Markup
    digest: str


def data_block(media_type: str, value: Any) -> DataBlock:
    """Return a value as a block of data."""
    text = htmlsafe_json_dumps(value, dumps=_dumps)
    return DataBlock(media_type, text, digest_of(text))
