"""What anybody can read of a published report: its data, the attributes of its HTML, its charts."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Read:
    """A page as it is read: figures with their attributes and words, charts by caption, the data behind the link."""

    figures: list[tuple[dict[str, str], str]] = field(default_factory=list)
    charts: dict[str, list[list[str]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    text: str = ""


def read_page(page: str) -> Read:
    """Read a page of HTML."""
    reader = _Reader()
    reader.feed(page)
    reader.found.text = re.sub(r"\s+", " ", "".join(reader.words)).replace("\u00a0", " ")
    return reader.found


def rows_of(data: bytes, table: str) -> list[dict[str, str]]:
    """Return the records of one table of the data as CSV."""
    return [row for row in csv.DictReader(io.StringIO(data.decode())) if row["table"] == table]


def _figures(address: str) -> dict[str, Any]:
    """The figures as JSON from the link that holds them packed."""
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(address.partition(",")[2]))) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".json"))
        found: dict[str, Any] = json.loads(archive.read(name))
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Read()
        self.words: list[str] = []
        self.inside: list[str] = []
        self.attributes: dict[str, str] = {}
        self.caption = ""
        self.row: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "data":
            self.attributes = found
            self.found.figures.append((found, ""))
        if tag == "figcaption":
            self.caption = ""
        if tag == "tr":  # the end of a row need not be written
            self._end_row()
        if tag in ("td", "th"):
            self.row.append("")
        if found.get("id") == "report-figures":
            self.found.data = _figures(found["href"])
        if tag not in ("br", "img", "meta", "link", "rect", "path", "circle", "line", "use", "stop"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass
        if tag in ("tr", "thead", "tbody", "table"):
            self._end_row()
        if tag == "figure":
            self.caption = ""

    def _end_row(self) -> None:
        if self.row and self.caption:
            self.found.charts.setdefault(self.caption, []).append([cell.strip() for cell in self.row])
        self.row = []

    def handle_data(self, data: str) -> None:
        if {"script", "style", "title"} & set(self.inside):
            return
        self.words.append(data)
        if "figcaption" in self.inside:
            self.caption = (self.caption + data).replace("\u00a0", " ").partition(": ")[2] or self.caption + data
        if "data" in self.inside:
            attributes, text = self.found.figures[-1]
            self.found.figures[-1] = attributes, text + data
        if self.row and ("td" in self.inside or "th" in self.inside):
            self.row[-1] += data.replace("\u00a0", " ")
        if data.startswith("Number of answers"):
            self.found.notes.append(data.replace("\u00a0", " "))
