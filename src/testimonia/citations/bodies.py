# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Bodies that write and publish: a committee, a ministry, a society, told from people by a word in their name."""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

from .csl import title_case

__all__ = ["is_also_family", "is_body", "is_institution", "names_papers"]

_INSTITUTION = re.compile(
    r"\b(?:Committee|Commission|Commissariat|Ministry|Minist[èe]re|Ministerium|Institut(?:e|o|ion)?|University|Universit[yéà]t?|Office|Party"
    r"|Government|Council|Departments?|Dept|Board|Bureau|Society|Association|League|Union|Congress|Agency|Organi[sz]ation|Academy|Staff|Nations|Court"
    r"|Embassy|Parliament|Senate|Chamber|Federation|Foundation|Service|Services|Admiralty|Navy|Army|Corps|Library|Museum|Archiv(?:es?|os?|io)?|\w+archiv|Press|Cent(?:er|re)"
    r"|Cour|Tribunale?|\w*[Gg]ericht(?:shof)?|Corte|Company|Corporation|Group|Authority|Secretariat|Administration|Customs|House of|Amnesty|Human Rights Watch|Komitee|Amt|Gesellschaft|Verband|Bund"
    r"|Akademie|Kommission|Comit[ée]|Soci[ée]t[ée]|Acad[ée]mie|Konferenz|Partei|Collective|Trust|Inquiry|Guild|Conference|Brotherhood|College|School|Bank|Division|Assizes|(?:Quarter|Petty) Sessions|Registry"
    r"|(?:Faculty|Parish|Diocese|Synod|Presbytery|Municipality|Lodge)(?=\sof\s)"
    r"|Комитет|Комиссия|Министерство|Институт|Академия|Общество|Союз|Партия|Управление)\b"
)
# what a body writes and keeps
_PAPERS = re.compile(
    r"\b(?:Minutes|(?:Minute|Letter|Order|Account|Day|Log)[- ]?[Bb]ooks?|Registers?|Accounts|(?<!Public )Records|Papers|Correspondence|Proceedings|Journals?|Ledgers?"
    r"|Logs?|Diar(?:y|ies)|Returns|Rolls|Reports?|Files|Inventor(?:y|ies)|Protocols?|Protokolle?|Akten|Procès-verbaux|Registres?|Actas|Протоколы)(?:\s(?:of|de|des|der)\s[^.;:()]+)?$"
)
# words of a body that are family names as well
_ALSO_FAMILIES = frozenset(
    "Service Bank Court School Press Bund Staff Chamber Guild League Trust Church College Party Archer".split()
)


def is_institution(words: str) -> bool:
    """Whether a name is that of a body and not of a person.

    >>> is_institution("Committee on Navigation"), is_institution("Ann Louise Hartley")
    (True, False)
    """
    if words.isupper() and " " in words:
        words = title_case(words)
    return _INSTITUTION.search(words) is not None


def names_papers(words: str) -> bool:
    """Whether words close with what a body keeps: ``Harbour Board Minutes``, ``Register of Burials``.

    >>> names_papers("Harbour Board Minutes"), names_papers("Public Record Office")
    (True, False)
    """
    return _PAPERS.search(words) is not None


def is_also_family(word: str) -> bool:
    """Whether a word that bodies are called by is a family name as well, whatever letters it is set in: ``BANK``."""
    return word.title() in _ALSO_FAMILIES


def is_body(words: str) -> bool:
    """Whether words that could be names are one body: ``Ministry of Works``, and not ``Robert Service``."""
    if not is_institution(words) or names_papers(words):
        return False
    parts = words.split()
    return not (1 < len(parts) <= 3 and parts[-1] in _ALSO_FAMILIES and (is_given_name(parts[0]) or "." in parts[0]))
