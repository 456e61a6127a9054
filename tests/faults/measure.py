"""Makes faults and harmless edits one at a time, each in an area as it is shipped, and notes what is said of it."""

from __future__ import annotations

import multiprocessing
import random
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice, zip_longest

from tests.faults.catalogue import Chosen, Known, all_operators, of_families
from tests.faults.checking import AREAS, Said, base_of, new_in
from tests.faults.material import Material
from tests.faults.operator_types import Family, Fault, Harmless, Place

_ALL = Chosen()

_TRIES = 5
"""How often an operator that found no place in any area is asked again, with another seed."""


@dataclass(frozen=True)
class Order:
    """How many edits of each sort to make, with which operators, in which areas.

    The same seeds give the same edits. Each of several seeds has an equal share of them, and the results are pooled.
    """

    seeds: tuple[int, ...]
    faults: int
    harmless: int
    chosen: Chosen = _ALL
    areas: tuple[str, ...] = AREAS


@dataclass(frozen=True)
class Task:
    """One edit to make: by which operator, which of its edits, and with which seed."""

    operator: str
    number: int
    seed: int


@dataclass(frozen=True)
class Outcome:
    """An edit that was made, and what was new in the area with it. An ``area`` that is empty had no place for it.

    ``found``: at a right line with a message that helps; ``seen``: at a right line; ``anywhere``: anything new was
    said. Of a harmless edit only ``said`` counts. ``proof`` is the fault's witness, or why an edit does no harm;
    a fault without a witness does not count.
    """

    operator: str
    family: Family
    harmless: bool
    area: str = ""
    shown: str = ""
    proof: str = ""
    places: tuple[Place, ...] = ()
    said: tuple[Said, ...] = ()
    found: bool = False
    seen: bool = False
    helping: tuple[Said, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it was made, and can be known to be wrong."""
        return bool(self.area) and (self.harmless or bool(self.proof))

    @property
    def anywhere(self) -> bool:
        """Whether anything new was said."""
        return bool(self.said)

    @property
    def error(self) -> bool:
        """Whether an error is among what was said."""
        return any(each.error for each in self.said)


def measured(order: Order, jobs: int = 1) -> list[Outcome]:
    """Make all edits of an order and check them. The result is the same with any number of processes."""
    tasks = tasks_of(order)
    for area in order.areas:  # before any process is forked, which then has them already
        base_of(area)
    job = partial(outcome_of, order.areas)
    if jobs < 2:
        return [job(task) for task in tasks]
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        return list(pool.map(job, tasks, chunksize=8))


def tasks_of(order: Order) -> list[Task]:
    """Share the edits out: as many to each family, and in a family as many to each operator, give or take one."""
    wanted = [each for each in all_operators() if order.chosen.has(each)]
    return [
        task
        for harmless, edits in ((False, order.faults), (True, order.harmless))
        for seed, share in zip(order.seeds, _shares(edits, len(order.seeds)), strict=True)
        for task in _shared(list(of_families(wanted, harmless=harmless).values()), share, seed)
    ]


def _shares(edits: int, seeds: int) -> list[int]:
    """Share edits out to seeds, give or take one."""
    return [edits // seeds + (place < edits % seeds) for place in range(seeds)]


def outcome_of(areas: tuple[str, ...], task: Task) -> Outcome:
    """Make one edit, in the first area of a random order that has a place for it, and check the area."""
    operator = next(each for each in all_operators() if each.name == task.operator)
    for attempt in range(_TRIES):
        source = f"{task.seed}/{task.operator}/{task.number}/{attempt}"
        for area in random.Random(source).sample(areas, len(areas)):
            material = base_of(area).material
            made = operator.makes(material, random.Random(f"{source}/{area}"))
            if made is not None and changes(material, made):
                return _judged(operator, area, made)
    return Outcome(operator.name, operator.family, operator.harmless)


def changes(material: Material, made: Fault | Harmless) -> bool:
    """Say whether an edit changes anything: one that happens to write what was there is none."""
    return any(material.files.get(name) != data for name, data in made.files.items())


def _shared(families: Sequence[Sequence[Known]], edits: int, seed: int) -> list[Task]:
    """Deal tasks to the families in turn; those that a number does not divide begin at a random operator."""
    chance = random.Random(seed)
    turns = [_endless(chance.sample(each, len(each)), edits, seed) for each in families]
    dealt = (task for each in zip_longest(*turns) for task in each if task is not None)
    return sorted(islice(dealt, edits), key=lambda task: (task.operator, task.number))


def _endless(operators: Sequence[Known], edits: int, seed: int) -> list[Task]:
    return [Task(operators[at % len(operators)].name, at // len(operators), seed) for at in range(edits)]


def _judged(operator: Known, area: str, made: Fault | Harmless) -> Outcome:
    said = new_in(base_of(area), made.files)
    known = (operator.name, operator.family, operator.harmless, area, made.shown)
    if isinstance(made, Harmless):
        return Outcome(*known, proof=made.why, said=said)
    places = {(each.file, each.line) for each in made.at}
    seen = tuple(each for each in said if (each.file, each.line) in places)
    helping = tuple(each for each in seen if helps(each, made.helps))
    return Outcome(*known, made.witness, made.at, said, bool(helping), bool(seen), helping)


def helps(said: Said, words: Sequence[str]) -> bool:
    """Say whether a message or its hint has one of the words, in any case."""
    text = f"{said.message}\n{said.hint}".lower()
    return any(each.lower() in text for each in words)
