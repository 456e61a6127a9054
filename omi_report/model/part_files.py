"""Which files the parts of a report have in an area.

Most kinds of part have one file, whose name the kind settles. Of some kinds a report may have several parts, each with
a file of its own that is named by the part: `executive-summary.yaml` for the part `executive-summary`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from omi_report.model import shape_rules as rules
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.kinds import FileKind, Kinds
from omi_report.problems import Rule
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.tree import Path

OTHERS = {IDENTITY_FILE: "what says which inspection this is"}
"""The files of an area that are no part's, and what each is."""


class FileFlaw(NamedTuple):
    """What is wrong with the file that a part of a framework would have, and where the framework says so."""

    path: Path
    message: str
    hint: str
    rule: Rule = rules.INCONSISTENT_FRAMEWORK


def part_file(name: str) -> str:
    """Return the name of the file of a part that has one of its own."""
    return f"{name}.yaml"


def kind_of_part(part: FrameworkPart, kinds: Kinds) -> FileKind[Any]:
    """Return the kind of a part's file, with the name of the file. Raises KeyError for an unknown kind of part."""
    kind = kinds[part.kind]
    return kind.of_part(part) if kind.of_part else kind


def kinds_in_area(framework: Framework | None, kinds: Kinds) -> tuple[FileKind[Any], ...]:
    """Return the kinds of part of an area in their order: where a kind has a file for each part, one for each part.

    Kinds that the framework does not name are among them, unless a part has taken their file. Without a framework
    only those kinds are known whose file has always the same name.
    """
    own: dict[str, list[FileKind[Any]]] = {}
    for part in framework.parts if framework else ():
        kind = kinds.get(part.kind)
        if kind is not None and kind.of_part:
            own.setdefault(kind.id, []).append(kind.of_part(part))
    taken = {kind.file for listed in own.values() for kind in listed}
    return tuple(
        each
        for kind in kinds.values()
        for each in (own.get(kind.id, ()) if kind.of_part else (_under(framework, kind),))
        if kind.of_part or each.file not in taken
    )


def _under(framework: Framework | None, kind: FileKind[Any]) -> FileKind[Any]:
    return kind.under(framework) if framework and kind.under else kind


def file_flaws(framework: Framework, kinds: Kinds) -> Iterator[FileFlaw]:
    """Find the parts whose own file would be that of something else, or would have no name."""
    used = {part.kind for part in framework.parts}
    names = Counter(part.name for part in framework.parts)  # of one given twice, that is said
    others = OTHERS | {kind.file: f"the part «{kind.id}»" for kind in kinds.values() if kind.id in used}
    for at, part in enumerate(framework.parts):
        kind = kinds.get(part.kind)
        if kind is None or not kind.of_part:
            continue
        if part.id is None:
            message = f"a part of the kind «{part.kind}» has no id"
            hint = "add «id: …»: its file in an area is named by it"
            yield FileFlaw(("parts", at, "kind"), message, hint, rules.MISSING_KEY)
        elif names[part.id] == 1 and (file := part_file(part.id)) in others:
            message = f"the file {file} would be this part's, and it is that of {others[file]}"
            yield FileFlaw(("parts", at, "id"), message, "give the part another id")
        elif part.id in framework.criteria:
            criterion = f"{framework.terms.criterion} {part.id}"
            message = f"the figures of the part «{part.id}» would have the names of those of the {criterion}"
            yield FileFlaw(("parts", at, "id"), message, "give the part another id")


def shown_flaws(framework: Framework, kinds: Kinds) -> Iterator[FileFlaw]:
    """Find what criteria show twice, and whole parts that one shows: nothing would be left in their own place."""
    parts = {part.name for part in framework.parts if part.kind in kinds and kinds[part.kind].is_display}
    seen: set[str] = set()
    for section_at, section in enumerate(framework.sections):
        for at, criterion in enumerate(section.criteria):
            for inner, name in enumerate(criterion.shows):
                path: Path = ("sections", section_at, "criteria", at, "shows", inner)
                if name in seen:
                    message = f"«{name}» is shown by another criterion too, and is printed once"
                    yield FileFlaw(path, message, "refer to it there: {table}`…`")
                elif name in parts:
                    message = f"«{name}» is a part of the report, and nothing would be left of it"
                    yield FileFlaw(path, message, "name a table or chart of a part that has several blocks")
                seen.add(name)
