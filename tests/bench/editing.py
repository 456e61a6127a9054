"""How long an editor waits for what is wrong, after an edit of one criterion."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

from tests.bench.timing import Result, result_of, usage
from tests.editors import Editor, editor

ROUNDS = 7


def edit_to_diagnostics(area: Path, command: list[str], scratch: Path) -> Result:
    """The time from an edit to its diagnostics against that of a whole command, both as it passes.

    The edit misspells the name of a figure, and the next one puts it right.
    """
    copy = Path(shutil.copytree(area, scratch / "edited"))
    waited = asyncio.run(_waited(copy, copy / "criteria" / "1.2.yaml"))
    pairs = [(seconds, usage(command).wall) for seconds in waited]
    return result_of(
        "omi lsp, from an edit to its diagnostics : omi validate --no-cache, time that passes", pairs, 0.35
    )


async def _waited(area: Path, criterion: Path) -> list[float]:
    text = criterion.read_text(encoding="utf-8")
    wrong = text.replace("{{ screening-done }}", "{{ screening-dnoe }}")
    async with editor(area.parent) as found:
        found.open(criterion)
        found.change(criterion, wrong)
        await _until(found, criterion, wrong=True)
        return [await _edited(found, criterion, wrong if odd else text, wrong=bool(odd)) for odd in (0, 1) * ROUNDS]


async def _edited(found: Editor, criterion: Path, text: str, *, wrong: bool) -> float:
    started = time.monotonic()
    found.change(criterion, text)
    await _until(found, criterion, wrong=wrong)
    return time.monotonic() - started


async def _until(found: Editor, criterion: Path, *, wrong: bool) -> None:
    await found.until(lambda: ("OMI201" in found.codes(criterion)) == wrong)
