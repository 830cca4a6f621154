# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Printed names to CSL names: who wrote, edited or translated, in whatever order the names are printed.

Reads the names that open a citation (``Hartley, Ann and Piers Lowe``; ``A; B; C``; ``Smith, J., and R. Jones``;
``Younan PM, Kiem HP``; ``DUCLERT V.``; a committee) and the names after a role word (``trans. Piers Lowe``).
A single surname stays a family name; nothing is completed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.words.chinese import is_chinese_name
from testimonia.words.lexicon import is_english_word
from testimonia.words.names import is_given_name

from .name_forms import AND, CAPITALS_FIRST, MIXED, ONE_NAME, WITHOUT_AND, forms_for

__all__ = [
    "Name",
    "NameList",
    "is_given_name",
    "is_institution",
    "names_between",
    "read_by",
    "read_names",
    "read_opening",
    "roles_of",
]

_TWO_CAPITALS = re.compile(r"[^\Wa-z\d]{2}")
_CAPITALS_AHEAD = re.compile(r"[A-Z]{2,} ")
_SEVERAL = re.compile(r"[&;/]|\s(?:and|und|et|y|и|i|a|e|og|och|en)\s")
LONGEST_OPENING = 300  # characters within which a second name shows itself

_SPLIT = re.compile(rf"{AND}|; ?|, ?")
_ROLE = re.compile(
    r",?\.? ?[(\[]?\b(?P<words>(?:"
    r"eds?\b\.?|editors?\b|edit\.|trans\b\.?|transl\b\.?|translators?\b|tr\.|comps?\b\.?|compilers?\b|comp\. and ed\."
    r"|hrsg\.?|hg\.?|Herausgeber|übers\.|dirs?\.|coords?\.|éds?\.|trad\.|ред\.|сост\.|пер\.|red\.|a cura di|edición de"
    r")(?:,? ?(?:and|&|und|et|y|u\.|/) ?(?:eds?\b\.?|editors?\b|trans\b\.?|transl\b\.?|translators?\b|comps?\b\.?|intro\b\.?|übers\.|trad\.))?"
    r")[)\]]?\.?,?(?=[\s,.:;)]|$)",
    re.IGNORECASE,
)
_ROLE_HINT = re.compile(r"[\s(\[.,]{1,3}(?:[EeTtHhCcDdÉéRrÜüAaПпРрСс])")

_INSTITUTION = re.compile(
    r"\b(?:Committee|Commission|Commissariat|Ministry|Minist[èe]re|Ministerium|Institut(?:e|o|ion)?|University|Universit[yéà]t?|Office|Party"
    r"|Government|Council|Departments?|Dept|Board|Bureau|Society|Association|League|Union|Congress|Agency|Organi[sz]ation|Academy|Staff|Nations|Court"
    r"|Embassy|Parliament|Senate|Chamber|Federation|Foundation|Service|Services|Admiralty|Navy|Army|Corps|Library|Museum|Archives?|Press|Cent(?:er|re)"
    r"|Company|Corporation|Group|Authority|Secretariat|Administration|Customs|House of|Amnesty|Human Rights Watch|Komitee|Amt|Gesellschaft|Verband|Bund"
    r"|Akademie|Kommission|Comit[ée]|Soci[ée]t[ée]|Acad[ée]mie|Konferenz|Partei|Collective|Trust|Inquiry|Guild|Conference|Brotherhood|College|School|Bank"
    r"|Комитет|Комиссия|Министерство|Институт|Академия|Общество|Союз|Партия|Управление)\b"
)
_FUNCTION_WORD = re.compile(
    r"(?:^|[ ])(?:the|a|an|of|in|on|for|from|with|at|by|to|into|under|against|between|is|was|are|how|what|why|not|my|his|her|our|your|der|die|das|und|des|zur|zum|im|am|les|des|sur|dans|pour|une?|os|las|los|sobre|в|на|о|об|из|под|против|как)(?=[ ]|$)",
    re.IGNORECASE,
)
_NOT_GIVEN = frozenset(
    "the a an my his her our their its der die das ein eine le la les un une el los las il lo gli i o os new secret history histories "
    "memoirs memoir notes letters letter report reports proceedings documents stories story tales essays studies diary diaries journal on in of from "
    "to inside behind under against with beyond between among after before how why what when where who life lives war wars great red white "
    "black young old first second third last selected collected complete works papers speeches trial modern early imperial national "
    "international political social economic general short brief private public special official soviet russian german french british american "
    "english european western eastern northern southern holy royal the true real other two three four five six seven eight nine ten another".split()
)


_PARTICLES = frozenset("van von der den de la du del della di da dos".split())
_SEVERAL_INVERTED = frozenset(("first-inverted", "initials", "inverted"))
# words of a body that are family names as well
_ALSO_FAMILIES = frozenset(
    "Service Bank Court School Press Bund Staff Chamber Guild League Trust Church College Party Archer".split()
)
_DIRECT_STYLES = frozenset(("bare", "one-bare", "one-direct", "two-word", "direct"))


@dataclass(frozen=True, slots=True)
class Name:
    """One printed name: where it stands, and its CSL parts (``literal`` for an institution)."""

    start: int
    end: int
    csl: dict[str, str]


@dataclass(frozen=True, slots=True)
class NameList:
    """The names that open a citation, the roles printed after them, and where the next words begin."""

    names: tuple[Name, ...]
    roles: tuple[str, ...]
    end: int
    style: str


def is_institution(words: str) -> bool:
    """Whether a name is that of a body and not of a person.

    >>> is_institution("Committee on Navigation"), is_institution("Ann Louise Hartley")
    (True, False)
    """
    return _INSTITUTION.search(words) is not None


def _is_body(words: str) -> bool:
    """Whether words that could be names are one body: ``Ministry of Works``, and not ``Robert Service``."""
    if not is_institution(words):
        return False
    parts = words.split()
    return not (1 < len(parts) <= 3 and parts[-1] in _ALSO_FAMILIES and (is_given_name(parts[0]) or "." in parts[0]))


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


def roles_of(words: str) -> tuple[str, ...]:
    """CSL roles that a role word stands for, in the order editor, translator.

    >>> roles_of("Trans. and Ed.")
    ('editor', 'translator')
    """
    low = words.casefold()
    roles = []
    if re.search(
        r"\b(?:ed|eds|edit|editors?|edited|hrsg|hg|herausge\w*|comps?|compil\w+|dirs?|coords?|éds?|ред|сост|red|redig\w+|a cura|edición|sous la dir\w*)\b",
        low,
    ):
        roles.append("editor")
    if re.search(r"\b(?:tr|trans|transl|translat\w+|übers|übersetzt|trad|traduit|traducción|traduzione|пер)\b", low):
        roles.append("translator")
    return tuple(roles) or ("editor",)


_SUFFIX_END = re.compile(r",? (?:Jr|Sr|jr|sr)\.?$|,? (?:III|II|IV)$")


def _direct(text: str, start: int, end: int) -> Name:
    words = text[start:end]
    suffix = ""
    found = _SUFFIX_END.search(words)
    if found:
        suffix = words[found.start() :].strip(" ,")
        words = words[: found.start()]
    if is_chinese_name(words):
        family, _, given = words.partition(" ")
        return Name(start, end, {"family": family, "given": given} | ({"suffix": suffix} if suffix else {}))
    forms = forms_for(words)
    plain = words.replace("’", "'")
    particle = forms["particle-start"].search(plain) if words.count(" ") > 1 else None
    cut = particle.start(1) if particle else words.rfind(" ") + 1
    if not cut:
        # "A.A.Hartley": initials set close to the family name
        close = forms["close-initials"].match(plain)
        cut = close.end(1) if close else 0
    csl = {"family": words[cut:].strip()}
    if cut:
        csl["given"] = words[:cut].strip()
    if suffix:
        csl["suffix"] = suffix
    return Name(start, end, csl)


def _inverted(text: str, start: int, end: int, comma: int) -> Name:
    csl = {"family": text[start:comma].strip()}
    given = text[comma + 1 : end].strip()
    found = _SUFFIX_END.search(given)
    if found:
        csl["suffix"] = given[found.start() :].strip(" ,")
        given = given[: found.start()]
    if given:
        csl["given"] = given
    return Name(start, end, csl)


def _pieces(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces = []
    at = start
    for found in pattern.finditer(text, start, end):
        if found.start() > at:
            pieces.append((at, found.start()))
        at = found.end()
    if at < end:
        pieces.append((at, end))
    return pieces


_ETAL_END = re.compile(r"(?:,? (?:et al\b\.?|and others|u\. ?a\.|и др\.|i in\.|et alii))$")


def _capitals_last(text: str, start: int, end: int) -> Name:
    """``Ann HARTLEY``, ``Ursula K. VAN DER MEER``."""
    found = forms_for(text)["capitals-end"].search(text.replace("’", "'"), start, end)
    if found is None or found.start() == start:
        return _direct(text, start, end)
    return Name(start, end, {"family": found.group(), "given": text[start : found.start()].strip()})


def _names_of(text: str, start: int, end: int, style: str) -> tuple[Name, ...]:
    """Cut a matched stretch of names into names."""
    found = _ETAL_END.search(text, start, end)
    if found:
        end = found.start()
    if style in ("one-inverted", "initials"):
        return (_inverted(text, start, end, text.index(",", start)),)
    if style == "capitals":
        return tuple(
            _inverted(text, *m.span(), m.end("comma") - 1) if m["comma"] else _capitals_last(text, *m.span())
            for m in forms_for(text)["capitals-names"].finditer(text.replace("’", "'"), start, end)
        )
    if style == "capitals-last":
        return tuple(_capitals_last(text, a, b) for a, b in _pieces(text, start, end, _SPLIT))
    if style == "one-direct":
        return (_direct(text, start, end),)
    if style == "one-bare":
        return (Name(start, end, {"family": text[start:end]}),)
    if style in ("two-word",):
        return (_direct(text, start, end),)
    if style == "bare":
        return tuple(Name(a, b, {"family": text[a:b]}) for a, b in _pieces(text, start, end, _SPLIT))
    if style == "semicolons":
        names = []
        for a, b in _pieces(text, start, end, re.compile(r"; ?(?:and |& )?")):
            comma = text.find(",", a, b)
            names.append(_inverted(text, a, b, comma) if comma > 0 else _whole(text, a, b))
        return tuple(names)
    if style == "family-initials":
        return tuple(
            Name(m.start(), m.end(), {"family": m[1], "given": m[2]})
            for m in forms_for(text)["one-family-initials"].finditer(text.replace("’", "'"), start, end)
        )
    pieces = _pieces(text, start, end, _SPLIT)
    if style in ("vancouver", "vancouver-one", "caps-first"):
        names = []
        for a, b in pieces:
            cut = text.rfind(" ", a, b) if style != "caps-first" else text.find(" ", a, b)
            while style == "caps-first" and cut > 0 and forms_for(text)["more-capitals"].match(text, cut, b):
                following = text.find(" ", cut + 1, b)
                if following < 0:
                    break
                cut = following
            names.append(Name(a, b, {"family": text[a:cut], "given": text[cut + 1 : b].strip("() ")}))
        return tuple(names)
    if style == "direct":
        return tuple(_direct(text, a, b) for a, b in pieces)
    # inverted lists: a piece of initials belongs to the family name before it
    names = []
    index = 0
    while index < len(pieces):
        a, b = pieces[index]
        if index + 1 < len(pieces):
            c, d = pieces[index + 1]
            follows_comma = text[b : b + 1] == "," and not re.search(r"\w|&", text[b:c])
            if follows_comma and (index == 0 or forms_for(text)["only-initials"].match(text, c, d)):
                names.append(_inverted(text, a, d, text.index(",", b)))
                index += 2
                continue
            if follows_comma and style == "first-inverted" and index + 2 == len(pieces) and " " not in text[a:b]:
                names.append(_inverted(text, a, d, text.index(",", b)))
                index += 2
                continue
        if re.fullmatch(r"(?:Jr|Sr)\.?|III|II|IV", text[a:b]) and names:
            last = names[-1]
            names[-1] = Name(last.start, b, {**last.csl, "suffix": text[a:b]})
        else:
            names.append(_direct(text, a, b))
        index += 1
    return tuple(names)


def _whole(text: str, start: int, end: int) -> Name:
    words = text[start:end]
    if is_institution(words):
        return Name(start, end, {"literal": words})
    return _direct(text, start, end) if " " in words else Name(start, end, {"family": words})


def read_names(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names printed in ``text[start:end]``, where it is known that nothing but names stands there.

    >>> [n.csl for n in read_names("J. Paul Hartley and Ann Lowe", 0, 28)]
    [{'family': 'Hartley', 'given': 'J. Paul'}, {'family': 'Lowe', 'given': 'Ann'}]
    """
    forms = forms_for(text)
    plain = text.replace("’", "'")
    for style in MIXED:
        found = forms[style].match(plain, start, end)
        if found and found.end() >= end - 1:
            return _names_of(text, start, found.end(), style)
    words = text[start:end]
    if is_institution(words):
        return (Name(start, end, {"literal": words}),)
    return tuple(_whole(text, a, b) for a, b in _pieces(text, start, end, _SPLIT) if re.search(r"\w", text[a:b]))


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


_NAMES_STOP = re.compile(
    r",?\s(?:edited|translated|compiled|with|hrsg|übers|éd\.|trad\.|ed\.|eds\.|trans\.|vols?\.|volumes?|in:?|t\.|Bd\.|\d)(?!\w)"
    r"|\s?[(\[;:]|(?<=[^\W\d_]{3})\.\s|$"
)


def read_by(text: str, start: int, end: int) -> tuple[int, tuple[Name, ...], int] | None:
    """The authors of ``Title, by Ann Hartley and Piers Lowe (…)``: where the title ends, the names, and what follows.

    ``None`` where no comma stands before ``by``, or what follows is no list of whole names.
    """
    at = text.find(", by ", start, end)
    if at < 0:
        at = text.find(", von ", start, end)
    if at < 0:
        return None
    begin = text.index(" ", at + 2) + 1
    close = _NAMES_STOP.search(text, begin, end)
    stop = close.start() if close else end
    names = names_between(text, begin, stop)
    return (at, names, stop) if names and at > start else None


def names_between(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names of ``text[start:end]`` if nothing but whole names, given name first, or one body stand there."""
    words = text[start:end]
    if not words[:1].isalpha() or len(words) > LONGEST_OPENING or any(c.isdecimal() for c in words):
        return ()
    if _is_body(words) and not _SEVERAL.search(words.replace(" and ", "", 1)):
        return (Name(start, end, {"literal": words}),)
    names = tuple(_direct(text, a, b) for a, b in _pieces(text, start, end, _SPLIT))
    for name in names:
        printed = text[name.start : name.end]
        if (
            "given" not in name.csl
            or len(printed.split()) > 6
            or not (printed[0].isupper() and name.csl["given"][0].isupper())
        ):
            return ()
        if not name.csl["family"].split(" ")[-1][:1].isupper():
            return ()
    return names


def read_opening(text: str, start: int, end: int) -> NameList | None:
    """The names that open ``text[start:end]`` and leave some words after them for a title.

    ``None`` says that the citation opens with no name.
    """
    usual = _USUAL.match(text, start, end)
    if usual is not None and not _seems_title(usual["given"]) and usual.end() < end:
        stop = usual.end("given")
        csl = {"family": usual["family"], "given": usual["given"]}
        return NameList((Name(start, stop, csl),), ("author",), stop, "one-inverted")
    head = text[start : start + LONGEST_OPENING if start + LONGEST_OPENING < end else end]
    several = _SEVERAL.search(head) is not None
    commas = head.count(",")
    styles = MIXED if several else ONE_NAME if commas < 2 else WITHOUT_AND
    forms = forms_for(head)
    plain = text.replace("’", "'")
    if _TWO_CAPITALS.search(head) and forms["set-in-capitals"].match(plain, start, end) and not head.isupper():
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
        role = _role_at(text, stop, end)
        after = role[1] if role else stop
        rest = text[after:end].strip(" .,;:()[]\"“”«»'*")
        if not rest or not any(c.isalnum() for c in rest):
            continue
        if rest.startswith(_BY_OTHERS):
            return None
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
        words = text[start:stop]
        if " and " in words and _ONLY_YEARS.match(rest):
            # "Ann Hartley, Old Harbours and New Ships, 1933-1953 (Leeds, 1999)": no title is nothing but years
            continue
        if style in ("family-initials", "vancouver-one") and is_given_name(words.split(" ", 1)[0]):
            continue
        if style in ("one-direct", "two-word", "direct", "bare", "first-inverted", "one-inverted") and _seems_title(
            words
        ):
            continue
        if style in _SEVERAL_INVERTED and _is_given_first(words[: words.find(",")], words):
            # "Ann Hartley, G.P.O. Letters" and "Ann Hartley, Piers Lowe, and Zoe Brand"
            continue
        if style in ("one-direct", "direct", "bare", "two-word") and role is None and _is_body(words):
            return NameList((Name(start, stop, {"literal": words}),), ("author",), after, "institution")
        if style == "one-bare" and text[stop] == ":" and _seems_title(rest):
            # "Harbours: A Life" names nobody
            continue
        if style == "one-inverted" and not _is_inverted(words, text[stop : stop + 2].strip()):
            continue
        return NameList(_names_of(text, start, stop, style), role[0] if role else ("author",), after, style)
    return _institution(text, start, end)


_ONLY_YEARS = re.compile(r"(?:1[4-9]|20)\d\d\s?[-–]\s?(?:\d\d){1,2}(?=\s*[(.,]|$)")
_BY_OTHERS = ("by ", "By ", "BY ", "edited by ", "Edited by ", "translated by ", "Translated by ", "compiled by ")


def _has_given(text: str, start: int, end: int) -> bool:
    """Whether the second of several bare names is a given name, and the first is none."""
    pieces = _pieces(text, start, end, _SPLIT)
    first, second = pieces[0], pieces[1]
    return (
        len(pieces) > 2
        and text[first[1]] == ","
        and is_given_name(text[slice(*second)])
        and not is_given_name(text[slice(*first)])
    )


# "Hartley, Ann. The Quiet Harbour": by far the most common opening, for which no other form need be tried
_USUAL = re.compile(
    r"(?P<family>[A-Z][a-z]+(?:-[A-Z][a-z]+)?), (?P<given>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\. "
    r"(?=[A-Z\"“])(?!(?:Eds?|Edited|Trans\w*|Comps?|Compiled|Hrsg|Hg|Dirs?|Tr|In)\b)"
)


_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s|\s?[(\[:]|,\s")


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


def _role_at(text: str, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    if _ROLE_HINT.match(text, start, end) is None:
        return None
    found = _ROLE.match(text, start, end)
    if found is None:
        return None
    # "ed. by" and "Ed. Piers Lowe." name the next person, not the one before
    if re.match(r"\s*(?:by|von|par|por|da|di)\b", text[found.end() : end]):
        return None
    return roles_of(found["words"]), found.end()


_BODY = re.compile(
    r"(?:[^.,\"“«:;]|\.(?=\S)|\.(?= ?\()|\.(?=,)|(?<=\b[A-Z])\.|,(?= (?:Department|Office|Bureau|Committee|Ministry)))+"
)
_ABOUT = re.compile(
    r"^(?:Report|Minutes|Proceedings|Papers|History|Letters|Memoirs?|Documents|The Case|Hearings?)\b|\s(?:into|by|how|why|from)\s"
)


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
    if _ABOUT.search(words):
        # "Formal Inquiry into the Loss of the S. S. Gull"
        return None
    role = _role_at(text, stop, end)
    if not is_institution(words) and (not role or _opens_with_given(text, role[1], end)):
        return None
    after = role[1] if role else stop
    if not any(c.isalnum() for c in text[after:end]) or (
        not role and text[stop : stop + 1] not in (".", " ", ",", ":")
    ):
        return None
    if not role and not forms_for(text)["opens-title"].match(text, stop, end):
        return None
    if is_institution(words) or len(words.split()) > 4:
        return NameList(
            (Name(start, stop, {"literal": words}),), role[0] if role else ("author",), after, "institution"
        )
    return NameList((_whole(text, start, stop),), role[0] if role else ("author",), after, "institution")
