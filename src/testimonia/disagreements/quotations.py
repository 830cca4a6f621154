"""Words in inverted commas that stand a little otherwise elsewhere: a saying told twice, a sentence quoted freely.

Two that share their rarest words are laid side by side. Both are quotations, or the one quotes what the other prints
as its own; what differs between them is a difference of wording. What
a quotation only leaves out at an ellipsis is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from ..model import DiscrepancyKind, Reason, Sourcebook
from ..words.variants import plain_form
from .differences import Difference, Words, about_of
from .quoted_words import differing_last_words, differing_quoted_words
from .sayings import Saying, Sayings, Token

__all__ = ["differing_quotations"]

_QUOTED = re.compile(
    r"“([^“”]{12,240})”|\"([^\"\n]{12,240})\"|(?<!\w)‘((?:[^‘’]|’(?=\w)){12,240})’(?!\w)"
    r"|(?<!\w)'((?:[^'\n]|'(?=\w)){12,240})'(?!\w)"
)
_BROKEN = re.compile(r"\.\.\.|[…\[\]“”\"]")  # words left out or put in, or an inquit
_LEAST = 4  # words that are the same in both
_LONG = 7  # words of a quotation, where the other is none: shorter ones are said of many things
_LIKE, _LIKE_QUOTED = 0.7, 0.6  # of the words of both; the less where both are quotations of about one length
_AS_LONG = 1.6
_MUCH = 0.4  # of an excerpt
_RAREST = 3  # words by which the other is looked up, two at a time
_COMMON = 40  # sentences: a word that more have leads to none


def differing_quotations(book: Sourcebook, sayings: Sayings, known: set[tuple[int, int]]) -> Iterator[Difference]:
    """Quotations that differ a little from what stands elsewhere; ``known`` are pairs of sentences already compared."""
    yield from differing_quoted_words(book, sayings)
    yield from differing_last_words(book, sayings)
    copies = _copies(book)
    done = set(known)
    for own in sayings.of_record.values():
        text = own[0].text
        if not any(mark in text for mark in "“\"‘'"):
            continue
        at = 0
        for quoted in _QUOTED.finditer(text):
            while at + 1 < len(own) and own[at + 1].start <= quoted.start():
                at += 1
            saying = own[at]
            group = quoted.lastindex or 1
            tokens = saying.tokens_in(quoted.start(group), quoted.end(group))
            if len(tokens) < _LEAST or "..." in quoted.group() or "…" in quoted.group():
                continue
            for other in _others(sayings, saying, tokens):
                key = (min(saying.number, other.number), max(saying.number, other.number))
                if key not in done and frozenset((saying.record.id, other.record.id)) not in copies:
                    found = _laid(sayings, saying, tokens, other)
                    if found is not None:
                        done.add(key)
                        yield found


def _copies(book: Sourcebook) -> set[frozenset[str]]:
    """Excerpts of which one has much of the other, which are compared word by word elsewhere."""
    lengths = {excerpt.id: len(excerpt.span) for excerpt in book.excerpts}
    return {
        frozenset((d.a, d.b))
        for d in book.dependences
        if sum(len(one.a) for one in d.alignments) >= _MUCH * lengths[d.a]
        or sum(len(one.b) for one in d.alignments) >= _MUCH * lengths[d.b]
    }


def _others(sayings: Sayings, saying: Saying, tokens: Sequence[Token]) -> list[Saying]:
    """Sentences of other excerpts that have two of the rarest words."""
    keys = sorted({t.key for t in tokens if t.key and t.named is None}, key=lambda k: (-sayings.weights[k], k))[
        :_RAREST
    ]
    keys = [key for key in keys if 1 < len(sayings.having(key)) <= _COMMON]
    found = {n for key in keys for n in sayings.having(key) if _is_beside(saying, sayings.all[n])}
    for one, other in combinations(keys, 2):
        found |= set(sayings.having(one)) & set(sayings.having(other))
    return [sayings.all[n] for n in sorted(found) if sayings.all[n].record is not saying.record]


def _is_beside(saying: Saying, other: Saying) -> bool:
    """Whether both stand under one claim."""
    return saying.record.claim is not None and saying.record.claim == other.record.claim


def _laid(sayings: Sayings, saying: Saying, tokens: Sequence[Token], other: Saying) -> Difference | None:
    """The quotation beside the words of another sentence that are most like it."""
    own, theirs = [_form(t) for t in tokens], [_form(t) for t in other.tokens]
    blocks = [b for b in SequenceMatcher(None, own, theirs, autojunk=False).get_matching_blocks() if b.size]
    same = sum(block.size for block in blocks)
    if same < _LEAST:
        return None
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    region = other.tokens[first:last]
    start, end = blocks[0].a, blocks[-1].a + blocks[-1].size
    like = 2 * same / (len(own) + len(region))
    quoted = _quoted_length(other, region)
    if own[start:end] == theirs[first:last] or not (quoted or len(own) >= _LONG or _is_beside(saying, other)):
        return None
    if not any(t.key and t.named is None for t in tokens[start:end] if _form(t) in theirs[first:last]):
        return None
    if like < (_LIKE_QUOTED if 0 < quoted <= _AS_LONG * len(own) else _LIKE):
        return None
    here = Words(saying, tokens[start].start, tokens[end - 1].end)
    there = Words(other, region[0].start, region[-1].end)
    if _BROKEN.search(here.cut) or _BROKEN.search(there.cut):
        return None
    a, b = (here, there) if saying.number < other.number else (there, here)
    pair = sayings.pair(a.saying, b.saying)
    return Difference(
        _kind(sayings, here, there),
        a,
        b,
        about_of(pair) or " ".join(own),
        0.3 + like / 3,
        None,
        (),
        (Reason("words in inverted commas that stand a little otherwise elsewhere"),),
        pair.weight,
    )


def _form(token: Token) -> str:
    """What is compared: whoever is named under whatever name, and one spelling for all of a word."""
    return token.key if token.named is not None else plain_form(token.low)


def _kind(sayings: Sayings, here: Words, there: Words) -> DiscrepancyKind:
    """Another number is more than another word."""
    one, other = ([c for c in sayings.counts(w.saying) if w.start <= c.span.start < w.end] for w in (here, there))
    if len(one) == len(other) == 1 and one[0].noun == other[0].noun and one[0].low != other[0].low:
        return DiscrepancyKind.AMOUNT if one[0].kind == "money" else DiscrepancyKind.NUMBER
    return DiscrepancyKind.WORDING


def _quoted_length(saying: Saying, region: Sequence[Token]) -> int:
    """How many words the quotation has that the words stand in, 0 where they stand in none."""
    first, last = max(0, saying.start - 2), min(len(saying.text), saying.end + 2)
    around = (q for q in _QUOTED.finditer(saying.text, first, last) if q.start() <= region[0].start < q.end())
    return next((len(saying.tokens_in(*q.span())) for q in around if region[-1].end <= q.end()), 0)
