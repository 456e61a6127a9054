"""A framework → the files of a new area, commented, with every blank marked TODO."""

from __future__ import annotations

import json
from typing import Any

from omi_report.model.criterion import criterion_file
from omi_report.model.file_kinds import CRITERION, IDENTITY
from omi_report.model.framework import Framework
from omi_report.model.kinds import FileKind, Kinds
from omi_report.model.part_files import kinds_in_area
from omi_report.model.schema import area_schemas, schema_name
from omi_report.scaffold.criterion import criterion_text
from omi_report.scaffold.identity import NewArea, identity_text

SCHEMA_FOLDER = ".schema"


def scaffold(framework: Framework, kinds: Kinds, area: str, inspected: str, called: str = "") -> dict[str, str]:
    """Return the text of every file of a new area by its path in the folder, but for evidence.

    ``kinds`` are the kinds of part that there are. ``area`` is the area's name, ``inspected`` the month of the
    inspection (``2007-11``). The framework is ``called`` so in area.yaml; as it calls itself if left out.
    """
    wanted = {part.kind for part in framework.parts}
    shared = {file for name in wanted & kinds.keys() for file, _key in kinds[name].prints}
    new = NewArea(area, called or framework.framework, inspected)
    files = {IDENTITY.file: _with_schema_line(IDENTITY, identity_text(new, framework, kinds))}
    for kind in kinds_in_area(framework, kinds):
        if kind.scaffold and (kind.id in wanted or kind.file in shared):
            if text := kind.scaffold(framework):
                files[kind.file] = _with_schema_line(kind, text)
            files |= dict(kinds[kind.id].scaffold_beside)
    for definition in framework.criteria.values():
        text = criterion_text(definition, framework)
        files[criterion_file(definition.number)] = _with_schema_line(CRITERION, text)
    for name, schema in area_schemas(framework, kinds).items():
        files[f"{SCHEMA_FOLDER}/{name}.json"] = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    return files


def _with_schema_line(kind: FileKind[Any], text: str) -> str:
    up = "../" * kind.file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{schema_name(kind)}.json\n{text}"
