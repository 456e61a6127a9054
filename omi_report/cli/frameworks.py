"""`omi frameworks`: list the frameworks that there are, or print one of them."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("frameworks")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the frameworks that an area may name, with title and origin, or print the file of NAME.

    There are those that come with omi, those of plug-ins, and those in the folder that `frameworks` in
    the settings of the current folder's project names. An area may also have one of its own, as a file
    in its folder.

    \b
    Examples:
      omi frameworks
      omi frameworks omi-2006 > frameworks/ours.yaml    a copy to change
    """
    from omi_report.cli.terminal import say, write_data
    from omi_report.lint.summary import tally
    from omi_report.workspace.frameworks import framework_named, known_frameworks

    area = Path("an-area")
    if name is not None:
        write_data(framework_named(name, area).path.read_text(encoding="utf-8-sig"))
        return
    known = known_frameworks(area)
    width = max(len(each.name) for each in known)
    for each in known:
        said = f"cannot be used, {tally(each.problems)} (omi validate {each.path})" if each.problems else each.title
        say(f"{each.name:<{width}}  {said}  ({each.origin})")
