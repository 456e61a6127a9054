"""The table of `omi score` in a terminal."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from omi_report.cli.terminal import cell, console as new_console
from omi_report.language.language import Language
from omi_report.model.area import Area
from omi_report.model.scales import Band
from omi_report.numbering import as_printed
from omi_report.scoring.results import (
    CriterionResult,
    KeyQuestionRating,
    Result,
    Score,
    Scored,
    Scores,
    Unscorable,
    score_text,
)
from omi_report.scoring.workings import plain

BAR = 15
"""The length of a bar of 100 per cent, in characters."""

_EIGHTHS = " ▏▎▍▌▋▊▉"
_STYLES = ("green", "cyan", "yellow", "magenta", "red")
"""The colours of bands from the best to the worst."""


def show_table(area: Area, scores: Scores) -> None:
    """Print every section, criterion and thread with its score, bar and band, or its grade."""
    console = new_console()
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("")
    english = area.framework.english
    table.add_column(english.label("%(Term_criterion)s"), overflow="fold")
    table.add_column(english.label("%(Term_score)s"), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column(english.label("%(Term_rating)s"), overflow="fold")
    for section in scores.sections:
        _add(table, console, section)
        for criterion in section.criteria:
            _add(table, console, criterion)
            for key_question in criterion.key_questions:
                _add(table, console, key_question)
        table.add_section()
    for result in (*scores.threads, *([scores.overall] if scores.overall else ())):
        _add(table, console, result)
    sample = (
        english.label("%(cases)s %(terms_case)s", cases=scores.cases)
        if scores.cases is not None
        else english.label("no evidence: %(terms_score)s as published")
    )
    console.print(cell(f"{area.identity.area} ({sample})", style="bold"))
    console.print(table)
    for note in _notes(scores, english):
        console.print(cell(english.in_terms(note)))


def _add(table: Table, console: Console, result: Result) -> None:
    style = "" if isinstance(result, CriterionResult | KeyQuestionRating) else "bold"
    number = "" if result.level == "overall" else as_printed(result.number)
    title = "Overall" if result.level == "overall" else result.title
    cells = [cell(number), cell(title)]
    cells += [cell(_score_text(result)), cell(_bar(result.score, console), style=_style(result.band, result))]
    cells.append(_judgement(result))
    table.add_row(*cells, style=style)


def _judgement(result: Result) -> Text:
    if result.rating is None:
        return cell("–" if result.lacking and result.score is None else "")
    if result.is_judged:
        return cell(result.rating.name)
    mark = " (departs)" if result.departs else " (limited)" if result.band != result.unlimited else ""
    return cell(f"{result.rating.name}{mark}", style=_style(result.rating, result))


def _score_text(result: Result) -> str:
    match result.score:
        case Scored():
            return score_text(result.score)
        case None:
            return ""
        case _:
            return "–"


def _bar(score: Score | None, console: Console) -> str:
    if not isinstance(score, Scored) or score.unit != "per-cent":
        return ""
    return bar_text(score, blocks=console.encoding.lower().startswith("utf"))


def bar_text(score: Scored, *, blocks: bool) -> str:
    """Draw a score as characters: in eighths of a character where the terminal has blocks."""
    eighths = round(score.value * BAR * 8 / 100)
    if not blocks:
        return "#" * (eighths // 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _style(band: Band | None, result: Result) -> str:
    if band is None or result.scale is None:
        return ""
    return style_of(result.scale.rank(band), len(result.scale.bands))


def style_of(rank: int, ranks: int) -> str:
    """Return the colour of a rank, 0 being the best of ``ranks``: only the best is green, only the worst red.

    Those between share the other colours. The name of the band says the same in words.
    """
    if rank in (0, ranks - 1):
        return _STYLES[-1 if rank else 0]
    inner = len(_STYLES) - 2
    return _STYLES[1 + inner * (2 * rank - 1) // (2 * (ranks - 2))]


def _notes(scores: Scores, english: Language) -> list[str]:
    """Notes below the table: why there is no score, and where the published score is not the computed one."""
    notes = []
    for result in scores.results:
        name = _note_name(result)
        if result.lacking:
            what = "%(term_score)s" if isinstance(result.score, Unscorable) else "%(term_rating)s"
            notes.append(f"{name} has no {what}: {english.say(result.lacking)}.")
        elif result.published is not None and isinstance(result.score, Scored):
            if result.score.agrees_with(result.published):
                continue
            sign = "%" if result.score.unit == "per-cent" else ""
            published, given = f"{plain(result.published)}{sign}", score_text(result.score)
            notes.append(f"{name} is published as {published}, and the evidence gives {given}.")
    if any(result.departs and not result.is_judged for result in scores.results):
        notes.append("(departs): the %(term_area)s states another %(term_rating)s than the rule gives.")
    if any(result.band != result.unlimited for result in scores.results):
        notes.append("(limited): a limit of the framework holds; --detail NUMBER shows which.")
    return notes


def _note_name(result: Result) -> str:
    if result.level == "overall":
        return "The whole"
    number = as_printed(result.number)
    return f"%(Term_section)s {number}" if result.level == "section" else number
