"""Writes docs/commands.md from what the commands themselves say with ``--help``.

    python bench/commands.py [--check]

``--check`` writes nothing and fails where the page is not what would be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from testimonia.cli.main import COMMANDS, testimonia

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
WIDTH = 80
TWIN = "In Python: "

HEAD = """# Commands

Written by `python bench/commands.py` from what each command says with `--help`; do not edit it.

Where a command wants `BOOK.db`, a page does as well: it is read on the spot. What goes to the screen is for a person;
with `--json`, where a command has it, it is for a program. `NO_COLOR` turns colours off.

| exit code | what happened |
| --- | --- |
| 0 | it is done |
| 1 | the disk is full, a right is missing, or another fault that the sentence on the error stream names |
| 2 | the command line cannot be understood |
"""


def error_rows() -> list[str]:
    """A row for each kind of our own errors, by its exit code."""
    from testimonia import errors

    rows: dict[int, list[str]] = {}
    for name in errors.__all__:
        kind = getattr(errors, name)
        says = (kind.__doc__ or "").strip().splitlines()[0].rstrip(".")
        rows.setdefault(kind.exit_code, []).append(f"`{name}`: {says}")
    return [f"| {code} | {'; '.join(says)} |" for code, says in sorted(rows.items()) if code > 2]


def help_of(command: click.Command, path: str, parent: click.Context | None = None) -> str:
    """What a command says of itself, without the line that names its twin."""
    settings = {**testimonia.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=path, parent=parent, **settings)
    epilog, command.epilog = command.epilog, None
    try:
        return command.get_help(context).rstrip()
    finally:
        command.epilog = epilog


def page() -> str:
    """The whole page."""
    parts = [
        HEAD
        + "\n".join(
            [*error_rows(), "| 130, 143 | Ctrl-C; the system asked the process to end. No file is half written |"]
        )
    ]
    parts.append(f"## testimonia\n\n```text\n{help_of(testimonia, 'testimonia')}\n```")
    whole = click.Context(testimonia, info_name="testimonia")
    for name in COMMANDS:
        command = testimonia.get_command(whole, name)
        if command is None:
            raise LookupError(f"The command {name!r} cannot be loaded.")
        twin = (command.epilog or "").removeprefix(TWIN)
        parts.append(
            f"## {name}\n\n{(command.short_help or '').rstrip('.')}. In Python: `{twin}`\n\n"
            f"```text\n{help_of(command, name, whole)}\n```"
        )
        if isinstance(command, click.Group):
            inner = click.Context(command, info_name=name, parent=whole)
            parts += [f"```text\n{help_of(own, part, inner)}\n```" for part, own in command.commands.items()]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    written = page()
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != written:
            print(f"docs/{PAGE.name} is not what the commands say. Run: python bench/commands.py", file=sys.stderr)
            return 1
        return 0
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
