"""`omi preview`: a report in the browser that follows its area as it is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from omi_report.cli.terminal import say

if TYPE_CHECKING:
    from threading import Event

    from omi_report.preview.board import FileState
    from omi_report.preview.server import Preview
    from omi_report.workspace.watching import Watched


@click.command("preview")
@click.argument("area", type=click.Path(path_type=Path), metavar="AREA")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port on this machine.  [default: a free one]"
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option(
    "--editor",
    metavar="COMMAND",
    help="Let a click on a problem open its file: code, or another editor by its name, or a command with {file}, "
    "{line} and {column}.",
)
@click.option(
    "--template-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="As for omi build.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print the address alone, and what is wrong.")
def command(area: Path, port: int, opens: bool, editor: str | None, template_dir: Path | None, quiet: bool) -> None:
    """Show the report of an AREA in the browser, and show it anew whenever a file is saved.

    It keeps your place in the report, marks what has changed beside the text, and lists what is wrong, each
    problem with its place. The last good report stays while there are errors. Editions, themes, the PDF, the
    page as it is printed and as it looks on a phone are a click away. Nothing is written.

    It is served to this machine alone, at an address that nobody can guess and that ends with the command.
    Press Ctrl-C to end it.

    Exit status: 0 ended by you; 2 misuse, a port that cannot be had, no such area, or watchfiles is not installed
    (pip install "omi_report[preview]").

    \b
    Examples:
      omi preview areas/hampshire
      omi preview --open --editor code areas/hampshire
      omi preview --editor "subl {file}:{line}:{column}" areas/hampshire
    """
    from omi_report.build_options import BuildOptions
    from omi_report.cli.watch import until_ended
    from omi_report.preview.editor import editor_of
    from omi_report.preview.server import Preview
    from omi_report.workspace.area import open_area
    from omi_report.workspace.live import LiveReport, views_of
    from omi_report.workspace.watching import expect_installed, watched_for

    named = editor_of(editor) if editor is not None else None
    open_area(area)  # says what is wrong with the name of the area before anything is served
    expect_installed()
    report = LiveReport(area, BuildOptions(templates=template_dir))
    try:
        preview = Preview(views_of(area), report.build, partial(_tell, quiet), named, port)
        with until_ended() as ended:
            report.start()
            Thread(target=_watch, args=(partial(watched_for, area, template_dir), preview, ended), daemon=True).start()
            _announce(preview, opens=opens)
            ended.wait()
        preview.close()
    finally:
        report.close()


def _announce(preview: Preview, *, opens: bool) -> None:
    say(preview.address)
    if opens:
        import webbrowser

        webbrowser.open(preview.address)


def _watch(watched: partial[Watched], preview: Preview, ended: Event) -> None:
    """Tell the preview of each change."""
    from omi_report.workspace.watching import changes

    for _ in changes(watched, ended):
        preview.changed()


def _tell(quiet: bool, name: str, state: FileState) -> None:
    """Say in the terminal what came of making a file."""
    from omi_report.lint.summary import tally

    attempt = state.attempt
    problems = [notice.problem for notice in attempt.notices]
    for remark in attempt.remarks:
        say(f"omi: {remark}", err=True)
    if attempt.data is None:
        why = f", {tally(problems)}" if problems else ""
        say(f"{name}: not made{why}", err=True)
    elif not quiet:
        warned = f"; {tally(problems)}" if problems else ""
        say(f"{state.when} {name} in {state.seconds:.1f} s{warned}", err=True)
