"""The file of a criterion: grade, conclusion and the reason for it → rating and rating_reason."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.migrate.layout import pair_removed
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.step import Migrated, Step, Undecided, renaming, with_steps
from omi_report.migrate.values import without

_NAMES = {"grade": "rating", "conclusion": "rating", "conclusion_reason": "rating_reason"}


def migrated_criterion(text: str, shown: str) -> Migrated:
    """Change the text of a criterion's file; ``shown`` is its path in messages. One of today's stays as it is."""
    return with_steps(text, shown, (*_EMPTY, *_RENAMED), _undecided, lambda _: ())


def _undecided(page: Page) -> Iterator[Undecided]:
    for name in ("rating", "rating_reason"):
        given = [key for key in (name, *_former(name)) if page.data.get(key) is not None]
        for key in given[1:]:
            message = f"the file has «{given[0]}» and «{key}», and both are its {name} now"
            yield Undecided(page.at((key,), key=True), message, "remove the one that does not count")


def _former(name: str) -> list[str]:
    return [key for key, today in _NAMES.items() if today == name]


def _is_empty(data: dict[str, Plain], key: str) -> bool:
    """Whether a key is there with nothing in it, and would be a second one of its new name."""
    others = [_NAMES[key], *(each for each in _former(_NAMES[key]) if each != key)]
    return key in data and data[key] is None and any(each in data for each in others)


def _emptied(key: str) -> Step:
    """The step that removes a key that is there with nothing in it."""
    return Step(
        f"{key} removed, which was empty",
        key,
        lambda data: _is_empty(data, key),
        lambda page: [pair_removed(page, (key,))],
        lambda data: without(data, key),
    )


_EMPTY = tuple(_emptied(key) for key in _NAMES)
_RENAMED = tuple(renaming(key, name) for key, name in _NAMES.items())
