"""Whom a pronoun means: the likeliest of those named before it.

Subjects count more than others, near names more than far ones, a name never against a known gender; who says "I" in a
region is not its "he". A pronoun at the beginning of a sentence keeps the one it took up in play. What is found so is a
likelihood and says so in its confidence; where nobody is named before, the claim above may do it.
"""

from __future__ import annotations

import re

from testimonia.model import Gender, Reason, Span
from testimonia.words.grammar import BE, FEMALE, FIRST, MALE, PLURAL, PREPOSITIONS
from testimonia.words.titles import is_title

from .region import Found, Region, Token
from .scene import Actor, Speaker, slug

__all__ = ["antecedent", "is_object", "latter", "meant_by", "speaker_of", "spoken_to", "unnamed"]

_SENTENCES_BACK = 8
_REACH_BEFORE = 300  # code points before a turn or a quotation in which somebody is looked for
_FADES = 0.62  # how much less a name counts for each sentence that lies between
_SUBJECT, _OBJECT, _GENITIVE = 0.7, -0.3, -0.45  # what its place in the sentence adds to a name's weight
_DOES_TO_HIM = 1.2
_STRANGER = 0.2  # how much less somebody counts who has no name
_AGAIN = 0.2  # how much another mention adds to the best one
_BRACKETED = 0.8  # "he [Ash]"
_OVER_HIS_NAME = 0.6  # "an article over the name of Ash": he is who has the word
_SIGNED_BY = re.compile(r"\b(?:(?:over|under) the (?:name|signature) of|signed(?: by)?) (?:[A-Z][a-z]{0,4}\. )?$")
_TURN = re.compile(r"['’]s? (?:own )?turn (?:had |has |at last |finally )?(?:came|comes|come|arrived|arrives)\b")
_TOLD_OF_HIM = re.compile(r"\bI (?:said|told (?:him|her)|answered|replied|added|wrote) that (?:[A-Z][a-z]{0,4}\. )?$")
_ABOUT = re.compile(r"\b(?:About|Of|To|On|Against|For|With) (?:[A-Z][a-z]{0,4}\. )?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")


def speaker_of(actor: Actor, *reasons: Reason, confidence: float = 0.95) -> Speaker:
    """Somebody named, as one who speaks."""
    return Speaker(actor.person, actor.name, confidence, reasons)


def is_object(region: Region, actor: Actor) -> bool:
    """Whether a preposition governs the name or it stands in the genitive, so that it is no subject."""
    if region.is_genitive(actor):
        return True
    begin = max(0, actor.start - 30, region.sentence_at(actor.start).start)
    earlier = region.actor_before(actor.start)
    if earlier is not None and region.masked[earlier.end : actor.start] == " ":
        return False  # "in a letter to Lowe Ash wrote": the preposition has its own
    lead = region.masked[begin : actor.start]
    if _LATE_OF.search(lead):
        return True  # "Ash, late of the Heron, told us"
    before = _WORD.findall(re.split(r"[,;:!?()\[\]\n]|\.\s", lead.rstrip())[-1])
    named = region.masked[actor.start].isupper()  # and not "In Hull a deputy", "In Hull Ash"
    while named and before and is_title(before[-1]) and before[-1].lower() not in PREPOSITIONS:
        before.pop()  # a title
    return bool(before) and before[-1].lower() in PREPOSITIONS


_LATE_OF = re.compile(r"\b(?:late|lately|formerly|once|now) of the (?:[A-Z][\w’'-]+ )?$")


def meant_by(region: Region, token: Token) -> Found | None:
    """Whom a personal pronoun means; ``None`` where nothing tells."""
    if token.low in FIRST:
        return Found(token.start, token.end, region.voice)
    if token.low in ("you", "your"):
        if region.addressee is None:
            return None
        return Found(token.start, token.end, region.addressee)
    if re.match(r"\s*[\[(]", region.masked[token.end : token.end + 3]):
        for actor in region.actors_in(token.end, token.end + 60):
            why = region.reason("the bracket says whom", actor.start, actor.end)
            return Found(token.start, actor.end, speaker_of(actor, why))
    if token.low in PLURAL:
        return _they(region, token)
    gender = Gender.FEMALE if token.low in FEMALE else Gender.MALE
    asked = spoken_to(region, token, gender)
    if asked is not None:
        return asked
    best = _most_salient(region, token.start, gender)
    if best is not None and best.person in region.told_of:
        best = _somebody_else(region, token.start, gender) or best
    if best is not None and best.gender is None and gender is Gender.FEMALE:
        woman = _woman_of_claim(region, token)  # who is known for one is likelier than who may be one
        if woman is not None:
            return woman
    if best is not None:
        opens = region.masked[best.start : best.end].lower() in MALE | FEMALE
        rule = "the likeliest of those named before" if not opens else "so it begins, and the claim above names one"
        why = region.reason(rule, best.start, best.end)
        return Found(token.start, token.end, speaker_of(best, why, confidence=0.75))
    return (
        _of_words_before(region, token, gender) or _of_claim(region, token, gender) or _of_excerpt_before(region, token)
    )


def spoken_to(region: Region, token: Token, gender: Gender | None) -> Found | None:
    """Whom a "he" means that answers, or "the answer" is of: who was asked or told to do something right before.

    ``"What did you see?" Ash asked Lowe. "Nothing," he replied.``
    """
    place = region.token_number(token.start)
    beside = {t.low for t in region.tokens[max(0, place - 1) : place + 2]} - {token.low}
    answers = not beside.isdisjoint(_ANSWERING) or gender is None
    if not answers and beside.isdisjoint(("said", "says")):
        return None
    last = place - 2 if place and region.tokens[place - 1].low in _ANSWERING | {"said", "says"} else place - 1
    since = region.sentences[max(0, region.sentence_number(token.start) - _ANSWERS_WITHIN)].start
    for at in range(last, -1, -1):
        told = region.tokens[at]
        if told.start < since:
            break
        whom = _addressed_by(region, at, answers=answers)
        if whom is not None and whom.gender in (None, gender or whom.gender) and whom.person != region.voice.id:
            why = region.reason("who was asked or told right before", told.start, whom.end)
            return Found(token.start, token.end, speaker_of(whom, why, confidence=0.7))
        infinitive = at > 0 and region.tokens[at - 1].low == "to"  # "asked Ash whether he had anything to add"
        if told.low in region.speech.saying and not infinitive and not (answers and told.low == "asked"):
            break
    return None


def _addressed_by(region: Region, at: int, *, answers: bool) -> Actor | None:
    """Whom the verb at a place is said to: "asked Ash", "told Ash to go"; of letters too, for who ``answers``."""
    verb = region.tokens[at]
    following = region.tokens[at + 1 : at + 4]
    if not following:
        return None
    first = following[0]
    if verb.low in _WRITING_TO and first.low == "to" and answers and len(following) > 1:
        first = following[1]
    elif verb.low not in _ASKING and verb.low not in _TELLING_TO:
        return None
    if first.low == "by":  # "Ash was asked by Lowe whether …"
        asked = region.actor_before(verb.start)
        passive = at > 0 and region.tokens[at - 1].low in BE
        if asked is None or not passive or asked.start < region.sentence_at(verb.start).start:
            return None
        return asked
    actor = region.actor_at(first.start) or (region.actor_at(following[1].start) if len(following) > 1 else None)
    if actor is None or actor.start > first.end + 6:
        return None
    behind = region.tokens_in(actor.end, actor.end + 12)[:1]
    if verb.low in _TELLING_TO and not (behind and behind[0].low == "to"):
        return None  # "told Ash that he had better go"
    return actor


_ANSWERS_WITHIN = 2  # sentences
_ANSWERING = frozenset("answered replied responded retorted rejoined answers replies".split())
_ASKING = frozenset("asked asks questioned begged implored".split())
_TELLING_TO = frozenset("told tells ordered commanded urged bade warned".split())
_WRITING_TO = frozenset("wrote writes said spoke appealed applied cabled wired telegraphed turned".split())


def unnamed(token: Token) -> Found:
    """A "he" or "she" who speaks and whom nothing names: somebody else than whoever tells of him."""
    return Found(token.start, token.end, Speaker(f"anon:{token.low}", token.low, 0.3))


def _of_words_before(region: Region, token: Token, gender: Gender) -> Found | None:
    """Who was named last in the turn or the sentences right before these words: "You knew Ash?" "He was my friend."."""
    nobody = {region.voice.id, region.scene.author_person, *region.addressed}
    named = region.scene.actors_in(max(0, region.start - _REACH_BEFORE), region.start)
    fitting = [a for a in named if a.gender in (None, gender) and a.person not in nobody]
    if region.addressee is not None:
        fitting = [a for a in fitting if a.person != region.addressee.id]
    if not fitting:
        return None
    why = region.scene.reason("named right before", fitting[-1].start, fitting[-1].end)
    return Found(token.start, token.end, speaker_of(fitting[-1], why, confidence=0.55))


def _woman_of_claim(region: Region, token: Token) -> Found | None:
    """The only one of the claim's people who is known for a woman, where she is no other than who can be meant."""
    people = {a.person for a in region.scene.claim_actors if a.gender is Gender.FEMALE}
    return _of_claim(region, token, Gender.FEMALE) if len(people) == 1 else None


def _of_claim(region: Region, token: Token, gender: Gender) -> Found | None:
    scene = region.scene
    nobody = {region.voice.id, scene.author_person, *region.addressed}  # who says "I", or is spoken to
    fitting = [a for a in scene.claim_actors if a.gender in (None, gender) and a.person not in nobody]
    fitting.sort(key=lambda a: (a.person in region.told_of, a.gender is None and gender is Gender.FEMALE))
    for actor in fitting:
        claim = scene.cast.claims.get(scene.excerpt.claim or "")
        span = claim.page_span(actor.start, actor.end) if claim else None
        why = Reason("named in the claim above", actor.name, span)
        return Found(token.start, token.end, Speaker(actor.person, actor.name, 0.6, (why,)))
    return None


def _of_excerpt_before(region: Region, token: Token) -> Found | None:
    """Who spoke last in the excerpt before, where this one goes on in the same work under the same claim."""
    speaker = region.scene.spoke_before
    if speaker is None:
        return None
    why = Reason("who spoke last in the excerpt before, of the same work", speaker.name)
    return Found(token.start, token.end, Speaker(speaker.id, speaker.name, 0.5, (why, *speaker.reasons)))


def _they(region: Region, token: Token) -> Found | None:
    groups = [t for t in region.tokens_in(max(0, token.start - 300), token.start) if t.low in region.speech.groups]
    if not groups:
        return Found(token.start, token.end, Speaker("group:they", token.word, 0.4)) if token.low == "they" else None
    printed = groups[-1].word
    return Found(token.start, token.end, Speaker(f"group:{slug(printed)}", printed, 0.6))


def _most_salient(region: Region, at: int, gender: Gender) -> Actor | None:
    if at in region.resolved and (best := region.resolved[at]) is not None and best.person not in region.addressed:
        return best
    if at in region.resolved and region.resolved[at] is None:
        return None
    region.resolved[at] = None  # while it is being found out
    place = region.sentence_number(at)
    scores: dict[str, float] = {}
    latest: dict[str, Actor] = {}
    for back in range(min(_SENTENCES_BACK, place + 1)):
        sentence = region.sentences[place - back]
        subject = True
        for actor, is_pronoun in _named_in(region, sentence, at, gender):
            if actor.gender not in (None, gender) or actor.person in (
                region.voice.id,
                region.scene.author_person,
                *region.addressed,
            ):
                continue
            worth = 1.0
            if not is_pronoun and _TURN.match(region.masked, actor.end):
                worth += _SUBJECT  # "when Ash's turn came he said"
                subject = False
            elif not is_pronoun and _SIGNED_BY.search(region.masked, max(0, actor.start - 40), actor.start):
                worth += _SUBJECT + _OVER_HIS_NAME
            elif not is_pronoun and region.is_genitive(actor):
                worth += _GENITIVE
            elif not is_pronoun and is_object(region, actor):
                worth += _OBJECT
            elif subject and not (is_pronoun is False and _in_relative(region, actor)):
                worth += _SUBJECT
                subject = False
            if re.search(
                r"\b(?:he|she)\s*[\[(]\s*$", region.masked[max(0, actor.start - 8) : actor.start], re.IGNORECASE
            ):
                worth += _BRACKETED
            if back == 0 and gender is Gender.MALE and not is_pronoun and _does_to_him(region, actor, at):
                worth -= _DOES_TO_HIM
            about = back == 0 and not is_pronoun and _ABOUT.search(region.masked, max(0, actor.start - 16), actor.start)
            if about and at - actor.end <= 2:
                continue  # "About Ash he wrote"
            if actor.person.startswith("anon:"):
                worth -= _STRANGER
            if not is_pronoun and _TOLD_OF_HIM.search(region.masked, max(0, actor.start - 40), actor.start):
                worth -= _DOES_TO_HIM
            here, known = worth * _FADES**back, scores.get(actor.person, 0.0)
            scores[actor.person] = max(here, known) + _AGAIN * min(here, known)
            latest.setdefault(actor.person, actor)
    by_name = (actor for actor in latest.values() if not actor.person.startswith("anon:"))
    if gender is Gender.FEMALE and any(actor.gender is Gender.FEMALE for actor in by_name):
        scores = {person: score for person, score in scores.items() if latest[person].gender is Gender.FEMALE}
    best = latest[max(scores, key=lambda person: (scores[person], latest[person].start))] if scores else None
    region.resolved[at] = best
    return best


def _somebody_else(region: Region, at: int, gender: Gender) -> Actor | None:
    """Whom a pronoun means if it is nobody of whom the quotation tells: "He wrote, "Ash has the lighter sack."."."""
    called, known = region.addressed, region.resolved.pop(at, None)
    region.addressed = called | region.told_of
    best = _most_salient(region, at, gender)
    region.addressed = called
    region.resolved[at] = known
    return best


def _does_to_him(region: Region, actor: Actor, at: int) -> bool:
    """Whether a sentence says what somebody did to "him" before it comes to "he": then he is not that somebody."""
    nearer = [a for a in region.actors_in(actor.end, at) if a.person != actor.person]
    between = region.tokens_in(actor.end, nearer[0].start if nearer else at)
    return any(token.low == "him" for token in between) and not any(token.low == "he" for token in between)


def _in_relative(region: Region, actor: Actor) -> bool:
    """Whether the name is the subject of a relative clause: "the book which Ash translated"."""
    return bool(re.search(r"\b(?:which|whom)\s+$", region.masked[max(0, actor.start - 8) : actor.start]))


def _named_in(region: Region, sentence: Span, at: int, gender: Gender) -> list[tuple[Actor, bool]]:
    """Who is named in a sentence, by name or by the first pronoun that means the same kind of person."""
    end = min(sentence.end, at)
    named = [(actor, False) for actor in region.actors_in(sentence.start, end) if not region.is_quoted(actor.start)]
    wanted = "he" if gender is Gender.MALE else "she"
    for token in region.tokens_in(sentence.start, end):
        if token.low == wanted:
            meant = _most_salient(region, token.start, gender) or _opens_with(region, token, gender)
            if meant is not None and not _may_look_ahead(region, meant, token, sentence, named):
                place = sum(actor.start < token.start for actor, _ in named)
                named.insert(place, (meant, True))
            break
    return named


def _opens_with(region: Region, token: Token, gender: Gender) -> Actor | None:
    """Whom a "He" means that an excerpt opens with: the one person of the heading who can be meant."""
    if region.start or region.tokens_in(0, token.start):
        return None
    nobody = {region.voice.id, region.scene.author_person}
    fitting = {a.person: a for a in region.scene.claim_actors if a.gender in (None, gender) and a.person not in nobody}
    if len(fitting) != 1:
        return None
    actor = next(iter(fitting.values()))
    return Actor(token.start, token.end, actor.person, actor.name, actor.gender)


def _may_look_ahead(
    region: Region, meant: Actor, token: Token, sentence: Span, named: list[tuple[Actor, bool]]
) -> bool:
    """Whether a pronoun may mean whom its sentence names later: "To a visitor, before she left, Mary was kind"."""
    if meant.start < sentence.start or not is_object(region, meant):
        return False
    return any(
        actor.start > token.end and actor.person != meant.person and not is_object(region, actor) for actor, _ in named
    )


def antecedent(region: Region, token: Token) -> Found | None:
    """Whom a relative pronoun takes up: the nearest name before it."""
    for actor in reversed(region.actors_in(max(0, token.start - 120), token.start)):
        if _BUT_NOT.search(region.masked, max(0, actor.start - 20), actor.start):
            continue  # "it was Lowe, not Ash, who said"
        if len(_WORD.findall(region.masked[actor.end : token.start])) <= 8:
            return Found(actor.start, actor.end, speaker_of(actor))
        break
    return None


_BUT_NOT = re.compile(r",\s(?:and\s)?not\s(?:[A-Z][a-z]{0,6}\.?\s)?$")


def latter(region: Region, token: Token) -> Found | None:
    """Whom "the latter" or "the former" takes up, of those named in this sentence and the one before it."""
    place = region.sentence_number(token.start)
    since = region.sentences[max(0, place - 1)].start if region.sentences else 0
    people: list[Actor] = []
    for actor in region.actors_in(since, token.start):
        people = [a for a in people if a.person != actor.person] + [actor]
    if not people:
        return None
    chosen = people[-1] if token.low == "latter" or len(people) < 2 else people[-2]
    why = region.reason("whom this takes up", chosen.start, chosen.end)
    return Found(token.start, token.end, speaker_of(chosen, why, confidence=0.85))
