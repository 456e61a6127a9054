"""`omi evidence allocate`: the cases of a sample → those who judge them."""

from __future__ import annotations

from pathlib import Path

import click

from omi_report.cli.terminal import say


@click.command("allocate")
@click.argument("area", type=click.Path(path_type=Path))
@click.option("--anew", is_flag=True, help="Give all cases out anew, those too that somebody has.")
@click.option("--dry-run", is_flag=True, help="Say what could not be met, and write nothing.")
def command(area: Path, anew: bool, dry_run: bool) -> None:
    """Give the cases of the sample of AREA to the judges in its evidence/judges.yaml.

    The area's assessors get the share that the framework's «sampling» gives them, the inspectors all others, as evenly
    as the capacities let it be. No assessor gets a case of their own team. Some cases are judged twice, where it can be
    by an inspector and an assessor. A case that somebody has stays with them.

    Exit status: 0 given out, 2 misuse, or there is no sample or no judge.

    \b
    Examples:
      omi evidence allocate areas/wessex
      omi evidence allocate areas/wessex --anew --dry-run
    """
    from omi_report.api import load
    from omi_report.cli.sample_view import show_judges, show_lacking
    from omi_report.errors import OutputError
    from omi_report.sampling.allocating import allocated
    from omi_report.source.places import JUDGES_FILE
    from omi_report.workspace.sampling import sample_in, sampling_of, write_sample_files

    inspection = load(area)
    sampling, sample = sampling_of(inspection), sample_in(inspection)
    if not sample.judges:
        raise OutputError(f"{area / JUDGES_FILE} is missing: name those who judge there (docs/how-to/sample.md)")
    found = allocated(sample, sampling, anew=anew)
    if not dry_run:
        write_sample_files(inspection, found.sample)
    show_judges(found.sample)
    show_lacking(found.lacking)
    if any(each.team for each in sample.judges) and not any(each.team for each in sample.cases):
        say("No case has a team, so nobody knows which are an assessor's own: the caseload had no column «team»")
    for judge in sample.judges_of_no_team:
        teams = ", ".join(sorted({each.team for each in sample.cases if each.team}))
        say(f"{judge.id} is of the team {judge.team}, which no case has: is it spelt so? The teams of cases: {teams}")
    if not dry_run:
        say("The judges of each case stand in evidence/sample.csv")
