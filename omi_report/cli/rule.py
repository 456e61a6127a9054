"""`omi rule`: explain one rule."""

from __future__ import annotations

import click


@click.command("rule")
@click.argument("code")
def command(code: str) -> None:
    """Explain a rule, by its CODE, the number in it or its name.

    \b
    Examples:
      omi rule OMI203
      omi rule 203
      omi rule unwritable-figure
    """
    from omi_report.cli.terminal import write_out
    from omi_report.lint.codes import complaint
    from omi_report.lint.manual import rule_page
    from omi_report.lint.registry import registry
    from omi_report.workspace.settings import plugins_here

    plugins = plugins_here()
    wanted = {code.lower(), f"omi{code}"}
    rule = next(
        (rule for rule in registry(plugins).rules if not wanted.isdisjoint((rule.code.lower(), rule.name))), None
    )
    if rule is None:
        raise click.UsageError(
            complaint(code, plugins) or f"«{code}» is only the beginning of a code: `omi rules {code}` lists them"
        )
    write_out(f"{rule.code} {rule.name}\n\n{rule_page(rule, plugins)}")
