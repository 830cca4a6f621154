"""A source that a sentence takes up before the words it quotes, put in the order of a citation.

``According to Ann Hartley, in The Quiet Harbour (Leeds, 1931):``, ``As Ann Hartley wrote in The Quiet Harbour, p. 4:``,
``In The Quiet Harbour (1931), p. 4, Ann Hartley recalls:``. Name, title and imprint are those of any citation; what is
of the sentence is left out.
"""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

__all__ = ["put_in_order"]

_SAYS = (
    r"(?:(?:also|later|then|once|has|had)\s)*(?:writes?|wrote|written|puts?\sit|says?|said|notes?|noted|states?|stated|"
    r"observes?|observed|recalls?|recalled|reports?|reported|remarks?|remarked|remembers?|remembered|explains?|explained|"
    r"argues?|argued|tells?\sus|told\sus|has\sit|concludes?|concluded|declares?|declared|describes?\sit|described\sit|adds?|"
    r"schreib(?:t|en)|schrieb(?:en)?|berichtete?t?|écri(?:t|vait|vit|vent)|escrib(?:e|ió|en)|scriv(?:e|ono)|scrisse|пишет|писала?)"
)
_CLOSING = re.compile(
    rf",?\s(?P<says>{_SAYS})(?:\s(?:so|thus|that|this|as\sfollows|the\sfollowing|of\s(?:this|it|him|her)))?[\s:,]*$"
)
_OPENING = re.compile(
    r"(?:According\sto|Compare|Here\s(?:is|are)|In\sthe\swords\sof|As|So|Thus|And|But|Selon|D['’]après|Laut|Según|Secondo|"
    r"Wie|Comme|Como|Come|Как|По\sсловам)\s+"
)
_LONGEST_CLOSING = 60  # code points
_MAY_JOIN = re.compile(r" (?:dans|en|nel|nella|в) ")
# a name or several, without a title among them
_NAME = (
    r"(?!(?:The|A|An|On|In|Of|My|His|Her|From|To)\s)[^\W\d_a-z][\w.'’-]*"
    r"(?:\s(?:[^\W\d_a-z][\w.'’-]*|van|von|de[rnlm]?|du|della?|di|da|dos|la|le|el|al|bin|ibn|ter|ten|af|av|zu[mr]?)){0,5}"
)
_NAMES = rf"{_NAME}(?:(?:,\s{_NAME}){{0,3}},?\s(?:and|&|und|et|y|e|и)\s{_NAME})?"
_IN = r"(?:in|dans|en|nel(?:la)?|в)\s(?:(?:his|her|their|the\sbook|seinem?|ihrem?|son|sa|ses)\s)?"
_TITLE = r"(?P<title>[^\W\d_a-z][^\n]*|[\d\"“«„][^\n]*)"
_NAMED_FIRST = re.compile(
    rf"(?P<names>{_NAMES}(?:,\s(?:eds?|trans|Hg|Hrsg)\.)?)(?:(?P<comma>,)\s|\s(?P<says>{_SAYS})\s){_IN}{_TITLE}$"
)
_TITLE_FIRST = re.compile(
    rf"(?:In|Dans|En|Nel(?:la)?|В)\s(?:(?:his|her|their)\s)?(?P<title>[^\W\d_a-z].{{2,300}}?[\d)]),\s(?P<names>{_NAMES})$"
)


def put_in_order(text: str) -> tuple[str, list[int]] | None:
    """The citation in a sentence and the place of each of its characters; ``None`` where no sentence takes one up.

    >>> put_in_order("As Ann Hartley wrote in The Quiet Harbour (1931), p. 4:")[0]
    'Ann Hartley, The Quiet Harbour (1931), p. 4'
    """
    opening = _OPENING.match(text)
    ends_in_word = text.rstrip(" :,")[-1:].isalpha()
    if opening is None and not ends_in_word and " in " not in text and _MAY_JOIN.search(text) is None:
        return None
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING)) if ends_in_word else None
    if closing is not None and text[closing.start() - 1 : closing.start()] in ("", ","):
        closing = None
    end = closing.start() if closing is not None else len(text.rstrip(" :,"))
    title_first = _TITLE_FIRST.match(text, 0, end) if closing is not None else None
    if title_first is not None:
        return _joined(text, title_first.span("names"), title_first.span("title"))
    start = opening.end() if opening is not None else 0
    found = _NAMED_FIRST.match(text, start, end)
    if found is not None and (
        found["says"] or opening is not None or closing is not None or _is_person(found["names"])
    ):
        return _joined(text, found.span("names"), found.span("title"))
    if closing is not None and text[end - 1] in ")]0123456789":
        return text[start:end], list(range(start, end))
    if opening is not None and _is_person(text[start:end].partition(",")[0]):
        return text[start:end], list(range(start, end))
    return None


def _is_person(words: str) -> bool:
    first = words.partition(" ")[0]
    return is_given_name(first) or (len(first) == 2 and first[1] == ".")


def _joined(text: str, names: tuple[int, int], title: tuple[int, int]) -> tuple[str, list[int]]:
    (a, b), (c, d) = names, title
    return f"{text[a:b]}, {text[c:d]}", [*range(a, b), b - 1, b - 1, *range(c, d)]
