"""`make look`: lay out every area in each stage, edition and theme, and look at the pages.

The PDFs and contact sheets of them are written to build/look. Words after the command narrow the cells:
`stress large-print`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.look.cells import CELLS, ROOT
from tests.look.sheets import contact_sheets

FOLDER = ROOT / "build" / "look"


def main(words: list[str]) -> int:
    """Look at the cells whose names have all of the words; return how many of them have something wrong."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for cell in (each for each in CELLS if all(word in each.name for word in words)):
        with TemporaryDirectory() as folder:
            pdf = cell.laid_out(Path(folder))
        (FOLDER / f"{cell.name}.pdf").write_bytes(pdf.data)
        sheets = contact_sheets(pdf.data, FOLDER / cell.name)
        print(f"{cell.name}: {pdf.pages} pages, {len(pdf.faults)} faults, {len(sheets)} sheets", flush=True)
        for fault in pdf.faults:
            print(f"  {fault}")
        wrong += bool(pdf.faults)
    return wrong


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
