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

    Raises OutputError where there is anything of the name, where the report recommends nothing, and where it cannot be
    written.
    """
    folder = inspection.snapshot.folder
    path = folder / PLAN_FILE
    if PLAN_FILE in inspection.snapshot.present:
        raise OutputError(f"{path} is there already, and is left as it is")
    asked = recommended(inspection)
    if not asked:
        several = inspection.framework.terms.recommendations
        raise OutputError(f"{folder} has no {several}, so that there is nothing to plan: write these first")
    schema = area_schemas(inspection.framework, inspection.area.kinds)[PLAN.id]
    files = {
        PLAN_FILE: plan_text(asked).encode(),
        f"{SCHEMA_FOLDER}/{PLAN.id}.json": f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n".encode(),
    }
    write_together(folder, files)
    return path
