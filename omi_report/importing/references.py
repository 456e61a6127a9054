"""References of a text → roles, where the role prints the very words: «criterion 2.7», «section 1», «Appendix 4»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from omi_report.model.framework import Framework
from omi_report.numbering import as_written, name_of


class RoleReferences:
    """What a report may refer to. ``appendices`` are the parts by the numbers that the report gives them."""

    def __init__(self, framework: Framework, appendices: Mapping[str, str]) -> None:
        self._framework = framework
        own = [part.name for part in framework.parts if part.appendix]
        self._appendices = {
            number: name
            for number, name in appendices.items()
            if number.isdigit() and own[int(number) - 1 :][:1] == [name]
        }

    def written(self, text: str) -> str:
        """Return a text of Markdown in which references stand as roles."""
        return self._pattern.sub(self._role, text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        terms = self._framework.terms
        words = "|".join(re.escape(word) for word in (terms.criterion, terms.section, "Appendix"))
        return re.compile(
            rf"\b(?P<word>{words})\s(?P<number>(?:[A-Z]{{1,3}}\s?)?\d{{1,2}}(?:\.\d{{1,3}})*)(?![\w%]|\.\d)"
            r"(?P<behind>\s\((?P<title>[^()]+(?:\([^()]*\))?)\))?"
        )

    def _role(self, found: re.Match[str]) -> str:
        word, number = found["word"], name_of(found["number"])
        title = self._title_of(word, number)
        if title is None or self._written(number) != found["number"].replace("\xa0", " "):
            return found[0]
        role = {self._framework.terms.criterion: "criterion", self._framework.terms.section: "section"}.get(
            word, "appendix"
        )
        target = self._appendices[number] if role == "appendix" else number
        if found["title"] == title:
            return f"{{{role}}}`{target}`"
        return f"{{{role}}}`~{target}`{found['behind'] or ''}"

    def _title_of(self, word: str, number: str) -> str | None:
        """The title of what a word and a number name; None where there is no such thing."""
        framework = self._framework
        if word == framework.terms.criterion:
            return framework.criteria[number].title if number in framework.criteria else None
        if word == framework.terms.section:
            return next((each.title for each in framework.sections if each.number == number), None)
        name = self._appendices.get(number)
        return next((part.heading or "" for part in framework.parts if part.name == name), None) if name else None

    def _written(self, number: str) -> str:
        return as_written(self._framework.numbers.get(number, number))
