"""The figures of a report as open data: in the HTML, and attached to the PDF.

They are what `omi export` writes of scores, questions and percentages. The texts
of the report are left out: they stand beside them. The HTML holds the files once, packed into an archive.
"""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from omi_report.inspection import Inspection
from omi_report.model.framework import Framework
from omi_report.opendata.export import export_data, tables_of
from omi_report.opendata.export_tables import export_csv
from omi_report.opendata.measures import MEASURES

_FIGURES = ("scores", "questions", "percentages", "attributes")
"""The tables that hold figures; the others hold texts."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of figures. ``form`` is what people call its format, ``description`` says what it holds."""

    name: str
    form: str
    description: str
    media_type: str
    data: bytes

    @property
    def address(self) -> str:
        """The file as an address that holds it."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode()}"

    @property
    def kilobytes(self) -> int:
        """Its size as people are told it; never nothing."""
        return max(1, round(len(self.data) / 1000))


@dataclass(frozen=True, slots=True)
class OpenData:
    """The figures as one JSON value, and as files."""

    figures: dict[str, Any]
    files: tuple[DataFile, ...]

    @property
    def archive(self) -> DataFile:
        """The files in one, a tenth of their size, as a page holds them. The same files give the same bytes."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for file in self.files:
                entry = zipfile.ZipInfo(file.name)  # of 1980, whatever the clock says
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # on every system
                archive.writestr(entry, file.data, zipfile.ZIP_DEFLATED, compresslevel=9)
        first = self.files[0]
        name = f"{first.name.rpartition('.')[0]}.zip"
        return DataFile(name, "ZIP", first.description, "application/zip", made.getvalue())

    @property
    def counted(self) -> frozenset[str]:
        """The full names of the percentages whose counts are among the figures."""
        return frozenset(each["name"] for each in self.figures["percentages"] if not each["suppressed"])

    @property
    def minimum(self) -> int | None:
        """The count under which figures are left out; None where none are."""
        return None if self.figures["minimum"] is None else int(self.figures["minimum"])


def open_data(inspection: Inspection) -> OpenData:
    """Return the figures of an area without errors, less what would give away a small count where it is hidden.

    Questions that nobody answered are left out; where there is no evidence, these are all of them.
    """
    data = export_data(inspection)
    tables = tables_of(inspection.area.kinds, inspection.framework)
    columns = {
        name: each for name, each in tables.items() if name != MEASURES
    }  # its values stand in the page as tables
    figures = {name: value for name, value in data.items() if name not in tables or name in _FIGURES}
    if "attributes" in figures:
        figures["attributes"] = _names_in(data, inspection.framework)
    figures["questions"] = [each for each in data["questions"] if each["base"] or each["suppressed"]]
    compact = json.dumps(figures, ensure_ascii=False, separators=(",", ":")) + "\n"
    shown = figures | {name: figures.get(name, []) for name in tables}
    stem = "-".join((_plain(data["area"]), *_draft(data), "figures"))
    description = inspection.language.label("%(Terms_score)s and percentages of the report")
    return OpenData(
        figures,
        (
            DataFile(f"{stem}.json", "JSON", description, "application/json", compact.encode()),
            DataFile(f"{stem}.csv", "CSV", description, "text/csv", export_csv(shown, columns).encode()),
        ),
    )


def _names_in(data: dict[str, Any], framework: Framework) -> list[dict[str, Any]]:
    """The names of attributes and values that stand in ``where``, of those attributes that have names beside ids."""
    used = {
        (each["survey"], name, value)
        for each in data["percentages"]
        for name, values in each["where"].items()
        for value in values
        if framework.attributes_of(each["survey"])[name].has_names
    }
    return [each for each in data["attributes"] if (each["survey"], each["attribute"], each["value"]) in used]


def _draft(data: dict[str, Any]) -> tuple[str, ...]:
    """What the names of a draft's files have more (``draft``, ``2``), and those of what is before it (``feedback``)."""
    if data["stage"] == "final":
        return ()
    if data["stage"] != "draft":
        return (str(data["stage"]),)
    return ("draft",) if data["draft"] is None else ("draft", str(data["draft"]))


def _plain(name: str) -> str:
    """A name as the beginning of a file's name: ``dyfed-powys``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "report"
