"""A long text checked against its double, for each thing that a text may say again and again, inside one process."""

from __future__ import annotations

import time
from collections.abc import Iterator

from omi_report.build import lint
from omi_report.prose.view import view_of
from tests.bench.timing import Result
from tests.long_texts import PIECES, inspection_with, long_text

SIZE = 25_000
MOST = 2.3


def doubled_texts() -> Iterator[Result]:
    """All rules on a text against all rules on its double: of all texts together, and of the one that grows most."""
    measured = {name: _seconds(piece) for name, piece in PIECES.items()}
    single, double = (sum(column) for column in zip(*measured.values(), strict=True))
    name = f"omi validate, {len(PIECES)} texts of {2 * SIZE // 1000} KB, each of one piece : their halves"
    yield Result(name, double, single, double / single, MOST)
    grown = sorted(measured, key=lambda name: measured[name][1] / measured[name][0])[-5:]
    # what grew most may have been disturbed: it is measured again
    again = {name: min((_seconds(PIECES[name]) for _ in range(3)), key=_ratio) for name in grown}
    name = max(again, key=lambda name: _ratio(again[name]))
    single, double = again[name]
    yield Result(f"the one of them that grows most, of {name} : its half", double, single, double / single, MOST)


def _ratio(pair: tuple[float, float]) -> float:
    return pair[1] / pair[0]


def _seconds(piece: str) -> tuple[float, float]:
    """The processor time for a text and for its double."""
    return _checked(piece, SIZE), _checked(piece, 2 * SIZE)


def _checked(piece: str, size: int) -> float:
    criterion = long_text(piece, size)
    view_of.cache_clear()
    started = time.process_time()
    lint(inspection_with(criterion))
    return time.process_time() - started
