"""Carries gold of people and voices from the page it was made for to another file that holds the same excerpts.

A layout wraps lines, puts marks between them and notes among them, and may curl quotation marks or lose a letter its
encoding lacks; what it leaves alone are the letters and figures of an excerpt and their order. So both texts are
reduced to letters and figures, each excerpt is looked for in reading order, and what stands between two neighbouring
letters is paired mark by mark. A character of the gold that has no counterpart (and one of the layout's own) is no part
of the projected gold; `Projection.kept` says how much came over.

A layout may not print who wrote a cited work (a short title, a newspaper's article without the newspaper). Nobody can
then be asked for the name: the words stay the author's, and the title stands for it, as it would in a library. Nor may
it print any source of an excerpt that has one on the page it comes from (somebody forgot it), or one that has neither
the author's name nor a title. Whose words the excerpt's narration is then stands nowhere in the layout, and the excerpt
is left out, of the layout's figures and of those of the same excerpts on the page: `Projection.untold`. An excerpt
with a source is never left out, and neither is one that has no source where it comes from.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from judging import rows, scope_of, write_rows

__all__ = ["Projection", "Skeleton", "layout_claims", "layout_order", "place_excerpts", "printed_sources", "project"]

SEED = 24  # letters by which a place is found again
NEAR = 600  # letters that a layout may put between two of an excerpt's (a foot of a page, a note)
FAR = 60_000  # letters that a layout may put between two excerpts
LEAST = 0.9  # of an excerpt's letters have to be found

# marks that a layout may print for one another
SAME = str.maketrans(
    dict.fromkeys("“”„‟«»″〝〞", '"') | dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("–—‒―−‐‑", "-") | {"…": "..."}
)
WORD = r"\w+"
MARK = re.compile(r"''|``|,,|--+|\.\.+|\S")
TAG = re.compile(r"</?[a-z]+ ?/?>")  # what Markdown and wikis take over from HTML: no words of the excerpt


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The letters and figures of a text, folded, each with the place it stands at."""

    letters: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0, end: int | None = None) -> Skeleton:
        """The skeleton of ``text[start:end]``."""
        letters, places = [], []
        end = len(text) if end is None else end
        tags = {o for tag in TAG.finditer(text, start, end) for o in range(*tag.span())}
        for place in range(start, end):
            character = text[place]
            if place in tags:
                continue
            if character.isascii():
                if character.isalnum():
                    letters.append(character.lower())
                    places.append(place)
                continue
            for part in unicodedata.normalize("NFKD", character):
                if part.isalnum():
                    letters.append(part.lower())
                    places.append(place)
        return cls("".join(letters), tuple(places))


@dataclass(slots=True)
class Projection:
    """What came over: per excerpt how much of its gold, and where it stands."""

    kept: dict[str, float] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    mentions: int = 0
    mentions_lost: int = 0
    unnamed: int = 0  # characters of authors whom the layout does not name
    untold: list[str] = field(default_factory=list)  # excerpts whose author the layout does not tell in any way

    @property
    def excerpts(self) -> list[str]:
        """The excerpts that were found."""
        return list(self.spans)


def follow(mine: str, theirs: str, at: int) -> list[int]:
    """For each letter of ``mine`` its counterpart in ``theirs`` from ``at`` on, -1 where it has none."""
    found = [-1] * len(mine)
    i, j = 0, at
    while i < len(mine) and j < len(theirs):
        if mine[i] == theirs[j]:
            found[i] = j
            i, j = i + 1, j + 1
            continue
        # what was put in or left out is over where the next letters agree again; the nearest such place
        best: tuple[int, int, int] | None = None
        for skip in range(min(40, len(mine) - i)):
            seed = mine[i + skip : i + skip + 12]
            if best is not None and skip >= best[0]:
                break
            there = theirs.find(seed, j, j + NEAR) if len(seed) >= 4 else -1
            if there >= 0 and (best is None or skip + there - j < best[0]):
                best = (skip + there - j, skip, there)
        if best is None:
            i, j = i + 1, j + 1
            continue
        i, j = i + best[1], best[2]
        # letters that only happened to be like the first of what was put in belong after it
        for back in range(1, 1 + min(8, i, j)):
            if mine[i - back] != theirs[j - back] or found[i - back] in (-1, j - back):
                break
            found[i - back] = j - back
    return found


def find(mine: str, theirs: str, after: int) -> list[int] | None:
    """Where an excerpt's letters stand in the page's, from ``after`` on; ``None`` where they do not."""
    whole = theirs.find(mine, after)
    if whole >= 0 and (len(mine) >= SEED or whole - after < NEAR):
        return list(range(whole, whole + len(mine)))
    if len(mine) < SEED:
        return None
    for skip in range(0, min(len(mine) - SEED, 400) + 1, 8):
        there = theirs.find(mine[skip : skip + SEED], after, after + FAR)
        if there < 0:
            continue
        # what stands before the seed is followed from there to the front
        front = theirs[max(after, there - skip - NEAR) : there][::-1]
        before = [there - 1 - f if f >= 0 else -1 for f in follow(mine[:skip][::-1], front, 0)]
        found = before[::-1] + follow(mine[skip:], theirs, there)
        if sum(f >= 0 for f in found) >= LEAST * len(mine):
            return found
    return None


def marks(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """What stands between letters: each mark in its common form, with its place."""
    return [
        (said if (said := m.group().translate(SAME)) not in ("''", ",,") else '"', m.start(), m.end())
        for m in MARK.finditer(text, start, end)
    ]


def pair_marks(
    mine: Sequence[tuple[str, int, int]], theirs: Sequence[tuple[str, int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Places of marks that are the same, in order; where as many differ, they are taken for one another."""
    canon = [m[0] for m in mine], [m[0] for m in theirs]
    for what, a, b, c, d in difflib.SequenceMatcher(None, *canon, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and b - a == d - c):
            for x, y in zip(mine[a:b], theirs[c:d], strict=True):
                if what == "equal" or not y[0].isalnum():
                    yield x[1:], y[1:]


def counterparts(
    text: str, span: tuple[int, int], skeleton: Skeleton, page: str, there: Skeleton, found: Sequence[int]
) -> dict[int, tuple[int, int]]:
    """Each character of an excerpt that is not white space, with its place on the page."""
    met: dict[int, tuple[int, int]] = {}

    def pair(gap: tuple[int, int], other: tuple[int, int]) -> None:
        if gap[0] >= gap[1] or other[0] >= other[1] or not text[gap[0] : gap[1]].strip():
            return
        for x, y in pair_marks(marks(text, *gap), marks(page, *other)):
            for n in range(x[0], x[1]):
                met[n] = (min(y[0] + n - x[0], y[1] - 1), y[1] if n == x[1] - 1 else min(y[0] + n - x[0] + 1, y[1]))

    last, last_there = span[0], -1
    for i, j in enumerate(found):
        if j < 0:
            continue
        mine, theirs = skeleton.places[i], there.places[j]
        if last_there < 0:
            # marks before the first letter: those that stand nearest to it
            lead = marks(text, span[0], mine)
            before = marks(page, max(0, theirs - 24), theirs)
            for x, y in zip(reversed(lead), reversed(before), strict=False):
                if x[0] != y[0]:
                    break
                for n in range(x[1], x[2]):
                    met[n] = (y[1], y[2])
        else:
            pair((last, mine), (last_there, theirs))
        met.setdefault(mine, (theirs, theirs + 1))
        last, last_there = mine + 1, theirs + 1
    for x, y in zip(marks(text, last, span[1]), marks(page, last_there, last_there + 24), strict=False):
        if x[0] != y[0]:
            break
        for n in range(x[1], x[2]):
            met[n] = (y[1], y[2])
    return met


def place_excerpts(
    text: str, excerpts: Sequence[tuple[str, int, int]], page: str
) -> dict[str, dict[int, tuple[int, int]]]:
    """Where the characters of each excerpt of ``text`` stand on ``page``; those that were not found are left out.

    ``excerpts`` are (id, start, end) in the order in which the page shows them.
    """
    there = Skeleton.of(page)
    after = 0
    placed = {}
    for id, start, end in excerpts:
        skeleton = Skeleton.of(text, start, end)
        found = find(skeleton.letters, there.letters, after) if skeleton.letters else None
        if found is None:
            continue
        after = max(found) + 1
        placed[id] = counterparts(text, (start, end), skeleton, page, there, found)
    return placed


def runs(places: Sequence[tuple[int, int]], page: str) -> Iterator[tuple[int, int]]:
    """Stretches of the page that hold these characters and, between them, nothing but white space."""
    start, last = -1, -1
    for a, b in places:
        if start >= 0 and a >= last and not page[last:a].strip():
            last = max(last, b)
            continue
        if start >= 0 and a < last:
            continue
        if start >= 0:
            yield start, last
        start, last = a, b
    if start >= 0:
        yield start, last


def printed_sources(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """CSL items of what a rendered book prints as the source of each excerpt, then of what that stands for."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record in rows(folder / "gold" / "citations.jsonl"):
        for place in record.get("occurrences", [record]):
            found.setdefault(place["excerpt"], []).extend(x for x in (record["csl"], place.get("resolved")) if x)
    return found


def words_of(value: Any) -> Iterator[str]:
    """All words in a CSL item, folded."""
    if isinstance(value, dict):
        for part in value.values():
            yield from words_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_of(part)
    else:
        yield from (Skeleton.of(word).letters for word in re.findall(WORD, str(value)))


def as_named(voice: dict[str, Any], sources: Sequence[dict[str, Any]], elsewhere: set[str]) -> dict[str, Any]:
    """The voice, with titles for the name of an author who is not printed.

    ``elsewhere`` are the words that the page prints outside its excerpts, in a list of works for example.
    """
    name = re.findall(WORD, voice.get("speaker_name") or "")
    titles = [source["title"] for source in sources if source.get("title")]
    if not voice["speaker"].startswith("author:") or not name or not titles:
        return voice
    family = Skeleton.of(name[-1]).letters
    printed, *resolved = (set(words_of(source)) for source in sources)
    if family in printed or (family in elsewhere and any(family in source for source in resolved)):
        return voice
    also = voice.get("alt") or []
    last = [f"author:{re.findall(WORD, title)[-1].lower()}" for title in titles]
    return {**voice, "speaker_name": titles[0], "alt": [*([also] if isinstance(also, str) else also), *last]}


def is_authors(voice: dict[str, Any]) -> bool:
    """Whether the gold gives the voice to the author of the source, or allows for it."""
    also = voice.get("alt") or []
    return any(who.startswith("author:") for who in (voice["speaker"], *([also] if isinstance(also, str) else also)))


def is_untold(voice: dict[str, Any], sources: Sequence[dict[str, Any]], elsewhere: set[str]) -> bool:
    """Whether the voice is an author's of whom what is printed as source gives neither the name nor a title."""
    name = re.findall(WORD, voice.get("speaker_name") or "")
    if not voice["speaker"].startswith("author:") or not name or any(source.get("title") for source in sources):
        return False
    told = set().union(*map(set, map(words_of, sources))) | elsewhere
    return Skeleton.of(name[-1]).letters not in told


def words_outside(page: str, placed: Iterable[dict[int, tuple[int, int]]], claims: Iterable[str]) -> set[str]:
    """The folded words of a page that stand in no excerpt and in no heading."""
    parts, last = [], 0
    for start, end in sorted((min(met.values())[0], max(met.values())[1]) for met in placed if met):
        parts.append(page[last : max(last, start)])
        last = max(last, end)
    rest = " ".join([*parts, page[last:]])
    for claim in claims:
        rest = rest.replace(claim, " ")
    return set(words_of(rest))


def project(
    text: str,
    gold: Path,
    page: str,
    shown: Sequence[tuple[str, int, int]],
    to: Path,
    sources: Mapping[str, Sequence[dict[str, Any]]] | None = None,
    claims: Iterable[str] = (),
    forgotten: Collection[str] = (),
) -> Projection:
    """Write the gold of people, mentions and voices for ``page`` into the folder ``to``.

    ``shown`` are the excerpts that the page shows, in the order in which they follow one another there, each with its
    place in ``text``; those without gold help to find the others. The gold may name an excerpt otherwise, and is
    known by its place. ``sources`` are CSL items of what the page prints as an excerpt's source and of what it
    stands for, where that is known, and ``claims`` the words of its headings. ``forgotten`` are the excerpts of which
    the page prints no source though they have one.
    """
    voices, mentions = rows(gold / "voices.jsonl"), rows(gold / "mentions.jsonl")
    chosen = set(scope_of(gold).get("excerpts") or {r["excerpt"] for r in (*voices, *mentions)})
    placed = place_excerpts(text, shown, page)
    elsewhere = words_outside(page, placed.values(), claims)
    done = Projection()
    new_voices, new_mentions, new_spans = [], [], []
    for record in rows(gold / "excerpts.jsonl"):
        id, start, end = record["id"], record["start"], record["end"]
        host = next((x for x, a, b in shown if min(b, end) - max(a, start) >= LEAST * (end - start)), None)
        if id not in chosen or host is None:
            continue
        printed = (sources or {}).get(host, ())
        if any(
            (host in forgotten and is_authors(v)) or (printed and is_untold(v, printed, elsewhere))
            for v in voices
            if v["excerpt"] == id
        ):
            done.untold.append(id)
            continue
        met = placed.get(host, {})
        covered = [met[o] for o in range(start, end) if o in met]
        if not covered:
            done.lost.append(id)
            continue
        done.spans[id] = min(a for a, _ in covered), max(b for _, b in covered)
        new_spans.append({"id": id, "start": done.spans[id][0], "end": done.spans[id][1], "lines": [0, 0]})
        wanted = came = 0
        for voice in (v for v in voices if v["excerpt"] == id):
            own = [o for o in range(voice["start"], voice["end"]) if not text[o].isspace()]
            mine = [met[o] for o in own if o in met]
            wanted, came = wanted + len(own), came + len(mine)
            named = as_named(voice, printed, elsewhere)
            if named is not voice:
                done.unnamed += len(mine)
            new_voices += [{**named, "start": a, "end": b} for a, b in runs(mine, page)]
        done.kept[id] = came / wanted if wanted else 1.0
        for mention in (m for m in mentions if m["excerpt"] == id):
            first, last = met.get(mention["start"]), met.get(mention["end"] - 1)
            done.mentions += 1
            if first is None or last is None or last[1] <= first[0]:
                done.mentions_lost += 1
                continue
            new_mentions.append({**mention, "start": first[0], "end": last[1], "text": page[first[0] : last[1]]})
    to.mkdir(parents=True, exist_ok=True)
    write_rows(to / "voices.jsonl", new_voices)
    write_rows(to / "mentions.jsonl", new_mentions)
    write_rows(to / "excerpts.jsonl", new_spans)
    write_rows(to / "people.jsonl", rows(gold / "people.jsonl"))
    (to / "scope.json").write_text(json.dumps({"excerpts": sorted(done.spans)}), encoding="utf-8")
    return done


def layout_order(folder: Path) -> list[str]:
    """The ids of the excerpts that a rendered book shows, in reading order."""
    records: list[dict[str, Any]] = rows(folder / "gold" / "excerpts.jsonl")
    return [r["id"] for r in sorted(records, key=lambda r: r["order"])]


def layout_claims(folder: Path) -> list[str]:
    """The words of the headings that a rendered book shows."""
    return [r["text"] for r in rows(folder / "gold" / "claims.jsonl")]
