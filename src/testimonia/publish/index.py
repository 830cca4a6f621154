"""The search of a site: which words stand in what, as scripts that a page loads even where no server answers.

``search/words-*.js`` hold the words by their first letter, each with the numbers of what it stands in,
``search/texts-*.js`` the texts by number, loaded for what is shown, ``search/facets-all.js`` what excerpts can be
narrowed by, loaded once something is found, and ``search/index.js`` how many there are, with the spellings of one name:
those that stand on the page by each other, and by what is left of them when romanisations are taken away, for a name
that is asked for as it stands nowhere. Words are folded as `fold` says, and what is left of them is made as by
`people.spellings.skeletons`, which ``search.js`` does in the same way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..people.spellings.skeletons import skeletons
from ..store.pages import Base
from ..store.pages.names import people_names
from ..store.pages.parts import part_of
from ..store.pages.spellings import name_parts
from .links import SiteLinks
from .narrowing import facets

__all__ = ["Entry", "entries", "fold", "tokens", "write_index"]

_EXCERPTS = "select id from excerpts order by start, number"  # in the order in which they are entries
_IN_ONE = 100  # texts of one file
_SHORTEST = 3  # letters of a name that is looked for in its other spellings
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; ``start`` is where on the page its text begins, ``None`` if marks stand within."""

    kind: str
    href: str
    title: str
    text: str
    start: int | None = None


def fold(words: str) -> str:
    """Without case, accents and ligatures.

    >>> fold("Élise STRAẞE ﬁn")
    'elise strasse fin'
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", words) if unicodedata.category(sign)[0] != "M")
    return plain.lower().replace("ß", "ss")


def tokens(words: str) -> list[str]:
    """The words, folded."""
    return _WORD.findall(fold(words))


def entries(base: Base) -> Iterator[Entry]:
    """All that can be found, kind by kind."""
    links = SiteLinks()
    for id_, start, text in base.rows("select id, start, text from claims order by start"):
        yield Entry("claim", links.to("claim", id_), "", text, start)
    names = people_names(base)
    for id_, variants in base.rows("select id, variants from people order by number"):
        others = [spelling for spelling in json.loads(variants) if spelling != names[id_]]
        yield Entry("person", links.to("person", id_), names[id_], "; ".join((names[id_], *others)))
    for id_, label, text in base.rows("select id, label, coalesce(text, label) from works order by number"):
        yield Entry("work", links.to("work", id_), label, text)
    for start, text, citation, pieces in base.rows(
        "select excerpts.start, excerpts.text, coalesce(citations.text, ''), "
        "(select count(*) from excerpt_segments where excerpt = excerpts.id) from excerpts "
        "left join citations on citations.id = excerpts.citation order by excerpts.start, excerpts.number"
    ):
        href = links.to("read", part_of(base, start))
        yield Entry("excerpt", href, citation, text, start if pieces < 2 else None)


def write_index(base: Base, folder: Path) -> int:
    """Write the search of a base into ``folder`` and return how many entries it has."""
    found = list(entries(base))
    folder.mkdir(parents=True, exist_ok=True)
    places: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        for token in dict.fromkeys(tokens(f"{entry.title} {entry.text}")):
            places[token].append(number)
    by_letter: dict[str, dict[str, str]] = defaultdict(dict)
    for token in sorted(places):
        by_letter[f"{ord(token[0]):x}"][token] = _numbers(places[token])
    for letter, words in by_letter.items():
        _write(folder / f"words-{letter}.js", "words", letter, words)
    for first in range(0, len(found), _IN_ONE):
        texts = [[e.kind, e.href, e.title, e.text, e.start] for e in found[first : first + _IN_ONE]]
        _write(folder / f"texts-{first // _IN_ONE}.js", "texts", str(first // _IN_ONE), texts)
    kinds: dict[str, list[int]] = {}
    for number, entry in enumerate(found):
        kinds.setdefault(entry.kind, [number, number])[1] = number + 1
    first_excerpt = kinds.get("excerpt", [0])[0]
    narrowed = {
        name: [[one.value, one.name, _numbers([first_excerpt + number for number in one.excerpts])] for one in values]
        for name, values in facets(base, [id_ for (id_,) in base.rows(_EXCERPTS)]).items()
    }
    _write(folder / "facets-all.js", "facets", "all", narrowed)
    facts = {
        "count": len(found),
        "in_one": _IN_ONE,
        "letters": sorted(by_letter),
        "kinds": kinds,
        "alike": _alike(base),
        "bones": _bones(base),
    }
    _write(folder / "index.js", "index", "", facts)
    return len(found)


def _numbers(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, in base 36."""
    steps = (number - before for number, before in zip(numbers, [0, *numbers], strict=False))
    return ",".join(map(_base36, steps))


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits


def _alike(base: Base) -> Mapping[str, list[str]]:
    """For each spelling of a name, the others of the same person, of its last word, which is mostly the family's.

    To these come all on the page that may be the same name in another romanisation, as the search of the room has them.
    """
    alike: dict[str, set[str]] = defaultdict(set)
    parts = name_parts(base)
    for printed in parts.printed.values():
        for one in printed:
            others = {token for other in parts.others(one) for token in tokens(other)[-1:]}
            for token in tokens(one)[-1:]:
                alike[token] |= others - {token}
    for (variants,) in base.rows("select variants from people order by number"):
        lasts = {words[-1] for words in map(tokens, json.loads(variants)) if words and len(words[-1]) >= _SHORTEST}
        for word in lasts if len(lasts) > 1 else ():
            alike[word] |= lasts - {word}
    return {word: sorted(others) for word, others in sorted(alike.items()) if others}


def _bones(base: Base) -> Mapping[str, list[str]]:
    """The names on the page by what romanisations do not disagree about."""
    bones: dict[str, set[str]] = defaultdict(set)
    for printed in name_parts(base).printed.values():
        for one in printed:
            for token in tokens(one)[-1:]:
                for skeleton in skeletons(one):
                    bones[skeleton].add(token)
    return {skeleton: sorted(names) for skeleton, names in sorted(bones.items()) if len(skeleton) > 1}


def _write(path: Path, what: str, name: str, value: object) -> None:
    written = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    path.write_text(f"testimonia_search({json.dumps(what)},{json.dumps(name)},{written});\n", encoding="ascii")
