"""The table of `omi score` in a terminal."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from omi_report.language.known import ENGLISH
from omi_report.model.area import Area
from omi_report.model.framework import Band
from omi_report.scoring.results import CriterionResult, Score, Scored, Scores, SectionResult, ThreadResult

BAR = 15
"""The length of a bar of 100 per cent, in characters."""

_EIGHTHS = " ▏▎▍▌▋▊▉"
_STYLES = ("green", "cyan", "yellow", "magenta", "red")
"""The colours of bands from the best to the worst."""


def show_table(area: Area, scores: Scores) -> None:
    """Print every section, criterion and thread with its score, bar and band, or its grade."""
    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("")
    table.add_column("Criterion", overflow="fold")
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("Band or grade", overflow="fold")
    for section in scores.sections:
        _add(table, console, area, section)
        for criterion in section.criteria:
            _add(table, console, area, criterion)
        table.add_section()
    for thread in scores.threads:
        _add(table, console, area, thread)
    sample = f"{scores.cases} cases" if scores.cases is not None else "no evidence: scores as published"
    console.print(Text(f"{area.identity.area} ({sample})", style="bold"))
    console.print(table)
    for note in _notes(scores):
        console.print(Text(note))


def _add(table: Table, console: Console, area: Area, result: SectionResult | CriterionResult | ThreadResult) -> None:
    style = "" if isinstance(result, CriterionResult) else "bold"
    number = result.id if isinstance(result, ThreadResult) else result.number
    cells = [Text(number), Text(result.title)]
    band = None if isinstance(result, ThreadResult) else result.band
    cells += [Text(_score_text(result.score)), Text(_bar(result.score, console), style=_style(band, area))]
    cells.append(_judgement(result, area))
    table.add_row(*cells, style=style)


def _judgement(result: SectionResult | CriterionResult | ThreadResult, area: Area) -> Text:
    if isinstance(result, CriterionResult) and result.grade:
        return Text(result.grade.name)
    if isinstance(result, ThreadResult) or result.band is None:
        return Text("")
    if isinstance(result, CriterionResult) and result.departs and result.conclusion:
        return Text(f"{result.conclusion.name} (departs)", style=_style(result.conclusion, area))
    return Text(result.band.name, style=_style(result.band, area))


def _score_text(score: Score | None) -> str:
    match score:
        case Scored():
            return f"{score.rounded}%"
        case None:
            return ""
        case _:
            return "–"


def _bar(score: Score | None, console: Console) -> str:
    if not isinstance(score, Scored):
        return ""
    return bar_text(score, blocks=console.encoding.lower().startswith("utf"))


def bar_text(score: Scored, *, blocks: bool) -> str:
    """Draw a score as characters: in eighths of a character where the terminal has blocks."""
    eighths = round(score.value * BAR * 8 / 100)
    if not blocks:
        return "#" * (eighths // 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _style(band: Band | None, area: Area) -> str:
    if band is None:
        return ""
    ranked = sorted(area.framework.bands, key=lambda each: -each.lowest)
    return style_of(ranked.index(band), len(ranked))


def style_of(rank: int, ranks: int) -> str:
    """Return the colour of a rank, 0 being the best of ``ranks``: only the best is green, only the worst red.

    Those between share the other colours. The name of the band says the same in words.
    """
    if rank in (0, ranks - 1):
        return _STYLES[-1 if rank else 0]
    inner = len(_STYLES) - 2
    return _STYLES[1 + inner * (2 * rank - 1) // (2 * (ranks - 2))]


def _notes(scores: Scores) -> list[str]:
    """Notes below the table: why there is no score, and where the published score is not the computed one."""
    notes = []
    results: tuple[CriterionResult | ThreadResult, ...] = (*scores.criteria.values(), *scores.threads)
    for result in results:
        number = result.id if isinstance(result, ThreadResult) else result.number
        if result.score is None:
            continue
        if not isinstance(result.score, Scored):
            notes.append(f"{number} has no score: {ENGLISH.say(result.score.reason)}.")
        elif result.published is not None and result.published != result.score.rounded:
            notes.append(
                f"{number} is published as {result.published}%, and the evidence gives {result.score.rounded}%."
            )
    notes += [
        f"Section {section.number} has no score: {ENGLISH.say(section.score.reason)}."
        for section in scores.sections
        if section.score is not None and not isinstance(section.score, Scored)
    ]
    if any(result.departs for result in scores.criteria.values()):
        notes.append("(departs): inspectors concluded otherwise than the score's band, with their reason on record.")
    return notes
