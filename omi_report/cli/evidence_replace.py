"""`omi evidence replace`: a case that cannot be inspected → the next of the reserve."""

from __future__ import annotations

from pathlib import Path

import click

from omi_report.cli.terminal import say


@click.command("replace")
@click.argument("area", type=click.Path(path_type=Path))
@click.argument("case")
@click.option("--reason", metavar="TEXT", required=True, help="Why it cannot be inspected: the file is in court.")
@click.option("--dry-run", is_flag=True, help="Say which case would come in, and write nothing.")
def command(area: Path, case: str, reason: str, dry_run: bool) -> None:
    """Take CASE out of the sample of AREA, for a reason, and the next case of the reserve in.

    The next is the first of the same type, or stratum, with which all minimums stay met. The case stays in
    evidence/sample.csv as withdrawn, with the reason. Say nothing in it that tells who somebody is: names, addresses
    and numbers of people are refused.

    Exit status: 0 replaced; 2 misuse, no such case in the sample, or nothing left in reserve.

    \b
    Examples:
      omi evidence replace areas/wessex WX-017 --reason "the file is in court"
      omi evidence replace areas/wessex WX-017 --reason "transferred out" --dry-run
    """
    from omi_report.api import load
    from omi_report.sampling.replacing import replaced
    from omi_report.workspace.reasons import expect_reason
    from omi_report.workspace.sampling import sample_in, sampling_of, write_sample_files

    reason = expect_reason(reason)
    inspection = load(area)
    sampling = sampling_of(inspection)
    found = replaced(sample_in(inspection), sampling, case, reason)
    if not dry_run:
        write_sample_files(inspection, found.sample)
    does = "would take" if dry_run else "takes"
    say(f"{found.case.case} {does} the place of {case}")
    for need in found.missed:
        say(f"Not met any more: {need.name}, {need.asked - need.drawn} too few of {need.asked}")
