"""The bytes of a framework's file → the framework, with every problem at its place."""

from __future__ import annotations

from dataclasses import dataclass

from omi_report.model.consistency import inconsistencies
from omi_report.model.framework import Framework
from omi_report.model.kinds import Kinds
from omi_report.model.shape import fill
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile, decoded
from omi_report.source.reader import read_tree


@dataclass(frozen=True, slots=True)
class ReadFramework:
    """A framework as it was read.

    ``framework`` is None where it cannot be used; ``problems`` then say why. ``data`` are the bytes of its file.
    """

    framework: Framework | None
    file: SourceFile
    data: bytes
    problems: tuple[Problem, ...] = ()


def read_framework(data: bytes, name: str, shown: str, kinds: Kinds) -> ReadFramework:
    """Read a framework from the bytes of a file.

    ``name`` is the file's name, ``shown`` its path for messages, and ``kinds`` are the kinds of part that it may name.
    """
    text = decoded(data, shown)
    if isinstance(text, Problem):
        return ReadFramework(None, SourceFile(name, shown, "", None), data, (text,))
    tree, problems = read_tree(text, shown)
    file = SourceFile(name, shown, text, tree)
    framework, wrong = fill(Framework, file)
    problems += wrong
    if framework is not None:
        problems += inconsistencies(framework, file, kinds)
    return ReadFramework(None if problems else framework, file, data, tuple(problems))
