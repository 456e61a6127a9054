"""What WeasyPrint says of a page, in terms of the files of a template folder.

It knows the page alone, where all styles stand in one sheet: its lines are those of no file. So what it complains of is
looked for in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from omi_report.problems import closest
from omi_report.render.html.assets import text_of
from omi_report.render.html.pictures import place_of
from omi_report.resources import templates_folder

_IGNORED = re.compile(r"Ignored `(?P<name>[\w-]+):\s*(?P<value>.*)` at \d+:\d+, (?P<why>.*?)\.?", re.DOTALL)
_SELECTOR = re.compile(r"Invalid or unsupported selector, (['\"])(?::is\(.*\) )?(?P<code>.*)\1", re.DOTALL)
_RULE = re.compile(r"Unknown (?:empty )?rule <AtRule (?P<code>@[\w-]+).*", re.DOTALL)
_QUOTED = re.compile(r"(?P<said>.*?)(['\"])(?P<code>.*?)\2(?P<more>.*)", re.DOTALL)
_AT_LINE = re.compile(r"(?:, the whole @[\w-]+ rule was ignored)? at \d+:\d+\.?")
_ADDRESS = re.compile(r"(?:[a-z]+:|/)[^\s;'\"]+", re.IGNORECASE)

_FOR_BROWSERS: Final = "what is for a browser alone stands within @media screen"


def in_terms_of_files(complaint: str, folder: Path) -> str:
    """Return a complaint of WeasyPrint in plain words, with the file of a template folder and the line that it is of.

    Where none of its files has what is complained of, the folder is the place.
    """
    sheets = sorted((folder / "css").rglob("*.css"))
    templates = sorted((folder / "html").rglob("*.html"))
    words, code = _in_words(complaint)
    places: Iterable[str] = (_place_of_code(each, [*sheets, *templates]) for each in code)
    if not code:
        places = (place_of(address, [*templates, *sheets]) for address in _ADDRESS.findall(complaint))
    return f"{next(filter(None, places), folder)}: {words}"


def _in_words(complaint: str) -> tuple[str, tuple[str, ...]]:
    """A complaint of a style in plain words, and what to look for in the sheets, the most exact first."""
    if ignored := _IGNORED.fullmatch(complaint):
        name, value = ignored["name"], " ".join(ignored["value"].split())
        return _of_property(name, value, ignored["why"]), (f"{name}: {value}", f"{name}:")
    if selector := _SELECTOR.fullmatch(complaint):
        code = _plain(selector["code"])
        return f"the PDF does not know this selector: «{code}»; {_FOR_BROWSERS}", (code,)
    if rule := _RULE.fullmatch(complaint):
        return f"the PDF does not know this rule: «{rule['code']}»; {_FOR_BROWSERS}", (rule["code"],)
    if _AT_LINE.search(complaint) and (quoted := _QUOTED.fullmatch(_AT_LINE.sub("", complaint))):
        code = _plain(quoted["code"])
        return f"the PDF cannot use «{code}»: {quoted['said'].strip()}{quoted['more']}", (code,)
    return complaint, ()


def _of_property(name: str, value: str, why: str) -> str:
    if why == "unknown property":
        nearest = closest(name, sorted(_known_properties()))
        hint = f"did you mean «{nearest[0]}»?" if nearest else _FOR_BROWSERS
        return f"the PDF knows no property «{name}»: {hint}"
    if why == "invalid value":
        return f"the PDF cannot use this value: «{name}: {value}»"
    return f"the PDF passes over «{name}: {value}»: {why}"


def _known_properties() -> set[str]:
    """The properties that omi's own sheets set: what somebody means is mostly among them."""
    sheets = sorted((templates_folder() / "css").rglob("*.css"))
    return {name for file in sheets for name in re.findall(r"[{;]\s*([a-z][a-z-]+)\s*:", text_of(file))}


def _plain(code: str) -> str:
    """Code as it was written, from the form in which Python shows it."""
    return " ".join(code.replace("\\n", " ").replace("\\'", "'").split())


def _place_of_code(code: str, files: Iterable[Path]) -> str:
    return next(_places_of_code(code, files), "")


def _places_of_code(code: str, files: Iterable[Path]) -> Iterator[str]:
    """The places where a piece of a style is written out, with any white space in it."""
    tokens = re.findall(r"[\w-]+|[^\w\s-]", code)
    beginning = r"(?<![\w-])" if tokens and re.match(r"[\w-]", tokens[0]) else ""
    pattern = re.compile(beginning + r"\s*".join(map(re.escape, tokens)))
    for file in files:
        text = re.sub(r"/\*.*?\*/", lambda note: re.sub(r"[^\n]", " ", note[0]), text_of(file), flags=re.DOTALL)
        for found in pattern.finditer(text):
            yield f"{file}:{text.count(chr(10), 0, found.start()) + 1}"
