"""What stops omi, and the status that it then ends with.

What is wrong in an area is data (``problems``). An error is raised where omi cannot go on: a folder that is
no area, settings that cannot be used, a file that cannot be written. Its message says to a user what is wrong, where,
and what to do. All errors that leave a module derive from ``OmiError``, so that one handler shows them.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

CLEAN: Final = 0
"""Exit status: nothing is wrong."""
PROBLEMS: Final = 1
"""Exit status: the area has problems, or a report is not as it was built."""
MISUSE: Final = 2
"""Exit status: the program was asked for something that cannot be done."""


STOPPED: Final = 130
"""Exit status: the user stopped the program, as shells say it."""


MOST_LINES: Final = 20
"""So many lines of a message are shown."""


class OmiError(Exception):
    """omi cannot go on. The message is for the user; ``status`` is the exit status."""

    status: ClassVar[int] = MISUSE

    @property
    def lines(self) -> tuple[str, ...]:
        """The message as it is shown: a line for each thing that is wrong."""
        return (str(self),)


class NotAnAreaError(OmiError):
    """The folder is not there or is not an area."""


class SettingsError(OmiError):
    """The settings cannot be used; the message names the file and the line."""


class PluginError(SettingsError):
    """A plug-in that the settings name is not there, or cannot be used; the message names it."""


class MissingExtraError(OmiError):
    """A library that only some commands need is not installed; the message says how to install it."""


class UnknownFrameworkError(OmiError):
    """No framework that comes with omi has this name."""


class UnknownNameError(OmiError):
    """The framework has no criterion, section, thread or attribute of this name."""


class UnlikeFrameworksError(OmiError):
    """The frameworks of areas have nothing in common that is scored, so that they cannot stand side by side."""


class NothingToDrawError(OmiError):
    """There is no score of which a chart could be made."""


class TooManyPartsError(OmiError):
    """A sample would be broken down into more parts than are scored at once."""


class NoEvidenceError(OmiError):
    """The area has no evidence, and without it there is nothing to work this out from."""


class BrokenFrameworkError(OmiError):
    """A framework that is no area's own cannot be used; the message names its file and the lines."""


class RevisionError(OmiError):
    """A revision of a git repository cannot be had; the message says why."""


class NoSuchPartError(OmiError):
    """A report has no part of a kind that was asked for; the message says what to do."""


class DraftError(OmiError):
    """A draft cannot be made; the message says why."""


class NotComparableError(OmiError):
    """What is to be compared is no report, and no report can be made of it; the message says why."""


class SystemRefusalError(OmiError):
    """The system refuses what omi asks of it: to open a file, to write, to list a folder."""

    @classmethod
    def of(cls, error: OSError) -> SystemRefusalError:
        """Say what the system says, and what it says it of."""
        said = error.strerror or str(error)
        if error.filename is not None:
            return cls(f"{os.fsdecode(error.filename)}: {said}" if isinstance(error.filename, _NAMES) else said)
        if isinstance(error, FileNotFoundError):
            return cls("the current folder is no longer there: go to another one")
        return cls(f"what omi says cannot be written: {said}")


_NAMES = (str, bytes)


def refusal_of(error: OmiError | OSError) -> OmiError:
    """Return an error as one of omi's, whose ``lines`` and ``status`` a command shows and ends with."""
    return error if isinstance(error, OmiError) else SystemRefusalError.of(error)


@contextmanager
def told_by_system() -> Iterator[None]:
    """Turn an error of the system into a SystemRefusalError."""
    try:
        yield
    except OSError as error:
        raise SystemRefusalError.of(error) from error


class OutputError(OmiError):
    """An output could not be made, by no fault of the area's writers. ``complaints`` is what is wrong, one by one."""

    complaints: tuple[str, ...] = ()

    @classmethod
    def of(cls, complaints: Sequence[str]) -> Self:
        """Return the error that says several things."""
        error = cls("; ".join(complaints))
        error.complaints = tuple(complaints)
        return error

    @property
    def lines(self) -> tuple[str, ...]:
        """The message as it is shown, with no more lines than somebody reads."""
        if len(self.complaints) <= MOST_LINES:
            return self.complaints or super().lines
        return (*self.complaints[:MOST_LINES], f"… and {len(self.complaints) - MOST_LINES} more of this kind")


class TemplatesError(OutputError):
    """A template folder cannot be used; ``complaints`` has a sentence for each thing that is wrong, with its file."""


class ManifestError(OutputError):
    """A manifest is not there or cannot be read."""


class DocumentError(OmiError):
    """A file is not the JSON of a report."""


class PdfError(OutputError):
    """WeasyPrint could not do all that the page asks for; ``complaints`` is what it said."""


class TagsError(PdfError):
    """The structure tree of a PDF cannot be made right."""
