"""The wheel is whole: installed into an empty environment, it builds a report from any folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = [path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()]


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def test_wheel_holds_templates_fonts_and_frameworks(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert len(TEMPLATES) > 20
    assert {f"omi_report/{name}" for name in TEMPLATES} <= names
    assert "omi_report/frameworks/omi-2006.yaml" in names


def test_sdist_holds_what_the_tests_need(packages: Path) -> None:
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert set(TEMPLATES) <= names
    assert {"Makefile", "areas/hampshire/area.yaml", "tests/golden/westmark/area.yaml", ".ci/run"} <= names


def test_an_installed_omi_builds_from_another_folder(packages: Path, tmp_path: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(tmp_path / "env")}))
    # The dependencies come from the environment of the tests; a .pth file hands on its packages, but
    # not the link by which the project itself is installed there.
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    zipfile.ZipFile(wheel).extractall(site)
    start = "import omi_report, sys; assert omi_report.__file__.startswith(sys.prefix); "
    code = f"{start}from omi_report.cli.main import main; main()"
    python = tmp_path / "env" / "bin" / "python"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for arguments in (["init", "place"], ["build", "place"]):
        command: list[str | Path] = [python, "-c", code, *arguments]
        done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr + done.stdout
    assert (elsewhere / "build/place/report.html").stat().st_size > 100_000
    assert (elsewhere / "build/place/report.pdf").stat().st_size > 50_000
