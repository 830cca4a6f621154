"""What attribution looks at: an excerpt's text, who is named in it and where, and who is behind it.

All offsets here are those of the excerpt's own text; `Scene.page_span` leads back to the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from testimonia.model import (
    Citation,
    Claim,
    Excerpt,
    FindingKind,
    Gender,
    Mention,
    PassageKind,
    Person,
    Reason,
    Sourcebook,
    Span,
    Work,
)
from testimonia.words.edtf import is_day
from testimonia.words.inquits import Inquits, inquits_of
from testimonia.words.languages import guess_language, language_within
from testimonia.words.makers import maker_of
from testimonia.words.titles import is_title_behind

from .plain_texts import plain_texts

__all__ = ["Actor", "Cast", "Scene", "Speaker", "make_scene", "scenes_of", "slug"]

_TITLE = re.compile(r"(?:\b(?:the|his|her|our|my) )?((?:[A-Z][\w-]+ ){1,3})$")
_IN_FULL = {  # titles that "the Doctor", "the Captain" take up
    "Dr": "doctor", "Capt": "captain", "Col": "colonel", "Gen": "general", "Lt": "lieutenant", "Maj": "major",
    "Sgt": "sergeant", "Cpl": "corporal", "Prof": "professor", "Adm": "admiral", "Gov": "governor", "Sen": "senator",
    "Insp": "inspector", "Supt": "superintendent",
}  # fmt: skip
_SHORT_TITLE = re.compile(rf"\b({'|'.join(_IN_FULL)})\. $")
_WORD_AFTER = re.compile(r"[ \n]([A-Z][\w-]+)")
_PARTS = frozenset("accused defendant prisoner applicant plaintiff deponent".split())  # that many play in turn
_SHARE = 0.8  # of a title's uses that must be one person's before the bare title means him


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, by whose words: an id as in `Voice`, the name as printed, and why."""

    id: str
    name: str
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named in an excerpt: ``text[start:end]`` is the name, ``person`` his id."""

    start: int
    end: int
    person: str
    name: str
    gender: Gender | None


def slug(words: str) -> str:
    """Printed words as part of an id: ``the Central Committee`` → ``central-committee``."""
    plain = re.sub(r"^(?:the|a|an|this|that|his|her|their|our|my)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-") or "unknown"


class Cast:
    """Everybody on the page, and whom its titles and offices mean."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.people: Mapping[str, Person] = {person.id: person for person in book.people}
        self.mentions: Mapping[str, list[Mention]] = defaultdict(list)
        for mention in book.mentions:
            self.mentions[mention.record].append(mention)
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in book.claims}
        self.claim_order = list(self.claims.values())
        self.claim_places = {id_: place for place, id_ in enumerate(self.claims)}
        self.citations: Mapping[str, Citation] = {citation.id: citation for citation in book.citations}
        self.works: Mapping[str, Work] = {work.id: work for work in book.works}
        self.remarks = [f.span for f in book.findings if f.kind is FindingKind.BRACKET_COMMENT]
        self.sections = [p.span for p in book.passages if p.kind is PassageKind.SECTION]
        self.by_initials: dict[str, list[Person]] = {}  # filled when a label is but initials
        self.dash_is_a_mark: bool | None = None  # not looked at yet
        self.language = guess_language(book.text) or "en"
        self._titles = self._whom_titles_mean(book)
        self._by_family: dict[str, set[str]] = defaultdict(set)
        for person in book.people:
            for name in (person.name, *person.variants):
                words = name.split()
                if words:
                    self._by_family[words[-1].lower()].add(person.id)

    def _whom_titles_mean(self, book: Sourcebook) -> dict[str, dict[str, Counter[str]]]:
        """By excerpt (``""`` the whole page): the last word of a title before a name, and whom it was used of."""
        found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for mention in book.mentions:
            before = book.text[max(0, mention.span.start - 40) : mention.span.start]
            title = _TITLE.search(before)
            short = _SHORT_TITLE.search(before) if before.endswith(". ") else None
            if title or short:
                word = title.group(1).split()[-1].lower() if title else _IN_FULL[short.group(1)] if short else ""
                found[mention.record][word][mention.person] += 1
                found[""][word][mention.person] += 1
            for word in _titles_behind(book, mention):
                found[mention.record][word][mention.person] += 1
                found[""][word][mention.person] += 1
        for person in book.people:
            for role in person.roles:
                words = re.findall(r"[^\W\d_]+", role.words.lower())
                for word in (
                    words[-1:] if " of " not in role.words else re.findall(r"[^\W\d_]+(?= of )", role.words.lower())[:1]
                ):
                    found[""][word][person.id] += 2
        return found

    def by_title(self, word: str, record: str, *, elsewhere: bool = True) -> str | None:
        """The one person whom a bare title means, in an excerpt or else on the page; ``None`` where it may be
        several."""
        for place in (record, "") if elsewhere else (record,):
            uses = self._titles.get(place, {}).get(word.lower())
            if uses:
                person, times = uses.most_common(1)[0]
                if times >= _SHARE * sum(uses.values()):
                    return person
        return None

    def authors_with_initials(self, letters: list[str]) -> set[str]:
        """The people of the page who are cited authors of these initials."""
        found = set()
        for work in self.works.values():
            for name in work.csl.get("author") or ():
                given, family = str(name.get("given", "")), str(name.get("family", ""))
                if [word[0].lower() for word in (*given.split(), *family.split()[-1:]) if word] == letters:
                    person = self.author_person(family, given)
                    found |= {person} if person is not None else set()
        return found

    def _is_bare(self, person: str) -> bool:
        known = self.people[person]
        return all(len(name.split()) == 1 for name in (known.name, *known.variants))

    def bare_bearer(self, family: str) -> str | None:
        """The one person whom the page calls by that family name and nothing else."""
        bare = [person for person in self._by_family.get(family.lower(), ()) if self._is_bare(person)]
        return bare[0] if len(bare) == 1 else None

    def author_person(self, family: str, given: str | None) -> str | None:
        """The person who is the cited author of that name; ``None`` where the page shows none or several."""
        people = self._by_family.get(family.split()[-1].lower() if family else "", set())
        if given:
            initial = given[0].lower()
            agree = {p for p in people if any(word[:1].lower() == initial for word in self.people[p].name.split()[:-1])}
            bare = [p for p in people if self._is_bare(p)] if not agree else []
            if len(bare) == 1:
                return bare[0]  # whom the page calls nothing else, and nobody of that name has such a given one
            return next(iter(agree)) if len(agree) == 1 else None
        return next(iter(people)) if len(people) == 1 else None


def _titles_behind(book: Sourcebook, mention: Mention) -> list[str]:
    """A title that follows a name, inside the mention or right after it: "Ash Pasha"."""
    last = mention.text.rsplit(" ", 1)[-1]
    after = _WORD_AFTER.match(book.text, mention.span.end)
    words = [last if " " in mention.text else "", after.group(1) if after is not None else ""]
    return [word.lower() for word in words if word and is_title_behind(word)]


@dataclass(slots=True)
class Scene:
    """One excerpt, with what its context says of who may speak in it."""

    excerpt: Excerpt
    cast: Cast
    actors: list[Actor] = field(default_factory=list)
    author: Speaker = field(default_factory=lambda: Speaker("anon:unknown", "unknown"))
    author_family: str = ""
    author_given: str = ""
    author_is_person: bool = False
    author_edits: bool = False  # others' words, so that he is nobody in them
    author_person: str | None = None
    claim_actors: list[Actor] = field(default_factory=list)
    spoke_before: Speaker | None = None
    enclosed: bool = False
    by_initials: dict[str, Speaker | None] = field(default_factory=dict)  # whom the labels mean that were asked for
    _starts: list[int] = field(default_factory=list)
    _language: str = ""  # not looked at yet

    @property
    def language(self) -> str:
        """The excerpt's language, which is the page's where it is not plainly another."""
        if not self._language:
            self._language = language_within(self.text, self.cast.language)
        return self._language

    @property
    def inquits(self) -> Inquits | None:
        """The clauses of speech of the excerpt's language, where that is not English and something is known of it."""
        return inquits_of(self.language)

    @property
    def text(self) -> str:
        """The excerpt's own words."""
        return self.excerpt.text

    def page_span(self, start: int, end: int) -> Span:
        """The place on the page of a stretch of the excerpt's text."""
        return self.excerpt.page_span(start, end)

    def whom_it_means(self, office: str) -> str | None:
        """Whom "the captain" means here; "the accused" is never another excerpt's, but who is named most in this."""
        word = office.lower()
        if word not in _PARTS:
            person = self.cast.by_title(office, self.excerpt.id)
            here = person is None or self.cast.by_title(office, self.excerpt.id, elsewhere=False) is not None
            return person if here or not self._speaks_as(office) else None
        person = self.cast.by_title(office, self.excerpt.id, elsewhere=False)
        if person is not None or not self.actors:
            return person
        times = Counter(actor.person for actor in self.actors)
        return max(times, key=lambda person: times[person])

    def _speaks_as(self, office: str) -> bool:
        """Whether an office has turns of its own in the excerpt ("THE PRESIDENT:"): so it is whoever holds it here."""
        label = office.upper()
        return (
            label in self.text and re.search(rf"^[ \t]*(?:THE )?{re.escape(label)} ?[:.]", self.text, re.M) is not None
        )

    def local(self, span: Span) -> Span | None:
        """A place of the page as offsets of the excerpt's text; ``None`` where it lies outside."""
        return self.excerpt.text_span(span)

    def reason(self, rule: str, start: int, end: int) -> Reason:
        """A reason that rests on words of the excerpt."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return Reason(rule)
        return Reason(rule, self.text[start:end], self.page_span(start, end))

    def named_at(self, start: int, end: int) -> Actor | None:
        """The last who is named between two offsets."""
        place = bisect_right(self._starts, end - 1) - 1
        if place >= 0 and self.actors[place].start >= start:
            return self.actors[place]
        return None

    def actors_in(self, start: int, end: int) -> list[Actor]:
        """Everybody named between two offsets, in order."""
        low = bisect_right(self._starts, start - 1)
        return [actor for actor in self.actors[low : bisect_right(self._starts, end - 1)] if actor.end <= end]


def scenes_of(book: Sourcebook, cast: Cast) -> dict[str, Scene]:
    """The scenes of all excerpts by id; of their texts see `plain_texts`."""
    texts, enclosed = plain_texts(book)
    scenes = {}
    for excerpt in book.excerpts:
        text = texts[excerpt.id]
        scene = make_scene(excerpt if text == excerpt.text else replace(excerpt, text=text), cast)
        scene.enclosed = excerpt.id in enclosed
        scenes[excerpt.id] = scene
    return scenes


def make_scene(excerpt: Excerpt, cast: Cast) -> Scene:
    """The scene of an excerpt."""
    scene = Scene(excerpt, cast)
    scene.actors = list(_local_actors(scene, cast))
    scene._starts = [actor.start for actor in scene.actors]
    claim = cast.claims.get(excerpt.claim) if excerpt.claim else None
    if claim is not None:
        scene.claim_actors = [
            Actor(place.start, place.end, m.person, m.text, _gender(cast, m.person))
            for m in cast.mentions.get(claim.id, ())
            if (place := claim.text_span(m.span)) is not None
        ]
        before = _of_claim_before(claim, cast)
        scene.claim_actors[:0] = [before] if before is not None else []
    _set_author(scene)
    return scene


def _of_claim_before(claim: Claim, cast: Cast) -> Actor | None:
    """Whom the "he" means that a claim begins with: who is named first in the nearest claim before and may be he."""
    opens = _OPENS_WITH_HIM.match(claim.text)
    if opens is None:
        return None
    gender = Gender.MALE if opens["who"].lower() in ("he", "his") else Gender.FEMALE
    place = cast.claim_places[claim.id]
    for earlier in cast.claim_order[max(0, place - _CLAIMS_BACK) : place][::-1]:
        named = sorted(cast.mentions.get(earlier.id, ()), key=lambda mention: mention.span.start)
        fitting = next((m for m in named if _gender(cast, m.person) in (None, gender)), None)
        if fitting is not None:
            return Actor(*opens.span("who"), fitting.person, fitting.text, _gender(cast, fitting.person))
    return None


_OPENS_WITH_HIM = re.compile(r"\W*(?:(?:\d+|[IVXLC]+)[.:)]?\s+)?(?P<who>he|his|she|her)\b", re.IGNORECASE)
_CLAIMS_BACK = 3


def _gender(cast: Cast, person: str) -> Gender | None:
    known = cast.people.get(person)
    return known.gender if known is not None else None


def _local_actors(scene: Scene, cast: Cast) -> Iterable[Actor]:
    for mention in cast.mentions.get(scene.excerpt.id, ()):
        place = scene.local(mention.span)
        if place is not None:
            name = place.cut(scene.text)
            yield Actor(place.start, place.end, mention.person, name, _gender(cast, mention.person))


def _set_author(scene: Scene) -> None:
    """Find whose narration the excerpt is: the cited work's first author, else its editor, its translator, its name."""
    cast = scene.cast
    citation = cast.citations.get(scene.excerpt.citation) if scene.excerpt.citation else None
    if citation is None:
        return
    csl = citation.resolved or citation.csl
    work = cast.works.get(citation.work) if citation.work else None
    items = (csl, work.csl) if work is not None else (csl,)
    names = next((item["author"] for item in items if item.get("author")), None)
    maker = _maker(citation, cast) if names is None or not citation.csl.get("author") else None
    names = [maker] if maker is not None else names
    other_hand = names is not None and maker is None and _is_of_another(citation)
    if other_hand:
        names = None
    given = None
    above = _heading_above(scene) if names is None and not other_hand else None
    if above is not None:
        names = [above[0]]
    scene.author_edits = names is None
    for role in () if other_hand else ("editor", "translator"):
        names = names or next((item[role] for item in items if item.get(role)), None)
    if names:
        family = names[0].get("family") or names[0].get("literal") or ""
        given = names[0].get("given")
    else:
        described = citation.csl.get("title") if other_hand else csl.get("container-title")
        family = described or csl.get("title") or (work.csl.get("title") if work else "") or ""
    scene.author_family = family
    scene.author_given = given or ""
    scene.author_is_person = names is not None and "family" in names[0]
    why = Reason("the cited author's own words", citation.text, citation.span)
    if maker is not None:
        why = Reason("the citation says whose words the paper is", citation.text, citation.span)
    if above is not None:
        why = Reason("the heading over the excerpt names its author", above[1].cut(cast.book.text), above[1])
    whose = slug(family) if other_hand or not citation.work else citation.work
    scene.author = Speaker(f"author:{whose}", family, 1.0, (why,))
    if names:
        scene.author_person = cast.author_person(family, given)


def _is_of_another(citation: Citation) -> bool:
    """Whether the words are not his whose book they are taken from: ``Ash in court, cited from Lowe, op. cit.``"""
    return not citation.csl.get("author") and _AT_SECOND_HAND.search(citation.text) is not None


_AT_SECOND_HAND = re.compile(r"[^\s,;],?\s(?:as\s)?(?:cited|quoted)\s(?:from|in|by|after)\s")


def _maker(citation: Citation, cast: Cast) -> dict[str, str] | None:
    """Whose words a paper is by its description: ``Evidence of Ann Hartley``, ``Ann Hartley to Piers Lowe``."""
    title = str(citation.csl.get("title") or "")
    dated = is_day(str(citation.csl.get("issued") or ""))
    place = maker_of(title, dated=dated)
    if place is None:  # "Hartley to Lowe": where the page knows him
        writes = _FAMILY_TO.match(title) if dated else None
        return {"family": writes[1]} if writes is not None and cast.author_person(writes[1], None) else None
    given, _, family = title[slice(*place)].rpartition(" ")
    return {"family": family, "given": given} if given else {"family": family}


_FAMILY_TO = re.compile(r"([^\W\d_a-z][\w’'-]+) to [^\W\d_a-z]")


def _heading_above(scene: Scene) -> tuple[dict[str, str], Span] | None:
    """The name that the last heading over the excerpt is, where one stands between it and its claim."""
    sections = scene.cast.sections
    place = bisect_right([span.start for span in sections], scene.excerpt.span.start) - 1
    claim = scene.cast.claims.get(scene.excerpt.claim) if scene.excerpt.claim else None
    if place < 0 or (claim is not None and sections[place].start < claim.span.start):
        return None
    words = sections[place].cut(scene.cast.book.text).strip(" *_#.:").removeprefix("By ").removeprefix("by ")
    words = re.split(r" (?:&|and|und|et|и) ", words)[0]  # the first of two
    name = _AUTHOR.fullmatch(words)
    if name is None or words.lower() in _NOBODY:
        return None
    if name.group("family"):
        return {"family": name.group("family"), "given": name.group("given")}, sections[place]
    given, _, family = words.rpartition(" ")
    return ({"family": family, "given": given} if len(words.split()) < _LONG_NAME else {"literal": words}), sections[
        place
    ]


_NOBODY = frozenset("unsigned anonymous anon unknown various others".split())
_LONG_NAME = 4  # words: what is longer is a body's name
_AUTHOR = re.compile(r"(?P<family>[^\W\d_][\w'’-]+), (?P<given>[^\d,;:!?]{1,40})|(?:[^\W\d_][\w'’.-]* ?){1,6}")
