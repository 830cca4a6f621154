# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""What stands behind a title: editors and translators, volume, edition, number of volumes."""

from __future__ import annotations

import re
from itertools import islice

from .contributors import Name, read_names
from .csl import SMALL_WORDS
from .locators import find_edition, find_ordinal, find_volume
from .openings import read_opening
from .readings import Reading, take_names
from .roles import roles_of

__all__ = ["SERIES", "is_series", "read_tail"]

# without one of these nothing but a title stands there
_HINT = re.compile(
    r"[.\d\[]|,\s(?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\b|\s[(\[]?(?:by|von|par|eds?|edn|[Ee]dition|trans|tr|cura|dir|[Vv]ol(?:ume)?|[Bb]and|[Tt]om[eo]?|[Bb]d|Auflage|de|v|под|ред|пер|том)(?!\w)"
)
# every word of a contribution is a shortened one or holds one of these
_CONTRIBUTES = re.compile(
    r"[^\W\d_]\.|\s[(\[]?(?:[^\W\d_]+ by|eds?|trans|ed|[^\W\d_]+ (?:von|par|de|di|d)|[Пп]од|[Пп]еревод)(?!\w)"
)
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
MOST_CONTRIBUTIONS = 12  # editors, translators, authors of a foreword; more stand behind no title
LONGEST_COUNT = 40  # characters of ", in neunundzwanzig Bänden"
_CONTRIBUTION = re.compile(
    r"(?:(?<=[,.;:)\]?!\"”»])\s*|\s)[(\[]?(?P<role>"
    r"(?:[Ee]dited|[Tt]ranslated|[Cc]ompiled|[Ss]elected)(?:,? (?:and|&) (?:edited|translated|introduced|annotated|with an introduction))*(?: from the [A-Z]\w+(?: \w+)?)? by"
    r"|(?:[Ee]ds?\.|[Tt]rans\.|[Tt]ransl\.|[Tt]r\.|[Cc]omps?\.|[Ee]d(?= by)|[Tt]rans(?= by)|ed(?= [A-Z])|trans(?= [A-Z])|eds(?= [A-Z]))(?:,? (?:and|&) (?:[Ee]ds?|[Tt]rans|[Ii]ntro)\.)?(?: by| from the [A-Z]\w+ by)?"
    r"|[Hh]rsg\. von|[Hh]g\. von|[Hh]rsg\. v\.|[Hh]rsg\.|[Hh]g\.|[Hh]erausgegeben von|[Üü]bers\. von|[Üü]bers\. v\.|[Üü]bersetzt von|[Aa]us dem \w+ von"
    r"|[ÉEée]d\. par|[ÉEée]dité par|sous la dir(?:ection|\.) d[e']|[Tt]rad\.(?:(?: de l[’']\w+| du \w+)? par| de| del \w+ (?:de|por))?|[Tt]raduit (?:de l[’']\w+ |du \w+ )?par|[Tt]raducción de|[Ee]d\. de|[Ee]dición de|a cura di|[Tt]raduzione di"
    r"|[Пп]од ред(?:акцией|\.)|[Пп]од общ\. ред\.|[Пп]ер\.(?: с \w+\.?)?|[Пп]еревод(?: с \w+)?|[Сс]ост\.|[Рр]ед\.|red\.|przeł\.|tłum\."
    r"|(?:[Rr]edig\.|[Uu]tg\.|[Uu]dg\.|[Öö]vers\.|[Oo]vers\.)(?: (?:av|af))?|[Oo]prac\.|[Tt]oim\.|[Ss]uom\.|[Tt]õlk\.|[Pp]řel\.|[Ss]zerk\.|[Uu]r\.|[Pp]rev\.|[Bb]ew\.|[Vv]ert\.|[Hh]az\.|[Çç]ev\."
    r"):?\s+(?=[^\W\d_])"
)
_CONTRIBUTOR_END = re.compile(
    r"(?<![\s.][^\W\d_])(?<!\bSt)\.\s+(?=[^\W\d_]{3})|[;()\[\]]|,\s(?=(?:vol|Vol|\d|with|trans|ed|in)\b)|,?\s(?:and|&)\s(?=(?:trans|edited)\b)|$"
)
_VOLUMES = re.compile(
    r"[,.;]?\s[(]?(?:\d{1,2}|in \w+|[Tt]wo|[Tt]hree|[Ff]our)\s(?:vols?\b\.?|volumes\b|Bde\b\.?|Bänden?\b|tomes\b|tt\.|тт\.)[)]?[\s.,]*$"
)
_SEVERAL_VOLUMES = ("vol", "vols", "volumes", "Bde", "Bände", "Bänden", "tomes", "tt", "тт")
_NAMED_IN_BRACKETS = re.compile(
    r"\s\((?P<names>[^\W\d_][^()\d]{2,80}?),\s(?P<role>(?:[Ee]ds?|[Tt]ransl?|[Hh]rsg|[Éé]ds?|[Üü]bers|[Tt]rad)\b\.?"
    r"(?:\s(?:&|and|und|et)\s(?:[Ee]ds?|[Tt]ransl?|[Üü]bers|[Tt]rad)\b\.?)?)\)"
)
# the number of a series stands behind a comma or a word; of "(Part 2)" and "(Apollo 11)" it belongs to the title
SERIES = re.compile(
    r"\s\((?P<series>[^\W\d_][^()\d;:]{3,60}?),?(?:,|\s(?:[Nn]os?|[Nn]r|[Vv]ols?|[Bb]d|[Vv]ol)\.)\s?\d{1,3}\)[\s.,]*$"
)
_FOREWORD = re.compile(
    r"[,.;]\s(?:[Ww]ith\s)?(?:(?:an?|the)\s)?(?:new\s)?(?:[Ff]oreword|[Pp]reface|[Ii]ntroduction|[Aa]fterword|[Ii]ntrod?\.)\sby\s(?=[^\W\d_])"
)
_MEDIUM = re.compile(
    r"\s\[(?:[Oo]n-?line|[Ii]nternet|[Ee]lectronic resource|[Kk]indle(?: edition)?|[Ee]-?book|[Mm]icro(?:film|fiche)|[Ee]n ligne|[Ee]n l[ií]nea|[Rr]ecurso electrónico|[Ээ]лектронный ресурс)\][\s.,]*$"
)
_EARLIER_YEAR = re.compile(r"[.,]?\s\[(?P<year>(?:1[4-9]|20)\d\d)\][\s.,]*$")


def read_tail(reading: Reading, low: int, end: int, *, volumes: bool = True) -> int:
    """Editors, translators, volume and edition behind a title; gives where the title ends."""
    text = reading.text
    stop = end
    stretch = text[low:end]
    if stretch[-1:] != "." and _HINT.search(text, low, end) is None:
        return stop
    # each is looked for only where its words can stand
    contributes = _may_contribute(stretch) and _CONTRIBUTES.search(text, low, end)
    for found in islice(_CONTRIBUTION.finditer(text, low, end), MOST_CONTRIBUTIONS) if contributes else ():
        begin = found.end()
        close = _CONTRIBUTOR_END.search(text, begin, end)
        finish = close.start() if close else end
        names = _names_after(text, begin, finish)
        if not names:
            continue
        take_names(reading, names, roles_of(found["role"]))
        stop = min(stop, found.start())
    edition = None
    if "ed" in stretch or "Ed" in stretch or "éd" in stretch or "ufl" in stretch or "изд" in stretch:
        edition = find_edition(text, low, min(end, stop + 60))
    if edition is None and stretch.rstrip(" .,(")[-2:] in _ORDINAL_ENDS:
        edition = find_ordinal(text, low, stop)
    if edition is not None:
        reading.edition = edition
        stop = min(stop, edition[0])
    if volumes:
        volume = find_volume(text, low + 1, end)
        if volume is not None and (
            text[volume[0]] not in "BbPpTt" or text[volume[0] : volume[0] + 2] in ("Bd", "bd", "t.", "T.", "To", "to")
        ):
            reading.volume = (volume[2], volume[3])
            stop = min(stop, volume[0])
    if text[low:stop].rstrip(" .,)").endswith(_SEVERAL_VOLUMES):
        several = _VOLUMES.search(text, max(low, stop - LONGEST_COUNT), stop)
        if several is not None:
            stop = several.start()
    if " by " in stretch and (foreword := _FOREWORD.search(text, low + 1, stop)) is not None:
        stop = foreword.start()
    if ")" in stretch:
        stop = _read_brackets(reading, low, stop)
    if "]" in stretch and (medium := _MEDIUM.search(text, low, stop)) is not None:
        stop = medium.start()
    early = _EARLIER_YEAR.search(text, low, stop) if "]" in stretch else None
    if early is not None and early.start() > low:
        reading.original = early.span("year")
        stop = early.start()
    return stop


def _read_brackets(reading: Reading, low: int, stop: int) -> int:
    """``(Piers Lowe, Trans.)`` and ``(Harbour Studies, 4)`` behind a title; gives where the title ends."""
    text = reading.text
    for found in _NAMED_IN_BRACKETS.finditer(text, low, stop):
        names = read_names(text, *found.span("names"))
        if names and all(text[n.start : n.end][:1].isupper() for n in names):
            take_names(reading, names, roles_of(found["role"]))
            stop = min(stop, found.start())
    series = SERIES.search(text, low, stop)
    if series is not None and is_series(series["series"]):
        reading.series = series.span("series")
        stop = series.start()
    return stop


def is_series(words: str) -> bool:
    """Whether words in brackets before a number are set as the name of a series; ``See also Note`` is not."""
    return all(w[0].isupper() or w in SMALL_WORDS for w in words.split())


def _may_contribute(stretch: str) -> bool:
    """Whether a contribution can stand there: false is certain, and quickly told.

    The word for a role is shortened, with a full stop that does not close the stretch, or holds one of these.
    """
    return (
        -1 < stretch.find(".") < len(stretch) - 1
        or " by" in stretch
        or "ed " in stretch
        or "ds " in stretch
        or "ns " in stretch
        or "n d" in stretch
        or " di" in stretch
        or " von" in stretch
        or " par" in stretch
        or "ред" in stretch
        or "евод" in stretch
    )


def _names_after(text: str, start: int, end: int) -> tuple[Name, ...]:
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    # cut at the first comma piece that is no name
    found = read_opening(text, start, end)
    names = read_names(text, start, end)
    good = []
    for name in names:
        words = text[name.start : name.end]
        if not words[:1].isupper() or len(words.split()) > 5 or any(c.isdecimal() for c in words):
            break
        good.append(name)
    if (
        found is not None
        and len(found.names) < len(good)
        and found.style not in ("one-inverted", "first-inverted", "inverted", "initials")
    ):
        return found.names
    return tuple(good)
