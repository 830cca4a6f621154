"""Build the blind pages and their gold from annotated sources.

    python bench/blind/build.py             writes every page below bench/blind
    python bench/blind/build.py thermi      writes one
    python bench/blind/build.py --check     fails if what is committed differs

The marks of the source are those of bench/sample, whose modules are used here; README.md tells what is added.
Needs the standard library only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "sample"))

from build import Row, Sample  # noqa: E402 (the folder is on the path only now)
from markup import Block, Voice  # noqa: E402


class Page(Sample):
    """One blind page. ``book.toml`` says how it is set and which words that look like people are none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = tomllib.loads((folder / "book.toml").read_text("utf-8"))
        self.mark: str = self.book.get("excerpt", "")
        self.later: str = self.book.get("continued", self.mark)
        self.inline: bool = self.book.get("inline", False)
        super().__init__(folder, self.book["skip"])

    def lay_out(self) -> None:
        """Set the page, and keep where each block and citation begins."""
        parts: list[str] = []
        length = claims = 0
        self.places = []
        self.refer = {}
        for block in self.blocks:
            lead = ""
            if block.kind == "title":
                lead = self.book.get("title", "")
            if block.kind == "heading":
                claims += 1
                number = roman(claims) if self.book.get("numerals") == "roman" else str(claims)
                lead = self.book.get("heading", "").replace("N", number)
            if block.kind == "excerpt":
                lead = self.mark
                set_off(block, self.later)
            start, cited = length + len(lead), None
            words = lead + block.text
            if block.kind == "heading":
                words += self.book.get("heading_end", "")
            if block.kind == "heading" and (rule := self.book.get("underline")):
                words += "\n" + rule * len(lead + block.text)
            if block.edition:
                words += self.book.get("below", " " if self.inline else "\n\n" if self.mark else "\n")
                words += self.book.get("citation", "")
                cited = length + len(words)
                words += self.cited(block)
            self.places.append((start, cited, block))
            parts.append(words + "\n\n")
            length += len(words) + 2
        self.page = "".join(parts)[:-1]

    def cited(self, block: Block) -> str:
        """The citation as printed; ``{page}`` in its form is where the page stands."""
        printed = str(self.works[block.edition or ""]["print"])
        return printed.replace("{page}", f", {block.page}" if block.page else "")

    def add_lines(self, start: int, words: str, label: str) -> None:
        """Label each line that holds more than the mark of an excerpt."""
        at = start
        for line in words.split("\n"):
            if line.strip() and line.strip() != self.mark.strip():
                self.add("structure", {"line": self.line(at), "label": label})
            at += len(line) + 1

    def segments(self, block: Block, author: str) -> list[tuple[int, int, Voice]]:
        """The segments, cut where a mark of the layout stands between them, so that no such mark is anybody's."""
        found = super().segments(block, author)
        if not self.mark:
            return found
        pieces = []
        for a, b, voice in found:
            at = a
            for line in block.text[a:b].split("\n"):
                words = line if at == a and not starts_line(block.text, a) else line.removeprefix(self.later.strip())
                first = at + len(line) - len(words.lstrip())
                last = at + len(line.rstrip())
                if first < last:
                    pieces.append((first, last, voice))
                at += len(line) + 1
        return pieces

    def printed(self, who: str, block: Block, heading: tuple[int, Block] | None) -> str:
        """The words for a speaker; in full where the page's own would be anybody's of that family."""
        words = super().printed(who, block, heading)
        meant = set()
        for person, row in self.people.table.items():
            for spelling in (row["name"], *row["variants"]):
                known = spelling.casefold()
                if words.casefold() in (known, known.split(" ")[-1]):
                    meant.add(person)
        return str(self.people.table[who]["name"]) if who in meant and len(meant) > 1 else words

    def anomaly(self, kind: str, start: int, end: int, note: str) -> None:
        """Keep a defect that the source states; these pages are not about missing page numbers."""
        if kind != "locator":
            super().anomaly(kind, start, end, note)

    def files(self) -> dict[str, str]:
        """Every generated file by its path below the folder."""
        made = super().files()
        made[self.book["page"]] = made.pop("page.txt")
        verdicts = self.folder / "headings.toml"
        if verdicts.exists():
            said = tomllib.loads(verdicts.read_text("utf-8"))
            at = {block.key: self.line(start) for start, _, block in self.places if block.kind == "heading"}
            if set(said) != set(at):
                raise ValueError(f"headings.toml and the claims differ: {sorted(set(said) ^ set(at))}")
            rows = [{"heading": at[k], "verdict": v, "why": why} for k, (v, why) in said.items()]
            overdrawn = [self.refer[f"h:{k}"] for k, (v, _) in said.items() if v == "overreach"]
            for _, start, block in overdrawn:
                self.anomaly("overreach", start, start + len(block.text), "a claim that says more than its evidence")
            self.rows["anomalies"].sort(key=lambda r: r["start"])
            lines = [json.dumps(r, ensure_ascii=False) + "\n" for r in self.rows["anomalies"]]
            made["gold/anomalies.jsonl"] = "".join(lines)
            made["gold/headings.jsonl"] = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        return made

    def faults(self) -> list[str]:
        """What is wrong with the gold itself: segments that overlap, that leave words out, or that cut blanks."""
        said: dict[str, list[Row]] = {}
        for row in self.rows["voices"]:
            said.setdefault(row["excerpt"], []).append(row)
        wrong = []
        for excerpt in self.rows["excerpts"]:
            at = excerpt["start"]
            for row in said[excerpt["id"]]:
                gap, words = self.page[at : row["start"]], self.page[row["start"] : row["end"]]
                if row["start"] < at or gap.replace(self.mark.strip() or "\n", "").strip() or words.strip() != words:
                    wrong.append(f"{excerpt['id']}: {gap!r} before {words[:40]!r}")
                at = row["end"]
            if at != excerpt["end"]:
                wrong.append(f"{excerpt['id']}: nobody says {self.page[at : excerpt['end']]!r}")
        for row in self.rows["mentions"]:
            if self.page[row["start"] : row["end"]] != row["text"]:
                wrong.append(f"{row['text']!r} does not stand at {row['start']}")
        return wrong


def roman(number: int) -> str:
    """A number from 1 to 39 in Roman numerals."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def starts_line(text: str, at: int) -> bool:
    """Whether ``at`` is the first character of a line that is not the first of the excerpt."""
    return at > 0 and text[at - 1] == "\n"


def set_off(block: Block, mark: str) -> None:
    """Put ``mark`` before each line of an excerpt but the first, and move everything said of it along."""
    if not mark:
        return
    moved = []
    out = []
    for number, line in enumerate(block.text.split("\n")):
        lead = "" if not number else mark if line else mark.rstrip()
        out.append(lead + line)
        moved += [len(lead)] * (len(line) + 1)
    total = 0
    shift = []
    begins = True
    for i, lead_length in enumerate(moved):
        if begins:
            total += lead_length
        shift.append(i + total)
        begins = i < len(block.text) and block.text[i] == "\n"

    def last(end: int) -> int:
        return shift[end - 1] + 1 if end else 0

    block.text = "\n".join(out)
    block.voices = [replace(v, start=shift[v.start], end=last(v.end)) for v in block.voices]
    block.named = {(shift[a], last(b)): who for (a, b), who in block.named.items()}
    block.unnamed = [(shift[a], last(b)) for a, b in block.unnamed]
    block.anomalies = [(kind, shift[a], last(b), note) for kind, a, b, note in block.anomalies]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="*", help="the folder of a page; without one, all")
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the committed files differ")
    args = parser.parse_args()
    stale = []
    for folder in [HERE / n for n in args.name] or sorted(p.parent for p in HERE.glob("*/book.toml")):
        page = Page(folder)
        if faults := page.faults():
            print("\n".join(faults))
            return 1
        for name, words in page.files().items():
            path = folder / name
            if args.check:
                if not path.exists() or path.read_bytes() != words.encode("utf-8"):
                    stale.append(f"{folder.name}/{name}")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(words.encode("utf-8"))
        counts = {name: len(rows) for name, rows in page.rows.items()}
        letters: Counter[str] = Counter()
        for row in page.rows["voices"]:
            letters[row["mode"]] += row["end"] - row["start"]
        print(f"{folder.name}: {len(page.page.encode('utf-8'))} bytes; ", end="")
        print(", ".join(f"{n} {name}" for name, n in sorted(counts.items())), end="; ")
        print(", ".join(f"{n} characters of {mode}" for mode, n in letters.most_common()))
    if stale:
        print("Not as built: " + ", ".join(stale) + ". Run python bench/blind/build.py")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
