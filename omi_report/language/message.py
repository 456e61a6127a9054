"""Words that wait for a language: a key, which is the words in English, and what goes into them.

Layers that know no report say why there is no score, or what a score is made from, without choosing a language.
The code that shows it chooses one: ``Language.say(message)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Message:
    """A message: ``key`` in English with ``%(name)s`` for each of its ``values``.

    Where ``plural`` is given, ``key`` is for one and ``plural`` for any other ``number``; both may hold ``%(number)s``.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str = ""
    number: int = 0

    def __str__(self) -> str:
        """The message in English."""
        from omi_report.language.known import ENGLISH  # English is made of messages

        return ENGLISH.say(self)


def message(key: str, /, **values: Value) -> Message:
    """Return a message. Its key is a literal: the list of messages for translators is made from these calls."""
    return Message(key, tuple(values.items()))


def counted(singular: str, plural: str, number: int, /, **values: Value) -> Message:
    """Return a message that depends on a number. Both keys are literals, as for ``message``."""
    return Message(singular, tuple(values.items()), plural, number)
