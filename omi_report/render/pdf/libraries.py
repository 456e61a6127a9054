"""Functions of the libraries that WeasyPrint has loaded, of which it declares no more than it calls."""

from __future__ import annotations

from functools import cache
from typing import Any

from weasyprint.text import ffi as libraries


@cache
def declared(functions: str, *names: str) -> tuple[Any, Any]:
    """Return functions of a library, as C declares them, with the interface through which they are called.

    ``names`` are those of the library's file on one system and another.
    """
    foreign = type(libraries.ffi)()  # one of its own: a declaration can be made once, and WeasyPrint's are not ours
    foreign.cdef(functions)
    return foreign, libraries._dlopen(foreign, *names)
