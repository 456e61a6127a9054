"""What validators and checkers say of the PDFs that `make look` wrote to build/look.

`python -m tests.look.validate` reads each of them, and prints what is to be mended and the counts of all. Words after
the command narrow the files, as those of `make look` do.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from page import validate_pdf_bytes

from tests.look.run import FOLDER
from tests.pdf.structure import Structure
from tests.pdf.test_checkers import is_false, outloud, pdfua
from tests.pdf.test_validator import PROFILES, failures


def main(words: list[str]) -> int:
    """Print what is against a standard in the files whose names have all of the words; return 1 if anything is."""
    counts: Counter[str] = Counter()
    for file in sorted(each for each in FOLDER.glob("*.pdf") if all(word in each.name for word in words)):
        found = _found(file, counts)
        counts["files"] += 1
        print(f"{file.name}: {len(found)} to mend", *found, sep="\n  ", flush=True)
    for what, number in sorted(counts.items()):
        print(f"{what}: {number}")
    return min(counts["to mend"], 1)


def _found(file: Path, counts: Counter[str]) -> list[str]:
    """What is to be mended in a file; what is judged false is counted alone."""
    data, found = file.read_bytes(), list[str]()
    for profile in PROFILES:
        report, left = validate_pdf_bytes(data, profile=profile), failures(data, profile)
        counts[f"page-validation, {profile}: rules that were looked at in each file"] = report.rules.total
        counts[f"page-validation, {profile}: findings judged false"] += len(report.failures) - len(left)
        found += left
    structure = Structure(data)
    for finding in outloud(file):
        if is_false(finding, structure):
            counts[f"outloud, {finding['rule']}: findings judged false"] += 1
        else:
            found.append(f"outloud, {finding['rule']}: {finding['message']}")
    found += [f"pdfua, {finding['rule']}: {finding['message']}" for finding in pdfua(file)]
    counts["to mend"] += len(found)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
