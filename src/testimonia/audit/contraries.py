"""What answers a claim of one sort in words that by themselves say otherwise: "he sent it back" under "HE WAS BRIBED".

Each row is a sort of claim, by words of which one must stand in it, and what is set against it in an account under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from testimonia.model import Span

from .denied import clause_around
from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["contraries"]

_ROWS = (  # what the claim says; what answers it; words of which one stands in the answer, for a quick look
    (
        r"(?:the|was|were|is|are)\s+first\s+(?:to|man|men|woman|person|people|who)\b|\bfirst\s+\w+ed\b",
        r"\b(?:not|never|no\s+means)\s+the\s+first\b|\bhad\s+(?:already|long)\s+been\b|\bbefore\s+(?:him|her|them)\b(?!\s+(?:the|a|an)\b)"
        r"|\b(?:was|were)\s+not\s+the\s+first\b|\bthe\s+second\s+(?:to|man|woman|person)\b",
        "first already long before second",
    ),
    (
        r"\b(?:order(?:s|ed)?|instruct(?:ed|ions?)|command(?:s|ed)?|bidding|behest)\b",
        r"\b(?:on|of|at|upon)\s+(?:his|her|my|their|our)\s+own\s+(?:responsibility|initiative|authority|motion|accord|judge?ment)\b"
        r"|\bwithout\s+(?:any\s+)?(?:orders?|instructions)\b|\bhad\s+no\s+(?:orders?|instructions)\b"
        r"|\b(?:nobody|no\s+one)\s+(?:had\s+)?(?:ordered|told|bade|asked)\s+(?:me|him|her|us|them)\s+to\b",
        "own without orders order instructions nobody one",
    ),
    (
        r"\b(?:paid|pays?|bribe[sd]?|bribery|bought|hired|money|reward(?:ed)?)\b",
        r"\b(?:sent|gave|paid|handed|brought|took)\s+(?:it|them|the\s+(?:money|cheque|sum|envelope|purse|notes?|whole\s+of\s+it))\s+back\b"
        r"|\breturned\s+(?:it|them|the\s+(?:money|cheque|sum|envelope|purse|notes?))\b"
        r"|\brefused\s+(?:it|the\s+(?:money|cheque|sum|envelope|purse|notes?))\b"
        r"|\bnever\s+(?:touched|took|had|saw)\s+(?:a|one)\s+(?:penny|farthing|cent|centavo|copper|coin)\b",
        "back returned refused never",
    ),
    (
        r"\b(?:killed|murdered|assassinated|stabbed|shot|hanged|executed|poisoned|drowned|died|dead|death|perished)\b",
        r"\bdied\s+(?:\w+\s+)?in\s+(?:his|her)\s+(?:own\s+)?(?:bed|sleep)\b|\b(?:is|was|were|are)\s+(?:still|yet)\s+(?:alive|living)\b"
        r"|\blived\s+(?:on\s+)?(?:to\s+be|for\s+another|until|till|another|long\s+after)\b|\boutlived\s+(?:it|him|her|them|the)\b"
        r"|\b(?:was|were)\s+(?:seen\s+)?alive\s+(?:in|on|at|and|the)\b|\bwas\s+never\s+(?:killed|dead|shot|hanged)\b",
        "bed sleep alive living lived outlived never",
    ),
    (
        r"\b(?:wrote|written|signed|letters?|diary|diaries|will|hand|note|author(?:ed)?|order(?:s|ed)?|telegraphed)\b",
        r"\b(?:not|never)\s+in\s+(?:his|her|the\s+same)\s+(?:own\s+)?hand(?:writing)?\b|\b(?:in|by)\s+another\s+hand\b"
        r"|\b(?:hand|handwriting|signature)\s+(?:is|was|does|did)\s+(?:not\s+(?:resemble|his|hers|like)|as\s+unlike|quite\s+unlike|unlike)"
        r"|\b(?:could|can)\s+(?:neither\s+read\s+nor|not\s+(?:read\s+(?:or|nor)\s+)?)write\b",
        "hand handwriting signature write",
    ),
    (
        r"\b(?:refus(?:ed|es|al)|declin(?:ed|es)|accept(?:ed|s)?|turned\s+down)\b",
        r"\b(?:was|were|been)\s+(?:never|not)\s+(?:asked|offered|invited|approached)\b"
        r"|\b(?:nobody|no\s+one)\s+(?:had\s+)?(?:ever\s+)?(?:asked|offered|invited|approached)\s+(?:me|him|her|us|them|it)\b",
        "asked offered invited approached",
    ),
    (
        r"\b(?:burn(?:ed|t)|destroyed|lost|vanished|disappeared|torn\s+up|perished|missing)\b",
        r"\bstill\s+(?:exists?|stands?|hangs?|lies|survives?)\b|\bmay\s+(?:still\s+)?be\s+(?:seen|inspected|read)\b"
        r"|\b(?:is|are|lies|lie)\s+(?:now\s+|still\s+)?in\s+(?:the|a)\s+(?:\w+\s+)?(?:museum|archives?|library|collection)\b"
        r"|\bI\s+have\s+(?:it|them|one)\s+before\s+me\b|\b(?:has|have)\s+survived\b",
        "still seen inspected read museum archive archives library collection before survived",
    ),
    (
        r"\b(?:escaped|fled|got\s+away|ran\s+away|absconded)\b",
        r"\b(?:was|were)\s+(?:caught|retaken|recaptured|brought\s+back|stopped\s+at|arrested\s+at)\b|\bnever\s+left\s+(?:the|his|her|their)\b"
        r"|\bgave\s+(?:himself|herself|themselves)\s+up\b|\bsurrendered\s+to\b",
        "caught retaken recaptured brought stopped arrested never gave surrendered",
    ),
    (
        r"\b(?:abandon(?:ed|s)?|desert(?:ed|s)?|left\s+(?:his|her|their)\s+post|ran\s+away|fled)\b",
        r"\bnever\s+(?:left|stirred\s+from|quitted)\b|\b(?:stayed|remained)\s+(?:at|by|with|to\s+the)\b"
        r"|\bdid\s+not\s+(?:leave|run|stir)\b|\b(?:was|were)\s+(?:still\s+)?at\s+(?:his|her|their)\s+posts?\b",
        "never stayed remained leave run stir post posts",
    ),
    (
        r"\b(?:married|wedding|wife|husband|widow|bride)\b",
        r"\b(?:were|was)\s+never\s+married\b|\bnever\s+married\b|\b(?:remained|died|was)\s+(?:a\s+)?(?:single|unmarried|bachelor|spinster)\b"
        r"|\bno\s+(?:record|entry)\s+of\s+(?:the|any|a)\s+(?:marriage|wedding)\b",
        "married single unmarried bachelor spinster marriage wedding",
    ),
    (
        r"\b(?:illiterate|unlettered|could\s+not\s+(?:read|write))\b",
        r"\b(?:wrote|writes)\s+(?:in\s+)?a\s+(?:\w+\s+)?hand\b|\b(?:could|can)\s+(?:both\s+)?read\b|\b(?:read|wrote)\s+(?:it|them|his|her|aloud)\b"
        r"|\btaught\s+(?:him|her|them)?\s*to\s+read\b|\bin\s+(?:his|her)\s+own\s+hand\b",
        "hand read wrote taught",
    ),
    (
        r"\b(?:secret(?:ly)?|secrecy|hidden|concealed|nobody\s+knew|kept\s+(?:quiet|silent))\b",
        r"\b(?:everybody|everyone|the\s+whole\s+(?:town|village|city|port|street|house))\s+(?:had\s+)?(?:knew|known|heard)\b"
        r"|\bcommon\s+knowledge\b|\bno\s+secret\b|\b(?:was|were)\s+(?:printed\s+)?in\s+(?:all\s+)?the\s+(?:papers|newspapers)\b",
        "everybody everyone whole common secret papers newspapers",
    ),
    (
        r"\b(?:stole|stolen|theft|robbed|robbery)\b",
        r"\b(?:was|were)\s+(?:afterwards\s+|later\s+)?found\s+(?:in|behind|under|among|at)\b|\bhad\s+(?:only\s+)?been\s+(?:lent|sold|pawned|mislaid|given)\b"
        r"|\bturned\s+up\b|\bwas\s+(?:never|not)\s+(?:stolen|missing)\b",
        "found lent sold pawned mislaid given turned stolen missing",
    ),
    (
        r"\b(?:starved|starving|starvation|hunger|famine)\b",
        r"\b(?:bread|food|flour|rice|provisions|meat)\s+(?:enough|for\s+(?:\w+\s+)?(?:days|weeks|months))\b|\benough\s+(?:to\s+eat|bread|food)\b"
        r"|\bplenty\s+(?:of\s+(?:food|bread|meat)|to\s+eat)\b|\bnobody\s+went\s+hungry\b",
        "bread food flour rice provisions meat enough plenty hungry",
    ),
    (
        r"\b(?:(?:only|sole|lone|last)\s+survivor|alone\s+survived)\b",
        r"\b(?:another|other|two|three|four|five|several)\s+(?:\w+\s+)?(?:survived|lived|survivors?|were\s+saved|were\s+picked\s+up)\b",
        "survived lived survivor survivors saved picked",
    ),
    (
        r"\b(?:buried|grave|tomb)\b",
        r"\b(?:there\s+is|has)\s+no\s+grave\b|\b(?:was|were)\s+(?:cremated|burned|thrown\s+into|lost\s+at\s+sea|never\s+found)\b",
        "grave cremated burned thrown lost never",
    ),
    (
        r"\b(?:never|nobody|none|not\s+one|no\s+one)\b[^.]{0,30}\b(?:found|seen|recovered|returned|came\s+back)\b|\bwithout\s+a\s+trace\b",
        r"\b(?:was|were)\s+(?:found|recovered|brought\s+back|picked\s+up|dug\s+(?:up|out)|back\s+(?:by|in|at|on))\b(?!\s+(?:guilty|not|to\s+be|wanting))"
        r"|\b(?:he|she|they)\s+(?:came\s+back|returned)\b",
        "found recovered brought picked dug back came returned",
    ),
)
_NEGATIONS = re.compile(r"\b(?:no|not|never|nobody|none|without|nothing|neither)\b|n[’']t\b", re.IGNORECASE)
_NEVER_ROW = len(_ROWS) - 1  # whose claim denies
_BRIEF = 6  # sentences of an excerpt that speaks of little else
_NEAR = 0.1


@cache
def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (re.compile(claim, re.IGNORECASE), re.compile(answer, re.IGNORECASE), frozenset(hints.split()))
        for claim, answer, hints in _ROWS
    )


@lru_cache(maxsize=256)
def _asked(claim: str) -> tuple[tuple[Span, re.Pattern[str], frozenset[str]], ...]:
    """The rows that a claim is of: the words of it, and what answers them."""
    found = []
    for number, (asks, answer, hints) in enumerate(_rows()):
        own = asks.search(claim)
        if own is not None and (number == _NEVER_ROW or not _NEGATIONS.search(claim)) and not answer.search(claim):
            found.append((Span(*own.span()), answer, hints))
    return tuple(found)


def contraries(exhibit: Exhibit) -> Iterator[Point]:
    """The first answer of each row that the claim is of."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    for own, answer, hints in _asked(heading.text):
        for n, line in enumerate(exhibit.lines):
            if line.is_question or line.low_forms.isdisjoint(hints):
                continue
            if exhibit.near(n) < _NEAR and len(exhibit.lines) > _BRIEF:
                continue
            found = answer.search(line.text, line.start, line.end)
            if found is not None and not _is_turned(line, found.start()) and not _is_of_others(exhibit, n):
                words = Span(*found.span())
                place, weight = clause_around(line, words), max(0.4, exhibit.near(n))
                yield Point("contrary", exhibit, own, place, words, weight)
                break


def _is_turned(line: Line, start: int) -> bool:
    """Whether a "not" before the words turns them: "I did not say that he sent it back"."""
    at = next((k for k, word in enumerate(line.words) if word.start >= start), len(line.words))
    return line.is_denied(at) or any(low in ("not", "never") for low in line.lows[max(0, at - 6) : at])


def _is_of_others(exhibit: Exhibit, n: int) -> bool:
    """Whether a sentence names people and none whom the claim names, who are named."""
    named = {name.person for name in exhibit.lines[n].named}
    persons = exhibit.heading.persons
    return bool(named) and bool(persons) and named.isdisjoint(persons)
