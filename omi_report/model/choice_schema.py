"""The names of a framework → JSON Schemas that let an editor complete them.

An editor gives a YAML scalar a type by its look: the criterion 1.2 is a number to it, and the answer yes may be a
yes. Each form in which a name may be written is allowed; the one that is most often written is offered, with what it
stands for (``enumDescriptions``, which editors read and validators pass over).
"""

from __future__ import annotations

import re
from typing import Any

from omi_report.model.vocabulary import Choice, Choices

_YES_AND_NO = frozenset(("yes", "no", "on", "off", "true", "false"))
"""What an editor may take for a yes or a no."""

NOTHING: dict[str, Any] = {"not": {}}
"""The schema of what may not stand there at all."""


def one_of(choices: Choices) -> dict[str, Any]:
    """Return the schema of a value that is one of these names."""
    if not choices:
        return dict(NOTHING)
    offered = [each for each in choices if _is_read_as_written(each.name)]
    others = [each for each in choices if not _is_read_as_written(each.name)]
    allowed = [_enum(offered)] if offered else []
    if others or any(each.written or _is_number(each.name) for each in choices):
        forms = [re.escape(form) for each in choices for form in _forms(each)]
        allowed.append({"type": "string", "pattern": f"^(?:{'|'.join(forms)})$"})
    allowed += [{"type": "number", "minimum": float(each.name), "maximum": float(each.name)} for each in others]
    if _YES_AND_NO & {each.name for each in choices}:
        allowed.append({"type": "boolean"})
    return allowed[0] if len(allowed) == 1 else {"anyOf": allowed}


def keyed(choices: Choices, value_of: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of a mapping whose keys are these names; ``value_of`` has the schema of each one's value."""
    properties = {}
    for each in choices:
        about = {"description": each.about} if each.about else {}
        for form in _forms(each):
            properties[form] = value_of[each.name] | about
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _forms(choice: Choice) -> list[str]:
    return [form for form in (choice.name, choice.written) if form]


def _enum(offered: list[Choice]) -> dict[str, Any]:
    schema: dict[str, Any] = {"enum": [_as_read(each.name) for each in offered]}
    if any(each.about for each in offered):
        schema["enumDescriptions"] = [each.about for each in offered]
    return schema


def _is_number(name: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", name) is not None


def _as_read(name: str) -> Any:
    """What an editor reads where a name is written without quotation marks."""
    if not _is_number(name):
        return name
    return float(name) if "." in name else int(name)


def _is_read_as_written(name: str) -> bool:
    """Whether an editor that offers what it reads offers the name: of 1.10 it reads 1.1."""
    return str(_as_read(name)) == name
