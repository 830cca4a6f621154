"""Reads the vocabulary of acts from its file, checks it, and lays a reader's own file over it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from testimonia.errors import VocabularyError
from testimonia.model import Act, MarkerKind

from .acts import GAP, IN_HEADINGS, PLAIN_KEYS, Group, Object, Standard, Usage, Vocabulary

__all__ = ["read_vocabulary"]

_FILE = Path(__file__).with_name("acts.toml")
_SAID = "said"
_NONE = "none"
_WORD_KEYS = (*PLAIN_KEYS, *(IN_HEADINGS + key for key in PLAIN_KEYS))
_KEYS = {
    "acts": ("crminf", "tei", "tei_type", "ipif"),
    Group.SAYS: ("act", "object", "negated", "partner", "opinion", "motive", "of", "things", "tei_type"),
    Group.DEEDS: ("does", "suffers", "negated", "taker", "whom", "by", "of", "things", "tei_type"),
    Group.QUALITIES: ("act", "negated", "things", "tei_type"),
    Group.MARKS: ("marks",),
}
_ACTS = tuple(act.value for act in Act)
_VALUES: dict[str, tuple[str, ...]] = {
    "act": (*_ACTS, _SAID, _NONE),
    "does": (*_ACTS, _NONE),
    "suffers": (*_ACTS, _NONE),
    "negated": (*_ACTS, _NONE),
    "taker": (*_ACTS, _NONE),
    "whom": ("victim", "partner"),
    "of": ("people", "somebody", "words", "wrongs", "deeds", "nobody"),
    "object": tuple(o.value for o in Object),
    "marks": tuple(kind.value for kind in MarkerKind),
}
_NEEDED = {Group.SAYS: ("act",), Group.DEEDS: ("does",), Group.QUALITIES: ("act",), Group.MARKS: ("marks",)}

Tables = dict[str, dict[str, dict[str, Any]]]


def read_vocabulary(path: Path | str | None = None) -> Vocabulary:
    """The shipped vocabulary, with a reader's own file laid over it where one is given.

    Raises:
        VocabularyError: the file cannot be read, is no TOML, or says something that cannot be.
    """
    return _shipped() if path is None else _compiled(_laid_over(_shipped_tables(), _read(Path(path)), Path(path)))


@cache
def _shipped() -> Vocabulary:
    return _compiled(_shipped_tables())


def _shipped_tables() -> Tables:
    return _laid_over({}, _read(_FILE), _FILE)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise VocabularyError(
            f"The vocabulary {path} cannot be read: {fault.strerror or fault}. Check its name."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise VocabularyError(f"The vocabulary {path} is no TOML: {fault}.") from None


def _laid_over(below: Tables, above: Mapping[str, Any], path: Path) -> Tables:
    """The tables of a file put over others: words are added, what is under "remove" goes, other keys replace."""
    merged: Tables = {group: dict(tables) for group, tables in below.items()}
    for group, tables in above.items():
        if group not in _KEYS:
            raise VocabularyError(
                f"The vocabulary {path} has a table [{group}], which does not exist. There are: {', '.join(_KEYS)}."
            )
        if not isinstance(tables, dict):
            raise VocabularyError(f"The vocabulary {path} sets {group} to a value. Write tables [{group}.NAME].")
        for name, table in tables.items():
            _check(group, name, table, path)
            merged.setdefault(group, {})
            merged[group][name] = _over(merged[group].get(name, {}), table)
            for key in _NEEDED.get(Group(group), ()) if group != "acts" else _KEYS["acts"]:
                if key not in merged[group][name]:
                    raise VocabularyError(f"The vocabulary {path} does not set {key} in [{group}.{name}].")
    return merged


def _check(group: str, name: str, table: Any, path: Path) -> None:
    where = f"[{group}.{name}]"
    if not isinstance(table, dict):
        raise VocabularyError(f"The vocabulary {path} sets {group}.{name} to a value. Write a table {where}.")
    if group == "acts" and name not in _ACTS:
        raise VocabularyError(
            f"The vocabulary {path} has a table {where}, but there is no such act. There are: {', '.join(_ACTS)}."
        )
    words = () if group == "acts" else (*_WORD_KEYS, "remove")
    for key, value in table.items():
        if key not in _KEYS[group] and key not in words:
            known = ", ".join((*_KEYS[group], *words))
            raise VocabularyError(
                f"The vocabulary {path} sets {key} in {where}, which does not exist. There are: {known}."
            )
        if key in ("partner", "opinion", "motive"):
            if not isinstance(value, bool):
                raise VocabularyError(f"The vocabulary {path} sets {key} in {where} to {value!r}. Write true or false.")
        elif not isinstance(value, str):
            raise VocabularyError(
                f"The vocabulary {path} sets {key} in {where} to {value!r}. Write words in quotation marks."
            )
        elif key in _VALUES and value not in _VALUES[key]:
            raise VocabularyError(
                f"The vocabulary {path} sets {key} in {where} to {value!r}. There are: {', '.join(_VALUES[key])}."
            )
        elif key.endswith("phrases"):
            for phrase in value.split(";"):
                parts = phrase.split()
                if parts and (parts[0] == GAP or parts[-1] == GAP or parts.count(GAP) > 1):
                    raise VocabularyError(
                        f"The vocabulary {path} has the phrase {' '.join(parts)!r} in {where}. "
                        "A gap stands once, and between words."
                    )


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    table = {**below, **{key: value for key, value in above.items() if key not in (*_WORD_KEYS, "remove")}}
    gone = {" ".join(phrase.split()) for phrase in re.split(r"[;\n]", above.get("remove", "").lower())} - {""}
    for key in _WORD_KEYS:
        mark = ";" if key.endswith("phrases") else None
        entries = [" ".join(e.split()) for e in below.get(key, "").split(mark)]
        entries += [" ".join(e.split()) for e in above.get(key, "").lower().split(mark)]
        kept = [e for e in dict.fromkeys(entries) if e and e not in gone and e.split(":")[0] not in gone]
        table[key] = ("; " if mark else " ").join(kept)
    return table


def _compiled(tables: Tables) -> Vocabulary:
    standards = {Act(name): Standard(**{k: table[k] for k in _KEYS["acts"]}) for name, table in tables["acts"].items()}
    found = []
    for group in Group:
        for name, table in tables.get(group, {}).items():
            found.append((_usage(group, name, table), table))
    return Vocabulary(standards, found)


def _usage(group: Group, name: str, table: Mapping[str, Any]) -> Usage:
    usage = Usage(f"{group}.{name}", group, tei_type=table.get("tei_type", ""))
    if group is Group.MARKS:
        return replace(usage, marker=MarkerKind(table["marks"]))
    act = table["does" if group is Group.DEEDS else "act"]
    return replace(
        usage,
        act=_act(act),
        passive=_act(table.get("suffers", act)),
        negated=_act(table.get("negated", _NONE)),
        object=Object(table.get("object", "none")),
        said=act == _SAID,
        partner=table.get("partner", False),
        opinion=table.get("opinion", False),
        motive=table.get("motive", False),
        taker=_act(table.get("taker", _NONE)),
        whom=table.get("whom", ""),
        by=table.get("by", ""),
        of=table.get("of", ""),
        things=frozenset(table.get("things", "").lower().split()),
    )


def _act(value: str) -> Act | None:
    return None if value in (_SAID, _NONE) else Act(value)
