"""Areas that are hard to lay out, made of the files that `omi init` writes. What they say means nothing.

``stress`` is long in every way, ``empty`` has next to nothing in each of its parts, and ``single`` has one criterion.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import yaml

from omi_report.document.kinds import PART_KINDS
from omi_report.model.framework import Framework
from omi_report.scaffold.area import scaffold
from tests.samples import WESTMARK, inspected

Files = dict[str, Any]
"""What stands in the files of an area, by their paths."""

HAMPSHIRE = Path(__file__).parents[2] / "areas" / "hampshire"
NAME = "Rutland"
_DATE = {"inspected": "2024-03"}
LONG_NAME = "Derbyshire, Leicestershire, Nottinghamshire and Rutland"
_WORDS = (
    "plans were made early and kept to where staff had time while some reviews came late because records of the "
    "interdepartmental accommodation arrangements were incomplete and nobody who knew of the countermeasures was asked "
    "whether disproportionately bureaucratic misunderstandings could have been avoided by a telephone call"
).split()
_ABBREVIATIONS = {
    "ABBR-X/Y": "Arrangements between Boards, with a hyphen and a bar",
    "CDR/P": "Crime and Disorder Reduction Partnership",
    "MAPPA/IPPF-2008": "Multi-Agency Public Protection Arrangements, as the Performance Framework of 2008 counts them",
    "WWWWWWWWWWWW": "Twelve of the widest letters, which no column was made for",
}
_SCRIPTS = (
    "Γιώργος Παπαδόπουλος, Наталья Щербакова, Զարուհի Հարությունյան, Đặng Thị Ngọc, Þórður Ægisson, عبد الرحمن الخطيب, "
    "شیریں چوہدری, רבקה שטרן → ✓ •"
)


def text(words: int, start: int = 0) -> str:
    """Sentences of so many words, the same each time."""
    drawn = list(islice(cycle(_WORDS), start, start + words))
    sentences = [" ".join(drawn[at : at + 17]) for at in range(0, len(drawn), 17)]
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}." for sentence in sentences)


def texts(paragraphs: int, words: int = 90) -> str:
    """Paragraphs of so many words each."""
    return "\n\n".join(text(words, 7 * number) for number in range(paragraphs))


def stress(framework: Framework) -> Files:
    """Long names, words, findings, stories and tables; many findings, abbreviations and scripts."""
    files = _files(framework, LONG_NAME)
    files["area.yaml"] |= {
        "notice": text(60),
        "chief_inspector": "Wilhelmina Featherstonehaugh-Cholmondeley",
        "team": [
            {
                "role": "Disproportionately Interdepartmental-Accommodation-Arrangements Coordinators",
                "names": _names(7),
            },
            {"role": "Countermeasures", "names": _names(2)},
        ],
        "acknowledgements": f"{text(40)}\n\n{_SCRIPTS}",
    }
    files["abbreviations.yaml"] = _ABBREVIATIONS | {
        f"AB{number:02}": text(6, number).rstrip(".") for number in range(43)
    }
    files["foreword.yaml"]["text"] = f"{texts(9)}\n\n{', '.join(_ABBREVIATIONS)}. {_SCRIPTS}"
    for number, criterion in enumerate(_criteria(files)):
        findings = [{"text": text(50 + 3 * each, each)} for each in range(3)]
        criterion |= {"strengths": findings, "improvements": findings}
        if number == 0:
            criterion["strengths"] = [{"text": f"{text(9, each)} CDR/P."} for each in range(32)]
        if number == 1:
            criterion["improvements"] = [{"text": texts(30)}, {"text": texts(2)}]
    files["good-practice.yaml"]["stories"] = [
        {"title": text(12, 5), "criterion": "1.1", "text": texts(12)},
        {"title": "Short", "criterion": "1.2", "text": text(20)},
        {"title": text(5), "criterion": "1.3", "text": texts(3)},
    ]
    files["recommendations.yaml"]["recommendations"] = [
        {"text": text(30 + each), "criteria": ["1.1", "1.2", "1.3", "2.1"], "owner": text(5), "deadline": "2024-09"}
        for each in range(14)
    ]
    for file in ("performance.yaml", "context.yaml"):
        files[file]["blocks"] = [{"text": texts(2)}, *_tables(files[file]["blocks"])]
    return files


def empty(framework: Framework) -> Files:
    """Nothing in any part but what a file must have."""
    files = _files(framework, NAME)
    for criterion in _criteria(files):
        criterion |= {"strengths": [], "improvements": []}
    files["abbreviations.yaml"] = {}
    files["good-practice.yaml"]["stories"] = []
    files["recommendations.yaml"] = {"recommendations": []}
    files["service-users.yaml"]["groups"] = []
    del files["area.yaml"]["acknowledgements"], files["area.yaml"]["team"]
    return files


def _files(framework: Framework, name: str, called: str = "") -> Files:
    written = scaffold(framework, PART_KINDS, name, _DATE["inspected"], called)
    files = {path: yaml.load(body, yaml.BaseLoader) for path, body in written.items() if path.endswith(".yaml")}
    files["area.yaml"]["area"] = name
    return {path: _filled(content) for path, content in files.items()}


def _filled(value: Any) -> Any:
    """What a file says, with a sentence in the place of each blank."""
    if isinstance(value, dict):
        return {_filled(name): _filled(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_filled(each) for each in value]
    return text(9) if isinstance(value, str) and value.startswith("TODO") else value


def _criteria(files: Files) -> Iterator[Any]:
    return (files[path] for path in sorted(files) if path.startswith("criteria/"))


def _names(count: int) -> list[str]:
    return [f"Maximiliana Throckmorton-Wolstenholme {number}" for number in range(1, count + 1)]


def _tables(blocks: list[Any]) -> Iterator[Any]:
    """A table of 43 rows under the id of each table that a file has, and a chart."""
    for block in blocks:
        if "table" in block:
            columns = [{"id": "name", "heading": "Interdepartmental arrangement"}]
            columns += [
                {"id": f"column{each}", "heading": heading, "unit": "count"}
                for each, heading in enumerate(("Cases", "Countermeasures", "Disproportionately many", "All"))
            ]
            rows = [
                {"name": text(4 + row % 9, row)} | {f"column{each}": 1234 * row + each for each in range(4)}
                for row in range(1, 44)
            ]
            yield {"table": {"id": block["table"]["id"], "caption": text(14), "columns": columns, "rows": rows}}


def single(folder: Path) -> Framework:
    """Write a framework of one criterion into a folder, and return it."""
    framework = yaml.load((WESTMARK / "framework.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    framework["sections"] = [framework["sections"][0] | {"criteria": framework["sections"][0]["criteria"][:1]}]
    for part in framework["parts"]:
        part.get("texts", {}).pop("judged", None)  # of a section that it no longer has
    write(folder, {"framework.yaml": framework, "area.yaml": {"area": NAME, "framework": "framework.yaml", **_DATE}})
    return inspected(folder).framework


def made(name: str, parent: Path) -> Path:
    """Write one of the areas into a folder of its name, and return that."""
    folder = parent / name
    if name == "single":
        files = _files(single(folder), NAME, "framework.yaml")
    else:
        framework = inspected(HAMPSHIRE).framework
        files = stress(framework) if name == "stress" else empty(framework)
    write(folder, files)
    return folder


def write(folder: Path, files: Files) -> None:
    """Write the files of an area into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
