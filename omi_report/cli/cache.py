"""`omi cache`: what is kept from one run to the next."""

from __future__ import annotations

import sys

import click

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN

_KINDS = {
    "": "what was found in areas",
    "built": "which reports are up to date",
    "templates": "templates, ready to be filled",
    "units": "pages that are laid out",
}


@click.command("cache")
@click.option("--empty", is_flag=True, help="Take all of it away.")
def command(empty: bool) -> None:
    """Show what omi keeps to save time, and where; --empty takes it away.

    To lose it costs time and nothing else: a check or a build is the same without it. It is kept for the user who
    runs omi, who alone can read it. What was used longest ago goes when there is too much.

    \b
    Examples:
      omi cache             how much of what is kept, and where
      omi cache --empty     take it away
    """
    from omi_report import cache
    from omi_report.resources import cache_folder

    folder = cache_folder()
    if folder is None:
        say("Nothing is kept: this user has no folder for it (OMI_CACHE_DIR names one)")
        sys.exit(CLEAN)
    if empty:
        count = cache.empty()
        say(f"Took away {count:,} file{'s' * (count != 1)} from {folder}")
        sys.exit(CLEAN)
    say(f"{folder}")
    found = cache.contents()
    for each in found:
        size = f"{each.size / 1_000_000:,.1f} MB"
        say(f"{size:>12}  {each.files:>6,} file{'s' if each.files != 1 else ' '}  {_KINDS[each.name]}")
    if not found:
        say("  nothing is kept")
    sys.exit(CLEAN)
