"""The styles of a page: the fonts, omi's own sheets for the look, and what a template folder adds."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from omi_report.fonts.drawn import in_core, in_plain
from omi_report.fonts.files import FONT_FAMILY, FONT_FILES, SCREEN_WEIGHTS, Fallback, FontFile
from omi_report.render.html.assets import Assets, first_file, sheets_of, text_of
from omi_report.render.html.screen import Said
from omi_report.render.html.sheets import minified, squeezed, used_rules
from omi_report.render.look import Look, Medium


def stylesheet(
    look: Look,
    medium: Medium,
    folders: Sequence[Path],
    assets: Assets,
    lacking: Mapping[Fallback, Collection[str]] = MappingProxyType({}),
    said: Said | None = None,
    rules: str = "",
) -> str:
    """Return the styles of a page as one sheet. Raises OutputError where a file of a template folder cannot be used.

    ``lacking`` are the fonts of last resort that the report needs, each with the characters for which it needs it.
    ``said`` is what a page for the screen says: it has no styles for what is not on it, and the smallest fonts that do.
    ``rules`` are those of its drawings, which count less than all others.
    """
    sheets = [
        _sheet(file, partial(assets.rewritten, near=posixpath.dirname(name)), small=assets.embedded)
        for file, name in sheets_of(look, medium, folders)
    ]
    endings = _small_forms(said, sheets) if assets.embedded else ()
    if said:
        sheets = [used_rules(sheet, said.classes) for sheet in sheets]
    face = partial(_face, folders, assets, endings)
    faces = [face(FONT_FAMILY, file) for file in FONT_FILES if medium == "print" or file[1] in SCREEN_WEIGHTS]
    for font, characters in lacking.items():
        # In a browser they complete the usual fonts. WeasyPrint would take the height of lines from any of those of one
        # name, and looks into all its fonts for what one lacks. They come before the others, so that a font of the
        # house that has the characters counts.
        family = FONT_FAMILY if medium == "screen" else font.family
        faces[:0] = [face(family, file, characters) for file in font.files]
    # no white space at the ends: the Nu HTML checker leaves it out when it computes the digest
    return ("".join(faces) + rules + "\n".join(sheets)).strip()


def _small_forms(said: Said | None, sheets: Iterable[str]) -> Sequence[str]:
    """The endings of the files that a page holds, the first that there is: small ones do for what most reports say."""
    texts = ["".join(said.characters) if said else "", *(text for sheet in sheets for text in _CONTENT.findall(sheet))]
    if in_plain(texts):
        return (".plain.woff2", ".core.woff2", ".woff2")
    return (".core.woff2", ".woff2") if in_core(texts) else (".woff2",)


_CONTENT = re.compile(r"content:([^;}]*)")
"""What a sheet writes itself."""


def _face(
    folders: Sequence[Path],
    assets: Assets,
    endings: Sequence[str],
    family: str,
    file: FontFile,
    characters: Collection[str] = (),
) -> str:
    """The rule for a file of a font, which counts for some characters alone if they are given.

    A page that holds its fonts holds the first of the small forms that stands beside the file; the PDF is made from
    the file itself. A font of a template folder that has no such file beside it is taken as it is.
    """
    name, weight, style = file
    found = first_file(folders, f"fonts/{name}")
    small = [found.with_suffix(ending) for ending in endings]
    taken = next((each for each in small if each.is_file()), found)
    form = "truetype" if taken is found else "woff2"
    codes = ",".join(f"U+{ord(each):04X}" for each in sorted(characters))
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'font-display:swap;src:url("{assets.address(taken)}") format("{form}")'
        f"{f';unicode-range:{codes}' if codes else ''}}}\n"
    )


def _sheet(file: Path, rewrite: Callable[[str], str], *, small: bool) -> str:
    """The text of a sheet, as small as it can be where a page holds it; WeasyPrint tells of its lines."""
    sheet = minified(text_of(file), rewrite, str(file))
    return squeezed(sheet) if small else sheet
