"""Who has the floor: the speaker of each turn of a transcript.

A label names him, or gives his office or initials; where it only says question or answer, he is the examiner, or the
witness who was called before, told his name, or is the one whom the claim above is about.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Mode, Reason, Span
from testimonia.words.names import is_given_name
from testimonia.words.titles import is_title

from .blocks import Block
from .scene import Actor, Scene, Speaker, slug
from .turn_labels import OFFICE
from .turns import Turn, TurnKind

__all__ = ["turn_blocks"]

_CALLED = re.compile(
    r"\b(?:called in|examined|cross-examined|recalled|sworn|deposed|took the stand|in the witness-box)\b",
    re.IGNORECASE,
)
# "[Evidence of Ann Roe, 4 May 1911.]" over the questions
_EVIDENCE_OF = re.compile(
    r"\W*(?:The )?(?:Further )?"
    r"(?:Evidence|Examination|Cross-examination|Interrogation|Testimony|Deposition|Hearing) of ",
    re.IGNORECASE,
)
# "J. M. Roe, Assistant, Customs." on a line of its own right above the first question
_HEAD = re.compile(r"^[ \t]*(?P<name>[^\W\d_][^\n,:?!]{2,40}), [^\n:?!]{3,80}\.[ \t]*\n\s*\Z", re.MULTILINE)
_INTRODUCED = re.compile(
    r"\b(?:I am(?: called)?|my name is|your name is|you are(?: called)?|are you|"
    r"je m['’]appelle|je suis(?: bien)?|vous êtes(?: bien)?|êtes-vous|vous vous appelez|ich bin|ich heiße|sind sie|"
    r"state your name[^\n]{0,40}\n[^\n]{0,12})"
    r"[ ,]+(?:(?:Mr|Mrs|Miss|Ms|Dr|Sir|Captain|Colonel|Professor)\.? )?",
    re.IGNORECASE,
)
_VOCATIVE = re.compile(r", (?:(?P<title>[^\W\d_]+)\.? )?$")
# "Examined by Mr. Roe.", "cross-examination by Mr. Roe": who asks from there on
_EXAMINED_BY = re.compile(
    r"\b(?:(?:cross-|re-)?examin(?:ed|ation)(?: continued)?|questioned|interrogated) by ", re.IGNORECASE
)
_BARE = frozenset("q a qu an ques ans question answer frage antwort demande réponse réplique d r f".split())  # labels
_BY = re.compile(r"\bby\s+(?:the\s+)?(?P<who>.+)$", re.IGNORECASE)


def turn_blocks(scene: Scene, turns: Sequence[Turn]) -> list[Block]:
    """A block for each turn, with its speaker and who is "you" in it."""
    blocks: list[Block] = []
    named: list[Speaker] = []
    asking: Speaker | None = None
    examiner: Speaker | None = None
    examiners = deque(_examiners(scene))
    witness = _witness(scene, turns)
    for turn in turns:
        if turn.kind is TurnKind.NAMED:
            speaker = _of_label(scene, turn)
            named = [s for s in named if s.id != speaker.id] + [speaker]
        elif turn.kind is TurnKind.INTERJECTED:
            speaker = _of_label(scene, turn)
        elif turn.kind is TurnKind.QUESTION:
            while examiners and examiners[0][0] < turn.span.start:
                examiner = examiners.popleft()[1]
            speaker = _asking(scene, turn, asking, examiner)
            asking = speaker
        else:
            asker = blocks[-1].speaker if blocks and _asks(scene, blocks[-1]) else None
            speaker = _answering(scene, turn, [s for s in named if asker is None or s.id != asker.id], asking, witness)
        you = _addressee(scene, turn, blocks, speaker)
        blocks.append(Block(turn.span.start, turn.span.end, speaker, Mode.TURN, addressee=you, body=turn.body))
    if blocks and blocks[0].addressee is None:  # nobody spoke before: whoever answers
        answers = next((block.speaker for block in blocks if block.speaker.id != blocks[0].speaker.id), None)
        blocks[0] = replace(blocks[0], addressee=answers)
    return blocks


def _asks(scene: Scene, block: Block) -> bool:
    """Whether a turn ends in a question, so that whoever answers next is another."""
    return scene.text[block.start : block.end].rstrip('"”’») ').endswith("?")


def _addressee(scene: Scene, turn: Turn, before: Sequence[Block], speaker: Speaker) -> Speaker | None:
    """Whom the turn's aside names, else who had the floor before."""
    if turn.aside is not None:
        actor = scene.named_at(turn.aside.start, turn.aside.end)
        if actor is not None:
            return Speaker(actor.person, actor.name, 0.95, (scene.reason("so addressed", actor.start, actor.end),))
    return next((block.speaker for block in reversed(before) if block.speaker.id != speaker.id), None)


def _of_label(scene: Scene, turn: Turn) -> Speaker:
    label = turn.label.cut(scene.text)
    why = scene.reason("the label of the turn", turn.label.start, turn.label.end)
    actor = scene.named_at(turn.label.start, turn.label.end)
    whose = _by_initials(scene, label) if _is_initials(label) else None
    if whose is not None:
        return Speaker(whose.id, whose.name, 0.85, (why, *whose.reasons))
    if actor is not None:
        return Speaker(actor.person, label, 1.0, (why,))
    if not _is_initials(label):
        person = scene.cast.by_title(label.split()[-1], scene.excerpt.id)
        if person is not None:
            return Speaker(person, label, 0.8, (why, Reason("the office means this person on the page")))
    return Speaker(f"anon:{slug(label)}", label, 0.9, (why,))


def _is_initials(label: str) -> bool:
    return len(label.replace(".", "")) <= 3 and label.replace(".", "").isupper()


def _by_initials(scene: Scene, label: str) -> Speaker | None:
    """The one among author, claim and excerpt whose initials the label gives."""
    letters = label.replace(".", "")
    if letters not in scene.by_initials:  # a transcript has few labels, over and over
        scene.by_initials[letters] = _look_for_initials(scene, letters)
    return scene.by_initials[letters]


def _look_for_initials(scene: Scene, letters: str) -> Speaker | None:
    author = scene.author_given[:1] + scene.author_family[:1]
    if letters == author.upper():
        return Speaker(scene.author.id, scene.author.name, 0.85, scene.author.reasons)
    found: dict[str, Actor] = {}
    for actor in (*scene.claim_actors, *scene.actors):
        known = scene.cast.people.get(actor.person)
        names = {actor.name, *((known.name, *known.variants) if known is not None else ())}
        if any(_initials(name) == letters for name in names) or (
            len(letters) == 1 and any(name.split()[-1][:1] == letters for name in names if name.split())
        ):
            found.setdefault(actor.person, actor)
    if not found and len(letters) > 1:
        return _of_the_page(scene, letters)
    if len(found) != 1:
        return None
    actor = next(iter(found.values()))
    return Speaker(actor.person, actor.name, 0.8, (Reason("whose initials these are", actor.name),))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def _of_the_page(scene: Scene, letters: str) -> Speaker | None:
    """The one person of the whole page whose initials these are."""
    known = scene.cast.by_initials
    if not known:
        for person in scene.cast.people.values():
            for own in {_initials(name) for name in (person.name, *person.variants)}:
                known.setdefault(own, []).append(person)
    agree = known.get(letters, [])
    if len(agree) != 1:
        return None
    return Speaker(agree[0].id, agree[0].name, 0.6, (Reason("whose initials these are", agree[0].name),))


def _asking(scene: Scene, turn: Turn, before: Speaker | None, examiner: Speaker | None) -> Speaker:
    """The examiner: named or titled in the label, or the one who asked before where the label is a bare number."""
    label = turn.label.cut(scene.text)
    why = scene.reason("the label of the turn", turn.label.start, turn.label.end)
    actor = scene.named_at(turn.label.start, turn.label.end)
    by = _BY.search(label)
    if actor is not None:  # "By Mr. Ash, for the Company"
        return Speaker(actor.person, by["who"].split(",")[0] if by is not None else label, 0.95, (why,))
    if by is not None:
        person = scene.cast.by_title(by.group("who").split()[-1], scene.excerpt.id)
        if person is not None:
            return Speaker(person, label, 0.8, (why, Reason("the office means this person on the page")))
        return Speaker(f"anon:{slug(by.group('who'))}", label, 0.9, (why,))
    if OFFICE.search(label):  # "(The Chairman.)"
        person = scene.cast.by_title(label.split()[-1], scene.excerpt.id)
        if person is not None:
            return Speaker(person, label, 0.8, (why, Reason("the office means this person on the page")))
        return Speaker(f"anon:{slug(label)}", label, 0.9, (why,))
    if label[:1].isdecimal() and before is not None:
        return Speaker(before.id, before.name, min(before.confidence, 0.85), (why, *before.reasons))
    if examiner is not None:
        return examiner
    if not label[:1].isdecimal() and before is not None and before.id != "anon:questioner" and len(label) > 2:
        return Speaker(before.id, label, 0.75, (why, *before.reasons))
    return Speaker("anon:questioner", label if label[:1].isalnum() else "", 0.9, (why,))


def _examiners(scene: Scene) -> Iterator[tuple[int, Speaker]]:
    """Who is said to examine, and from where on."""
    for said in _EXAMINED_BY.finditer(scene.text):
        stop = scene.text.find("\n", said.end())
        actors = scene.actors_in(said.end(), stop if stop >= 0 else len(scene.text))
        if actors:
            why = scene.reason("said to examine him", said.start(), actors[0].end)
            yield said.start(), Speaker(actors[0].person, actors[0].name, 0.85, (why,))


def _is_bare(label: str) -> bool:
    """Whether a label only says question or answer, or gives its number."""
    words = re.findall(r"[^\W\d_]+", label.casefold())
    return all(word in _BARE for word in words)


# who has the word in a court and answers nobody
_PRESIDES = re.compile(
    r"\b(?:court|president|chair(?:man|woman)?|judge|commissioner|coroner|magistrate|juror|foreman|président|juge|"
    r"richter)\b",
    re.IGNORECASE,
)


def _answering(
    scene: Scene, turn: Turn, named: Sequence[Speaker], asking: Speaker | None, witness: Speaker | None
) -> Speaker:
    label = turn.label.cut(scene.text)
    why = scene.reason("the label of the turn", turn.label.start, turn.label.end)
    printed = "" if _is_bare(label) else label
    others = [
        s for s in named if (asking is None or s.id != asking.id) and not (_is_bare(label) and _PRESIDES.search(s.name))
    ]
    if others and (asking is not None or witness is None):
        return Speaker(others[-1].id, printed or others[-1].name, 0.75, (why, *others[-1].reasons))
    if witness is not None:
        return Speaker(witness.id, printed or witness.name, witness.confidence, (why, *witness.reasons))
    if scene.author_family and scene.author_is_person and not scene.author_edits:
        return Speaker(scene.author.id, scene.author.name, 0.6, (why, *scene.author.reasons))
    return Speaker("anon:witness", printed or label, 0.7, (why,))


def _is_addressed(text: str, begin: int, actor: Actor) -> bool:
    """``Did you see it, Dean Ash?``: a name between commas, or behind one, with or without a title."""
    before = _VOCATIVE.search(text, begin, actor.start)
    if before is None or text[actor.end : actor.end + 1] not in ("?", ".", ","):
        return False
    return before["title"] is None or is_title(before["title"])


def _in_citation(scene: Scene) -> Speaker | None:
    """Whose evidence the citation says it is: "Minutes, vol. 2, evidence of Capt. Ash, p. 4"."""
    citation = scene.cast.citations.get(scene.excerpt.citation) if scene.excerpt.citation else None
    found = _CITED_EVIDENCE.search(citation.text) if citation is not None else None
    if citation is None or found is None:
        return None
    words: list[str] = []
    first = found["who"].split()[0]
    told = first.endswith(".") or is_title(first.split("-")[0]) or is_given_name(first)
    for word in found["who"].split():
        if is_title(word.split("-")[0]):
            continue
        words.append(word.rstrip(".") if len(word) > len("A.") else word)
        if words[-1] != word:
            break  # "Evidence of Ann Ash. Leeds"
    person = scene.cast.author_person(words[-1], words[0] if len(words) > 1 else None) if words else None
    if person is None and not told:
        return None  # "The Evidence of Things Seen"
    if not words or scene.author_family == words[-1]:
        return None  # of the author he is the narrator, too
    place = Span(citation.span.start + found.start("who"), citation.span.start + found.end("who"))
    why = Reason("the citation says whose evidence it is", found["who"], place)
    if person is None:
        return Speaker(f"anon:{slug(' '.join(words))}", " ".join(words), 0.85, (why,))
    return Speaker(person, scene.cast.people[person].name, 0.85, (why,))


_CITED_EVIDENCE = re.compile(
    r"\b(?:[Ee]vidence|[Tt]estimony|(?:[Cc]ross-)?[Ee]xamination|[Ii]nterrogation|[Dd]eposition) of "
    r"(?P<who>(?:(?:[^\W\d_a-z]\w{0,3}\.[- ]?)+|[^\W\d_a-z][\w’'-]+ ){0,4}[^\W\d_a-z][\w’'-]+)"
)


def _witness(scene: Scene, turns: Sequence[Turn]) -> Speaker | None:
    """Who is examined: called in before the turns, told or telling his name in them, or the claim's only person."""
    if not any(turn.kind is TurnKind.ANSWER for turn in turns):
        return None
    text = scene.text
    for turn in turns:
        aside = turn.aside if turn.kind is TurnKind.ANSWER else None
        actor = next(iter(scene.actors_in(aside.start, aside.end)), None) if aside is not None else None
        if aside is not None and actor is not None and not text[aside.start : actor.start].strip(" (["):
            why = scene.reason("so named in the label", aside.start, aside.end)
            return Speaker(actor.person, actor.name, 0.9, (why,))  # "WITNESS (Ash, pilot):"
    for line in re.finditer(r"[^\n]+", text[: turns[0].span.start]):
        if _CALLED.search(line.group()) or _EVIDENCE_OF.match(line.group()):
            actor = next(iter(scene.actors_in(line.start(), line.end())), None)
            if actor is not None:
                why = scene.reason("called as a witness", line.start(), line.end())
                return Speaker(actor.person, actor.name, 0.9, (why,))
    head = _HEAD.search(text, 0, turns[0].span.start)
    above = scene.actors_in(head.start("name"), head.end("name"))[:1] if head is not None else []
    if head is not None and above:
        why = scene.reason("the line above his evidence", head.start(), head.end())
        return Speaker(above[0].person, above[0].name, 0.85, (why,))
    cited = _in_citation(scene)
    if cited is not None:
        return cited
    for told in _INTRODUCED.finditer(text):
        actor = next(iter(scene.actors_in(told.end(), told.end() + 60)), None)
        if actor is not None and actor.start <= told.end() + 1:
            why = scene.reason("so introduced", told.start(), actor.end)
            return Speaker(actor.person, actor.name, 0.85, (why,))
    called = {
        a.person: a
        for t in turns
        if t.kind is not TurnKind.ANSWER
        for a in scene.actors_in(t.body, t.span.end)
        if _is_addressed(text, t.body, a)
    }
    if len(called) == 1:
        actor = next(iter(called.values()))
        why = scene.reason("so addressed", actor.start, actor.end)
        return Speaker(actor.person, actor.name, 0.75, (why,))
    asked = {
        a.person for t in turns if t.kind is TurnKind.QUESTION for a in scene.actors_in(t.label.start, t.label.end)
    }
    told_of = {a.person for t in turns if t.kind is not TurnKind.NAMED for a in scene.actors_in(t.body, t.span.end)}
    people = {a.person: a for a in scene.claim_actors if a.person not in asked | told_of}
    if len(people) == 1:
        actor = next(iter(people.values()))
        claim = scene.cast.claims.get(scene.excerpt.claim or "")
        place = claim.page_span(actor.start, actor.end) if claim is not None else None
        if actor.person == scene.author_person:
            return Speaker(scene.author.id, scene.author.name, 0.7, scene.author.reasons)
        return Speaker(actor.person, actor.name, 0.6, (Reason("whom the claim above is about", actor.name, place),))
    return None
