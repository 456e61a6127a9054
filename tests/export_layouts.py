"""A sheet of evidence → an export of it in a layout that somebody might have, chosen at random: the same answers."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.grids import SheetGrid, letters_of_column, read_grids
from omi_report.importing.sheets.guess.guesses import guess_sheets
from omi_report.importing.sheets.guess.map_text import map_text
from omi_report.importing.sheets.imported import ImportedSheets, imported_sheets
from omi_report.importing.sheets.sheet_kinds import SheetKind, kinds_of_sheet
from omi_report.model.evidence_map import EvidenceMap
from omi_report.model.framework import Framework
from omi_report.model.shape import fill
from omi_report.model.shipped import load_framework
from omi_report.source.folder import Folder
from omi_report.source.places import MAP_FILE
from omi_report.source.snapshot import Snapshot
from tests.exports import csv_of, ods_of, xlsx_of

AREAS = Path(__file__).parent.parent / "areas"
OF = {"wessex": "omi-2006", "tarnmouth": "cci-2009", "saltmere": "pdu-2023"}

Table = list[list[str]]


@dataclass
class Export:
    """An export: its files by their names."""

    files: dict[str, bytes] = field(default_factory=dict)

    def grids(self) -> list[SheetGrid]:
        """Its sheets, as omi reads them."""
        return [grid for name, data in self.files.items() for grid in read_grids(data, name)]


@dataclass(frozen=True)
class CasesSheet:
    """The sheet of cases of an area."""

    framework: Framework
    kind: SheetKind
    text: str

    @property
    def table(self) -> Table:
        """Its rows, with the headings."""
        return list(csv.reader(self.text.splitlines()))


def cases_of(area: str) -> CasesSheet:
    """Return the sheet of cases of an area."""
    framework = load_framework(OF[area], PART_KINDS)
    text = (AREAS / area / "evidence" / "cases.csv").read_text(encoding="utf-8")
    return CasesSheet(framework, kinds_of_sheet(framework)["cases"], text)


def map_of(text: str) -> EvidenceMap:
    """Return the map that a text is; there is nothing wrong with it."""
    file = Folder(Snapshot("a", "a", {}).with_text(MAP_FILE, text)).read(MAP_FILE)
    assert file is not None
    held, problems = fill(EvidenceMap, file)
    assert held is not None, problems
    assert not problems
    return held


def guessed(grids: Sequence[SheetGrid], framework: Framework) -> EvidenceMap:
    """Return the map that is proposed for exports."""
    return map_of(map_text(guess_sheets(grids, framework).sheets))


def imported_by_guess(grids: Sequence[SheetGrid], framework: Framework) -> ImportedSheets:
    """Import exports by the map that is proposed for them."""
    return imported_sheets(grids, guessed(grids, framework), framework)


@dataclass(frozen=True)
class Layout:
    """How an export is laid out; each of its parts is chosen by itself."""

    heading: str
    values: str
    not_relevant: str
    blank: str
    above: int
    groups: bool
    totals: bool
    again: bool
    personal: bool
    shuffled: bool
    split: str
    form: str
    delimiter: str
    encoding: str

    @classmethod
    def at_random(cls, random_: random.Random) -> Layout:
        """Choose a layout."""
        return cls(
            heading=random_.choice(["id", "Q", "Q_", "id text", "text", "text (id)", "1. text"]),
            values=random_.choice(["id", "name", "upper", "codes", "label", "letters"]),
            not_relevant=random_.choice(["N/A", "n.a.", "Not applicable", "NA", "Not relevant"]),
            blank=random_.choice(["", "", "-", "No answer"]),
            above=random_.choice([0, 0, 1, 3]),
            groups=random_.random() < 0.3,
            totals=random_.random() < 0.4,
            again=random_.random() < 0.2,
            personal=random_.random() < 0.6,
            shuffled=random_.random() < 0.4,
            split=random_.choice(["", "", "", "columns", "rows"]),
            form=random_.choice(["csv", "csv", "xlsx", "ods"]),
            delimiter=random_.choice(",;\t|"),
            encoding=random_.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
        )


def export_of(evidence: CasesSheet, layout: Layout, random_: random.Random) -> Export:
    """Lay a sheet of cases out as an export."""
    head, *rows = evidence.table
    codes = _codes(evidence)
    made = [
        [
            row[0],
            *(_written(evidence.kind, name, cell, layout, codes) for name, cell in zip(head[1:], row[1:], strict=True)),
        ]
        for row in rows
    ]
    headings = ["Case ID", *(_heading(evidence.kind, name, layout, at) for at, name in enumerate(head[1:], start=1))]
    order = list(range(1, len(head)))
    if layout.shuffled:
        random_.shuffle(order)
    parts: list[tuple[list[int], Table]] = [(order, made)]
    if layout.split == "columns":
        middle = len(order) // 2
        parts = [(order[:middle], made), (order[middle:], made)]
    elif layout.split == "rows":
        parts = [(order, made[: len(made) // 2]), (order, made[len(made) // 2 :])]
    export = Export()
    for number, (columns, some) in enumerate(parts, start=1):
        table = [[headings[0], *(headings[at] for at in columns)]]
        table += [[row[0], *(row[at] for at in columns)] for row in some]
        names = [head[0], *(head[at] for at in columns)]
        table, merged = _furnished(table, names, layout, random_)
        book = [["Code", "Label"], *([code, _name(evidence.kind, answer)] for answer, code in codes.items())]
        name = f"export {'first' if number == 1 else 'second'}.{layout.form}"
        sheets = {"Data": table} | ({"Code book": book} if layout.values == "codes" else {})
        if layout.form == "csv":
            export.files[name] = csv_of(table, layout.delimiter, layout.encoding)
            if layout.values == "codes":
                export.files["code book.csv"] = csv_of(book)
        else:
            export.files[name] = xlsx_of(sheets, merged) if layout.form == "xlsx" else ods_of(sheets)
    return export


def workbook_of_cases(area: str) -> bytes:
    """Return the cases of an area as a workbook that a tool might export, with codes and a code book."""
    layout = Layout(
        heading="id text",
        values="codes",
        not_relevant="",
        blank="",
        above=1,
        groups=False,
        totals=True,
        again=False,
        personal=True,
        shuffled=False,
        split="",
        form="xlsx",
        delimiter="",
        encoding="",
    )
    (data,) = export_of(cases_of(area), layout, random.Random(1)).files.values()
    return data


def _codes(evidence: CasesSheet) -> dict[str, str]:
    """A number for each answer of the questions."""
    answers = dict.fromkeys(
        answer for column in evidence.kind.columns.values() if column.kind == "question" for answer in column.answers
    )
    return {answer: str(code) for code, answer in enumerate(answers, start=1)}


def _name(kind: SheetKind, answer: str) -> str:
    for column in kind.columns.values():
        if column.kind == "question" and answer in column.answers:
            return column.names[column.answers.index(answer)]
    return answer


def _heading(kind: SheetKind, name: str, layout: Layout, at: int) -> str:
    if kind.columns[name].kind == "attribute":
        return name if layout.heading == "id" else name.replace("_", " ").capitalize()
    text = kind.texts[name]
    several = Counter(kind.texts.values())[text] > 1
    shown = {
        "id": name,
        "Q": f"Q{name}",
        "Q_": f"Q{name.replace('.', '_')}",
        "id text": f"{name} {text}",
        "text": text,
        "text (id)": f"{text} ({name})",
        "1. text": f"{at}. {text}",
    }
    return shown["id text"] if several else shown[layout.heading]


def _written(kind: SheetKind, name: str, cell: str, layout: Layout, codes: Mapping[str, str]) -> str:
    """An answer as an export writes it."""
    column = kind.columns[name]
    if column.kind == "attribute":
        return cell if layout.values == "id" else cell.replace("-", " ").capitalize()
    if not cell:
        return layout.blank
    if cell == column.not_relevant and layout.values != "codes":
        return layout.not_relevant
    label = column.names[column.answers.index(cell)]
    if layout.values == "letters":  # the first letter of yes and no
        return cell[0].upper() if cell in ("yes", "no") else label
    return {
        "id": cell,
        "name": label,
        "upper": label.upper(),
        "codes": codes[cell],
        "label": f"{codes[cell]} - {label}",
    }[layout.values]


def _furnished(table: Table, names: Sequence[str], layout: Layout, random_: random.Random) -> tuple[Table, list[str]]:
    """The table with what programs and people put around it, and the ranges that are merged."""
    head, *rows = table
    if layout.personal:
        at = random_.randrange(len(head))
        more = {"Name": "Ann Other", "E-mail": "ann@example.org", "IP Address": "10.0.0.1", "Any other comments": ""}
        head = [*head[:at], *more, *head[at:]]
        names = [*names[:at], *("" for _each in more), *names[at:]]
        rows = [
            [
                *row[:at],
                *(value or f"It went well on the whole in {row[0]}, and late" for value in more.values()),
                *row[at:],
            ]
            for row in rows
        ]
    if layout.totals:
        rows = [*rows, ["Total", *("" if not name else str(len(rows)) for name in names[1:])]]
    if layout.again:
        rows.insert(len(rows) // 2, list(head))
    above: Table = [["Judged cases"], ["Exported on 3 May 2008"], []][: layout.above]
    merged: list[str] = []
    if layout.groups:
        above.append(["" if "." not in name else f"Criterion {name.rpartition('.')[0]}" for name in names])
        group, start = above[-1], 0
        for at in range(1, len(group) + 1):
            if at == len(group) or group[at] != group[start]:
                if group[start] and at - start > 1:
                    line = len(above)
                    merged.append(f"{letters_of_column(start)}{line}:{letters_of_column(at - 1)}{line}")
                group[start + 1 : at] = [""] * (at - start - 1)
                start = at
    return [*above, head, *rows], merged
