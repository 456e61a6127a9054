"""The environment of the templates: the folders that they come from, and the filters that they can use."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from omi_report.language.language import Language
from omi_report.problems import closest
from omi_report.render.charts.bars import Palette
from omi_report.render.charts.markers import marker
from omi_report.render.charts.of_blocks import chart_axis, named_swatch, ranks_of, row_bar, row_pieces
from omi_report.render.charts.pieces import dot_swatch
from omi_report.render.html.inlines import cell_markup, inlines_markup
from omi_report.render.html.template_cache import TemplateCache

ANY_PART = "part.html"
"""The template of a part whose kind has none of its own."""


def environment_of(
    language: Language, folders: Sequence[Path], palette: Palette, kinds: Collection[str], *, marked: bool = False
) -> jinja2.Environment:
    """Return the environment of the templates of some folders, an override before omi's own.

    ``kinds`` are those of the report's parts. Templates of an override can be ``marked``: their tags say where they
    were written.
    """
    own = len(folders) > 1
    environment = _kind(folders, marked=marked)(
        loader=_loader(folders, kinds),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=None if marked else TemplateCache(language.tag, own=own),
        auto_reload=False,  # a template that changes during a build is not read again
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        language.gettext, language.ngettext, newstyle=True
    )
    environment.filters |= {
        "cell": partial(cell_markup, palette=palette),
        "date": partial(date_text, language=language),
        "inlines": partial(inlines_markup, palette=palette),
        "number": language.figures,
    }
    environment.globals |= {
        "axis": _drawn(chart_axis, language=language, palette=palette),
        "bar": _drawn(row_bar, palette=palette),
        "marker": _drawn(marker, palette=palette),
        "pieces": _drawn(row_pieces, palette=palette),
        "ranks": ranks_of,
        "swatch": _drawn(named_swatch, palette=palette),
        "dot_swatch": _drawn(dot_swatch, palette=palette),
    }
    return environment


def _kind(folders: Sequence[Path], *, marked: bool) -> Callable[..., jinja2.Environment]:
    """The kind of environment: where templates of the user's own are among them, one that refuses what never ends."""
    if len(folders) == 1:
        return jinja2.Environment
    if marked:
        from omi_report.render.html.checks.marked_environment import MarkedEnvironment  # for what is wrong alone

        return partial(MarkedEnvironment, folders)
    from omi_report.render.html.own_environment import OwnEnvironment  # most reports have none

    return partial(OwnEnvironment, folders)


class _AnyPart(jinja2.FileSystemLoader):
    """Gives the template of any part for a kind that has none of its own."""

    def __init__(self, folder: Path, kinds: Collection[str]) -> None:
        super().__init__(folder)
        self._names = {f"parts/{kind}.html" for kind in kinds}

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._names:
            raise jinja2.TemplateNotFound(template)
        return super().get_source(environment, ANY_PART)

    def list_templates(self) -> list[str]:
        return sorted(self._names)


def _loader(folders: Sequence[Path], kinds: Collection[str]) -> jinja2.BaseLoader:
    """Templates by name, an override before omi's own; under ``omi/`` always omi's own."""
    own = folders[-1] / "html"
    omi = jinja2.ChoiceLoader([jinja2.FileSystemLoader(own), _AnyPart(own, kinds)])
    every = jinja2.FileSystemLoader([folder / "html" for folder in folders])
    return jinja2.ChoiceLoader([every, jinja2.PrefixLoader({"omi": omi})])


def _drawn(draw: Callable[..., str], **how: Any) -> Callable[..., Markup]:
    """A function of templates that draws. Its SVG is made of numbers, and of names that it escapes."""

    def drawn(*given: Any) -> Markup:
        return Markup(draw(*given, **how))  # noqa: S704 - see above

    return drawn


def date_text(date: str, language: Language) -> str:
    """Write a month (2007-11 as ``November 2007``) or a day (2007-11-05) in the report's language."""
    year, month, day = (*map(int, date.split("-")), 0)[:3]
    return language.date(year, month, day)


def not_found(error: jinja2.TemplateError, environment: jinja2.Environment) -> str:
    """Say which template there is not, and which one may be meant; nothing where an error is another one."""
    if not isinstance(error, jinja2.TemplateNotFound):
        return ""
    name = ", ".join(map(str, error.templates))
    nearest = closest(name, environment.list_templates())
    return f"there is no template {name}{f', did you mean {nearest[0]}?' if nearest else ''}"


def error_place(error: Exception, name: str) -> str:
    """Return the file and line of a template that an error came from; its name where nothing says more."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else name
