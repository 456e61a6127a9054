"""`omi lsp`: the language server for editors."""

from __future__ import annotations

import click

from omi_report.errors import MissingExtraError


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over the standard input and output, as it always does.")
def command(stdio: bool) -> None:
    """Serve an editor: what `omi validate` finds as you type, and more.

    Editors start this command themselves: docs/how-to/editors.md says how to set up yours. It speaks the
    Language Server Protocol over the standard input and output, and ends with the editor. It looks at the
    areas of open documents, with their texts as they stand in the editor.

    It needs the library pygls, which comes with the extra «lsp»: pip install "omi_report[lsp]".

    Exit status: 0 the editor has ended it, or is gone; 1 it has ended it without a word before; 2 pygls is
    not installed.

    \b
    Example:
      omi lsp
    """
    del stdio  # many editors add the option whatever they start
    try:
        from omi_report.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        hint = 'install it with pip install "omi_report[lsp]"'
        raise MissingExtraError(f"omi lsp needs the library {error.name}, which is not installed: {hint}") from error
    serve()
