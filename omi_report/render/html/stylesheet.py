"""The styles of a page: the fonts, omi's own sheets for the look, and what a template folder adds."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from omi_report.errors import OutputError
from omi_report.render.html.assets import Assets
from omi_report.render.html.sheets import minified
from omi_report.render.look import EXTRA_STYLE, Look, Medium

FONT_FILES = (
    ("AtkinsonHyperlegibleNext-Regular.ttf", 400, "normal"),
    ("AtkinsonHyperlegibleNext-Italic.ttf", 400, "italic"),
    ("AtkinsonHyperlegibleNext-SemiBold.ttf", 600, "normal"),
    ("AtkinsonHyperlegibleNext-Bold.ttf", 700, "normal"),
)
FONT_FAMILY = "Atkinson Hyperlegible Next"


def stylesheet(look: Look, medium: Medium, folders: Sequence[Path], assets: Assets) -> str:
    """Return the styles of a page as one sheet. Raises OutputError where a file of a template folder cannot be used."""
    faces = "".join(
        f'@font-face{{font-family:"{FONT_FAMILY}";font-weight:{weight};font-style:{style};'
        f'font-display:swap;src:url("{assets.address(first_file(folders, f"fonts/{file}"))}") format("truetype")}}\n'
        for file, weight, style in FONT_FILES
    )
    sheets = [
        _sheet(file, partial(assets.rewritten, near=posixpath.dirname(name)))
        for file, name in _files(look, medium, folders)
    ]
    # no white space at the ends: the Nu HTML checker leaves it out when it computes the digest
    return (faces + "\n".join(sheets)).strip()


def first_file(folders: Sequence[Path], name: str) -> Path:
    """Return the first file of a name in the folders, an override before omi's own. Raises StopIteration for none."""
    return next(path for folder in folders if (path := folder / name).is_file())


def _files(look: Look, medium: Medium, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each sheet with its name in its template folder, in the order in which they count."""
    for name in look.styles(medium):
        yield first_file(folders, name), name
    for folder in folders:
        if (extra := folder / EXTRA_STYLE).is_file():
            yield extra, EXTRA_STYLE


def _sheet(file: Path, rewrite: Callable[[str], str]) -> str:
    try:
        return minified(file.read_text(encoding="utf-8"), rewrite, str(file))
    except UnicodeDecodeError as error:
        raise OutputError(f"{file} is not UTF-8 text: save it as such") from error
