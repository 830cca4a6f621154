# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""The forms in which names are printed, as patterns that are compiled when a citation first asks for them.

To compile a class of capitals of all scripts takes a good deal longer than one of Latin capitals, so there are two
sets of the same forms: one for text whose letters are those of western Europe, and one for any other. A curly
apostrophe has to be made a straight one before a form is tried.
"""

from __future__ import annotations

import re

__all__ = ["AND", "CAPITALS_FIRST", "MIXED", "ONE_NAME", "WITHOUT_AND", "Forms", "forms_for"]

_WESTERN = "A-ZÀ-ÖØ-Þ"
_ALL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŸŹŻŽА-ЯЁІЇЄҐΑ-Ω"
_BEYOND = re.compile("[Ā-ɏΑ-ωЀ-ӿ]")

AND = r"(?:,? ?\b(?:and|und|et|y|и|i|a|e|og|och|en)\b |,? ?& | ?/ ?)"

# in the order in which they are tried
MIXED = (
    "inverted", "first-inverted", "semicolons", "bare", "vancouver", "direct", "one-inverted", "initials", "caps-first",
    "family-initials", "vancouver-one", "one-direct", "one-bare", "two-word",
)  # fmt: skip
WITHOUT_AND = tuple(s for s in MIXED if s not in ("first-inverted", "semicolons", "bare", "direct"))
ONE_NAME = tuple(s for s in WITHOUT_AND if s not in ("inverted", "vancouver"))
CAPITALS_FIRST = ("capitals", "capitals-last")


def _sources(_UP: str) -> dict[str, str]:
    """Every form by name, for words that begin with one of the capitals."""
    _AND = AND
    _ROLE_WORDS = (
        r"(?!(?:[Ee]ds?|[Tt]ran(?:s|sl|slator|slators)|[Ee]ditors?|[Cc]omps?|[Hh]rsg|[Hh]g|[ÉE]ds?|[Dd]irs?|Ibid|In)\b)"
    )
    _W = rf"(?:[dDlLO]')?[{_UP}](?:[\w'\-]+|(?![\w.']))"
    _I = (
        rf"(?>(?:[{_UP}]|Yu|Ya|Ye|Zh|Kh|Chr?|Th|Ph|St|Wm|Geo|Chas|Jos|Ju|Ja|Ю|Jr|Fr|Ed|Alex|Aleks|Iu|Ia|Sh|Ts)\."
        rf"(?:[ ]?-?[{_UP}]\.){{0,5}})"
    )
    _P = r"(?:[Ss]t\.|ST\.|Ste\.|von der|von den|von dem|van der|van den|van de|de la|de los|de las|de le|von|van|de|der|den|du|dos|das|da|di|del|della|dello|degli|le|la|el|al|bin|ibn|ben|ter|ten|af|av|zu|zur|zum|ap|y|e|VAN DER|VAN DE|VAN|VON DER|VON|DE LA|DE|DU|DELLA|DI)"
    _FAM = rf"(?:{_P} )?{_W}(?:(?: {_P})? {_W}){{0,2}}"
    _FAM1 = rf"(?:{_P} )?{_W}"
    _SUF = r"(?:,? (?:Jr|Sr|jr|sr)\b\.?|,? (?:III|II|IV)\b)"
    _INITS = rf"(?:{_I}(?: ?{_I}){{0,3}}|(?!A [^\W\d_][\w']|I [^\W\d_][\w'])[{_UP}](?: [{_UP}]\b){{0,2}}(?=[,;: ]))(?: {_P}(?=[,;.( ]))?"
    _GIVEN = rf"{_ROLE_WORDS}(?:{_W}(?: {_W}){{0,2}}(?: ?{_I}){{0,3}}|{_I}(?: ?{_I}){{0,3}} {_W}(?=\.\s|\. ?[\"“(]|,? (?:and|&|und|et) |, )|{_INITS})(?: {_P}(?=[,;.( ]))?"
    _DIRECT = rf"(?:(?:{_I} ?|{_W} ){{1,4}})(?:{_P} )?{_W}{_SUF}?"
    _ETAL = r"(?:,? (?:et al\b\.?|and others|u\. ?a\.|и др\.|i in\.|et alii))"
    _END = r"(?=\s*(?:[.,;:(\[\"“«„‘—–]|$|\s(?:ed|eds|trans|dir|hrsg)\b|(?<=\.)\s[12]\d{3}\b))"

    # "HARTLEY", "O'HANLON", "VAN DER MEER", "ST. CLAIR"; the second form is told from the initials of "Hartley PM"
    _CAPITALS = rf"(?:(?:[{_UP}]{{2,}}|ST\.) ){{0,3}}(?:[DLO]'|Mac|Mc)?[{_UP}]{{2}}[{_UP}'\-]*(?!\w)"
    _CAPITALS_LONG = rf"(?:(?:[{_UP}]{{2,}}|ST\.) ){{0,3}}(?:[DLO]'|Mac|Mc)?[{_UP}]{{3}}[{_UP}'\-]+(?!\w)"
    _CAPITAL_GIVEN = rf"(?:{_I}|{_W})(?:(?: |(?<=\.)){_I}| {_W}){{0,2}}"
    _ONE_LAST = rf"(?!{_CAPITALS_LONG} )(?![{_UP}]{{2,}} ){_CAPITAL_GIVEN} {_CAPITALS_LONG}"
    return {
        "capitals": rf"{_CAPITALS}, {_CAPITAL_GIVEN}(?:(?:{_AND}|, ?|; ?)(?:{_CAPITALS}, {_CAPITAL_GIVEN}|{_ONE_LAST}))*{_ETAL}?"
        r"(?=[.,:;]|\s[(\[]|$)",
        # Ann HARTLEY, Piers LOWE et Zoe BRAND
        "capitals-last": rf"{_ONE_LAST}(?:(?:{_AND}|, ){_ONE_LAST})*{_ETAL}?(?=[.,:;]|\s[(\[]|$)",
        # Smith, J., Jones, R. & Brown, T.      Kamerlin, S. C. L.; Warshel, A.
        "inverted": rf"{_FAM}, {_INITS}{_SUF}?(?:(?:, ?|; ?|{_AND}|,? ?…,? ?|,? \. \. \. ){_FAM}, {_INITS}{_SUF}?)+{_ETAL}?",
        # Hartley, Ann & Zoe Hartley.    Smith, John, Robert Jones, and Tim Brown.    Smith, J., and R. Jones
        "first-inverted": rf"{_FAM}, {_GIVEN}{_SUF}?(?:, {_DIRECT})*{_AND}(?:{_FAM}, {_GIVEN}|{_DIRECT}){_ETAL}?{_END}",
        # Aristov, Ivan; Belov, Petr; Costa, Ana
        "semicolons": rf"{_FAM}(?:, {_GIVEN})?(?:; ?(?:and |& )?{_FAM}(?:, {_GIVEN})?)+{_ETAL}?{_END}",
        # Hartley, Lowe, and Brand      Hartley & Lowe
        "bare": rf"{_FAM1}(?:, {_FAM1}){{0,6}}{_AND}{_FAM1}{_ETAL}?(?=[.,;:(\[]|\s(?:\(|[\"“«„])|$|\s+\d|\s(?:ed|eds|trans)\b)",
        # Hartley PM, Lowe P, Brand HP.
        "vancouver": rf"{_FAM} [{_UP}]{{1,3}}(?:, ?(?:& |and )?{_FAM} [{_UP}]{{1,3}})+{_ETAL}?(?=[.,:]|\s\()",
        # Shijun Yoshida, Nami Uchikata, and Toshifumi Futamase
        "direct": rf"{_DIRECT}(?:(?:, |; ){_DIRECT}){{0,30}}{_AND}{_DIRECT}{_ETAL}?{_END}",
        # Hartley, Ann.
        "one-inverted": rf"{_FAM}, {_GIVEN}{_SUF}?{_ETAL}?(?:(?<=[{_UP}]\.)(?=\s)|(?!;){_END})",
        "initials": rf"{_FAM}, {_INITS}{_SUF}?(?= |$)",
        "caps-first": rf"[{_UP}]{{2}}[{_UP}'\-]+(?: [{_UP}]{{2}}[{_UP}'\-]+)? (?:{_I}|{_W}(?: {_W})?|\((?:{_I}|{_W})\))(?:, [{_UP}]{{2}}[{_UP}'\-]+ (?:{_I}|{_W}|\({_I}\)))*{_END}",
        # Иванов И. И.      Smith J. R., Jones P.
        "family-initials": rf"{_FAM1} {_I}(?: ?{_I}){{0,2}}(?:,? {_FAM1} {_I}(?: ?{_I}){{0,2}}){{0,20}}{_ETAL}?(?=[,:;(]|\s[\"“«„(]|(?<=[А-Я]\.)\s|$)",
        "vancouver-one": rf"{_FAM1} [{_UP}]{{1,2}}(?=[.,:]\s|\s\([12]\d{{3}})",
        # Ann Hartley,
        "one-direct": rf"{_DIRECT}{_ETAL}?{_END}",
        # Hartley.      Hartley 1990
        "one-bare": rf"{_FAM1}{_ETAL}?(?=[.,:;]\s|\s[(\[]|\s+\d{{4}}|$|,? (?:ed|eds|trans)\b)",
        "two-word": rf"{_W} {_W}(?=[.,]\s)",
        # a family name set in capitals, within the first words
        "set-in-capitals": rf"(?:[{_UP}][\w'\-]*(?:\. ?| )){{0,4}}(?:[DLO][']|Mac|Mc)?[{_UP}]{{2}}[{_UP}'\-]*(?:(?<=[{_UP}]{{4}})|,)(?!\w)",
        "particle-start": rf"(?:^|\s)({_P} {_W}(?:-{_W})?)$",
        "close-initials": rf"((?:[{_UP}]\.)+)([{_UP}][\w'-]+)$",
        "one-family-initials": rf"({_FAM1}) ({_I}(?: ?{_I}){{0,2}})",
        "only-initials": rf"(?:{_INITS}|{_SUF.replace(',? ', '')})$",
        "capitals-names": rf"(?P<comma>{_CAPITALS},) {_CAPITAL_GIVEN}|{_ONE_LAST}",
        "capitals-end": rf"{_CAPITALS}$",
        "more-capitals": rf" [{_UP}]{{3}}",
        "opens-title": rf"[.,:]?\s+(?:[\"“«(\[*]|[{_UP}0-9])",
    }


class Forms(dict[str, re.Pattern[str]]):
    """The forms of one set by name; each is compiled when it is first asked for."""

    def __init__(self, capitals: str) -> None:
        self._capitals = capitals
        self._sources: dict[str, str] = {}

    def __missing__(self, name: str) -> re.Pattern[str]:
        if not self._sources:
            self._sources = _sources(self._capitals)
        pattern = self[name] = re.compile(self._sources[name])
        return pattern


_FORMS, _WIDE_FORMS = Forms(_WESTERN), Forms(_ALL)


def forms_for(text: str) -> Forms:
    """The set that the letters of the text need."""
    return _FORMS if text.isascii() or _BEYOND.search(text) is None else _WIDE_FORMS
