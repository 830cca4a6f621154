"""A layout that a person states, in a small TOML file.

::

    [layout]
    claims = "capitals"              # how headings are set, a name that `testimonia layout` prints; or "none"
    claims_pattern = "^THESIS "      # or a regular expression that finds them
    citations = "own line, after"    # where citations stand; "none" says that the page has none
    citations_pattern = "^Source:"   # or a regular expression for a line that is one
    wrapped = false                  # whether lines are hard-wrapped

What is left out is inferred from the page.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..errors import ProfileError
from .items import Placement

__all__ = ["NONE", "LayoutProfile", "read_profile"]

NONE = "none"  # what a profile says of claims or citations that a page does not have

_KEYS = ("claims", "claims_pattern", "citations", "citations_pattern", "wrapped")


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """What a person states of a page's layout; ``None`` leaves it to inference.

    ``no_citations`` says that the page has none, so that nothing is taken for one.
    """

    claims: str | None = None
    claim_pattern: re.Pattern[str] | None = None
    placement: Placement | None = None
    citation_pattern: re.Pattern[str] | None = None
    wrapped: bool | None = None
    no_citations: bool = False


def read_profile(path: Path) -> LayoutProfile:
    """Read a profile.

    Raises:
        ProfileError: it cannot be read, is no TOML, or names a setting or value that does not exist.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ProfileError(f"The profile {path} cannot be read: {fault.strerror or fault}. Check its name.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ProfileError(f"The profile {path} is no TOML: {fault}. See 'testimonia layout --toml' for one.") from None
    table = content.get("layout", content)
    if not isinstance(table, dict):
        raise ProfileError(f"The profile {path} has no table [layout]. See 'testimonia layout --toml' for one.")
    for key in table:
        if key not in _KEYS:
            raise ProfileError(f"The profile {path} sets {key!r}, which does not exist. There are: {', '.join(_KEYS)}.")
    placement = _text(table, "citations", path)
    no_citations = placement == NONE
    if no_citations:
        placement = None
    if placement is not None and placement not in [p.value for p in Placement]:
        known = ", ".join(repr(value) for value in (*(p.value for p in Placement), NONE))
        raise ProfileError(f"The profile {path} puts citations at {placement!r}. There are: {known}.")
    wrapped = table.get("wrapped")
    if wrapped is not None and not isinstance(wrapped, bool):
        raise ProfileError(f"The profile {path} sets wrapped to {wrapped!r}. Write true or false.")
    return LayoutProfile(
        claims=_text(table, "claims", path),
        claim_pattern=_pattern(table, "claims_pattern", path),
        placement=Placement(placement) if placement is not None else None,
        citation_pattern=_pattern(table, "citations_pattern", path),
        wrapped=wrapped,
        no_citations=no_citations,
    )


def _text(table: dict[str, object], key: str, path: Path) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise ProfileError(f"The profile {path} sets {key} to {value!r}. Write words in quotation marks.")
    return value


def _pattern(table: dict[str, object], key: str, path: Path) -> re.Pattern[str] | None:
    value = _text(table, key, path)
    if value is None:
        return None
    try:
        return re.compile(value)
    except re.error as fault:
        raise ProfileError(f"The profile {path} sets {key} to {value!r}, no regular expression: {fault}.") from None
