"""A rule is a module and nothing else: no list names it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.lint import registry, rules
from omi_report.lint.declaration import AllTexts, EachText, OfComments, OfPlan, Whole
from omi_report.problems import Rule

FOLDER = Path(rules.__path__[0])
MODULE = '''
from omi_report.lint.declaration import each_text
from omi_report.problems import Rule, Severity

RULE = Rule("OMI599", "new-rule", Severity.INFO, "It finds.", "It matters.", bad="a", good="b")


@each_text()
def check(text):
    """Find nothing."""
    return ()
'''


@pytest.fixture
def another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is taken for the one of the bundles."""
    monkeypatch.setattr(rules, "__path__", [str(tmp_path)])
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("omi_report.lint.rules.new_bundle")]:
        del sys.modules[name]
    importlib.invalidate_caches()


def test_a_module_in_a_bundle_is_found(another_folder: Path) -> None:
    bundle = another_folder / "new_bundle"
    bundle.mkdir()
    (bundle / "__init__.py").write_text("")
    (bundle / "new_rule.py").write_text(MODULE)
    (bundle / "helper.py").write_text("WORDS = ()\n")
    (bundle / "notes.txt").write_text("no module")
    (another_folder / "loose.py").write_text(MODULE)
    found = [module for module in registry.modules() if isinstance(getattr(module, "RULE", None), Rule)]
    assert [module.__name__ for module in found] == ["omi_report.lint.rules.new_bundle.new_rule"]


def test_every_module_with_a_rule_is_in_the_registry() -> None:
    written = [path for path in FOLDER.rglob("*.py") if "\nRULE = Rule(" in path.read_text(encoding="utf-8")]
    in_bundles = {path.parent.name for path in written}
    assert len(in_bundles) > 3
    modules = [module for module in registry.modules() if hasattr(module, "RULE")]
    assert sorted(str(module.__file__) for module in modules) == sorted(map(str, written))
    assert {module.RULE for module in modules} <= set(registry.RULES)


def test_every_check_is_declared() -> None:
    assert len(registry.CHECKS) > 50
    assert all(
        isinstance(checked.check, EachText | AllTexts | Whole | OfPlan | OfComments) for checked in registry.CHECKS
    )


def test_nothing_names_the_module_of_a_rule() -> None:
    """But for the rules that others build on, and the one that follows from all others."""
    package = FOLDER.parent.parent
    names = {path.stem for path in FOLDER.rglob("*.py") if "\nRULE = Rule(" in path.read_text(encoding="utf-8")}
    assert len(names) > 50
    naming = {
        name
        for path in package.rglob("*.py")
        if FOLDER not in path.parents
        for line in path.read_text(encoding="utf-8").splitlines()
        if "import" in line and "lint.rules" in line
        for name in names
        if f".{name} " in line or line.endswith(f".{name}")
    }
    assert naming <= {"open_warnings", "unknown_target"}
