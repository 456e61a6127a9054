"""Which folder is an area, and what its files are read as: told by their names alone."""

from __future__ import annotations

from pathlib import Path

from omi_report.errors import OutputError

IDENTITY_FILE = "area.yaml"
"""The file that makes a folder an area."""

PLAN_FILE = "plan.yaml"
"""What the area does about the recommendations. It is kept after publication, and no report holds anything of it."""

MAP_FILE = "evidence/map.yaml"
"""How exports are read into the sheets of evidence. No report holds anything of it."""

_BEGINS = {
    PLAN_FILE: "remove it, and `omi plan --new` begins one",
    MAP_FILE: "remove it, and `omi evidence import --guess` begins one",
}
"""How a file is begun that `omi init` does not make."""

COMMENTS_FILE = "comments.yaml"
"""What was said of the drafts, and what became of it. No report holds anything of it either."""

BESIDE = (PLAN_FILE, COMMENTS_FILE, MAP_FILE)
"""The files of an area that stand beside its report: it prints nothing of them, and nothing in them stops it."""

SETTINGS_FILE = "omi.toml"
PROJECT_FILE = "pyproject.toml"
"""The files that may hold settings."""

LEFT_OVER_FILE = "import-left-over.md"
"""What `omi import` keeps of a report beside the files of its area; nothing reads it."""

EVIDENCE = "evidence/"
EVIDENCE_SUFFIXES = (".csv", ".xlsx")

SAMPLE_FILE = f"{EVIDENCE}sample.csv"
"""The cases that are inspected, those that stand by, and who judges each."""

SAMPLING_FILE = f"{EVIDENCE}sampling.yaml"
"""How the sample was drawn."""

JUDGES_FILE = f"{EVIDENCE}judges.yaml"
"""Who judges the cases of the sample."""

OF_SAMPLE = (SAMPLE_FILE, SAMPLING_FILE, JUDGES_FILE)
"""The files of a sample. They are evidence, and hold no answers."""

SECOND_FILE = f"{EVIDENCE}second.csv"
"""The second judgements of cases that two people have judged. No score counts them."""

AGREED_FILE = f"{EVIDENCE}agreed.csv"
"""What was agreed where two judgements differed: by whom, when and why. Rows are only added to it."""

OF_MODERATION = (SECOND_FILE, AGREED_FILE)
"""The files of moderation. They are evidence, and no figure comes from them."""


def is_evidence(name: str) -> bool:
    """Say whether a file of an area is meant as evidence. Excel keeps a small file beside each open workbook."""
    return name.startswith(EVIDENCE) and name not in BESIDE and not name.rsplit("/", 1)[-1].startswith("~$")


def how_begun(name: str) -> str:
    """Say how a file of an area is begun that holds nothing."""
    return _BEGINS.get(name, "`omi init` shows what belongs in it")


def slug_of(folder: Path) -> str:
    """Return the name by which an area is told from others: that of its folder."""
    return folder.resolve().name


def is_area(path: Path) -> bool:
    """Say whether a folder is an area; a name that is too long, or a closed folder, is none."""
    try:
        return (path / IDENTITY_FILE).is_file()
    except (OSError, ValueError):
        return False


def expect_outside_of_areas(path: Path) -> None:
    """Raise OutputError where a file that omi is to write would be one of an area's: it could take the place of one.

    Hidden files and folders of an area are none of its files.
    """
    real = path.resolve()
    area = next((folder for folder in real.parents if is_area(folder)), None)
    if area is not None and not any(part.startswith(".") for part in real.relative_to(area).parts):
        raise OutputError(f"{path} would lie among the files of the area {slug_of(area)}: name a place outside of it")
