"""The editor that opens a file at a place: a command of the user's own, or one that is known by its name."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Final

from omi_report.errors import OutputError

KNOWN: Final = {
    "bbedit": "bbedit +{line}:{column} {file}",
    "code": "code --goto {file}:{line}:{column}",
    "codium": "codium --goto {file}:{line}:{column}",
    "emacs": "emacsclient --no-wait +{line}:{column} {file}",
    "gedit": "gedit +{line}:{column} {file}",
    "gvim": "gvim --remote-silent +{line} {file}",
    "idea": "idea --line {line} --column {column} {file}",
    "kate": "kate --line {line} --column {column} {file}",
    "mate": "mate --line {line}:{column} {file}",
    "pycharm": "pycharm --line {line} --column {column} {file}",
    "subl": "subl {file}:{line}:{column}",
    "zed": "zed {file}:{line}:{column}",
}
"""The commands of editors that have a window of their own, by the names that users call them by."""

_PLACE = re.compile(r"\{(file|line|column)\}")
_IN_TERMINALS: Final = ("ed", "helix", "hx", "joe", "micro", "nano", "ne", "nvim", "pico", "vi", "vim")


@dataclass(frozen=True, slots=True)
class Editor:
    """The words of a command; in each, {file}, {line} and {column} stand for the place."""

    words: tuple[str, ...]

    def command(self, file: Path, line: int, column: int) -> list[str]:
        """Return the words for a place, which is counted from 1."""
        values = {"file": str(file.absolute()), "line": str(max(line, 1)), "column": str(max(column, 1))}
        return [_PLACE.sub(lambda found: values[found[1]], word) for word in self.words]

    def open(self, file: Path, line: int, column: int) -> None:
        """Start the editor, and leave it to itself. Raises OSError where it cannot be started."""
        process = subprocess.Popen(  # noqa: S603 - the user's own command, without a shell
            self.command(file, line, column),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        Thread(target=process.wait, daemon=True).start()


def editor_of(command: str) -> Editor:
    """Return the editor of a name, or of a command with {file} in it.

    Raises OutputError for a name that is not known, a command that says no file, and a program that is not there.
    """
    try:
        words = tuple(shlex.split(KNOWN.get(command, command)))
    except ValueError as error:
        raise OutputError(f"--editor «{command}»: {error}") from error
    if not any("{file}" in word for word in words):
        raise OutputError(f"--editor «{command}»: {_hint(words)}")
    if shutil.which(words[0]) is None:
        raise OutputError(f"--editor «{command}»: there is no program {words[0]}: is it installed, and on the PATH?")
    return Editor(words)


def _hint(words: tuple[str, ...]) -> str:
    own = 'a command says where the file goes: --editor "NAME --line {line} {file}"'
    if len(words) == 1 and words[0] in _IN_TERMINALS:
        return f"it needs a terminal, which a click cannot give it; {own}"
    return f"known by their names are {', '.join(KNOWN)}; {own}"
