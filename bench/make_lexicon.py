"""Make the lists of English words (``words/english.bloom``, ``words/proper.bloom``).

    python bench/make_lexicon.py EN_US.dic EN_US.aff

From a Hunspell dictionary of English (made from: en_US of SCOWL 60 in the package spylls 0.1.7, licence beside the
output) with its affixes, and the British spellings that follow by rule. Written as a Bloom filter: 16 bits a word,
so that about one word in a thousand that does not exist is taken for known. The second list holds the words that the
dictionary has with a capital only. Prints the number of words and the size of each.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from testimonia.words.lexicon import FILTER_PATH, HASHES, PROPER_PATH, places

BITS_A_WORD = 16
BRITISH = (
    (r"or(s|ed|ing|able|ful|less|ably|er|ers|ite|ites)?$", r"our\1"),
    (r"iz(e|es|ed|ing|er|ers|ation|ations|able)$", r"is\1"),
    (r"yz(e|es|ed|ing|er|ers)$", r"ys\1"),
    (r"([^aeiou])er(s|ed)?$", r"\1re\2"),
    (r"([aeiou]l)(ed|ing|er|ers)$", r"\1l\2"),
    (r"ens(e|es|eless)$", r"enc\1"),
    (r"og(s|ed)?$", r"ogue\1"),
    (r"ection(s|al)?$", r"exion\1"),
    (r"dgment(s|al)?$", r"dgement\1"),
    (r"ll(ment|ful|fully|ments)$", r"l\1"),
    (r"gram(s)?$", r"gramme\1"),
    (r"^in(quir\w+)$", r"en\1"),
    (r"^gray(\w*)$", r"grey\1"),
    (r"^(an|p|orthop|gyn|h|arch)e(\w{3,})$", r"\1ae\2"),
)


def expand(dic: Path, aff: Path) -> tuple[set[str], set[str]]:
    """All word forms in small letters, and those of them that are printed with a capital only."""
    affixes: dict[str, list[tuple[str, str, re.Pattern[str], str, bool]]] = defaultdict(list)
    crossed: dict[str, bool] = {}
    for line in aff.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 4 and parts[0] in ("PFX", "SFX"):
            kind, flag = parts[:2]
            if len(parts) == 4:
                crossed[flag] = parts[2] == "Y"
                continue
            strip, add = parts[2].replace("0", ""), parts[3].split("/")[0].replace("0", "")
            rule = parts[4] if len(parts) > 4 else "."
            pattern = re.compile(f"^{rule}" if kind == "PFX" else f"{rule}$")
            affixes[flag].append((strip, add, pattern, kind, crossed[flag]))
    words: set[str] = set()
    for line in dic.read_text(encoding="utf-8").splitlines()[1:]:
        stem, _, flags = line.split("\t")[0].partition("/")
        ended, begun = {stem}, [flag for flag in flags if any(a[3] == "PFX" for a in affixes[flag])]
        for flag in flags:
            for strip, add, pattern, kind, _ in affixes[flag]:
                if kind == "SFX" and pattern.search(stem) and stem.endswith(strip):
                    ended.add(stem[: len(stem) - len(strip)] + add)
        for flag in begun:
            for strip, add, _, _, _ in affixes[flag]:
                ended |= {add + word[len(strip) :] for word in ended if word.startswith(strip)}
        words |= ended
    spelt = [
        {word.lower() for word in words if word.isalpha()},
        {word for word in words if word.isalpha() and word[0].islower()},
    ]
    for ending, british in BRITISH:
        for forms in spelt:
            forms |= {re.sub(ending, british, word) for word in forms}
    every, common = spelt
    return every, every - common


def main() -> None:
    words, proper = expand(Path(sys.argv[1]), Path(sys.argv[2]))
    for path, members in ((FILTER_PATH, words), (PROPER_PATH, proper)):
        bits = bytearray((len(members) * BITS_A_WORD + 7) // 8)
        for word in members:
            for place in places(word, len(bits) * 8):
                bits[place >> 3] |= 1 << (place & 7)
        path.write_bytes(bytes(bits))
        print(f"{len(members):,} words, {HASHES} hashes, {len(bits):,} bytes in {path}")


if __name__ == "__main__":
    main()
