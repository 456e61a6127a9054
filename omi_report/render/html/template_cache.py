"""Compiled templates, kept from one build to the next: to compile them takes longer than to render a report."""

from __future__ import annotations

import hashlib
import marshal
import sys

import jinja2
from jinja2.bccache import Bucket

import omi_report
from omi_report.cache import keep, kept


class TemplateCache(jinja2.BytecodeCache):
    """Keeps the code of each template beside a digest of all that it was compiled from.

    What is kept is run. So a file only counts if this user wrote it, nobody else can write it, and not a bit of it has
    changed (`cache`): damaged code would crash the interpreter, or print something else.
    ``language`` counts because Jinja works out what is constant in a template once, filters included. Beside templates
    of the user's ``own`` all are compiled in another way.
    """

    def __init__(self, language: str, *, own: bool = False) -> None:
        self._prefix = "own-" if own else ""
        versions = (omi_report.__version__, jinja2.__version__, sys.version, language, self._prefix)
        self._compiler = "\0".join(versions).encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that is kept for it, if it is that of its source as it is."""
        data = kept(self._name(bucket)) or b""
        digest = self._digest(bucket)
        if not data.startswith(digest):
            return
        try:
            bucket.code = marshal.loads(data[len(digest) :])  # noqa: S302 - this user's own file, see above
        except (ValueError, EOFError, TypeError):
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        keep(self._name(bucket), self._digest(bucket) + marshal.dumps(bucket.code))

    def _digest(self, bucket: Bucket) -> bytes:
        return hashlib.blake2b(self._compiler + b"\0" + bucket.checksum.encode()).digest()

    def _name(self, bucket: Bucket) -> str:
        return f"templates/{self._prefix}{bucket.key}.code"
