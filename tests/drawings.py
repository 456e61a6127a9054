"""The drawings of a page in full, where the page for the screen has equal ones once."""

from __future__ import annotations

import re


def whole(page: str) -> str:
    """Return a page in which each drawing holds all its shapes and patterns itself."""
    shapes = dict(re.findall(r'<g id="(drawing[^"]+)"[^>]*>(.*?)</g>', page))
    page = re.sub(r'<g id="drawing[^"]+"[^>]*>(.*?)</g>', r"\1", page)
    single = {
        name: f"<{kind} {rest}/>" for kind, name, rest in re.findall(r'<(\w+) id="(drawing[^"]+)" ([^>]*)/>', page)
    }
    shapes |= single
    page = re.sub(r'(<(?!g )\w+) id="drawing[^"]+"', r"\1", page)
    page = re.sub(r'<use href="#([^"]+)"/>', lambda found: shapes[found[1]], page)
    patterns = dict(re.findall(r'<pattern id="([^"]+)"(.*?</pattern>)', page))
    page = re.sub(r"<defs>.*?</defs>", "", page)
    return re.sub(r"url\(#([^)]+)\)", lambda found: patterns[found[1]], page)
