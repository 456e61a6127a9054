"""The extension for VS Code names exact versions, starts what there is, and is as old as omi."""

from __future__ import annotations

import json
import re
from pathlib import Path

from omi_report import __version__
from omi_report.cli.main import COMMANDS
from omi_report.lsp.whole import legend

FOLDER = Path(__file__).parents[3] / "editors" / "vscode"
PACKAGE = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))


def test_its_versions_are_exact_and_nothing_is_locked() -> None:
    versions = PACKAGE["dependencies"] | PACKAGE["devDependencies"]
    assert versions
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        ".vscodeignore",
        "README.md",
        "extension.js",
        "package.json",
    ]


def test_it_is_as_old_as_omi() -> None:
    assert PACKAGE["version"] == __version__


def test_it_starts_the_server_and_no_folder_can_name_another() -> None:
    setting = PACKAGE["contributes"]["configuration"]["properties"]["omi.command"]
    assert setting["default"] == ["omi", "lsp"]
    assert "lsp" in COMMANDS
    assert PACKAGE["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == ["omi.command"]


def test_every_kind_of_word_has_a_colour() -> None:
    (scopes,) = PACKAGE["contributes"]["semanticTokenScopes"]
    assert list(scopes["scopes"]) == legend().token_types
