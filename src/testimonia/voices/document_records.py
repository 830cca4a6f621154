"""Records of what others said or did: minutes, a witness whom the record introduces as sworn, telegrams, logs.

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import DocumentType
from testimonia.words.verbs import may_be_past

from .document_lines import is_first_person, sheet_words, skip_marks
from .document_parties import Draft, body_in, date_in
from .document_signers import writer_in
from .document_words import DocumentNoun, DocumentWords
from .naming import NamingPlace
from .scene import Actor, Scene, slug

__all__ = ["find_records"]

_OPENING = 300  # code points of the first words, in which a record says what it is
_EARLY = 900  # code points at the beginning in which a record introduces its witness
_TITLED = re.compile(r"(?:[A-Z]\w*\.?\s+){0,3}")
_FEED = re.compile(r"\n")
_LABEL = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ][^\n.:;!?]{1,50}(?::|\.? ?[-–—])|[QA]\.)\s")
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"\bSTOP\b|(?<!\w)\+{2,}(?!\w)")
_CLOCK = re.compile(r"\s*(?:at\s+)?\d{1,2}(?:[.:h]\d{1,2}|\s?[ap]\.?m\.?|\s?hrs\b|\d\d\b)", re.I)
_LAST_WORDS = 120  # code points in which a ruling says where and when it was given
_GIVEN = re.compile(
    r"(?:^|[.;]\s|\n)\s*(?:(?:Given|Done|Dated|Pronounced|Read|Adopted|Passed|Issued)\s(?:at|in|this|on|by)\b"
    r"|By order\b)"
    r"[^.;\n]{2,90}\d{4}\.?\s*$"
)
_RULES = re.compile(
    r"\s*(?:The|This)\s(?P<body>(?:[A-Z][\w’'-]*\s)(?:(?:of|for|on|and|the|in)\s|[A-Z][\w’'-]*\s){0,8}?)"
    r"(?:hereby\s|unanimously\s)?(?:finds?|rules?|orders?|decrees?|resolves?|decides?|declares?|directs?|adjudges?|enacts?)\b"
)
_LEAST_ENTRIES = 3  # lines with the time of day that make a log
_LOG_OF = re.compile(
    r"\b(?:the|her|his|its|our)\s+([a-z]+)['’]s\s+(?:official\s+|rough\s+|deck\s+)?(?:log|watch|day)", re.I
)


def find_records(scene: Scene, words: DocumentWords, beginnings: Sequence[int]) -> Iterator[Draft]:
    """The records in an excerpt; ``beginnings`` are offsets where minutes may begin."""
    yield from _minutes(scene, words, beginnings)
    yield from _sworn(scene)
    text = scene.text
    if ("STOP" in text or "++" in text) and _STOP.search(text):
        yield from _telegrams(scene)
    yield from _logs(scene)
    yield from _entries(scene)
    yield from _rulings(scene)


def _minutes(scene: Scene, words: DocumentWords, beginnings: Sequence[int]) -> Iterator[Draft]:
    """The minutes of a body, whose they are."""
    text, patterns = scene.text, sheet_words().lines
    for at in sorted({skip_marks(text, at) for at in beginnings}):
        met = patterns["minutes"].match(text, at)
        if met is None:
            continue
        stop = re.compile(r"[.\n]\s|\n|$").search(text, met.end())
        end = stop.start() if stop else len(text)
        draft = Draft(at, end, DocumentType.OTHER, NamingPlace.FORM, at, len(text), date_in(text, at, end + 1))
        first = next(words.nouns_in(text, at, end), DocumentNoun(DocumentType.OTHER, at, at + 7, False))
        body = body_in(text, at, end, first)
        if body is not None:
            draft.author, draft.author_name = f"org:{slug(text[slice(*body)])}", text[slice(*body)]
            draft.reasons.append(scene.reason("the body that met", *body))
        draft.reasons.insert(0, scene.reason("so the minutes of a meeting begin", at, met.end()))
        draft.head_end = end
        yield draft


def _sworn(scene: Scene) -> Iterator[Draft]:
    """``Ash, baker, sworn, said: I am …``, to where another begins to speak."""
    text, patterns = scene.text, sheet_words().lines
    for line in _LINE.finditer(text, 0, _EARLY):
        met = patterns["sworn"].match(text, line.start())
        if met is None or not is_first_person(text, met.end(), min(len(text), met.end() + _OPENING)):
            continue
        witness = writer_in(scene, met.start(), met.end())
        if witness is None or not _TITLED.fullmatch(text, met.start(), witness.start):
            continue
        draft = Draft(met.start(), met.end(), DocumentType.DEPOSITION, NamingPlace.FORM, met.end(), len(text))
        label = next(
            (m for m in re.finditer(r"\n", text[met.end() :]) if _LABEL.match(text, met.end() + m.end())), None
        )
        if label is not None:
            draft.cover_end = met.end() + label.start()
        draft.date = date_in(text, 0, met.end())
        draft.author, draft.author_name = witness.person, witness.name
        draft.reasons.append(scene.reason("a witness who is sworn speaks", met.start(), met.end()))
        draft.closed = True
        draft.head_end = met.end()
        yield draft
        return


def _entries(scene: Scene) -> Iterator[Draft]:
    """Entries under their days from the papers of somebody: "4 May. Rain.", "6 May. Told Ash of it.": his diary.

    He tells of himself in them, be it without a pronoun; among his papers are minutes, letters and cuttings, too.
    """
    text = scene.text
    if scene.author_is_person:
        return
    papers = _HIS_PAPERS.match(scene.author_family)
    family = papers["of"] or papers["family"] if papers is not None else ""
    person = scene.cast.author_person(family, None) or scene.cast.bare_bearer(family)
    lines = list(_LINE.finditer(text))
    days = [day for line in lines if (day := _DAY.match(line.group())) is not None]
    if papers is None or person is None or len(days) < _LEAST_DAYS or len(days) < len(lines):
        return
    citation = scene.cast.citations.get(scene.excerpt.citation) if scene.excerpt.citation else None
    printed = scene.author_family if citation is None else citation.text
    behind = printed.partition(papers.group())[2] if papers["family"] else printed
    if _NO_DIARY.search(behind) or (papers["family"] and _OF_WHOM.search(behind)) or not _tells_of_himself(text):
        return
    if any(actor.person == person for actor in scene.actors_in(0, len(text))):
        return  # "4 May. Ash rode out." is another's
    draft = Draft(0, lines[0].end(), DocumentType.DIARY, NamingPlace.FORM, 0, len(text.rstrip()))
    draft.date = date_in(text, lines[0].start(), lines[0].start() + days[0].end())
    draft.closed, draft.author, draft.author_name = True, person, scene.cast.people[person].name
    draft.reasons.append(scene.reason("entries by the day, among the papers of", lines[0].start(), lines[0].end()))
    yield draft


_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = re.compile(
    r"\s*(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
    rf"(?:{_OF_MONTH}(?: of)? [A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\.? {_OF_MONTH})(?:,? \d{{4}})?"
    r"(?:[.:]|,? ?[—–-]) ?(?=\S)"
)
_HIS_PAPERS = re.compile(
    r"(?:The )?(?:[^\W\d_a-z][\w.’'-]* ){0,2}?(?P<family>[^\W\d_a-z][\w’'-]+) "
    r"(?:Papers|MSS|Diar(?:y|ies)|Journals?)\b"
    r"|(?:Papers|Diar(?:y|ies)|Journals?) of (?:[^\W\d_a-z][\w.’'-]* ){0,3}(?P<of>[^\W\d_a-z][\w’'-]+)$"
)
_LEAST_DAYS = 2
_NO_DIARY = re.compile(
    r"\b(?:log(?:-?book)?s?|minutes?|letters?|correspondence|cuttings?|clippings?|registers?|ledgers?|accounts?|chronology|"
    r"calendars?|reports?|transcripts?|newspapers?)\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"^ (?:of|for|on)\b|\b(?:[Dd]iar(?:y|ies)|[Jj]ournals?) (?:of|by|kept)\b")  # "diary of his wife"
# of himself: a pronoun, or a sentence that begins with what was done
_HIMSELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Uu]s|[Oo]ur|ich|mich|mir|wir|je|nous|moi)\b")
_DONE = re.compile(r"(?:^|[.;:—–-] ?)(?!Resolved)(?P<verb>[A-Z][a-z]+) (?!by\b|that\b)", re.MULTILINE)


def _tells_of_himself(text: str) -> bool:
    return _HIMSELF.search(text) is not None or any(
        may_be_past(found["verb"].lower()) for found in _DONE.finditer(text)
    )


def _rulings(scene: Scene) -> Iterator[Draft]:
    """``The Court finds: … Given at Hull, 4 May 1911.``: a body rules, and the last words say where and when."""
    text = scene.text
    given = _GIVEN.search(text, max(0, len(text) - _LAST_WORDS))
    ruled = _RULES.match(text) if given is not None else None
    if given is None or ruled is None:
        return
    body = body_in(text, 0, ruled.end("body"), DocumentNoun(DocumentType.DECREE, ruled.end("body"), ruled.end(), False))
    at, stop = body if body is not None else (ruled.start("body"), ruled.end("body") - 1)
    end = len(text.rstrip())
    draft = Draft(0, ruled.end(), DocumentType.DECREE, NamingPlace.FORM, 0, end, date_in(text, given.start(), end))
    draft.author, draft.author_name = f"org:{slug(text[at:stop])}", text[at:stop]
    draft.closed, draft.head_end = True, 0
    draft.reasons.append(scene.reason("so a body rules", 0, ruled.end()))
    draft.reasons.append(scene.reason("the last words say where and when", given.start(), end))
    yield draft


def _telegrams(scene: Scene) -> Iterator[Draft]:
    """Lines in capitals parted by STOP, with the line to whom above and the one that signs below."""
    text = scene.text
    lines = list(_LINE.finditer(text))
    place = 0
    while place < len(lines):
        first = last = place
        while last < len(lines) and lines[last].group().isupper():
            last += 1
        place = max(last, place + 1)
        start, end = lines[first].start(), lines[max(last - 1, first)].end()
        if last == first or not _STOP.search(text, start, end):
            continue
        draft = Draft(start, lines[first].end(), DocumentType.OTHER, NamingPlace.FORM, start, end)
        draft.closed, draft.head_end = True, start
        signs = lines[last - 1]
        if last - first > 1 and not _STOP.search(signs.group()):
            signer = writer_in(scene, signs.start(), signs.end())
            if signer is not None:
                draft.author, draft.author_name = signer.person, signer.name
                draft.reasons.append(scene.reason("named as its author", signer.start, signer.end))
        elif (actor := _sends(scene, start) or _ends_it(scene, start, end)) is not None:
            draft.author, draft.author_name = actor.person, actor.name
            draft.reasons.append(scene.reason("named as its author", actor.start, actor.end))
        draft.reasons.insert(0, scene.reason("so telegrams are written", start, end))
        yield draft


def _sends(scene: Scene, start: int) -> Actor | None:
    """Who a telegram's first words say it is from: "ASH TO HARBOUR BOARD. 17 JULY.", "FROM ASH TO …"."""
    begin = start + (5 if scene.text.startswith("FROM ", start) else 0)
    actor = next(iter(scene.actors_in(begin, begin + _LONGEST_NAME)), None)
    return actor if actor is not None and actor.start == begin and _SENT_TO.match(scene.text, actor.end) else None


# to whom and no more; "ASH TO COME AT ONCE STOP" is sent by another
_SENT_TO = re.compile(
    r" TO (?!(?:BE|COME|GO|SEND|BRING|TAKE|HAVE|LEAVE|STAY|WAIT|MEET|SEE|REPORT|RETURN|PAY|SAIL|REMAIN|GIVE)\b)"
    r"(?:(?!STOP\b)[A-Z][\w.'’-]* ?){1,5}(?:[.:,;\n—–-]|\+\+|$)"
)
_LONGEST_NAME = 50


def _ends_it(scene: Scene, start: int, end: int) -> Actor | None:
    """Whose name is a sentence of its own at the end of a telegram: "COME AT ONCE STOP ASH", "… OF THE HOUSE. ASH."."""
    actor = scene.named_at(start, end)
    if actor is None or scene.text[actor.end : end].strip(" ."):
        return None
    before = scene.text[start : actor.start].rstrip(" \t")
    return actor if before.endswith((".", "STOP", "++")) else None


def _logs(scene: Scene) -> Iterator[Draft]:
    """Lines that begin with the time of day, and the date above them."""
    text = scene.text
    lines = list(_LINE.finditer(text))
    place = 0
    while place < len(lines):
        last = place
        while last < len(lines) and _CLOCK.match(lines[last].group()):
            last += 1
        if last - place < _LEAST_ENTRIES:
            place = max(last, place + 1)
            continue
        first = place
        above = lines[place - 1] if place else None
        dated = date_in(text, *above.span()) if above is not None and len(above.group()) < 60 else None
        if dated is not None:
            first -= 1
        draft = Draft(lines[first].start(), lines[first].end(), DocumentType.OTHER, NamingPlace.FORM, 0, 0, dated)
        draft.cover_start, draft.cover_end = lines[first].start(), lines[last - 1].end()
        draft.closed, draft.head_end = True, draft.cover_start
        kept = list(_LOG_OF.finditer(text, 0, draft.cover_start))
        if kept:
            draft.author, draft.author_name = f"org:{slug(kept[-1].group(1))}", kept[-1].group(1)
            draft.reasons.append(scene.reason("what the log is of", *kept[-1].span()))
        draft.reasons.insert(0, scene.reason("entries by the time of day", draft.cover_start, draft.cover_end))
        yield draft
        place = last
