"""The example of a plug-in, put where Python finds packages, as an installation would."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

EXAMPLE = Path(__file__).parent / "plugin_example"


def install(site: Path, **changes: str) -> Path:
    """Copy the example into a folder, with the description of an installed package beside it, and return the folder.

    ``changes`` are other values for its ``name`` and ``version``, and for ``package``, the name of its Python package.
    """
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = changes.get("name", project["name"]), changes.get("version", project["version"])
    package = changes.get("package", "omi_example")
    shutil.copytree(EXAMPLE / "omi_example", site / package, ignore=shutil.ignore_patterns("__pycache__"))
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    groups = [
        f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in points.items())
        for group, points in project["entry-points"].items()
    ]
    (info / "entry_points.txt").write_text("\n".join(groups).replace("omi_example", package))
    return site
