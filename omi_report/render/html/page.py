"""A report → HTML: one self-contained page for the screen, and the page that the PDF is made from.

Each part is rendered once, by a template of its own or by that of any part. The two pages share the
rendered parts; they differ in their styles and in how fonts and pictures are reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import jinja2
from markupsafe import Markup

from omi_report import __version__
from omi_report.document.kinds import PART_KINDS
from omi_report.document.tree import Block, ContentsBlock, Document, HeadingBlock, Part
from omi_report.errors import OutputError, TemplatesError
from omi_report.fonts.drawn import from_fallbacks
from omi_report.fonts.files import Fallback
from omi_report.language.known import language_of
from omi_report.opendata.embedded import OpenData
from omi_report.render.dates import created
from omi_report.render.html.assets import Assets, first_file, text_of
from omi_report.render.html.bar_codes import bar_codes_drawn, bar_codes_left_out
from omi_report.render.html.blocks import BlockWriter
from omi_report.render.html.data_blocks import DataBlock, data_block
from omi_report.render.html.digests import digest_of
from omi_report.render.html.environment import ANY_PART, environment_of, error_place, not_found
from omi_report.render.html.logo import has_logo
from omi_report.render.html.notes import at_end, at_foot, set_apart
from omi_report.render.html.own_templates import check
from omi_report.render.html.pictures import place_of, with_pictures
from omi_report.render.html.printed_parts import in_parts, joins_parts, marked_off, without_marks
from omi_report.render.html.right_to_left import isolated
from omi_report.render.html.schema_org import schema_org
from omi_report.render.html.screen import Said, for_the_screen
from omi_report.render.html.script import SCRIPT, PageScript, page_script
from omi_report.render.html.short_parts import is_short
from omi_report.render.html.shorter import asks_for_classes
from omi_report.render.html.stylesheet import stylesheet
from omi_report.render.html.tab_icon import tab_icon
from omi_report.render.html.typography import typographer
from omi_report.render.look import Look, Medium
from omi_report.render.print_page import PrintPage
from omi_report.resources import templates_folder

if TYPE_CHECKING:
    from omi_report.render.html.checks.fault import PageFacts, TemplateFault


class Renderer:
    """Renders the pages of one report.

    ``override`` is a folder whose templates, styles, fonts and pictures are taken before those of omi;
    ``open_data`` are the figures that the screen page holds, if any; ``epoch`` is the time that the print page
    is dated with, in seconds since 1970 (without it, the area's own dates); ``pdf`` is the name of the PDF that lies
    beside the screen page, if one does.
    Raises OutputError if nothing reads a file of the override, and where one cannot be used. ``warnings`` is what is
    wrong with the override that stops nothing; it is complete when the pages are made.
    """

    def __init__(
        self,
        document: Document,
        override: Path | None = None,
        look: Look | None = None,
        open_data: OpenData | None = None,
        epoch: int | None = None,
        pdf: str = "",
        *,
        marked: bool = False,
    ) -> None:
        self.document = document
        self.warnings: list[TemplateFault] = []
        self._again = partial(Renderer, document, look=look, open_data=open_data, epoch=epoch, pdf=pdf)
        self._pdf = pdf
        self._open_data = open_data
        self._created = created(document.meta, epoch)
        self.folders = [*([override] if override else []), templates_folder()]
        self._look = look or Look()
        kinds = {*(part.kind for part in document.parts), *(kind.template for kind in PART_KINDS.values())}
        if override:
            check(override, templates_folder(), kinds)
            self.warnings += _faults_of_files(self.folders)
        logo = override is not None and has_logo(override)
        language = language_of(document.meta.language).with_terms(dict(document.meta.terms))
        self._typographer = typographer(language)
        self._environment = environment_of(language, self.folders, self._look.palette, kinds, marked=marked)
        self._environment.globals |= {"report": document.meta, "terms": language.own_terms, "logo": logo}
        self._environment.filters |= BlockWriter(self._environment).filters
        self._environment.filters["typeset"] = self._typographer.text

    @cached_property
    def parts(self) -> list[Markup]:
        """Every part, rendered once: both pages use the same."""
        return [self._part(part) for part in self.document.parts]

    @cached_property
    def _lacking(self) -> Mapping[Fallback, frozenset[str]]:
        """The fonts of last resort that the report needs, each with the characters for which it needs it."""
        return from_fallbacks(self._texts)

    @property
    def _texts(self) -> tuple[str, ...]:
        """All that the report says."""
        return (self.document.meta.title, *self.parts)

    def screen_page(self) -> str:
        """Render the self-contained page: it holds styles, fonts and pictures, and fetches nothing."""
        return self._page("screen")

    def print_page(self) -> PrintPage:
        """Render the page for the PDF; its fonts and pictures are files of the template folders."""
        runs_on = [is_short(part, self._look.edition) for part in self.document.parts]
        return in_parts(self._page("print"), runs_on, apart=len(self.folders) == 1 or not joins_parts(self.folders[0]))

    def _page(self, medium: Medium) -> str:
        assets = Assets(tuple(self.folders), embedded=medium == "screen")
        page = self._made(medium)
        if len(self.folders) > 1:
            self._expect_sound(without_marks(page), medium)
        page = with_pictures(page, partial(self._picture, assets))
        if medium == "print":
            return _with_style(page, stylesheet(self._look, medium, self.folders, assets, self._lacking))
        page, rules = for_the_screen(page, own=self._has_own_styles())
        said = Said(page, self._script.text)
        return _with_style(page, stylesheet(self._look, medium, self.folders, assets, self._lacking, said, rules))

    @cached_property
    def _script(self) -> PageScript:
        return page_script(self.folders)

    def bare_page(self, medium: Medium) -> str:
        """Return what the templates make, without styles and pictures."""
        return without_marks(self._made(medium))

    def _made(self, medium: Medium) -> str:
        """What the templates make; for print the parts are marked off in it."""
        contents, after = self._contents()
        return self._render(
            "report.html",
            medium=medium,
            look=self._look,
            parts=[self._of_medium(*each, medium) for each in zip(self.document.parts, self.parts, strict=True)],
            opening=_opening(self.document.parts),
            begins=after.id if after else "main",
            contents=contents.id if contents else "",
            contents_at=self.document.parts.index(contents) if contents else -1,
            pdf=self._pdf,
            icon=tab_icon(self.document.meta.area, self._look.palette),
            script=self._script,
            style=_STYLE,
            style_digest=_DIGEST,
            version=__version__,
            created=self._created,
            data_blocks=self._data_blocks(),
            open_data=self._open_data,
        )

    def _has_own_styles(self) -> bool:
        """Whether a house asks for classes that omi's own styles for the screen do without."""
        files = (file for own in self.folders[:-1] for name in ("css/**/*.css", SCRIPT) for file in own.glob(name))
        return any(asks_for_classes(text_of(file)) for file in files)

    def _expect_sound(self, page: str, medium: Medium) -> None:
        """Raise TemplatesError for what makes a page unsafe, or leaves somebody out; all else is a warning."""
        from omi_report.render.html.checks.page_faults import faults_with_places, page_faults

        override, facts = self.folders[0], self._facts(medium)
        found = page_faults(page, facts)
        if found:
            marked, by_omi = (partial(self._bare_page_by, folder, medium) for folder in (override, None))
            found = faults_with_places(found, facts, override, marked, by_omi)
        if stopping := [str(fault) for fault in found if fault.stops]:
            raise TemplatesError.of(stopping)
        self.warnings += [fault for fault in found if fault not in self.warnings]

    def _bare_page_by(self, override: Path | None, medium: Medium) -> str:
        """The page as another renderer makes it, whose own templates mark what they make."""
        return self._again(override=override, marked=override is not None).bare_page(medium)

    def _facts(self, medium: Medium) -> PageFacts:
        """What is known of a page that the templates of the user's own are to make."""
        from omi_report.render.html.checks.fault import PageFacts

        archive = {self._open_data.archive.address} if self._open_data else set()
        digests = {self._script.digest, *(block.digest for block in self._data_blocks())}
        parts = {part.id: self._own_template(f"parts/{part.kind}.html", ANY_PART) for part in self.document.parts}
        return PageFacts(medium, parts, frozenset(digests), frozenset({self._pdf, *archive} - {""}), _STYLE)

    def _own_template(self, *names: str) -> str:
        """The first of some templates that the user's own folder has, or nothing."""
        files = (f"html/{name}" for name in (*names, "report.html"))
        return next((file for file in files if (self.folders[0] / file).is_file()), "")

    def _contents(self) -> tuple[Part | None, Part | None]:
        """The part that lists all parts, and the one behind it, where there are such."""
        begins = dropwhile(lambda part: not _lists_all(part), self.document.parts)
        return next(begins, None), next(begins, None)

    def _picture(self, assets: Assets, address: str) -> str:
        """The address of a picture of a template. Raises OutputError with the place where it is written."""
        try:
            return assets.rewritten(address)
        except OutputError as error:
            raise OutputError(f"{self._place_of(address)}: {error}") from error

    def _place_of(self, address: str) -> Path | str:
        """The place where the address of a picture is written, or else the template of the part that shows it."""
        own = (file for folder in self.folders for file in sorted((folder / "html").rglob("*.html")))
        if place := place_of(address, own):
            return place
        kinds = [part.kind for part, markup in zip(self.document.parts, self.parts, strict=True) if address in markup]
        names = [*(f"html/parts/{kind}.html" for kind in kinds), "html/report.html"]
        return first_file(self.folders, next(name for name in names if self._is_there(name)))

    def _is_there(self, name: str) -> bool:
        return any((folder / name).is_file() for folder in self.folders)

    def _data_blocks(self) -> list[DataBlock]:
        return [data_block("application/ld+json", schema_org(self.document.meta))]

    def _part(self, part: Part) -> Markup:
        page = self._render(f"parts/{part.kind}.html", ANY_PART, part=part, short=is_short(part, self._look.edition))
        return Markup(set_apart(page, self._typeset))  # noqa: S704 - autoescaped by the template

    def _typeset(self, markup: str) -> str:
        return isolated(self._typographer.markup(markup))

    def _of_medium(self, part: Part, markup: Markup, medium: Medium) -> Markup:
        """A part as rendered, with its notes where the medium has them, and with bar codes where it has them."""
        if medium == "print":
            return marked_off(at_foot(bar_codes_drawn(markup)))
        return at_end(bar_codes_left_out(markup), lambda notes: self._render("notes.html", part=part, notes=notes))

    def _render(self, *names: str, **values: Any) -> str:
        """Render the first template that there is of some names."""
        if len(self.folders) > 1:
            return self._render_own(names, values)
        try:
            return self._environment.select_template(names).render(values)
        except jinja2.TemplateError as error:
            raise self._unusable(error, names[0], error.message or str(error)) from error

    def _render_own(self, names: tuple[str, ...], values: dict[str, Any]) -> str:
        """Render a template of a user's own, which may do anything; it is refused where it fails or never ends."""
        from omi_report.render.html.own_environment import MOST_CHARACTERS, in_words, memory_limited, named_wrongly

        try:
            with memory_limited():
                page = self._environment.select_template(names).render(values)
        except OutputError:
            raise
        except Exception as error:
            raise self._unusable(error, names[0], named_wrongly(in_words(error), self._environment)) from error
        if len(page) > MOST_CHARACTERS:
            said = f"it gives more than {MOST_CHARACTERS:,} characters"
            raise OutputError(f"the template {names[0]} cannot be used: {said}")
        return page

    def _unusable(self, error: Exception, name: str, said: str) -> OutputError:
        missing = not_found(error, self._environment) if isinstance(error, jinja2.TemplateError) else ""
        return OutputError(f"the template {error_place(error, name)} cannot be used: {missing or said}")


def _faults_of_files(folders: list[Path]) -> list[TemplateFault]:
    """What is wrong with the files of a house, the first folder, and stops nothing.

    Raises OutputError for what is wrong in its style sheets.
    """
    # most reports have no own style
    from omi_report.render.html.checks.logo_frame import logo_faults
    from omi_report.render.html.checks.styles import expect_readable_styles
    from omi_report.render.html.own_colours import expect_legible_colours

    expect_readable_styles(folders[0])
    expect_legible_colours(folders)
    return logo_faults(folders[0])


_STYLE: Final = Markup("\0style\0")
_DIGEST: Final = Markup("\0digest\0")
"""Where a page has its styles and their digest, which are made when it is known what they are for. No text of a report
can have the sign beside their names."""


def _with_style(page: str, style: str) -> str:
    return page.replace(_DIGEST, digest_of(style), 1).replace(_STYLE, style, 1)


def _opening(parts: tuple[Part, ...]) -> Part | None:
    """The first part behind the cover, which is known by the title of the report: there the reading begins."""
    return next((part for part in parts if not any(map(_is_title, part.blocks))), None)


def _is_title(block: Block) -> bool:
    return isinstance(block, HeadingBlock) and block.level == 1


def _lists_all(part: Part) -> bool:
    """Whether a part holds the list of all parts."""
    return any(isinstance(block, ContentsBlock) and not block.role for block in part.blocks)
