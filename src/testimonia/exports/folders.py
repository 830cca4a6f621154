"""A folder of exported files, written whole or not at all.

The files are written into a new folder beside the wanted one, which then takes its place. A folder
that holds anything but an export of ours is refused; files of another export in it are kept.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import ExportError
from ..model import Sourcebook
from ..model.tables import storable

__all__ = ["MARKER", "PROGRAM", "export_folder", "write_file", "write_sourcebook"]

PROGRAM = "testimonia"
_DATABASE = b"SQLite format 3\x00"
MARKER = "sourcebook.json"  # stands in every folder that we write, and tells ours from others


@contextmanager
def export_folder(folder: Path) -> Iterator[Path]:
    """Give a new folder to write into; on leaving without an error it takes the place of ``folder``.

    Raises:
        ExportError: ``folder`` is something else than an export of ours, or cannot be written.
    """
    folder = Path(os.path.abspath(folder))
    _refuse_foreign(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".writing", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield fresh
        os.chmod(fresh, 0o777 & ~_umask())
        _put_in_place(fresh, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_sourcebook(book: Sourcebook, folder: Path) -> None:
    """Write ``sourcebook.json`` and ``text.txt``, the text that every offset points into."""
    from .. import __version__

    source = book.source
    facts = {
        "title": book.title,
        "sha256": source.sha256,
        "characters": len(source.text),
        "program": {"name": PROGRAM, "version": __version__},
        "name": source.name,
        "encoding": source.encoding,
        "media": source.media,
    }
    facts = {name: value for name, value in facts.items() if value is not None}
    text = storable(source.text)
    if text is not source.text:
        facts["unpaired_surrogates"] = sum(a != b for a, b in zip(text, source.text, strict=True))
    # bytes, because a text file would translate the line ends of the page on some systems
    (folder / "text.txt").write_bytes(text.encode("utf-8"))
    written = json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
    (folder / MARKER).write_bytes(storable(written).encode("utf-8"))


def write_file(path: Path, words: str | bytes) -> None:
    """Write one file, of words as UTF-8, whole or not at all; never over a database, which may hold decisions.

    Raises:
        ExportError: it cannot be written, or a database stands there.
    """
    path = Path(os.path.realpath(path))
    _refuse_database(path)
    content = words if isinstance(words, bytes) else storable(words).encode("utf-8")
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe, a terminal: nothing to keep whole
        try:
            path.write_bytes(content)
        except OSError as error:
            raise _unwritable(path, error) from error
        return
    try:
        descriptor, fresh = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".writing", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(fresh, 0o666 & ~_umask())
        os.replace(fresh, path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(fresh)


def _refuse_database(path: Path) -> None:
    try:
        if not path.is_file():
            return
        with path.open("rb") as file:
            is_database = file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return  # what is the matter with it will be said when it is written
    if is_database:
        raise ExportError(f"'{path}' is an evidence base or another database, so it is left alone. Name another file.")


def _refuse_foreign(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise ExportError(f"'{folder}' is a file. Name a folder to export into with --output.")
    try:
        if not any(folder.iterdir()) or _is_ours(folder):
            return
    except OSError as error:
        raise _unwritable(folder, error) from error
    raise ExportError(
        f"'{folder}' holds files that are not an export of {PROGRAM}, so it is left alone. "
        f"Name a new or empty folder with --output."
    )


def _is_ours(folder: Path) -> bool:
    try:
        facts = json.loads((folder / MARKER).read_bytes())
        return bool(facts["program"]["name"] == PROGRAM)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _put_in_place(fresh: Path, folder: Path) -> None:
    names = {path.name for path in fresh.iterdir()}
    if not os.path.lexists(folder):
        fresh.rename(folder)
    elif folder.is_symlink() or {path.name for path in folder.iterdir()} - names:
        # other exports or a reader's notes stand in it: replace our files one by one
        for name in sorted(names):
            os.replace(fresh / name, folder / name)
    else:
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".old", dir=folder.parent))
        try:
            os.replace(folder, old / folder.name)
            try:
                fresh.rename(folder)
            except OSError:
                os.replace(old / folder.name, folder)
                raise
        finally:
            shutil.rmtree(old, ignore_errors=True)


def _unwritable(folder: Path, error: OSError) -> ExportError:
    why = error.strerror or str(error)
    return ExportError(
        f"The export cannot be written to '{folder}': {why}. What stood there is kept; "
        f"name another place with --output, or make room and try again."
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
