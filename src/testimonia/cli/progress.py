"""How far a reading is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from .terminal import echo

__all__ = ["progress_bar"]

_PATIENCE = 6.0  # seconds before a log file hears of the stages: most readings are done by then


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Give what a reading calls with a stage's name, how many are done and how many there are."""
    if not sys.stderr.isatty():
        began = perf_counter()

        def line(stage: str, done: int, total: int) -> None:
            if stage and perf_counter() - began > _PATIENCE:
                echo(f"{stage} ({done + 1} of {total})", err=True)

        yield line
        return

    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # a thread of its own would keep a reading from parting in two
    ) as bar:
        task = bar.add_task("reading", total=None)

        def move(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage or "writing", completed=done, total=total, refresh=True)

        yield move
