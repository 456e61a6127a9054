"""Measures how well `omi validate` finds faults that were made at random, and how often it is wrong about an edit.

`python -m tests.faults.run --seed 7 --seed 8` does it again with the same edits. `make faults` chooses three new seeds
and prints them.
"""

from __future__ import annotations

import argparse
import secrets
import subprocess
from pathlib import Path

from tests.faults.catalogue import FAMILIES, Chosen, all_operators
from tests.faults.checking import AREAS, ROOT
from tests.faults.measure import Order, measured
from tests.faults.page import as_markdown, as_text, hints

_SEEDS = 3


def main() -> None:
    """Measure, print, and write the files that were asked for."""
    wanted = _parser().parse_args()
    chosen = Chosen(frozenset(wanted.operator), wanted.family, wanted.author, wanted.module)
    seeds = tuple(wanted.seed or (secrets.randbelow(1_000_000) for _ in range(_SEEDS)))
    order = Order(seeds, wanted.faults, wanted.harmless, chosen, tuple(wanted.area) or AREAS)
    print("seeds", *seeds, "…", flush=True)
    outcomes = measured(order, wanted.jobs)
    print(as_text(order, outcomes, wanted.examples))
    if wanted.report:
        wanted.report.write_text(as_markdown(order, outcomes, 1, _commit()), encoding="utf-8")
    if wanted.hints:
        number, file = wanted.hints
        Path(file).write_text(hints(outcomes, int(number), seeds[0]), encoding="utf-8")


def _commit() -> str:
    """The commit of the repository, in short; empty where there is no git."""
    asked = ("git", "rev-parse", "--short=8", "HEAD")
    try:
        return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.run", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    names = [each.name for each in all_operators()]
    parser.add_argument(
        "--seed", type=int, action="append", help="the same seeds give the same edits; three new ones if left out"
    )
    parser.add_argument("--faults", type=int, default=2000, metavar="N", help="how many faults to make (2000)")
    parser.add_argument(
        "--harmless", type=int, default=2000, metavar="N", help="how many harmless edits to make (2000)"
    )
    parser.add_argument(
        "--operator", action="append", default=[], choices=names, metavar="NAME", help="only this one; may be repeated"
    )
    parser.add_argument("--family", default="", choices=FAMILIES, help="only the operators of this family")
    parser.add_argument(
        "--author", default="", choices=("blind", "open"), help="blind: had read the documentation only"
    )
    parser.add_argument(
        "--module", default="", metavar="BEGINNING", help="only operators of modules whose names begin so: third_"
    )
    parser.add_argument("--area", action="append", default=[], choices=AREAS, help="only this area; may be repeated")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (2)")
    parser.add_argument("--examples", type=int, default=2, metavar="N", help="examples of each operator (2)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the result as a page of Markdown, too")
    parser.add_argument(
        "--hints", nargs=2, metavar=("N", "FILE"), help="write N faults that were found, with their hints"
    )
    return parser


if __name__ == "__main__":
    main()
