"""The environment of the templates: the folders that they come from, and the filters that they can use."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from omi_report.document.tree import Bar, ChartBlock, ChartRow, LegendEntry
from omi_report.language.language import Language
from omi_report.problems import closest
from omi_report.render.charts.bands import DrawnBand, DrawnPlace, Tick, axis, numbers, strip
from omi_report.render.charts.bars import Palette, bar, swatch, thin_bar
from omi_report.render.charts.markers import marker
from omi_report.render.charts.pieces import AXIS, DrawnPiece, dot_at, dot_swatch, dots, stacked
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
        "axis": partial(_axis, language=language, palette=palette),
        "bar": partial(_bar, palette=palette),
        "marker": partial(_marker, palette=palette),
        "pieces": partial(_pieces, palette=palette),
        "ranks": _ranks,
        "swatch": partial(_swatch, palette=palette),
        "dot_swatch": partial(_dot_swatch, palette=palette),
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


def _bar(row: Bar, chart: ChartBlock, *, palette: Palette) -> Markup:
    """Draw the bar of a row of a chart, or its marker on the bands. The SVG is made of numbers and ids of a report."""
    amount = _amount(row)
    legend, marks = _scale_of(row, chart)
    if chart.form == "figures":
        return Markup(thin_bar(amount, marks=marks, palette=palette))  # noqa: S704 - see above
    if chart.form == "bands":
        bands = _bands(legend, chart)
        own = next((band for band in bands if band.rank == row.rank), None)
        measured = own is None or (row.amount is not None and all(entry.lowest for entry in legend))
        at = 100 * amount / chart.maximum if measured or own is None else (own.begins + own.ends) / 2
        return Markup(strip(bands, DrawnPlace(at, row.rank), _ranks(legend), palette=palette))  # noqa: S704 - see above
    return Markup(  # noqa: S704 - see above
        bar(
            amount,
            name=str(escape(row.name)),
            maximum=chart.maximum,
            rank=row.rank if legend else 0,
            ranks=_ranks(legend),
            marks=marks,
            palette=palette,
        )
    )


def _amount(row: Bar) -> float:
    """How far a bar reaches; not at all where there is no amount."""
    return row.amount[0] / row.amount[1] if row.amount else 0.0


def _bands(legend: tuple[LegendEntry, ...], chart: ChartBlock) -> list[DrawnBand]:
    """The bands of a scale, the worst first: as wide as their ranges, or all of one width where they have none."""
    begins = [100 * entry.lowest[0] / entry.lowest[1] / chart.maximum for entry in legend if entry.lowest]
    if len(begins) < len(legend):
        begins = [100 * at / len(legend) for at in reversed(range(len(legend)))]
    ends = [100.0, *begins]
    return [DrawnBand(*each) for each in zip((entry.rank for entry in legend), begins, ends, strict=False)][::-1]


def _axis(chart: ChartBlock, *, language: Language, palette: Palette) -> Markup:
    """Draw the axis of a chart of bands or dots; bands of several scales, which its rows show, have numbers alone."""
    if chart.form == "dots":
        halves = AXIS if chart.maximum % 2 == 0 else AXIS[::2]
        ticks = [Tick(dot_at(each), language.figures(int(each * chart.maximum))) for each in halves]
        return Markup(numbers(ticks, palette=palette))  # noqa: S704 - it is made of numbers
    legend = chart.legend
    bands = _bands(legend, chart)
    measured = all(entry.lowest for entry in legend)
    ends = {0.0, *(band.begins for band in bands), 100.0} if bands else {0.0, 50.0, 100.0}
    drawn = bands or any(row.bar and row.bar.amount for group in chart.groups for row in group.rows)
    ticks = [Tick(each, f"{each * chart.maximum / 100:g}") for each in sorted(ends)] if measured and drawn else []
    shown = axis(bands, ticks, _ranks(legend), palette=palette) if bands or ticks else ""
    return Markup(shown)  # noqa: S704 - as above


def _scale_of(row: Bar, chart: ChartBlock) -> tuple[tuple[LegendEntry, ...], tuple[int, ...]]:
    """The legend of a bar's own scale, and the places of its lines."""
    if row.scale < 0:
        return chart.scales[0].legend if chart.scales else chart.legend, ()
    if chart.scales:
        return chart.scales[row.scale].legend, chart.scales[row.scale].marks
    return chart.legend, chart.marks


def _ranks(legend: tuple[LegendEntry, ...]) -> int:
    """How many ranks a legend is for: a framework may give few bands the looks of a longer scale."""
    return max((len(legend), *(entry.rank + 1 for entry in legend)))


def _pieces(row: ChartRow, chart: ChartBlock, *, palette: Palette) -> Markup:
    """Draw the pieces of a row's bar, or its dots. The SVG is made of numbers and the ids of a report."""
    drawn = [DrawnPiece(_amount(each), each.rank, str(escape(each.name))) for each in row.pieces]
    ranks = max(len(chart.legend), 1)
    draw = dots if chart.form == "dots" else stacked
    return Markup(draw(drawn, maximum=chart.maximum, ranks=ranks, palette=palette))  # noqa: S704 - see above


def _marker(rank: int, ranks: int, *, palette: Palette) -> Markup:
    """Draw the marker of a rating."""
    return Markup(marker(rank, ranks, palette=palette))  # noqa: S704 - it is made of numbers


def _dot_swatch(rank: int, ranks: int, *, palette: Palette) -> Markup:
    """Draw the dot of a series, for a legend."""
    return Markup(dot_swatch(rank, ranks, palette=palette))  # noqa: S704 - as above


def _swatch(rank: int, name: str, ranks: int, *, palette: Palette) -> Markup:
    """Draw a sample of a rank's pattern, for a legend."""
    return Markup(swatch(rank, str(escape(name)), ranks, palette=palette))  # noqa: S704 - as above


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
