"""Charges, pleas, verdicts, sentences and fates, from verbs in prose and from questions and answers.

The value is the words that say it: the plea from its verb on, the sentence as printed behind "to". A list that goes on
without its verb ("Ash to ten years, Reed to five") is read as far as it keeps the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import CellKind, Mode
from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, object_of, subject_of

from .facts import Fact
from .lexicon import lexicon

__all__ = ["find_outcomes"]

_PLEA = re.compile(
    r"(?P<plea>(?:\w+\s)?(?:not\s)?guilty(?:\s(?:to|of|on|only)\b[^.;:\n?!]*?(?:,?\sand\snot\sguilty\sto\b[^.;:\n?!]*)?)?)"
    r"(?=\s*(?:[.;:\n?!\"”)\]]|,|$|\s--|--|\sin\stones|\sand\s(?!not)))",
    re.IGNORECASE,
)
_ENTERED = re.compile(r"\bentered\s(?:the|a|their|his|her)\splea\sof\s(?:not\s)?guilty", re.IGNORECASE)
_PLEA_NOUN = re.compile(
    r"\b(?:guilty pleas? by|pleas? of (?:not )?guilty (?:by|of)) (?P<who>[^.;,\n]{3,40}?)(?=\s(?:made|were|was)\b|[.;,])"
)
_PENALTY = re.compile(
    r"(?:to\s(?:be\s)?)?(?P<what>(?:[^.;:\n?!()]|\.(?=\d)){2,90}?)(?=\s*(?:[.;:\n?!)\]]|,\s|$|\s(?:for|on|after|but|and|because|while|under|"
    r"in\sthe\sfuture|of\swhich|at\sthe)\b|--(?!to)))",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\s(?:with|of|for)\s(?P<what>[^.;:\n?!]{3,220}?)(?=[.;:\n?!]|,?\s(?:and|but)\s(?:was|were|sentenced|arrested|had)\b|$)"
)
_FOUND = re.compile(
    r"(?:not\s)?guilty(?:\sof\s[^.;:\n?!]{3,160}?)?(?=[.;:\n?!]|,?\sand\s(?:was|were|sentenced)\b|,|$)", re.IGNORECASE
)
_CONVICTED = re.compile(r"\s?(?:of|for|on)\s[^.;:\n?!]{3,140}?(?=[.;:\n?!]|,?\sand\s(?:was|were|sentenced)\b|$)")
_ELLIPSIS = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s|;\s(?:and\s)?)(?:(?P<who>the\s(?:others?|rest|remainder)\s)?)(?:to\s|(?:got|received)\s)?"
    r"(?P<what>(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?!\w)(?:\syears?)?|death)"
)
_HOW_PLEAD = re.compile(r"\bdo\syou\splead\sguilty\b|\bhow\sdo\syou\splead\b", re.IGNORECASE)
_ANSWER = re.compile(r":\s*(?P<what>[^\n]{2,120})")
_YEARS = re.compile(r"\d{1,2}|\b(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\b")


def find_outcomes(account: Account) -> Iterator[Fact]:
    """What a record says of charges, pleas, verdicts, sentences and fates."""
    lex = lexicon()
    for number, span in enumerate(account.spans):
        low = account.record.text[span.start : span.end].casefold()
        if not _TRIGGER.search(low):
            continue
        sentence = account.sentence(number)
        if sentence.is_question:
            continue
        for at, word in enumerate(sentence.words):
            if word.named is not None:
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
        for found in lex.fate_phrases.finditer(sentence.text, sentence.start, sentence.end):
            at = next((n for n, w in enumerate(sentence.words) if w.start >= found.start()), 0)
            for who in _known(account, subject_of(sentence, at, account.meant)):
                yield Fact(
                    CellKind.FATE, found.start(), found.end(), who, "what became of him", 0.85, verb=found.start()
                )
    yield from _answered_pleas(account)


_TRIGGER = re.compile(
    r"plead|pled|plea|sentence|condemn|charg|accus|indict|arraign|tried|guilty|convict|acquit|exonerat|\bgot\b|receiv|given|"
    r"shot|execut|hang|behead|guillotin|amnest|pardon|releas|repriev|exile|deport|extradit|freed|liberat|imprison|rehabilit|banish|"
    r"suicide|died in|put to death|transport"
)


def _known(account: Account, parties: tuple[Party, ...]) -> list[Party]:
    """Those who are somebody, or a group spoken of as one."""
    lex = lexicon()
    kept = []
    for party in parties:
        if party.id is not None:
            if party.confidence >= 0.55:
                kept.append(party)
            continue
        words = re.findall(r"[\w'-]+", account.record.text[party.start : party.end].casefold())
        if words and (
            words[-1] in lex.groups
            or words[0] in lex.groups
            or words[0].isdigit()
            or any(w in lex.groups for w in words)
        ):
            if words[0] not in ("they", "them", "who", "these", "those") or len(words) > 1:
                kept.append(party)
    return kept


def _subjects(account: Account, sentence: Sentence, at: int) -> list[Party]:
    return _known(account, subject_of(sentence, at, account.meant))


def _objects(account: Account, sentence: Sentence, at: int) -> list[Party]:
    found = object_of(sentence, at, account.meant)
    return _known(account, (found,)) if found is not None else []


def _promised(sentence: Sentence, at: int) -> bool:
    """Whether it is put as asked for, possible or not so: "would be", "should be", "to be", "demanding that"."""
    before = [w.low for w in sentence.words[max(0, at - 5) : at]]
    unreal = {
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
    if found is None or not re.match(r"(?:not\s)?guilty", found["plea"], re.IGNORECASE) or _promised(sentence, at):
        return
    for who in _subjects(account, sentence, at):
        yield Fact(CellKind.PLEA, verb.start, found.end("plea"), who, "pleads in so many words", verb=verb.start)


def _sentence(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb, lex = sentence.words[at], lexicon()
    if _promised(sentence, at) or (
        at and sentence.words[at - 1].low in ("the", "a", "an", "of", "death", "this", "such")
    ):
        return
    passive = is_passive(sentence, at)
    reduced = (
        not passive
        and verb.low in lex.participles
        and at + 1 < len(sentence.words)
        and sentence.words[at + 1].low == "to"
    )
    whom = _subjects(account, sentence, at) if passive or reduced else _objects(account, sentence, at)
    start = verb.end
    if not passive and not reduced:
        start = max([verb.end, *(p.end for p in whom)])
    found = _penalty_after(sentence, start)
    if found is None or not whom:
        return
    for who in whom:
        yield Fact(CellKind.SENTENCE, *found, who, "sentenced in so many words", verb=verb.start)
    if len(whom) >= 1:
        yield from _ellipses(account, sentence, found[1], CellKind.SENTENCE, verb.start)


def _penalty_after(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Where the penalty stands behind "to" (or right there)."""
    text = sentence.text
    lead = re.compile(r"[^.;:\n]{0,40}?\bto\s").match(text, start, sentence.end)
    begin = lead.end() if lead is not None else None
    if begin is None:
        return None
    found = _PENALTY.match(text, begin, sentence.end)
    if found is None:
        return None
    words = re.findall(r"[^\W\d_]+", found["what"].casefold())
    if not any(w in lexicon().penalties for w in words) and not _YEARS.search(found["what"]):
        return None
    end = found.end("what")
    more = re.compile(r"--to be shot|\s(?:in|at)\s(?:a|an|the)\s(?:\w+\s){0,2}(?:camp|prison|colony)").match(
        text, end, sentence.end
    )
    return found.start("what"), more.end() if more else end


def _ellipses(account: Account, sentence: Sentence, at: int, kind: CellKind, verb: int) -> Iterator[Fact]:
    """The list that goes on: ", Reed to 8, and Holm to 5"."""
    named = account.record.named_in(at, sentence.end)
    place = at
    for one in named:
        gap = sentence.text[place : one.start]
        if not re.fullmatch(r"(?:[\w\s']{0,24})?(?:,|;|\sand|,\sand|;\sand)\s(?:and\s)?", gap):
            return
        found = re.compile(
            r",?\s(?:to\s|got\s|received\s)?(?P<what>\d{1,2}(?:\syears?)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?:\syears?)?|death|life)(?!\w)"
        ).match(sentence.text, one.end, sentence.end)
        if found is None:
            return
        who = Party(one.start, one.end, one.name, one.person, one.confidence)
        yield Fact(
            kind, found.start("what"), found.end("what"), who, "the list goes on without its verb", 0.85, verb=verb
        )
        place = found.end()


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


_PENALTY_OF_GETTING = re.compile(
    r"(?:only\s|a\s|an\s|the\s)?(?P<what>(?:[\w'-]+\s){0,6}?(?:years?['’]?(?:\s(?:imprisonment|in\s(?:a\s)?(?:[\w-]+\s){0,2}(?:prison|camp)))?|sentences?|penalty|"
    r"imprisonment)(?:\sof\s(?:[\w-]+\s){1,5}(?:years?|months?)(?:\simprisonment)?)?)(?!\w)",
    re.IGNORECASE,
)


def _got(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb = sentence.words[at]
    if _promised(sentence, at):
        return
    giving = verb.low in ("given", "gave", "give", "gives")
    if giving != is_passive(sentence, at) or verb.low in ("giving", "give", "gives", "gave"):
        return
    found = _PENALTY_OF_GETTING.match(sentence.text, verb.end + 1, sentence.end)
    if found is None or not re.search(r"\bsentence|\bpenalty|imprison|years", found["what"], re.IGNORECASE):
        return
    if not _YEARS.search(found["what"]) and "death" not in found["what"] and "sentence" not in found["what"]:
        return
    for who in _subjects(account, sentence, at):
        yield Fact(
            CellKind.SENTENCE,
            found.start("what"),
            found.end("what"),
            who,
            "got it in so many words",
            0.85,
            0.7,
            verb.start,
        )


def _fate(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    verb, lex = sentence.words[at], lexicon()
    if verb.low not in lex.participles or not is_passive(sentence, at) or _promised(sentence, at):
        return
    if verb.low in ("transported",):
        return
    for who in _subjects(account, sentence, at):
        yield Fact(CellKind.FATE, verb.start, verb.end, who, "what became of him", 0.8, 0.75, verb.start)


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
