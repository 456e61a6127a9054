"""The colours that a template folder gives the theme: whether what is written in them can be read.

A style sheet of a house sets the variables of the theme (``--teal``). Here they are worked out as a browser does, for
each way in which a report is read, and each colour of text is measured on its grounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import tinycss2
from tinycss2.color4 import parse_color

from omi_report.errors import OutputError
from omi_report.problems import closest
from omi_report.render.html.assets import sheets_of, text_of
from omi_report.render.look import THEMES, Look, Medium, Theme

LEAST: Final = 4.5
"""The contrast that text of the usual size needs on its ground: WCAG 2.2, 1.4.3."""


class WayOfReading(NamedTuple):
    """A way to read a report: in a theme, on a page of the screen or of the PDF, by day, by night, on paper."""

    words: str
    theme: Theme
    medium: Medium
    features: frozenset[str]


_WAYS: Final[Mapping[str, tuple[Medium, frozenset[str]]]] = {
    "on a light screen": ("screen", frozenset({"screen", "prefers-color-scheme:light", "forced-colors:none"})),
    "on a dark screen": ("screen", frozenset({"screen", "prefers-color-scheme:dark", "forced-colors:none"})),
    "printed from the browser": ("screen", frozenset({"print", "prefers-color-scheme:light", "forced-colors:none"})),
    "in the PDF": ("print", frozenset({"print"})),
}

READINGS: Final = tuple(
    WayOfReading(f"{way}{', in high contrast' * (theme == 'high-contrast')}", theme, *how)
    for theme in THEMES
    for way, how in _WAYS.items()
)
"""All ways in which a report is read."""

_TEXTS: Final = ("--ink", "--quiet", "--teal", "--warm")
PAIRS: Final[Mapping[tuple[Medium, Theme], tuple[tuple[str, str], ...]]] = {
    ("screen", theme): (
        *((text, ground) for ground in ("--paper", "--tint") for text in _TEXTS),
        *((text, "--cover") for text in ("--cover-ink", "--cover-quiet")),
    )
    for theme in THEMES
} | {
    ("print", theme): (
        *((text, ground) for ground in ("#ffffff", "--tint", "--warm-tint") for text in _TEXTS),
        ("#ffffff" if theme == "standard" else "#000000", "--cover"),
    )
    for theme in THEMES
}
"""What is written on what: variables of the theme, or colours that the sheets have as they are."""


class Setting(NamedTuple):
    """A variable as a rule sets it: its value, how much the rule counts, and its place."""

    value: str
    weight: tuple[bool, int, int]
    file: Path
    line: int


Settings = dict[str, Setting]


def expect_legible_colours(folders: Sequence[Path]) -> None:
    """Raise OutputError, with file and line, for colours of the first folder in which a text cannot be read.

    It is raised too for a variable that nothing reads. ``folders`` are the template folders, a house's before omi's.
    """
    house = folders[0]
    if not any("--" in text_of(file) for file in sorted((house / "css").rglob("*.css"))):
        return
    _expect_variables_that_are_read(folders)
    for reading in READINGS:
        settings = variables(reading, folders)
        for text, ground in PAIRS[reading.medium, reading.theme]:
            _expect_contrast(text, ground, reading, settings, house)


def _expect_contrast(text: str, ground: str, reading: WayOfReading, settings: Settings, house: Path) -> None:
    own = [settings[each] for each in (text, ground) if each in settings and settings[each].file.is_relative_to(house)]
    pair = [colour_of(each, settings) for each in (text, ground)]
    if not own or pair[0] is None or pair[1] is None:
        return
    contrast = contrast_between(pair[0], pair[1])
    if contrast < LEAST:
        shown = [
            f"{each} ({_hex(colour)})" if each.startswith("--") else each
            for each, colour in zip((text, ground), pair, strict=True)
        ]
        raise OutputError(
            f"{own[0].file}:{own[0].line}: {reading.words}, text in {shown[0]} on {shown[1]} has a contrast of "
            f"{int(contrast * 100) / 100:.2f} : 1, and needs {LEAST} : 1: choose colours that are further apart"
        )


def _hex(colour: Any) -> str:
    return "#" + "".join(f"{round(255 * max(0, min(1, part))):02x}" for part in colour[:3])


def contrast_between(one: Any, other: Any) -> float:
    """Return the contrast of two colours (red, green, blue from 0 to 1), from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Any) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3])
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


_VARIABLE = re.compile(r"\s*var\(\s*(--[\w-]+)\s*\)\s*")


def colour_of(name: str, settings: Settings, depth: int = 10) -> Any:
    """The colour of a variable, or a colour as it is; None for what is no plain colour of red, green and blue."""
    value = settings[name].value if name in settings else name
    if depth and (other := _VARIABLE.fullmatch(value)):
        return colour_of(other[1], settings, depth - 1)
    colour = parse_color(value)
    if colour is None or colour == "currentcolor" or colour.alpha < 1:
        return None
    try:
        colour = colour.to("srgb")
    except NotImplementedError:
        return None
    return tuple(colour)[:3] if colour.space == "srgb" else None


# ---- the cascade ----------------------------------------------------------------------------------------------------


def variables(reading: WayOfReading, folders: Sequence[Path]) -> Settings:
    """The variables of the page as they come out where a report is read in some way."""
    found: Settings = {}
    files = sheets_of(Look(theme=reading.theme), reading.medium, folders)
    classes = {reading.medium, *Look(theme=reading.theme).chosen}
    for order, (file, _name) in enumerate(files):
        for name, setting in _rules(_parsed(file), file, order, reading.features, classes):
            if name not in found or setting.weight >= found[name].weight:
                found[name] = setting
    return found


def _parsed(file: Path) -> list[Any]:
    return list(tinycss2.parse_stylesheet(text_of(file), skip_comments=True, skip_whitespace=True))


def _rules(
    rules: Iterable[Any], file: Path, order: int, features: frozenset[str], classes: set[str]
) -> Iterator[tuple[str, Setting]]:
    """Each variable that the rules for the whole page set, with how it is set."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            if _counts(tinycss2.serialize(rule.prelude), features):
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                yield from _rules(inner, file, order, features, classes)
        elif rule.type == "qualified-rule":
            weights = [_weight(each, classes) for each in tinycss2.serialize(rule.prelude).split(",")]
            weight = max((each for each in weights if each is not None), default=None)
            if weight is None:
                continue
            for each in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if each.type == "declaration" and each.name.startswith("--"):
                    value = tinycss2.serialize(each.value).strip()
                    yield each.name, Setting(value, (each.important, weight, order), file, each.source_line)


_OF_PAGE = re.compile(r"(?:html)?(?::root|\.[\w-]+|:not\(\s*\.[\w-]+\s*\))*")
_STEP = re.compile(r":root|:not\(\s*\.([\w-]+)\s*\)|\.([\w-]+)|html")


def _weight(selector: str, classes: set[str]) -> int | None:
    """How much a selector counts that means the element of the whole page; None for any other."""
    bare = selector.strip()
    if not bare or not _OF_PAGE.fullmatch(bare):
        return None
    weight = 0
    for step in _STEP.finditer(bare):
        if (step[1] and step[1] in classes) or (step[2] and step[2] not in classes):
            return None
        weight += 1 if step[0] == "html" else 10
    return weight


_FEATURE = re.compile(r"\(\s*([\w-]+)\s*:\s*([\w.-]+)\s*\)")


def _counts(query: str, features: frozenset[str]) -> bool:
    """Whether a query of media holds where a report is read; one of sizes is taken to hold."""
    for one in query.lower().split(","):
        asked = {f"{name}:{value}" for name, value in _FEATURE.findall(one) if not _of_size(name)}
        kinds = {word for word in re.findall(r"[\w-]+", re.sub(r"\([^)]*\)", " ", one)) if word not in ("and", "only")}
        if asked | (kinds - {"all"}) <= features:
            return True
    return False


def _of_size(name: str) -> bool:
    return name.removeprefix("min-").removeprefix("max-") in ("width", "height")


# ---- variables that nothing reads -----------------------------------------------------------------------------------

_SET = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_READ = re.compile(r"var\(\s*(--[\w-]+)")


def _expect_variables_that_are_read(folders: Sequence[Path]) -> None:
    texts = {file: text_of(file) for folder in folders for file in sorted((folder / "css").rglob("*.css"))}
    templates = [text_of(file) for folder in folders for file in sorted((folder / "html").rglob("*")) if file.is_file()]
    read = set(chain.from_iterable(map(_READ.findall, (*texts.values(), *templates))))
    for file, text in texts.items():
        if not file.is_relative_to(folders[0]):
            continue
        for found in _SET.finditer(
            re.sub(r"/\*.*?\*/", lambda note: re.sub(r"[^\n]", " ", note[0]), text, flags=re.DOTALL)
        ):
            if found[1] not in read:
                nearest = closest(found[1], sorted(read))
                hint = f"did you mean {nearest[0]}?" if nearest else f"the theme has {', '.join(_TEXTS)} and others"
                line = text.count("\n", 0, found.start()) + 1
                raise OutputError(f"{file}:{line}: nothing reads the variable {found[1]}: {hint}")
