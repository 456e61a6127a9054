"""What is wrong with a template folder, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from omi_report.render.look import Medium


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A sentence about what is wrong, and where: a file of a template folder, with the line as far as it is known.

    ``stops`` says that no report is made: somebody could not read it, or it would do what a report does not do.
    ``first`` is the place of what stands there already, where two things cannot both stand.
    """

    place: str
    said: str
    stops: bool = True
    first: str = ""

    def __str__(self) -> str:
        """Return it as it is shown to a user."""
        said = f"{self.said} (see {self.first})" if self.first else self.said
        return f"{self.place}: {said}" if self.place else said


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the program knows of a page that it had made.

    ``parts`` are the ids of the report's parts, each with the user's own template that makes it, if there is one;
    ``scripts`` the digests of the scripts that omi puts there; ``addresses`` those of the files that belong to the
    report; ``style`` is what stands in the element of its styles.
    """

    medium: Medium
    parts: Mapping[str, str] = field(default_factory=dict)
    scripts: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    style: str = ""
