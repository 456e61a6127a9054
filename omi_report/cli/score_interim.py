"""What `omi score --interim` adds to every view: that it is interim, and what the scores rest on so far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from omi_report.cli.evidence_missing_view import show_needs
from omi_report.cli.terminal import cell, console as new_console, say
from omi_report.numbering import as_printed

if TYPE_CHECKING:
    from omi_report.judging.interim import Interim
    from omi_report.opendata.score_views import View

INTERIM_COLUMN = "interim"


def show_mark(interim: Interim) -> None:
    """Print, above a view, that it is interim."""
    new_console().print(cell(_mark(interim), style="bold"))


def show_base(interim: Interim) -> None:
    """Print, below a view, what its numbers rest on, and again that it is interim."""
    framework, so_far = interim.inspection.framework, interim.so_far
    terms = framework.terms
    if interim.few:
        named = ", ".join(f"{as_printed(each.number)} ({each.cases})" for each in interim.few)
        say(f"Fewer than {framework.minimum_base} {terms.cases} so far: {named}")
    wrong = so_far.unfinished.others
    if wrong:
        several = "error" if wrong == 1 else "errors"
        say(f"{wrong:,} {several} in the sheet itself, so that cases may be missing: omi validate says which")
    if so_far.strangers:
        say(f"Left out, since they are not of the sample: {len(so_far.strangers):,}")
    show_needs(interim.inspection.area, so_far)
    show_mark(interim)


def marked(view: View, interim: Interim) -> View:
    """Return the data of a view with what says that it is interim: a key of the whole, and a column of each row."""
    return replace(
        view,
        data=interim.to_record() | view.data,
        columns=(*view.columns, INTERIM_COLUMN),
        rows=tuple(row | {INTERIM_COLUMN: interim.line} for row in view.rows),
    )


def _mark(interim: Interim) -> str:
    so_far = interim.so_far
    line = interim.line.removeprefix("interim: ")
    rest = f"{so_far.begun:,} begun, {so_far.not_begun:,} not begun"
    return f"INTERIM: {line} are in ({rest}). The scores will change, and are not for publication."
