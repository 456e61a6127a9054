"""A report that is joined from units is the report in one piece, whatever way its units came about."""

from __future__ import annotations

import io
import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from weasyprint import css, document, draw, layout as layout_of_weasyprint, pdf as written_pdf

from omi_report import limits, pool
from omi_report.document.build import build_document
from omi_report.errors import PdfError
from omi_report.render.html.page import Renderer
from omi_report.render.look import Look
from omi_report.render.pdf import layout
from omi_report.render.pdf.layout import render_pdf
from omi_report.render.print_page import PrintedPart, PrintPage
from omi_report.resources import CACHE_VARIABLE, templates_folder
from tests.effort import THOROUGH
from tests.pdf.pages import WORDS, page
from tests.samples import inspected

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (templates_folder(),)
STYLE = """
.part { break-before: page }
.part.short { break-before: auto }
.on-page::after { content: "00"; display: inline-block; width: 2ch; text-align: right }
.on-page.far::after { width: 3ch }
@page { @bottom-center { content: counter(page); font-family: Test } }
body, h1, h2, h3 { margin: 0 }
"""
REFERS = '<p>See <a href="*">there (page <span class="on-page" data-of="*"></span>)</a> too.'
TABLE = "<table><thead><tr><th>a<th colspan=2>b<tbody><tr><th>c<td>1<td>2</table>"


def split(parts: Sequence[str], short: Sequence[bool] = ()) -> PrintPage:
    """A page of parts that are laid out by themselves."""
    before, _, after = page("<main id='main'>*</main>", STYLE).html.partition("*")
    runs_on = [*short, *[False] * (len(parts) - len(short))]
    return PrintPage(before, tuple(map(PrintedPart, parts, runs_on)), after)


def part(number: int, inside: str, kind: str = "") -> str:
    """A part with a heading."""
    return f'<section class="part {kind}" id="part-{number}"><h2>Part {number}</h2>{inside}</section>'


def some_report(seed: int) -> PrintPage:
    """A report of parts of random length, that refer to each other."""
    drawn = random.Random(seed)
    size = drawn.randint(2, 7)
    short = [False, *(drawn.random() < 0.2 for _ in range(size - 1))]

    def inside() -> Iterator[str]:
        for _ in range(drawn.randint(1, 6)):
            to = drawn.randrange(size)
            yield drawn.choice(
                [
                    f"<p>{WORDS * drawn.randint(1, 6)}</p>",
                    REFERS.replace("*", f"#part-{to}"),
                    f"<h{drawn.randint(3, 5)}>Heading</h{3}>",
                    TABLE,
                    "<ul><li>one<li>two</ul>",
                    '<p lang="cy">Adran</p>',
                ]
            )

    return split([part(n, "".join(inside()), "short" if short[n] else "") for n in range(size)], short)


def facts(data: bytes, folder: Path) -> dict[str, Any]:
    """What a file is compared by: its words and their places, its tags, links, names, bookmarks and facts."""
    file = folder / "it.pdf"
    file.write_bytes(data)
    boxes = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True, text=True).stdout
    words = re.findall(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', boxes)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {each.obj.objgen: number for number, each in enumerate(pdf.pages)}
        names = list(pdf.Root.Names.Dests.Names)
        return {
            "words": [word[4] for word in words],
            "places": [float(place) for word in words for place in word[:4]],
            "tags": list(_tags(pdf.Root.StructTreeRoot.K, pages)),
            "names": [(str(name), pages[place[0].objgen]) for name, place in zip(names[::2], names[1::2], strict=True)],
            "bookmarks": list(_bookmarks(pdf.Root.Outlines, pages)),
            "facts": {str(name): str(value) for name, value in pdf.docinfo.items()},
            "about": pdf.Root.Metadata.read_bytes(),
        }


def _tags(element: Any, pages: dict[Any, int]) -> Iterator[Any]:
    said = [str(element.get(key, "")) for key in ("/S", "/Alt", "/E", "/Lang")]
    about = re.sub(r"[\w-]*table-\d+", "table", f"{element.get('/ID', '')} {element.get('/A', '')!r}")
    yield (*said, about)
    found = element.get("/K", pikepdf.Array())
    for kid in found if isinstance(found, pikepdf.Array) else [found]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield int(kid), pages[element.Pg.objgen]
        elif "/S" in kid:
            yield from _tags(kid, pages)
        elif "/Obj" in kid:
            link = kid.Obj
            yield [round(float(edge), 2) for edge in link.Rect], str(link.Contents), str(link.get("/Dest", ""))
        else:
            yield int(kid.MCID), pages[kid.Pg.objgen]


def _bookmarks(entry: Any, pages: dict[Any, int], depth: int = 0) -> Iterator[Any]:
    below = entry.get("/First")
    while below is not None:
        yield depth, str(below.Title), pages[below.Dest[0].objgen], int(below.Count)
        yield from _bookmarks(below, pages, depth + 1)
        below = below.get("/Next")


def expect_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Fail where two files differ in more than the last digits of places."""
    assert one.pop("places") == pytest.approx(other.pop("places"), abs=0.002)
    for key, found in one.items():
        assert found == other[key], key


@pytest.mark.parametrize("seed", range(12))
def test_parts_apart_are_what_they_are_in_one_piece(seed: int, tmp_path: Path) -> None:
    report = some_report(seed)
    whole = render_pdf(PrintPage.in_one_piece(report.html), FOLDERS)
    joined = render_pdf(report, FOLDERS)
    assert (joined.pages, joined.faults) == (whole.pages, whole.faults)
    expect_same(facts(joined.data, tmp_path), facts(whole.data, tmp_path))


REPORTS = [("tarnmouth", "standard"), ("saltmere", "large-print")]
if THOROUGH:  # the longest report takes as long as all the others
    REPORTS.append(("wessex", "large-print"))


@pytest.mark.parametrize(("area", "edition"), REPORTS)
def test_reports_apart_are_what_they_are_in_one_piece(area: str, edition: Any, tmp_path: Path) -> None:
    renderer = Renderer(build_document(inspected(ROOT / "areas" / area)), look=Look(edition=edition))
    report, folders = renderer.print_page(), tuple(renderer.folders)
    assert len(report.parts) > 10
    whole, joined = render_pdf(PrintPage.in_one_piece(report.html), folders), render_pdf(report, folders)
    assert (joined.pages, joined.faults) == (whole.pages, whole.faults)
    expect_same(facts(joined.data, tmp_path), facts(whole.data, tmp_path))


def test_the_comparison_can_fail(tmp_path: Path) -> None:
    one, other = split([part(0, "<p>one"), part(1, "<p>two")]), split([part(0, "<p>one"), part(1, "<p>tow")])
    with pytest.raises(AssertionError):
        expect_same(facts(render_pdf(one, FOLDERS).data, tmp_path), facts(render_pdf(other, FOLDERS).data, tmp_path))


@pytest.mark.parametrize("seed", [3, 5, 8])
def test_the_way_to_a_file_leaves_no_trace(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    report = some_report(seed)
    monkeypatch.setattr(pool, "processors", lambda: 1)
    alone = render_pdf(report, FOLDERS).data
    monkeypatch.setattr(pool, "processors", lambda: 3)
    assert render_pdf(report, FOLDERS).data == alone
    assert render_pdf(report, FOLDERS, remember=True).data == alone
    assert render_pdf(report, FOLDERS, remember=True).data == alone  # all of it is kept
    kept = sorted((tmp_path / "cache" / "units").glob("*.unit"))
    for file in kept[::2]:
        file.unlink()
    assert render_pdf(report, FOLDERS, remember=True).data == alone
    for file in (tmp_path / "cache" / "units").iterdir():
        damaged = bytearray(file.read_bytes())
        damaged[len(damaged) // 2] ^= 1
        file.write_bytes(damaged)
    assert render_pdf(report, FOLDERS, remember=True).data == alone
    edited = replace(report, parts=(PrintedPart(part(0, "<p>Edited.")), *report.parts[1:]))
    assert render_pdf(edited, FOLDERS, remember=True).data == render_pdf(edited, FOLDERS).data


def test_only_what_has_changed_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(pool, "processors", lambda: 1)
    laid_out: list[str] = []
    frozen = layout.frozen  # type: ignore[attr-defined]

    def counting(piece: Any) -> Any:
        laid_out.append(piece.prefix)
        return frozen(piece)

    monkeypatch.setattr(layout, "frozen", counting)
    long = f"<p>{WORDS * 5}</p>"
    parts = [part(number, long) for number in range(5)]
    render_pdf(split(parts), FOLDERS, remember=True)
    assert sorted(laid_out) == [f"part-{number}-" for number in range(5)]
    laid_out.clear()
    parts[2] = part(2, f"{long}<p>More.")
    render_pdf(split(parts), FOLDERS, remember=True)
    assert laid_out == ["part-2-"]
    laid_out.clear()
    render_pdf(split([*parts, part(9, long)]), FOLDERS, remember=True)
    assert laid_out == ["part-9-"]  # the numbers of pages of the others change, and they are not laid out again


def test_a_picture_that_changes_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    picture = tmp_path / "it.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" fill="{}"/></svg>'
    shown = f'<p><img src="{picture.as_uri()}" alt="A square">'
    report, folders = split([part(0, shown), part(1, "<p>x")]), (tmp_path, *FOLDERS)
    made = []
    for colour in ("red", "blue"):
        picture.write_text(drawing.format(colour), encoding="utf-8")
        made.append(render_pdf(report, folders, remember=True).data)
        assert made[-1] == render_pdf(report, folders).data
    assert made[0] != made[1]


def test_a_cache_that_cannot_be_used_costs_time_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    report = some_report(1)
    usual = render_pdf(report, FOLDERS).data
    for place in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/none")):
        monkeypatch.setenv(CACHE_VARIABLE, str(place))
        assert render_pdf(report, FOLDERS, remember=True).data == usual


def test_what_was_used_longest_ago_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    monkeypatch.setattr(limits, "KEPT_UNITS", 400_000)
    for number in range(6):
        render_pdf(split([part(number, "<p>x"), part(number + 100, "<p>y")]), FOLDERS, remember=True)
    size = sum(file.stat().st_size for file in (tmp_path / "units").iterdir())
    assert 0 < size <= 400_000


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part(0, '<p><a href="#gone">there</a>'), part(1, "<p>x")], "No anchor #gone for internal URI reference"),
        ([part(0, "<p>x"), part(0, "<p>y")], "Anchor defined twice: 'part-0'"),
        (
            [part(0, '<p>page <span class="on-page" data-of="#gone"></span>'), part(1, "<p>x")],
            "the number of a page is to be printed, and «#gone» is on no page",
        ),
    ],
)
def test_a_place_that_is_nowhere_or_twice_is_refused(parts: list[str], said: str) -> None:
    with pytest.raises(PdfError) as raised:
        render_pdf(split(parts), FOLDERS)
    assert str(raised.value) == said


def test_what_is_wrong_in_a_unit_comes_from_another_process_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processors", lambda: 2)
    with pytest.raises(PdfError) as raised:
        render_pdf(split([part(0, "<p>Ю"), part(1, "<p>x"), part(2, "<p>Д")]), FOLDERS)
    assert [said.partition(" (")[0] for said in raised.value.complaints] == [
        'no font of the report has "Ю"',
        'no font of the report has "Д"',
    ]


def test_pages_of_all_units_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    long = f"<p>{WORDS * 10}</p>"
    with pytest.raises(PdfError, match="more than 3 pages"):
        render_pdf(split([part(0, long), part(1, long), part(2, long), part(3, long)]), FOLDERS)


def test_weasyprint_is_left_as_it_was() -> None:
    changed = (written_pdf, draw, css, layout_of_weasyprint, document)
    before = [dict(vars(each)) for each in changed]
    render_pdf(some_report(2), FOLDERS)
    assert [dict(vars(each)) for each in changed] == before
