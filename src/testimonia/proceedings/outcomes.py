"""Charges, pleas, verdicts, sentences and fates, from verbs in prose and from questions and answers.

The value is the words that say it: the plea from its verb on, the sentence as printed behind "to". A list that goes on
without its verb ("Ash to ten years, Reed to five") is read as far as it keeps the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from testimonia.model import CellKind, Mode
from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, leading_names, object_of, subject_of

from .facts import Fact
from .lexicon import lexicon
from .penalties import find_penalty

__all__ = ["find_outcomes"]

_PLEA = re.compile(
    r"(?:not\s)?guilty(?:\s(?:to(?!\sbe\b)|of|on|only)\b(?:[^.;:\n?!()]|"
    r"\.(?=\w))*?(?:,?\sand\snot\sguilty\sto\b[^.;:\n?!()]*)?)?"
    r"(?=\s*(?:[.;:\n?!\"”()\]]|$|--|,\s(?:but|and|which|who|with|though|except|had|has|have|was|were|is|are)\b|"
    r",?\s(?:and|but)\s(?:he|she|they|was|were|asked|then|had)\b|"
    r"\sin\stones|,\swith\sthe\sexception|\scame\b|\sto\sbe\b))",
    re.IGNORECASE,
)
_ENTERED = re.compile(r"\bentered\s(?P<plea>(?:the|a|their|his|her)\spleas?\sof\s(?:not\s)?guilty)", re.IGNORECASE)
_CHARGE = re.compile(
    r"\s(?:with|of|for)\s(?P<what>(?:[^.;:\n?!]|\.(?=\w)|\.{3,4}(?=\s?[a-z])){3,320}?)"
    r"(?=\s*(?:[;:\n?!]|\.{1,4}(?!\w|\.|\s?[a-z])|,?\s(?:and|but)\s(?:was|were|sentenced|arrested|had|found|"
    r"convicted|on)\b|$))"
)
_DEFAULT = re.compile(r"(?:not\s)?(?:guilty|in\sdefault|liable|to\sblame|innocent|insane)(?!\w)", re.IGNORECASE)
_SUSPENDED = re.compile(
    r"\b(?:suspends?|suspended|cancels?|cancelled)\s(?P<what>(?:his|her|the\s[\w]+['’]s)\s(?:certificate|"
    r"licen[cs]e)(?:\sfor\s[\w-]+\s(?:months|years))?)|"
    r"\b(?P<who>[Tt]he\s\w+)['’]s\s(?:certificate|licen[cs]e)\swas\s(?P<how>(?:suspended|"
    r"cancelled)(?:\sfor\s[\w-]+\s(?:months|years))?)"
)
_FOUND = re.compile(
    r"(?:not\s)?guilty(?:\sof\s(?:[^.;:,\n?!]{3,160}?)(?=[.;:\n?!,]|\sand\s(?:was|were|sentenced)\b|$))?", re.IGNORECASE
)
_CONVICTED = re.compile(
    r"\s(?:only\s)?(?:of|for|on)\s[^.;:\n?!]{3,140}?(?=[.;:\n?!]|,?\sand\s(?:was|were|sentenced)\b|$)"
)
_NEXT = re.compile(
    r",?\s(?:to\s|got\s|received\s)?(?P<what>(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"fifteen|twenty)"
    r"(?:\syears?)?|death|life)(?!\w)"
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
_OWN_NEXT = re.compile(r"['’]s\s(?=\d|\w+\syears)")
_GAVE = re.compile(r"\b(?:gave|giving)\s")
_TO_WHOM = re.compile(r"\sto\s(?P<who>\w+)(?:,?\sand\s)?")
_PRODUCED = re.compile(r"\bproduced\s(?:a\scrop\sof\s)?")
_GRANTED = re.compile(r"\b(?:were|was)\s(?P<what>granted\s(?:clemency|a\spardon|amnesty|a\sreprieve))", re.IGNORECASE)
_REPLIED = re.compile(
    r"\basked\swhether\sthey\spleaded\sguilty,?\s(?:and\s)?(?P<who>(?:all|each|both|"
    r"none)(?:\sof\sthem)?)\s(?:replied|answered|said),?\s(?P<what>[\"“][^\"”]{2,60}[\"”])",
    re.IGNORECASE,
)
_HOW_PLEAD = re.compile(r"\bdo\syou\splead\sguilty\b|\bhow\sdo\syou\splead\b", re.IGNORECASE)
_ANSWER = re.compile(r":\s*(?P<what>[^\n]{2,120})")


def find_outcomes(account: Account) -> Iterator[Fact]:
    """What a record says of charges, pleas, verdicts, sentences and fates."""
    lex = lexicon()
    stems, getting = account.which(_STEMS), account.which(_GETTING_STEMS)
    if not stems and not getting:
        return
    penalties = account.which(_PENALTY_STEMS) if getting else ()
    verbs = _verbs()
    for number, span in enumerate(account.spans):
        where = (span.start, span.end)
        if not account.has(stems, *where) and not (account.has(getting, *where) and account.has(penalties, *where)):
            continue
        sentence = account.sentence(number)
        if sentence.is_question:
            continue
        for at, word in enumerate(sentence.words):
            if word.low not in verbs or word.named is not None:
                continue
            if word.low in lex.pleading:
                yield from _plea(account, sentence, at)
            elif word.low in lex.sentencing:
                yield from _sentence(account, sentence, at)
            elif word.low in lex.charging:
                yield from _charge(account, sentence, at)
            elif word.low in lex.finding or word.low in lex.convicting or word.low in lex.acquitting:
                yield from _verdict(account, sentence, at)
            elif word.low in lex.getting:
                yield from _got(account, sentence, at)
            elif word.low in lex.fates:
                yield from _fate(account, sentence, at)
        if account.has(_OTHER_STEMS, span.start, span.end):
            yield from _in_other_words(account, sentence)
        for found in lex.fate_phrases.finditer(sentence.text, sentence.start, sentence.end):
            at = next((n for n, w in enumerate(sentence.words) if w.start >= found.start()), 0)
            for who in _known(account, subject_of(sentence, at, account.meant)):
                yield Fact(
                    CellKind.FATE, found.start(), found.end(), who, "what became of him", 0.85, verb=found.start()
                )
    yield from _answered_pleas(account)


_STEMS = (
    *(
        "plead pled plea sentence condemn charg accus indict arraign tried guilty convict acquit exonerat shot execut "
        "hang behead guillotin amnest pardon releas repriev exile deport extradit freed liberat imprison rehabilit "
        "banish suicide produced granted default certificate licen"
    ).split(),
    "died in",
    "put to death",
)
# verbs that tell a sentence only with a word for one: "got ten years"
_GETTING_STEMS = ("given", "receiv", " got ", " gave ", "giving")
_PENALTY_STEMS = ("year", "month", "penalt", "punish", "prison", "term", "death", "life")


# without one of these none of the other ways to tell a sentence is there
_OTHER_STEMS = (
    "sentence",
    "gave",
    "giving",
    "produced",
    "granted",
    "entered",
    "replied",
    "answered",
    "certificate",
    "licen",
)


@cache
def _verbs() -> frozenset[str]:
    lex = lexicon()
    groups = (
        lex.pleading,
        lex.sentencing,
        lex.charging,
        lex.finding,
        lex.convicting,
        lex.acquitting,
        lex.getting,
        lex.fates,
    )
    return frozenset().union(*groups)


_PRONOUNS = frozenset("they them who these those we us he she him her it".split())
_TRIED = frozenset("defendants accused prisoners all both others rest remainder majority most".split())


def _known(account: Account, parties: tuple[Party, ...], *, any_phrase: bool = False) -> list[Party]:
    """Those who are somebody, or a group spoken of as one; ``any_phrase`` takes every noun phrase."""
    lex = lexicon()
    kept = []
    for party in parties:
        if party.id is not None:
            if party.confidence >= 0.55:
                kept.append(party)
            continue
        words = re.findall(r"[\w'-]+", account.record.text[party.start : party.end].casefold())
        if not words or (len(words) == 1 and words[0] in _PRONOUNS and words[0] != "they"):
            continue
        if len(words) > 9:
            continue
        if words[0] in ("these", "those", "it", "there", "this", "that"):
            continue
        if any_phrase or any(w in lex.groups or w.isdecimal() for w in words):
            kept.append(party)
    return kept


def _subjects(account: Account, sentence: Sentence, at: int, *, any_phrase: bool = False) -> list[Party]:
    found = subject_of(sentence, at, account.meant)
    known = _known(account, found, any_phrase=any_phrase and bool(found) and len(found[0].name.split()) < 9)
    if not any(p.id is not None for p in known):
        leading = leading_names(sentence)
        if leading and " as " in sentence.text[leading[-1].end : sentence.words[at].start]:
            comma = sentence.text.find(",", sentence.start, leading[0].start)
            group = (Party(sentence.start, comma, sentence.text[sentence.start : comma]),) if comma > 0 else ()
            return [
                *(_known(account, group) if "including" in sentence.text[comma : leading[0].start] else ()),
                *leading,
            ]
    return known


def _objects(account: Account, sentence: Sentence, at: int) -> list[Party]:
    found = object_of(sentence, at, account.meant)
    return _known(account, (found,)) if found is not None else []


def _promised(sentence: Sentence, at: int) -> bool:
    """Whether it is put as asked for, possible or not so: "would be", "should be", "to be", "demanding that"."""
    before = [w.low for w in sentence.words[max(0, at - 5) : at]]
    unreal = {
        "be",
        "would",
        "should",
        "could",
        "might",
        "may",
        "must",
        "if",
        "whether",
        "to",
        "ought",
        "shall",
        "will",
        "can",
    }
    return bool(unreal & set(before)) or is_negated(sentence, at)


def _plea(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb = sentence.words[at]
    found = _PLEA.match(sentence.text, verb.end + 1, sentence.end)
    if found is None or _promised(sentence, at):
        return
    for who in _subjects(account, sentence, at, any_phrase=True):
        yield Fact(CellKind.PLEA, verb.start, found.end(), who, "pleads in so many words", verb=verb.start)


def _sentence(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb, words = sentence.words[at], sentence.words
    if at and words[at - 1].low in ("the", "a", "an", "of", "death", "this", "such", "prison", "his", "suspended"):
        return
    if _promised(sentence, at):
        return
    passive = is_passive(sentence, at)
    start = verb.end
    if passive:
        whom = _subjects(account, sentence, at, any_phrase=True)
    elif verb.low in lexicon().participles and (penalty := _penalty_after(sentence, verb.end)) is not None:
        whom = _of_participle(account, sentence, at, penalty[1])
    else:
        whom = _objects(account, sentence, at)
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
            return [Party(named.start, named.end, named.name, named.person, named.confidence)]
        return []
    if words[at - 1].low in (",", "(") and at >= 2:
        if (named := words[at - 2].named) is not None:
            return [Party(named.start, named.end, named.name, named.person, named.confidence)]
        if words[at - 1].low == "(":
            return _known(account, subject_of(sentence, at - 1, account.meant), any_phrase=True)
        return []
    if words[at - 1].low == "and":  # "was tried and sentenced"
        return _subjects(account, sentence, at, any_phrase=False)
    return _objects(account, sentence, at)


_TO = re.compile(r"[^.;:\n]{0,40}?\bto\s(?:an?\s)?")


def _penalty_after(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Where the penalty stands behind "to"."""
    lead = _TO.match(sentence.text, start, sentence.end)
    if lead is None:
        return None
    found = find_penalty(sentence.text, lead.end(), sentence.end)
    if found is not None and sentence.text[found[0] : found[0] + 3] == "be ":
        return found[0] - 3, found[1]
    return found


def _next(account: Account, sentence: Sentence, at: int, verb: int) -> Iterator[Fact]:
    """The list that goes on: ", Reed to 8, and Holm to 5", "and the rest to death"."""
    place = at
    for one in account.record.named_in(at, sentence.end):
        gap = sentence.text[place : one.start]
        if not re.fullmatch(r"(?:\s[\w']{1,14}){0,3}(?:,|;|\sand|,\sand|;\sand)\s(?:and\s)?", gap):
            break
        found = _NEXT.match(sentence.text, one.end, sentence.end)
        if found is None:
            break
        who = Party(one.start, one.end, one.name, one.person, one.confidence)
        yield Fact(CellKind.SENTENCE, *found.span("what"), who, "the list goes on without its verb", 0.85, verb=verb)
        place = found.end()
    group = _NEXT_GROUP.match(sentence.text, place, sentence.end)
    penalty = find_penalty(sentence.text, group.end(), sentence.end) if group is not None else None
    if group is not None and penalty is not None:
        who = Party(*group.span("who"), group["who"])
        yield Fact(CellKind.SENTENCE, *penalty, who, "the list goes on without its verb", 0.85, verb=verb)


def _in_other_words(account: Account, sentence: Sentence) -> Iterator[Fact]:
    """Sentences that no verb of sentencing tells: "Nine sentences of exile were announced", "Ash's sentence was …"."""
    text, start, end = sentence.text, sentence.start, sentence.end
    for found in _HANDED.finditer(text, start, end):
        yield Fact(CellKind.SENTENCE, *found.span("what"), None, "sentences announced", 0.85, verb=found.start())
    for found in _OWN.finditer(text, start, end):
        owner = next((n for n in account.record.named_in(start, found.start() + 1) if n.end == found.start()), None)
        penalty = find_penalty(text, found.end(), end)
        if owner is not None and penalty is not None:
            who = Party(owner.start, owner.end, owner.name, owner.person, owner.confidence)
            yield Fact(CellKind.SENTENCE, *penalty, who, "his sentence", 0.85, verb=found.start())
            for other in account.record.named_in(penalty[1], end):
                more = re.compile(r"['’]s\s(?P<what>\d{1,2}|\w+\syears?)(?!\w)").match(text, other.end, end)
                if more is not None:
                    who = Party(other.start, other.end, other.name, other.person, other.confidence)
                    yield Fact(CellKind.SENTENCE, *more.span("what"), who, "his sentence", 0.8, verb=found.start())
    for found in _GAVE.finditer(text, start, end):
        place = found.end()
        while (penalty := find_penalty(text, place, end)) is not None:
            whom = _TO_WHOM.match(text, penalty[1], end)
            if whom is None or not (whom["who"].casefold() in lexicon().groups or whom["who"].isdecimal()):
                break
            who = Party(*whom.span("who"), whom["who"])
            yield Fact(CellKind.SENTENCE, *penalty, who, "given by the court", 0.85, verb=found.start())
            place = whom.end()
    for found in _PRODUCED.finditer(text, start, end):
        penalty = find_penalty(text, found.end(), end)
        if penalty is not None:
            yield Fact(CellKind.SENTENCE, *penalty, None, "what the trial produced", 0.85, 0.7, found.start())
    for found in _GRANTED.finditer(text, start, end):
        at = next((n for n, w in enumerate(sentence.words) if w.start >= found.start("what")), 0)
        for who in _subjects(account, sentence, at):
            yield Fact(CellKind.FATE, *found.span("what"), who, "what became of him", 0.8, 0.7, found.start("what"))
    for found in _ENTERED.finditer(text, start, end):
        at = next((n for n, w in enumerate(sentence.words) if w.start >= found.start()), 0)
        for who in _subjects(account, sentence, at):
            yield Fact(CellKind.PLEA, *found.span("plea"), who, "entered a plea", 0.9, verb=found.start())
    for found in _SUSPENDED.finditer(text, start, end):
        if found["how"]:
            who = Party(*found.span("who"), found["who"])
            yield Fact(CellKind.SENTENCE, *found.span("how"), who, "told of what was his", 0.85, verb=found.start())
    for found in _REPLIED.finditer(text, start, end):
        who = Party(*found.span("who"), found["who"])
        yield Fact(CellKind.PLEA, *found.span("what"), who, "answers whether he pleads guilty", 0.9, verb=found.start())


def _charge(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb = sentence.words[at]
    if _promised(sentence, at):
        return
    if not is_passive(sentence, at):
        return
    found = _CHARGE.match(sentence.text, verb.end, sentence.end)
    if found is None or (verb.low == "tried" and sentence.text[found.start() : found.start() + 5] != " for "):
        return
    for who in _subjects(account, sentence, at):
        yield Fact(
            CellKind.CHARGE,
            found.start("what"),
            found.end("what"),
            who,
            "charged in so many words",
            0.85,
            0.75,
            verb.start,
        )


def _verdict(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb, lex = sentence.words[at], lexicon()
    if _promised(sentence, at):
        return
    passive = is_passive(sentence, at)
    if verb.low in lex.finding and not passive:  # "finds Ash guilty"
        found = _DEFAULT.search(sentence.text, verb.end, min(verb.end + 90, sentence.end))
        named = account.record.named_in(verb.end, found.start()) if found is not None else ()
        if (
            found is not None
            and named
            and not re.search(r"\b(?:that|and)\b", sentence.text[named[-1].end : found.start()])
        ):
            row = [named[-1]]
            for one in reversed(named[:-1]):
                if not re.fullmatch(r"\s?(?:,|and|,\sand)\s", sentence.text[one.end : row[-1].start]):
                    break
                row.append(one)
            for one in reversed(row):
                who = Party(one.start, one.end, one.name, one.person, one.confidence)
                yield Fact(CellKind.VERDICT, *found.span(), who, "found so in so many words", 0.85, 0.62, verb.start)
            if (more := _SUSPENDED.search(sentence.text, found.end(), sentence.end)) is not None and more["what"]:
                yield Fact(CellKind.SENTENCE, *more.span(), who, "of what was found", 0.8, 0.62, more.start())
        return
    if verb.low in lex.finding:
        found = _FOUND.match(sentence.text, verb.end + 1, sentence.end)
        if found is None or not passive:
            return
        span = (verb.start, found.end())
    else:
        if not (passive or verb.low in lex.acquitting):
            return
        found = _CONVICTED.match(sentence.text, verb.end, sentence.end) if passive else None
        span = (verb.start, found.end() if found else verb.end)
    whom = _subjects(account, sentence, at) if passive else _objects(account, sentence, at)
    for who in whom:
        yield Fact(CellKind.VERDICT, *span, who, "found so in so many words", 0.85, 0.7, verb.start)


def _got(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb = sentence.words[at]
    giving = verb.low in ("given", "gave", "give", "gives", "giving")
    if _promised(sentence, at) or (giving and (verb.low != "given" or not is_passive(sentence, at))):
        return
    lead = re.compile(r"\s(?:(?:only|off\swith|just|a|an|the)\s)*").match(sentence.text, verb.end, sentence.end)
    found = find_penalty(sentence.text, lead.end(), sentence.end) if lead is not None else None
    if found is None or not _SERVED.search(sentence.text[found[0] : found[1]]):
        return
    whom = _subjects(account, sentence, at)
    for who in whom:
        yield Fact(CellKind.SENTENCE, *found, who, "got it in so many words", 0.85, 0.7, verb.start)
    if whom:
        yield from _next(account, sentence, found[1], verb.start)


_SERVED = re.compile(r"year|month|sentence|death|penalty|prison|punishment|life|terms?\b", re.IGNORECASE)


def _fate(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb, lex = sentence.words[at], lexicon()
    if verb.low not in lex.participles or not is_passive(sentence, at) or _promised(sentence, at):
        return
    if verb.low in ("transported",):
        return
    if re.match(r"\s(?:\w+\s)?(?:on|without)\s(?:bail|parole\sbefore)\b", sentence.text[verb.end : verb.end + 24]):
        return  # before the trial
    for who in _subjects(account, sentence, at):
        low = who.name.casefold().split()
        if who.id is None and not any(w in _TRIED or w.isdecimal() or w in lex.numbers for w in low):
            continue
        yield Fact(CellKind.FATE, verb.start, verb.end, who, "what became of him", 0.8, 0.65, verb.start)


def _answered_pleas(account: Account) -> Iterator[Fact]:
    """A plea that a question and its answer tell: "Accused Ash, do you plead guilty?" "Yes, I do." """
    turns = [v for v in account.voices if v.mode is Mode.TURN]
    text = account.record.text
    for question, answer in zip(account.voices, account.voices[1:], strict=False):
        asked, said = account.text_of(question), account.text_of(answer)
        if answer not in turns or asked is None or said is None or answer.speaker == question.speaker:
            continue
        if not _HOW_PLEAD.search(text, *asked):
            continue
        found = _ANSWER.search(text, *said)
        if found is None:
            continue
        label = next((n for n in account.record.named_in(said[0], found.start() + 1)), None)
        who = Party(said[0], found.start(), answer.speaker_name, answer.speaker, answer.confidence)
        if label is not None:
            who = Party(label.start, label.end, label.name, label.person, label.confidence)
        end = found.end() - (len(found["what"]) - len(found["what"].rstrip()))
        yield Fact(
            CellKind.PLEA,
            found.start("what"),
            end,
            who,
            "answers whether he pleads guilty",
            0.95,
            verb=found.start("what"),
        )
