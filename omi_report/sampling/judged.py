"""Whether all cases of the sample were judged. No message names a case."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.tabulate import form_of_id
from omi_report.model.evidence import Answers
from omi_report.model.sample import Sample
from omi_report.problems import Location, Problem
from omi_report.sampling.sample_rules import NOT_ALL_JUDGED
from omi_report.source.snapshot import Snapshot


def not_all_judged(sample: Sample | None, cases: Answers | None, snapshot: Snapshot) -> Iterator[Problem]:
    """Yield what the sheet of cases lacks of the sample; nothing where the area does not have both."""
    if sample is None or cases is None:
        return
    where = Location(snapshot.shown_path(cases.file))
    sampled = {form_of_id(each.case) for each in sample.inspected}
    judged = {form_of_id(case) for case in cases.ids}
    missing = len(sampled - judged)
    if missing:
        message = f"{missing} of the {len(sampled)} cases of the sample are not in the sheet"
        hint = "judge them (omi evidence missing shows which), or replace them; omi score --interim scores the others"
        yield NOT_ALL_JUDGED.at(where, message, hint)
