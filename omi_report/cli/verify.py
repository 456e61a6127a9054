"""`omi verify`: hold reports against their manifests."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from omi_report.cli.terminal import say
from omi_report.errors import PROBLEMS


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--area",
    type=click.Path(path_type=Path),
    help="The folder of the area: build the report from it again, in memory, and compare.",
)
@click.option(
    "--template-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The template folder that the report was built with. Needs --area.",
)
@click.option(
    "--word-template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The Word file that the report was built with. Needs --area.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what differs.")
def command(
    folder: Path, area: Path | None, template_dir: Path | None, word_template: Path | None, quiet: bool
) -> None:
    """Check that the reports in FOLDER are as they were built.

    Every file is held against the SHA-256 in the manifest beside it. With --area the report is built
    again: that shows whether it comes from this area, and if not, which input, template or version
    was changed since and where the files differ.

    Reports side by side are to be of one stage, and of the same files of the area. A draft that was left
    beside a final report is a difference.

    Files of evidence are checked with the key of the build, which the project's settings or
    OMI_SEAL_KEY_FILE name. Where there was no key, or this one is not there now, that is said and all
    else is checked.

    Nothing is written. Only where a build was killed while its files got their names, that is finished first.

    Exit status: 0 as built, 1 something differs, 2 misuse.

    \b
    Examples:
      omi verify build/hampshire
      omi verify build/hampshire --area areas/hampshire
      omi verify build/hampshire --area areas/hampshire --template-dir house
    """
    from omi_report.workspace.verified import verify

    if template_dir is not None and area is None:
        raise click.UsageError("--template-dir is for building again: name the area with --area")
    if word_template is not None and area is None:
        raise click.UsageError("--word-template is for building again: name the area with --area")
    verified = verify(folder, area, template_dir, word_template=word_template)
    for difference in verified.differences:
        say(f"{difference.what} {difference.how}")
    for why in verified.unchecked:
        say(f"{folder}: the files of evidence were not checked: {why}", err=True)
    if count := len(verified.differences):
        say(f"{folder}: not as built, {count} difference{'s' * (count != 1)}", err=True)
        sys.exit(PROBLEMS)
    if not quiet:
        again = f", and the same when built again from {area}" if area else ""
        say(f"{folder}: {verified.files} file{'s' * (verified.files != 1)} as built{again}")
