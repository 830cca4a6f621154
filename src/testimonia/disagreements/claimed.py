"""How many there were, where a claim counts few and one account answers with a number alone: "There was one."

A claim that counts ("three lamps were burning") is borne out by an account that has its number, whatever it counts
them as ("the three", "three lanterns"). An account under it that says how many there were without a word for what
("there was one", "there were five missing"), or sets a bound ("never more than one"), tells of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Sourcebook, Span
from ..words.amounts import read_number
from ..words.bare_counts import find_bare
from ..words.counts import NUMBER, Count, find_counts
from ..words.stems import is_function_word, stem
from .differences import Difference
from .sayings import Saying, Sayings, may_count
from .told_numbers import Told, numbers_apart

__all__ = ["differing_claimed"]

_ANSWER = re.compile(
    r"\bthere\s+(?:was|were|are|is|had\s+been)\s+"
    rf"(?:(?:only|but|just|never|no|not|more|fewer|less|than)\s+){{0,4}}(?P<alone>{NUMBER})"
    r"(?=\s*[.;:!?”\"]|\s*,(?!\s*(?:and|or)\b)|\s+(?:short|missing|gone|wanting|left|in\s+all|altogether|of\s+(?:them|those)(?=\s*[.,;:!?”\"]))\b)"
    rf"|\b(?:never|no|not)\s+(?:been\s+)?more\s+than\s+(?P<bound>{NUMBER})\b"
    r"(?!\s+(?:of|or|hundred|thousand|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|miles?|feet|yards?)\b)",
    re.IGNORECASE,
)
_SEEN = re.compile(
    rf"\b(?P<verb>[a-z]{{3,}})\s+(?:only\s+|but\s+)?[“\"‘']?(?P<alone>{NUMBER})(?=\s*[,.;”\"])|"
    r"\b(?P<some>one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:man|men|woman|women|persons?|people|fellows?)\b",
    re.IGNORECASE,
)
_THERE = frozenset(("there", "than"))
_WORD = re.compile(r"[^\W\d_]{3,}")
_APPOSED = 20  # code points: "one man, a stoker"
_RULE = "the claim prints a number that one account has, and another answers with a number alone"
_FEWEST, _MOST = 2, 99
_RATIO = 8.0
_ACCOUNTS = 14
_OF = re.compile(r"\bof\b", re.IGNORECASE)  # "two of things"


def differing_claimed(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """The number of a claim, as one account under it has it, beside another that answers it alone."""
    asked = {claim.id: found for claim in book.claims if (found := _asked(claim)) is not None}
    for accounts in sayings.by_claim if asked else ():
        claimed = asked.get(accounts[0][0].record.claim or "")
        if claimed is None:
            continue
        number, said = claimed
        own = [saying for account in accounts[:_ACCOUNTS] for saying in account]
        others = [answer for saying in own if (answer := _answer(saying, number, said)) is not None]
        if not others:
            continue
        for account in accounts[:_ACCOUNTS]:
            borne = next((told for saying in account if (told := _bears_out(sayings, saying, number))), None)
            if borne is None:
                continue
            for other in others:
                if borne.saying is not other.saying or not borne.count.span.overlaps(other.count.span):
                    yield numbers_apart(
                        sayings, borne, other, "how many there were", _RULE, base=0.5, per=100, most=0.7
                    )


def _asked(claim: Claim) -> tuple[float, frozenset[str]] | None:
    """The one number of things or people that a claim prints, and the stems of its words."""
    text = claim.text.lower()
    if not any(map(may_count, text.split())):
        return None
    counts = find_counts(text)
    if len(counts) != 1 or counts[0].kind not in ("persons", "things"):
        return None
    if not _FEWEST <= counts[0].low == counts[0].high <= _MOST:
        return None
    words = frozenset(stem(word) for word in _WORD.findall(text) if not is_function_word(word))
    return counts[0].low, words


def _answer(saying: Saying, number: float, said: frozenset[str]) -> Told | None:
    """A number alone, another than the claim's."""
    found = [] if _THERE.isdisjoint(saying.lows) else list(_ANSWER.finditer(saying.text, saying.start, saying.end))
    if not said.isdisjoint(saying.features):
        found += [
            match for match in _SEEN.finditer(saying.text, saying.start, saying.end) if _is_of(saying, match, said)
        ]
    for match in found:
        name = next(name for name in ("alone", "some", "bound") if match.groupdict().get(name))
        value = read_number(match[name].lower())
        if value is None or value == number or max(value, number) > _RATIO * min(value, number):
            continue
        span = Span(*match.span(name))
        return Told(saying, Count(span, match[name], value, value, "", "bare"))
    return None


def _is_of(saying: Saying, match: re.Match[str], said: frozenset[str]) -> bool:
    """Whether it is told by the claim's own verb ("saw one,"), or of people whom the claim's noun behind it names."""
    if match["alone"]:
        return stem(match["verb"].lower()) in said
    behind = saying.text[match.end() : min(saying.end, match.end() + _APPOSED)]
    return behind[:1] == "," and any(stem(word) in said for word in _WORD.findall(behind.lower().split(" who ")[0]))


def _bears_out(sayings: Sayings, saying: Saying, number: float) -> Told | None:
    """The claim's number in a sentence, told of things, people or nothing named."""
    counts = sayings.counts(saying)
    bare = find_bare(saying.text, saying.start, saying.end) if any(map(may_count, saying.lows)) else ()
    for count in (*counts, *(b for b in bare if not any(b.span.overlaps(count.span) for count in counts))):
        told = count.kind in ("persons", "things", "bare") and not _OF.search(count.words)
        if told and count.low == count.high == number:
            return Told(saying, count)
    return None
