# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""The names that open a citation: where they end, and which role is printed behind them.

Reads ``Hartley, Ann and Piers Lowe``, ``A; B; C``, ``Smith, J., and R. Jones``, ``HARTLEY V.``, a committee. Words
that look like names and are the beginning of a title are left to the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.words.lexicon import is_english_word
from testimonia.words.names import is_given_name
from testimonia.words.titles import is_title

from .bodies import is_also_family, is_body, is_institution, names_papers
from .contributors import (
    LONGEST_OPENING,
    SEVERAL,
    Name,
    cut_names,
    read_names,
    split_names,
    whole_name,
)
from .csl import title_case
from .name_forms import CAPITALS_FIRST, MIXED, ONE_NAME, WITHOUT_AND, forms_for
from .places import is_city, is_region
from .roles import role_at

__all__ = ["NameList", "behind_ranks", "read_opening"]

_TWO_CAPITALS = re.compile(r"[^\Wa-z\d]{2}")
_CAPITAL_BODY = re.compile(r"[^\W\d_]{2}[^.,;:()\[\]\d\"“”«»]+")
_YEAR_NEXT = re.compile(r" \((?:1[4-9]|20)\d\d")
LONGEST_BODY = 160  # characters
_CAPITALS_AHEAD = re.compile(r"[A-Z]{2,} ")
_NOT_GIVEN = frozenset(
    "the a an my his her our their its der die das ein eine le la les un une el los las il lo gli i o os new secret history histories "
    "memoirs memoir notes letters letter report reports proceedings documents stories story tales essays studies diary diaries journal on in of from "
    "to inside behind under against with beyond between among after before how why what when where who life lives war wars great red white "
    "black young old first second third last selected collected complete works papers speeches trial modern early imperial national "
    "international political social economic general short brief private public special official soviet russian german french british american "
    "english european western eastern northern southern holy royal the true real other two three four five six seven eight nine ten another".split()
)
_PARTICLES = frozenset("van von der den de la du del della di da dos".split())
_NOT_FAMILY = frozenset(
    "Papers Collection Collections Files Records Correspondence MSS Manuscripts Diaries Nachlass".split()
)
_SEVERAL_INVERTED = frozenset(("first-inverted", "initials", "inverted"))
_MAY_BE_TITLES = frozenset(("one-direct", "two-word", "direct", "bare", "first-inverted", "one-inverted"))
_DIRECT_STYLES = frozenset(("bare", "one-bare", "one-direct", "two-word", "direct"))
_ONLY_YEARS = re.compile(r"(?:1[4-9]|20)\d\d\s?[-–]\s?(?:\d\d){1,2}(?=\s*[(.,]|$)")
_BY_OTHERS = ("by ", "By ", "BY ", "edited by ", "Edited by ", "translated by ", "Translated by ", "compiled by ")
# "Hartley, Ann. The Quiet Harbour": by far the most common opening, for which no other form need be tried
_USUAL = re.compile(
    r"(?P<family>[A-Z][a-z]+(?:-[A-Z][a-z]+)?), (?P<given>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\. "
    r"(?=[A-Z\"“])(?!(?:Eds?|Edited|Trans\w*|Comps?|Compiled|Hrsg|Hg|Dirs?|Tr|In)\b)"
)
_SEAT = re.compile(
    r",\s(?P<place>[^\W\d_a-z][\w'’-]+(?:[ -][^\W\d_a-z][\w'’-]+)?)(?=\.\s[^\W\d_a-z])(?!\.\s[^.,;:]{2,40}:\s)"
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s|\s?[(\[:]|,\s")
_BODY = re.compile(
    r"(?:[^.,\"“«:;]|\.(?=\S)|\.(?= ?\()|\.(?=,)|(?<=\b[A-Z])\.|(?<=\bSt)\.|,(?= (?:Department|Office|Bureau|Committee|Ministry)))+"
)
_OF_STATE = re.compile(
    r"(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}), (?P<body>[A-Z][\w'’-]+(?: (?:of|for|the|and|[A-Z][\w'’-]+)){1,7})(?=[,.]\s[^\W\d_a-z])"
)
_RANK = re.compile(r"[^\W\d_a-z][^\W\d_]+\.?(?:-[^\W\d_a-z][^\W\d_]+\.?)?(?=\s)")  # "Dr.", "Maj.-Gen."
_RANKED = re.compile(  # "Captain A. R. Hartley," and "Dame Ann Hartley,": initials, or a given name, and a family name
    r"(?:(?:[^\W\d_a-z]\.[ -]?)+|(?P<given>[^\W\d_a-z][^\W\d_]+)\s(?:[^\W\d_a-z]\.\s?){0,2})"
    r"(?:(?:van|von|der|den|de|la|le|du|di|da|of)\s)*[^\W\d_a-z][\w'’-]+(?:,|\s(?:and|&)\s|(?P<stop>\.\s))"
)
_MOST_RANKS = 3
_ABOUT = re.compile(
    r"^(?:Report|Minutes|Proceedings|Papers|History|Letters|Memoirs?|Documents|The Case|Hearings?)\b|\s(?:into|by|how|why|from)\s"
)


@dataclass(frozen=True, slots=True)
class NameList:
    """The names that open a citation, the roles printed after them, and where the next words begin."""

    names: tuple[Name, ...]
    roles: tuple[str, ...]
    end: int
    style: str


def behind_ranks(text: str, start: int, end: int) -> int:
    """Where the name begins that a rank or a form of address opens; ``start`` where none does.

    >>> behind_ranks("General Sir A. R. Hartley, Old Harbours", 0, 39), behind_ranks("Captain Hartley, A Life", 0, 23)
    (12, 0)
    """
    at, cut_short = start, False
    for _ in range(_MOST_RANKS):
        rank = _RANK.match(text, at, end)
        if rank is None or not all(is_title(part) for part in rank.group().split("-")):
            break
        at, cut_short = rank.end() + 1, cut_short or rank.group().endswith(".")
    found = _RANKED.match(text, at, end) if at > start else None
    if found is None or (found["given"] and (found["stop"] or not (cut_short or is_given_name(found["given"])))):
        return start  # but behind "Dr." or "Prof." a name stands, whoever bears it
    return at


def read_opening(text: str, start: int, end: int) -> NameList | None:
    """The names that open ``text[start:end]`` and leave some words after them for a title.

    ``None`` says that the citation opens with no name.
    """
    usual = _USUAL.match(text, start, end)
    if usual is not None and not _seems_title(usual["given"]) and usual.end() < end:
        stop = usual.end("given")
        csl = {"family": usual["family"], "given": usual["given"]}
        return NameList((Name(start, stop, csl),), ("author",), stop, "one-inverted")
    state = _body_of_state(text, start, end)
    if state is not None:
        return state
    head = text[start : start + LONGEST_OPENING if start + LONGEST_OPENING < end else end]
    several = SEVERAL.search(head) is not None
    commas = head.count(",")
    styles = MIXED if several else ONE_NAME if commas < 2 else WITHOUT_AND
    forms = forms_for(head)
    plain = text.replace("’", "'")
    if _TWO_CAPITALS.search(head) and forms["set-in-capitals"].match(plain, start, end) and not head.isupper():
        body = _capital_body(text, start, end)
        if body is not None:
            return body
        # the forms are not compiled for a title set in capitals, which neither can be
        if "," in head:
            styles = CAPITALS_FIRST + styles
        elif not _CAPITALS_AHEAD.match(text, start, end):
            styles = CAPITALS_FIRST[1:] + styles
    for style in styles:
        found = forms[style].match(plain, start, end)
        if found is None:
            continue
        stop = found.end()
        role = role_at(text, stop, end)
        after = role[1] if role else stop
        rest = text[after:end].strip(" .,;:()[]\"“”«»'*")
        if not any(c.isalnum() for c in rest):
            continue
        if rest.startswith(_BY_OTHERS):
            return None
        words = text[start:stop]
        if _is_no_name(style, words, rest):
            continue
        if style == "bare" and _has_given(text, start, stop):
            # "Hartley, Ann, Ships and Men"
            continue
        if (
            role is not None
            and style in _DIRECT_STYLES
            and text[after - 1] not in ",):"
            and _opens_with_given(text, after, end)
        ):
            # "Ships and Men, ed. Paul Brown"
            continue
        if style in _DIRECT_STYLES and is_institution(words) and names_papers(words):
            # "Harbour Board Minutes, 1908-1914"
            return None
        if style in ("one-direct", "direct", "bare", "two-word") and role is None and is_body(words):
            return _body_with_place(text, start, stop, end)
        if style == "one-bare" and text[stop] == ":" and _seems_title(rest):
            # "Harbours: A Life" names nobody
            continue
        if style == "one-inverted" and not _is_inverted(words, text[stop : stop + 2].strip()):
            continue
        return NameList(cut_names(text, start, stop, style), role[0] if role else ("author",), after, style)
    return _institution(text, start, end)


def _body_of_state(text: str, start: int, end: int) -> NameList | None:
    """A body behind the country that it is of: ``Norway, Ministry of Fisheries, Reports``."""
    found = _OF_STATE.match(text, start, end)
    if found is None or not is_region(found["state"]) or not is_institution(found["body"]):
        return None
    first = found["body"].split()[0]
    if names_papers(found["body"]) or is_given_name(first) or not any(c.isalpha() for c in text[found.end() : end]):
        return None
    return NameList((Name(start, found.end(), {"literal": found.group()}),), ("author",), found.end(), "institution")


def _is_no_name(style: str, words: str, rest: str) -> bool:
    """Whether words in the form of names are a title's, a newspaper's or an archive's; ``rest`` follows them."""
    if style == "caps-first" and (bracket := words.find("(")) > 0 and not _is_given(words[bracket + 1 :]):
        return True  # "NORTHERN POST (Leeds)"
    if style in _DIRECT_STYLES and words.rsplit(" ", 1)[-1] in _NOT_FAMILY:
        return True  # "Hartley Papers"
    if " and " in words and _ONLY_YEARS.match(rest):
        # "Ann Hartley, Old Harbours and New Ships, 1873-1893 (Leeds, 1999)": no title is nothing but years
        return True
    if style in ("family-initials", "vancouver-one") and is_given_name(words.split(" ", 1)[0]):
        return True
    if style in _MAY_BE_TITLES and _seems_title(words):
        return True
    # "Ann Hartley, G.P.O. Letters" and "Ann Hartley, Piers Lowe, and Zoe Brand"
    return style in _SEVERAL_INVERTED and _is_given_first(words[: words.find(",")], words)


def _body_with_place(text: str, start: int, stop: int, end: int) -> NameList:
    """A body as the author, with the place that it sits in: ``Board of Works, Leith. Minute Book``."""
    found = _SEAT.match(text, stop, end)
    if found is not None and not names_papers(place := found["place"]):
        first = place.split()[0].split("-")[0]
        if is_city(place) or not (is_english_word(first) or is_given_name(first)):
            stop = found.end("place")
    return NameList((Name(start, stop, {"literal": text[start:stop]}),), ("author",), stop, "institution")


def _is_given(words: str) -> bool:
    """Whether words in brackets behind a family name are a given name or initials: ``HARTLEY (Ann)``."""
    first = words.split(")")[0]
    return "." in first or is_given_name(first)


def _seems_title(words: str) -> bool:
    first = words.split(" ", 1)[0]
    return "." not in first and first.rstrip(",").casefold() in _NOT_GIVEN


def _is_inverted(words: str, after: str) -> bool:
    """Whether ``Hartley, Ann`` is a family name and a given name; of ``Hartley, Harbours`` before a colon it is not."""
    comma = words.index(",")
    given = words[comma + 1 :].strip()
    if _seems_title(given) or ("." in given and given.rsplit(" ", 1)[-1].casefold() in _NOT_GIVEN):
        return False
    if " " not in words[:comma] and after[:1] != ":":
        return True
    family = words[:comma].split()
    if len(family) == 2 and is_given_name(family[0]) and words[0].isupper():
        return False  # "Ann Hartley, G.P.O. Letters"
    first = re.split(r"[\s-]", given, maxsplit=1)[0]
    if is_given_name(first) or "." in first or (len(first) == 1):
        return True
    if after[:1] == ":" and " " not in words[:comma] and len(given.split()) == 1 and not is_english_word(given):
        # a word that is no word of the language is a name: "Hartley, Ottoline: Harbours"
        return True
    # "van der Berg, Xyz" is inverted all the same
    return (words[0].islower() or words.startswith(("St. ", "Ste. "))) and after[:1] != ":"


def _is_given_first(family: str, words: str) -> bool:
    """Whether what stands before the first comma of a list is a whole name, given name first."""
    parts = family.split()
    if len(parts) < 2:
        return False
    rest = words[len(family) + 1 :].split(",")[0].split()
    if len(parts) > 2 and parts[0][0].isupper() and any(p in _PARTICLES for p in parts[1:-1]):
        # "Zoe van der Brandt, Piers Lowe, and Ann Hartley"
        return True
    if not is_given_name(parts[0]):
        return len(rest) > 1 and is_given_name(rest[0]) and "." not in rest[-1] and parts[0][0].isupper()
    return len(rest) != 1 or not is_given_name(rest[0])


def _has_given(text: str, start: int, end: int) -> bool:
    """Whether the second of several bare names is a given name, and the first is none."""
    pieces = split_names(text, start, end)
    first, second = pieces[0], pieces[1]
    return (
        len(pieces) > 2
        and text[first[1]] == ","
        and is_given_name(text[slice(*second)])
        and not is_given_name(text[slice(*first)])
    )


def _opens_with_given(text: str, start: int, end: int) -> bool:
    while start < end and text[start] == " ":
        start += 1
    first = re.compile(r"[^\W\d_]+\.?").match(text, start, end)
    if first is None:
        return False
    word = first.group()
    if not (is_given_name(word) or (word.endswith(".") and len(word) <= 3)):
        return False
    # the names close with their sentence
    close = _SENTENCE_END.search(text, start, end)
    end = close.start() if close else end
    found = read_names(text, start, end)
    return bool(found) and found[-1].end >= end - 1 and all(_is_person(name) for name in found)


def _is_person(name: Name) -> bool:
    given = name.csl.get("given", "")
    return bool(given) and (is_given_name(given.split()[0]) or "." in given)


def _capital_body(text: str, start: int, end: int) -> NameList | None:
    """A body set in capitals where others print a family name: ``HARBOUR BOARD OF LEITH (1903), Report on the Lights``."""
    found = _CAPITAL_BODY.match(text, start, min(end, start + LONGEST_BODY))
    if found is None:
        return None
    words = found.group().rstrip()
    stop = start + len(words)
    if " " not in words or not words.isupper() or not is_institution(words) or _ABOUT.search(title_case(words)):
        return None
    further = _CAPITAL_BODY.match(text, stop + 2, end) if text[stop : stop + 2] == ", " else None
    if further is not None and further.group().isupper() and _YEAR_NEXT.match(text, further.end() - 1):
        # "HIGH COURT OF JUSTICE, ADMIRALTY DIVISION (1903)"
        stop = further.end() - 1
        words = text[start:stop]
    role = role_at(text, stop, end)
    after = role[1] if role else stop
    rest = text[after:end].strip(" .,;:()[]\"“”«»'*")
    if not rest or rest.startswith(_BY_OTHERS):
        return None
    mark = text[stop : stop + 2]
    if not role and mark not in (", ", ". ") and not (mark == " (" and text[stop + 2 : stop + 6].isdecimal()):
        return None
    if mark == ", " and is_also_family(words.rsplit(" ", 1)[1]) and is_given_name(rest.split(" ", 1)[0].rstrip(",")):
        # "DE LA BANK, Ann" is a person
        return None
    return NameList((Name(start, stop, {"literal": words}),), role[0] if role else ("author",), after, "institution")


def _institution(text: str, start: int, end: int) -> NameList | None:
    """A body that opens the citation, closed by a full stop, a role or a date in brackets."""
    found = _BODY.match(text, start, min(end, start + 160))
    if found is None:
        return None
    stop = found.end()
    words = text[start:stop].rstrip()
    stop = start + len(words)
    bracket = re.search(r" \((?:(?:1[4-9]|20)\d\d|eds?\.|Hrsg\.|Hg\.|éds?\.|ред\.)", words)
    if bracket is not None:
        stop = start + bracket.start()
        words = text[start:stop]
    if _ABOUT.search(words) or names_papers(words):
        # "Inquiry into the Burning of the S. S. Gull"
        return None
    role = role_at(text, stop, end)
    if not is_institution(words) and (not role or _opens_with_given(text, role[1], end)):
        return None
    after = role[1] if role else stop
    if not any(c.isalnum() for c in text[after:end]) or (
        not role and text[stop : stop + 1] not in (".", " ", ",", ":")
    ):
        return None
    if not role and not forms_for(text)["opens-title"].match(text, stop, end):
        return None
    if not role and is_institution(words):
        return _body_with_place(text, start, stop, end)
    if is_institution(words) or len(words.split()) > 4:
        return NameList(
            (Name(start, stop, {"literal": words}),), role[0] if role else ("author",), after, "institution"
        )
    return NameList((whole_name(text, start, stop),), role[0] if role else ("author",), after, "institution")
