"""Catalogues of messages for tests: those of omi, and an invented language in which every message is another."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "omi_report" / "locale"

INVENTED = "qaa"
"""The tag of the invented language: one of those that are nobody's."""

_KEPT = re.compile(r"(%\(\w+\)s|%%|<[^>]*>)")
_GEORGIAN = str.maketrans(
    {chr(ord("a") + place): chr(0x10D0 + place) for place in range(26)}
    | {chr(ord("A") + place): chr(0x1C90 + place) for place in range(26)}
)
_MARKS = {
    "%(number)s%%": "%(number)s٪",
    "%(day)s %(month)s %(year)s": "%(year)s·%(month)s·%(day)s",
    "%(month)s %(year)s": "%(year)s·%(month)s",
    ",.": "’·",
    ", ": "、",
    "“”‘’": "„‟‹›",
}
"""Messages without a word."""


def template() -> Catalog:
    """Return every message of omi, as the template of the catalogues lists them."""
    return read_po(io.BytesIO((LOCALE / "omi.pot").read_bytes()))


def invented(key: str) -> str:
    """Return a message in the invented language: letters of another script, all else as it is."""
    if key in _MARKS:
        return _MARKS[key]
    pieces = _KEPT.split(key)
    words = "".join(piece if at % 2 else piece.translate(_GEORGIAN) for at, piece in enumerate(pieces))
    return words if words != key else f"⟨{key}⟩"


def invented_catalogue() -> Catalog:
    """Return a catalogue that has every message in the invented language."""
    return translated(invented)


def translated(translate: Callable[[str], str]) -> Catalog:
    """Return a catalogue with every message as a function translates it."""
    catalogue = Catalog(locale="en", charset="utf-8")
    for message in template():
        keys = _texts(message.id)
        if len(keys) > 1:
            catalogue.add(keys, tuple(translate(key) for key in keys))
        elif message.id:
            catalogue.add(keys[0], translate(keys[0]))
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def catalogue_files() -> list[Path]:
    """Return the catalogues of omi, as translators write them."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/omi.po"))


def read_catalogue(path: Path) -> Catalog:
    """Read a catalogue as translators write it. Raises PoFileError where it is not written as one."""
    return read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)


def flaws(catalogue: Catalog) -> list[str]:
    """Return what is wrong with a catalogue: messages that it lacks, values that are lost, marks that are too few."""
    found = []
    for message in template():
        if not message.id:
            continue
        keys = _texts(message.id)
        own = catalogue.get(keys[0])
        if own is None or own.fuzzy or not own.string or not all(_texts(own.string)):
            found.append(f"«{keys[0]}» is not translated")
            continue
        found += [
            f"«{keys[0]}» is translated as «{text}», with other values or another number of words"
            for text in _texts(own.string)
            if not any(_fits(text, key) for key in keys)
        ]
    return found


def _texts(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def _fits(text: str, key: str) -> bool:
    """Say whether a text has the values of a key; and the marks, or the months, that the program counts on."""
    if sorted(re.findall(r"%\(\w+\)s", text)) != sorted(re.findall(r"%\(\w+\)s", key)):
        return False
    if key.startswith("January "):
        return len(text.split(" ")) == 12
    return len(text) == len(key) if key in (",.", "“”‘’") else True
