"""Commands that go on until the user ends them, and `omi build --watch`, which is one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from omi_report.cli.inspected import complain, each_area

if TYPE_CHECKING:
    from omi_report.build_options import BuildOptions


@contextmanager
def until_ended() -> Iterator[Event]:
    """Do the block until Ctrl-C, or until a service that has it ends it. The event is then set, and all goes on."""
    ended = Event()
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield ended
    except KeyboardInterrupt:
        pass
    finally:
        ended.set()
        signal.signal(signal.SIGTERM, before)


def _interrupt(*_of_signal: object) -> None:
    raise KeyboardInterrupt


def build_again(areas: Sequence[Path], build: Callable[[Path], int], options: BuildOptions) -> None:
    """Build areas, and each of them again when it has changed, until the user ends it.

    They are built in a process of their own: a layout forks others, which a program with threads must not.
    """
    from omi_report.worker import Worker, WorkerEndedError
    from omi_report.workspace.watching import expect_installed

    expect_installed()
    worker = Worker(partial(_build_each, build))
    changed: SimpleQueue[Path] = SimpleQueue()
    with until_ended() as ended:
        try:
            for area in areas:
                Thread(target=_watch, args=(area, options, changed, ended), daemon=True).start()
            wanted = list(areas)
            while True:
                try:
                    worker.ask(wanted)
                except WorkerEndedError as error:
                    complain(error)
                wanted = _next(changed)
        finally:
            worker.close()


def _build_each(build: Callable[[Path], int], areas: list[Path]) -> None:
    each_area(areas, build)


def _watch(area: Path, options: BuildOptions, changed: SimpleQueue[Path], ended: Event) -> None:
    """Tell of each change of what the report of an area is made of."""
    from omi_report.workspace.watching import changes, watched_for

    for _ in changes(partial(watched_for, area, options.templates, options.output), ended):
        changed.put(area)


def _next(changed: SimpleQueue[Path]) -> list[Path]:
    """Wait for a change, and return the areas that have changed, each once."""
    found = {changed.get(): None}
    while not changed.empty():
        found[changed.get()] = None
    return list(found)
