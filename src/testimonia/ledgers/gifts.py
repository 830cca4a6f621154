"""Payments that a noun names: "a payment of ten pounds to Ash", "Reed's loan of £5 to Holm", "bought it for £9".

What was bought or sold for a sum was paid for: by whom and to whom stands in the sentence or stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, object_of, party_after
from testimonia.words.denials import is_gainsaid
from testimonia.words.verbs import may_be_past

from .booked import booked_row
from .lexicon import lexicon
from .persons import doers_of, is_somebody, known, owners_at, people_at, unless_sure
from .rows import Found
from .sent import HAD
from .undone import is_possible, is_supposed, is_undone

__all__ = ["find_gifts"]

_SIDES = {"to": "payee", "from": "payer", "by": "payer"}
_NO_GIFT = frozenset(
    "promise promised promises offer offered offers refuse refused asked ask asks request requested demand demanded no "
    "without proposed propose want wanted hope hoped applied expected prize spoke speak speaks spoken thought thinks "
    "denied denies deny mentioned suggested dreamt dreamed".split()
)
# whoever's they are gets them
_EARNED = frozenset("fee fees pension salary wage wages allowance stipend annuity bonus gratuity".split())
_ONLY_SAID = frozenset(
    "suggested proposed offered promised refused declined rejected denied discussed mentioned".split()
)
_WAS = frozenset("was were is been".split())
_MAKING = frozenset("make makes made making".split())
_ASKED = 5  # words before the noun in which it may be only asked for or offered
_SPREAD = 16  # words behind the sum in which it says to whom and from whom
_FAR = 20  # words from "bought" to its sum
_PRICE = re.compile(r"\b(?:for|at)\s(?:the\s(?:sum|price)\sof\s|only\s)?$")
_TO, _FROM, _BY = (frozenset((word,)) for word in ("to", "from", "by"))


def find_gifts(account: Account, sentence: Sentence, amounts: Sequence[AmountExpression]) -> Iterator[Found]:
    """The payments that a sentence with these sums tells by a noun or by what was bought and sold for them."""
    for amount in amounts:
        found = _gift(account, sentence, amount) or _bought(account, sentence, amount)
        if found is not None:
            yield found


def _gift(account: Account, sentence: Sentence, amount: AmountExpression) -> Found | None:
    words = sentence.words
    place = sentence.word_from(amount.span.start)
    if place is None or place < 2 or words[place - 1].low != "of":
        return None
    at = place - 2
    if words[at].low not in lexicon().gifts or is_gainsaid(sentence, at) or is_supposed(sentence, at):
        return None
    before = words[max(0, at - _ASKED) : at]
    if any(word.low in _NO_GIFT or is_possible(word) for word in before):
        return None
    own = "payee" if words[at].low in _EARNED else "payer"
    parts: list[tuple[str, Party]] = [(own, party) for party in owners_at(account, sentence, at) if known(party)]
    last = sentence.word_from(amount.span.end)
    for n in range(len(words) if last is None else last, min(len(words), (last or 0) + _SPREAD)):
        low = words[n].low
        role = _SIDES.get(low)
        if low in _ONLY_SAID and words[n - 1].low in _WAS:
            return None  # "a gift of ten pounds to Reed was suggested"
        if low in ("which", "who", "that", ";", ":") or words[n].word in '"“”' or _is_of_another(low):
            break
        if role is None or any(had == role for had, _ in parts):
            continue
        found = [p for p in people_at(account, sentence, n + 1) if known(p) or is_somebody(account, p)]
        parts += [(role, party) for party in found]
    if any(one.low == "to" and other.low in HAD for one, other in pairwise(words[max(0, at - _ASKED) : at])):
        return None  # "was to have a fee of ten guineas"
    verb = next((n for n in range(at - 1, max(-1, at - 4), -1) if words[n].low in _MAKING | HAD), None)
    role = "payee" if verb is not None and words[verb].low in HAD else "payer"
    told = verb is not None and not is_negated(sentence, verb) and not is_passive(sentence, verb)
    if verb is not None and told and not any(had == role for had, _ in parts):
        doers = [p for p in doers_of(account, sentence, verb) if known(p) or is_somebody(account, p)]
        parts = [*((role, party) for party in doers), *parts]
    end = max([amount.span.end, *(party.end for _, party in parts)])
    if not parts or is_undone(sentence, at, end):
        return None
    return booked_row(account, sentence, at, amount, tuple(parts))


def _is_of_another(low: str) -> bool:
    """Whether a verb behind the sum does something else with it: "a payment of ten pounds, entered by Ash"."""
    if low in lexicon().giving or low in ("went", "passed"):
        return False
    return may_be_past(low)


def _bought(account: Account, sentence: Sentence, amount: AmountExpression) -> Found | None:
    """ "Ash bought the boat from Reed for ten pounds", "sold it to Reed for ten pounds"."""
    words, lex = sentence.words, lexicon()
    if _PRICE.search(sentence.text, max(sentence.start, amount.span.start - 24), amount.span.start) is None:
        return None
    place = sentence.word_from(amount.span.start)
    last = len(words) if place is None else place
    at = next(
        (
            n
            for n in range(last - 1, max(-1, last - _FAR), -1)
            if words[n].named is None and words[n].low in lex.buying | lex.selling
        ),
        None,
    )
    if at is None or is_negated(sentence, at) or is_gainsaid(sentence, at) or is_supposed(sentence, at):
        return None
    if any(is_possible(word) or word.low == "to" for word in words[max(0, at - 3) : at]):
        return None
    if any(word.low in (";", ":", "?") for word in words[at:last]):
        return None
    if any(one.low == "and" and _is_of_another(other.low) for one, other in pairwise(words[at:last])):
        return None  # "bought the boat and sailed it for ten pounds"
    buys, passive = words[at].low in lex.buying, is_passive(sentence, at)
    doers = () if passive else doers_of(account, sentence, at)
    agents = [party_after(sentence, at, _BY, account.meant)] if passive else list(doers)
    others = party_after(sentence, at, _FROM if buys else _TO, account.meant)
    sides = (("payer", agents), ("payee", [others])) if buys else (("payee", agents), ("payer", [others]))
    parts = [(role, unless_sure(account, p)) for role, side in sides for p in side if p is not None]
    parts = [(role, party) for role, party in parts if known(party) or is_somebody(account, party)]
    if not parts:
        return None
    what = None if passive else object_of(sentence, at, account.meant)
    if what is not None and what.id is None and what.end <= amount.span.start and not is_somebody(account, what):
        parts.append(("for", what))
    return booked_row(account, sentence, at, amount, tuple(parts))
