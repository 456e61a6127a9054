"""What an area says of itself, as operators ask for it."""

from __future__ import annotations

from typing import Any

from tests.faults.material import Material, Value


def identity_of(material: Material) -> dict[str, Any]:
    """Return what area.yaml says."""
    return dict(material.data("area.yaml"))


def area_of(material: Material) -> str:
    """Return the name of the area."""
    return str(identity_of(material)["area"])


def team_of(material: Material) -> list[str]:
    """Return the names of the inspection team."""
    return [str(name) for group in identity_of(material).get("team") or () for name in group["names"]]


def abbreviations_of(material: Material) -> dict[str, str]:
    """Return the list of abbreviations."""
    return {str(key): str(value) for key, value in material.data("abbreviations.yaml").items()}


def printed_values(material: Material) -> list[Value]:
    """Return the values outside of area.yaml and the list of abbreviations."""
    return [each for each in material.values if each.file not in ("area.yaml", "abbreviations.yaml")]
