"""Whole processes timed in turn, ours and another, so that the ratio holds on a noisy machine."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """Two commands and the most that the first may take, as a ratio of the second's time."""

    name: str
    ours: list[str]
    theirs: list[str]
    limit: float
    rounds: int = 7


@dataclass(frozen=True)
class Result:
    """Median seconds of both commands and the median of their ratios, round by round."""

    name: str
    ours: float
    theirs: float
    ratio: float
    limit: float

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit


def compare(comparison: Comparison) -> Result:
    """Run the two commands in turn, once unmeasured and then ``rounds`` times."""
    seconds(comparison.ours)
    seconds(comparison.theirs)
    pairs = [(seconds(comparison.ours), seconds(comparison.theirs)) for _ in range(comparison.rounds)]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Result(comparison.name, ours, theirs, ratio, comparison.limit)


def seconds(command: list[str]) -> float:
    """Run a command to its end and return the processor time that it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def wall_seconds(command: list[str]) -> float:
    """Run a command to its end and return the time that passed."""
    started = time.monotonic()
    subprocess.run(command, capture_output=True, check=True)
    return time.monotonic() - started


def show(results: list[Result]) -> bool:
    """Print the results as a table and say whether all of them hold."""
    print(f"{'measure':58} {'ours':>8} {'other':>8} {'ratio':>7} {'at most':>8}")
    for result in results:
        verdict = "" if result.holds else "  TOO SLOW"
        print(
            f"{result.name:58} {result.ours:7.3f}s {result.theirs:7.3f}s {result.ratio:7.2f} {result.limit:8.2f}{verdict}"
        )
    return all(result.holds for result in results)
