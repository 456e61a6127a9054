"""Whole processes timed in turn, ours and another, so that the ratio holds on a noisy machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """A command and others that do the same together, and the most that the first may take, as a ratio of their time.

    ``times`` is how often the others would have to run to do as much. ``before`` is called before ours begins.
    """

    name: str
    ours: list[str]
    theirs: Sequence[list[str]]
    limit: float
    rounds: int = 7
    times: int = 1
    before: Callable[[], object] | None = None


@dataclass(frozen=True)
class Result:
    """Median seconds (or bytes) of both sides and the median of their ratios, round by round."""

    name: str
    ours: float
    theirs: float
    ratio: float
    limit: float
    unit: str = "s"

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit


@dataclass(frozen=True)
class Usage:
    """What a process and its children took, in seconds: processor time, and the time that passed."""

    processor: float
    wall: float


def compare(comparison: Comparison) -> Result:
    """Run the commands in turn, once unmeasured and then ``rounds`` times."""
    pairs = []
    for _ in range(comparison.rounds + 1):
        if comparison.before:
            comparison.before()
        ours = usage(comparison.ours).processor
        theirs = comparison.times * sum(usage(command).processor for command in comparison.theirs)
        pairs.append((ours, theirs))
    return result_of(comparison.name, pairs[1:], comparison.limit)


def result_of(name: str, pairs: Iterable[tuple[float, float]], limit: float) -> Result:
    """Return the result of several rounds."""
    pairs = list(pairs)
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Result(name, ours, theirs, statistics.median(first / second for first, second in pairs), limit)


def usage(command: list[str]) -> Usage:
    """Run a command to its end and return what it took. Exit status 1 stands for problems found."""
    started = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}")
    return Usage(used.ru_utime + used.ru_stime, time.monotonic() - started)


def peak(command: list[str]) -> int:
    """Run a command and return the largest size of its process in bytes.

    A process begins with the size of the one that starts it, so a small one does.
    """
    done = subprocess.run([sys.executable, "-c", _PEAK, *command], capture_output=True, check=True, text=True)
    return int(done.stdout) * 1024


_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def show(results: Iterable[Result]) -> bool:
    """Print each result as it comes, as a line of a table, and say whether all of them hold."""
    print(f"{'measure':76} {'ours':>9} {'other':>9} {'ratio':>7} {'at most':>8}")
    all_hold = True
    for result in results:
        verdict = "" if result.holds else "  TOO SLOW" if result.unit == "s" else "  TOO LARGE"
        ours, theirs = (
            f"{value:.3f} s" if result.unit == "s" else f"{value:.0f} MB" for value in (result.ours, result.theirs)
        )
        print(f"{result.name:76} {ours:>9} {theirs:>9} {result.ratio:7.2f} {result.limit:8.2f}{verdict}", flush=True)
        all_hold = all_hold and result.holds
    return all_hold
