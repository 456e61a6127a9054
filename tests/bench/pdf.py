"""How long the PDF of a report takes: the time that passes, since it is laid out on all processors.

The other side is WeasyPrint alone, which lays out the same print page in one piece and makes no area into a page first.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import inside
from tests.bench.timing import Result, Usage, result_of, usage

_ROUNDS = 3
_EDITS = 10
"""Words that are changed one after the other, each in another file."""


def pdf_of(area: Path, omi: str, scratch: Path) -> Iterator[Result]:
    """The PDF of an area: anew, after the change of a word or a figure, and unchanged."""
    page, bare = scratch / "print.html", str(Path(__file__).parent / "bare_pdf.py")
    inside.write_print_page(area, page)
    alone = [sys.executable, bare, str(page), str(scratch / "bare.pdf")]
    copied = shutil.copytree(area, scratch / "pdf" / area.name)
    build = [omi, "build", "--pdf", str(copied), "-o", str(scratch / "made")]
    cold = [(_built([*build, "--no-cache"]), usage(alone)) for _ in range(_ROUNDS)]
    yield _passed("omi build --pdf --no-cache : WeasyPrint alone, time that passes", cold, 0.55)
    worked = [(ours.processor, theirs.processor) for ours, theirs in cold]
    yield result_of("omi build --pdf --no-cache : WeasyPrint alone, the same page", worked, 1.4)
    _built(build)
    for what, change in (("one word", _word_changed), ("one figure", _figure_changed)):
        edits = [(_built(build), usage(alone)) for _ in _changes(copied, change)]
        yield _passed(f"omi build --pdf, {what} changed : WeasyPrint alone, time that passes", edits, 0.2)
    yield from _against_a_browser(page, edits, scratch)
    _built(build)
    same = [(usage(build), usage(alone)) for _ in range(_ROUNDS)]
    yield _passed("omi build --pdf, unchanged : WeasyPrint alone, time that passes", same, 0.05)


def _against_a_browser(page: Path, edits: list[tuple[Usage, Usage]], scratch: Path) -> Iterator[Result]:
    """Edits against Chromium printing the same page: it fixes no tags and makes no area into a page."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        return
    to = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={scratch / 'chromium.pdf'}", page.as_uri()]
    theirs = [usage([chromium, *to]) for _ in range(_ROUNDS + 1)][1:]
    pairs = [(ours, theirs[number % _ROUNDS]) for number, (ours, _) in enumerate(edits)]
    yield _passed("omi build --pdf, one figure changed : Chromium printing anew, time that passes", pairs, 1.0)


def many_reports(area: Path, omi: str, scratch: Path, many: int) -> Iterator[Result]:
    """The PDFs of many areas in one call, against as many calls for one of them."""
    for number in range(many):
        shutil.copytree(area, scratch / "reports" / f"area-{number:02}")
    build = [omi, "build", "--pdf", "--no-cache", "-q", "-o", str(scratch / "many-made")]
    together = _built([*build, str(scratch / "reports")])
    for jobs, limit in ((["--jobs", "1"], 0.6), ([], 1.0)):
        one = [_built([*build, *jobs, str(area)]).wall * many for _ in range(_ROUNDS)]
        name = f"omi build --pdf --no-cache, {many} areas : {many} × one area {' '.join(jobs)}".rstrip()
        yield result_of(f"{name}, time that passes", [(together.wall, each) for each in one], limit)


def _built(command: list[str]) -> Usage:
    """Build a report, and return what that took. RuntimeError is raised where it was not built."""
    taken = usage(command)
    folder = Path(command[command.index("-o") + 1])
    if not any(time.time() - file.stat().st_mtime < taken.wall + 1 for file in folder.rglob("*.pdf")):
        raise RuntimeError(f"{' '.join(command)}: nothing was built")
    return taken


def _passed(name: str, pairs: list[tuple[Usage, Usage]], limit: float) -> Result:
    return result_of(name, [(ours.wall, theirs.wall) for ours, theirs in pairs], limit)


def _changes(area: Path, change: Callable[[str, random.Random], str]) -> Iterator[Path]:
    """Change a criterion after another, and yield its file when it has been changed."""
    drawn = random.Random(1)
    texts = {file: file.read_text(encoding="utf-8") for file in sorted((area / "criteria").glob("*.yaml"))}
    changed = {file: change(text, drawn) for file, text in texts.items()}
    changed = {file: text for file, text in changed.items() if text != texts[file]}
    for file in drawn.sample(sorted(changed), min(_EDITS, len(changed))):
        file.write_text(changed[file], encoding="utf-8")
        yield file
        file.write_text(texts[file], encoding="utf-8")


def _word_changed(text: str, drawn: random.Random) -> str:
    place = drawn.choice(list(re.finditer(r"(?<=[a-z] )the(?= [a-z])", text)))
    return f"{text[: place.start()]}this{text[place.end() :]}"


def _figure_changed(text: str, drawn: random.Random) -> str:
    """A percentage that no count ties down, raised by one; the text as it is where there is none."""
    found = list(re.finditer(r"(?<=\{percent: )[3-8]\d(?=[,}])(?!, count)", text))
    if not found:
        return text
    place = drawn.choice(found)
    return f"{text[: place.start()]}{int(place[0]) + 1}{text[place.end() :]}"
