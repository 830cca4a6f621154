"""Who signs: a name on a line of its own or at the end of the last sentence, with or without "(Signed)", or initials.

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from testimonia.words.titles import is_title

from .document_lines import Line, LineKind, sheet_words
from .scene import Actor, Scene, slug

__all__ = [
    "PLACE_AND_DAY",
    "Signer",
    "by_initials",
    "closing_date",
    "closing_initials",
    "name_line",
    "run_in_signature",
    "signer_in",
    "signer_of_quotation",
    "writer_in",
]

_LONGEST_NAME = 50
_SEVERAL = 2  # initials that may tell somebody of the whole page; one letter does not
_MOST_BEFORE = 3  # words before a family name in a signature
_LONGEST_LINE = 90  # characters of a line that only signs
_CAPITAL = r"[A-ZÀ-ÞА-ЯЁІЇЄ][\w.’'-]*"
_PRINTED = re.compile(rf"{_CAPITAL}(?:\s(?:(?:de|van|von|der|la|of|al|bin|ben|ibn)\s)?{_CAPITAL}){{0,4}}")
_NAME = r"[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+"  # and no initial
_INITIALS = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄ]{1,2}\.?[ -]?){1,4}(?=[\s,.)\]]*$)")
_ROLE = re.compile(r"[\s,.]*(?:,\s[^.;:!?]{1,70}|\([^()]{1,50}\))?[\s.,]*")
_PLACE_AND_DAY = re.compile(  # "GEORGE ASH. Hull, June 9."
    r"[\s,.]+(?:[A-Z][\w’'-]+,?\s){0,3}(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?|"
    r"\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?[\s.]*"
)
PLACE_AND_DAY = (
    r"[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+(?:\s[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+)?,\s(?:the\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?)"
)
# behind the name, at the end of a paragraph: "… Yours, Ash. Hull, 4 May 1911."
_CLOSING_DATELINE = re.compile(rf"(?<=\.)\s{PLACE_AND_DAY}(?:,?\s\d{{4}})?[.\s]*$")
_SIGNS = re.compile(r"(?:[.!…]['\"”’»]?|\b(?:read|signed|by|me|yours?|thine?|love)[,:]?)\s+$", re.I)
_ABBREVIATION = re.compile(r"(?:^|[\s(])([^\W\d_]{1,5})\.\s+$")
_DEGREE = re.compile(r"(?:, (?:[A-Z][A-Za-z]{0,4}\.\s?(?:[a-z]{2,5}\.\s?)?){1,3})+$")  # "K. Ash, Dr. med.", "M.D."
_TRAILING_NOTE = re.compile(r"\s*\[[^\[\]]*\]\s*$")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs and where: an id as in `Voice`, the name as printed; ``actor`` where he is somebody of the page."""

    person: str
    name: str
    start: int
    end: int
    actor: Actor | None = None


def signer_in(scene: Scene, line: Line, near: Sequence[str] = ()) -> Signer | None:
    """Who signs a line that is a signature; ``near`` are people whom initials may mean, the likeliest first."""
    at, text = line.start, scene.text
    mark = sheet_words().lines["signed"].match(text, at, line.end)
    at = mark.end() if mark is not None else at
    while at < line.end and text[at] in " \t:—–-":
        at += 1
    actors = scene.actors_in(at, line.end)
    if actors and _leads(text, at, actors[0].start):
        return Signer(actors[0].person, actors[0].name, actors[0].start, actors[0].end, actors[0])
    initials = _INITIALS.match(text, at, line.end)
    if initials is not None:
        signer = by_initials(scene, initials.start(), initials.end(), near)
        if signer.person in scene.cast.people or sum(c.isalpha() for c in signer.name) < _SEVERAL:
            return signer
        return _by_letters(scene, initials.start(), initials.end()) or signer
    printed = _PRINTED.match(text, at, line.end)
    if printed is None or printed.end() - at > _LONGEST_NAME:
        return None
    return _as_printed(scene, printed.group().rstrip(". "), printed.start(), printed.end())


def _as_printed(scene: Scene, name: str, start: int, end: int) -> Signer:
    words = [word for word in name.split() if not is_title(word)] or name.split()
    person = scene.cast.author_person(words[-1], words[0] if len(words) > 1 else None)
    return Signer(person or f"anon:{slug(name)}", name, start, end)


def by_initials(scene: Scene, start: int, end: int, near: Sequence[str]) -> Signer:
    """The one of those near whose name has these initials, else of those named in the excerpt or its heading."""
    printed = scene.text[start:end].strip(" -")
    letters = [letter.lower() for letter in printed if letter.isalpha()]
    named = [actor.person for actor in (*scene.actors, *scene.claim_actors)]
    author = [scene.author_person] if scene.author_person is not None else []
    for people in (near, named, author):
        agree = {person for person in people if _has_initials(scene, person, letters)}
        if len(agree) == 1:
            person = next(iter(agree))
            return Signer(person, scene.cast.people[person].name if people is author else printed, start, end)
    return Signer(f"anon:{slug(printed)}", printed, start, end)


def signer_of_quotation(scene: Scene, start: int, end: int) -> Signer | None:
    """Whose name or initials close a quotation that is a whole letter or note: ``"Come. The ice is going. P. A."``.

    A name alone only where a salutation opens it or the words before tell of a letter; initials of somebody of the
    excerpt or its heading, the author, or the only one of the page or its cited authors.
    """
    named = _who_says_i(scene, start, end) or _name_that_closes(scene, start, end)
    if named is not None:
        return named
    found = _CLOSES_SIGNED.search(scene.text, start, end)
    if found is None or found.end() < end:
        return None
    return _by_letters(scene, *found.span("letters"))


def closing_initials(scene: Scene, start: int, end: int) -> Signer | None:
    """Whose initials end a letter that runs on to them: "… Burn this. A. G.": of somebody of the page, or of nobody."""
    found = _ENDS_SIGNED.search(scene.text, start, end)
    return _by_letters(scene, *found.span("letters")) if found is not None and found.end() == end else None


def _by_letters(scene: Scene, start: int, end: int) -> Signer | None:
    """Whose initials stand there: of the excerpt or its heading, the author, or the only one of the page."""
    letters = [letter.lower() for letter in scene.text[start:end] if letter.isalpha()]
    signer = by_initials(scene, start, end, ())
    if signer.person in scene.cast.people:
        return Signer(signer.person, scene.cast.people[signer.person].name, signer.start, signer.end)
    agree = {person for person in scene.cast.people if _has_initials(scene, person, letters)}
    agree |= scene.cast.authors_with_initials(letters)
    if len(agree) != 1:
        return None
    person = next(iter(agree))
    return Signer(person, scene.cast.people[person].name, signer.start, signer.end)


def _who_says_i(scene: Scene, start: int, end: int) -> Signer | None:
    """Who names himself where the quotation begins: ``"I, the undersigned Ann Ash, declare …"``."""
    opens = _I_MYSELF.match(scene.text, start, end)
    actor = next(iter(scene.actors_in(opens.end(), opens.end() + _LONGEST_NAME)), None) if opens is not None else None
    if opens is None or actor is None or not _leads(scene.text, opens.end(), actor.start):
        return None
    if scene.text[actor.end : actor.end + 1] not in (",", " "):
        return None  # "I, Ash's brother"
    return Signer(actor.person, actor.name, actor.start, actor.end, actor)


_I_MYSELF = re.compile(r"[\"“„«‘'‚]\s?I,? (?:(?:the )?undersigned,? )|[\"“„«‘'‚]\s?I, (?=[A-ZÀ-ÞА-ЯЁІЇЄ])")


def _name_that_closes(scene: Scene, start: int, end: int) -> Signer | None:
    text = scene.text
    closing = _CLOSES.search(text, max(start, end - 2 * _LONGEST_NAME), end)
    if closing is None or not _TELLING_NOTE.search(text, max(0, start - _NEAR_NOTE), start + 1):
        opened = _OPENS_TO.match(text, start, end)
        farewell = closing is not None and closing["farewell"] is not None
        if closing is None or (not farewell and (opened is None or opened.end() >= closing.start())):
            return None
    at, stop = closing.span("name")
    actor = scene.named_at(at, stop)
    if actor is not None:
        signs = actor.end >= stop - 1 and _leads(text, at, actor.start)
        return Signer(actor.person, actor.name, actor.start, actor.end, actor) if signs else None
    if stop - at > len("A."):
        return _as_printed(scene, closing["name"].rstrip("."), at, stop) if " " in closing["name"] else None
    letter = closing["name"][0]
    near = {a.person: a for a in scene.actors_in(max(0, start - 2 * _NEAR_NOTE), start)}
    agree = [a for a in near.values() if _begins_with(scene, a.person, letter)]
    return Signer(agree[0].person, agree[0].name, at, stop, agree[0]) if len(agree) == 1 else None


def _begins_with(scene: Scene, person: str, letter: str) -> bool:
    """Whether the given or family name of somebody begins with a letter."""
    known = scene.cast.people[person]
    words = [name.split() for name in (known.name, *known.variants) if name.split()]
    return any(letter in (own[0][0], own[-1][0]) for own in words)


_NEAR_NOTE = 200  # code points before a quotation in which it is said to be a letter
_TELLING_NOTE = re.compile(
    r"\b(?:letters?|notes?|telegrams?|cables?|wires?|despatch|dispatch|message|postcard|card|wrote|cabled|wired|telegraphed)"
    r"\b[^.!?]*[:,]\s*[\"“„«‘'‚]$",
    re.I,
)
# "Hull, 4 May 1911." or "Hull, Sunday, at nine o'clock."
_PLACE_AND_TIME = (
    rf"(?:{_CAPITAL}(?:,? (?:{_CAPITAL}|\d[\w:]*|of|in the|the|at [a-z]+|o[’']clock|noon|night|evening|morning)){{1,8}}"
    r"[.,:]?\s)?"
)
_OPENS_TO = re.compile(
    rf"[\"“„«‘'‚]\s?{_PLACE_AND_TIME}"
    r"(?:(?:(?:[Mm]y|[Vv]ery|[Mm]ost|[Hh]ighly) )?"
    r"(?:[Dd]ear(?:est)?|[Gg]ood|[Pp]oor|[Hh]onou?red|[Ee]steemed|[Rr]espected) [^.:;!?\n]{2,40}[,:.!]|"
    r"Sirs?[,:.]|Madam[,:.]|"
    rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
    rf"(?:,(?: {_CAPITAL}){{1,2}}[.:]|[,:]))\s(?=[A-ZÀ-ÞА-ЯЁІЇЄ])"
)
_YOURS = (
    r"(?<=[.!?…,;] )(?:[Yy]ours(?:,? [a-z]+){0,4}|Your(?:,? (?:most|very|ever|own|old|poor|dear|true|humble|obliged|"
    r"obedient|affectionate|loving|devoted|faithful|grateful|sincere|respectful|servant|friend|son|daughter|mother|"
    r"father|brother|sister|husband|wife|and)){1,5}|"
    r"(?:Most )?Respectfully|Sincerely|Faithfully|Cordially|Affectionately|"
    r"(?:With|In) (?:[a-z]+ ){0,2}(?:respect|regards?|esteem|greetings|wishes|affection|gratitude|friendship|haste)),?"
)
_CLOSES = re.compile(
    rf"(?:[.!?…\]]|(?P<farewell>{_YOURS}))\s"
    rf"(?P<name>(?:(?:[A-ZÀ-ÞА-ЯЁІЇЄ]\.\s?){{0,3}}{_NAME}(?:\s{_NAME}){{0,2}}|[A-ZÀ-ÞА-ЯЁІЇЄ])\.?)\s?[\"”’»“'‘]$"
)
_ENDS_SIGNED = re.compile(r"[.!?…]\s+(?P<letters>(?:[A-ZÀ-ÞА-ЯЁІЇЄ]\.\s?){2,3})$")
_CLOSES_SIGNED = re.compile(r"[.!?…]\s+(?P<letters>(?:[A-ZÀ-ÞА-ЯЁІЇЄ]\.\s?){2,3})\s*[\"”’»“]?$")


def _has_initials(scene: Scene, person: str, letters: Sequence[str]) -> bool:
    known = scene.cast.people.get(person)
    names: Iterable[str] = (known.name, *known.variants) if known is not None else ()
    for name in names:
        own = [word[0].lower() for word in re.findall(r"[^\W\d_][\w’'-]*", name)]
        if own == list(letters) or (len(letters) == 1 and own[:1] == list(letters)):
            return True
    return False


def _leads(text: str, start: int, end: int) -> bool:
    """Whether nothing but titles, initials and given names stands before a name."""
    words = text[start:end].split()
    return len(words) <= _MOST_BEFORE and all(
        is_title(word) or word[0].isupper() or len(word.rstrip(".")) < 3 for word in words
    )


def name_line(scene: Scene, line: Line, *, below_farewell: bool = False) -> bool:
    """Whether a line holds nothing but names, with what they are behind them, or initials.

    ``below_farewell`` says that a name can be of somebody who is not known on the page.
    """
    text = scene.text
    if line.end - line.start > _LONGEST_LINE or line.kind not in (LineKind.PLATE, LineKind.PLAIN, LineKind.DATELINE):
        return False
    actors = scene.actors_in(line.start, line.end)
    if not actors:
        printed = _PRINTED.match(text, line.start, line.end) if below_farewell else None
        if printed is not None and _ROLE.fullmatch(text, printed.end(), line.end):
            return True
        return _INITIALS.fullmatch(text, line.start, line.end) is not None
    if not _leads(text, line.start, actors[0].start):
        return False
    between = [text[one.end : other.start].strip(" ,.&") for one, other in pairwise(actors)]
    listed = all(words in ("", "and", "et", "und") for words in between)
    return _ROLE.fullmatch(text, actors[-1 if listed else 0].end, line.end) is not None


def ends_with_name(scene: Scene, actor: Actor, end: int) -> bool:
    """Whether behind a name nothing stands before ``end`` but what he is: "K. Ash, pilot."."""
    return any(behind.fullmatch(scene.text, actor.end, end) is not None for behind in (_ROLE, _PLACE_AND_DAY))


def closing_date(scene: Scene, line: Line) -> tuple[int, int] | None:
    """The place and day that end a line, behind a sentence or a name: ``… Yours, Ash. Hull, 4 May 1911.``"""
    dated = _CLOSING_DATELINE.search(scene.text, max(line.start, line.end - _LONGEST_NAME), line.end)
    return dated.span() if dated is not None else None


def run_in_signature(scene: Scene, line: Line) -> Signer | None:
    """``… as I have said. A. ASH``: a name that is a sentence of its own at the end of a paragraph."""
    text = scene.text
    note = _TRAILING_NOTE.search(text[line.start : line.end])
    end = line.start + note.start() if note else line.end
    dated = closing_date(scene, line)
    end = dated[0] if dated is not None and note is None else end
    degree = _DEGREE.search(text, max(line.start, end - _LONGEST_NAME), end)
    if degree is not None and scene.named_at(degree.start(), end) is None:  # and not "Yours, Ash."
        end = degree.start()
    actor = scene.named_at(max(line.start, end - _LONGEST_NAME), end)
    if actor is None or text[actor.end : end].strip(' .)"”’»'):
        return None
    low = max(line.start, actor.start - 30)
    before = text[low : actor.start]
    while (title := re.search(r"(\S+)\s+$", before)) and is_title(title.group(1)):
        before = before[: title.start()]
        short = _ABBREVIATION.search(text[low : actor.start])
        if short is not None and is_title(short.group(1)):
            return None  # "with Mr. Ash"
    if not _SIGNS.search(before) or actor.start == line.start:
        return None
    return Signer(actor.person, actor.name, actor.start, actor.end, actor)


def writer_in(scene: Scene, start: int, end: int) -> Signer | None:
    """Who is named in a field or phrase that says from whom a document is; ``None`` where no name stands there."""
    actors = scene.actors_in(start, end)
    if actors:
        return Signer(actors[0].person, actors[0].name, actors[0].start, actors[0].end, actors[0])
    printed = _PRINTED.match(scene.text, start, end)
    if printed is None or printed.end() - start > _LONGEST_NAME:
        return None
    return _as_printed(scene, printed.group().rstrip(". "), printed.start(), printed.end())
