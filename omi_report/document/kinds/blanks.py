"""How the file of a new area is written inside a module: indented, and begun on a line of its own."""

from __future__ import annotations


def blanks(text: str) -> str:
    """Return a text without its common indentation and without the line ends before it."""
    import textwrap  # only `omi init` needs it

    return textwrap.dedent(text).lstrip("\n")
