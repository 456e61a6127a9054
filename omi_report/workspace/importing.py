"""A report that exists → an area: which framework it is of, its files, and blanks for what it does not have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from omi_report import limits
from omi_report.document.kinds import PART_KINDS
from omi_report.errors import OmiError, SystemRefusalError, UnknownFrameworkError, UnknownNameError
from omi_report.files import read_regular
from omi_report.importing.area_files import Imported, Uncertain, imported
from omi_report.importing.blanks import with_blanks
from omi_report.importing.content import Context
from omi_report.importing.cover import FACTS
from omi_report.importing.pasted import Added, CannotBeAddedError, added
from omi_report.importing.reading import Report, read_report
from omi_report.importing.structure import fit
from omi_report.importing.titles import Titles
from omi_report.inspection import Inspection, inspect
from omi_report.model.criterion import criterion_file
from omi_report.numbering import name_of
from omi_report.scaffold.area import SCHEMA_FOLDER, scaffold
from omi_report.visible import visible
from omi_report.workspace.area import open_area
from omi_report.workspace.checked import Checked
from omi_report.workspace.frameworks import known_frameworks
from omi_report.workspace.new_area import FrameworkOfNewArea, framework_for

_SCHEMA = re.compile(r"\$schema=(?:\.\./)*(\S+)")


class NothingFoundError(OmiError):
    """A report has nothing that can be imported; the message says so, and what to look at."""


@dataclass(frozen=True)
class ImportedArea:
    """The files of an area by their paths, of which framework, and what is to be said of how it was read.

    ``fitting`` is how many criteria of the framework the report has; None where the framework was asked for.
    """

    imported: Imported
    framework: FrameworkOfNewArea
    fitting: int | None = None
    notes: tuple[str, ...] = ()
    blank: tuple[str, ...] = field(default=())
    """The files that the report has nothing for: they are blank, as `omi init` makes them."""

    @property
    def files(self) -> dict[str, bytes]:
        """What is to be written, by its path in the area."""
        found = {name: text.encode() for name, text in self.imported.files.items()}
        if self.framework.copy is not None:
            found[self.framework.called] = self.framework.copy
        return found


def import_area(source: Path, area: Path, named: str | None, called: Iterable[tuple[str, str]] = ()) -> ImportedArea:
    """Return the area of a report; nothing is written. The framework is ``named``, or that which fits best.

    ``called`` are headings of the report with the titles of the framework that they stand for. Raises OmiError where
    the report cannot be read, where no framework fits, or where nothing was found in it.
    """
    report = read_report(read_source(source), str(source))
    fitting = None
    if named is None:
        named, fitting = _best_framework(report, area, source)
    chosen = framework_for(named, area)
    titles = Titles(chosen.framework).called_so(called)
    found = imported(
        report.pieces(titles), list(report.left), chosen.framework, chosen.called, visible(source.name), titles
    )
    if not sum(count for kind, count in found.found.items() if kind != FACTS):
        raise NothingFoundError(
            f"{source} has nothing that {chosen.called} has a title for: is it the right report and framework?"
        )
    blank = _fill_blanks(found, chosen, area)
    return ImportedArea(found, chosen, fitting, (report.note,) if report.note else (), blank)


def read_source(source: Path) -> bytes:
    """Return the bytes of a report. Raises SystemRefusalError where they cannot be read, or are too many."""
    try:
        return read_regular(Path(source).resolve(), limits.WORD_BYTES)
    except OSError as error:
        raise SystemRefusalError(f"{source} cannot be read: {error.strerror}") from error


def _best_framework(report: Report, area: Path, source: Path) -> tuple[str, int]:
    """The name of the framework with most criteria whose numbers and titles stand in the report, and how many."""
    fits = []
    for known in known_frameworks(area):
        if known.read.framework is not None and not known.problems:
            fits.append((fit(report.short, Titles(known.read.framework)), known.name))
    most, name = max(fits, key=lambda each: each[0], default=(0, ""))
    if not most:
        raise UnknownFrameworkError(
            f"{source} has the number and title of no criterion of any framework: name the framework with --framework"
        )
    return name, most


def _fill_blanks(found: Imported, chosen: FrameworkOfNewArea, area: Path) -> tuple[str, ...]:
    """Put in the files that the report has nothing for, the keys that a file needs and lacks, and the schemas."""
    name = area.resolve().name.replace("-", " ").title()
    blanks = scaffold(chosen.framework, PART_KINDS, name, "2000-01", chosen.called)
    missing = [path for path in blanks if path not in found.files and not path.startswith(SCHEMA_FOLDER)]
    for path, text in blanks.items():
        if path in found.files:
            found.files[path], placed = with_blanks(found.files[path], text, _needed(text, blanks))
            found.uncertain += [Uncertain(each.doubt, path, each.line) for each in placed]
        else:
            found.files[path] = text
    return tuple(missing)


def _needed(blank: str, blanks: Mapping[str, str]) -> list[str]:
    """The keys that a file cannot do without, by the schema that its first line names."""
    name = _SCHEMA.search(blank.partition("\n")[0])
    return list(json.loads(blanks[name[1]]).get("required", [])) if name else []


@dataclass(frozen=True)
class AddedFindings:
    """An area with findings added to the file of a criterion, in drafts; nothing is written yet."""

    checked: Checked
    added: Added
    file: str
    notes: tuple[str, ...] = ()


def add_findings(
    data: bytes, source: str, area: Path, number: str, kind: str | None, called: Iterable[tuple[str, str]] = ()
) -> AddedFindings:
    """Add findings from a document to the file of a criterion of an area; nothing is written.

    ``kind`` is the key of the list of findings that no heading stands above; ``called`` as in `import_area`. Raises
    OmiError where the document cannot be read, where there is no such area or criterion, or where nothing can be added
    to its file.
    """
    if len(data) > limits.WORD_BYTES:
        raise CannotBeAddedError(f"{source} is larger than {limits.WORD_BYTES:,} bytes")
    inspection = inspect(*open_area(area))
    if not isinstance(inspection, Inspection):
        raise CannotBeAddedError(f"{area} has errors for which it cannot be read: omi validate {area} shows them")
    framework = inspection.framework
    name = name_of(number)
    file = inspection.files.get(criterion_file(name))
    if name not in framework.criteria or file is None:
        raise UnknownNameError(f"{area} has no file of a {framework.terms.criterion} {number}")
    titles = Titles(framework).called_so(called)
    report = read_report(data, source)
    found = added(file, name, report.pieces(titles), Context(framework, titles, {}), kind, source)
    found = found._replace(left=(*report.left, *found.left))
    drafts = {file.name: (file.text, found.text)}
    notes = (report.note,) if report.note else ()
    return AddedFindings(Checked(area, drafts=drafts, fixes=found.found.total()), found, file.shown, notes)
