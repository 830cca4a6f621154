"""Sentences passed: from verbs of sentencing and getting, from lists that go on without their verb, in other words.

The value is the penalty as printed behind "to".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import CellKind
from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Party, Sentence, is_passive, party_of

from .facts import Fact
from .finders import is_by_a_court, is_by_laymen
from .lexicon import lexicon
from .of_whom import is_unreal, known_parties, objects_told, subjects_told
from .penalties import SUSPENDED, find_penalty

__all__ = ["got", "sentence_of", "sentences_in_other_words"]

_NEXT = re.compile(r"(?:,\s[^,;.]{3,60},)?,?\s(?P<verb>to\s|got\s|received\s)?")  # "Reed, for his age, to six"
_BARE = re.compile(
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?:\syears?)?(?!\w)"
)
_NEXT_LEAD = re.compile(
    r"(?:\s[\w']{1,14}){0,3}(?:,|;|\sand|,\sand|;\sand)\s(?:and\s)?"
    r"(?:the\s(?:accused|prisoner|defendant|man|woman|witness)\s)?(?:(?:Mr|Mrs|Dr|Miss|Captain|Lieutenant|Colonel)\.?\s)?"
)
_NEXT_GROUP = re.compile(
    r",?\s(?:and|but|;)\s(?P<who>the\s(?:others?|rest|remainder|remaining\s\w+)(?:\s\w+)?)\s(?:to\s|got\s)?"
)
_HANDED = re.compile(
    r"(?P<what>(?:\b[\w-]+\s)?(?:death|prison|suspended)\ssentences?)\s(?:was|were)\s(?:announced|handed\s(?:out|"
    r"down)|passed|imposed|pronounced|given)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"['’]s\s(?:own\s)?sentence\s(?:was|is|being)\s[\"“]?(?:only[\"”]?\s)?")
_OWN_NEXT = re.compile(r"['’]s\s(?P<what>\d{1,2}|\w+\syears?)(?!\w)")
_GAVE = re.compile(r"\b(?:gave|giving)\s")
_TO_WHOM = re.compile(r"\sto\s(?P<who>\w+)(?:,?\sand\s)?")
_PRODUCED = re.compile(r"\bproduced\s(?:a\scrop\sof\s)?")
_TO = re.compile(r"[^.;:\n]{0,40}?\bto\s(?:an?\s)?")
_SERVED = re.compile(r"year|month|sentence|death|penalty|prison|punishment|life|terms?\b", re.IGNORECASE)

_CONDEMNING = frozenset("condemn condemns condemned condemning".split())  # which newspapers do as well
_PENAL = re.compile(r"sentence|penalt|prison|punish|labou?r|exile|terms?\b|servitude|camp|jail|gaol|detention", re.I)
# behind a time, death or life alone: "three years older", "a life pension", "a death blow" are no penalties
_GOES_ON = re.compile(
    r"['’]?\s(?!(?:and|or|but|for|at|by|with|on|each|apiece|while|instead|as|under|after|because|when|where|who|"
    r"which|plus|without|that|sentences?|penalty|terms?|in\s(?:[A-Z\d]|the\s[A-Z]))\b|in\s[A-Z\d])[^\W_]"
)
_HEADS_IN_NUMBER = re.compile(r"\s(?P<noun>[^\W\d_]+)")
_AFTER_NUMBER = frozenset("of and or more who in at for on from each with by but years".split())


def sentence_of(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """What somebody was sentenced to, and the list that goes on behind it."""
    verb, words = sentence.words[at], sentence.words
    if at and words[at - 1].low in ("the", "a", "an", "of", "death", "this", "such", "prison", "his", "suspended"):
        return
    if is_unreal(sentence, at):
        return
    passive = is_passive(sentence, at)
    if is_by_laymen(sentence, at):
        return
    start = verb.end
    if passive:
        whom = subjects_told(account, sentence, at, any_phrase=True)
    elif verb.low in lexicon().participles and (penalty := _penalty_after(sentence, verb.end)) is not None:
        whom = _of_participle(account, sentence, at, penalty[1])
    elif verb.low in _CONDEMNING and not is_by_a_court(account, sentence, at):
        return
    else:
        whom = objects_told(account, sentence, at)
        start = max([verb.end, *(p.end for p in whom)])
    found = _penalty_after(sentence, start)
    if found is None:
        return
    for who in whom:
        yield Fact(CellKind.SENTENCE, *found, who, "sentenced in so many words", verb=verb.start)
    if whom:
        yield from _next(account, sentence, found[1], verb.start)


def _of_participle(account: Account, sentence: Sentence, at: int, end: int) -> list[Party]:
    """Of whom a participle is said: "Ash, sentenced to death", "Condemned to death, Ash died", "(sentenced to …)"."""
    words = sentence.words
    if at == 0 or words[at - 1].low in ("]", '"', "“"):
        behind = [n for n, w in enumerate(words) if w.start >= end and w.low == ","]
        if behind and behind[0] + 1 < len(words) and (named := words[behind[0] + 1].named) is not None:
            return [party_of(named)]
        return []
    if words[at - 1].low in (",", "(") and at >= 2:
        if (named := words[at - 2].named) is not None:
            return [party_of(named)]
        if words[at - 1].low == "(":
            return known_parties(account, subject_of(sentence, at - 1, account.meant), any_phrase=True)
        return []
    if words[at - 1].low == "and":  # "was tried and sentenced"
        return subjects_told(account, sentence, at, any_phrase=False)
    if words[at].low in _CONDEMNING and not is_by_a_court(account, sentence, at):
        return []
    return objects_told(account, sentence, at)


def _penalty_after(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Where the penalty stands behind "to"."""
    lead = _TO.match(sentence.text, start, sentence.end)
    if lead is None:
        return None
    found = find_penalty(sentence.text, lead.end(), sentence.end)
    if found is not None and sentence.text[found[0] : found[0] + 3] == "be ":
        return found[0] - 3, found[1]
    return found


def got(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """What somebody got: "received three years", "was given a life term"."""
    verb = sentence.words[at]
    giving = verb.low in ("given", "gave", "give", "gives", "giving")
    if is_unreal(sentence, at) or (giving and (verb.low != "given" or not is_passive(sentence, at))):
        return
    lead = re.compile(r"\s(?:(?:only|off\swith|just|a|an|the)\s)*").match(sentence.text, verb.end, sentence.end)
    found = find_penalty(sentence.text, lead.end(), sentence.end) if lead is not None else None
    if found is None or not _SERVED.search(sentence.text[found[0] : found[1]]) or not _is_whole(sentence, *found):
        return
    whom = subjects_told(account, sentence, at)
    for who in whom:
        yield Fact(CellKind.SENTENCE, *found, who, "got it in so many words", 0.85, 0.7, verb.start)
    if whom:
        yield from _next(account, sentence, found[1], verb.start)


def _is_whole(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a penalty ends where it seems to: not "two years older", "three months' leave"."""
    if _PENAL.search(sentence.text, start, end) is not None:
        return True
    return _GOES_ON.match(sentence.text, end - (sentence.text[end - 1] in "'’"), sentence.end) is None


def _next(account: Account, sentence: Sentence, at: int, verb: int) -> Iterator[Fact]:
    """The list that goes on: ", Reed to 8, and Holm to 5", "and the rest to death"."""
    place = at
    for one in account.record.named_in(at, sentence.end):
        if _NEXT_LEAD.fullmatch(sentence.text, place, one.start) is None:
            break
        lead = _NEXT.match(sentence.text, one.end, sentence.end)
        penalty = _next_penalty(sentence.text, lead.end(), sentence.end, whole=bool(lead["verb"])) if lead else None
        if penalty is None:
            break
        who = party_of(one)
        yield Fact(CellKind.SENTENCE, *penalty, who, "the list goes on without its verb", 0.85, verb=verb)
        place = penalty[1]
    group = _NEXT_GROUP.match(sentence.text, place, sentence.end)
    penalty = find_penalty(sentence.text, group.end(), sentence.end) if group is not None else None
    if group is not None and penalty is not None:
        who = Party(*group.span("who"), group["who"])
        yield Fact(CellKind.SENTENCE, *penalty, who, "the list goes on without its verb", 0.85, verb=verb)


def _next_penalty(text: str, start: int, end: int, *, whole: bool) -> tuple[int, int] | None:
    """The penalty at a place of a list: in full behind a "to", or else a number alone, death or life."""
    if whole and (found := find_penalty(text, start, end)) is not None:
        return found
    bare = _BARE.match(text, start, end) or re.compile(r"(?:death|life)(?!\w)").match(text, start, end)
    return bare.span() if bare is not None else None


def sentences_in_other_words(account: Account, sentence: Sentence) -> Iterator[Fact]:
    """Sentences that no verb of sentencing tells: "Nine sentences of exile were announced", "Ash's sentence was …"."""
    text, start, end = sentence.text, sentence.start, sentence.end
    for found in _HANDED.finditer(text, start, end):
        yield Fact(CellKind.SENTENCE, *found.span("what"), None, "sentences announced", 0.85, verb=found.start())
    yield from _own(account, sentence)
    yield from _given(sentence)
    for found in _PRODUCED.finditer(text, start, end):
        penalty = find_penalty(text, found.end(), end)
        if penalty is not None:
            yield Fact(CellKind.SENTENCE, *penalty, None, "what the trial produced", 0.85, 0.7, found.start())
    for found in SUSPENDED.finditer(text, start, end):
        if found["how"]:
            who = Party(*found.span("who"), found["who"])
            yield Fact(CellKind.SENTENCE, *found.span("how"), who, "told of what was his", 0.85, verb=found.start())


def _own(account: Account, sentence: Sentence) -> Iterator[Fact]:
    """Sentences told as somebody's: "Ash's sentence was ten years, Reed's five"."""
    text, start, end = sentence.text, sentence.start, sentence.end
    for found in _OWN.finditer(text, start, end):
        owner = next((n for n in account.record.named_in(start, found.start() + 1) if n.end == found.start()), None)
        penalty = find_penalty(text, found.end(), end)
        if owner is not None and penalty is not None:
            who = party_of(owner)
            yield Fact(CellKind.SENTENCE, *penalty, who, "his sentence", 0.85, verb=found.start())
            for other in account.record.named_in(penalty[1], end):
                more = _OWN_NEXT.match(text, other.end, end)
                if more is not None:
                    who = party_of(other)
                    yield Fact(CellKind.SENTENCE, *more.span("what"), who, "his sentence", 0.8, verb=found.start())


def _given(sentence: Sentence) -> Iterator[Fact]:
    """Sentences given to a number of people: "gave ten years to six and five to two"."""
    text, start, end = sentence.text, sentence.start, sentence.end
    for found in _GAVE.finditer(text, start, end):
        place = found.end()
        while (penalty := find_penalty(text, place, end)) is not None:
            whom = _TO_WHOM.match(text, penalty[1], end)
            if whom is None or not (whom["who"].casefold() in lexicon().groups or whom["who"].isdecimal()):
                break
            noun = _HEADS_IN_NUMBER.match(text, whom.end("who"), end)
            if noun is not None and not {noun["noun"].casefold()} & (lexicon().groups | _AFTER_NUMBER):
                break  # "to six hospitals"
            who = Party(*whom.span("who"), whom["who"])
            yield Fact(CellKind.SENTENCE, *penalty, who, "given by the court", 0.85, verb=found.start())
            place = whom.end()
