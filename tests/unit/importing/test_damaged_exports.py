"""Exports that something has happened to: each cause is named once, in at most three messages, and harm is undone."""

from __future__ import annotations

import random

import pytest

from omi_report.evidence.grids import read_grids
from omi_report.importing.sheets.imported import ImportedSheets, imported_sheets
from omi_report.model.evidence_map import EvidenceMap
from tests.export_damage import FAULTS, HARMLESS, Damaged, Operator
from tests.export_layouts import CasesSheet, cases_of, guessed
from tests.exports import csv_of

MOST = 3
"""Messages for one cause."""

GOAL = 0.95


@pytest.fixture(scope="module")
def sound() -> tuple[CasesSheet, EvidenceMap]:
    evidence = cases_of("tarnmouth")
    grids = read_grids(csv_of(evidence.table), "export.csv")
    held = guessed(grids, evidence.framework)
    assert imported_sheets(grids, held, evidence.framework).files == {"evidence/cases.csv": evidence.text}
    return evidence, held


def damage(evidence: CasesSheet, seed: str, *operators: Operator) -> tuple[Damaged, list[str]]:
    damaged = Damaged(evidence.kind, random.Random(seed), evidence.table)
    return damaged, [said for each in operators if (said := each(damaged))]


def imported(damaged: Damaged, evidence: CasesSheet, held: EvidenceMap) -> ImportedSheets:
    return imported_sheets(read_grids(damaged.data(), "export.csv"), held, evidence.framework)


@pytest.mark.parametrize("operator", HARMLESS, ids=lambda each: each.__name__)
def test_what_does_no_harm_changes_nothing(sound: tuple[CasesSheet, EvidenceMap], operator: Operator) -> None:
    evidence, held = sound
    for seed in range(2):
        damaged, _said = damage(evidence, f"{operator.__name__} {seed}", operator)
        found = imported(damaged, evidence, held)
        assert not found.causes, [cause.line for cause in found.causes]
        assert found.files == {"evidence/cases.csv": evidence.text}


@pytest.mark.parametrize("operator", FAULTS, ids=lambda each: each.__name__)
def test_a_cause_is_named_once(sound: tuple[CasesSheet, EvidenceMap], operator: Operator) -> None:
    evidence, held = sound
    for seed in range(2):
        damaged, said = damage(evidence, f"{operator.__name__} {seed}", operator)
        lines = [cause.line for cause in imported(damaged, evidence, held).causes]
        assert sum(said[0] in line for line in lines) == 1, lines
        assert len(lines) <= MOST, lines
        assert max(map(len, lines)) < 700


def test_several_things_at_once(sound: tuple[CasesSheet, EvidenceMap]) -> None:
    """Two faults and something harmless: both causes are named once each, in at most three messages a cause."""
    evidence, held = sound
    missed: list[tuple[str, list[str]]] = []
    rounds = 40
    for seed in range(rounds):
        random_ = random.Random(seed)
        operators = [
            random_.choice(HARMLESS),
            *random_.sample([each for each in FAULTS if each.__name__ != "ids_renamed"], 2),
        ]
        damaged, said = damage(evidence, str(seed), *operators)
        lines = [cause.line for cause in imported(damaged, evidence, held).causes]
        once = all(sum(words in line for line in lines) == 1 for words in set(said))
        if not once or len(lines) > MOST * len(set(said)):
            missed.append((" ".join(each.__name__ for each in operators), lines))
    assert len(missed) <= rounds * (1 - GOAL), missed
