"""What is found, and in which words, does not depend on the order of sets, which differs from process to process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

FINDING = """
from tests.faults.measure import Order, measured
for outcome in measured(Order((4242,), 30, 0), 1):
    print(outcome.operator, outcome.area, outcome.shown, outcome.said)
"""


def found_with(hash_seed: int) -> str:
    environment = {"PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", FINDING]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_same_is_found_whatever_the_order_of_sets() -> None:
    found = found_with(0)
    assert found.count("\n") == 30
    assert found_with(1) == found
