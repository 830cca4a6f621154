"""Who pays and who is paid, read from word order, prepositions and passives; and where, what for, through whom.

A side that the sentence does not tell stays empty.
"""

from __future__ import annotations

import re

from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression, find_amounts, read_number
from testimonia.words.calendars import MONTHS
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import CLAUSE_WORDS, Meaning, Party, Sentence, object_of, party_after, party_of, phrase_at
from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_title

from .lexicon import Lexicon, lexicon

__all__ = ["BY", "clause_end", "is_people", "own_payee", "roles_of", "subjects_of"]

_PHRASE = 6  # words of a phrase for several
_THEM = frozenset("them him her it us me".split())
_TO, _FROM, BY, _THROUGH = (frozenset((word,)) for word in ("to", "from", "by", "through"))
_AMONG = frozenset(("among", "amongst"))
_WHERE = re.compile(
    r"\b(?:in|at)\s(?:(?:his|her|my|their|the)\s(?:\w+['’]?s?\s){0,2}(?:office|flat|house|room|cell|station|hotel)\b)"
)
_FOR = re.compile(
    r"\bfor\s(?!(?:him|her|them|me|us|it|which|whom|each|all|that|this|you|example|instance)\b)(?P<what>[^.;:?!\n]{3,110})"
)
_SOME = frozenset(
    """one two three four several some many most all both few number group groups couple pair party band crowd handful
    dozen dozens lot hundreds others member members none any each sort kind""".split()
)
_BEHALF = re.compile(r"\bon\s(?:(?P<of>behalf\sof\s)|(?=[^.;]{0,40}?['’]s\sbehalf\b))", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?:the|every|each)\s(?:hour|day|night|week|month|quarter|year|piece|page|line|word|mile|ton|cart|cartload|load|"
    r"job|head|dozen|hundred|thousand|yard|acre|bushel|barrel|crate|box|sack|trip|voyage)",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?:the\s)?(?:{'|'.join(sorted(MONTHS))}|\d|(?:spring|summer|autumn|winter|beginning|end|start|day|time)\b)",
    re.IGNORECASE,
)
_FORENAMES = frozenset("Wm Thos Jas Jno Geo Chas Robt Edw Saml Benj Alex Fred".split())
_LAST_WORD = re.compile(r"\b[^\W\d_]+$")
_CLAUSE_END = re.compile(
    r"[.;:!?\n]|\s(?:who|which|because|while|when|so that|and (?:that|was|were|had|promised|then))\b"
)


def subjects_of(account: Account, sentence: Sentence, at: int, words: Lexicon) -> tuple[Party, ...]:
    """Whose verb it is; of "promised to pay" and "admitted paying" whoever promised and admitted."""
    verb = sentence.words[at]
    if at > 1 and sentence.words[at - 1].low == "to" and verb.low not in words.gerunds:
        for n in range(at - 2, max(-1, at - 8), -1):
            if sentence.words[n].low in words.promising:
                return subject_of(sentence, n, account.meant)
    if verb.low in words.gerunds and (at == 0 or sentence.words[at - 1].low not in BE):
        told = account.reporter(sentence, at)  # "he admitted paying"
        return (told,) if told is not None else ()
    if verb.low in words.gerunds or (verb.low in words.participles and at and sentence.words[at - 1].low == "being"):
        several = account.reporters(sentence, at)  # "Ash and Reed admit being paid"
        found = several or subject_of(sentence, at, account.meant)
        told = account.reporter(sentence, at)
        return found if found and found[0].id else ((told,) if told is not None else found)
    return subject_of(sentence, at, account.meant)


def roles_of(
    account: Account,
    sentence: Sentence,
    at: int,
    passive: bool,
    subject: tuple[Party, ...],
    behind_noun: tuple[int, int] | None,
    money_subject: bool,
) -> list[tuple[str, Party]] | None:
    """Everybody and everything that the clause puts to the payment, each with its role.

    ``behind_noun`` is the money that the verb follows as a participle, ``money_subject`` says that the subject is
    money. ``None`` where nobody pays or is paid.
    """
    words, verb, meant = lexicon(), sentence.words[at], account.meant
    parts: list[tuple[str, Party]] = []
    taking = verb.low in words.taking

    def put(role: str, *parties: Party | None) -> None:
        parts.extend((role, party) for party in parties if party is not None and not _is_sum(account, party))

    if behind_noun is not None or money_subject:
        put("payer", _agent(account, sentence, at))
        put("payee", party_after(sentence, at, _TO, meant))
    elif taking:
        if passive:
            return None
        put("payee", *subject)
        source = _before_sum(account, party_after(sentence, at, _FROM, meant) or _of_whom(sentence, at, meant))
        put("payer", None if source is not None and _TIME.match(source.name) else source)
    elif passive:
        put("payee", *subject)
        put("payer", _agent(account, sentence, at))
    else:
        put("payer", *subject)
        given = _before_sum(account, object_of(sentence, at, meant))
        if given is not None and account.record.text[given.start : given.end].casefold() in ("it", "them"):
            given = None
        by_name = given is not None and account.record.text.startswith(", ", given.end)  # "the cooper, Ash"
        by_name = by_name and bool(account.record.named_in(given.end, given.end + 3))  # type: ignore[union-attr]
        if given is not None and (given.id or by_name or is_people(account, given) or verb.low in words.bribing):
            put("payee", given)
        else:
            receiver = party_after(sentence, at, _TO | _AMONG, meant) or _to_whom(sentence, at, meant)
            put("payee", receiver if _can_receive(account, receiver) else None)
    if not any(role in ("payer", "payee") for role, _ in parts):
        return None
    parts = _told_apart(account, sentence, at, parts)
    put("through", party_after(sentence, at, _THROUGH, meant))
    _put_behalf(account, sentence, at, parts)
    stop = clause_end(sentence, at, words)
    where = _WHERE.search(sentence.text, max(sentence.start, verb.start - 30), stop)
    if where:
        parts.append(("where", Party(*where.span(), where.group())))
    what = _FOR.search(sentence.text, verb.end, sentence.end if behind_noun is None else stop)
    if what is not None and what.start() < stop + 1:
        end = what.end() - len(re.search(r"(?:,?\s(?:and|but|of which|which)\b.*|[\s,]*)$", what["what"]).group())  # type: ignore[union-attr]
        if end > what.start("what"):
            said = Party(what.start("what"), end, sentence.text[what.start("what") : end])
            parts += [] if _begins_with_sum(said.name) else [("for", said)]
    return parts


def _of_whom(sentence: Sentence, at: int, meant: Meaning) -> Party | None:
    """Somebody named right behind "received of"."""
    if at + 2 >= len(sentence.words) or sentence.words[at + 1].low != "of":
        return None
    found = phrase_at(sentence, at + 2, meant)
    return found if found is not None and found.id is not None else None


def _agent(account: Account, sentence: Sentence, at: int) -> Party | None:
    """By whom something was paid; "by the day" and "by the cart" is how."""
    found = party_after(sentence, at, BY, account.meant)
    return None if found is not None and found.id is None and _MEASURE.fullmatch(found.name) else found


def clause_end(sentence: Sentence, at: int, words: Lexicon) -> int:
    """Where the clause of the verb ends: at a stop, a new clause, or the next verb of paying."""
    text, verb = sentence.text, sentence.words[at]
    ends = (m.start() for m in _CLAUSE_END.finditer(text, verb.end, sentence.end) if not _shortens(text, m.start()))
    stop = next(ends, sentence.end)
    verbs = words.giving | words.taking
    for n, word in enumerate(sentence.words[at + 1 :], at + 1):
        if word.start >= stop:
            break
        noun = word.low in words.money or sentence.words[n - 1].low in DETERMINERS  # "a grant of ten pounds"
        if word.named is None and word.low in verbs and not noun:
            return word.start
    return stop


def _shortens(text: str, at: int) -> bool:
    """Whether a full stop only shortens a title or a forename: "Mr. Ash", "J. Ash"."""
    before = _LAST_WORD.search(text, max(0, at - 8), at) if text[at] == "." else None
    return before is not None and (
        is_title(before.group())
        or before.group() in _FORENAMES
        or (len(before.group()) == 1 and before.group().isupper())
    )


def _to_whom(sentence: Sentence, at: int, meant: Meaning) -> Party | None:
    """The phrase before "to whom they paid"."""
    words = sentence.words
    for n in range(at - 1, max(0, at - 6), -1):
        if words[n].low == "whom" and words[n - 1].low == "to" and n > 2:
            if n > 5 and words[n - 2].low in _THEM and words[n - 3].low == "by":
                return _hired(sentence, n - 4)
            found = subject_of(sentence, n - 1, meant)
            return found[0] if found else None
    return None


def _hired(sentence: Sentence, at: int) -> Party | None:
    """The phrase before a participle: "through porters and carters hired by them"."""
    words = sentence.words
    first = at
    while first > 0 and at - first < _PHRASE and words[first - 1].low not in PREPOSITIONS | CLAUSE_WORDS:
        if words[first - 1].is_mark or words[first - 1].low.endswith("ed"):
            break
        first -= 1
    if first == at:
        return None
    start, end = words[first].start, words[at - 1].end
    return Party(start, end, sentence.text[start:end])


def _put_behalf(account: Account, sentence: Sentence, at: int, parts: list[tuple[str, Party]]) -> None:
    """ "On Ash's behalf": from whom the money comes, through the payer's hands."""
    found = _BEHALF.search(sentence.text, sentence.words[at].end, sentence.end)
    if found is None:
        return
    for named in account.record.named_in(found.end(), min(found.end() + 40, sentence.end)):
        parts.append(("from", party_of(named)))
        return


def _before_sum(account: Account, party: Party | None) -> Party | None:
    """A phrase up to the sum that follows it: "a pilot" of "lent a pilot thirty pounds"."""
    if party is None or party.id is not None:
        return party
    sums = find_amounts(account.record.text, party.start, party.end)
    if not sums:
        return party
    end = party.start + len(account.record.text[party.start : sums[0].span.start].rstrip())
    return Party(party.start, end, account.record.text[party.start : end], None, 0.7) if end > party.start else None


def _can_receive(account: Account, party: Party | None) -> bool:
    """Whether a phrase behind "to" is a receiver and no infinitive or purpose: "the fund", but not "say so"."""
    if party is None or party.id is not None:
        return party is not None
    words = account.record.text[party.start : party.end].split()
    head = words[: words.index("of")] if "of" in words else words
    named = head[-1][0].isupper() if len(head) > 1 else head[0][0].isupper() and not head[0].isupper()
    return is_people(account, party) or named or head[-1].casefold() in lexicon().places


def _told_apart(
    account: Account, sentence: Sentence, at: int, parts: list[tuple[str, Party]]
) -> list[tuple[str, Party]]:
    """Nobody pays himself: of two who are named, a pronoun for the payee means the other; "them" those who say so."""
    payers = {p.id for role, p in parts if role == "payer"}
    kept: list[tuple[str, Party]] = []
    for role, party in parts:
        low = account.record.text[party.start : party.end].casefold()
        if role == "payee" and party.id is None and low == "them":
            several = account.reporters(sentence, at)
            kept += [(role, Party(party.start, party.end, p.name, p.id, 0.75)) for p in several] or [(role, party)]
        elif role == "payee" and party.id is not None and party.id in payers:
            others = {w.named.person: w.named for w in sentence.words[:at] if w.named and w.named.person not in payers}
            if len(others) == 1:
                (other,) = others.values()
                kept.append((role, Party(party.start, party.end, other.name, other.person, 0.75)))
        else:
            kept.append((role, party))
    return kept


def _is_sum(account: Account, party: Party) -> bool:
    if party.id is not None:
        return False
    text = account.record.text[party.start : party.end]
    return bool(find_amounts(text)) or _begins_with_sum(text)


def _begins_with_sum(text: str) -> bool:
    """Whether words begin with a sum or are a number: "£25", "a thousand"."""
    return re.match(r"[£$€¥]|\d[\d.,]*$", text) is not None or read_number(text) is not None


def is_people(account: Account, party: Party) -> bool:
    """Whether a phrase behind the verb names people and no thing: of "the mayor of the port" it is the mayor."""
    words = lexicon()
    text = account.record.text[party.start : party.end].casefold()
    tokens = re.findall(r"[^\W\d_]+", text)
    if not tokens or any(token in words.money or token in words.message_nouns for token in tokens):
        return False
    speech = english_speech()
    if tokens[0] in ("him", "her", "them", "me", "us", "you"):
        return True
    if "of" in tokens[1:] and tokens[tokens.index("of", 1) - 1] not in _SOME:
        tokens = tokens[: tokens.index("of", 1)]
    return (
        tokens[-1] in speech.groups | words.offices
        or (len(tokens) > 1 and speech.is_human(tokens[-1]) and not _only_ends_so(tokens[-1]))
        or tokens[0] in ("certain", "these", "those")
    )


def _only_ends_so(noun: str) -> bool:
    """Whether a noun has nothing of people but its end: "hamper", "mortar"."""
    speech = english_speech()
    one = noun.removesuffix("s")
    return one.endswith(("er", "or")) and one not in speech.humans | speech.callings


def own_payee(
    account: Account, sentence: Sentence, amount: AmountExpression, parts: list[tuple[str, Party]]
) -> list[tuple[str, Party]]:
    """Of several sums of one verb, each has its own "to": "1000 to one and 800 to another"."""
    ahead = next((w for w in reversed(sentence.words) if w.end <= amount.span.start), None)
    if ahead is not None and ahead.named is not None and not any(p.end == ahead.end for _, p in parts):
        named = ahead.named  # "paid Ash ten pounds and Reed five pounds"
        own_name = Party(ahead.start, ahead.end, named.name, named.person, named.confidence)
        return [*((role, p) for role, p in parts if role != "payee"), ("payee", own_name)]
    after = sentence.word_from(amount.span.end)
    if after is None or sentence.words[after].low != "to" or after + 1 >= len(sentence.words):
        return parts
    own = phrase_at(sentence, after + 1, account.meant)
    if own is None:
        return parts
    return [*((role, p) for role, p in parts if role != "payee"), ("payee", own)]
