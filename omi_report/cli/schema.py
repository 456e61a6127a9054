"""`omi schema`: print the JSON Schema of a kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import click


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
      omi schema -o .schema         all of them, one file each
    """
    from omi_report.document.kinds import PART_KINDS
    from omi_report.model.schema import described, schema_of

    known = described(PART_KINDS)
    if output is not None:
        from omi_report.files import write_output

        for name in [kind] if kind else known:
            path = output / f"{_known(name, list(known))}.json"
            text = json.dumps(schema_of(name, PART_KINDS), indent=2, ensure_ascii=False)
            write_output(path, f"{text}\n".encode())
            click.echo(f"Wrote {path}")
    elif kind is None:
        for name, (_model, file) in known.items():
            click.echo(f"{name:16} {file}")
    else:
        click.echo(json.dumps(schema_of(_known(kind, list(known)), PART_KINDS), indent=2, ensure_ascii=False))


def _known(kind: str, kinds: list[str]) -> str:
    """Return the kind. Raises UsageError, which ends the command with status 2, for an unknown one."""
    if kind in kinds:
        return kind
    import difflib

    nearest = difflib.get_close_matches(kind, kinds, n=1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"the kinds are {', '.join(kinds)}"
    raise click.UsageError(f"there is no kind of file «{kind}»: {hint}")
