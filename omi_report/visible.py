"""Names, values and texts from elsewhere as they may be printed: what a terminal or a log would obey is written out.

An escape sequence can rewrite a screen, a mark of direction can make a line read otherwise than it is, and the logs of
some services take lines that begin in a certain way for commands.
"""

from __future__ import annotations

import re
import unicodedata

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_COMMAND = re.compile(r"#(?=#[a-z]*\[)")
"""Begins a command of Azure and TeamCity, and of GitHub of old, anywhere in a line."""

_AT_BEGINNING = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
"""Begins a command of GitHub, at the beginning of a line."""


_FORMULA_BEGINS = frozenset("=+-@＝＋－＠")
"""With what a spreadsheet takes a cell for a formula; Excel in East Asia takes the wide ones too."""
_PASSED_OVER = "\t\r\n\v\f \xa0\u3000\u200b\ufeff"
"""What a spreadsheet may drop before it looks at the first sign."""


def begins_formula(text: str) -> bool:
    """Whether the first sign of a text, behind what a spreadsheet passes over, is one of a formula's."""
    return text.lstrip(_PASSED_OVER)[:1] in _FORMULA_BEGINS


def visible(text: str) -> str:
    r"""Return a text on one line, with all that is not to be seen written out: ``\x1b``, ``\n``, ``\u202e``.

    A no-break space, as in the number of a criterion, is a space like any other.
    """
    text = text.replace("\xa0", " ")
    if not text.isprintable():
        text = "".join(each if each.isprintable() else _written_out(each) for each in text)
    return _COMMAND.sub(r"\\x23", text) if "##" in text else text


def visible_line(text: str) -> str:
    """Return a text as `visible` does, and so that nothing takes it for a command where a line begins with it."""
    return without_command(visible(text))


def without_command(text: str) -> str:
    """Return a text none of whose lines begins as a command to GitHub does."""
    return _AT_BEGINNING.sub(r"\1\\x3a", text) if "::" in text else text


def visible_lines(text: str, *, colour: bool = False) -> str:
    """Return a text of several lines with each line visible; ``colour`` leaves the sequences that only set colours."""
    if text.isascii() and text.replace("\n", "").isprintable() and "##" not in text:
        return text
    return "\n".join(_visible_parts(line, colour) for line in text.split("\n"))


def _visible_parts(line: str, colour: bool) -> str:
    if not colour or "\x1b" not in line:
        return visible(line)
    sequences = [*_COLOUR.findall(line), ""]
    parts = map(visible, _COLOUR.split(line))
    return "".join(f"{part}{sequence}" for part, sequence in zip(parts, sequences, strict=True))


def _written_out(character: str) -> str:
    return character.encode("unicode_escape").decode()


def strange_character(text: str, meant: str) -> str:
    """Return which character of a text looks like one of what was meant, or cannot be seen; empty where none does.

    Two words that look alike on the screen are told apart by its place and its name.
    """
    for at, character in enumerate(text, start=1):
        if not character.isascii() and character.casefold() not in meant.casefold():
            name = unicodedata.name(character, "without a name").lower()
            return f"character {at} is U+{ord(character):04X} ({name})"
    return ""
