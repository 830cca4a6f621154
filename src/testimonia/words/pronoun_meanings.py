"""Whom a pronoun means within one claim or excerpt, read only where little else can be meant.

"I" is who speaks, "you" who answers; "he" and "she" are looked for in their sentence, in those before it, in the claim
above. Else a pronoun means nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model import Mode, Voice

from .clauses import Party, Sentence, fits, party_of
from .grammar import FEMALE, MALE, PREPOSITIONS
from .record_texts import Named
from .speech import english_speech

if TYPE_CHECKING:
    from .accounts import Account

__all__ = ["meaning_of"]

_SENSE_BACK = 2  # sentences before this one in which a pronoun's name is looked for


def meaning_of(account: Account, sentence: Sentence, at: int) -> Party | None:
    """Whom the pronoun at ``at`` means; ``None`` where it is not sure enough."""
    word, words = sentence.words[at], sentence.words
    if word.low in ("i", "me", "my"):
        voice = account.voice_at(word.start)
        if voice is None or voice.speaker.startswith(("org:", "group:")):
            return None
        owner = account.quoted_in_question(word.start, voice)
        if owner is not None:
            return Party(word.start, word.end, owner.speaker_name, owner.speaker, 0.8)
        return Party(word.start, word.end, voice.speaker_name, voice.speaker, voice.confidence)
    if word.low == "you":
        answer = account.answer_to(word.start)
        return Party(word.start, word.end, answer.speaker_name, answer.speaker, 0.8) if answer is not None else None
    if word.low in ("latter", "former"):
        return _taken_up(account, sentence, at)
    if word.low not in MALE | FEMALE:
        return None
    if at + 2 < len(words) and words[at + 1].low in ("[", "(") and (named := words[at + 2].named) is not None:
        return Party(word.start, words[at + 2].end, named.name, named.person, 0.95)
    if at + 1 < len(words) and words[at + 1].low == "[":  # "he [the mate]": whom a reader of the page was told
        return None
    same = _in_same(sentence, at)
    if same is not None:
        return Party(word.start, word.end, same.name, same.person, 0.85)
    voice = account.voice_at(word.start)
    if voice is not None and voice.mode is Mode.TURN:
        return _of_question(account, sentence, at, voice)
    return _of_earlier(account, sentence, at, voice)


def _of_earlier(account: Account, sentence: Sentence, at: int, voice: Voice | None) -> Party | None:
    """Who the sentences before are about, as far as one voice speaks, or else the claim above."""
    word = sentence.words[at]
    number = account.number_at(sentence.start)
    for back in range(1, _SENSE_BACK + 1):
        if number - back < 0:
            break
        earlier = account.sentence(number - back)
        if voice is not None and not account.is_same_voice(
            earlier.words[-1].start if earlier.words else earlier.start, voice
        ):
            break
        found = _first_subject(account, earlier, word.low, voice.speaker if voice is not None else "")
        if found is None:
            people = {
                w.named.person: w.named
                for n, w in enumerate(earlier.words)
                if w.named is not None and fits(w.named.gender, word.low) and not earlier.is_genitive(n)
            }
            if voice is not None:
                people.pop(voice.speaker, None)  # who speaks is no "he" of his own
            if len(people) == 1:
                (only,) = people.values()
                found = party_of(only)
            elif people:
                break
        if found is not None:
            return Party(word.start, word.end, found.name, found.id, 0.75 if back == 1 else 0.6)
    return _of_claim(account, sentence, at) if number < _SENSE_BACK else None


def _of_claim(account: Account, sentence: Sentence, at: int) -> Party | None:
    """Who the claim above is about, where the excerpt begins with a pronoun."""
    word = sentence.words[at]
    claim = account.teller.records.get(account.record.claim or "")
    if claim is None or claim.id == account.record.id:
        return None
    voice = account.voice_at(word.start)
    for named in claim.named:
        if fits(named.gender, word.low) and (voice is None or named.person != voice.speaker):
            return Party(word.start, word.end, named.name, named.person, 0.6)
    return None


def _in_same(sentence: Sentence, at: int) -> Named | None:
    """The name before the pronoun in its sentence, where one alone can be meant."""
    words, speech = sentence.words, english_speech()
    objective = words[at].low in ("him", "her")
    subjects = [
        n
        for n in range(at)
        if (named := words[n].named) is not None and fits(named.gender, words[at].low) and not _is_object(sentence, n)
    ]
    if not subjects:
        return None
    reporters = [n for n in subjects if any(w.low in speech.saying for w in words[n + 1 : min(n + 5, at)])]
    if reporters and (not objective or len(subjects) > 1 or _verb_between(sentence, reporters[0], at)):
        nearest = reporters[-1]
        if objective and nearest == subjects[-1] and not _parted(sentence, nearest, at):
            nearest = reporters[0] if len(reporters) > 1 else subjects[0]
            if nearest == subjects[-1]:
                return None
        return words[nearest].named
    if objective:
        people = [n for n in subjects if words[n].named.person != words[subjects[-1]].named.person]  # type: ignore[union-attr]
        if people:
            return words[people[-1]].named
        return words[subjects[-1]].named if _parted(sentence, subjects[-1], at) else None
    if _parted(sentence, subjects[-1], at):
        return words[subjects[0]].named if len(subjects) < 3 else None
    return None


def _verb_between(sentence: Sentence, name: int, at: int) -> bool:
    return any(w.low in ("that", "who", "and", ",") or w.named for w in sentence.words[name + 2 : at])


def _parted(sentence: Sentence, name: int, at: int) -> bool:
    """Whether a clause begins between a name and a pronoun."""
    between = sentence.words[name + 1 : at]
    return any(
        w.low in (",", "that", "when", "who", "and", "because", ";", "while", "after", "as") for w in between
    ) or any(w.low in english_speech().saying for w in between)


def _is_object(sentence: Sentence, n: int) -> bool:
    before = sentence.words[n - 1].low if n else ""
    return before in PREPOSITIONS or sentence.is_genitive(n) or _is_kind(sentence, n)


def _is_kind(sentence: Sentence, n: int) -> bool:
    """Whether a name says of what kind somebody is: "an old Ash supporter"."""
    words = sentence.words
    if n + 1 >= len(words) or not words[n + 1].word[:1].islower():
        return False
    return any(word.low in ("a", "an") for word in words[max(0, n - 2) : n]) and words[n - 1].word[:1].islower()


def _first_subject(account: Account, sentence: Sentence, pronoun: str, speaker: str) -> Party | None:
    """Who the sentence is about in its last part: its first name that is no object, or its first such pronoun."""
    marks = [n for n, word in enumerate(sentence.words[:-2]) if word.low == ";"]
    begin = marks[-1] if marks else 0
    if begin and sentence.words[begin + 2].low in ("how", "that", "which", "who", "to"):
        begin = 0  # a part of a longer list
    for n, word in enumerate(sentence.words):
        if n < begin:
            continue
        if word.named is not None and not _is_object(sentence, n) and fits(word.named.gender, pronoun):
            if word.named.person == speaker:
                continue  # who speaks is no "he" of his own
            if _reports_of_another(sentence, n, pronoun):
                return None
            return party_of(word.named)
        if word.low in ("he", "she") and (word.low == "he") == (pronoun in MALE):
            return account.meant(sentence, n)
    return None


def _reports_of_another(sentence: Sentence, at: int, pronoun: str) -> bool:
    """Whether the one named at ``at`` only tells what another did, so that "he" may be either."""
    words = sentence.words
    told = next((n for n in range(at + 1, min(at + 5, len(words))) if words[n].low == "that"), 0)
    if not any(w.low in english_speech().saying for w in words[at + 1 : told or at + 1]):
        return False
    who = words[at].named
    for n in range(told, len(words)):
        named = words[n].named
        if named is None or who is None or named.person == who.person or _is_object(sentence, n):
            continue
        if fits(named.gender, pronoun):
            return True
    return False


def _taken_up(account: Account, sentence: Sentence, at: int) -> Party | None:
    """Whom "the latter" takes up: the last named before it, and "the former" the one before."""
    word = sentence.words[at]
    people: list[Named] = []
    begin = account.spans[max(0, account.number_at(sentence.start) - 1)].start
    for named in account.record.named_in(begin, word.start):
        people = [p for p in people if p.person != named.person] + [named]
    if not people or (word.low == "former" and len(people) < 2):
        return None
    chosen = people[-1] if word.low == "latter" else people[-2]
    return Party(word.start, word.end, chosen.name, chosen.person, 0.8)


def _of_question(account: Account, sentence: Sentence, at: int, voice: Voice) -> Party | None:
    """The one person whom the turn before names, beside those who talk."""
    word = sentence.words[at]
    earlier = [v for v in account.voices if v.span.start < voice.span.start][-2:]
    for turn in reversed(earlier):
        text = account.text_of(turn)
        if text is None:
            break
        named = {n.person: n for n in account.record.named_in(*text) if fits(n.gender, word.low)}
        talking = {v.speaker for v in account.voices}
        others = [n for person, n in named.items() if person != voice.speaker and person != turn.speaker]
        others = [n for n in others if n.person not in talking] or others
        if len(others) == 1:
            return Party(word.start, word.end, others[0].name, others[0].person, 0.8)
        if others:
            break
    return None
