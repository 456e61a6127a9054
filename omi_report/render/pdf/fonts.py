"""The fonts that a PDF may use: those that its style names by their files, and no font of the machine.

The same area then looks the same everywhere. Nothing outside of this configuration is changed: neither the
environment nor the fonts that the rest of the process knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from weasyprint.text import ffi as libraries
from weasyprint.text.fonts import FontConfiguration

from omi_report.errors import PdfError
from omi_report.render.pdf.libraries import declared
from omi_report.resources import templates_folder

_FUNCTIONS: Final = "void *FcConfigCreate(void); int FcConfigBuildFonts(void *config);"
"""What WeasyPrint does not ask of fontconfig."""
_NAMES: Final = ("libfontconfig-1.dll", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib")


class NamedFonts(FontConfiguration):  # type: ignore[misc]
    """Knows the fonts of the style's ``@font-face`` rules; where none of them can be read, those that come with omi."""

    def __init__(self) -> None:
        """Begin with no fonts. Raises PdfError where fontconfig makes no configuration."""
        super().__init__()
        self._config = _empty_configuration()
        libraries.pangoft2.pango_fc_font_map_set_config(
            libraries.ffi.cast("PangoFcFontMap *", self._font_map), self._config
        )
        libraries.fontconfig.FcConfigDestroy(self._config)  # the map of fonts keeps its own reference

    @property
    def font_map(self) -> Any:
        """The fonts for Pango. It ends the process where it has none at all, so those of omi stand in."""
        fonts = libraries.fontconfig.FcConfigGetFonts(self._config, libraries.fontconfig.FcSetApplication)
        if fonts == libraries.ffi.NULL or not fonts.nfont:
            for file in shipped_fonts():
                libraries.fontconfig.FcConfigAppFontAddFile(self._config, str(file).encode())
            libraries.pangoft2.pango_fc_font_map_config_changed(libraries.ffi.cast("PangoFcFontMap *", self._font_map))
        return self._font_map

    @font_map.setter
    def font_map(self, value: Any) -> None:
        self._font_map = value


def shipped_fonts() -> tuple[Path, ...]:
    """Return the files of the fonts that come with omi, in the order of their names."""
    return tuple(sorted((templates_folder() / "fonts").glob("*.ttf")))


def _empty_configuration() -> Any:
    """A configuration of fontconfig that has read no file and knows no font."""
    foreign, library = declared(_FUNCTIONS, *_NAMES)
    made = library.FcConfigCreate()
    if made == foreign.NULL or not library.FcConfigBuildFonts(made):
        raise PdfError("fontconfig makes no list of fonts: is there enough memory?")
    return libraries.ffi.cast("FcConfig *", int(foreign.cast("uintptr_t", made)))
