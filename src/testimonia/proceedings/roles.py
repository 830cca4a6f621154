"""Who judges, prosecutes, defends, is tried or testifies, by the words beside a name: "the defendant Ash"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import CellKind
from testimonia.words.accounts import Account
from testimonia.words.clauses import Sentence, party_of
from testimonia.words.letters import small
from testimonia.words.record_texts import Named

from .facts import Fact
from .lexicon import lexicon

__all__ = ["find_roles"]

_KINDS = {
    "defendant": CellKind.DEFENDANT,
    "judge": CellKind.JUDGE,
    "prosecutor": CellKind.PROSECUTOR,
    "counsel": CellKind.COUNSEL,
    "witness": CellKind.WITNESS,
}
_STEMS = (
    "defendant",
    "accused",
    "judge",
    "justice",
    "magistrat",
    "prosecut",
    "procurator",
    "attorney",
    "lawyer",
    "counsel",
    "advocate",
    "barrister",
    "solicitor",
    "witness",
    "court under",
    "for the ",
)
_ONE_OF = re.compile(
    r",\s(?:(?:who\s)?(?:was|is)\s)?(?:another\s|one)\s?(?:of\s)?(?:the\s)?(?:\w+\s){0,2}?(?P<role>defendants?|"
    r"accused|witness(?:es)?|judges|prosecutors?)\b"
)
_WERE = re.compile(
    r"(?P<role>defendants|accused|witnesses|judges)\b"
    r"(?:\s?[\[(][^\])]*[\])])?\s(?:were|are|included|are\slisted\sas)\s"
    r"(?:(?:the|mainly|chiefly|notably|also|mostly|mr\.|mrs\.|dr\.|captain)\s){0,2}$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r",\s(?:(?:the|a|an|as|chief|presiding|first|next|former|then)\s)*(?:(?:public|state|chief|assistant|deputy|"
    r"defen[cs]e|presiding|star|prosecution|next|first)\s)*(?P<role>prosecutor|judge|counsel|lawyer|advocate|"
    r"witness|defendant)\b(?:\sfor\s|[,.;])",
    re.IGNORECASE,
)
_WITNESS_IS = re.compile(
    r"\s(?:was|were|came)\s(?:also\s)?(?:(?:the|a|an|as)\s)?(?:first|next|second|last|star|main|principal|"
    r"prosecution|only)?\s?witness(?:es)?\b(?!\sto\s)",
    re.IGNORECASE,
)
_FOR_SIDE = re.compile(
    r"\s(?:led|appeared|acted|spoke|opened|prosecuted|argued)\s(?:\w+\s)?for\sthe\s(?P<side>Crown|prosecution|"
    r"State|People|defen[cs]e)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\bcourt\sunder,?\s(?:[\w\s,]{0,20}?,\s)?$", re.IGNORECASE)
_AS = re.compile(
    r"\bas\s(?:the\s|a\s)?(?:public\s|state\s|chief\s)?(?P<role>prosecutor|judge|counsel|witness),?\s$", re.IGNORECASE
)


def find_roles(account: Account) -> Iterator[Fact]:
    """Who has which part in proceedings, as a record says."""
    stems = account.which(_STEMS) if account.record.named else ()
    if not stems:
        return
    for number, span in enumerate(account.spans):
        if not account.has(stems, span.start, span.end):
            continue
        sentence = account.sentence(number)
        named = account.record.named_in(span.start, span.end)
        for n, one in enumerate(named):
            yield from _beside(sentence, one, named[n + 1 :])
        yield from _listed(sentence, named)
        yield from _defending(sentence, named)


_BEFORE_ACCUSED = frozenset(
    ("the", "an", "another", "each", "co", "every", "fellow", "chief", "main", "principal", "other")
)


def _fact(kind: CellKind, one: Named, rule: str, confidence: float = 0.9, needs: float = 0.63) -> Fact:
    who = party_of(one)
    return Fact(kind, one.start, one.end, who, rule, confidence, needs, one.start)


def _beside(sentence: Sentence, one: Named, others: tuple[Named, ...]) -> Iterator[Fact]:
    place = next((n for n, w in enumerate(sentence.words) if w.start == one.start), None)
    if place is None or sentence.is_genitive(place):
        return
    words, lex, text = sentence.words, lexicon(), sentence.text
    n = place - 1
    comma = n >= 1 and words[n].low == ","
    role = lex.roles.get(words[n - 1].low if comma else words[n].low) if n >= 0 else None
    if role is not None:
        noun = words[n - 1] if comma else words[n]
        plural = noun.low.endswith("s") and noun.low not in ("counsel", "accused", "witness")
        before = words[n - 2 if comma else n - 1].low if n - 1 - comma >= 0 else ""
        passive = noun.low == "accused" and before not in _BEFORE_ACCUSED and noun.word[0].islower()
        verbal = noun.low in ("judge", "witness", "counsel") and (before in ("to", "will", "would", "not") or comma)
        closes = not comma or text[one.end : one.end + 1] in ",.;)"
        possessive = noun.low == "counsel" and before == "'s"
        title_before = (
            not comma
            and noun.low in ("judge", "justice")
            and not noun.word[0].isupper()
            and before not in ("presiding", "the", "trial")
        )
        if not passive and not verbal and closes and not possessive and not title_before and not (comma and plural):
            yield _fact(_KINDS[role], one, "called so before the name")
            if plural:
                for other in _following(sentence, one, others):
                    yield _fact(_KINDS[role], other, "called so before the names", 0.85)
    after = text[one.end : one.end + 90]
    found = _APPOSED.match(after) or _ONE_OF.match(after)
    if found is not None:
        key = found["role"].lower()
        named_role = lex.roles.get(key) or lex.roles.get(key.removesuffix("es")) or lex.roles.get(key.removesuffix("s"))
        if named_role is not None:
            yield _fact(_KINDS[named_role], one, "called so behind the name")
    elif (acted := _FOR_SIDE.match(after)) is not None:
        side = CellKind.COUNSEL if acted["side"].lower().startswith("defen") else CellKind.PROSECUTOR
        yield _fact(side, one, "said to speak for that side")
    elif _WITNESS_IS.match(after):
        yield _fact(CellKind.WITNESS, one, "said to be a witness")
    before_text = text[max(sentence.start, one.start - 40) : one.start]
    if _UNDER.search(before_text):
        yield _fact(CellKind.JUDGE, one, "the court sat under him", 0.85)
    found = _AS.search(before_text)
    if found is not None:
        yield _fact(_KINDS[lex.roles[small(found["role"])]], one, "said to act as one")


def _following(sentence: Sentence, one: Named, others: tuple[Named, ...]) -> Iterator[Named]:
    end = one.end
    for other in others:
        gap = sentence.text[end : other.start]
        if not re.fullmatch(r"\s?(?:,|and|&|,\sand)\s|,[^;]*;\s(?:and\s)?", gap):
            if ";" in sentence.text[end : sentence.end] and not gap.endswith("; "):
                continue  # named within what is said of the one before
            return
        if re.match(r"['’]s\b", sentence.text[other.end : other.end + 2]):
            if ";" in sentence.text[other.end : sentence.end]:
                continue
            return
        yield other
        end = other.end


def _listed(sentence: Sentence, named: tuple[Named, ...]) -> Iterator[Fact]:
    """ "The defendants were Ash, Reed and Holm"."""
    for n, one in enumerate(named):
        found = _WERE.search(sentence.text, max(sentence.start, one.start - 80), one.start)
        if found is None:
            continue
        role = lexicon().roles.get(found["role"].lower()) or lexicon().roles.get(
            found["role"].lower().removesuffix("es")
        )
        role = role or lexicon().roles.get(found["role"].lower().removesuffix("s"))
        several = [one, *_following(sentence, one, named[n + 1 :])]
        after = sentence.text[several[-1].end : several[-1].end + 4]
        if role is None or not (len(several) > 1 or re.match(r"[.;,]", after)):
            return
        for other in several:
            yield _fact(_KINDS[role], other, "listed as one")
        return


def _defending(sentence: Sentence, named: tuple[Named, ...]) -> Iterator[Fact]:
    """ "Ash was to defend Reed; Holm was to act for Lowe; Penn for Quill": who stands first in each part is "
    "counsel."""
    text = sentence.text
    if not re.search(
        r"\b(?:to defend|defended|act for|acted for|appear for|appeared for|represented)\s",
        text[sentence.start : sentence.end],
    ):
        return
    if not re.search(
        r"\b(?:lawyers?|counsel|advocates?|barristers?)\b", text[sentence.start : sentence.end], re.IGNORECASE
    ):
        return
    start = sentence.start
    for part in re.split(r"(?<=;)", text[sentence.start : sentence.end]):
        here = [n for n in named if start <= n.start < start + len(part)]
        start += len(part)
        if len(here) < 2:
            continue
        gap = text[here[0].end : here[1].start]
        if re.search(r"\b(?:for|defend|defended|represented)\s$", gap) and len(gap) < 90:
            yield _fact(CellKind.COUNSEL, here[0], "said to defend")
