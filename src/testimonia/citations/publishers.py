# ruff: noqa: E501 - word lists are easier to read and to add to without broken lines
"""Publishers' names: what words tell one, and what shape one has."""

from __future__ import annotations

import re

__all__ = ["LONGEST_PUBLISHER", "could_publish", "is_publisher"]

LONGEST_PUBLISHER = 60  # characters
# words that only a publisher's name holds, and houses whose name alone tells them
_PUBLISHER_WORDS = frozenset(
    "Press Presses Pr Verlag Verl Éditions Editions Éd Book Books Univ University UP U.P Inc Ltd ltd Limited limited Co Company "
    "Brothers Bros House GmbH Editorial Editora Ediciones Edizioni Editore Wydawnictwo Nakladatelství Forlag Förlag Uitgeverij "
    "Printing Printers Printed Office Library Librairie Imprimerie Tipografia Penguin Routledge Norton Knopf Viking Macmillan "
    "Doubleday Gallimard Seuil Fayard Flammarion Grasset Plon Suhrkamp Fischer Rowohlt Reclam Mondadori Einaudi Laterza Springer "
    "Elsevier Wiley Academic Methuen Faber Heinemann Gollancz Constable Longman Longmans Blackwell Brill Mouton Praeger Pantheon "
    "Simon Schuster Houghton Mifflin Dutton McGraw-Hill Prentice Sage SAGE Palgrave Ashgate Verso Pluto Vintage Bantam Ballantine "
    "Cape Collins Hutchinson Secker Allen Hachette L'Harmattan PUF Beck Oldenbourg Campus Dietz Piper Hanser Klett Tusquets Alianza "
    "Anagrama Наука Мысль Политиздат Прогресс РОССПЭН Росспэн North-Holland Kluwer Addison Birkhäuser MIT IEEE ACM CNRS Lippincott "
    "Appleton Harrap Cassell Chatto Windus Duckworth Hodder Stoughton Jarrolds Weidenfeld Nicolson Morrow Lawrence Wishart Unwin "
    "Westview Greenwood Basic Random Harvill Holt Rinehart Harcourt Straus Giroux Spottiswoode Bodley".split()
)
_PUBLISHER_BEGINS = ("Publi", "publi", "Harper", "Scribner", "Putnam", "Izd", "Изд", "изд")
_AND_SONS = re.compile(r"(?:&|and|et|und) (?:Sons?|Co|Cie|Söhne|fils|Company)(?!\w)")
# words of a publisher's name that are set small
_SMALL_WORDS = frozenset("& and et und y de la le des du d' der the of for für von van di".split())
# words that open or close a title or a subtitle, and that no house is called by
_TITLE_WORDS = frozenset(
    "a an my our his her their history histories story memoirs memoir memories recollections reminiscences documents letters notes essays "
    "diary diaries minutes proceedings report evidence account accounts study studies life lives years papers in on from with by how why "
    "what who journal quarterly monthly weekly newsletter review revue annals annales bulletin magazine zeitschrift times gazette herald tribune mercury archives transactions "
    "ii iii iv vol volume ed edn edition translated edited chapter part thesis dissertation revised reprint "
    "preprint manuscript conference unpublished second third fourth fifth 2nd 3rd 4th".split()
)


def is_publisher(text: str, start: int, end: int) -> bool:
    """Whether a word of the stretch tells a publisher."""
    for word in text[start:end].split():
        bare = word.strip(",;:()[]\"“”'.")
        if bare in _PUBLISHER_WORDS or bare.startswith(_PUBLISHER_BEGINS):
            return True
    return text.endswith(" press", start, end) or _AND_SONS.search(text, start, end) is not None


def could_publish(text: str, start: int, end: int) -> bool:
    """Whether the stretch has the shape of a publisher's name: few words, all of them set as a name."""
    if not 1 < end - start <= LONGEST_PUBLISHER:
        return False
    words = text[start:end].split()
    if len(words) > 6 or any(c.isdecimal() or c in '"“”«»()[]:;?!' for c in text[start:end]):
        return False
    tells = is_publisher(text, start, end)
    for n, word in enumerate(words):
        bare = word.strip(",.'’")
        low = bare.casefold()
        if low in _TITLE_WORDS and not (len(bare) == 1 and word.endswith(".")):
            return False
        if not bare[:1].isupper() and not tells and (low not in _SMALL_WORDS or n in (0, len(words) - 1)):
            return False
        if low in ("of", "for") and not tells:
            return False
    return tells or words[0].casefold() != "the" or len(words) <= 3
