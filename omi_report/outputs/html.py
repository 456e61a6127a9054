"""A report → HTML: one self-contained page for the screen, and the page that the PDF is made from.

Each part is rendered by its own template from its own data. The two pages share the rendered
parts; they differ in their styles and in how fonts are reached.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jinja2
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup

from omi_report import __version__
from omi_report.charts.bars import swatch
from omi_report.document.parts import Part, Report
from omi_report.i18n import translations
from omi_report.model.base import ReportDate
from omi_report.charts.of_report import chart_of
from omi_report.outputs.markup import blocks_markup, first_line
from omi_report.resources import templates_folder

SCREEN_STYLES = ("css/common.css", "css/screen.css")
PRINT_STYLES = ("css/common.css", "css/print.css")
FONTS = (
    ("AtkinsonHyperlegibleNext-Regular.ttf", 400, "normal"),
    ("AtkinsonHyperlegibleNext-Italic.ttf", 400, "italic"),
    ("AtkinsonHyperlegibleNext-SemiBold.ttf", 600, "normal"),
    ("AtkinsonHyperlegibleNext-Bold.ttf", 700, "normal"),
)
FONT_FAMILY = "Atkinson Hyperlegible Next"


class Renderer:
    """Renders the pages of one report.

    ``override`` is a folder whose templates, styles and fonts are taken before those of omi.
    """

    def __init__(self, report: Report, override: Path | None = None) -> None:
        self.report = report
        self.folders = [*([override] if override else []), templates_folder()]
        self._environment = _environment(report, self.folders)
        self._parts: list[Markup] | None = None

    def parts(self) -> list[Markup]:
        """Render every part once; both pages use the same."""
        if self._parts is None:
            self._parts = [self._part(part) for part in self.report.parts]
        return self._parts

    def screen_page(self) -> str:
        """Render the self-contained page: styles and fonts inside, no request leaves it."""
        return self._page("screen", self._style(SCREEN_STYLES, _embedded))

    def print_page(self) -> str:
        """Render the page for the PDF; its fonts are files of the template folders."""
        return self._page("print", self._style(PRINT_STYLES, _linked))

    def _page(self, medium: str, style: str) -> str:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        page = self._environment.get_template("report.html")
        return page.render(
            report=self.report,
            medium=medium,
            parts=self.parts(),
            style=Markup(style),  # noqa: S704 - our own style sheets, not anything from an area
            style_digest=digest,
            version=__version__,
        )

    def _part(self, part: Part) -> Markup:
        template = self._environment.get_template(f"parts/{part.kind}.html")
        return Markup(template.render(part=part, report=self.report))  # noqa: S704 - autoescaped by the template

    def _style(self, names: tuple[str, ...], font_url: Callable[[Path], str]) -> str:
        faces = "".join(
            f'@font-face{{font-family:"{FONT_FAMILY}";font-weight:{weight};font-style:{style};'
            f'font-display:swap;src:url("{font_url(self._file(f"fonts/{file}"))}") format("truetype")}}\n'
            for file, weight, style in FONTS
        )
        sheets = [_minified(self._file(name).read_text(encoding="utf-8")) for name in names]
        return faces + "\n".join(sheets)

    def _file(self, name: str) -> Path:
        """The first file of a name in the folders, an override before omi's own."""
        return next(path for folder in self.folders if (path := folder / name).is_file())


def _environment(report: Report, folders: list[Path]) -> jinja2.Environment:
    catalogue = translations(report.language)
    locale = Locale.parse(report.language, sep="-")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([folder / "html" for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "prose": blocks_markup,
        "line": first_line,
        "date": partial(date_text, locale=locale),
        "number": partial(format_decimal, locale=locale),
    }
    environment.globals |= {
        "chart": lambda part, name: Markup(chart_of(part, name, catalogue.gettext)),  # noqa: S704 - escaped there
        "swatch": lambda rank, name: Markup(swatch(rank, name)),  # noqa: S704 - numbers only
    }
    return environment


def date_text(value: ReportDate, locale: Locale) -> str:
    """Write a month (``November 2007``) or a day (``5 November 2007``) in the report's language."""
    date = datetime.date(value.year, value.month, value.day or 1)
    if value.day:
        return format_date(date, format="long", locale=locale)
    return format_skeleton("yMMMM", date, locale=locale)


def _embedded(path: Path) -> str:
    return "data:font/ttf;base64," + base64.b64encode(path.read_bytes()).decode()


def _linked(path: Path) -> str:
    return path.resolve().as_uri()


def _minified(css: str) -> str:
    """A style sheet without its comments and the white space at the ends of its lines."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())
