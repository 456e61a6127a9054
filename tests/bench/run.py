"""`make bench`: how long omi takes, as ratios to other programs in the same run.

Every measure is the processor time of whole processes, ours and the other in turn, unless its name says
otherwise; the figure is the median of the ratios. Exit status 1 where a ratio is over its limit.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import inside, live
from tests.bench.doubling import doubled_texts
from tests.bench.editing import edit_to_diagnostics
from tests.bench.pdf import many_reports, pdf_of
from tests.bench.timing import Comparison, Result, compare, result_of, show, usage
from tests.export_layouts import workbook_of_cases

ROOT = Path(__file__).parent.parent.parent
AREA = ROOT / "areas" / "hampshire"
SCHEMAS = ROOT / "docs" / "reference" / "schema"
BIN = Path(sys.executable).parent
OMI = str(BIN / "omi")
IMPORTS = "import jinja2, markdown_it, yaml, click"
MANY = 42
"""The probation areas of England and Wales."""

COLD = [OMI, "validate", "--no-cache", str(AREA)]
UNCHANGED = [OMI, "validate", str(AREA)]
YAMLLINT = [str(BIN / "yamllint"), "-d", "relaxed", str(AREA)]


def validating() -> Iterator[Comparison]:
    """The check of one area, anew and unchanged, against the checkers of YAML and of JSON Schema."""
    kinds = [_schema_check(path.stem) for path in sorted(SCHEMAS.glob("*.json")) if _files_of(path.stem)]
    each, criteria = f"check-jsonschema, {len(kinds)} calls, one for each kind", "check-jsonschema, the criteria alone"
    yield Comparison("omi validate --no-cache : yamllint -d relaxed", COLD, [YAMLLINT], 0.7)
    yield Comparison("omi validate, unchanged : yamllint -d relaxed", UNCHANGED, [YAMLLINT], 0.5)
    yield Comparison(f"omi validate --no-cache : {each}", COLD, kinds, 0.4)
    yield Comparison(f"omi validate --no-cache : {criteria}", COLD, [_schema_check("criterion")], 0.7)
    yield Comparison(f"omi validate, unchanged : {criteria}", UNCHANGED, [_schema_check("criterion")], 0.4)


def changed(scratch: Path) -> Comparison:
    """Checking an area of which one criterion was changed since it was last checked."""
    area = shutil.copytree(AREA, scratch / "changed")
    criterion = area / "criteria" / "1.2.yaml"
    text = criterion.read_text(encoding="utf-8")
    words = itertools.count(1)

    def change() -> None:
        found = text.replace(" the ", " a ", next(words))
        criterion.write_text(found, encoding="utf-8")

    name = "omi validate, one criterion changed : yamllint -d relaxed"
    return Comparison(name, [OMI, "validate", str(area)], [YAMLLINT], 0.35, before=change)


def building(scratch: Path) -> Iterator[Comparison]:
    """The build of a report for the screen."""
    yield Comparison(
        "omi build --html --no-cache : python -c 'import jinja2, markdown_it, yaml, click'",
        [OMI, "build", "--html", "--no-cache", str(AREA), "-o", str(scratch / "html")],
        [[sys.executable, "-c", IMPORTS]],
        3.0,
    )


def comparing(scratch: Path) -> Comparison:
    """Comparing two editions of a report, one of which has other words in each criterion."""
    area = Path(shutil.copytree(AREA, scratch / "other" / "hampshire"))
    for criterion in sorted((area / "criteria").glob("*.yaml")):
        criterion.write_text(criterion.read_text(encoding="utf-8").replace(" were ", " had been ", 3), encoding="utf-8")
    return Comparison(
        "omi diff of two Hampshires : omi build --html --no-cache",
        [OMI, "diff", "--quiet", str(AREA), str(area)],
        [[OMI, "build", "--html", "--no-cache", str(AREA), "-o", str(scratch / "compared")]],
        1.5,
    )


def importing(scratch: Path) -> Comparison:
    """Importing an export of 110 judged cases, against checking and scoring the area after it.

    With all three it takes half as long again as with two at the most.
    """
    area = Path(shutil.copytree(ROOT / "areas" / "wessex", scratch / "imported"))
    export = scratch / "export.xlsx"
    export.write_bytes(workbook_of_cases("wessex"))
    guess = [OMI, "evidence", "import", str(export), str(area), "--guess"]
    subprocess.run(guess, check=True, capture_output=True)
    return Comparison(
        "omi evidence import, 110 cases as .xlsx : omi validate --no-cache, then omi score",
        [OMI, "evidence", "import", str(export), str(area)],
        [[OMI, "validate", "--no-cache", str(area)], [OMI, "score", str(area)]],
        0.5,
        before=(area / "evidence" / "cases.csv").unlink,
    )


def many_areas(scratch: Path) -> Iterator[Result]:
    """The check of as many areas as there are, in one call."""
    for number in range(MANY):
        shutil.copytree(AREA, scratch / "many" / f"area-{number:02}")
    command = [OMI, "validate", "--no-cache", str(scratch / "many")]
    comparison = Comparison(
        f"omi validate --no-cache, {MANY} areas : {MANY} × one area", command, [COLD], 1.1, rounds=3, times=MANY
    )
    yield compare(comparison)
    runs = [usage(command) for _ in range(3)]
    name = f"omi validate --no-cache, {MANY} areas, time that passes : its processor time"
    yield result_of(name, [(run.wall, run.processor) for run in runs], 0.75)


def results(scratch: Path) -> Iterator[Result]:
    """Take every measure, one after the other."""
    yield from map(
        compare, (*validating(), changed(scratch), *building(scratch), comparing(scratch), importing(scratch))
    )
    yield edit_to_diagnostics(AREA, COLD, scratch)
    yield live.saving(AREA, OMI, scratch)
    yield from pdf_of(AREA, OMI, scratch)
    yield from many_reports(AREA, OMI, scratch, MANY)
    yield from many_areas(scratch)
    yield inside.repair_of_tags(AREA)
    yield from inside.scoring(AREA, scratch, MANY)
    yield from doubled_texts()


def _files_of(kind: str) -> list[str]:
    """The files of a kind of the area that is measured; a criterion's are many, and no framework is among them."""
    pattern = "criteria/*.yaml" if kind == "criterion" else f"{kind}.yaml"
    return sorted(str(path) for path in AREA.glob(pattern))


def _schema_check(kind: str) -> list[str]:
    return [str(BIN / "check-jsonschema"), "--schemafile", str(SCHEMAS / f"{kind}.json"), *_files_of(kind)]


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        return 0 if show(results(Path(scratch))) else 1


if __name__ == "__main__":
    sys.exit(main())
