"""Making the plan of an area that has none yet."""

from __future__ import annotations

import json
from pathlib import Path

from omi_report.errors import OutputError
from omi_report.inspection import Inspection
from omi_report.model.plan import PLAN
from omi_report.model.schema import area_schemas
from omi_report.plan.planned import recommended
from omi_report.scaffold.area import SCHEMA_FOLDER
from omi_report.scaffold.plan import plan_text
from omi_report.source.places import PLAN_FILE
from omi_report.together import write_together


def write_plan(inspection: Inspection) -> Path:
    """Write a plan that has an entry for each recommendation, with its schema for editors. Returns its path.

    A file that holds nothing but remarks keeps them, and the plan follows. Raises OutputError where there is anything
    else of the name, where the report recommends nothing, and where it cannot be written.
    """
    folder = inspection.snapshot.folder
    path = folder / PLAN_FILE
    there = _remarks(inspection)
    if there is None:
        raise OutputError(f"{path} is there already, and is left as it is")
    asked = recommended(inspection)
    if not asked:
        several = inspection.framework.terms.recommendations
        raise OutputError(f"{folder} has no {several}, so that there is nothing to plan: write these first")
    schema = area_schemas(inspection.framework, inspection.area.kinds)[PLAN.id]
    files = {
        PLAN_FILE: there + plan_text(asked).encode(),
        f"{SCHEMA_FOLDER}/{PLAN.id}.json": f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n".encode(),
    }
    write_together(folder, files)
    return path


def _remarks(inspection: Inspection) -> bytes | None:
    """What a file of the name holds besides a plan, which is remarks alone; None where it holds more, or is no file."""
    if PLAN_FILE not in inspection.snapshot.present:
        return b""
    content = inspection.snapshot.files.get(PLAN_FILE)
    if content is None:
        return None
    lines = content.data.splitlines()
    if any(line.strip() and not line.lstrip().startswith(b"#") for line in lines):
        return None
    return b"".join(line + b"\n" for line in lines)
