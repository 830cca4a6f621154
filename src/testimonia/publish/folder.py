"""The folder of a site, written whole beside the wanted place and then put there."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import ExportError

__all__ = ["MARKER", "site_folder"]

PROGRAM = "testimonia"
MARKER = "site.json"  # stands in every site that we write: what it is, and which files are ours


@contextmanager
def site_folder(folder: Path, facts: dict[str, Any]) -> Iterator[Path]:
    """Give a new folder to write into; on leaving without an error it takes the place of ``folder``.

    ``facts`` are written down in it. What a reader has put into an older site beside our files goes into the new one.

    Raises:
        ExportError: ``folder`` is something else than a site of ours, or cannot be written. What stood there is kept.
    """
    folder = Path(os.path.realpath(folder))
    _refuse_foreign(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".writing", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield fresh
        files = sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file())
        written = {"program": {"name": PROGRAM}, **facts, "files": files}
        (fresh / MARKER).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
        os.chmod(fresh, 0o777 & ~_umask())
        _refuse_foreign(folder)  # a stranger's files may have come meanwhile
        _put_in_place(fresh, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _refuse_foreign(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise ExportError(f"'{folder}' is a file. Name a folder for the site with -o.")
    try:
        if not any(folder.iterdir()) or _ours(folder) is not None:
            return
    except OSError as error:
        raise _unwritable(folder, error) from error
    raise ExportError(
        f"'{folder}' holds files that are no site of {PROGRAM}, so it is left alone. "
        f"Name a new or empty folder with -o."
    )


def _ours(folder: Path) -> frozenset[str] | None:
    """The files of a site that are ours; ``None`` where it is none of ours."""
    try:
        facts = json.loads((folder / MARKER).read_bytes())
        if facts["program"]["name"] != PROGRAM:
            return None
        return frozenset(map(str, facts["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _put_in_place(fresh: Path, folder: Path) -> None:
    if not os.path.lexists(folder):
        fresh.rename(folder)
        return
    ours = _ours(folder) or frozenset()
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".old", dir=folder.parent))
    kept = old / folder.name
    try:
        os.replace(folder, kept)
        fresh.rename(folder)
    except OSError:
        if os.path.lexists(kept):
            os.replace(kept, folder)
        shutil.rmtree(old, ignore_errors=True)
        raise
    try:
        _take_over(kept, folder, _theirs(kept, ours))
    except OSError as error:  # what is a reader's own is not thrown away with the old pages
        raise ExportError(
            f"The site stands in '{folder}', but not all that you had put beside its pages could be taken over "
            f"({error.strerror or error}). It is in '{kept}'."
        ) from error
    shutil.rmtree(old, ignore_errors=True)


def _theirs(folder: Path, ours: frozenset[str]) -> list[Path]:
    """What stands in a site beside our files, by its path in it: a file, or a folder with nothing of ours in it."""
    folders = {parent.as_posix() for name in ours for parent in Path(name).parents}
    found: list[Path] = []

    def look(where: Path) -> None:
        for path in sorted(where.iterdir()):
            name = path.relative_to(folder)
            if path.is_dir() and not path.is_symlink() and name.as_posix() in folders:
                look(path)
            elif name.as_posix() not in ours and name.as_posix() != MARKER:
                found.append(name)

    look(folder)
    return found


def _take_over(kept: Path, folder: Path, names: Iterable[Path]) -> None:
    for name in names:
        place = folder / name
        if not os.path.lexists(place):  # a page of ours may have got the name meanwhile
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(kept / name, place)


def _unwritable(folder: Path, error: OSError) -> ExportError:
    return ExportError(
        f"The site cannot be written to '{folder}': {error.strerror or error}. What stood there is kept; "
        f"name another place with -o, or make room and try again."
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
