"""What may stand at a place of a file, as its model and the framework have it."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from omi_report.inspection import Inspection
from omi_report.model.base import FindingName, NamedFigure, Text
from omi_report.model.comments import Comments
from omi_report.model.criterion import criterion_model, criterion_number
from omi_report.model.evidence_map import EvidenceMap
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.identity import Identity
from omi_report.model.kinds import Kinds
from omi_report.model.plan import Plan
from omi_report.model.record import Record, Slot
from omi_report.model.sample_record import DrawnSample, Judges
from omi_report.model.vocabulary import OVERALL, RATING, Choice, Choices, Vocabulary
from omi_report.numbering import name_of
from omi_report.source.places import COMMENTS_FILE, IDENTITY_FILE, JUDGES_FILE, MAP_FILE, PLAN_FILE, SAMPLING_FILE
from omi_report.source.tree import Path as TreePath


def model_of(inspection: Inspection, file: str) -> type[Record] | None:
    """Return the model of a file of an area; None where any text may stand in it."""
    area, framework = inspection.area, inspection.framework
    if file == IDENTITY_FILE:
        return Identity
    if file == PLAN_FILE:
        return Plan
    if file == COMMENTS_FILE:
        return Comments
    if file == MAP_FILE:
        return EvidenceMap
    if file == SAMPLING_FILE:
        return DrawnSample
    if file == JUDGES_FILE:
        return Judges
    if file == area.framework_file:
        return Framework
    if criterion_number(file):
        return criterion_model(framework.findings, boxes=bool(framework.boxes))
    return next((kind.model for kind in area.part_kinds if kind.file == file), None)


@dataclass(frozen=True, slots=True)
class Expected:
    """The type of what may stand at a place, and what its names are names of.

    ``slot`` is the key that it stands under, or under whose mapping or list it stands; ``under`` is the key inside that
    mapping. ``ratings`` are those that a key ``rating`` of the record takes, where the keys above settle them.
    """

    annotation: Any
    slot: Slot | None = None
    under: str = ""
    number: str = ""
    ratings: Choices | None = None

    @property
    def bare(self) -> Any:
        """The type without what it must be besides."""
        return _bare(self.annotation)

    @property
    def record(self) -> type[Record] | None:
        """The record that stands there, or None."""
        bare = self.bare
        return bare if isinstance(bare, type) and issubclass(bare, Record) else None

    @property
    def is_text(self) -> bool:
        """Whether a text in Markdown stands there."""
        return self._is_a(Text) and not self.is_figure

    @property
    def is_figure(self) -> bool:
        """Whether the name of a figure stands there."""
        return self._is_a(NamedFigure)

    @property
    def is_finding(self) -> bool:
        """Whether the name of a finding stands there."""
        return bool(_without_none(self.annotation) == FindingName)

    @property
    def holds_more(self) -> bool:
        """Whether a mapping or a list stands there, which goes on in further lines."""
        return self.record is not None or typing.get_origin(self.bare) in (tuple, dict)

    def _is_a(self, kind: type) -> bool:
        return isinstance(self.bare, type) and issubclass(self.bare, kind)


def expected_at(model: type[Record], path: TreePath, file: str, vocabulary: Vocabulary | None) -> Expected | None:
    """Return what may stand at a path of a file; None where nothing may that is known.

    ``vocabulary`` are the names of the framework; None for a framework, which has none above it.
    """
    found: Expected | None = Expected(model, number=criterion_number(file))
    for step in path:
        found = _inside(found, step, vocabulary) if found else None
    return found


def _inside(outer: Expected, step: str | int, vocabulary: Vocabulary | None) -> Expected | None:
    outer = _unwrapped(outer)
    if outer.record is not None:
        slot = outer.record.keys.get(str(step))
        return _under(outer, slot, vocabulary) if isinstance(step, str) and slot else None
    origin, arguments = typing.get_origin(outer.bare), typing.get_args(outer.bare)
    if origin is tuple and isinstance(step, int):
        return replace(outer, annotation=arguments[0])
    if origin is dict and isinstance(step, str):
        return _held(replace(outer, annotation=arguments[1], under=name_of(step)), vocabulary)
    return None


def _unwrapped(outer: Expected) -> Expected:
    """What stands there in truth where a record takes the whole of its mapping under one key."""
    record = outer.record
    if record is None or not record.whole:
        return outer
    slot = record.keys[record.whole]
    return replace(outer, annotation=slot.annotation, slot=slot)


def _under(outer: Expected, slot: Slot, vocabulary: Vocabulary | None) -> Expected:
    """What stands under a key of a record."""
    ratings = outer.ratings if slot.name == "rating" else None
    found = Expected(slot.annotation, slot, "", outer.number, ratings)
    if slot.names == OVERALL and vocabulary:
        return replace(found, ratings=vocabulary.ratings(OVERALL))
    return found


def _held(found: Expected, vocabulary: Vocabulary | None) -> Expected:
    """What stands under a name in a mapping of names."""
    slot = found.slot
    if slot is not None and vocabulary and slot.holds in ("rating", "result"):
        return replace(found, ratings=vocabulary.ratings(slot.names, found.under))
    return found


def names_at(found: Expected, vocabulary: Vocabulary | None, kinds: Kinds) -> Choices:
    """Return the names that may stand as a value at a place, each with what it stands for."""
    slot = found.slot
    if slot is FrameworkPart.keys["kind"]:
        return tuple(Choice(name) for name in kinds)
    if found.record is None and found.ratings is not None:
        return found.ratings
    if slot is not None and slot.names and vocabulary:
        return _named(found, slot, vocabulary)
    return tuple(Choice(word) for word in _words(found.annotation))


def _named(found: Expected, slot: Slot, vocabulary: Vocabulary) -> Choices:
    if slot.names.startswith(RATING):
        return vocabulary.ratings(slot.names.removeprefix(RATING), found.number)
    if slot.names == OVERALL:
        return ()
    choices = vocabulary.choices(slot.names)
    if slot.holds == "value" and found.under:
        values = next((choice.values for choice in choices if choice.name == found.under), ())
        return tuple(Choice(*value) for value in values)
    return () if slot.holds else choices


class KeyOffer(NamedTuple):
    """A key that may stand in a mapping, and what is said of it."""

    name: str
    about: str
    holds_more: bool


def keys_at(found: Expected, vocabulary: Vocabulary | None) -> Iterator[KeyOffer]:
    """Yield the keys that may stand in the mapping at a place."""
    found = _unwrapped(found)
    if found.record is not None:
        for slot in found.record.keys.values():
            yield KeyOffer(slot.name, slot.about, Expected(slot.annotation).holds_more)
    elif found.slot is not None and found.slot.names and vocabulary and typing.get_origin(found.bare) is dict:
        inner = Expected(typing.get_args(found.bare)[1])
        for choice in vocabulary.choices(found.slot.names):
            yield KeyOffer(choice.written or choice.name, choice.about, inner.record is not None)


def _without_none(annotation: Any) -> Any:
    """A type without the None that stands for a key that is left out."""
    arguments = [each for each in typing.get_args(annotation) if each is not type(None)]
    is_union = type(None) in typing.get_args(annotation)
    return arguments[0] if is_union and len(arguments) == 1 else annotation


def _bare(annotation: Any) -> Any:
    inner = _without_none(annotation)
    return _bare(typing.get_args(inner)[0]) if typing.get_origin(inner) is typing.Annotated else inner


def _words(annotation: Any) -> tuple[str, ...]:
    bare = _bare(annotation)
    if typing.get_origin(bare) is Literal:
        return tuple(map(str, typing.get_args(bare)))
    return ("yes", "no") if bare is bool else ()
