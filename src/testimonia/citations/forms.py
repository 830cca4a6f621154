"""One distinct record in the keys that it is compared by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .keys import NAME_ROLES, NameKey, TitleKey, name_keys, publisher_words, title_key, year_of

__all__ = ["Form", "form_of"]

_NAMELESS = frozenset({"anon", "anonymous", "anonym", "аноним"})


@dataclass(frozen=True, slots=True)
class Form:
    """One distinct record, in the keys that it is compared by."""

    titles: tuple[TitleKey, ...]  # the title, then other titles that it prints beside it
    names: Mapping[str, tuple[NameKey, ...]]
    container: TitleKey
    year: str
    publisher: frozenset[str]
    said: str  # institution and title run together: where one ends and the other begins hangs on a dot
    printed: tuple[str, str, str]  # title, publisher and place as they stand

    @property
    def everyone(self) -> tuple[NameKey, ...]:
        """All names, whatever their part in the work."""
        return tuple(name for role in NAME_ROLES for name in self.names.get(role, ()))

    @property
    def title(self) -> TitleKey:
        """The title as it is printed first."""
        return self.titles[0]


def form_of(csl: Mapping[str, Any]) -> Form:
    """The keys of a CSL item."""
    title = str(csl.get("title") or "")
    keys = [title_key(title)]
    for beside in (*_beside(title), str(csl.get("original-title") or "")):
        key = title_key(beside) if beside else None
        if key and key not in keys:
            keys.append(key)
    names = {}
    for role in NAME_ROLES:
        told = tuple(n for n in name_keys(csl, role) if not n.all <= _NAMELESS)
        if told:
            names[role] = told
    return Form(
        titles=tuple(keys),
        names=names,
        container=title_key(str(csl.get("container-title") or "")),
        year=year_of(csl),
        publisher=publisher_words(str(csl.get("publisher") or "")),
        said=_said(names, title),
        printed=(title, str(csl.get("publisher") or ""), str(csl.get("publisher-place") or "")),
    )


def _beside(title: str) -> list[str]:
    """Titles printed beside the first as its translation: ``Dno [The Bottom]``, ``Dno = The Bottom``."""
    found = []
    if " = " in title:
        found += title.split(" = ")
    if "[" in title and title.rstrip().endswith("]"):
        outer, _, inner = title.rstrip()[:-1].partition("[")
        inner = inner.strip().removeprefix("=").strip()
        # "Diary [extracts]" prints a remark there; a translated title has words of its own and a capital.
        if outer.strip() and len(inner.split()) >= 2 and inner[:1].isupper():
            found += [outer, inner]
    return found


def _said(names: Mapping[str, tuple[NameKey, ...]], title: str) -> str:
    if not names or any(not name.literal for told in names.values() for name in told):
        return ""
    return "".join(w for told in names.values() for name in told for w in name.family) + title_key(title).squeezed
