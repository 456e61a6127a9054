"""Changes to a copy of an area, as the data of tests states them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Changes:
    """What is done to an area's folder, in this order.

    ``remove`` lists files; ``rename`` and ``copy`` map a file to its new name or its copy's;
    ``files`` are whole files, and ``bytes`` too, as text in which each character stands for one
    byte; ``folders`` are made, ``links`` map a name to what it leads to; ``replace`` maps a file to
    [old, new] pairs, each old text standing once in the file; ``encoding`` maps a file to the one
    that it is saved in.
    """

    remove: tuple[str, ...] = ()
    rename: dict[str, str] = field(default_factory=dict)
    copy: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    bytes: dict[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    links: dict[str, str] = field(default_factory=dict)
    replace: dict[str, list[list[str]]] = field(default_factory=dict)
    encoding: dict[str, str] = field(default_factory=dict)

    def apply(self, area: Path) -> None:
        """Change the area in a folder."""
        for name in self.remove:
            (area / name).unlink()
        for name, new in self.rename.items():
            (area / name).rename(area / new)
        for name, new in self.copy.items():
            (area / new).write_bytes((area / name).read_bytes())
        for name, text in self.files.items():
            _write(area / name, text, "utf-8")
        for name, text in self.bytes.items():
            _write(area / name, text, "latin-1")
        for name in self.folders:
            (area / name).mkdir(parents=True)
        for name, target in self.links.items():
            (area / name).symlink_to(area / target)
        for name, pairs in self.replace.items():
            for old, new in pairs:
                change(area / name, old, new)
        for name, encoding in self.encoding.items():
            _write(area / name, (area / name).read_text(encoding="utf-8"), encoding)

    @property
    def touched(self) -> tuple[str, ...]:
        """The files that the changes are about."""
        changed = (*self.remove, *self.rename, *self.copy, *self.files, *self.bytes, *self.replace, *self.encoding)
        return tuple(dict.fromkeys(changed))


def change(file: Path, old: str, new: str) -> None:
    """Change a stretch of a file that stands in it once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {file.name}"
    _write(file, text.replace(old, new), "utf-8")


def _write(file: Path, text: str, encoding: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding=encoding, newline="")
