"""Whether a sample can be drawn as a framework says: its attributes are known, and its quotas add up."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.model.sample_record import SAMPLE_COLUMNS
from omi_report.model.sampling import Minimum, Proportion
from omi_report.problems import meant_or, meant_or_all
from omi_report.source.tree import Path


def sampling_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the flaws of the sampling of a framework."""
    sampling = framework.sampling
    if sampling is None:
        return
    place: Path = ("sampling", "size")
    if len(sampling.size) > 2 or sampling.least > sampling.most:
        hint = "give one number, or the fewest and the most: [110, 120]"
        yield Flaw(place, "a size is one number, or two of which the second is not the smaller", hint)
    yield from _quotas(framework)
    named: list[tuple[str, int, Minimum | Proportion]] = [
        *(("minimums", at, each) for at, each in enumerate(sampling.minimums)),
        *(("proportion", at, each) for at, each in enumerate(sampling.proportion)),
    ]
    for key, at, each in named:
        for attribute, values in each.where.items():
            yield from _unknown(framework, ("sampling", key, at, "where", attribute), attribute, values)
    yield from twice("name", [(("sampling", key, at, "name"), each.name) for key, at, each in named])
    for attribute in sampling.attributes:
        if attribute in SAMPLE_COLUMNS:
            path = ("attributes", attribute) if attribute in framework.attributes else place
            message = f"«{attribute}» is a column of the file of the sample, and cannot be an attribute of it"
            yield Flaw(path, message, "call the attribute otherwise", key=True)


def _quotas(framework: Framework) -> Iterator[Flaw]:
    sampling = framework.sampling
    assert sampling is not None
    for attribute in list(sampling.quotas)[1:]:
        message = "quotas are given by one attribute, and this is the second"
        yield Flaw(("sampling", "quotas", attribute), message, "make minimums of it", key=True)
    for attribute, quotas in sampling.quotas.items():
        path: Path = ("sampling", "quotas", attribute)
        if attribute not in framework.attributes:
            hint = meant_or("declare it under attributes", attribute, framework.attributes)
            yield Flaw(path, f"there is no attribute «{attribute}»", hint, key=True)
            continue
        known = framework.attributes[attribute].ids
        for value in quotas:
            if value not in known:
                message = f"the attribute {attribute} has no value «{value}»"
                yield Flaw((*path, value), message, meant_or_all(value, known), key=True)
        total = sum(quotas.values())
        if total != sampling.least:
            message = f"the quotas come to {total}, and the smallest sample is {sampling.least}"
            yield Flaw(path, message, "quotas are those of the smallest sample: change one of the two", key=True)


def _unknown(framework: Framework, path: Path, attribute: str, values: tuple[str, ...]) -> Iterator[Flaw]:
    if attribute not in framework.attributes:
        hint = meant_or("declare it under attributes", attribute, framework.attributes)
        yield Flaw(path, f"there is no attribute «{attribute}»", hint, key=True)
        return
    known = framework.attributes[attribute].ids
    for at, value in enumerate(values):
        if value not in known:
            message = f"the attribute {attribute} has no value «{value}»"
            yield Flaw((*path, at), message, meant_or_all(value, known))
