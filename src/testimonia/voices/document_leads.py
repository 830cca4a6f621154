"""Documents named in running words that bring in what is quoted: "Ash wrote to Birch on 4 May:", "in his diary, …".

Looked for before each colon that ends a line and each opening quotation mark: the nearest noun of its sentence, if the
sentence quotes from it ("in a letter", "the report says", "a statement in which he said"), a newspaper by its name, or
a verb of writing with its addressee. All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from testimonia.model import DocumentType, Span
from testimonia.words.dates import Precision, find_dates
from testimonia.words.quotes import read_quotations
from testimonia.words.sentences import sentences

from .document_forms import form_at
from .document_parties import Draft, read_parties
from .document_subjects import ANTECEDENT, PHRASE_WORD, by_subject, date_near
from .document_words import DocumentNoun, DocumentWords
from .naming import NamingPlace
from .scene import Scene, slug

__all__ = ["find_datings", "find_leads"]

_OPENING = re.compile(r":[ \t]*[-–—.…]*[ \t]*(?=\n)|(?<![^\s(\[:—–-])(?:[\"“„‘']|«[ \u00a0\u202f]?)(?=[\w.\[…\"'‘])")
_BRACKET_BEFORE = re.compile(r"\[[^\[\]\n]{3,200}\]:?\s+")
_SUBJECT_WITHIN = 60  # code points at the beginning of a sentence in which its subject is looked for
_NOBODY_SPEAKS = re.compile(r"[\"“][^\"”\n]{20,600}?(?<![,])[\"”](?:\s*(?:[:;]|--|[–—])|\s+(?=[A-Z\[(\"“])|\s*$)")
_UNFINISHED = frozenset(",;–—-")
_MARKS = frozenset("\"“„«'‘")
_NOUNS_TRIED = 6  # of a sentence, so that one that only lists documents is read in time
_PHRASE = 130  # code points before a noun that can be of its own phrase
_OPENINGS_READ = 24  # of a sentence: one with more marks is none
_LONGEST_LEAD = 400  # code points of a sentence before what it brings in
_QUOTES_FROM = re.compile(
    r"\b(?:in|from|through|quotes?|quoted|quoting|cites?|cited|citing|reproduces?|prints?|printed|according to|"
    r"(?:draft|copy|text|version|passage|extract|excerpt|paraphrase|translation|summary)s?\sof)\s+"
    rf"{PHRASE_WORD}{{0,6}}[\"“'‘]?$",
    re.I,
)
_EXAMINED = re.compile(rf"\b(?:at|during|under)\s+{PHRASE_WORD}{{0,5}}$", re.I)
_SUBJECT = re.compile(
    r"^\W*(?:(?:and|but|then|thus|so|also|later|again|here|even)\s+)?(?:the|an?|his|her|their|its|this|that|one|another)?"
    rf"\s*{PHRASE_WORD}{{0,4}}$",
    re.I,
)
_MADE = re.compile(
    r"\b(?:sent|wrote|issued|made|gave|drafted|published|dictated|addressed|delivered|released|composed|holds?|held|keeps|kept|preserves|has|is|was|are|were)\s+"
    rf"{PHRASE_WORD}{{0,5}}$",
    re.I,
)
_IS = re.compile(rf"\b(?:is|was|are|were)\s+{PHRASE_WORD}{{0,3}}$", re.I)
_ISSUED = re.compile(
    rf"\b(?:issued|published|signed|wrote|sent|dictated|released|printed)\s+{PHRASE_WORD}{{0,4}}$", re.I
)
_TELLS = re.compile(
    r"\b(?:in which|which|he|she|they|reads?|says?|said|stated?s?|declare[sd]?|ran|runs|begins?|began|contains?|"
    r"contained|conclude[sd]?|dated|as follows|following|in part|shows?|describe[sd]?|records?|recorded)\b"
    r"|[-–—:,]\s*$|^\s*$",
    re.I,
)
_READ_AS_FOLLOWS = re.compile(
    r"\b(?:which|that|it)\s+(?:reads?|ran|runs|says?|said|stated|began|begins)\b[^,;:]{0,24}[,:]?[\s–—-]*$", re.I
)
_NOT_ABOUT = re.compile(
    r"\b(?:about|after|before|of|on|against|without|to|with|for|concerning|regarding|discuss\w*|read|reading|saw|signed?|"
    rf"received?|demand\w*|refus\w*)\s+{PHRASE_WORD}{{0,3}}$",
    re.I,
)
_WROTE = re.compile(r"\b(?:wr(?:ote|ites|iting)|cabled|wired|telegraphed|radioed)\b", re.I)
_TO = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:to\s+)(?:[^\s,;:]+\s+){0,3}")
_TO_SOMEBODY = re.compile(
    r"\s+(?:back\s+|again\s+)?to\s+"
    r"(?:each other|one another|him|her|them|me|us|(?:his|her|my|their|our|an?|the)\s+[a-z]+)\b"
    r"|\s+(?:back\s+)?(?:his|her|my|their)\s+(?:wife|husband|son|daughter|mother|father|parents|brother|sister|family|"
    r"friends?|uncle|aunt|cousin|lawyer|publisher|superiors?|chief|employers?|government)\b",
    re.I,
)
_ON_PAPER = re.compile(
    r"^\W*(?:On|In the margins? of|Across|Beside|Under|At the (?:foot|head|bottom|top) of)\b(?![^,]*\d)", re.I
)
_IT_READS = re.compile(
    r"\b(?:it|this|which)\s+(?:has|had|reads?|says?|said|runs?|ran|begins?|began|states?|stated|concludes?|concluded|contains?|contained|"
    r"goes|went)\b[^,;:]{0,30}[,:]?[\s-]*$|^\W*(?:It|This)\s+(?:was|is)\s[^:]{2,80}$",
    re.I,
)
_ANAPHORIC = re.compile(r"\b(?:this|that|the same|the said)\s+(?:\w+\s+){0,2}$", re.I)
_ARTICLE = re.compile(r"(?:leading )?article|editorial|leader|communiqu|press release", re.I)
_NAME_AFTER = re.compile(
    r",?\s+(?:the\s+)?[\"“'‘«](?P<name>[A-ZÀ-ÞА-ЯЁ][^\"”'’»\n]{1,40})[\"”'’»]|(?:\s+|,\s+the\s+)(?P<bare>[A-ZÀ-ÞА-ЯЁ][\w-]+)(?=\s)"
)
_NAME_BEFORE = re.compile(
    r"(?:The|the)\s+[\"“'‘«]?(?P<name>[A-ZÀ-ÞА-ЯЁ][\w-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w-]+){0,2})[\"”'’»]?\s+$"
)
# a title in italics or marks that has a day is a paper's: "in the *Hull Star* of Saturday"
_PAPER_OF_A_DAY = re.compile(
    r"\b(?:in|from)\s+(?:the\s+|an?\s+(?:issue|number)\s+of\s+(?:the\s+)?)?[*_\"“«](?P<name>[A-ZÀ-ÞА-ЯЁ][^*_\"“”«»\n]{2,50})[*_\"”»],?"
    r"\s+(?:of|for|dated|du|vom)\s+(?:the\s+|last\s+)?(?:\d{1,2}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b)"
)
_THE_PAPER = re.compile(r"\b(?:the|paper|newspaper|daily|weekly)[\s,\"“'‘«]*$", re.I)
_PAPER_SPEAKS = re.compile(
    r"(?:^|[,;]\s|\b(?:that|even|and|but|as|in|while|when|then|newspaper,|paper,)\s)[\"“'‘«]?(?:the\s+)?[\"“'‘«]?$",
    re.I,
)
_SAID_AFTER = re.compile(
    r"(?P<what>\b(?:This|That|It|These words|The [a-z]+)\s+(?:was|were)\s+(?P<how>written|spoken|dated|said|published))"
    r"\s+(?:on\s+|in\s+)?"
)
_QUOTE_ENDS = re.compile(r"[\"”“'’»]\s*$")


def find_leads(scene: Scene, words: DocumentWords, earlier: Scene | None = None) -> Iterator[Draft]:
    """The introductions of an excerpt in order, each covering what follows it.

    ``earlier`` is the excerpt before, where it is from the same work and under the same heading: a pronoun may stand
    for somebody who is named there.
    """
    text = scene.text
    openings = [(found.start(), found.group()[0]) for found in _OPENING.finditer(text)]
    if not openings:
        return
    spans = sentences(text)
    starts = [span.start for span in spans]
    found: dict[int, Draft] = {}
    read: Counter[int] = Counter()
    for at, sign in openings:
        place = bisect_right(starts, at) - 1
        read[place] += 1
        if read[place] > _OPENINGS_READ:
            continue
        if place > 0 and spans[place].start == at and text[spans[place - 1].end - 1] in _UNFINISHED:
            place -= 1  # a line that ends in a comma goes on in the next
        begin = max(spans[place].start, at - _LONGEST_LEAD) if place >= 0 else at
        bracket = _BRACKET_BEFORE.match(text, begin, at)
        begin = bracket.end() if bracket else begin
        if begin < at:
            draft = _read_lead(scene, words, begin, at, earlier)
        else:
            draft = _spoken_of(scene, words, spans, place, at)
        if draft is None:
            continue
        draft.cover_start, draft.cover_end = at, at
        if sign == ":":
            draft.cover_start = _skip_space(text, at + 1)
        if draft.start in found:  # two quotations of one sentence: what the longer lead knows
            before = found[draft.start]
            before.cover_end = draft.cover_start
            before.author, before.author_name = before.author or draft.author, before.author_name or draft.author_name
            before.date = before.date or draft.date
        else:
            found[draft.start] = draft
    drafts = sorted(found.values(), key=lambda draft: draft.start)
    if drafts:
        quoted = [q.span for q in read_quotations(text).quotations if q.depth == 0]
        for draft in drafts:
            draft.cover_end = _end_of_quoted(text, max(draft.cover_start, draft.cover_end), quoted, spans)
    for draft, following in pairwise(drafts):
        if draft.cover_end > following.start > draft.cover_start:
            draft.cover_end = following.start
    yield from drafts


def _spoken_of(scene: Scene, words: DocumentWords, lines: Sequence[Span], place: int, at: int) -> Draft | None:
    """A document that the sentence before is about, where a quotation begins the next that nobody is said to speak."""
    text = scene.text
    if place < 1 or "\n" in text[lines[place - 1].end : at] or not _NOBODY_SPEAKS.match(text, at):
        return None
    before = lines[place - 1]
    for noun in words.nouns_in(text, before.start, min(before.end, before.start + _SUBJECT_WITHIN)):
        lead = text[before.start : noun.start]
        if noun.weak or noun.type is DocumentType.NEWSPAPER or not lead.strip() or not _SUBJECT.search(lead):
            continue
        draft = Draft(noun.start, noun.end, noun.type, NamingPlace.INTRODUCTION, at, at)
        read_parties(scene, draft, before.start, before.end, noun)
        draft.date = date_near(text, before.start, before.end, noun.start, noun.end)
        draft.reasons.insert(0, scene.reason("what the sentence before is about", before.start, before.end))
        return draft
    return None


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n-–—":
        at += 1
    return at


def _end_of_quoted(text: str, start: int, quoted: Sequence[Span], lines: Sequence[Span]) -> int:
    """Where that which a lead brings in ends: with its quotation, others in the same sentence, or the text."""
    first = next((n for n, span in enumerate(quoted) if span.start <= start < span.end), None)
    if first is None:
        return len(text)  # without marks: a document set off, as far as the excerpt goes
    end = quoted[first].end
    sentence = next((span.end for span in lines if span.start <= end - 1 < span.end), end)
    for span in quoted[first + 1 :]:
        if span.start > max(sentence, end + 2) and text[end : span.start].strip():
            break
        end = span.end
    return end


def _read_lead(scene: Scene, words: DocumentWords, begin: int, at: int, earlier: Scene | None) -> Draft | None:
    text = scene.text
    nouns = list(words.nouns_in(text, begin, at))[-_NOUNS_TRIED:]
    of_paper = next((noun for noun in reversed(nouns) if noun.type is DocumentType.NEWSPAPER), None)
    best = next((noun for noun in reversed(nouns) if _brings_in(text, begin, at, noun)), None)
    paper = _paper(scene, words, begin, at, of_paper)
    if paper is not None:
        return paper
    if best is None:
        anaphor = _anaphor(scene, words, begin, at)
        if anaphor is not None:
            return anaphor
        return _verb(scene, words, begin, at, earlier)
    draft = Draft(best.start, best.end, best.type, NamingPlace.INTRODUCTION, at, at)
    draft.date = date_near(text, begin, at, best.start, best.end)
    read_parties(scene, draft, begin, at, best)
    if draft.author is None and _ANAPHORIC.search(text, begin, best.start):
        _as_before(scene, words, draft, begin, best)
    if draft.author is None:
        by_subject(scene, draft, begin, best.start, at, earlier)
    if best.weak and draft.date is None and draft.author is None:
        return None
    draft.reasons.insert(0, scene.reason("named where its words are brought in", begin, at))
    return draft


def _as_before(scene: Scene, words: DocumentWords, draft: Draft, begin: int, noun: DocumentNoun) -> None:
    """Author and addressee of "this letter": those of the letter that is last spoken of."""
    text = scene.text
    for sentence in reversed(sentences(text, max(0, begin - ANTECEDENT), begin)):
        for earlier in words.nouns_in(text, sentence.start, sentence.end):
            if earlier.type is noun.type:
                read_parties(scene, draft, sentence.start, sentence.end, earlier)
        if draft.author is not None:
            return


def _brings_in(text: str, begin: int, at: int, noun: DocumentNoun) -> bool:
    """Whether the sentence quotes from what the noun names, and does not merely speak of it."""
    near = max(begin, noun.start - _PHRASE)
    before, after = text[near : noun.start], text[noun.end : at]
    if noun.type is DocumentType.NEWSPAPER and not _ARTICLE.match(text, noun.start, noun.end):
        return False  # a paper without its name
    if noun.type is DocumentType.DEPOSITION and noun.weak and text.startswith(" that ", noun.end):
        return False  # "his testimony that …" goes on in other words than his
    if noun.weak and before[-1:] in _MARKS:
        return False  # "in their 'confessions'"
    if _QUOTES_FROM.search(before) or _READ_AS_FOLLOWS.search(after):
        return True
    if noun.type is DocumentType.INTERROGATION and _EXAMINED.search(before):
        return True
    if noun.weak and not (noun.type is not DocumentType.BOOK and _ISSUED.search(before)):
        return False
    if _NOT_ABOUT.search(before) and not _MADE.search(before):
        return False
    subject = near == begin and _SUBJECT.search(before)
    return bool((subject or _MADE.search(before)) and _TELLS.search(after))


def _paper(scene: Scene, words: DocumentWords, begin: int, at: int, noun: DocumentNoun | None) -> Draft | None:
    """A newspaper that speaks by its name: ``the Hull Times of 4 May says``, ``the newspaper, the "Argus", …``."""
    text = scene.text
    name: tuple[int, int] | None = None
    if noun is not None and text[noun.end - 1] != "s":
        after = _NAME_AFTER.match(text, noun.end, at)
        before = _NAME_BEFORE.search(text, begin, noun.start)
        if after:
            name = after.span("name" if after["name"] else "bare")
        elif before:
            name = before.span("name")
    if name is None:
        for met in words.papers.finditer(text, begin, at):
            lead = text[max(begin, met.start() - 16) : met.start()]
            named = met.group()[:3].lower() == "the" or _THE_PAPER.search(lead)
            if named and _PAPER_SPEAKS.search(text[begin : met.start()]):
                name = met.span()
    of_day = _PAPER_OF_A_DAY.search(text, begin, at) if name is None else None
    name = of_day.span("name") if of_day is not None else name
    if name is None:
        return None
    printed = text[slice(*name)]
    draft = Draft(*name, DocumentType.NEWSPAPER, NamingPlace.INTRODUCTION, at, at)
    draft.author, draft.author_name = f"org:{slug(printed)}", printed
    draft.date = date_near(text, begin, at, *name)
    draft.reasons.append(scene.reason("a newspaper is quoted by its name", begin, at))
    return draft


def _anaphor(scene: Scene, words: DocumentWords, begin: int, at: int) -> Draft | None:
    """What "it reads" speaks of: a document that the sentence before has for its subject."""
    text = scene.text
    if not _IT_READS.search(text[begin:at]):
        return None
    before = next(iter(reversed(sentences(text, max(0, begin - _LONGEST_LEAD), begin))), None)
    if before is None:
        return None
    for noun in words.nouns_in(text, before.start, before.end):
        lead = text[before.start : noun.start]
        if noun.weak or noun.type is DocumentType.NEWSPAPER or not (_SUBJECT.search(lead) or _IS.search(lead)):
            continue
        draft = Draft(noun.start, noun.end, noun.type, NamingPlace.INTRODUCTION, at, at)
        draft.date = date_near(text, before.start, before.end, noun.start, noun.end)
        draft.date = draft.date or date_near(text, begin, at, begin, begin)
        read_parties(scene, draft, before.start, before.end, noun)
        draft.reasons.insert(0, scene.reason("what the sentence before speaks of", before.start, at))
        return draft
    return None


def _verb(scene: Scene, words: DocumentWords, begin: int, at: int, earlier: Scene | None) -> Draft | None:
    """A verb of writing with its addressee, or with the day: ``he wrote to Ash``, ``On 4 May 1911 Ash wrote``."""
    text = scene.text
    verbs = list(_WROTE.finditer(text, begin, at))
    if not verbs:
        return None
    found = verbs[-1]
    verb = found.group().lower()
    after = next((a for a in scene.actors_in(found.end(), at) if a.start < found.end() + 60), None)
    to = after is not None and _TO.fullmatch(text, found.end(), after.start) is not None
    somebody = _TO_SOMEBODY.match(text, found.end(), at) is not None
    kind = DocumentType.LETTER
    if verb.startswith("cable"):
        kind = DocumentType.REPORT
    elif not verb.startswith("wr"):
        kind = DocumentType.OTHER
    if not to and not somebody and kind is DocumentType.LETTER:
        kind = form_at(words, text, at) or DocumentType.OTHER
    draft = Draft(found.start(), found.end(), kind, NamingPlace.INTRODUCTION, at, at)
    draft.date = date_near(text, begin, at, found.start(), after.end if to and after else found.end())
    by_subject(scene, draft, begin, found.start(), at, earlier)
    if to and after is not None:
        draft.addressee = after.person
    noted = not to and not somebody and verb.startswith("wr") and _ON_PAPER.search(text[begin:at]) is not None
    noted = noted and next(iter(words.nouns_in(text, begin, found.start())), None) is not None
    if noted:  # "On the report … Ash wrote" is none of the report's own words
        draft.type, draft.date = DocumentType.OTHER, None
    elif not to and not somebody and (draft.date is None or draft.date.precision is not Precision.DAY):
        return None
    draft.reasons.insert(0, scene.reason("said to have been written", begin, at))
    return draft


def find_datings(scene: Scene) -> Iterator[Draft]:
    """What is said of a quotation right behind it: ``This was written on 4 May 1911``."""
    text = scene.text
    for found in _SAID_AFTER.finditer(text):
        if not _QUOTE_ENDS.search(text, max(0, found.start() - 3), found.start()):
            continue
        date = next(iter(find_dates(text, start=found.end(), end=min(len(text), found.end() + 40))), None)
        if date is None or text[found.end() : date.span.start].strip():
            continue
        kind = DocumentType.SPEECH if found["how"].lower() in ("spoken", "said", "delivered") else DocumentType.OTHER
        draft = Draft(found.start("what"), date.span.end, kind, NamingPlace.CLOSING, 0, found.start(), date)
        draft.reasons.append(scene.reason("the words behind the quotation date it", draft.start, draft.end))
        yield draft
