"""What stops omi, and the status that it then ends with.

What is wrong in an area is data (``problems``). An error is raised where omi cannot go on: a folder that is
no area, settings that cannot be used, a file that cannot be written. Its message says to a user what is wrong, where,
and what to do. All errors that leave a module derive from ``OmiError``, so that one handler shows them.
"""

from __future__ import annotations

from typing import ClassVar, Final

CLEAN: Final = 0
"""Exit status: nothing is wrong."""
PROBLEMS: Final = 1
"""Exit status: the area has problems, or a report is not as it was built."""
MISUSE: Final = 2
"""Exit status: the program was asked for something that cannot be done."""


class OmiError(Exception):
    """omi cannot go on. The message is for the user; ``status`` is the exit status."""

    status: ClassVar[int] = MISUSE


class NotAnAreaError(OmiError):
    """The folder is not there or is not an area."""


class SettingsError(OmiError):
    """The settings cannot be used; the message names the file and the line."""


class PluginError(SettingsError):
    """A plug-in that the settings name is not there, or cannot be used; the message names it."""


class UnknownFrameworkError(OmiError):
    """No framework that comes with omi has this name."""


class UnknownNameError(OmiError):
    """The framework has no criterion, section, thread or attribute of this name."""


class NoEvidenceError(OmiError):
    """The area has no evidence, and without it there is nothing to work this out from."""


class BrokenFrameworkError(OmiError):
    """A framework that is no area's own cannot be used; the message names its file and the lines."""


class OutputError(OmiError):
    """An output could not be made, by no fault of the area's writers."""


class ManifestError(OutputError):
    """A manifest is not there or cannot be read."""


class DocumentError(OmiError):
    """A file is not the JSON of a report."""


class PdfError(OutputError):
    """WeasyPrint could not do all that the page asks for; the message lists what it said."""


class TagsError(PdfError):
    """The structure tree of a PDF cannot be made right."""
