"""`make bench`: how long omi takes, as ratios to other programs in the same run.

Every measure is the processor time of whole processes, ours and the other in turn; the figure is
the median of the ratios. Exit status 1 where a ratio is over its limit.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.timing import Comparison, compare, show

ROOT = Path(__file__).parent.parent.parent
AREA = str(ROOT / "areas" / "hampshire")
BIN = Path(sys.executable).parent
OMI = str(BIN / "omi")
IMPORTS = "import jinja2, pydantic, markdown_it, yaml, click"


def comparisons(scratch: Path) -> list[Comparison]:
    """The measures that stand in the project's issues, with their limits."""
    print_page = scratch / "print.html"
    write_print_page(print_page)
    validate = [OMI, "validate", AREA]
    schema = str(ROOT / "docs" / "reference" / "schema" / "criterion.json")
    files = sorted(str(path) for path in Path(AREA).rglob("*.yaml"))
    return [
        Comparison("omi validate : yamllint -d relaxed", validate, [str(BIN / "yamllint"), "-d", "relaxed", AREA], 0.5),
        Comparison(
            "omi validate : check-jsonschema, the same files",
            validate,
            [str(BIN / "check-jsonschema"), "--schemafile", schema, *files],
            0.4,
        ),
        Comparison(
            f"omi build --html : {IMPORTS}",
            [OMI, "build", "--html", AREA, "-o", str(scratch / "html")],
            [sys.executable, "-c", IMPORTS],
            3.0,
        ),
        Comparison(
            "omi build --pdf : WeasyPrint alone, the same page",
            [OMI, "build", "--pdf", AREA, "-o", str(scratch / "pdf")],
            [sys.executable, str(Path(__file__).parent / "bare_pdf.py"), str(print_page), str(scratch / "bare.pdf")],
            1.05,
            rounds=3,
        ),
    ]


def write_print_page(target: Path) -> None:
    """Write the page that omi hands to WeasyPrint for Hampshire."""
    from omi_report.document.build import build_report
    from omi_report.outputs.html import Renderer
    from omi_report.pipeline import validate

    area = validate(Path(AREA)).area
    assert area is not None
    target.write_text(Renderer(build_report(area)).print_page(), encoding="utf-8")


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        results = [compare(each) for each in comparisons(Path(scratch))]
    return 0 if show(results) else 1


if __name__ == "__main__":
    sys.exit(main())
