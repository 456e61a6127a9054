"""Checking that every file of a user's template folder is read by something.

With a misspelt name the report would look as omi's own templates make it, and nobody might notice before it is printed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

import jinja2
from jinja2.meta import find_referenced_templates

from omi_report.errors import OutputError
from omi_report.render.html.assets import FOLDERS, MEDIA_TYPES, text_of
from omi_report.render.look import EXTRA_STYLE

_LEFTOVER = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:bak|old|orig|rej|swp|tmp)|(?:readme|licen[cs]e|copying|ofl)(?:\..*)?"
    r"|thumbs\.db|desktop\.ini|__macosx",
    re.IGNORECASE,
)
"""What editors and systems leave in a folder, and what people put there for people."""

_MOST_NAMED = 5
_ALIKE, _VERY_ALIKE = 0.7, 0.8


def check(folder: Path, ours: Path, kinds: Iterable[str]) -> None:
    """Raise OutputError if nothing reads a file of a template folder, a link leads out of it, or it is empty.

    ``ours`` is the folder of omi's own templates; each of the ``kinds`` of part may have one as well.
    """
    _expect_nothing_from_elsewhere(folder)
    known = [*_files(ours), *sorted(f"html/parts/{kind}.html" for kind in kinds), EXTRA_STYLE]
    present = _files(folder)
    unread = [*_misplaced(folder, known), *_unread(folder, present, set(known))]
    if unread:
        said = [f"{name}{_hint(name, known)}" for name in unread[:_MOST_NAMED]]
        more = f", and {len(unread) - _MOST_NAMED} more" if len(unread) > _MOST_NAMED else ""
        raise OutputError(f"nothing reads this in the template folder {folder}: {', '.join(said)}{more}")
    if not present:
        raise OutputError(
            f"the template folder {folder} is empty: templates go into html/, a style into {EXTRA_STYLE}, "
            "fonts into fonts/, pictures into images/"
        )


def _expect_nothing_from_elsewhere(folder: Path) -> None:
    """Raise OutputError for a link that leads out of a template folder: what it led to would stand in a report."""
    inside = Path(os.path.realpath(folder))
    for path in (each for name in FOLDERS for each in (folder / name, *sorted((folder / name).rglob("*")))):
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside):
            raise OutputError(f"{path} is a link that leads out of {folder}: put the file itself there")


def _files(folder: Path) -> list[str]:
    """The files of a template folder by their paths in it, without what editors and systems leave there."""
    found = sorted(path for name in FOLDERS for path in (folder / name).rglob("*") if path.is_file())
    names = [path.relative_to(folder) for path in found]
    return [name.as_posix() for name in names if not any(_LEFTOVER.fullmatch(part) for part in name.parts)]


def _misplaced(folder: Path, known: list[str]) -> Iterator[str]:
    """What lies beside the known folders, and by its name belongs into one of them or is one of them misspelt.

    Other files may lie there, such as a note where a font came from.
    """
    inside = {part for name in known for part in name.split("/")[1:]}
    for name in sorted(path.name for path in folder.iterdir()):
        if name not in FOLDERS and (name in inside or get_close_matches(name.lower(), FOLDERS, 1, _VERY_ALIKE)):
            yield name


def _unread(folder: Path, present: list[str], known: set[str]) -> Iterator[str]:
    named = _texts(folder, present)
    templates = _unread_templates(folder, present, known)
    for name in present:
        inside, _, end = name.partition("/")
        if name in known or inside == "images":
            continue
        if inside == "html" and name.endswith(".html"):
            if name in templates:
                yield name
        elif Path(end).suffix.lower() not in MEDIA_TYPES or Path(end).name not in named:
            yield name


def _texts(folder: Path, present: list[str]) -> str:
    """The templates and style sheets as one text: a font or picture that is used is named in it."""
    return "\n".join(text_of(folder / name) for name in present if name.endswith((".css", ".html")))


def _unread_templates(folder: Path, present: list[str], known: set[str]) -> set[str]:
    """The templates that replace none of omi's and that no other template names; none if that is unclear."""
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    own = {name for name in present if name.endswith(".html")}
    waiting = sorted(own & known)
    read: set[str] = set()
    while waiting:
        name = waiting.pop()
        read.add(name)
        try:
            named = set(find_referenced_templates(environment.parse(text_of(folder / name))))
        except (jinja2.TemplateError, RecursionError):  # the rendering says what is wrong
            return set()
        if None in named:  # a name that is worked out
            return set()
        waiting += sorted(own & {f"html/{each}" for each in named} - read)
    return own - read


def _hint(name: str, known: list[str]) -> str:
    if Path(name).suffix.lower() in MEDIA_TYPES and name.startswith("fonts/"):
        return " (give it the name of one of omi's fonts, or name it in a style sheet)"
    meant = _meant(name, known)
    return f" (did you mean {meant}?)" if meant else ""


def _meant(name: str, known: list[str]) -> str:
    """The known path that a name is most like; nothing where none is like it."""
    folders = {str(folder) for each in known for folder in Path(each).parents} | set(FOLDERS)
    places = [each for each in (*sorted(folders), *known) if Path(each).name == name]
    if places:
        return places[0]
    if folder := get_close_matches(name.lower(), FOLDERS, 1, _VERY_ALIKE):
        return folder[0]
    stems = [*FOLDERS, *(Path(each).stem for each in known)]
    nearest = get_close_matches(Path(name).stem.lower(), stems, 1, _ALIKE)
    alike = [each for each in (*FOLDERS, *known) if Path(each).stem in nearest]
    return get_close_matches(name, alike, 1, cutoff=0)[0] if alike else ""
