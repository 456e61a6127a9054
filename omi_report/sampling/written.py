"""A sample → the texts of its files: the cases, how they were drawn, and the key that leads back to the caseload."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from omi_report.model.base import ReportDate
from omi_report.model.evidence import CASE_COLUMN
from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sample_record import SAMPLE_COLUMNS, SAMPLING, AskedOfSample, CaseloadCounts, DrawnSample
from omi_report.sampling.draw import Draw, Need

KEY_COLUMNS: Final = ("caseload", CASE_COLUMN)
"""The columns of the key: the id of a case in the caseload, and in the inspection."""

_HEAD: Final = """\
# How the sample was drawn; omi sample writes it. The seed and the caseload give the same sample again, so the seed is
# as confidential as the caseload. No report holds anything of it but counts.
"""


def sample_of(
    draw: Draw, strata: str, counts: Mapping[str, Mapping[str, int]], *, prefix: str, seed: str, date: ReportDate
) -> tuple[Sample, dict[str, str]]:
    """Return the sample that is kept of a draw, with ids of its own, and the id in the caseload of each of these.

    ``counts`` are those of the caseload by attribute and value.
    """
    drawn = DrawnSample(
        drawn=date,
        seed=seed,
        size=draw.size,
        caseload=CaseloadCounts(cases=_caseload_size(draw), counts={name: dict(each) for name, each in counts.items()}),
        swapped=draw.swapped,
        quotas=_asked(draw.quotas) if strata else (),
        needs=_asked(draw.needs),
    )
    total = len(draw.sample) + len(draw.reserve)
    width = max(3, len(str(total)))
    cases: list[SampleCase] = []
    key: dict[str, str] = {}
    for place, chosen in (("sample", draw.sample), ("reserve", draw.reserve)):
        order: dict[str, int] = {}
        for each in chosen:
            stratum = each.values.get(strata, "")
            order[stratum] = order.get(stratum, 0) + 1
            case = f"{prefix}-{len(cases) + 1:0{width}}"
            key[case] = each.id
            cases.append(
                SampleCase(case, "sample" if place == "sample" else "reserve", order[stratum], each.values, each.team)
            )
    return Sample(tuple(cases), drawn), key


def sample_text(sample: Sample, attributes: Sequence[str]) -> str:
    """Return the file of the cases."""
    first, rest = SAMPLE_COLUMNS[:3], SAMPLE_COLUMNS[3:]
    rows = (
        [
            each.case,
            each.place,
            each.order,
            *(each.values[name] for name in attributes),
            each.team,
            each.judge,
            each.second,
            each.reason,
        ]
        for each in sample.cases
    )
    return _table([*first, *attributes, *rest], rows)


def key_text(key: Mapping[str, str]) -> str:
    """Return the file that leads from the cases of the inspection back to the caseload."""
    return _table(KEY_COLUMNS, ([of_caseload, case] for case, of_caseload in key.items()))


def sampling_text(drawn: DrawnSample, schemas: str) -> str:
    """Return the file that says how a sample was drawn. ``schemas`` is where editors find the schema of the file."""
    lines = [
        f"# yaml-language-server: $schema={schemas}/{SAMPLING.id}.json",
        _HEAD.rstrip(),
        f"drawn: {drawn.drawn}",
        f"seed: {_quoted(drawn.seed)}",
        f"size: {drawn.size}",
        "caseload:",
        f"  cases: {drawn.caseload.cases}",
        *(["  counts:"] if drawn.caseload.counts else []),
    ]
    for name, counts in drawn.caseload.counts.items():
        values = ", ".join(f"{_quoted(value)}: {count}" for value, count in counts.items())
        lines.append(f"    {_quoted(name)}: {{{values}}}")
    lines.append(f"swapped: {drawn.swapped}")
    for key, asked in (("quotas", drawn.quotas), ("needs", drawn.needs)):
        lines += [f"{key}:"] if asked else []
        lines += [
            f"  - {{name: {_quoted(each.name)}, asked: {each.asked}, drawn: {each.drawn}, there: {each.there}}}"
            for each in asked
        ]
    return "\n".join(lines) + "\n"


def _caseload_size(draw: Draw) -> int:
    return sum(each.there for each in draw.quotas) + draw.outside


def _asked(needs: Iterable[Need]) -> tuple[AskedOfSample, ...]:
    return tuple(AskedOfSample(name=each.name, asked=each.asked, drawn=each.drawn, there=each.there) for each in needs)


def _quoted(text: str) -> str:
    """A text as YAML that no reader takes for anything else."""
    return "'" + text.replace("'", "''") + "'"


def _table(header: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
