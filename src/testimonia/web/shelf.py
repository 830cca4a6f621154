"""The base on its shelf: opened for reading as often as it is asked for, and again when a new one takes its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from ..store.pages import Base, open_base

__all__ = ["Shelf"]

_KEPT = 8  # bases kept open when nobody reads in them; more are opened when more read at once


class Shelf:
    """Lends the base at a path; each loan is for one thread at a time.

    A rebuild puts a new file in the old one's place. Who reads in the old one reads on to the end; the next loan is of
    the new one.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._lock = Lock()
        self._idle: list[Base] = []
        self._edition: tuple[int, ...] = ()
        self._memory: dict[str, Any] = {}

    @contextmanager
    def base(self) -> Iterator[Base]:
        """The base as it is now.

        Raises:
            StoreError: it is gone, or is no base that can be read.
        """
        base = self._lend()
        try:
            yield base
        finally:
            self._take_back(base)

    def close(self) -> None:
        """Close what is open and not lent."""
        with self._lock:
            self._close_idle()

    def _lend(self) -> Base:
        edition = self._present()
        with self._lock:
            if edition != self._edition:
                self._close_idle()
                self._edition, self._memory = edition, {}
            if self._idle and edition:
                return self._idle.pop()
            memory = self._memory
        base = open_base(self.path)
        if edition and edition == self._present():  # else a new one came between, and this may be either
            base.edition, base.memory = edition, memory
        return base

    def _take_back(self, base: Base) -> None:
        with self._lock:
            if base.edition and base.edition == self._edition and len(self._idle) < _KEPT:
                self._idle.append(base)
                return
        base.close()

    def _close_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _present(self) -> tuple[int, ...]:
        """What tells this file from one that takes its place; nothing where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return ()
        return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
