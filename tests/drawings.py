"""The drawings of a page in full, where the page for the screen has equal ones once."""

from __future__ import annotations

import re


def whole(page: str) -> str:
    """Return a page in which each drawing holds all its shapes and patterns itself, with all their attributes."""
    rules = dict(re.findall(r":where\(([^)]*)\)\{([^}]*)\}", page))
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    defined = "".join(re.findall(r"<defs>.*?</defs>", page, re.DOTALL))
    page = re.sub(r"<defs>.*?</defs>", "", page, flags=re.DOTALL)
    shapes = {
        name: re.sub(r"^<g[^>]*>|</g>$", "", drawn) for drawn, name in re.findall(r'(<g id="([^"]*)".*?</g>)', defined)
    }
    shapes |= dict(re.findall(r'<symbol id="([^"]*)"[^>]*>(.*?)</symbol>', defined))
    alone = re.sub(r"<(g|symbol|pattern) .*?</\1>", "", defined)
    shapes |= {name: f"<{kind} {rest}/>" for kind, name, rest in re.findall(r'<(\w+) id="([^"]+)" ([^>]*)/>', alone)}
    while "<use " in page:
        page = re.sub(r'<use href="#([^"]+)"[^>]*/>', lambda found: shapes[found[1]], page)
    patterns = dict(re.findall(r'<pattern id="([^"]+)"(.*?</pattern>)', defined))
    page = re.sub(r"url\(#([^)]+)\)", lambda found: patterns.get(found[1], found[0]), page)
    return re.sub(r"<(svg|circle|line|path|rect|text)\b([^>]*?)(/?)>", lambda tag: _sorted(tag, rules), page)


def _sorted(tag: re.Match[str], rules: dict[str, str]) -> str:
    """A tag with the attributes that a rule says, in the order of their names."""
    values = dict(re.findall(r' ([\w:-]+)="([^"]*)"', tag[2]))
    kind = f'{tag[1]}[class="{values.get("class", "")}"]'
    for rule in filter(None, rules.get(kind, "").split(";")):
        name, _, value = rule.partition(":")
        values[name] = value.removesuffix("px")
    said = "".join(f' {name}="{value}"' for name, value in sorted(values.items()))
    return f"<{tag[1]}{said}{tag[3]}>"
