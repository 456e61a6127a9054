"""`omi rules`: list the rules."""

from __future__ import annotations

import click


@click.command("rules")
@click.argument("prefixes", nargs=-1, metavar="[CODE]...")
def command(prefixes: tuple[str, ...]) -> None:
    """List all rules, or those whose codes begin with CODE.

    Those of plug-ins are among them, where the settings of the current folder's project name any.

    \b
    Examples:
      omi rules
      omi rules OMI2
    """
    from omi_report.cli.terminal import write_out
    from omi_report.lint.codes import complaint
    from omi_report.lint.registry import registry
    from omi_report.workspace.settings import plugins_here

    plugins = plugins_here()
    for prefix in prefixes:
        if said := complaint(prefix, plugins):
            raise click.UsageError(said)
    shown = [rule for rule in registry(plugins).rules if not prefixes or rule.code.startswith(prefixes)]
    width = max(len(rule.name) for rule in shown)
    write_out("".join(f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.what}\n" for rule in shown))
