"""Patterns of paths, as a ``.gitignore`` has them, matched in time that grows with the path alone.

An area's own settings have such patterns, and an area is untrusted. As a regular expression a pattern with many stars
may take for ever.
"""

from __future__ import annotations

import re
from functools import lru_cache

from omi_report import limits

_PIECES = re.compile(r"(\*\*/|\*\*|\*|\?)")


class _Fits:
    """Whether a path fits a pattern: ``*`` and ``?`` within one name, ``**`` over several folders.

    All ways to read the pattern are followed at once. Each bit of a number is a place in the pattern to which the
    characters of the path may have led so far.
    """

    def __init__(self, pattern: str) -> None:
        self._places = 0
        self._letters: dict[str, int] = {}  # the places that a letter leads on from
        self._in_name = self._anywhere = 0  # the places that characters may repeat, all but a slash or all
        self._any = 0  # the places that any character but a slash leads on from
        self._passed = self._passed_over = 0  # the places that are left without a character: to the next, or over it
        if "/" not in pattern.rstrip("/"):
            self._add_folders()
        for piece in _PIECES.split(pattern.strip("/")):
            match piece:
                case "**/":
                    self._add_folders()
                case "**":
                    self._passed |= self._anywhere_at(self._next())
                case "*":
                    place = self._next()
                    self._in_name |= place
                    self._passed |= place
                case "?":
                    self._any |= self._next()
                case letters:
                    for letter in letters:
                        self._add_letter(letter)
        self._end = 1 << self._places
        self._start = self._onward(1)
        self._known: dict[str, bool] = {}

    def __call__(self, path: str) -> bool:
        """Say whether a path fits, or lies in a folder that does."""
        if path not in self._known:
            self._known[path] = self._fits(path)
        return self._known[path]

    def _fits(self, path: str) -> bool:
        here = self._start
        for letter in path:
            if letter == "/":
                if here & self._end:
                    return True
                following = here & self._anywhere
            else:
                following = here & (self._anywhere | self._in_name) | (here & self._any) << 1
            following |= (here & self._letters.get(letter, 0)) << 1
            here = self._onward(following)
        return bool(here & self._end)

    def _onward(self, places: int) -> int:
        """The places with those that are reached from them without a character."""
        while True:
            more = places | (places & self._passed) << 1 | (places & self._passed_over) << 2
            if more == places:
                return places
            places = more

    def _next(self) -> int:
        place = 1 << self._places
        self._places += 1
        return place

    def _add_letter(self, letter: str) -> None:
        self._letters[letter] = self._letters.get(letter, 0) | self._next()

    def _anywhere_at(self, place: int) -> int:
        self._anywhere |= place
        return place

    def _add_folders(self) -> None:
        """Whole folders, or none: a place to enter by, which also leads past them, and one for all up to a slash."""
        entry = self._next()
        self._passed |= entry
        self._passed_over |= entry
        self._anywhere |= 1 << self._places
        self._add_letter("/")


@lru_cache(maxsize=4 * limits.PATTERNS)
def matcher(pattern: str) -> _Fits:
    """Return what says whether a path fits a pattern.

    A pattern without a slash fits that name in every folder, and one that fits a folder fits all
    that is in it, as in a ``.gitignore``.
    """
    return _Fits(pattern)
