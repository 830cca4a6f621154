"""Which letters stand side by side in Russian and Ukrainian names: writes the engine's table of them.

    python bench/letter_runs.py [--check]

Read from the given names of the package and from the bench's surnames of the ``dev`` half alone, so that the engine
knows nothing of the other half. ``--check`` says whether the table is as it would be written.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from romaniser.people import RUSSIAN_MEN, UKRAINIAN_MEN, feminine, half_of, surnames
from testimonia.people.spellings.given_names import given_name_groups

TABLE = Path(__file__).resolve().parent.parent / "src/testimonia/people/spellings/tables/letter-runs.toml"
VOWELS = {"russian": "аеёиоуыэюя", "ukrainian": "аеєиіїоуюя"}
HEAD = """\
# Letters that stand side by side in names, written by bench/letter_runs.py: consonants that a name begins with,
# rows of three consonants, and pairs of letters ($: the end). A reading with others is taken for less likely.
kind = "runs"
"""


def runs(names: list[str], vowels: str) -> dict[str, set[str]]:
    """The runs of a list of names: ``starts``, ``triples``, ``pairs``."""
    found: dict[str, set[str]] = {"starts": set(), "triples": set(), "pairs": set()}
    for name in names:
        word = name.lower().replace("ё", "е")
        start = 0
        while start < len(word) and word[start] not in vowels:
            start += 1
        found["starts"].add(word[:start])
        marked = word + "$"
        for at in range(len(word)):
            found["pairs"].add(marked[at : at + 2])
            triple = word[at : at + 3]
            if len(triple) == 3 and not set(triple) & set(vowels + "ьъй'"):
                found["triples"].add(triple)
    found["starts"].discard("")
    return found


def table() -> str:
    """The table as TOML."""
    given = [original for group in given_name_groups() for original in group.originals]
    lines = [HEAD]
    for language, men in (("russian", RUSSIAN_MEN), ("ukrainian", UKRAINIAN_MEN)):
        own = set(VOWELS[language])
        names = [name for name in surnames(language) if half_of(name) == "dev"]
        names += [feminine(name) for name in names] if language == "russian" else []
        names += [word for line in men.strip().split("\n") for word in line.split()[:2]]
        foreign = set("іїєґ") if language == "russian" else set("ыэёъ")
        names += [name for name in given if not set(name.lower()) & foreign]
        found = runs([name for name in names if set(name.lower()) & own], VOWELS[language])
        lines.append(f"[{language}]")
        for kind, seen in found.items():
            text = textwrap.fill(" ".join(sorted(seen)), 116)
            lines.append(f'{kind} = """\n{text}"""')
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    made = table()
    if "--check" in sys.argv:
        same = TABLE.exists() and TABLE.read_text(encoding="utf-8") == made
        print("the table is as it would be written" if same else "the table differs from what would be written")
        return 0 if same else 1
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
