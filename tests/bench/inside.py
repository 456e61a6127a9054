"""What is measured inside one process, or of files that are made for it."""

from __future__ import annotations

import csv
import random
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.pdf import layout as pdf
from omi_report.render.pdf.tags.repair import Repaired, repair
from omi_report.render.pdf.units import frozen
from omi_report.render.print_page import PrintPage
from tests.bench.timing import Comparison, Result, compare, peak, result_of
from tests.samples import inspected, random_cases, write_cases

CASES = 110
"""The cases of an area's sample."""

MOST_MEGABYTES = 300


def write_print_page(path: Path, target: Path) -> None:
    """Write the page that omi hands to WeasyPrint for an area."""
    target.write_text(_renderer(path).print_page().html, encoding="utf-8")


def _renderer(path: Path) -> Renderer:
    return Renderer(build_document(inspected(path)))


def repair_of_tags(path: Path) -> Result:
    """The repair of the PDF's tags against all else of the same layout, inside one process."""
    renderer = _renderer(path)
    page, folders = renderer.print_page(), tuple(renderer.folders)
    taken: list[float] = []

    def timed(*arguments: Any) -> Repaired:
        started = time.process_time()
        found = repair(*arguments)
        taken.append(time.process_time() - started)
        return found

    pairs = []
    in_one_piece = PrintPage.in_one_piece(page.html)
    for _ in range(3):
        started = time.process_time()
        with patch.object(frozen, "repair", timed):
            pdf.render_pdf(in_one_piece, folders)
        pairs.append((taken[-1], time.process_time() - started - taken[-1]))
    return result_of("repair of the PDF's tags : WeasyPrint, inside one process", pairs, 0.15)


def scoring(path: Path, scratch: Path, areas: int) -> Iterator[Result]:
    """Scores of a sample against none, and a national sample against the mere parsing of its file."""
    framework = inspected(path).framework
    omi = str(Path(sys.executable).parent / "omi")
    sampled = _sampled(path, scratch / "sampled", CASES)
    asked = f"{len(framework.questions)} questions"
    yield compare(
        Comparison(
            f"omi score, {CASES} cases × {asked} : the same area without evidence",
            [omi, "score", "--format", "json", str(sampled)],
            [[omi, "score", "--format", "json", str(path)]],
            1.3,
        )
    )
    national_size = CASES * areas
    national = _sampled(path, scratch / "national", national_size)
    pairs = [(_seconds_to_score(national) - _seconds_to_score(path), _seconds_to_parse(national)) for _ in range(3)]
    name = f"reading and scoring {national_size:,} cases × {asked} : csv alone, inside one process"
    yield result_of(name, pairs, 3.0)
    size = peak([omi, "score", "--format", "json", str(national)]) / 1e6
    name = f"omi score, {national_size:,} cases × {asked}, its largest size : {MOST_MEGABYTES} MB"
    yield Result(name, size, MOST_MEGABYTES, size / MOST_MEGABYTES, 1.0, "MB")


def _sampled(path: Path, target: Path, size: int) -> Path:
    """Copy an area and give it a sample of cases."""
    shutil.copytree(path, target)
    write_cases(target, random_cases(inspected(path).framework, size, random.Random(1)))
    return target


def _seconds_to_score(path: Path) -> float:
    started = time.process_time()
    assert inspected(path).scores.sections
    return time.process_time() - started


def _seconds_to_parse(path: Path) -> float:
    started = time.process_time()
    with (path / "evidence" / "cases.csv").open(encoding="utf-8", newline="") as file:
        for _row in csv.reader(file):
            pass
    return time.process_time() - started
