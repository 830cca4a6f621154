"""From each older schema to this one: small functions, all of them in one transaction."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from ..errors import StoreError
from .files import SCHEMA_VERSION, readable_schema, store_errors

__all__ = ["MIGRATIONS", "Migration", "migrate"]

Migration = Callable[[sqlite3.Connection], None]
"""Changes a base of one schema version into one of the next, without committing."""

MIGRATIONS: Mapping[int, Migration] = {}  # by the version that it starts from; 1 is the first there was


def migrate(
    path: str | os.PathLike[str],
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    wanted: int = SCHEMA_VERSION,
) -> int:
    """Bring the base at ``path`` to the ``wanted`` schema and return the version it was of.

    It is changed wholly or not at all.

    Raises:
        StoreError: it is missing, not ours, of a newer schema, or no way leads from its schema to this.
    """
    path = Path(path)
    found = readable_schema(path)
    missing = [version for version in range(found, wanted) if version not in migrations]
    if missing:
        raise StoreError(
            f"'{path}' is of schema {missing[0]}, from which no way leads to {wanted}. "
            f"Build it again from its page with --force."
        )
    if found >= wanted:
        return found
    with store_errors(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("begin immediate")
        try:
            for version in range(found, wanted):
                migrations[version](connection)
                connection.execute(f"pragma user_version = {version + 1}")
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise
    return found
