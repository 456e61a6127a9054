"""What all tests share: how many examples hypothesis tries, and a small area to break."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from omi_report.language import catalogue
from omi_report.language.known import language_of
from tests.effort import PROFILE

# No deadlines: the examples run on machines of every speed. Choose with HYPOTHESIS_PROFILE=thorough.
settings.register_profile("ci", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=10_000)
settings.load_profile(PROFILE)

# A shell that runs the tests in the background has Ctrl-C ignored, and whatever they start would ignore it too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What omi keeps from one time to the next is kept apart from the user's own, in one place for all processes of tests.
if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["OMI_CACHE_DIR"] = tempfile.mkdtemp(prefix="omi-tests-")
    atexit.register(shutil.rmtree, os.environ["OMI_CACHE_DIR"], ignore_errors=True)

SMALL_AREA = {
    "area.yaml": """\
area: Northfold
framework: framework.yaml
inspected: 2024-05
""",
    "framework.yaml": """\
framework: small
title: Small Inspection
report_title: A report on {{ area }}
inspectorate: The Inspectorate
scales:
  - id: bands
    name: Band
    bands:
      - {id: good, name: Good, lowest: 70, conclusion: This was good.}
      - {id: poor, name: Poor, lowest: 0, conclusion: This was poor.}
  - id: grades
    name: Grade
    several: Grades
    bands:
      - {id: met, name: Met}
      - {id: not-met, name: Not met}
ratings:
  criterion: {of: questions, take: mean, summary: 20, scale: bands}
  section: {of: criteria, take: mean, scores: printed, scale: bands}
  thread: {of: questions, take: mean}
threads:
  - {id: safety, title: Safety, sections: [1]}
sections:
  - number: 1
    title: Planning
    criteria:
      - {number: 1.1, title: First plan, statement: A plan is made.}
      - {number: 1.10, title: Tenth plan, statement: Another plan is made.}
  - number: 2
    title: Leading
    rating: none
    criteria_rating: {judgement: grades}
    criteria:
      - {number: 2.1, title: Money, statement: There is money.}
parts:
  - kind: title-page
  - {kind: foreword, heading: Foreword}
  - {kind: contents, heading: Contents}
  - {kind: abbreviations, heading: Abbreviations}
  - {kind: summary, heading: Summary}
  - {kind: scores, heading: Scores}
  - kind: sections
  - kind: standard-text
    id: scoring
    heading: How we score
    appendix: yes
    blocks:
      - heading: Bands
        text: See {section}`1`.
""",
    "foreword.yaml": """\
text: Welcome to {{ area }}.
signatory: Ada Quill
""",
    "abbreviations.yaml": """\
PSR: pre-sentence report
SDR/FDR: standard and fast delivery reports
""",
    "summary.yaml": """\
sections:
  1: Planning was good; see {criterion}`1.10`.
  2: |
    Leading was met.
threads:
  safety: {text: Safety came first., score: 71}
""",
    "criteria/1.1.yaml": """\
criterion: 1.1
score: 72
percentages:
  on-time: 97
  reviewed: 5 of 6
strengths:
  - Plans were on time in {{ on-time }} of cases.
  - id: reviews
    text: |
      Plans were reviewed.
improvements:
  - One PSR was late.
""",
    "criteria/1.10.yaml": """\
criterion: 1.10
score: 51
""",
    "criteria/2.1.yaml": """\
criterion: 2.1
rating: met
""",
}
"""An area with a framework of its own and no more parts than the tests need, by file name."""


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and return it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def small_area(tmp_path: Path) -> Path:
    """The folder of a small area without any problem."""
    return write_files(tmp_path / "northfold", SMALL_AREA)


@pytest.fixture
def locale_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues in place of omi's own, empty as yet."""
    folder = tmp_path / "locale"
    monkeypatch.setattr(catalogue, "LOCALE_FOLDER", folder)
    language_of.cache_clear()
    yield folder
    language_of.cache_clear()


@pytest.fixture
def invented_language(locale_folder: Path) -> str:
    """The tag of a language in which every message is in letters of another script."""
    from tests.catalogues import INVENTED, compiled, invented_catalogue  # few tests need catalogues

    file = locale_folder / INVENTED / "LC_MESSAGES" / "omi.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(invented_catalogue()))
    return INVENTED
