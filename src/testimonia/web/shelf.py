"""The base on its shelf: opened for reading as often as it is asked for, and again when a new one takes its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any

from ..errors import TestimoniaError
from ..store.pages import Base, open_base
from ..store.pages.warming import warm
from .rendering import prepared

__all__ = ["Shelf"]

# what is written once and for all when a page is read, or when it is read again under a decision
_EDITION = "select built, sha256, (select count(*) from decisions), (select count(*) from people) from sourcebook"
_PATIENCE = 2.0  # seconds that one step of looking through a base waits for readers
_KEPT = 8  # bases kept open when nobody reads in them; more are opened when more read at once


class Shelf:
    """Lends the base at a path; each loan is for one thread at a time.

    A rebuild puts a new file in the old one's place. Who reads in the old one reads on to the end; the next loan is of
    the new one. What readers add to the file makes no new one of it, but what was kept of that is found out anew. Where
    it is ``warming``, a new base is looked through in the background, so that its first readers need not wait.
    """

    def __init__(self, path: str | os.PathLike[str], *, warming: bool = False) -> None:
        self.path = Path(path)
        self._warming = warming
        self._lock = Lock()
        self._idle: list[Base] = []
        self._file: tuple[int, ...] = ()  # what the system says of it
        self._edition: tuple[object, ...] = ()  # what it says of itself
        self._memory: dict[str, Any] = {}
        self._passing: dict[str, Any] = {}
        self._lent = 0
        self._open = True

    @contextmanager
    def base(self) -> Iterator[Base]:
        """The base as it is now.

        Raises:
            StoreError: it is gone, or is no base that can be read.
        """
        with self._counted():
            base = self._lend()
            try:
                yield base
            finally:
                self._take_back(base)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self._lent += 1
        try:
            yield
        finally:
            with self._lock:
                self._lent -= 1

    def close(self) -> None:
        """Close what is open and not lent."""
        with self._lock:
            self._open = False
            self._close_idle()

    def warm(self) -> None:
        """Look through the base now; whoever asks next need not wait. A base that cannot be read is let be."""
        with suppress(TestimoniaError, sqlite3.Error, OSError), self.base() as base:
            for _ in chain(prepared(), warm(base)):
                began = monotonic()
                while self._lent > 1 and monotonic() - began < _PATIENCE:
                    sleep(0.02)  # somebody reads, and is to be served first
                if not self._open or base.memory is not self._memory:
                    return

    def _lend(self) -> Base:
        file = self._present()
        with self._lock:
            if self._idle and file == self._file:
                base = self._idle.pop()
                base.passing = self._passing
                return base
        base = open_base(self.path)
        base.edition = (*file[:2], *(base.row(_EDITION) or ()))
        with self._lock:
            if not file or file != self._present():  # a new one came between, and this may be either
                base.edition = ()
                return base
            is_new = base.edition != self._edition
            if is_new:
                self._close_idle()
                before = self._memory.get("text")
                self._edition, self._memory = base.edition, {} if before is None else {"text before": before}
            if file != self._file:
                self._file, self._passing = file, {}
            base.memory, base.passing = self._memory, self._passing
        if is_new and self._warming:
            Thread(target=self.warm, name="warming", daemon=True).start()
        return base

    def _take_back(self, base: Base) -> None:
        with self._lock:
            if self._open and base.edition and base.edition == self._edition and len(self._idle) < _KEPT:
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
