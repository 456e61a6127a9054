"""What is known of each file, and which of them have to be made again. Threads meet here, and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition

from omi_report.preview.attempt import Attempt


@dataclass(frozen=True, slots=True)
class FileState:
    """What is known of a file.

    ``data`` is the last good one, and ``version`` how often it has become another. ``change`` is the number of the
    change that ``attempt`` was made after, -1 where nothing has been made yet. ``seconds`` is how long that took, and
    ``when`` the time of the last good one, as shown.
    """

    version: int = 0
    data: bytes | None = None
    attempt: Attempt = field(default_factory=Attempt)
    change: int = -1
    seconds: float = 0.0
    when: str = ""
    is_building: bool = False

    def after(self, attempt: Attempt, change: int, seconds: float, when: str) -> FileState:
        """Return the state when something has come of a build: the last good file stays where nothing was made."""
        state = replace(self, attempt=attempt, change=change, seconds=seconds, is_building=False)
        if attempt.data is None:
            return state
        return replace(state, data=attempt.data, when=when, version=self.version + (attempt.data != self.data))


class Board:
    """The states of all files. Every method may be called from any thread."""

    def __init__(self, files: Iterable[str]) -> None:
        self._states = {name: FileState() for name in files}
        self._viewers: Counter[str] = Counter()
        self._change = 0
        self._serial = 0
        self._is_closed = False
        self._condition = Condition()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(self._states)

    def state(self, name: str) -> FileState:
        """Return what is known of a file. Raises KeyError where there is none of that name."""
        return self._states[name]

    def sources(self) -> Mapping[str, Path]:
        """Return the files that an editor may open, by their paths as shown."""
        return {shown: path for state in self._states.values() for shown, path in state.attempt.sources.items()}

    def changed(self) -> None:
        """Let all that is looked at be made again."""
        with self._condition:
            self._change += 1
            self._tell()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._condition:
            self._is_closed = True
            self._tell()

    @contextmanager
    def looked_at(self, names: Iterable[str]) -> Iterator[None]:
        """Say that somebody looks at some files as long as the block goes on."""
        names = tuple(names)
        with self._condition:
            self._viewers.update(names)
            self._tell()
        try:
            yield
        finally:
            with self._condition:
                self._viewers.subtract(names)

    def next_change(self, name: str) -> int | None:
        """Wait until a file is to be made again, and return the number of the last change; None where all is over."""
        with self._condition:
            self._condition.wait_for(lambda: self._is_closed or self._is_wanted(name))
            if self._is_closed:
                return None
            self._states[name] = replace(self._states[name], is_building=True)
            self._tell()
            return self._change

    def put(self, name: str, attempt: Attempt, change: int, seconds: float, when: str) -> None:
        """Take what came of making a file after a change. What is outdated is made again at once."""
        with self._condition:
            if attempt.outdated:
                self._change += 1
            else:
                self._states[name] = self._states[name].after(attempt, change, seconds, when)
            self._tell()

    def news(self, after: int, timeout: float) -> int | None:
        """Wait until something has happened since a number that this returned; None where all is over.

        Returns the same number where nothing happens for so many seconds. 0 comes before everything.
        """
        with self._condition:
            self._condition.wait_for(lambda: self._is_closed or self._serial > after, timeout)
            return None if self._is_closed else self._serial

    def _is_wanted(self, name: str) -> bool:
        return self._viewers[name] > 0 and self._states[name].change < self._change

    def _tell(self) -> None:
        self._serial += 1
        self._condition.notify_all()
