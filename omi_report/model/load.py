"""A folder → an area: each file is read, filled into its model, and held against the framework."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from omi_report.model import shape_rules as rules
from omi_report.model.addresses import ids_like_places
from omi_report.model.area import Area
from omi_report.model.criterion import Criterion, criterion_file, criterion_model, criterion_number
from omi_report.model.framework import Framework
from omi_report.model.framework_file import ReadFramework
from omi_report.model.identity import Identity
from omi_report.model.kinds import FileKind, Kinds
from omi_report.model.misjudged import misjudged
from omi_report.model.part_files import kinds_in_area
from omi_report.model.part_ids import clashing_parts
from omi_report.model.record import Record
from omi_report.model.report_language import language_problems
from omi_report.model.shape import fill
from omi_report.model.unfinished import finished
from omi_report.model.which_framework import ChosenFramework, choose_framework
from omi_report.numbering import as_written, name_of
from omi_report.problems import Location, Problem, meant_file_or
from omi_report.prose.picture_names import pictures_named
from omi_report.source import reading_rules as source_rules
from omi_report.source.folder import Folder, SourceFile
from omi_report.source.pictures import OF_AREAS
from omi_report.source.places import BESIDE, EVIDENCE, IDENTITY_FILE, LEFT_OVER_FILE, PROJECT_FILE, SETTINGS_FILE
from omi_report.source.snapshot import Snapshot
from omi_report.source.tree import Mapping, find
from omi_report.stages import Stage, has_reached

PartKinds: TypeAlias = tuple[FileKind[Any], ...]

_NO_MORE: AbstractMapping[str, Path] = {}

_SINCE = {rule.code: rule.since for rule in (*source_rules.RULES, *rules.RULES)}
"""From which stage on each rule of reading and of shape asks."""


@dataclass(slots=True)
class Loaded:
    """The result of loading a snapshot. ``area`` is None where it cannot be checked further.

    ``of_project`` is the framework as read where it is one of the project's folder.
    """

    area: Area | None
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, SourceFile] = field(default_factory=dict)
    of_project: ReadFramework | None = None


def load_area(snapshot: Snapshot, kinds: Kinds, frameworks: AbstractMapping[str, Path] = _NO_MORE) -> Loaded:
    """Load the area of a snapshot without its evidence, with every problem of reading and of shape.

    ``kinds`` are the kinds of part that its framework may name and that its files may be of; ``frameworks`` are the
    files of the frameworks of plug-ins, by their names.
    """
    folder = Folder.of(snapshot)
    problems: list[Problem] = []
    identity = _read_identity(folder, problems)
    name = _framework_named(folder, identity)
    chosen = choose_framework(folder, name, kinds, frameworks, problems) if name else ChosenFramework()
    framework, framework_file, of_project = chosen.framework, chosen.file, chosen.of_project
    part_kinds = _part_kinds(chosen, kinds)
    unfinished = isinstance(identity, Identity) and identity.stage == "feedback"
    found = {
        kind.file: _read_part(folder, kind, problems, unfinished=unfinished)
        for kind in part_kinds
        if kind.file in folder.present
    }
    parts: dict[str, Record] = {name: content for name, content in found.items() if content is not None}
    criteria = _read_criteria(folder, framework, _criterion_model(chosen), problems, unfinished=unfinished)
    if framework is not None:  # it settles which files belong here
        pictures = _pictures(part_kinds, parts) | _pictures_in_texts(folder)
        problems += _stray_files(folder, part_kinds, framework, framework_file, pictures)
        own = of_project.file if of_project else folder.files.get(framework_file)
        problems += language_problems(framework, own, folder.files[IDENTITY_FILE])
    problems += folder.problems
    if isinstance(identity, Identity):
        problems = [each for each in problems if _is_asked_for(each, identity.stage)]
    if not isinstance(identity, Identity) or framework is None:
        return Loaded(None, problems, folder.files, of_project)
    if not unfinished:
        problems += _missing_files(folder, part_kinds, framework)
    area = Area(
        slug=snapshot.slug,
        shown=snapshot.shown or ".",
        framework=framework,
        identity=identity,
        files=folder.files,
        kinds=kinds,
        framework_file=framework_file,
        framework_data=chosen.data,
        of_project=of_project,
        criteria=criteria,
        parts=parts,
        unread=_unread(folder, part_kinds, framework, parts, criteria),
        pictures={name: snapshot.files[name].data for name in pictures if name in snapshot.files},
    )
    problems += misjudged(area)
    problems = [problem.in_words(framework.english.in_terms) for problem in problems]
    for name, _kind, content in area.contents():
        problems += ids_like_places(folder.files[name], content, framework.findings)
    if framework_file or of_project:
        problems += clashing_parts(area)
    return Loaded(area, problems, folder.files, of_project)


def _read_identity(folder: Folder, problems: list[Problem]) -> Any:
    """Read area.yaml, without what is not there yet where its stage is feedback."""
    identity = _read(folder, IDENTITY_FILE, Identity, problems)
    if isinstance(identity, Identity) and identity.stage == "feedback":
        return _read(folder, IDENTITY_FILE, Identity, problems, unfinished=True) or identity
    return identity


def _is_asked_for(problem: Problem, stage: Stage) -> bool:
    """Whether the rule that finds a problem of reading or of shape asks at a stage."""
    since = _SINCE.get(problem.code)
    return since is None or has_reached(stage, since)


def _framework_named(folder: Folder, identity: Any) -> str:
    """The framework that area.yaml names, whatever else is wrong there; empty where nobody can tell."""
    if isinstance(identity, Identity):
        return identity.framework
    file = folder.files.get(IDENTITY_FILE)
    if file is None or not isinstance(file.root, Mapping):
        return ""
    name = find(file.root, ("framework",)) if file.root.key("framework") else Identity.defaults["framework"]
    return name.strip() if isinstance(name, str) else ""


def _read_part(folder: Folder, kind: FileKind[Any], problems: list[Problem], *, unfinished: bool) -> Any:
    """Read the file of a part. One that may be left out may also hold nothing yet but comments."""
    if kind.model is None:  # nobody knows what may stand there
        folder.read(kind.file)
        return None
    before = len(folder.problems)
    found = _read(folder, kind.file, kind.model, problems, unfinished=unfinished)
    if kind.is_optional and [problem.code for problem in folder.problems[before:]] == [source_rules.EMPTY.code]:
        del folder.problems[before:]
        return kind.model()
    return found


def _read(folder: Folder, name: str, model: type[Record], problems: list[Problem], *, unfinished: bool = False) -> Any:
    file = folder.read(name)
    if file is not None and unfinished:
        file = finished(model, file)
        if file is not None:
            folder.files[name] = file
    if file is None:
        return None
    filled, wrong = fill(model, file)
    problems += wrong
    return filled


def _part_kinds(chosen: ChosenFramework, kinds: Kinds) -> PartKinds:
    """The kinds of part of the area: without a framework, those whose files are the same under any."""
    if chosen.framework is not None:
        return kinds_in_area(chosen.framework, kinds)
    known = chosen.sketch.tells(lambda framework: kinds_in_area(framework, kinds)) if chosen.sketch else None
    if known is not None:
        return known
    return tuple(kind if kind.under is None else replace(kind, model=None) for kind in kinds_in_area(None, kinds))


def _criterion_model(chosen: ChosenFramework) -> type[Criterion] | None:
    """The model of the files of criteria; None where nobody knows which keys the framework asks for."""
    if chosen.framework is not None:
        return _model_under(chosen.framework)
    return chosen.sketch.tells(_model_under) if chosen.sketch else None


def _model_under(framework: Framework) -> type[Criterion]:
    return criterion_model(framework.findings, boxes=bool(framework.boxes))


def _read_criteria(
    folder: Folder,
    framework: Framework | None,
    model: type[Criterion] | None,
    problems: list[Problem],
    *,
    unfinished: bool,
) -> dict[str, Criterion]:
    """Read the files of criteria. Without a model nobody knows which keys there are."""
    names = [name for name in folder.present if criterion_number(name)]
    found: dict[str, Criterion] = {}
    for name in names:
        wrong: list[Problem] = []
        criterion = _read(folder, name, model or criterion_model(), wrong, unfinished=unfinished)
        problems += [problem for problem in wrong if model or problem.code != rules.UNKNOWN_KEY.code]
        if criterion is None:
            continue
        wrong = list(_misfiled(folder, folder.files[name], criterion, framework))
        problems += wrong
        if not wrong or wrong[0].code != rules.WRONG_NUMBER.code:
            found[criterion.criterion] = criterion
    order = list(framework.criteria) if framework else []
    return {number: found[number] for number in sorted(found, key=lambda n: order.index(n) if n in order else 999)}


def _misfiled(folder: Folder, file: SourceFile, criterion: Criterion, framework: Framework | None) -> list[Problem]:
    number = criterion.criterion
    location = file.at(("criterion",))
    length = len(as_written(number))
    if number != criterion_number(file.name):
        named = file.name.rpartition("/")[2]
        hint = f"the file is named {named}: change the number or rename the file"
        if f"{file.name.removesuffix(named)}{number}.yaml" in folder.present:
            right = criterion_number(file.name)
            meant = f"write {right}" if framework is not None and right in framework.criteria else "keep one of the two"
            hint = f"the file is named {named}, and {number}.yaml is there as well: {meant}"
        if number == name_of(criterion_number(file.name)):
            hint = f"the file is named {named}: name it {number}.yaml, without the space"
        return [rules.WRONG_NUMBER.at(location, f"the number is {number}", hint, length=length)]
    if framework is None:
        return []
    if number not in framework.criteria:
        hint = f"it has {', '.join(framework.criteria)}"
        message = f"the framework {framework.framework} has no %(term_criterion)s {number}"
        return [rules.WRONG_NUMBER.at(location, message, hint, length=length)]
    return []


def _part_files(kinds: PartKinds) -> list[str]:
    """The names of the files that parts have of their own."""
    return [kind.file for kind in kinds if kind.file]


def _pictures(kinds: PartKinds, parts: AbstractMapping[str, Record]) -> frozenset[str]:
    """The pictures that parts name."""
    found = ((kind, parts[kind.file]) for kind in kinds if kind.file in parts)
    return frozenset(each.file for kind, content in found for each in kind.pictures(content))


def _pictures_in_texts(folder: Folder) -> frozenset[str]:
    """The pictures that texts may name."""
    return frozenset(name for file in folder.files.values() for name in pictures_named(file.text))


def _stray_files(
    folder: Folder, kinds: PartKinds, framework: Framework, framework_file: str, pictures: frozenset[str]
) -> list[Problem]:
    known = [IDENTITY_FILE, *BESIDE, *_part_files(kinds), *map(criterion_file, framework.criteria)]
    problems = []
    for name in folder.present:
        if (
            name in known
            or name in pictures
            or name == framework_file
            or criterion_number(name)
            or name.startswith(EVIDENCE)
        ):
            continue
        if name.lower() in ("readme.md", LEFT_OVER_FILE, SETTINGS_FILE, PROJECT_FILE):
            continue
        away = "remove it, or move it out of the area's folder"
        if name.lower().endswith(OF_AREAS):
            away = f"show it in a text (![what it shows]({name})) or a block, or move it out of the area's folder"
        hint = meant_file_or(away, name, known, folder.present)
        problems.append(source_rules.UNKNOWN_FILE.at(Location(folder.shown_path(name)), "no such file is read", hint))
    return problems


def _unread(
    folder: Folder,
    kinds: PartKinds,
    framework: Framework,
    parts: AbstractMapping[str, Record],
    criteria: AbstractMapping[str, Criterion],
) -> frozenset[str]:
    """The files that are missing or could not be filled into a model."""
    read = set(parts) | set(map(criterion_file, criteria))
    present = (name for name in _part_files(kinds) if name in folder.present)
    return frozenset({*files_needed(framework, kinds), *present} - read)


def files_needed(framework: Framework, kinds: PartKinds) -> list[str]:
    """Return the names of the files that every area of a framework has, but for area.yaml."""
    used = {part.kind for part in framework.parts}
    needed = [kind.file for kind in kinds if kind.file and kind.id in used and not kind.is_optional]
    return [*needed, *map(criterion_file, framework.criteria)]


def _missing_files(folder: Folder, kinds: PartKinds, framework: Framework) -> list[Problem]:
    needed = files_needed(framework, kinds)
    present = set(folder.present)
    return [
        source_rules.MISSING_FILE.at(
            Location(folder.shown_path(name)), "the file is missing", "`omi init` on a new folder shows what it holds"
        )
        for name in dict.fromkeys(needed)
        if name not in present
    ]
