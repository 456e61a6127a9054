"""The files of the fonts of a report, by their names in the folder ``fonts`` of a template folder."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

FontFile: TypeAlias = tuple[str, int, str]
"""Its name, its weight and its style, as a style sheet has them."""

FONT_FAMILY: Final = "Atkinson Hyperlegible Next"

FONT_FILES: Final[tuple[FontFile, ...]] = (
    ("AtkinsonHyperlegibleNext-Regular.ttf", 400, "normal"),
    ("AtkinsonHyperlegibleNext-Italic.ttf", 400, "italic"),
    ("AtkinsonHyperlegibleNext-SemiBold.ttf", 600, "normal"),
    ("AtkinsonHyperlegibleNext-Bold.ttf", 700, "normal"),
)
"""What every report is set in."""

SCREEN_WEIGHTS: Final = frozenset({400, 700})
"""The weights that a page for the screen holds: what is half bold is bold there, which is hardly seen."""

CORE: Final = (*range(0x20, 0x7F), *map(ord, "\u00a0£§©×éâêîôûŵŷ–—‘’“”•…€−"))
"""The characters of a report in English or Welsh, as numbers. A page that has no others holds fonts of these alone."""

PLAIN: Final = frozenset(
    map(ord, " !\"#%&'(),-./0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u00a0£–‘’“”…")
)
"""What most texts in English do with, and what the script of a page writes. Fonts of these alone are smaller still."""

FALLBACK_FILES: Final[tuple[FontFile, ...]] = (
    ("fallback/DejaVuSans.ttf", 400, "normal"),
    ("fallback/DejaVuSans-Oblique.ttf", 400, "italic"),
    ("fallback/DejaVuSans-Bold.ttf", 700, "normal"),
)
"""What a report takes for the characters that those lack. A report without such characters has nothing of them."""

HEBREW_FILES: Final[tuple[FontFile, ...]] = (
    ("fallback/DejaVuSans-Hebrew.ttf", 400, "normal"),
    ("fallback/DejaVuSans-Hebrew-Bold.ttf", 700, "normal"),
)
ARABIC_FILES: Final[tuple[FontFile, ...]] = (
    ("fallback/Vazirmatn-Regular.ttf", 400, "normal"),
    ("fallback/Vazirmatn-Bold.ttf", 700, "normal"),
)
"""Likewise for letters that are written from right to left, which are never slanted."""


class Fallback(NamedTuple):
    """A font of last resort: the family that it is of in print, and its files."""

    family: str
    files: tuple[FontFile, ...]


FALLBACKS: Final = (
    Fallback("DejaVu Sans", FALLBACK_FILES),
    Fallback("DejaVu Sans Hebrew", HEBREW_FILES),
    Fallback("Vazirmatn", ARABIC_FILES),
)
"""All of them. A report holds those that it needs."""
