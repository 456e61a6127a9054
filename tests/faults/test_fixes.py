"""All fixes at once, on areas with random faults: figures, references and quotations stay what they were."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
import yaml

from omi_report.build import lint
from omi_report.document.kinds import PART_KINDS
from omi_report.inspection import inspect
from omi_report.lint.fix import Drafts, fix
from omi_report.policy import Policy
from omi_report.problems import Problem
from omi_report.source.reading import Content
from omi_report.source.snapshot import Snapshot
from tests.faults.catalogue import Chosen, all_operators
from tests.faults.checking import AREAS, Base, base_of
from tests.faults.operator_types import Fault

POLICY = Policy(kinds=PART_KINDS)
FAULTS = 5
"""How many faults an area has at once: each in a file of its own."""

WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * (at + 2) for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
WORDS |= {word: str(number) for word, number in TENS.items()}
WORDS |= {f"{ten}-{unit}": str(number + int(WORDS[unit])) for ten, number in TENS.items() for unit in list(WORDS)[1:10]}
NUMBER = re.compile(rf"\d[\d,.]*\d|\d|\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b", re.IGNORECASE)


def said(text: str) -> tuple[Counter[str], list[str], list[str]]:
    """The numbers of a text, what it refers to, and what it quotes."""
    names = re.findall(r"\{\{.*?\}\}|\{\w+\}`[^`]*`", text)
    plain = re.sub(r"\{\{.*?\}\}|\{\w+\}`[^`]*`", " ", text)
    numbers = Counter(WORDS.get(each.lower(), each.replace(",", "")) for each in NUMBER.findall(plain))
    quoted = re.findall(r"[“\"]([^“”\"]*)[”\"]", text)
    return numbers, names, quoted


def values(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value of a YAML file with its keys; the entries of a mapping in the alphabet of their keys."""

    def below(path: tuple[str, ...], node: object) -> Iterator[tuple[tuple[str, ...], str]]:
        if isinstance(node, dict):
            for key, inner in sorted(node.items(), key=lambda pair: str(pair[0])):
                yield from below((*path, str(key)), inner)
        elif isinstance(node, list):
            for at, inner in enumerate(node):
                yield from below((*path, str(at)), inner)
        else:
            yield path, str(node)

    yield from below((), yaml.load(text, Loader=yaml.CBaseLoader))


def snapshot_with(base: Base, files: Mapping[str, bytes]) -> Snapshot:
    contents = {**base.snapshot.files, **{name: Content(data) for name, data in files.items()}}
    return replace(base.snapshot, files=contents, present=tuple(sorted({*base.snapshot.present, *files})))


def all_fixed(snapshot: Snapshot) -> Drafts:
    """Return the files that all fixes change, before and after."""
    validated = lint(inspect(snapshot, POLICY))
    texts = {file.shown: file.text for file in validated.files.values()}

    def look(drafts: Drafts) -> list[Problem]:
        drafted = snapshot
        for name, text in drafts.items():
            drafted = drafted.with_text(name, text)
        return lint(inspect(drafted, POLICY)).problems

    return fix(validated.problems, texts, look).drafts


def faulty(base: Base, seed: int) -> dict[str, bytes]:
    """Several random faults, each in another file."""
    chooser = random.Random(f"{base.material.name} {seed}")
    operators = [each for each in all_operators() if not each.harmless and Chosen(author="open").has(each)]
    files: dict[str, bytes] = {}
    for operator in chooser.sample(operators, FAULTS * 3):
        made = operator.makes(base.material, chooser)
        if isinstance(made, Fault) and not files.keys() & made.files.keys():
            files |= made.files
    return files


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("area", AREAS)
def test_no_fix_changes_what_is_said(area: str, seed: int) -> None:
    base = base_of(area)
    files = faulty(base, seed)
    assert len(files) >= FAULTS
    snapshot = snapshot_with(base, files)
    for name, after in all_fixed(snapshot).items():
        before = snapshot.files[name].data.decode("utf-8-sig")
        old, new = dict(values(before)), dict(values(after))
        assert old.keys() == new.keys()
        for path, text in old.items():
            assert said(text) == said(new[path]), f"{name}: {path}"


def test_there_is_something_to_fix() -> None:
    base = base_of("hampshire")
    name = "foreword.yaml"
    text = snapshot_with(base, {}).files[name].data.decode().replace(" the ", " the  the ", 1)
    (fixed,) = all_fixed(snapshot_with(base, {name: text.encode()})).values()
    assert fixed != text


def test_the_comparison_can_fail() -> None:
    assert said("3 of Appendix 3") == said("three of Appendix 3")
    assert said("3 of Appendix 3") != said("3 of {appendix}`x`")
    assert said("He said “no”.") == said('He said "no".')
    assert said("He said “no”.") != said("He said “yes”.")
