"""What the files of an imported area say: their words, with figures and references in their places."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import yaml

from omi_report.importing.area_files import Imported
from omi_report.language.known import ENGLISH
from omi_report.model.framework import Framework
from omi_report.numbering import as_written
from omi_report.source.places import LEFT_OVER_FILE


def tree(text: str) -> Any:
    """What a file says, every scalar as it is written."""
    return yaml.load(text, yaml.CBaseLoader)


def flat(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def printed(text: str, figures: dict[str, str], framework: Framework) -> str:
    """A text as it is printed, with the figures of its file and references in their places."""

    def role(found: re.Match[str]) -> str:
        word, short, target = found.groups()
        things: list[Any] = [*framework.sections, *framework.criteria.values()]
        thing = next((each for each in things if each.number == target), None)
        if thing is None:
            return f"Appendix {1 + [part.name for part in framework.parts if part.appendix].index(target)}"
        title = "" if short else f" ({thing.title})"
        return f"{framework.terms.word_for(word)} {as_written(thing.number)}{title}"

    def figure(found: re.Match[str]) -> str:
        name, *filters = (part.strip() for part in found[1].split("|"))
        if name not in figures:  # braces of the report itself, in a line that is no Markdown
            return found[0]
        if " of " not in figures[name]:
            return f"{figures[name]}%"
        count, base = map(int, figures[name].split(" of "))
        words = {
            "count": ENGLISH.out_of(count, base),
            "number": ENGLISH.number(count),
            "base": ENGLISH.number(base),
        }[filters[0]]
        return words.capitalize() if "capital" in filters else words

    with_roles = re.sub(r"\{(\w+)\}`(~?)([\w.-]+)`", role, text)
    return flat(re.sub(r"\{\{(.*?)\}\}", figure, with_roles))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.replace("’", "'").casefold()))


def words_of(found: Imported, framework: Framework) -> Counter[str]:
    """All words that stand in the files: keys, texts with their figures, and what is left over."""
    total: Counter[str] = Counter()

    def add(value: Any, figures: dict[str, str]) -> None:
        if isinstance(value, dict):
            own = value.get("percentages", figures)
            for key, inner in value.items():
                if key not in ("percentages", "id"):
                    total.update(words(key))
                    add(inner, own)
        elif isinstance(value, list):
            for inner in value:
                add(inner, figures)
        else:
            total.update(words(printed(value, figures, framework)))

    for name, text in found.files.items():
        if name == LEFT_OVER_FILE:
            total.update(words(text))
        elif name.endswith(".yaml"):
            file = tree(text)
            add(file, {})
    return total
