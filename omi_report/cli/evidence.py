"""`omi evidence`: the answers that figures are computed from, with a command for each thing done with them."""

from __future__ import annotations

from typing import Final

import click

from omi_report.cli.lazy_group import LazyGroup

SUBCOMMANDS: Final = {
    "allocate": "Give the cases of the sample to those who judge them.",
    "replace": "Take a case out of the sample, and the next of the reserve in.",
    "sheet": "Write the workbooks in which cases are judged.",
    "missing": "Show which answers are still missing.",
    "import": "Take exports of judged cases and of surveys into an area.",
    "agreement": "Show how far two who judged the same cases agree.",
    "agree": "Settle answers on which two judges differ.",
}
"""The commands in the order of the help, with their one-line summaries."""


class _Evidence(LazyGroup):
    SUMMARIES = SUBCOMMANDS
    MODULES_BEGIN = "evidence_"


@click.group("evidence", cls=_Evidence, options_metavar="", subcommand_metavar="COMMAND ...")
def command() -> None:
    """Bring together the evidence of an inspection: what was judged of each case, and what people answered.

    It is kept in the area's folder evidence. No report holds a row of it: reports hold counts. omi sample draws the
    cases.

    \b
    Examples:
      omi evidence allocate areas/wiltshire                      give the cases of the sample out
      omi evidence replace areas/wiltshire WX-017 --reason lost  one that cannot be inspected
      omi evidence sheet areas/wiltshire                         write the workbook to fill in
      omi evidence missing areas/wiltshire                       what is still to be judged
      omi evidence import export.xlsx areas/wiltshire --guess    propose how the export is read
      omi evidence import export.xlsx areas/wiltshire            read it
      omi evidence agreement areas/wiltshire                     where two judges differ
      omi evidence agree areas/wiltshire --sheet settled.xlsx    what they have agreed on
    """
