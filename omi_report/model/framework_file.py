"""The bytes of a framework's file → the framework, with every problem at its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from omi_report.model.consistency import flaws, problem_of
from omi_report.model.framework import Framework
from omi_report.model.half_read import HalfRead, UnsoundError
from omi_report.model.kinds import Kinds
from omi_report.model.shape import fill, sound_values
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile, decoded, read_source

T = TypeVar("T")


class Sketch(NamedTuple):
    """What can be told of a framework that cannot be used: it has those keys that are sound."""

    framework: Framework

    def tells(self, what: Callable[[Framework], T]) -> T | None:
        """Return what can be worked out of the sound keys; None where it takes another key."""
        try:
            return what(self.framework)
        except UnsoundError:
            return None


@dataclass(frozen=True, slots=True)
class ReadFramework:
    """A framework as it was read.

    ``framework`` is None where it cannot be used; ``problems`` then say why, and ``sketch`` has what is sound of it.
    ``data`` are the bytes of its file.
    """

    framework: Framework | None
    file: SourceFile
    data: bytes
    problems: tuple[Problem, ...] = ()
    sketch: Sketch | None = None


def read_framework(data: bytes, name: str, shown: str, kinds: Kinds) -> ReadFramework:
    """Read a framework from the bytes of a file.

    ``name`` is the file's name, ``shown`` its path for messages, and ``kinds`` are the kinds of part that it may name.
    """
    text = decoded(data, shown)
    if isinstance(text, Problem):
        return ReadFramework(None, SourceFile(name, shown, "", None), data, (text,))
    file, problems = read_source(name, shown, text)
    read = framework_in_file(file, data, kinds)
    if not problems:
        return read
    return ReadFramework(None, read.file, data, (*problems, *read.problems), read.sketch)


def framework_in_file(file: SourceFile, data: bytes, kinds: Kinds) -> ReadFramework:
    """Make a framework of a file that has been read. All that is wrong in it is found at once, as far as that can be.

    ``data`` are the bytes of the file; ``kinds`` are the kinds of part that it may name.
    """
    key = framework_in_file, data, tuple(kinds)
    if key not in file.worked_out:
        file.worked_out[key] = _framework_in_file(file, data, kinds)
    read: ReadFramework = file.worked_out[key]
    return read


def _framework_in_file(file: SourceFile, data: bytes, kinds: Kinds) -> ReadFramework:
    framework, wrong = fill(Framework, file)
    looked_at = framework or HalfRead.of_sound(sound_values(Framework, file))
    found = list(flaws(looked_at, kinds))
    if not wrong and not found:
        return ReadFramework(framework, file, data, (), Sketch(looked_at))
    problems = (*wrong, *(problem_of(flaw, file) for flaw in found))
    flawed = {str(flaw.path[0]) for flaw in found}
    sound = {key: value for key, value in vars(looked_at).items() if key in Framework.keys.keys() - flawed}
    return ReadFramework(None, file, data, problems, Sketch(HalfRead.of_sound(sound)))
