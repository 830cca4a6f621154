"""What is printed, made harmless: a page may hold signs that a terminal would take for orders.

Everything that a command prints goes through `echo`, `secho` and `style`, so that no control character of a page, of a
file's name or of what a reader wrote reaches a terminal or a pipe. Each is shown by another sign in its place.
"""

from __future__ import annotations

import os
import re
from typing import Any

import click

__all__ = ["echo", "escaped_json", "secho", "shown", "style"]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but the tab and the line feed
_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029]")  # what JSON itself lets stand
_DELETE = 0x7F
# stands for the escape sign of our own colours until a line is printed; no page can know it
_OURS = f"\U0010fffe{os.urandom(12).hex()}\U0010fffe"


def shown(words: str) -> str:
    """The words with each control character as a sign that is seen: its picture, a replacement for those beyond ASCII.

    >>> shown("red\\x1b[31m, bell\\x07, \\x9b2J")
    'red␛[31m, bell␇, �2J'
    """
    return _CONTROLS.sub(_sign, words)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "␡" if code == _DELETE else chr(0x2400 + code) if code < _DELETE else "�"


def escaped_json(written: str) -> str:
    """JSON with the control characters escaped that it would let stand in its strings."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def style(words: str, **looks: Any) -> str:
    """Words in a colour or weight, as `click.style`; to be printed by `echo`."""
    return click.style(shown(words), **looks).replace("\x1b", _OURS)


def echo(words: object = "", **options: Any) -> None:
    """Print words, as `click.echo`; what is coloured in them was made by `style`."""
    click.echo(shown(str(words)).replace(_OURS, "\x1b"), **options)


def secho(words: object = "", *, nl: bool = True, err: bool = False, **looks: Any) -> None:
    """Print words in a colour or weight, as `click.secho`."""
    echo(style(str(words), **looks), nl=nl, err=err)
