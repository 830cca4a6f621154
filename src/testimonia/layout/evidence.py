"""How much a piece of text looks like a citation, from its words alone.

The score is a sum of log-odds-like weights: above `LIKELY` a careful reader would take the words
for a citation out of context, below 0 for prose. The weights were set by hand on citation styles of
several disciplines and languages; the page's own habits are weighed in elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testimonia.words.papers import is_paper

__all__ = [
    "LIKELY",
    "citation_score",
    "ends_in_locator",
    "is_author_date",
    "is_dateline",
    "is_ibid",
    "is_imprint",
    "lower_share",
    "opens_letter",
]

LIKELY = 1.5
LONGEST_CITATION = 700  # characters; a note with several sources may run long, no citation runs longer

_YEAR = r"(?:1[4-9]\d\d|20[0-4]\d)"
_PAGE_WORD = (
    r"(?:pp?|pages?|pgs?|pág(?:ina)?s?|str|стр|Стр|с|С|S|s|P|Pp|PP|Seiten?|fols?|ff?|ll?|л|лл|chap(?:ter)?s?|ch|§+|cols?|nn?|paras?|"
    r"¶+|loc|at)"
)
_LOCATOR = re.compile(
    rf"(?:^|[\s,;:(\[]){_PAGE_WORD}\.?\s*(?:\d+|[ivxlcdm]+\b)[\w\s,;&–—-]*(?:\d|[ivxlcdm]|\b(?:ff?|n|v|r)\b)?\.?"
)
_ENDS_IN_LOCATOR = re.compile(
    rf"(?:[\s,;:(\[]{_PAGE_WORD}\.?\s*(?:\d+[a-z]?|[ivxlcdm]+)(?:\s*(?:[-–—,;&]|and|et|und|to)\s*(?:p+\.?\s*)?(?:\d+[a-z]?|[ivxlcdm]+))*"
    rf"(?:\s*ff?\.?)?(?:\s*[\[(][^\])]*[\])])?|[:,]\s*\d{{1,4}}(?:\s*[-–—]\s*\d{{1,4}})?)\s*[.)\]*_”\"’»]*$"
)
_ENDS_IN_YEAR = re.compile(rf"(?:{_YEAR}|n\.\s?d|o\.\s?J|s\.\s?d|б\.\s?г)[a-z]?\s*[.)\]*_]*$")
_HAS_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_IMPRINT = re.compile(
    rf"[A-ZÀ-ÞА-Я][^:;()]{{1,60}}\s?:\s[^:()]{{2,80}}?[,.;]?\s?\[?(?:c|©|cop\.\s)?{_YEAR}|"
    rf"\([^()]{{0,120}}[,:;]?\s?\[?c?{_YEAR}[a-z]?\]?[^()]{{0,60}}\)"
)
_BARE_IMPRINT = re.compile(rf"\s*(?:[^:()\d]{{2,60}}:\s)?[^:()\d]{{0,70}}?,?\s*\[?(?:c|©)?{_YEAR}\]?\s*$")
_PUBLISHER = re.compile(
    r"\b(?:Press|Publish\w*|Pub|Verlag|Books?|Univ\w*|Éditions?|Editions?|Editorial|Ediciones|Librair\w*|Inc|Ltd|Co|Company|"
    r"Sons|Brothers|Bros|House|Gallimard|Presses|Издательство|Изд|Printers?|Типогр\w*|Издание|Изд-во|Наука|Office|Library|Institut\w*|Society|Journal|Review|"
    r"Quarterly|Magazine|Times|Gazette|Archiv\w*|Zeitschrift|Proceedings|Annals|Bulletin|Record|Collection)\b"
)
_CAPITAL = "A-ZÀ-ÞŁŠŽČŚŹĆŘА-ЯІЇЄҐΑ-Ω"
_NAME = rf"(?:[{_CAPITAL}]\.[ -]?|[{_CAPITAL}][\w'’.-]+\s|" + (
    r"(?:de|di|von|van|der|den|la|le|du|da|do|dos|ter|ten|el|al)\s|d['’])"
)
_PERSON = rf"(?:{_NAME}){{0,4}}[{_CAPITAL}][\w'’-]+"
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,300})\]\]")  # "[[Ann Hartley|A. Hartley]]"
_WIKI_ITALICS = re.compile(r"(?<!')'{2,3}(?!')([^'\n]{3,120}(?:'[^'\n]{1,120}){0,3})'{2,3}(?!')")
_NAME_FIRST = re.compile(
    rf"[\W_]*(?:[{_CAPITAL}][\w'’.-]+(?:\s[{_CAPITAL}][\w'’-]+)?,\s+(?:[{_CAPITAL}]\.|[{_CAPITAL}][\w'’-]+)|"
    rf"[{_CAPITAL}][\w'’-]+\s(?:[{_CAPITAL}]\.\s?){{1,3}}(?:,|[{_CAPITAL}«„\"“]|[^\W\d_])|"
    rf"{_PERSON}(?:,\s{_PERSON}){{0,3}},?\s(?:and|&|und|et|y|e|и|и др|et al)\.?\s?(?:{_PERSON})?[.,:;]|"
    rf"{_PERSON}[,:]\s+[\"“‘'«*_„]?[{_CAPITAL}\d])"
)
_ROLE = re.compile(
    r"\b(?:eds?|trans|transl|edited by|translated by|Hrsg|hg|éds?|trad|ред|пер|comp|vols?|Bd|t|т|edn?|rev)\.?"
    r"(?=[\s,.)])"
)
_DATELINE = re.compile(
    r"\W*(?:[A-ZÀ-Þ][\w'’. -]{0,40}[,:]\s*)?(?:[A-Z][a-z]{2,8}day,?\s)?(?:the\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?\s(?:of\s)?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?)"
    rf"(?:\s?\([^)]*\)|,\s[^\d,]{{2,14}})?,?\s*{_YEAR}\W*$"
)
_PLACE_AND_DAY = re.compile(  # "Port Hale, September 2nd": no year, or one in brackets that somebody added
    r"[A-ZÀ-Þ][^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){0,3},\s(?:[A-Z][a-z]{2,8}day,?\s)?(?:the\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?\s(?:of\s)?[^\W\d_]{3,10}|[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?)"
    r"\.?(?:,?\s[\[(]\d{4}[\])])?\W*$"
)
_WRITTEN_IN = re.compile(rf"[^\d.?!]{{0,40}}\b(?:in|of|on|from|since|last)?\b[^\d.?!]{{0,20}}{_YEAR}\W*$", re.I)
_NUMBERED = re.compile(
    r"\b(?:vol|no|nr|iss|bd|t|f|op|d|box|folder|reel|doc|MS|ms|fond|opis|delo|ф|оп|д)\.?\s*(?:\d+|[IVXLC]+\b)|\d+\s?\(\d+\)\s?:",
    re.I,
)
_URL = re.compile(r"https?://|www\.|doi[:.]\s?10\.|\bISBN\b|accessed|retrieved", re.I)
_TITLE_MARK = re.compile(r"[*_][^*_\n]{3,120}[*_]|[“\"«„][^”\"»“\n]{3,160}[.,?!]?[”\"»“][.,]?\s")
_IBID = re.compile(
    r"^[\W_]*(?:ibid(?:em)?|idem|id|op\.?\s?cit|loc\.?\s?cit|ebd|ebenda|ders|a\.\s?a\.\s?O|там\s+же|ibíd|ídem|stesso)\b\.?",
    re.I,
)
_OP_CIT = re.compile(r"\b(?:supra\b|op\.?\s?cit|loc\.?\s?cit|art\.?\s?cit|a\.\s?a\.\s?O|указ\.?\s?соч)\b", re.I)
# "supra Ex. 25", "note 5 above": an earlier piece of the page, by its number
_NUMBERED_ABOVE = re.compile(
    r"\b(?:supra|see above|siehe oben|voir)\s(?:at\s)?[^\W\d_]{1,10}\.?\s(?:no\.\s)?\d|"
    r"\bn(?:ote|n)?s?\.?\s\d{1,4},?\s(?:above|supra)\b",
    re.I,
)
_AUTHOR_DATE = re.compile(
    rf"[\W_]*(?:see |cf\. )?((?:[^\W\d_][\w'’.-]*|&)(?:,?\s(?:[^\W\d_][\w'’.-]*|&)){{0,9}}?),?\s"
    rf"[(\[]?{_YEAR}[a-z]?[)\]]?"
    r"(?:[,:]\s*(?:pp?\.\s*)?[\divxlc]+(?:\s*[-–—,&]\s*[\divxlc]+)*(?:\s*ff?\.?)?)?\W*$"
)
_AUTHOR_PAGE = re.compile(
    rf"{_PERSON}(?:(?:,?\s(?:and|&|und|et)\s|,\s){_PERSON}){{0,3}}(?:\set\sal\.)?,?\s(?:[\"“*_][^\d]{{2,50}}[\"”*_],?\s)?"
    r"\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*$"
)
_MONTHS_AND_LINKS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec in of on by and the spring summer autumn fall winter januar februar märz mai juni juli "
    "oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero "
    "abril mayo junio julio agosto septiembre octubre noviembre diciembre since until before after circa early "
    "late".split()
)
_PARTICLES = frozenset(
    "and & et und y e i и al al. van von der den de la le du da di del dos of the ed eds ter ten".split()
)
# Words that prose cannot do without and a citation seldom has: finite verbs, pronouns, conjunctions.
_PROSE = frozenset(
    "was were had has have is are am be been being he she they it we you i him her them his their my our your that "
    "which who whom when where while because if not no did does do don't didn't said says would will could should can "
    "may might must there then but so this these those what why how yes all any it. him. them. me. it, him, them, me "
    "ist war waren hatte hat haben wurde werden er sie es wir ich nicht dass daß weil aber auch est était étaient "
    "avait ont il elle ils nous vous je qui que dont pas mais fue era había han él ella ellos yo pero cuando был была "
    "были было он она они мы вы я не что который но его её их".split()
)
_TURN = re.compile(
    r"^(?:[A-ZÀ-Þ][a-zà-ÿ]{1,4}\.\s)?(?:[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’' -]{1,40}(?:\s\([^)]{1,40}\))?|[A-ZÀ-Þ][a-zà-ÿ]+):\s+\S"
)
_SENTENCE_END = re.compile(r"[a-zà-ÿа-я]{4,}[.?!]['\"”’)]*\s+[A-ZÀ-ÞА-Я][a-zà-ÿа-я]+\s+[a-zà-ÿа-я]+\s+[a-zà-ÿа-я]+")
_WEIGHTY = re.compile(r"[^\W\d_]{4,}")
_DIGIT = re.compile(r"\d")
# one of these letters stands wherever the pattern of that name is met: looking for them costs a tenth of its time
_IN_NUMBERED_ABOVE = ("supra", "above", "siehe oben", "voir")
_IN_OP_CIT = ("supra", "cit", "a.", "указ")
_IN_URL = ("://", "www.", "doi", "isbn", "accessed", "retrieved")


def is_dateline(text: str) -> bool:
    """Whether the words say when something was written, and perhaps where."""
    return len(text) < 60 and (_DATELINE.match(text) is not None or _WRITTEN_IN.match(text) is not None)


def opens_letter(text: str) -> bool:
    """Whether the words are place and date, or a date alone, as they stand over a letter.

    >>> opens_letter("Vesterhavn, 27 April 1896"), opens_letter("The first ferry since 1896")
    (True, False)
    >>> opens_letter("Port Hale, September 2nd"), opens_letter("The crew, numbering 12 men")
    (True, False)
    """
    return len(text) < 60 and (_DATELINE.match(text) is not None or _PLACE_AND_DAY.match(text) is not None)


def ends_in_locator(text: str) -> bool:
    """Whether the words close with a page or another place in a work."""
    return _ENDS_IN_LOCATOR.search(text[-80:]) is not None


def is_imprint(text: str) -> bool:
    """Whether the words are no more than place, publisher and year, as they stand in brackets after a title."""
    return len(text) < 120 and _BARE_IMPRINT.match(text) is not None


def lower_share(text: str) -> float:
    """How many of the words of weight begin small: most in prose, few in names, titles and imprints."""
    words = _WEIGHTY.findall(text)
    return sum(w[0].islower() for w in words) / len(words) if len(words) >= 4 else 0.0


def is_ibid(text: str) -> bool:
    """Whether the words begin by referring back: ``Ibid.``, ``op. cit.``, ``ebd.``, ``там же``."""
    return _IBID.match(text) is not None


def is_author_date(text: str) -> bool:
    """Whether the words are an author's name and a year, perhaps with a page.

    >>> is_author_date("van der Meer and Lindqvist 1925: 102-6"), is_author_date("They left in May 1925")
    (True, False)
    """
    match = _AUTHOR_DATE.match(text)
    if match is None:
        return False
    words = [word.strip(",.'’") for word in match.group(1).split()]
    names = [word for word in words if word.lower() not in _PARTICLES and word]
    return (
        0 < len(names) <= 6 and all(word[0].isupper() for word in names) and words[-1].lower() not in _MONTHS_AND_LINKS
    )


@lru_cache(maxsize=4096)  # the ways of setting that are tried have many words in common
def citation_score(text: str) -> float:
    """How much the words look like a citation; see the module for the scale.

    >>> citation_score("Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45") > LIKELY
    True
    >>> citation_score("He said that the ferry had left in 1871, and that he was sorry.") > 0
    False
    """
    if "[[" in text:
        text = _WIKI_LINK.sub(r"\1", text)
    elif "''" in text:
        text = _WIKI_ITALICS.sub(r"*\1*", text)
    length = len(text)
    ibid = _IBID.match(text) if length > 2 else None
    if (length < 4 and not ibid) or length > LONGEST_CITATION:
        return -6.0
    score = -2.6
    if ibid and length < 120:
        score += 5.0
    printed = text.split()
    words = len(printed)
    # in titles these words begin large ("As I Am Told, You Were Not")
    prose = len([word for word in printed if word in _PROSE])
    # The rest costs more time than the whole of this, and prose is nine tenths of a page.
    if prose > 0.16 * words and prose > 2:
        return -6.0
    has_digit = _DIGIT.search(text) is not None
    if length > 160 and not has_digit:
        return -6.0
    score -= 24.0 * max(0.0, prose / words - 0.04)
    score -= 1.0 * min(len(_SENTENCE_END.findall(text)), 4)
    if words > 45:
        score -= (words - 45) / 12
    if score < -9.0:
        return score
    tail, small = text[-80:], text.casefold()
    if _ENDS_IN_LOCATOR.search(tail):
        score += 2.8
    elif _LOCATOR.search(text):
        score += 1.6
    if has_digit and _HAS_YEAR.search(text):
        score += 1.0
        if _ENDS_IN_YEAR.search(tail):
            score += 1.0
    if has_digit and _IMPRINT.search(text):
        score += 2.0
    if _PUBLISHER.search(text):
        score += 1.0
    if _NAME_FIRST.match(text):
        score += 1.4
    if length < 120 and is_author_date(text):
        score += 3.2
    if length < 120 and _has(small, _IN_NUMBERED_ABOVE) and _NUMBERED_ABOVE.search(text):
        score += 4.0
    elif _has(small, _IN_OP_CIT) and _OP_CIT.search(text):
        score += 2.0
    elif length < 80 and _AUTHOR_PAGE.match(text):
        score += 1.5
    score += min(len(_ROLE.findall(text)), 2) * 0.6
    if _NUMBERED.search(text):
        score += 0.9
    if score < 6.0:
        low = lower_share(text)
        if low > 0.5:
            score -= 5.0 * (low - 0.5)
    if _has(small, _IN_URL) and _URL.search(text):
        score += 1.6
    if _TITLE_MARK.search(text):
        score += 0.6
    first = text.lstrip("—–-*_ \"“'‘([")[:1]
    if first.islower() and not ibid:
        score -= 1.5
    if text.rstrip("\"'”’) ").endswith(("?", "!")):
        score -= 1.5
    if _TURN.match(text):
        score -= 2.5
    if words >= 5 and text.isupper():
        score -= 2.0  # names may stand in capitals in a citation, but not its title and all
    if length < 90 and _DATELINE.match(text) and not is_paper(text.partition(",")[0].strip("*_ ")):
        score -= 5.0  # unlike "Leeds Mercury, 2 May 1903", which dates no letter
    return score


def _has(small: str, letters: tuple[str, ...]) -> bool:
    return any(some in small for some in letters)
