"""Make the filter of common family names (``words/surnames.bloom``) that ``words/surnames.py`` asks.

    python bench/make_surnames.py FAKER_FOLDER

From the lists of family names over languages in the package faker (MIT licence; the folder that holds ``providers``,
as of version 40.63), of which the first 300 of each language are kept: the lists begin with the commonest. Russian,
Ukrainian and Bulgarian names are kept in the spellings that the bench's romanisers give them. The names become a Bloom
filter of 16 bits a name; prints how many.
"""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from romaniser.habits import press_writer
from romaniser.standards import RUSSIAN_SCHEMES, UKRAINIAN_SCHEMES
from testimonia.words.lexicon import places as bits_of
from testimonia.words.surnames import SURNAMES_PATH, fold_surname

MOST = 300  # of a language
BITS_A_NAME = 16
HANDS = 30  # of the press, whose spellings of Cyrillic names are kept
LOCALES = (
    "cs_CZ da_DK de_AT de_DE en_GB en_US es_ES es_MX fi_FI fr_BE fr_FR hr_HR hu_HU it_IT nl_NL no_NO pl_PL pt_BR pt_PT "
    "ro_RO sk_SK sl_SI sv_SE tr_TR az_AZ en_IN ar_AA"
).split()
CYRILLIC = {"ru_RU": RUSSIAN_SCHEMES, "bg_BG": RUSSIAN_SCHEMES, "uk_UA": UKRAINIAN_SCHEMES}


def names_of(locale: str) -> list[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    found: list[str] = []
    for attribute in ("last_names_male", "male_last_names", "unisex_last_names", "last_names_common"):
        found += list(getattr(provider, attribute, ()))[:MOST]
    return found or list(provider.last_names)[:MOST]


def spellings() -> Iterator[str]:
    for locale in LOCALES:
        yield from names_of(locale)
    for locale, schemes in CYRILLIC.items():
        rng = random.Random(1931)
        hands = [*schemes, *(press_writer(rng) for _ in range(HANDS if locale == "ru_RU" else 0))]
        for name in names_of(locale):
            yield name
            yield from (write(name.replace("Ё", "Е").replace("ё", "е")) for write in hands)
            yield from (write(name) for write in hands)


def main() -> None:
    sys.path.insert(0, str(Path(sys.argv[1]).resolve().parent))
    folded = {name for name in map(fold_surname, spellings()) if len(name) > 2}
    bits = bytearray(len(folded) * BITS_A_NAME // 8)
    for name in folded:
        for bit in bits_of(name, len(bits) * 8):
            bits[bit >> 3] |= 1 << (bit & 7)
    SURNAMES_PATH.write_bytes(bytes(bits))
    print(f"{len(folded):,} spellings of common family names")


if __name__ == "__main__":
    main()
