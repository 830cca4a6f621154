"""Work done aside: a copy of this process does it while this one goes on, where there is a core to spare.

What goes wrong aside is not told: whoever asks gets None and does the work himself, where it can be said.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

__all__ = ["Aside", "Turns", "can_work_aside"]

T = TypeVar("T")


def can_work_aside() -> bool:
    """Whether a copy of this process can work beside it: not where threads run, which a copy would not have.

    Nor where ended processes are cleared away unasked, as some service managers have it: nobody can wait for those.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return False
    if signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        return False
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores > 1


class Aside(Generic[T]):
    """What ``work`` comes to, worked out by a copy of this process from now on; it has to be something that pickles.

    Raises:
        OSError: no copy can be made now.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        receiving, sending = os.pipe()
        try:
            self._child = os.fork()
        except OSError:
            os.close(receiving)
            os.close(sending)
            raise
        if not self._child:
            _work(work, sending)
        os.close(sending)
        self._receiving = os.fdopen(receiving, "rb")

    def result(self) -> T | None:
        """What the work came to, waited for; None if it failed."""
        try:
            with self._receiving as told:
                found = told.read()
        except BaseException:
            self.drop()
            raise
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        result: T | None = None if status else pickle.loads(found)
        return result

    def drop(self) -> None:
        """End the work, if it has not ended."""
        self._receiving.close()
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0


class Turns:
    """The numbers from 0 to ``count`` - 1, each given once: to this process or to copies made of it since.

    Raises:
        OSError: the system has no room for it.
    """

    MOST = 256

    def __init__(self, count: int) -> None:
        if count > self.MOST:
            raise ValueError(f"{count} numbers where {self.MOST} is the most")
        self._receiving, sending = os.pipe()
        try:
            os.write(sending, bytes(range(count)))  # a pipe holds that many, and gives each byte to one reader only
        finally:
            os.close(sending)

    def __iter__(self) -> Iterator[int]:
        while got := os.read(self._receiving, 1):
            yield got[0]

    def close(self) -> None:
        """Give no more here."""
        os.close(self._receiving)


def _work(work: Callable[[], object], sending: int) -> None:
    """Do the work, hand over what it came to, and end the process: nothing of the caller's may run twice."""
    code = 1
    try:
        with os.fdopen(sending, "wb") as told:
            told.write(pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL))
        code = 0
    except BaseException:  # the caller does the work again, and says what is wrong
        code = 1
    finally:
        os._exit(code)
