"""Finds commands, and turns our errors into one line and an exit code."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from io import StringIO
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

from .. import __version__
from ..errors import TestimoniaError
from .terminal import echo

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["COMMANDS", "Commands", "main", "testimonia"]

# in the order in which a reader meets them; a command's module is loaded when it is asked for
COMMANDS = (
    "build",
    "demo",
    "layout",
    "findings",
    "show",
    "search",
    "works",
    "bibliography",
    "people",
    "who",
    "voices",
    "documents",
    "at",
    "about",
    "says",
    "matrix",
    "timeline",
    "proceedings",
    "ledger",
    "worth",
    "disagreements",
    "dependence",
    "audit",
    "fidelity",
    "report",
    "merge",
    "split",
    "review",
    "decisions",
    "undo",
    "agreement",
    "serve",
    "publish",
    "export",
)

INTERRUPTED = 130  # what a shell gives for Ctrl-C: 128 + SIGINT
TERMINATED = 143  # 128 + SIGTERM
BROKEN_PIPE = 1  # what click gives where it notices first


class Terminated(BaseException):
    """The system asked the process to end; raised so that a half-written file is taken away."""


class Commands(click.Group):
    """Our own commands, and those that others offer by the entry point group ``testimonia.commands``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Our commands in their order, then others' by name."""
        return [*COMMANDS, *sorted(_others())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command by its name."""
        if cmd_name in COMMANDS:
            command = getattr(import_module(f".{cmd_name}", __package__), cmd_name)
            return command if isinstance(command, click.Command) else None
        other = _others().get(cmd_name)
        return None if other is None else _load(other)


def _others() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group="testimonia.commands")}


def _load(entry: EntryPoint) -> click.Command:
    """Someone else's command; one that cannot be loaded says so when it is called, and spoils no other."""
    try:
        command = entry.load()
        if isinstance(command, click.Command):
            return command
        trouble = "it is no click command"
    except Exception as error:
        trouble = f"{type(error).__name__}: {error}"

    def fail() -> None:
        raise click.ClickException(f"The command {entry.name!r} ({entry.value}) cannot be loaded: {trouble}.")

    return click.Command(entry.name, callback=fail, help="Cannot be loaded.")


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="testimonia")
@click.pass_context
def testimonia(ctx: click.Context) -> None:
    """Who says so? Read a sourcebook - claims backed by cited excerpts - into an evidence base.

    Begin with `testimonia demo`, or with a page of your own: `testimonia build PAGE`.
    Where a command wants BOOK, a page does as well as a base: it is read on the spot.
    """
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        ctx.color = False


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and end the process with its exit code."""
    code = _run(arguments)
    gc.freeze()  # the process ends: a last search for cycles among all that was read would find nothing worth its time
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup wants to be left alone
            signal.signal(number, _terminate)
    for stream in (sys.stdout, sys.stderr):
        # a terminal that lacks a letter shows another sign for it, which is better than no answer
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        code = testimonia.main(args=arguments, prog_name="testimonia", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        echo(said.getvalue(), nl=False, err=True)
        return error.exit_code
    except TestimoniaError as error:
        return _say(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        # an interrupt inside exec, where a dataclass is being made, stays with the interpreter, which would end by the
        # signal and not with our code; the next exec lets it go
        exec("")
        return _say("Stopped. No file was left half written.", INTERRUPTED)
    except Terminated:
        return _say("Ended by the system. No file was left half written.", TERMINATED)
    except BrokenPipeError:
        # whoever read our output has enough; what Python would still write goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        _let_go_of_output()
        place = f"'{error.filename}': " if error.filename else ""
        return _say(f"{place}{error.strerror or error}. Check the name, your rights to it and the room on the disk.", 1)
    except MemoryError:
        return _say("There is not enough memory. Split the page at its headings, or use a larger machine.", 1)
    return code if isinstance(code, int) else 0


def _terminate(signal_number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated


def _let_go_of_output() -> None:
    """Send what Python still holds for an output that takes no more nowhere, for it would fail once more at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str, code: int) -> int:
    echo(f"testimonia: {sentence}", err=True)
    return code
