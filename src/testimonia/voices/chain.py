"""Through whose hands words came: from the page to the one who spoke them, outermost first.

Every link rests on words of the page: the heading under which the compiler set the excerpt, the fields of its citation,
the words that name a second source or a document, and those that attribute the words to their speaker. What is not on
the page is no link.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.model import Citation, Document, Excerpt, Hand, HandRole, Reason, Sourcebook, Work
from testimonia.words.families import families

from .naming import Naming, NamingPlace

__all__ = ["chain_of"]

_ROLES = (("author", HandRole.AUTHOR), ("editor", HandRole.EDITOR), ("translator", HandRole.TRANSLATOR))


def chain_of(
    book: Sourcebook,
    excerpt: Excerpt,
    *,
    speaker: str,
    speaker_name: str,
    speaker_reasons: Sequence[Reason],
    document: Document | None = None,
    naming: Naming | None = None,
    outer: Sequence[tuple[Hand, Naming | None, Document | None]] = (),
) -> tuple[Hand, ...]:
    """The hands that a stretch of an excerpt came through.

    ``outer`` are those who quote the speaker inside the excerpt, outermost first, each with the naming of the document
    that his words come from and that document. Nobody is named twice: a chain ends with the cited author where his are
    the words, and with his diary where they stand in that.
    """
    hands = [_compiler(book, excerpt)]
    if speaker == "compiler":
        return tuple(hands)
    hands += _cited(book, excerpt)
    inner = [*outer, (Hand(HandRole.SPEAKER, speaker, speaker_name, tuple(speaker_reasons)), naming, document)]
    speakers = [hand for hand, _, _ in inner]
    papers: list[tuple[Hand, Hand]] = []  # each with the speaker before whom it stands
    for hand, named, paper in inner:
        if named is None:
            continue
        if named.where is NamingPlace.SOURCE:
            who = named.author or (paper.id if paper is not None else "source")
            name = named.author_name or named.span.cut(book.text)
            source = Hand(HandRole.SOURCE, who, name, named.reasons)
            if source not in hands:
                hands.append(source)
        elif paper is not None and all(known.who != paper.id for known, _ in papers):
            # a document stands right before whoever made it, else before the one who speaks from it
            maker = next((known for known in speakers if known.who == paper.author), hand)
            papers.append((Hand(HandRole.DOCUMENT, paper.id, named.span.cut(book.text), named.reasons), maker))
    for hand in speakers:
        hands += [paper for paper, maker in papers if maker is hand]
        known = {known.who for known in hands if known.role is not HandRole.SOURCE}
        if hand.who not in known and not _is_author(book, excerpt, hand.who):
            hands.append(hand)
    return tuple(hands)


def _is_author(book: Sourcebook, excerpt: Excerpt, who: str) -> bool:
    """Whether somebody named on the page is the cited author, by family name and the initial of the given name."""
    if excerpt.citation is None or ":" in who:
        return False
    citation = book.citations[excerpt.citation]
    names = (citation.resolved or citation.csl).get("author") or ()
    try:
        person = book.people[who]
    except KeyError:
        return False
    for name in names[:1]:
        family, initial = str(name.get("family", "")).casefold(), str(name.get("given", ""))[:1].casefold()
        for variant in (person.name, *person.variants):
            words = variant.casefold().split()
            if len(words) > 1 and words[-1] == family and words[0].startswith(initial):
                return True
    return False


def _compiler(book: Sourcebook, excerpt: Excerpt) -> Hand:
    if excerpt.claim is None:
        return Hand(HandRole.COMPILER, "compiler")
    claim = book.claims[excerpt.claim]
    return Hand(
        HandRole.COMPILER, "compiler", "", (Reason("set the excerpt under this heading", claim.text, claim.span),)
    )


def _cited(book: Sourcebook, excerpt: Excerpt) -> list[Hand]:
    """Author, editor and translator of the cited work, each with the words of the citation that name him."""
    if excerpt.citation is None:
        return []
    citation = book.citations[excerpt.citation]
    work = book.works[citation.work] if citation.work is not None else None
    hands: list[Hand] = []
    for name, role in _ROLES:
        printed = _printed(book, citation, work, name)
        if printed is None:
            continue
        names, reasons = printed
        main = not hands and role in (HandRole.AUTHOR, HandRole.EDITOR)
        owner = citation.work or citation.id
        hands.append(Hand(role, f"author:{owner}" if main else f"{name}:{owner}", names, reasons))
    return hands


def _printed(
    book: Sourcebook, citation: Citation, work: Work | None, name: str
) -> tuple[str, tuple[Reason, ...]] | None:
    """The names in a field of the citation, and the words for it; where another citation prints them, that one's."""
    csl = citation.resolved if citation.resolved is not None else citation.csl
    people = csl.get(name) or (work.csl.get(name) if work is not None else None)
    if not people:
        return None
    names = " & ".join(families(people))
    fields = [field.span for field in citation.fields if field.name == name]
    if fields:
        return names, tuple(Reason(f"the citation names its {name}", span.cut(book.text), span) for span in fields)
    why = [Reason(f"an earlier citation names the {name} of the work", citation.text, citation.span)]
    if work is not None and work.span is not None:
        why.append(Reason("the work's fullest citation", work.text or "", work.span))
    return names, tuple(why)
