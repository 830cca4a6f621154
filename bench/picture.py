"""Makes docs/demo.svg and the README's examples of output from what the commands really print.

    python bench/picture.py [--check]

``--check`` writes nothing and fails where they are not what the commands print now, times aside. Colours are those
of a terminal; the folder that the package is installed in is cut short.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from testimonia.cli.main import testimonia
from testimonia.sample import sample_page

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "demo.svg"
README = ROOT / "README.md"
COLUMNS = 104

SHOWN = ("testimonia demo", "testimonia search testimonia-demo.db 'telegraph NOT lamp' --limit 2")
OUTPUT = re.compile(r"(<!-- output of: (?P<command>.+?) -->\n).*?(<!-- end of output -->)", re.DOTALL)
_SECONDS = re.compile(r"read(?:&#160;| )in(?:&#160;| )[\d.]+(?:&#160;| )s")
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
# no font is fetched from elsewhere to show a picture
_FONT = re.compile(r"font-family: Fira Code, monospace|font-family: arial")


def output_of(command: str, *, color: bool) -> str:
    """What a command prints, colours included if wanted.

    Raises:
        RuntimeError: the command fails.
    """
    done = CliRunner().invoke(testimonia, shlex.split(command)[1:], color=color)
    if done.exit_code:
        raise RuntimeError(f"{command} ended with {done.exit_code}: {done.output}")
    return done.stdout.replace(str(sample_page().parent), "…")


def picture() -> str:
    """The commands and what they print, as SVG."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        for command in SHOWN:
            console.print(Text(f"$ {command}", style="bold cyan"))
            console.print(Text.from_ansi(output_of(command, color=True)))
        svg = console.export_svg(title="testimonia", theme=MONOKAI, unique_id="testimonia")
    return _FONT.sub("font-family: ui-monospace, Menlo, Consolas, monospace", _FONT_FACES.sub("", svg))


def readme(text: str) -> str:
    """The README with its examples of output written anew."""

    def fresh(found: re.Match[str]) -> str:
        command = found["command"]
        return f"{found[1]}```text\n$ {command}\n{output_of(command, color=False).rstrip()}\n```\n{found[3]}"

    return OUTPUT.sub(fresh, text)


def main() -> int:
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # the demo writes its base where one stands
        try:
            pages = {PICTURE: picture(), README: readme(README.read_text(encoding="utf-8"))}
        finally:
            os.chdir(home)
    stale = []
    for path, written in pages.items():
        there = path.read_text(encoding="utf-8") if path.exists() else ""
        if _SECONDS.sub("", there) != _SECONDS.sub("", written):
            stale.append(path.relative_to(ROOT))
            if "--check" not in sys.argv[1:]:
                path.write_text(written, encoding="utf-8")
    if stale and "--check" in sys.argv[1:]:
        print(f"Not what is printed now: {', '.join(map(str, stale))}. Run: python bench/picture.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
