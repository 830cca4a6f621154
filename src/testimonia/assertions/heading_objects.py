"""What a verb of a heading is done to: a person or a word makes a wrong of it, a thing or nobody often does not.

Which entries of the vocabulary ask for it is said there (``of``, ``things``).
"""

from __future__ import annotations

from testimonia.model import Act
from testimonia.words.amounts import find_amounts
from testimonia.words.lexicon import is_english_word
from testimonia.words.speech import english_speech

from .acts import Group, Usage
from .heading_clause_words import is_adverb
from .heading_clauses import Clause
from .heading_people import Heading
from .heading_phrases import PROCEEDINGS, Phrase, Sort, is_actor, is_agents, phrases

__all__ = ["HARM", "has_its_object", "names_harm", "strikes_somebody"]

HARM = frozenset(  # deeds that are no wrong by themselves, but one to bring about
    """
    attack assault raid charge ambush shooting shootings killing killings burning beating beatings bombing bombardment
    execution executions hanging arson flogging whipping destruction demolition expulsion deportation seizure coup
    takeover abduction
    """.split()
)
_AGAINST = frozenset(
    """
    capture arrest arrests search hunt pursuit inquiry enquiry investigation investigations detection prevention defeat
    trial conviction fight campaign study research history
    """.split()
)
_NOBODY = frozenset("nobody none no-one nothing".split())
_OWN = frozenset("himself herself themselves itself".split())
_COUNTED = frozenset(
    "two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty hundred".split()
)
_MEANWHILE = frozenset("while as and when whilst idly , ; : –".split())  # what may stand behind "stood by"
_ABSTRACT = ("ness", "ity", "ence", "ance", "acy")  # whose honesty, competence, legitimacy
_SUFFERED = frozenset("starved drowned".split())
_FIRING = ("fire", "firing", "shot", "shoot")  # which is always at somebody, where nothing else is named
_DESTROYING = (
    "burn",
    "sink",
    "sank",
    "sunk",
    "wreck",
    "ramm",
    "blew",
    "blow",
    "flood",
    "smash",
    "damag",
    "derail",
    "crash",
)
_TOWARDS = frozenset("on at into upon against".split())


def has_its_object(h: Heading, clause: Clause, usage: Usage) -> bool:
    """Whether the clause names the object that the entry asks for; one that asks for none always has it."""
    if not usage.of or clause.contents:
        return True
    place = clause.hits[0].gap if clause.hits and clause.hits[0].usage is usage else None
    if clause.passive:
        place = clause.subject
        if clause.begin == clause.verb and h.verb_of(clause) in _SUFFERED:
            return False  # "Ash starved", no "Ash was starved"
    elif clause.caused:
        place = clause.caused
    first, last = place or (clause.end, clause.stop)
    if usage.of == "nobody":
        return first >= last or h.lows[first] in _MEANWHILE
    if usage.of == "words" and not clause.passive and h.lows[first : first + 1] and h.lows[first] in usage.things:
        return True  # "everything he said"
    if usage.of == "wrongs":
        return names_harm(
            h,
            clause.verb + 1 if place and not clause.passive else first,
            clause.subject[1] if clause.passive else clause.stop,
        )
    found = h.subject_of(clause) if clause.passive else phrases(h.text, h.tokens, first, last)
    if usage.of == "deeds":
        return not found or not _is_let_in(h, first, found[0])
    if not found:
        whole = bool(clause.hits) and clause.hits[0].last - clause.hits[0].first > 1
        return first >= last and (whole or usage.name != "deeds.concealing")  # "Ash deserted", but not "Ash hid"
    if last - first > 1 and h.lows[last - 1].endswith("ly") and is_adverb(h.lows[last - 1]) and not clause.passive:
        found = [*found, *phrases(h.text, h.tokens, first, last - 1)]  # "struck HIM deliberately"
    return _of_money(h, first, last) or any(_fits(h, usage, phrase) for phrase in found)


def strikes_somebody(h: Heading, clause: Clause, usage: Usage) -> bool:
    """The same for a deed of which only the purpose makes a wrong: "operated ON THE ORPHANS without leave"."""
    verb = h.verb_of(clause)
    alone = not clause.passive and not phrases(h.text, h.tokens, clause.end, clause.stop)
    if verb.startswith(_DESTROYING) or (alone and verb.startswith(_FIRING)) or has_its_object(h, clause, usage):
        return True
    for n in range(clause.end, clause.stop - 1):
        if h.lows[n] in _TOWARDS and any(_fits(h, usage, p) for p in phrases(h.text, h.tokens, n + 1, clause.stop)):
            return True
    return False


def names_harm(h: Heading, first: int, last: int) -> bool:
    """Whether a wrong or a deed of harm is named."""
    if _AGAINST & set(h.lows[first:last]):
        return False  # "assisted in the hunt for the thieves"
    if any(h.lows[n] in HARM for n in range(first, last)):
        return True
    wrongs = (hit for hit in h.deeds_in(first, last) if hit.usage.act is Act.ACCUSES and hit.usage.whom != "partner")
    return any(not is_agents(h.lows[hit.last - 1]) for hit in wrongs)


def _is_let_in(h: Heading, first: int, phrase: Phrase) -> bool:
    """ "forty pupils", "women", "Ash to the society": no more than people, or things that are counted."""
    behind = h.lows[phrase.last] if phrase.last < len(h.lows) else ""
    if phrase.last - first > 2 or behind not in ("", "to", "into", "in", "at", "from", ".", "for"):
        return False
    return h.tokens[first].number or h.lows[first] in _COUNTED or (is_actor(phrase) and bool(phrase.head))


def _of_money(h: Heading, first: int, last: int) -> bool:
    if not any(h.tokens[n].number or h.lows[n] == "hundred" for n in range(first, last)):
        return False
    return any(a.kind == "money" for a in find_amounts(h.text[h.tokens[first].start : h.tokens[last - 1].end]))


def _fits(h: Heading, usage: Usage, phrase: Phrase) -> bool:
    head = phrase.head
    if head in usage.things or head in PROCEEDINGS or (usage.of != "somebody" and _is_matter(h, phrase)):
        return True
    if any(is_actor(owner) for owner in phrase.owners):  # "Ash's motives", "the plans of the company"
        return usage.of != "words" or head.endswith(_ABSTRACT)
    if usage.of == "words" and phrase.sort == Sort.PRONOUN:
        return head in ("it", "them")
    if usage.of == "words":
        return bool(phrase.owners) and head.endswith(_ABSTRACT)
    if usage.name == "says.naming" and (phrase.parts or phrase.described & {"son", "daughter", "child", "baby"}):
        return False  # "named Ash director", "named her son Otto"
    if phrase.sort == Sort.PRONOUN:
        return head not in _OWN
    return is_actor(phrase) or head in _NOBODY or _may_be_people(h, phrase)


def _is_matter(h: Heading, phrase: Phrase) -> bool:
    """A word, a wrong or a quality."""
    if not phrase.head or phrase.last > len(h.tokens) or is_adverb(phrase.head):
        return False
    for hit in h.at(phrase.last - 1):
        usage = hit.usage
        if hit.is_verb or hit.last > phrase.last:
            continue
        said = usage.group is Group.SAYS and (usage.act is not None or usage.said)
        wrong = usage.group is Group.DEEDS and usage.act is Act.ACCUSES and usage.whom != "partner"
        if said or wrong or usage.group is Group.QUALITIES:
            return True
    return False


def _may_be_people(h: Heading, phrase: Phrase) -> bool:
    """ "forty", "the old", a noun of people, a name that nobody has told as one."""
    token = h.tokens[phrase.last - 1] if phrase.last <= len(h.tokens) else None
    if token is None or not phrase.head:
        return True
    if token.number or english_speech().is_human(phrase.head):
        return True
    printed = h.text[token.start : token.end]
    return printed[:1].isupper() and not is_english_word(phrase.head)
