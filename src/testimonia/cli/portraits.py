"""What is known of a person, gathered from the whole book: for a person to read, and for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .printing import Lines, counted, first_words, heading
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..answers.decided import Trail
    from ..model import Decision, MayBe, Mention, Person, Reason, Sourcebook, Voice

__all__ = ["Portrait", "portrait", "portrait_facts", "say_decision", "say_portrait", "say_why", "touched_by"]

_PLACES = 5  # mentions that are shown before one asks for all
_CONTEXT = 40  # characters on either side of a mention


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person and all that touches him or her. ``spoken`` counts characters by mode."""

    person: Person
    mentions: Sequence[Mention]
    spoken: dict[str, int]
    heard_in: Sequence[str]
    maybes: Sequence[MayBe]
    decisions: Sequence[Decision]


def portrait(book: Sourcebook, person: Person) -> Portrait:
    """Gather what the book knows of a person."""
    mentions = [mention for mention in book.mentions if mention.person == person.id]
    spoken: Counter[str] = Counter()
    voices = [voice for voice in book.voices if voice.speaker == person.id]
    for voice in voices:
        spoken[voice.mode.value] += _length(voice)
    return Portrait(
        person=person,
        mentions=mentions,
        spoken=dict(spoken.most_common()),
        heard_in=tuple(dict.fromkeys(voice.excerpt for voice in voices)),
        maybes=[maybe for maybe in book.maybes if person.id in (maybe.a, maybe.b)],
        decisions=[decision for decision in book.decisions if person.id in touched_by(book, decision)],
    )


def touched_by(book: Sourcebook, decision: Decision) -> list[str]:
    """The ids of those who are now named at the places that a decision rests on."""
    from ..words.anchors import find_anchor

    while decision.of is not None:  # an undo rests on the places of what it takes back
        decision = book.decisions[decision.of]
    places = [place for anchor in (*decision.a, *decision.b) if (place := find_anchor(book.text, anchor)) is not None]
    return list(dict.fromkeys(m.person for m in book.mentions if any(map(m.span.overlaps, places))))


def _length(voice: Voice) -> int:
    return sum(map(len, voice.segments or (voice.span,)))


def portrait_facts(book: Sourcebook, known: Portrait) -> dict[str, Any]:
    """The same for a program."""
    from ..exports.facts import json_record

    others = ((maybe, maybe.b if maybe.a == known.person.id else maybe.a) for maybe in known.maybes)
    return {
        **json_record(known.person, book),
        "mentions": [json_record(mention) for mention in known.mentions],
        "speaks": {
            "characters": sum(known.spoken.values()),
            "by_mode": known.spoken,
            "excerpts": list(known.heard_in),
        },
        "maybes": [{"person": other, "name": book.people[other].name, **json_record(maybe)} for maybe, other in others],
        "decisions": [json_record(decision) for decision in known.decisions],
    }


def say_portrait(book: Sourcebook, known: Portrait, *, every_place: bool = False) -> None:
    """Print what is known of a person."""
    from ..answers.decided import Trail

    person = known.person
    secho(person.name, bold=True)
    facts = [person.id, f"named {counted(len(known.mentions), 'time')}"]
    if person.gender is not None:
        facts.append(person.gender.value)
    facts += [f"{name} {identifier}" for name, identifier in person.identifiers.items()]
    secho(", ".join(facts), dim=True)
    say_why(person.reasons)
    _say_spellings(person)
    lines = Lines(book.text)
    if person.roles:
        heading("Called")
        for role in person.roles:
            place = "" if role.span is None else f" (line {lines.number(role.span)})"
            echo(f"  {first_words(role.words)}{place}")
    if known.spoken:
        heading("Speaks")
        by_mode = ", ".join(f"{count:,} of {mode}" for mode, count in known.spoken.items())
        total = counted(sum(known.spoken.values()), "character")
        echo(f"  {total} in {counted(len(known.heard_in), 'excerpt')}: {by_mode}")
    _say_places(book, known, lines, every_place)
    if known.maybes:
        heading("May be")
        for maybe in known.maybes:
            other = book.people[maybe.b if maybe.a == person.id else maybe.a]
            echo(f"  {other.name} ({other.id}), {maybe.confidence:.2f}")
            say_why(maybe.reasons, maybe.against, indent=4)
    if known.decisions:
        heading("Decided")
        trail = Trail(book.decisions)
        for decision in known.decisions:
            say_decision(book, decision, trail)


def _say_spellings(person: Person) -> None:
    if not person.spellings:
        return
    heading("Spelt")
    for spelling in person.spellings:
        origin = ", ".join(filter(None, (spelling.original, spelling.scheme)))
        sure = "" if spelling.confidence == 1 else f"  {spelling.confidence:.2f}"
        echo(f"{spelling.count:>6,}  {spelling.text}{f' from {origin}' if origin else ''}{sure}")
        say_why(spelling.reasons, spelling.against, indent=10)


def _say_places(book: Sourcebook, known: Portrait, lines: Lines, every_place: bool) -> None:
    if not known.mentions:
        return
    heading("Named")
    shown = known.mentions if every_place else known.mentions[:_PLACES]
    for mention in shown:
        start, end = mention.span.start, mention.span.end
        before = " ".join(book.text[max(0, start - _CONTEXT) : start].split("\n")[-1].split())
        after = " ".join(book.text[end : end + _CONTEXT].split("\n")[0].split())
        gap = " " if book.text[end : end + 1].isspace() else ""
        words = f"{before} {style(mention.text, bold=True)}{gap}{after}".strip()
        sure = "" if mention.confidence == 1 else f"  {mention.confidence:.2f}"
        echo(f"  line {lines.number(mention.span)}, {start}-{end}: {words}{sure}")
    if len(shown) < len(known.mentions):
        echo(f"  … and {len(known.mentions) - len(shown):,} more; --all shows them")


def say_decision(book: Sourcebook, decision: Decision, trail: Trail[Decision]) -> None:
    """Print a decision, who made it, when and why, and what became of it."""
    from ..answers.decided import is_overruled

    marks = "".join(f" ({mark})" for mark in trail.marks(decision))
    if trail.counts(decision):
        named = {mention.span: mention.person for mention in book.mentions}
        marks += " (a later one prevails)" if is_overruled(decision, book.text, named.get) else ""
    about = _about(book, decision) if decision.of is None else trail.undo_words(decision)
    echo(f"{decision.id}  {style(decision.kind.value, bold=True)}{marks}: {about}")
    echo(f"    {decision.reviewer}, {decision.when}: {first_words(decision.why, 200)}")
    if decision.orphaned:
        echo("    The page has the words no longer that it rests on, so that it does nothing.")


def _about(book: Sourcebook, decision: Decision) -> str:
    """What is decided, with the names as anchored and the first place of each where it stands now."""
    from ..words.anchors import find_anchor

    sides = []
    for anchors in (decision.a, decision.b):
        places = (find_anchor(book.text, anchor) for anchor in anchors)
        place = next((place for place in places if place is not None), None)
        names = "/".join(dict.fromkeys(anchor.text for anchor in anchors)) or "nobody"
        sides.append(names if place is None else f"{names} at {place.start}")
    return f"{sides[0]} {'is' if decision.kind == 'merge' else 'is not'} {sides[1]}"


def say_why(reasons: Iterable[Reason], against: Iterable[Reason] = (), *, indent: int = 2) -> None:
    """Print the reasons for a record and against it."""
    for word, side in (("because", reasons), ("but", against)):
        for reason in side:
            words = f": {first_words(reason.words)}" if reason.words else ""
            echo(f"{' ' * indent}{word}: {reason.rule}{words}")
