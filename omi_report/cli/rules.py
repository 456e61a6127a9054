"""`omi rules`: list the rules."""

from __future__ import annotations

import click


@click.command("rules")
@click.argument("prefixes", nargs=-1, metavar="[CODE]...")
def command(prefixes: tuple[str, ...]) -> None:
    """List all rules, or those whose codes begin with CODE.

    \b
    Examples:
      omi rules
      omi rules OMI2
    """
    from omi_report.cli.show import write_out
    from omi_report.lint.codes import complaint
    from omi_report.lint.registry import RULES

    for prefix in prefixes:
        if said := complaint(prefix):
            raise click.UsageError(said)
    shown = [rule for rule in RULES if not prefixes or rule.code.startswith(prefixes)]
    width = max(len(rule.name) for rule in shown)
    write_out("".join(f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.what}\n" for rule in shown))
