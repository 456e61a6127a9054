"""The time that passes from saving a word of an area to its new page, as a preview without a browser serves it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from json import loads
from pathlib import Path
from threading import Event, Thread
from typing import Any

from omi_report.build_options import BuildOptions
from omi_report.preview.server import Preview
from omi_report.workspace.live import LiveReport, views_of
from omi_report.workspace.watching import changes, watched_for
from tests.bench.timing import Result, result_of, usage

ROUNDS = 7
PAGE = "report.html"


def saving(area: Path, omi: str, scratch: Path) -> Result:
    """A save until its page has come, against a build of the page by a command, in turn."""
    folder = shutil.copytree(area, scratch / "live")
    report, stop = LiveReport(folder, BuildOptions()), Event()
    preview = Preview(views_of(folder), report.build, lambda _name, _state: None)
    Thread(target=_watch, args=(folder, preview, stop), daemon=True).start()
    try:
        told = _told(preview)
        command = [omi, "build", "--html", "--no-cache", str(folder), "-o", str(scratch / "saved")]
        pairs = [(_saved(folder, preview, told, number), usage(command).wall) for number in range(ROUNDS + 2)]
    finally:
        stop.set()
        preview.close()
        report.close()
    return result_of("omi preview, from a save to its page, time that passes : omi build --html", pairs[2:], 0.75)


def _watch(folder: Path, preview: Preview, stop: Event) -> None:
    for _ in changes(partial(watched_for, folder), stop):
        preview.changed()


def _told(preview: Preview) -> Iterator[dict[str, Any]]:
    """What the preview tells of the page, as it comes; the first page has come."""
    found = (loads(line[6:])["files"][PAGE] for line in _asked(preview, f"events?file={PAGE}") if line[:5] == b"data:")
    while next(found)["version"] == 0:
        pass
    return found


def _saved(folder: Path, preview: Preview, told: Iterator[dict[str, Any]], number: int) -> float:
    """The seconds from saving another word to having read the page with it."""
    word = f"Saved{number}"
    foreword = folder / "foreword.yaml"
    text = foreword.read_text(encoding="utf-8")
    begun = time.monotonic()
    foreword.write_text(text.replace("text: |\n  ", f"text: |\n  {word} "), encoding="utf-8")
    while word.encode() not in _asked(preview, PAGE).read():
        next(told)
    return time.monotonic() - begun


def _asked(preview: Preview, name: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", preview.door.port)
    connection.request("GET", f"/{preview.door.token}/{name}")
    return connection.getresponse()
