"""What a preview has to show, and what the user can choose of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """Something that the user chooses, such as a size: its label, and the label of each option by its value."""

    label: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Variant:
    """What is shown for the options that are chosen, one of each choice: a page, and its file for print."""

    options: tuple[str, ...]
    page: str
    printed: str


@dataclass(frozen=True, slots=True)
class Views:
    """All that can be looked at. The first variant is shown first."""

    title: str
    choices: tuple[ViewChoice, ...]
    variants: tuple[Variant, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(name for variant in self.variants for name in (variant.page, variant.printed))
