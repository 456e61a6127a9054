"""`make hashes`: write anew what the files of the pinned versions must hash to.

The versions in `.ci/` are chosen by hand. Below each stand the SHA-256 of all files of that version, for every
platform and Python, so that pip installs what was published then and nothing else, wherever it gets it from. Each
pair of arguments is a file of `.ci/` and one in which pip-compile has listed its hashes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"^ +--hash=(sha256:[0-9a-f]{64})(?: \\)?\n", re.MULTILINE)

Pins = Mapping[tuple[str, str], tuple[str, ...]]
"""The hashes of each package, by its name as registries compare names, and its version."""


def pins_of(text: str) -> Pins:
    """Return what a file of requirements pins."""
    starts = [*PIN.finditer(text)]
    ends = [*(each.start() for each in starts[1:]), len(text)]
    return {
        (normal(each[1]), each[2]): tuple(HASH.findall(text[each.start() : end]))
        for each, end in zip(starts, ends, strict=True)
    }


def normal(name: str) -> str:
    """Return a package's name as registries compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def with_hashes(text: str, known: Pins) -> str:
    """Return a file of requirements with the hashes that are known of each package in it, and no others.

    Raises KeyError where nothing is known of a package in this version.
    """

    def pinned(match: re.Match[str]) -> str:
        hashes = known[normal(match[1]), match[2]]
        return " \\\n".join([match[0], *(f"    --hash={each}" for each in sorted(hashes))])

    bare = re.sub(r" \\$", "", HASH.sub("", text), flags=re.MULTILINE)
    return PIN.sub(pinned, bare)


if __name__ == "__main__":
    for pinned_file, listed in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        path = Path(pinned_file)
        path.write_text(with_hashes(path.read_text(), pins_of(Path(listed).read_text())))
