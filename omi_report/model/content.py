"""What is wrong with the content of an area's files beyond their shape: tables, charts, pictures.

It is looked for when everything has been read, since one file may speak of another. A file with such a fault is taken
out of the area, as one is whose shape is wrong: nothing else is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from omi_report.model import shape_rules as rules
from omi_report.model.area import Area
from omi_report.model.facts import ContentFault, Picture
from omi_report.model.kinds import FileKind
from omi_report.model.places_in_framework import criteria_in
from omi_report.model.record import Record
from omi_report.model.shape import find_value
from omi_report.numbering import as_written
from omi_report.problems import Problem, meant_or
from omi_report.source import reading_rules as source_rules
from omi_report.source.pictures import fault_of

Held = TypeVar("Held", bound=Record)


def faults_of_file(area: Area, kind: FileKind[Held], held: Held) -> list[Problem]:
    """Return what is wrong with the content of one file of an area, held against its framework."""
    return [_problem(area, kind.file, fault) for fault in kind.faults(held, area)]


def with_sound_content(area: Area, unread: Mapping[str, Problem]) -> tuple[Area, list[Problem]]:
    """Return an area without the files whose content is wrong, and what is wrong with them.

    ``unread`` are the pictures that could not be read, with the problem of each.
    """
    found: list[Problem] = []
    wrong: set[str] = set()
    for file, fault in _faults(area):
        found.append(_problem(area, file, fault))
        wrong.add(file)
    for file, picture in area.ask(lambda kind: kind.pictures):
        problem = _of_picture(area, file, picture, unread)
        if problem:
            found.append(problem)
            wrong.add(file)
    found += _shown_nowhere(area)
    if not wrong:
        return area, found
    parts = {file: content for file, content in area.parts.items() if file not in wrong}
    return replace(area, parts=parts, unread=area.unread | wrong), found


def _faults(area: Area) -> Iterator[tuple[str, ContentFault]]:
    for file, kind, content in area.contents():
        for fault in kind.faults(content, area):
            yield file, fault
    yield from _names_given_twice(area)


def _problem(area: Area, file: str, fault: ContentFault) -> Problem:
    source = area.files[file]
    value = str(fault.path[-1]) if fault.key else find_value(source, fault.path) or ""
    length = len(value) if value and "\n" not in value else 1
    return fault.rule.at(source.at(fault.path, key=fault.key), fault.message, fault.hint, length=length)


def _names_given_twice(area: Area) -> Iterator[tuple[str, ContentFault]]:
    """Tables and charts that have the name of another one, in their own file or elsewhere in the report."""
    taken = {
        name
        for part in area.framework.parts
        if not area.kinds[part.kind].of_part
        for name in (*area.kind_of(part).tables(area), *area.kind_of(part).charts(area))
        if name not in area.framework.shown_elsewhere
    }
    for file, each in area.ask(lambda kind: kind.displays):
        if each.name in taken:
            message = f"another table or chart of the report is called «{each.name}»"
            yield file, ContentFault(each.path, message, "give each a name of its own")
        elif each.name.isdigit():
            yield file, ContentFault(each.path, "a number is no name: tables have numbers of their own", "use a word")
        taken.add(each.name)


def _of_picture(area: Area, file: str, picture: Picture, unread: Mapping[str, Problem]) -> Problem | None:
    source, name = area.files[file], picture.file
    place, length = source.at(picture.path), len(name)
    if name in unread:
        return unread[name]
    fault = fault_of(area.pictures, name)
    if fault is None:
        return None
    rule = source_rules.MISSING_FILE if fault.is_missing else rules.NOT_ALLOWED
    return rule.at(place, fault.message, fault.hint, length=length)


def _shown_nowhere(area: Area) -> Iterator[Problem]:
    """Tables and charts that the framework shows under a criterion, and that no part has."""
    displays = {each.name: each for _, each in area.ask(lambda kind: kind.displays)}
    if any(kind.file in area.unread for kind in area.part_kinds if kind.scope):
        return  # the table may be in a file that could not be read
    for path, criterion in criteria_in(area.framework):
        for at, name in enumerate(criterion.shows):
            if name not in displays:
                place = area.in_framework((*path, "shows", at))
                hint = meant_or("give a table or chart of a part this id", name, displays)
                shows = f"{area.framework.terms.criterion} {as_written(criterion.number)} shows «{name}»"
                message = f"{shows}, and no part has such a table or chart"
                yield rules.NOT_ALLOWED.at(place, message, hint, length=len(name))
