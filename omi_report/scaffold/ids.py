"""Ids for the findings, stories and recommendations of a file that have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from itertools import count

from omi_report.model.addresses import entries, is_like_place
from omi_report.model.base import Identified
from omi_report.model.findings import FindingKind
from omi_report.model.record import Record
from omi_report.model.shape import fill
from omi_report.problems import Edit, Location
from omi_report.prose.slug import slug_of
from omi_report.source.edits import edited
from omi_report.source.folder import SourceFile
from omi_report.source.insertion import key_edits
from omi_report.source.reader import read_tree
from omi_report.source.tree import Node, Path, Sequence, find, walk

BLANK = "TODO"
"""What `omi init` writes where a text is to be written; an id is made when there is one."""

_WITHOUT_WORDS = "entry"
"""The id of an entry that has no word in Latin letters, but for the number that tells it from others."""


@dataclass(frozen=True, slots=True)
class WithIds:
    """A file with ids: its text, how many ids were written, and the places of entries that could be given none."""

    text: str
    count: int = 0
    left: tuple[Location, ...] = ()


def with_ids(
    file: SourceFile, model: Record, finding_kinds: Iterable[FindingKind], stop_words: Container[str]
) -> WithIds:
    """Give each entry of a file that may have an id, and has none, a name made of its first words.

    ``model`` is what the file holds, ``finding_kinds`` are the kinds of finding that there are. Nothing else is
    changed, ids that are there included. An entry whose text is still to be written is passed over. One that an
    alias repeats is left: its id would be that of another entry as well.
    """
    listed = dict(entries(model))
    taken = {entry.id for entry in listed.values() if entry.id is not None}
    root = file.root
    assert root is not None, "a model was filled from it"
    seen = Counter(map(id, walk(root)))
    repeated = {node for node, times in seen.items() if times > 1}
    names: dict[Path, str] = {}
    edits: list[Edit] = []
    left: dict[Location, None] = {}  # in order, and a place once
    for path, entry in listed.items():
        if entry.id is not None or BLANK in entry.first_words:
            continue
        name = _free_name(entry, taken, finding_kinds, stop_words)
        made = [] if id(find(root, path)) in repeated else _edits(file, root, path, name)
        if made:
            taken.add(name)
            names[path] = name
            edits += made
        else:
            left[file.at(path)] = None
    text, _ = edited(file.text, edits)
    if not _says_the_same(file, model, text, names):
        return WithIds(file.text, 0, (*map(file.at, names), *left))
    return WithIds(text, len(names), tuple(left))


def _free_name(
    entry: Identified, taken: Container[str], finding_kinds: Iterable[FindingKind], stop_words: Container[str]
) -> str:
    slug = slug_of(entry.first_words, stop_words) or _WITHOUT_WORDS
    candidates = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(name for name in candidates if name not in taken and not is_like_place(entry, name, finding_kinds))


def _edits(file: SourceFile, root: Node, path: Path, name: str) -> list[Edit]:
    listed = find(root, path[:-1])
    assert isinstance(listed, Sequence)
    return key_edits(file, listed, find(root, path), "id", name, "text")


def _says_the_same(file: SourceFile, model: Record, text: str, names: dict[Path, str]) -> bool:
    """Whether a file with new text holds what it held, and the ids."""
    tree, problems = read_tree(text, file.shown)
    filled, wrong = fill(type(model), replace(file, text=text, root=tree))
    return not problems and not wrong and filled == _named(model, names)


def _named(model: Record, names: dict[Path, str]) -> Record:
    changed = {}
    for name in {path[0] for path in names}:
        listed = getattr(model, str(name))
        changed[str(name)] = tuple(
            entry.replaced(id=names[name, index]) if (name, index) in names else entry
            for index, entry in enumerate(listed)
        )
    return model.replaced(**changed)
