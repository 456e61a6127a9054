"""The words of a text with its references as they will be printed: ``{criterion}`1.2` `` is «criterion 1.2»."""

from __future__ import annotations

from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText
from omi_report.prose.nodes import Role

_WORDS = {"criterion": OMI.criterion, "section": OMI.section}


def refers_to_rated(text: CheckedText) -> bool:
    """Say whether a text refers to a criterion or a section."""
    return any(node.role in _WORDS for node in text.view.parsed.roles)


def as_printed(text: CheckedText) -> str:
    """Return the words of a text with its references to criteria and sections, at the offsets of the text as written.

    A reference is a word for what it leads to and its number, as if they had been typed; its title is left out.
    """
    pieces, done = [], 0
    for node in sorted(text.view.parsed.roles, key=lambda each: each.offset):
        printed = _printed(node)
        if printed and node.offset >= done:
            pieces += [text.words[done : node.offset], printed]
            done = node.end
    return "".join([*pieces, text.words[done:]]) if pieces else text.words


def _printed(node: Role) -> str:
    """A reference in as many characters as are written, with spaces between the word and the number."""
    word = _WORDS.get(node.role, "")
    gap = node.length - len(word) - len(node.target)
    return f"{word}{' ' * gap}{node.target}" if word and gap > 0 and node.target.isprintable() else ""
