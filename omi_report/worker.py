"""A process of its own for a job that is done again and again: it stays warm, and may die without harm to the program.

What the job leaks, or breaks, goes with its process. The job and what it is asked and answers are pickled.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import Generic, TypeVar

from omi_report.apart import belong_to_group, end_with_group
from omi_report.errors import OmiError

Question = TypeVar("Question")
Answer = TypeVar("Answer")

LIFE = 200
"""After so many answers a new process takes the place of the old one, so that memory stays bounded."""


class WorkerEndedError(OmiError):
    """The process ended before it had answered. The next question begins another one."""

    def __init__(self) -> None:
        super().__init__("the system ended the process that was at work, perhaps for want of memory")


class Worker(Generic[Question, Answer]):
    """Does a job in another process, one question after another. Questions come from one thread at a time.

    The process and all that it starts end with `close`. It does not hear the Ctrl-C of a terminal: who uses it does.
    """

    def __init__(self, job: Callable[[Question], Answer], life: int = LIFE) -> None:
        self._job = job
        self._life = life
        self._answers = 0
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._is_closed = False
        self._lock = Lock()

    def start(self) -> None:
        """Begin the process, if there is none, so that it is ready when it is asked.

        Raises WorkerEndedError where the worker was closed.
        """
        with self._lock:
            if self._is_closed:
                raise WorkerEndedError
            if self._process is not None and self._process.is_alive():
                return
            self._end()
            # The program may have threads by now, so nothing is forked from it.
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs, self._job))
            self._process.start()
            theirs.close()

    def begin(self, question: Question) -> None:
        """Ask something; `answer` waits for what comes of it."""
        self.start()
        assert self._pipe is not None
        with suppress(OSError):  # `answer` says that the process has ended
            self._pipe.send(question)

    def answer(self) -> Answer:
        """Return what came of the last question, or raise what the job raised; WorkerEndedError where nothing came."""
        pipe = self._pipe
        if pipe is None:
            raise WorkerEndedError
        try:
            has_failed, found = pipe.recv()
        except (EOFError, OSError) as error:
            with self._lock:
                self._end()
            raise WorkerEndedError from error
        self._answers += 1
        if self._answers >= self._life:
            self._begin_anew()
        if has_failed:
            raise found
        answered: Answer = found
        return answered

    def ask(self, question: Question) -> Answer:
        """Ask something and wait for the answer: `begin` and `answer`."""
        self.begin(question)
        return self.answer()

    def close(self) -> None:
        """End the process and all that it has started, whatever they do. May be called from any thread.

        Who waits for an answer gets a WorkerEndedError, and so does who asks from then on.
        """
        with self._lock:
            self._is_closed = True
            self._end()

    def _begin_anew(self) -> None:
        with self._lock:
            self._end()
        with suppress(WorkerEndedError):  # closed meanwhile
            self.start()

    def _end(self) -> None:
        # The pipe is left to whoever waits for an answer: it ends with the process.
        process, self._process, self._pipe, self._answers = self._process, None, None, 0
        if process is not None and process.pid is not None:
            end_with_group(process)


def _work(pipe: Connection, job: Callable[[Question], Answer]) -> None:
    """Answer questions until nobody asks any more."""
    os.setsid()
    belong_to_group()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            question = pipe.recv()
        except (EOFError, OSError):
            return
        found = _answered(job, question)
        with suppress(OSError):
            pipe.send_bytes(found)


def _answered(job: Callable[[Question], Answer], question: Question) -> bytes:
    """What comes of a question, as bytes: whether the job failed, and its answer or its error."""
    try:
        return pickle.dumps((False, job(question)))
    except Exception as error:
        try:
            found = pickle.dumps((True, error))
            pickle.loads(found)  # noqa: S301 - it was pickled in the line above
        except Exception:  # an error that cannot be sent is told in words
            return pickle.dumps((True, RuntimeError(f"{type(error).__name__}: {error}")))
        return found
