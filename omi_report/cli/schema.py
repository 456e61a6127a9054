"""`omi schema`: print the JSON Schema of a kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import click

REPORT = "report"
"""The name of the schema of what omi writes, beside those of the files that it reads."""


@click.command("schema")
@click.argument("kind", required=False)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the schemas of all kinds into this folder.",
)
def command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of KIND, or list the kinds of file that there are.

    Editors that know the YAML language server complete and check a file as you type when its
    first line names its schema; `omi init` writes that line.

    \b
    Examples:
      omi schema                    the kinds of file
      omi schema criterion          the schema of criteria/1.2.yaml and the like
      omi schema report             the schema of report.json, which omi build --json writes
      omi schema -o .schema         all of them, one file each
    """
    from omi_report.document.kinds import PART_KINDS
    from omi_report.model.schema import described

    files = {name: found.file for name, found in described(PART_KINDS).items()} | {REPORT: "report.json"}
    if output is not None:
        from omi_report.files import write_output

        for name in [kind] if kind else files:
            path = output / f"{_known(name, list(files))}.json"
            write_output(path, f"{_schema(name)}\n".encode())
            click.echo(f"Wrote {path}")
    elif kind is None:
        for name, file in files.items():
            click.echo(f"{name:16} {file}")
    else:
        click.echo(_schema(_known(kind, list(files))))


def _schema(name: str) -> str:
    """Return the schema of a kind of file, or of a report."""
    from omi_report.document.json_schema import document_schema
    from omi_report.document.kinds import PART_KINDS
    from omi_report.model.schema import schema_of

    schema = document_schema() if name == REPORT else schema_of(name, PART_KINDS)
    return json.dumps(schema, indent=2, ensure_ascii=False)


def _known(kind: str, kinds: list[str]) -> str:
    """Return the kind. Raises UsageError, which ends the command with status 2, for an unknown one."""
    if kind in kinds:
        return kind
    import difflib

    nearest = difflib.get_close_matches(kind, kinds, n=1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"the kinds are {', '.join(kinds)}"
    raise click.UsageError(f"there is no kind of file «{kind}»: {hint}")
