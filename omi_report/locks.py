"""Keeping two programs out of one folder at the same time."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from omi_report.errors import OutputError

LOCK_FILE = ".omi-lock"
"""What is locked where a folder itself cannot be; it stays, since others may be waiting for it."""

PATIENCE = 120.0
"""For how many seconds the end of another program is waited for."""

_PAUSE = 0.02
_NO_LOCKS_ON_FOLDERS = (errno.EACCES, errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP)
"""What systems say that keep no locks on folders, such as network file systems, and of folders that cannot be read."""


@contextmanager
def locked(folder: Path, *, shared: bool = False, patience: float = PATIENCE) -> Iterator[None]:
    """Keep others out of a folder, or with ``shared`` only those who write to it, until the end of the block.

    The system gives the lock back when the program ends, however it ends. Raises OutputError where another program
    has not ended after ``patience`` seconds, and OSError where the folder cannot be opened.
    """
    descriptor = _lock(folder, shared=shared, until=time.monotonic() + patience)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _lock(folder: Path, *, shared: bool, until: float) -> int | None:
    """The descriptor that holds the lock; None where nothing can be locked and nothing will be written."""
    while True:
        try:
            descriptor = _take(folder, os.O_RDONLY | os.O_DIRECTORY, shared=shared)
        except OSError as error:
            if error.errno not in _NO_LOCKS_ON_FOLDERS:
                raise
            try:
                descriptor = _take(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, shared=shared)
            except PermissionError:
                if shared:
                    return None
                raise
        if descriptor is not None:
            return descriptor
        if time.monotonic() >= until:
            raise OutputError(f"another omi is at work in {folder} and does not end: wait for it, or end it")
        time.sleep(_PAUSE)


def _take(path: Path, flags: int, *, shared: bool) -> int | None:
    """Open and lock what is at a path; None while another program has the lock, or where the path was replaced."""
    descriptor = os.open(path, flags | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        # Who removed the folder meanwhile, and made it again, has locked another one.
        if os.path.samestat(os.fstat(descriptor), os.stat(path)):  # noqa: PTH116 - as the line before
            return descriptor
    except BlockingIOError:
        pass
    except FileNotFoundError:
        pass
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None
