"""A report → HTML: one self-contained page for the screen, and the page that the PDF is made from.

Each part is rendered by its own template from its own data. The two pages share the rendered
parts; they differ in their styles and in how fonts are reached.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from omi_report import __version__
from omi_report.document.parts import Part, Report
from omi_report.errors import OutputError
from omi_report.language.known import language_of
from omi_report.language.language import Language
from omi_report.model.base import ReportDate
from omi_report.opendata.embedded import OpenData
from omi_report.render.charts.bars import Palette, bar, swatch
from omi_report.render.charts.of_report import score_bar
from omi_report.render.dates import created
from omi_report.render.html.assets import Assets
from omi_report.render.html.data_blocks import DataBlock, data_block
from omi_report.render.html.markup import blocks_markup, first_line
from omi_report.render.html.own_templates import check
from omi_report.render.html.pictures import place_of, with_pictures
from omi_report.render.html.schema_org import schema_org
from omi_report.render.html.sheets import minified
from omi_report.render.html.template_cache import TemplateCache
from omi_report.render.html.typography import Typographer
from omi_report.render.look import EXTRA_STYLE, Look, Medium
from omi_report.resources import templates_folder

FONTS = (
    ("AtkinsonHyperlegibleNext-Regular.ttf", 400, "normal"),
    ("AtkinsonHyperlegibleNext-Italic.ttf", 400, "italic"),
    ("AtkinsonHyperlegibleNext-SemiBold.ttf", 600, "normal"),
    ("AtkinsonHyperlegibleNext-Bold.ttf", 700, "normal"),
)
FONT_FAMILY = "Atkinson Hyperlegible Next"


class Renderer:
    """Renders the pages of one report.

    ``override`` is a folder whose templates, styles and fonts are taken before those of omi;
    ``open_data`` are the report's figures, if they are to be had from the screen page; ``epoch`` is
    when the print page is to have been made, in seconds since 1970 (as a rule the area's own dates).

    Raises OutputError where the override holds what nothing reads, or nothing at all.
    """

    def __init__(
        self,
        report: Report,
        override: Path | None = None,
        look: Look | None = None,
        open_data: OpenData | None = None,
        epoch: int | None = None,
    ) -> None:
        self.report = report
        self._open_data = open_data
        self._created = created(report, epoch)
        self.folders = [*([override] if override else []), templates_folder()]
        if override:
            check(override, templates_folder())
        self._look = look or Look()
        language = language_of(report.language)
        self._typographer = typographer(language)
        self._environment = _environment(language, self.folders, self._look.palette)
        counted = open_data.counted if open_data else frozenset()
        self._environment.filters |= {
            "typeset": self._typographer.text,
            "prose": partial(blocks_markup, counted=counted),
            "line": partial(first_line, counted=counted),
        }
        self._parts: list[Markup] | None = None

    def parts(self) -> list[Markup]:
        """Render every part once; both pages use the same."""
        if self._parts is None:
            self._parts = [self._part(part) for part in self.report.parts]
        return self._parts

    def screen_page(self) -> str:
        """Render the self-contained page: styles, fonts and pictures inside, no request leaves it."""
        return self._page("screen")

    def print_page(self) -> str:
        """Render the page for the PDF; its fonts and pictures are files of the template folders."""
        return self._page("print")

    def _page(self, medium: Medium) -> str:
        assets = Assets(tuple(self.folders), embedded=medium == "screen")
        style = self._style(medium, assets)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        page = self._render(
            "report.html",
            report=self.report,
            medium=medium,
            look=self._look,
            parts=self.parts(),
            style=Markup(style),  # noqa: S704 - our own style sheets, not anything from an area
            style_digest=digest,
            version=__version__,
            created=self._created,
            data_blocks=self._data_blocks(),
            open_data=self._open_data,
        )
        return with_pictures(page, partial(self._picture, assets))

    def _picture(self, assets: Assets, address: str) -> str:
        """The address of a picture of a template. Raises OutputError with the place where it is written."""
        try:
            return assets.rewritten(address)
        except OutputError as error:
            raise OutputError(f"{self._place_of(address)}: {error}") from error

    def _place_of(self, address: str) -> Path | str:
        """Where the address of a picture is written, or the template of the part that it came to stand in."""
        own = (file for folder in self.folders for file in sorted((folder / "html").rglob("*.html")))
        if place := place_of(address, own):
            return place
        kinds = [part.kind for part, markup in zip(self.report.parts, self.parts(), strict=True) if address in markup]
        return self._file(f"html/parts/{kinds[0]}.html" if kinds else "html/report.html")

    def _data_blocks(self) -> list[DataBlock]:
        blocks = [data_block("application/ld+json", schema_org(self.report))]
        if self._open_data:
            blocks.append(data_block("application/json", self._open_data.figures, "report-figures"))
        return blocks

    def _part(self, part: Part) -> Markup:
        page = self._render(f"parts/{part.kind}.html", part=part, report=self.report)
        return Markup(self._typographer.markup(page))  # noqa: S704 - autoescaped by the template

    def _render(self, name: str, **values: Any) -> str:
        try:
            return self._environment.get_template(name).render(values)
        except jinja2.TemplateError as error:
            raise OutputError(f"the template {_place(error, name)} cannot be used: {error}") from error

    def _style(self, medium: Medium, assets: Assets) -> str:
        faces = "".join(
            f'@font-face{{font-family:"{FONT_FAMILY}";font-weight:{weight};font-style:{style};'
            f'font-display:swap;src:url("{assets.address(self._file(f"fonts/{file}"))}") format("truetype")}}\n'
            for file, weight, style in FONTS
        )
        names = self._look.styles(medium)
        sheets = [(self._file(name), name) for name in names]
        sheets += [(extra, EXTRA_STYLE) for folder in self.folders if (extra := folder / EXTRA_STYLE).is_file()]
        texts = [_sheet(file, partial(assets.rewritten, near=posixpath.dirname(name))) for file, name in sheets]
        # no white space at the ends: the Nu HTML checker leaves it out when it computes the digest
        return (faces + "\n".join(texts)).strip()

    def _file(self, name: str) -> Path:
        """The first file of a name in the folders, an override before omi's own."""
        return next(path for folder in self.folders if (path := folder / name).is_file())


def _environment(language: Language, folders: list[Path], palette: Palette) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=_loader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=TemplateCache(language.tag),
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        language.gettext, language.ngettext, newstyle=True
    )
    environment.filters |= {
        "date": partial(date_text, language=language),
        "number": language.figures,
        "say": language.say,
    }
    environment.globals |= {drawing.__name__: _safe(drawing, palette) for drawing in (bar, score_bar, swatch)}
    return environment


def _loader(folders: list[Path]) -> jinja2.BaseLoader:
    """Templates by name, an override before omi's own; under ``omi/`` always omi's own."""
    own = jinja2.FileSystemLoader(folders[-1] / "html")
    return jinja2.ChoiceLoader(
        [jinja2.FileSystemLoader([folder / "html" for folder in folders]), jinja2.PrefixLoader({"omi": own})]
    )


def _safe(drawing: Callable[..., str], palette: Palette) -> Callable[..., Markup]:
    """A drawing as a function of the templates. Its SVG is made of numbers and the ids of a report."""
    return lambda *args, **kwargs: Markup(drawing(*args, palette=palette, **kwargs))  # noqa: S704 - see above


def typographer(language: Language) -> Typographer:
    """Return the typographer of a language: its quotation marks, and which words stay with their numbers."""
    return Typographer(language.quotes, language.words_before_numbers, language.words_after_numbers)


def date_text(value: ReportDate, language: Language) -> str:
    """Write a month (``November 2007``) or a day (``5 November 2007``) in the report's language."""
    return language.date(value.year, value.month, value.day)


def _place(error: jinja2.TemplateError, name: str) -> str:
    """The file and line of a template that an error came from."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else name


def _sheet(file: Path, rewrite: Callable[[str], str]) -> str:
    try:
        return minified(file.read_text(encoding="utf-8"), rewrite, str(file))
    except UnicodeDecodeError as error:
        raise OutputError(f"{file} is not UTF-8 text: save it as such") from error
