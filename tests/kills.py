"""Ending a program in the middle of its work: in another process, and with SIGKILL, which nothing can catch."""

from __future__ import annotations

import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Collection
from types import FrameType
from typing import Any

Job = Callable[[], object]


def at_line(job: Job, moment: int, files: Collection[str]) -> bool:
    """Do a job and kill it before it runs the line of that number, counting the lines of some source files.

    Returns whether it was killed; where not, the job has come to its end before.
    """
    return _killed(lambda: _traced(job, moment, files))


def before_call(job: Job, moment: int, name: str) -> bool:
    """Do a job and kill it before its call of that number of a function of `os`. Returns whether it was killed."""
    return _killed(lambda: _counted(job, moment, name))


def after(job: Job, seconds: float) -> bool:
    """Do a job and kill it after some time. Returns whether it was killed."""
    child = _forked(job)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return _was_killed(child)


def _killed(job: Job) -> bool:
    return _was_killed(_forked(job))


def _forked(job: Job) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads, which a job does not have
        child = os.fork()
    if child == 0:
        status = 3
        try:
            job()
            status = 0
        finally:
            os._exit(status)
    return child


def _was_killed(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the job failed"
    return False


def _traced(job: Job, moment: int, files: Collection[str]) -> None:
    left = moment

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return line

    sys.settrace(lambda frame, event, argument: line if frame.f_code.co_filename in files else None)
    job()


def _counted(job: Job, moment: int, name: str) -> None:
    real = getattr(os, name)
    left = moment

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)

    setattr(os, name, counted)
    job()
