"""Words of a text → the same words in Govspeak: whatever would be a mark there is escaped.

Two programs read a Govspeak text. Its own rules are patterns that are looked for in the whole text first, and know
of no backslash; kramdown reads what is left. So a character that is part of one of those patterns becomes a numeric
entity, and one that is a mark to kramdown alone has a backslash before it, which is easier to read.
"""

from __future__ import annotations

import re
from typing import Final

_UNSUITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028-\u202e\u206a-\u206f\ufeff\ufff9-\ufffc]")
"""What no XML may hold, and what Govspeak takes out of every text."""

_MARKS: Final = re.compile(
    r"""
      (?P<entity>
          [\\`^{]                          # a backslash before one of these is taken for itself, or as a line's end
        | \$(?!\d)                         # $CTA, $E: anywhere in a box; and $$ for mathematics
        | :(?=[a-z-]+:)                    # :england: … :england:
        | \[(?=[A-Za-z:]+:)                # [Contact: …], [embed:link: …]
        | &(?=\#?\w+;)                     # what is an entity
        | <                                # what is HTML, and «
      )
    | (?P<backslash> [*_\[\]|#>"'] | \.{2,} | -{2,} | !(?=!|$) )
    """,
    re.VERBOSE,
)

_AT_BEGINNING: Final = re.compile(
    r"(?P<before>\s*)(?:(?P<backslash>[-+=:!])|(?P<entity>[%~])|(?P<number>s?\d+)(?=[.)]))"
)
"""What is a mark at the beginning of a line alone: of lists, steps, definitions, lines and callouts."""


def escaped(text: str) -> str:
    """Return words that stand within a line, on one line, so that they are read as the same words."""
    on_one_line = _UNSUITABLE.sub("", text).replace("\r", " ").replace("\n", " ").replace("\t", " ")
    return _MARKS.sub(_escape, on_one_line)


def begun(line: str) -> str:
    """Return a line that was escaped, as it can stand at the beginning of a line."""
    found = _AT_BEGINNING.match(line)
    if not found:
        return line
    before, rest = found["before"], line[found.end() :]
    if found["number"]:
        return f"{before}{found['number']}\\{rest}"
    mark = f"\\{found['backslash']}" if found["backslash"] else entity(found["entity"])
    return before + mark + rest


def entity(character: str) -> str:
    """Return a character as a numeric entity."""
    return f"&#{ord(character)};"


def address(href: str) -> str:
    """Return an address as it can stand in the brackets of a link: what would end it there is percent-encoded."""
    return re.sub(r"[^!#%&+,\-./0-9:;=?@A-Z_a-z~]", lambda found: _percent(found[0]), href)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode(errors="replace"))


def _escape(found: re.Match[str]) -> str:
    if found["entity"]:
        return entity(found["entity"])
    return "".join(f"\\{each}" for each in found["backslash"])
