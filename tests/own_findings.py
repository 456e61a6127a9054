"""The small area of the tests under kinds of finding of its own."""

from __future__ import annotations

from pathlib import Path

from omi_report.model.findings import FindingKind

CREDIT = FindingKind(id="credit", key="credits", singular="credit", plural="credits", side="good")
CONCERN = FindingKind(
    id="concern", key="concerns", singular="cause for concern", plural="causes for concern", side="poor"
)
LAPSE = FindingKind(id="lapse", key="lapses", singular="lapse", plural="lapses", side="poor")

_FINDINGS = "".join(
    f"  - {{id: {kind.id}, key: {kind.key}, singular: {kind.singular}, plural: {kind.plural}, side: {kind.side}}}\n"
    for kind in (CREDIT, CONCERN, LAPSE)
)


def with_own_findings(folder: Path) -> Path:
    """Give the framework of the small area three kinds of finding, and a criterion some of each."""
    framework = folder / "framework.yaml"
    framework.write_text(f"{framework.read_text()}\nfindings:\n{_FINDINGS}")
    (folder / "criteria/1.1.yaml").write_text(
        "criterion: 1.1\nscore: 72\ncredits:\n  - Plans were made.\n"
        "concerns:\n  - One was late.\n  - {id: thin, text: One was thin.}\nlapses: [None.]\n"
    )
    return folder
