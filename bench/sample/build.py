"""Build the sample page and its gold from the annotated source.

    python bench/sample/build.py            writes src/testimonia/sample
    python bench/sample/build.py --check    fails if what is committed differs

Needs the standard library only. README.md tells the marks of the source.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markup import Block, MarkupError, Voice, fields, find, options, read_blocks

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "src" / "testimonia" / "sample"
Row = dict[str, Any]
# Ships, companies, streets and piers that bear a person's name are not the person.
NO_PERSONS = ("Tolloway Packet Company", "Tolloway Pier", "TOLLOWAY PIER", "Kell Street")


class People:
    """Who is meant by a spelling."""

    def __init__(self, table: dict[str, Row], skip: Sequence[str] = NO_PERSONS) -> None:
        self.table = table
        self.of: dict[str, str] = {}
        self.shared: set[str] = set()
        for person, row in table.items():
            for spelling in row["variants"]:
                if spelling in self.of:
                    raise MarkupError(f"{spelling!r} is given to {self.of[spelling]} and to {person}.")
                self.of[spelling] = self.of[spelling.upper()] = person
            self.shared |= set(row.get("shared", ()))
        spellings = sorted({*self.of, *self.shared, *(s.upper() for s in self.shared), *skip}, key=len, reverse=True)
        self.pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, spellings)) + r")(?!\w)")
        self.skip = set(skip)

    def mentions(self, block: Block) -> list[tuple[int, int, str]]:
        """Every named mention in a block as (start, end, person), in order."""
        taken = sorted([*block.named, *block.unnamed])
        found = [(a, b, p) for (a, b), p in block.named.items()]
        for m in self.pattern.finditer(block.text):
            if m[0] in self.skip or any(a < m.end() and m.start() < b for a, b in taken):
                continue
            if m[0] not in self.of:
                raise MarkupError(f"{block.key}: {m[0]!r} may be several persons; mark whom it means.")
            found.append((m.start(), m.end(), self.of[m[0]]))
        for _, _, person in found:
            if person not in self.table:
                raise MarkupError(f"{block.key}: nobody is called {person!r}.")
        return sorted(found)


def voice_at_each(block: Block, author: str) -> list[tuple[int, int, Voice]]:
    """The segments that partition a block, blanks between them left out."""
    who = block.whole_voice or f"author:{author}"
    mode = "narration" if who.startswith(("author:", "anon:")) else "quote"
    ground = Voice(0, len(block.text), who, mode, document=block.whole_document, alt=block.whole_alt)
    ground.alt_mode = block.whole_alt_mode
    owner = [ground] * len(block.text)
    for voice in block.voices:
        owner[voice.start : voice.end] = [voice] * (voice.end - voice.start)
    segments = []
    start = 0
    for i in range(1, len(owner) + 1):
        if i == len(owner) or owner[i] is not owner[start]:
            words = block.text[start:i]
            a, b = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            if a < b:
                segments.append((a, b, owner[start]))
            start = i
    return segments


def cite(csl: Row, page: str) -> Row:
    """The CSL-JSON item that a printed form and its page amount to."""
    item: Row = {"type": csl["type"]}
    for role in ("author", "editor", "translator"):
        names = []
        for name in csl.get(role, ()):
            family, _, given = name.partition(", ")
            literal = name.startswith("=")
            names.append({"literal": name[1:]} if literal else {"family": family} | ({"given": given} if given else {}))
        if names:
            item[role] = names
    for key in ("title", "container-title", "volume", "edition", "publisher-place", "publisher", "issued"):
        if key in csl:
            item[key] = csl[key]
    page = page or str(csl.get("page", ""))  # of a form that prints it in words of its own ("s. 4")
    if page and not page.startswith("fol. "):  # a leaf of a manuscript is no page
        item["page"] = re.sub(r"^(?:p\.|pp\.|page) ", "", page)
    return item


class Sample:
    """The page and its gold, made once from the annotated source in ``folder``."""

    def __init__(self, folder: Path = HERE, skip: Sequence[str] = NO_PERSONS) -> None:
        self.blocks, dependences, discrepancies = read_blocks(folder / "source")
        self.people = People(tomllib.loads((folder / "people.toml").read_text("utf-8")), skip)
        self.works = tomllib.loads((folder / "works.toml").read_text("utf-8"))
        self.documents = tomllib.loads((folder / "documents.toml").read_text("utf-8"))
        self.rows: dict[str, list[Row]] = {}
        self.lay_out()
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.page))]
        heading: tuple[int, Block] | None = None
        number = 0
        for start, citation_start, block in self.places:
            if block.kind == "heading":
                heading = (start, block)
                self.refer[f"h:{block.key}"] = (f"heading:{self.line(start)}", start, block)
                self.assert_all(start, block, None, heading)
            if block.kind == "excerpt":
                number += 1
                self.add_excerpt(f"x{number:04d}", start, citation_start, block, heading)
            else:
                self.add_lines(start, block.text, {"stray": "stray", "title": "title"}.get(block.kind, "heading"))
            if block.kind == "stray":
                end = start + len(block.text)
                self.anomaly("splice", start, end, "the menu of a web page stands between two claims")
        self.add_people()
        for kind, a, a_words, b, b_words, why in dependences:
            self.pair("dependence", kind, (a, a_words), (b, b_words), {"why": why})
        for kind, a, a_words, b, b_words, about, a_says, b_says in discrepancies:
            says = {"about": about, "a_says": a_says, "b_says": b_says}
            self.pair("discrepancies", kind, (a, a_words), (b, b_words), says)
        for name, key in (("structure", "line"), ("anomalies", "start"), ("mentions", "start")):
            self.rows.get(name, []).sort(key=lambda r: r[key])

    def lay_out(self) -> None:
        """Set the page, and keep where each block and citation begins."""
        parts: list[str] = []
        length = 0
        self.places: list[tuple[int, int | None, Block]] = []
        self.refer: dict[str, tuple[str, int, Block]] = {}
        for block in self.blocks:
            start, citation_start = length, None
            words = block.text
            if block.edition:
                citation_start = start + len(words) + 1
                words += "\n" + self.cited(block)
            self.places.append((start, citation_start, block))
            parts.append(words + "\n\n")
            length += len(words) + 2
        self.page = "".join(parts)[:-1]

    def cited(self, block: Block) -> str:
        """The citation of an excerpt as printed, its page with it."""
        printed = str(self.works[block.edition or ""]["print"])
        return f"{printed}, {block.page}" if block.page else printed

    def line(self, offset: int) -> int:
        """The line, from 1, that an offset of the page stands in."""
        return bisect_right(self.starts, offset)

    def add(self, name: str, row: Row) -> None:
        """Keep one row of one gold file."""
        self.rows.setdefault(name, []).append(row)

    def add_lines(self, start: int, words: str, label: str) -> None:
        """Label each non-blank line of a block."""
        for m in re.finditer(r"[^\n]+", words):
            self.add("structure", {"line": self.line(start + m.start()), "label": label})

    def anomaly(self, kind: str, start: int, end: int, note: str) -> None:
        """Keep a defect of the page, anchored to its words."""
        words = self.page[start:end]
        row = {"line": self.line(start), "start": start, "end": end, "kind": kind, "text": words, "note": note}
        self.add("anomalies", row)

    def add_excerpt(
        self, name: str, start: int, cited: int | None, block: Block, heading: tuple[int, Block] | None
    ) -> None:
        """Keep an excerpt and all that stands in it."""
        end = start + len(block.text)
        self.refer[block.key] = (name, start, block)
        self.add_lines(start, block.text, "body")
        row: Row = {"id": name, "heading_line": self.line(heading[0]) if heading else None}
        row |= {"lines": [self.line(start), self.line(end - 1)], "citation_line": self.line(cited) if cited else None}
        self.add("excerpts", row | {"start": start, "end": end, "chars": end - start})
        if cited is None:
            last = start + block.text.rfind("\n") + 1
            self.anomaly("missing-citation", last, end, block.no_citation)
        else:
            self.add_citation(cited, block)
        for kind, a, b, note in block.anomalies:
            self.anomaly(kind, start + a, start + b, note)
        for a, b, person in self.people.mentions(block):
            row = {"excerpt": name, "start": start + a, "end": start + b, "text": block.text[a:b], "person": person}
            self.add("mentions", row)
        author = self.works[block.edition]["voice"][0] if block.edition else ""
        for a, b, voice in self.segments(block, author):
            said = voice.name if voice.name is not None else self.printed(voice.speaker, block, heading)
            row = {"excerpt": name, "start": start + a, "end": start + b, "speaker": voice.speaker}
            document = self.documents[voice.document] if voice.document else None
            if document is not None:
                document = {k: v for k, v in document.items() if k != "inferred"} | (
                    {"date_inferred": True} if document.get("inferred") else {}
                )
            row |= {"speaker_name": said, "mode": voice.mode, "document": document}
            for key, others in (("alt", voice.alt), ("alt_mode", voice.alt_mode)):
                if others:
                    row[key] = others.split(",")
            self.add("voices", row)
        self.assert_all(start, block, name, heading)

    def segments(self, block: Block, author: str) -> list[tuple[int, int, Voice]]:
        """Who speaks where in an excerpt, in order."""
        return voice_at_each(block, author)

    def add_citation(self, start: int, block: Block) -> None:
        """Keep the citation that closes an excerpt; a string met before only counts once more."""
        printed = self.cited(block)
        work = self.works[block.edition or ""]
        line = self.line(start)
        self.add("structure", {"line": line, "label": "citation"})
        if not block.page:
            last = start + printed.rindex(" ") + 1
            self.anomaly("locator", last, start + len(printed), "no page")
        for row in self.rows.get("citations", ()):
            if row["string"] == printed:
                row["lines"].append(line)
                row["count"] += 1
                return
        row = {"string": printed, "count": 1, "lines": [line], "base": work["print"], "csl": cite(work, block.page)}
        row["work"] = work["work"]
        self.add("citations", row | {k: work[k] for k in ("issued_printed",) if k in work})

    def printed(self, who: str, block: Block, heading: tuple[int, Block] | None) -> str:
        """The words on the page for a speaker: the first mention here, else in the heading, else the name known."""
        if who.startswith("author:"):
            names: list[str] = [w["voice"][1] for w in self.works.values() if w["voice"][0] == who[7:]]
            return names[0]
        if who == "compiler":
            return ""
        if ":" in who:
            return who.split(":")[1].replace("-", " ")
        places: list[Block] = [block, heading[1]] if heading else [block]
        for place in places:
            for a, b, person in self.people.mentions(place):
                if person == who:
                    return place.text[a:b]
        if who not in self.people.table:
            raise MarkupError(f"{block.key}: nobody is called {who!r}.")
        return str(self.people.table[who]["name"]).split(" ")[-1]

    def named(self, words: str, block: Block, heading: tuple[int, Block] | None) -> tuple[str, str]:
        """An id and the words that the page has for it; ``id=words`` states them."""
        who, equals, name = words.partition("=")
        if name and name.lower() not in block.text.lower():
            raise MarkupError(f"{block.key}: {name!r} does not stand there.")
        return who, name if equals else self.printed(who, block, heading)

    def assert_all(self, start: int, block: Block, excerpt: str | None, heading: tuple[int, Block] | None) -> None:
        """Keep what a block or heading asserts."""
        for line in block.assertions:
            speaker, act, of, matter, evidence, more = fields(line, 6)
            who, name = self.named(speaker, block, heading)
            whom = [self.named(w, block, heading) for w in of.split(";") if w]
            a, b = find(evidence, block.text, block.key)
            row: Row = {"excerpt": excerpt} if excerpt else {"heading": self.line(start)}
            row |= {"speaker": who, "speaker_name": name, "act": act, "of": [w for w, _ in whom]}
            row |= {"of_names": [n for _, n in whom if n], "matter": matter}
            said = options(more)
            if "amount" in said:
                value, _, unit = said.pop("amount").partition(" ")
                row["amount"] = {"value": int(value), "unit": unit}
            for key in ("alt", "alt_act"):
                if key in said:
                    said[key] = said[key].split(",")  # type: ignore[assignment]
            self.add("assertions", row | said | {"evidence": [start + a, start + b]})

    def add_people(self) -> None:
        """Keep everybody who is named, with the spellings met."""
        met: dict[str, dict[str, str]] = {}
        for _, _, block in self.places:
            if block.kind not in ("excerpt", "heading"):
                continue
            for a, b, person in self.people.mentions(block):
                words = block.text[a:b]
                if block.kind == "excerpt" or words.casefold() not in met.get(person, {}):
                    met.setdefault(person, {}).setdefault(words.casefold(), words)
        for person, row in sorted(self.people.table.items()):
            variants = sorted(met.get(person, {}).values())
            if not variants:
                raise MarkupError(f"{person} is never named.")
            record = {"id": person, "name": row["name"], "variants": variants, "role": row["role"], "note": ""}
            self.add("people", record)

    def pair(self, name: str, kind: str, a: tuple[str, str], b: tuple[str, str], more: Row) -> None:
        """Keep a link between two records, each side anchored."""
        row: Row = {}
        for side, (key, words) in (("a", a), ("b", b)):
            if key not in self.refer:
                raise MarkupError(f"{name}: no excerpt is called {key!r}.")
            ref, start, block = self.refer[key]
            first, last = find(words, block.text, f"{name} {key}")
            row |= {side: ref, f"{side}_span": [start + first, start + last]}
        self.add(name, row | {"kind": kind} | more)

    def scope(self) -> Row:
        """What the score is to be taken over: everything."""
        headings = [self.line(start) for start, _, block in self.places if block.kind == "heading"]
        last = self.page.count("\n") + 1
        excerpts = [r["id"] for r in self.rows["excerpts"]]
        return {"line_ranges": [[1, last]], "excerpts": excerpts, "headings": headings, "pairs_within": [[1, last]]}

    def files(self) -> dict[str, str]:
        """Every generated file by its path below the package folder."""
        made = {"page.txt": self.page, "gold/scope.json": json.dumps(self.scope()) + "\n"}
        for name, rows in self.rows.items():
            made[f"gold/{name}.jsonl"] = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the committed files differ")
    args = parser.parse_args()
    sample = Sample()
    stale = []
    for name, words in sample.files().items():
        path = PACKAGE / name
        if args.check:
            if not path.exists() or path.read_bytes() != words.encode("utf-8"):
                stale.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(words.encode("utf-8"))
    if stale:
        print("Not as built: " + ", ".join(stale) + ". Run python bench/sample/build.py")
        return 1
    counts = {name: len(rows) for name, rows in sample.rows.items()}
    summary = ", ".join(f"{n} {name}" for name, n in sorted(counts.items()))
    print(f"{len(sample.page.encode('utf-8'))} bytes; {summary}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
