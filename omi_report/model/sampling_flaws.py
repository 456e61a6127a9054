"""Whether a sample can be drawn as a framework says: its attributes are known, and its quotas add up."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.attribute_flaws import unknown_flaws
from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.model.sample_record import SAMPLE_COLUMNS
from omi_report.model.sampling import Minimum, Proportion
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
            path: Path = ("sampling", key, at, "where", attribute)
            yield from unknown_flaws(framework, path, attribute, enumerate(values))
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
        yield from unknown_flaws(framework, path, attribute, zip(quotas, quotas, strict=True), are_keys=True)
        if attribute not in framework.attributes:
            continue
        total = sum(quotas.values())
        if total != sampling.least:
            message = f"the quotas come to {total}, and the smallest sample is {sampling.least}"
            yield Flaw(path, message, "quotas are those of the smallest sample: change one of the two", key=True)
