"""What a heading thinks of somebody without calling him anything: how he did it, what he should do or cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .acts import Group
from .heading_clause_words import COORDINATORS, MANNER
from .heading_clauses import Clause, Link
from .heading_people import Heading, Statement, Target
from .heading_phrases import POSSESSIVES, PROCEEDINGS, Phrase, Sort, is_actor, is_agents, phrases
from .heading_proof import PROOF

__all__ = [
    "by_acting_blindly",
    "by_agreeing_to_wrong",
    "by_calling",
    "by_comfort",
    "by_denying_rumour",
    "by_epithets",
    "by_ignorance",
    "by_manner",
    "by_needing",
    "by_refusing_excuses",
    "by_setting_right",
    "by_stopping_mouths",
]

_DESERVEDLY = frozenset("rightly justly justifiably deservedly".split())  # of what befell somebody: he had earned it
_REFLEXIVE = frozenset("himself herself themselves itself".split())
_CONDUCT = (
    "behav",
    "act",
    "conduct",
    "refus",
    "insist",
    "resist",
    "oppos",
    "handl",
    "manag",
    "govern",
    "rul",
    "led",
    "lead",
    "command",
    "plead",
    "argu",
    "did",
    "perform",
    "discharg",
)
_HEEDING = ("look", "think", "attend", "worry", "blame", "listen", "fear", "thank")
_CLAIMING = ("say", "claim", "plead", "pretend", "argue", "maintain", "complain", "protest", "allege")
_CANNOT = frozenset("can cannot can't could couldn't".split())
_EXCUSES = ("excus", "defen", "justif", "extenuat", "mitigat", "pardon", "plea", "apolog")
_REJECTING = ("reject", "refus", "declin", "spurn", "disdain", "waiv", "scorn", "renounc")
_ASSURING = ("assur", "reassur", "tell", "told", "promis")
_CALM = ("worry", "fear", "fret", "afraid", "worried", "alarmed", "concerned")
_PROBED = frozenset(
    """
    accusation accusations charge charges allegation allegations inquiry inquiries enquiry investigation investigations
    arrest arrests indictment denunciation denunciations suspicion suspicions rumour rumours rumor rumors police
    """.split()
)
_CONSENTING = ("agree", "consent", "offer", "promis", "volunteer", "undert", "vow", "swor", "swear")
_SOME = frozenset("some many others critics people they enemies opponents historians it is was".split())
_ALLEGING = ("claim", "alleg", "say", "said", "believ", "maintain", "assert", "suppos", "think", "pretend", "charge")
_PLAIN_PRAISE = frozenset("good bad great strong weak worse best worst similar same poor mad sound".split())
_TRUE = ("qualities.genuineness", "qualities.innocence", "qualities.guilt")
_NEEDED = frozenset(
    "needed necessary required essential enough sufficient superfluous unnecessary indispensable".split()
)
_VOUCHING = ("sign", "certif", "convict", "condemn", "approv", "endors", "vouch", "sentenc", "attest", "authenticat")
_VOUCHED = frozenset("certificate certificates verdict opinion evidence testimony approval".split())
_LOOKING = ("seen", "seeing", "read", "hear", "ask", "look", "examin", "inspect", "question", "test")
_CALLED = ("qualities.worthlessness", "qualities.merit", "qualities.character")
_CALLING = ("call", "term", "dub", "label", "declar", "pronounc")
_IT = frozenset("it them him her".split())
_AGE = frozenset("old young little poor".split())


def by_manner(
    h: Heading, clause: Clause, subject: list[Phrase], is_self: bool, speaker: Phrase | None
) -> Iterator[Statement]:
    """ "defended himself clumsily", "mistakenly thinks it is over": the adverb judges him."""
    actors = [p for p in subject if is_actor(p)]
    place = _manner_at(h, clause)
    if place is None or not (actors or is_self) or clause.copula:
        return
    usage = clause.hits[0].usage if clause.hits else None
    if clause.passive:
        earned = h.lows[place] in _DESERVEDLY and not clause.negated and actors
        sentenced = usage is not None and (usage.name == "deeds.measure" or usage.act in (Act.ACCUSES, Act.JUDGES))
        if earned and sentenced:
            yield h.make(Act.JUDGES, speaker, h.targets(actors, speaker), clause, "what he had deserved", 0.6)
        return
    himself = bool(_REFLEXIVE & set(h.lows[clause.end : clause.end + 1]))
    if not (himself or _needs_a_mind(h, clause, place)):
        return
    if usage is not None and not himself:
        if usage.group is Group.DEEDS and usage.act is Act.ACCUSES:
            return
        if usage.group is Group.SAYS and (usage.act is not None or (clause.contents and not usage.opinion)):
            return
    if is_self and speaker is not None:
        yield h.make(Act.ADMITS, speaker, (), clause, "how he says that he did it", 0.55)
    elif actors:
        yield h.make(Act.JUDGES, speaker, h.targets(actors, speaker), clause, "how somebody did it", 0.6)


def _needs_a_mind(h: Heading, clause: Clause, place: int) -> bool:
    """Whether an adverb of soundness is said of a word, a verdict, a conduct or of what is done to people."""
    if any(usage.name == "qualities.manner" for usage in h.vocabulary.known(h.lows[place], Group.QUALITIES)):
        return True
    usage = clause.hits[0].usage if clause.hits else None
    if usage is not None and (usage.group is Group.SAYS or usage.name == "deeds.measure"):
        return True
    whom = [p for p in phrases(h.text, h.tokens, clause.end, clause.stop)[:1] if is_actor(p)]
    return bool(whom) or h.verb_of(clause).startswith(_CONDUCT)


def _manner_at(h: Heading, clause: Clause) -> int | None:
    """Where an adverb that judges stands by the verb, and not before another word that it colours."""
    for n in range(clause.begin, clause.stop):
        if clause.verb <= n < clause.end or not h.lows[n]:
            continue
        if not any(usage.name in MANNER for usage in h.vocabulary.known(h.lows[n], Group.QUALITIES)):
            continue
        behind = h.lows[n + 1] if n + 1 < clause.stop else "."
        if n < clause.verb or behind == "." or behind in PREPOSITIONS | COORDINATORS:
            return n
    return None


def by_setting_right(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "critics should look at the facts and not at the gossip": what they do now is wrong."""
    actors = [p for p in subject if is_actor(p)]
    if clause.modal not in ("should", "ought") or clause.perfect or clause.negated or clause.passive or not actors:
        return
    rest = h.lows[clause.end :]
    other = "not" in rest or "instead" in rest or any(rest[n : n + 2] == ["rather", "than"] for n in range(len(rest)))
    minded = clause.saying is not None or h.verb_of(clause).startswith(_HEEDING)
    if other and minded and not clause.copula:
        yield h.make(Act.JUDGES, speaker, h.targets(actors, speaker), clause, "what they should do instead", 0.5)


def by_stopping_mouths(
    h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None
) -> Iterator[Statement]:
    """ "cannot say that he was not warned": he has no excuse."""
    actors = [p for p in subject if is_actor(p) and (speaker is None or p.id != speaker.id)]
    if not actors or clause.modal not in _CANNOT or not clause.negated or not h.verb_of(clause).startswith(_CLAIMING):
        return
    contents = [h.clauses[k] for k in clause.contents]
    if contents and (speaker is not None or contents[0].negated):
        yield h.make(Act.JUDGES, speaker, h.targets(actors, speaker), clause, "what somebody cannot say", 0.6)


def by_ignorance(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "does not know when he speaks the truth", "does not know right from wrong"."""
    actors = [p for p in subject if is_actor(p) and (speaker is None or p.id != speaker.id)]
    if not actors or not clause.negated or clause.modal or not h.verb_of(clause).startswith("know"):
        return
    rest = range(clause.end, len(h.lows))
    asked = {"when", "what", "how", "from"} & set(h.lows[clause.end :])
    worth = any(
        h.lows[n] in ("truth", "honesty", "honour", "honor", "shame", "right")
        or any(usage.name in _TRUE for usage in h.vocabulary.known(h.lows[n], Group.QUALITIES))
        for n in rest
        if h.lows[n]
    )
    if asked and worth:
        yield h.make(
            Act.JUDGES, speaker, h.targets(actors, speaker), clause, "what somebody cannot tell", 0.6, len(h.lows)
        )


def by_comfort(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "assures Rowe that he has nothing to fear from the inquiry" clears Rowe."""
    actors = [p for p in subject if is_actor(p)]
    if speaker is not None or not actors or clause.passive or not h.verb_of(clause).startswith(_ASSURING):
        return
    rest = h.lows[clause.verb :]
    calm = next((n for n, low in enumerate(rest) if low.startswith(_CALM)), 0)
    if not calm or not {"not", "nothing", "no"} & set(rest[:calm]) or not (_PROBED | PROCEEDINGS) & set(rest):
        return
    end = clause.addressee[1] if clause.addressee is not None else clause.stop
    begin = clause.addressee[0] if clause.addressee is not None else clause.verb + 1
    whom = [p for p in phrases(h.text, h.tokens, begin, end)[:1] if is_actor(p)]
    for who in actors if whom else ():
        yield h.make(Act.EXONERATES, who, h.targets(whom, who), clause, "has nothing to fear", 0.55, len(h.lows))


def by_denying_rumour(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "doubles were not used, as some claim": what is denied was said against somebody."""
    if speaker is not None or not clause.negated or clause.saying is not None:
        return
    for n in range(clause.end, len(h.lows) - 2):
        if h.lows[n] == "as" and h.lows[n + 1] in _SOME and h.lows[n + 2].startswith(_ALLEGING):
            whom = [p for p in subject if is_actor(p)] if not clause.passive else []
            of = h.targets(whom) or (
                Target("group:unnamed", "", h.tokens[clause.begin].start, h.tokens[clause.end - 1].end),
            )
            yield h.make(Act.EXONERATES, None, of, clause, "it is not so, as some say", 0.6, n + 3)
            return


def by_refusing_excuses(
    h: Heading, clause: Clause, subject: list[Phrase], is_self: bool, speaker: Phrase | None
) -> Iterator[Statement]:
    """ "rejects all excuses for his thefts": he owns up to them."""
    actors = [speaker] if is_self and speaker is not None else [p for p in subject if is_actor(p)]
    if clause.negated or clause.passive or not h.verb_of(clause).startswith(_REJECTING):
        return
    last = next((c.begin for c in h.clauses if c.begin > clause.end and c.link is not Link.PARTICIPLE), len(h.lows))
    excuse = next((n for n in range(clause.end, last) if h.lows[n].startswith(_EXCUSES)), None)
    own = next((n for n in range(excuse or last, last) if h.lows[n] in POSSESSIVES), None)
    if excuse is None or own is None or not any(hit.usage.act is Act.ACCUSES for hit in h.deeds_in(own, last)):
        return
    for other in h.clauses:
        other.causing = other.causing or clause.end <= other.begin < last  # who is excusing him says nothing here
    for who in actors:
        yield h.make(Act.ADMITS, who, (), clause, "wants no excuse for what he did", 0.55, last)


def by_agreeing_to_wrong(
    h: Heading, clause: Clause, subject: list[Phrase], is_self: bool, speaker: Phrase | None
) -> Iterator[Statement]:
    """ "agreed to a truce if killing the king was part of it": to what somebody agreed."""
    actors = [p for p in subject if is_actor(p)]
    if clause.negated or clause.passive or not h.verb_of(clause).startswith(_CONSENTING) or not (actors or is_self):
        return
    for n in range(clause.end + 1, len(h.lows)):
        if h.lows[n - 1] not in ("to", "if", "provided", "that", "on") or not h.lows[n]:
            continue
        longest = [hit for hit in h.at(n) if hit.last == h.at(n)[0].last]  # "to steal the show" is no theft
        if any(hit.usage.act is Act.ACCUSES and hit.is_verb and hit.usage.whom != "partner" for hit in longest):
            act = Act.ADMITS if is_self else Act.ACCUSES
            of = () if is_self else h.targets(actors, speaker)
            yield h.make(act, speaker, of, clause, "to what wrong somebody agreed", 0.65, len(h.lows))
            return


def by_epithets(h: Heading) -> Iterator[Statement]:
    """ "sly, grasping Rowe says", "schemers Ash and Rowe say": what somebody is called before he does anything."""
    for clause in h.clauses:
        if clause.holder is not None or clause.link is not Link.MAIN or clause.same_subject:
            continue
        called: dict[Act, list[Phrase]] = {}
        shared: Act | None = None  # an epithet in the plural is said of all who follow
        for phrase in h.subject_of(clause):
            if phrase.sort != Sort.PERSON:
                continue
            own, many = _epithet_of(h, phrase)
            act, shared = own or shared, own if many else shared if own is None else None
            if act is not None:
                called.setdefault(act, []).append(phrase)
        for act, whom in called.items():
            yield h.make(act, None, h.targets(whom), clause, "what somebody is called", 0.55)


def _epithet_of(h: Heading, phrase: Phrase) -> tuple[Act | None, bool]:
    """The act of calling somebody what stands right before his name, and whether it is said of several."""
    for n in range(phrase.last - 2, phrase.first - 1, -1):
        low = h.lows[n]
        if low in _AGE:
            continue
        qualities = h.vocabulary.known(low, Group.QUALITIES) if low and low not in _PLAIN_PRAISE else ()
        if any(usage.name in _CALLED for usage in qualities):
            return Act.JUDGES, False
        crimes = any(usage.name == "deeds.crime" for usage in h.vocabulary.known(low, Group.DEEDS)) if low else False
        if crimes and (is_agents(low) or is_agents(low + "s") or low.endswith("ous")):
            return Act.ACCUSES, is_agents(low)
        break
    return None, False


def by_needing(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "says that documents are not needed in such cases": his opinion of proof."""
    if speaker is None or not (clause.passive or clause.copula) or not any(p.head in PROOF for p in subject):
        return
    if _NEEDED & set(h.lows[clause.verb : clause.stop]):
        yield h.make(Act.JUDGES, speaker, h.targets(subject, speaker), clause, "what proof is needed", 0.55)


def by_acting_blindly(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "signed it without having read it": who vouches or condemns, and has not looked."""
    actors = [p for p in subject if is_actor(p)]
    if not actors or clause.passive or clause.negated or not h.verb_of(clause).startswith((*_VOUCHING, "g")):
        return
    behind = h.lows[clause.verb : clause.stop]
    if h.verb_of(clause).startswith("g") and not (_VOUCHED & set(behind) and h.verb_of(clause)[:3] in ("giv", "gav")):
        return
    for n in range(clause.end, len(h.lows) - 1):
        rest = h.lows[n + 1 : n + 3]
        bare = rest[0] == "reading" and len(rest) > 1 and rest[1] and rest[1] not in DETERMINERS | PREPOSITIONS
        looking = (
            any(low.startswith(_LOOKING) for low in rest)
            and not (bare and rest[1] not in _IT)
            and not {"up", "back", "round"} & set(h.lows[n + 2 : n + 4])
        )
        if h.lows[n] == "without" and looking:
            yield h.make(
                Act.ACCUSES, speaker, h.targets(actors, speaker), clause, "did not look first", 0.55, len(h.lows)
            )
            return


def by_calling(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Iterator[Statement]:
    """ "calls the sale robbery": his word, and no deed of his."""
    actors = [p for p in subject if is_actor(p)]
    plain = clause.usage(Group.SAYS) is None and not clause.passive and not clause.negated
    last = clause.stop - 1
    if not actors or not plain or not h.verb_of(clause).startswith(_CALLING) or last <= clause.end or not h.lows[last]:
        return
    wrong = any(hit.usage.act is Act.ACCUSES and not hit.is_verb for hit in h.at(last))
    judged = any(usage.act is Act.JUDGES for usage in h.vocabulary.known(h.lows[last], Group.QUALITIES))
    if wrong or judged:
        of = h.targets(phrases(h.text, h.tokens, clause.end, last), actors[0])
        for who in actors if speaker is None else [speaker]:
            yield h.make(Act.JUDGES, who, of, clause, "what somebody calls it", 0.6)
