"""Areas with a sample, and the caseloads that it is drawn from; no row stands for anybody."""

from __future__ import annotations

import csv
import io
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from omi_report.model.base import ReportDate
from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sample_record import CaseloadCounts, DrawnSample, Judge
from omi_report.model.sampling import Minimum, Proportion, Sampling
from omi_report.sampling.draw import CaseloadCase
from tests.samples import WESTMARK

SAMPLING = """\
sampling:
  size: [12, 15]
  quotas:
    case_type: {workshop: 8, office: 4}
  minimums:
    - {name: second-year trainees, where: {year: 2}, at_least: 7}
  reserve: 6
  twice: 2
  assessors: 33
"""
"""How Westmark draws its sample here."""

JUDGES = """\
judges:
  - {id: inspector-1}
  - {id: inspector-2, capacity: 5}
  - {id: assessor-1, role: assessor, team: North}
  - {id: assessor-2, role: assessor, team: South}
"""


def caseload_text(size: int = 90, *, seed: int = 1) -> str:
    """Return a caseload of Westmark with a title, columns that nobody asked for, and names of nobody."""
    chance = random.Random(seed)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["Caseload of the scheme, May"])
    writer.writerow(["case", "Full name", "case_type", "year", "team", "Remarks"])
    for number in range(size):
        kind = "workshop" if chance.random() < 0.6 else "office"
        year = "2" if chance.random() < 0.3 else "1"
        writer.writerow(
            [f"TR{number:04}", f"Nobody-{number} Secretname", kind, year, chance.choice(["North", "South"]), ""]
        )
    return text.getvalue()


def sampled_area(folder: Path) -> Path:
    """Make Westmark, whose framework says how a sample is drawn, in a folder."""
    made = Path(shutil.copytree(WESTMARK, folder / "westmark"))
    framework = made / "framework.yaml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(text.replace("\nattributes:\n", f"\n{SAMPLING}\nattributes:\n", 1), encoding="utf-8")
    return made


def random_caseload(chance: random.Random, size: int, attributes: Sequence[str], strata: int) -> list[CaseloadCase]:
    """Make cases of a type (`type`: a, b, …), each with or without some attributes (yes, no)."""
    shares = {name: chance.choice([0.1, 0.3, 0.5]) for name in attributes}
    return [
        CaseloadCase(
            f"id-{number}",
            {"type": "abcdef"[chance.randrange(strata)]}
            | {name: "yes" if chance.random() < share else "no" for name, share in shares.items()},
        )
        for number in range(size)
    ]


def sampling(
    quotas: dict[str, int], minimums: Mapping[str, int] = {}, proportion: Sequence[str] = (), **more: int
) -> Sampling:
    """Return how a sample is drawn by quotas of `type`, and by minimums of attributes that are yes."""
    return Sampling(
        size=(sum(quotas.values()),),
        quotas={"type": quotas},
        minimums=tuple(Minimum(name=f"at least {n}", where={n: ("yes",)}, at_least=k) for n, k in minimums.items()),
        proportion=tuple(Proportion(name=f"share of {n}", where={n: ("yes",)}) for n in proportion),
        **more,
    )


def sample_of_cases(cases: Sequence[SampleCase], judges: Sequence[Judge] = ()) -> Sample:
    """Return a sample of some cases."""
    drawn = DrawnSample(
        drawn=ReportDate(2007, 11), seed="s", size=max(1, len(cases)), caseload=CaseloadCounts(cases=99)
    )
    return Sample(tuple(cases), drawn, tuple(judges))
