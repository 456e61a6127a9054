"""Work that goes on in a process of its own, beside this one.

Such a process is forked, so it has everything that is here already. Where processes cannot be forked safely, or only
one processor may be used, the work is done here.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from omi_report.errors import OutputError
from omi_report.pool import KILLED, processors

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Result = TypeVar("Result")
_is_apart: ContextVar[bool] = ContextVar("is_apart", default=False)
"""Whether this process belongs to a group that is ended together."""

Waiting = Callable[[], Result]
"""Waits for a result and returns it. Raises what the work raised."""


def belong_to_group() -> None:
    """Say that this process and all that it begins are ended together, by the group of processes that it leads."""
    _is_apart.set(True)


def end_with_group(process: BaseProcess) -> None:
    """End a process and the group that it leads, whatever they do."""
    with suppress(ProcessLookupError, PermissionError):  # it is about to begin, has ended, or is one of another's group
        if process.pid:
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def can_go_apart() -> bool:
    """Say whether there is a processor for work beside this process, and no thread that a fork could harm."""
    return sys.platform == "linux" and processors() > 1 and threading.active_count() == 1


class Begun(Generic[Result]):
    """A job that has been begun. To call it is to wait for its result, or for what it raises."""

    def __init__(self, job: Callable[[], Result]) -> None:
        self._process = _Process(lambda _connection: job()) if can_go_apart() else None
        self._known: list[Result] = [] if self._process else [job()]

    def __call__(self) -> Result:
        """Wait for the result and return it; the same one each time."""
        if self._process and not self._known:
            self._known.append(self._process.result())
        return self._known[0]

    def is_known(self) -> bool:
        """Say whether the result is there already, so that nobody has to wait for it."""
        return bool(self._known) or (self._process is not None and self._process.is_done())


def begun(job: Callable[[], Result]) -> Begun[Result]:
    """Begin a job whose result is picklable. Where it cannot go on beside this process, it is done at once."""
    return Begun(job)


class Apart(Generic[Result]):
    """A function of a module which is imported, and then called, beside this process.

    It gets ready at once. What it is given and what it returns must be picklable; it is called once.
    """

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name
        self._process = _Process(self._called) if can_go_apart() else None

    def __call__(self, *args: Any, **kwargs: Any) -> Waiting[Result]:
        """Begin to call the function, and return what waits for its result."""
        if self._process is None:
            return lambda: self._function()(*args, **kwargs)
        self._process.send((args, kwargs))
        return self._process.result

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process:
            self._process.end()

    def _called(self, connection: Connection) -> Result:
        function = self._function()
        args, kwargs = connection.recv()
        return function(*args, **kwargs)

    def _function(self) -> Callable[..., Result]:
        module, name = self._place
        found: Callable[..., Result] = getattr(importlib.import_module(module), name)
        return found


class _Process(Generic[Result]):
    """A forked process that does a job, and the connection to it."""

    def __init__(self, job: Callable[[Connection], Result]) -> None:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=self._do, args=(job, self._ours, theirs))
        self._process.start()
        theirs.close()

    def send(self, given: Any) -> None:
        """Hand something to the job. One that has ended is asked for its result instead."""
        with suppress(BrokenPipeError):
            self._ours.send(given)

    def result(self) -> Result:
        """Wait for the result. Raises what the job raised, and OutputError where its process was killed."""
        try:
            value, error = self._ours.recv()
        except (EOFError, ConnectionResetError) as ended:
            raise OutputError(KILLED) from ended
        finally:
            self.end()
        if error is not None:
            raise error
        return value  # type: ignore[no-any-return]  # of the job

    def is_done(self) -> bool:
        """Say whether the result is there."""
        return self._ours.poll()

    def end(self) -> None:
        """End the process and those that it has begun; whoever has its result need not wait until they clear up."""
        if not self._ours.closed:
            end_with_group(self._process)
            self._ours.close()

    @staticmethod
    def _do(job: Callable[[Connection], Result], other: Connection, connection: Connection) -> None:
        if not _is_apart.get():
            os.setpgid(0, 0)
        belong_to_group()
        other.close()  # so that this end is told when the process at the other one is gone
        try:
            answer: tuple[Any, BaseException | None] = job(connection), None
        except EOFError:
            os._exit(0)  # nobody waits any more
        except Exception as error:  # whatever it is, it is raised again where the result is asked for
            answer = None, error
        with suppress(OSError):
            connection.send_bytes(_pickled(answer))
        os._exit(0)  # without what the process that was forked would do at its end


def _pickled(answer: tuple[Any, BaseException | None]) -> bytes:
    """An answer as bytes. An error that cannot be sent is told in words."""
    try:
        found = pickle.dumps(answer)
        if answer[1] is not None:
            pickle.loads(found)  # noqa: S301 - it was pickled in the line above
    except Exception as error:
        told = answer[1] or error
        return pickle.dumps((None, RuntimeError(f"{type(told).__name__}: {told}")))
    return found
