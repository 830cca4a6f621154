"""Foreign text on the page, and excerpts that no citation closes.

Foreign are: words that the layout could give to nobody, a source that is named at the end of an excerpt's own text
where the page gives its sources elsewhere, a citation in the midst of an excerpt (two have run together), what a web
page or a scanner leaves behind (menus, "share this", page numbers).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from testimonia.model import Excerpt, FindingKind, Passage, PassageKind, Sourcebook, Span
from testimonia.words.lexicon import is_english_word

from .page import Page
from .trouble import Trouble, quoted

__all__ = ["find_splices", "find_uncited", "is_prose"]

RARE = 0.1  # citations that go on in an excerpt's line are a splice where fewer than this share of them do
LONGEST_SOURCE = 220  # code points of a source named in the text
HEAD = 45  # code points of a citation's beginning that tell it from running text
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_]{3})")  # a page or a year with a word hard upon it
GLUED_WORDS = 3  # that follow a number without a space: a suffix such as ``ff`` or ``bis`` is one
_YEAR_LAST = re.compile(r"\b(?:1[5-9]|20)\d\d\b\)?(?:,?\s*(?:pp?\.|pages?|S\.|с\.)\s*[\dxvi][\d\s,–-]*)?[\s.)\]]*$")
_BOUNDARY = re.compile(r"(?:[.!?…][\"'”’»)\]]*\s+|\n\s*)(?=[\"'“‘«(—–-]?\s*[^\W\d_a-z])")
_SOURCE_SIGN = re.compile(
    r"\bby [^\W\d_a-z]|[^\W\d_]: [^\W\d_a-z]|\b[Ee]d(?:s|ited by)?\b|\bpp?\. ?\d|\b(?:Vol|Press|Books|Verlag)\b|"
    r"(?:[^\W\d_a-z]{3,}\s+){2}|[”\"»],? |^[^\W\d_a-z][\w'’-]+, [^\W\d_a-z]"
)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "by of the a an and in on for to from with at de la le les du des et von und der die das di del y i".split()
)
_CAPITALS = 0.75  # share of the words that begin large, small words left out, in a source named in the text

_PAGE_LAST = re.compile(r"(?:\bpp?\.|\bpages?|\bS\.|\bс\.) ?[\dxvi]+[\d\s,–-]*\W*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_STOPS = frozenset(".!?…")
_AFTER_STOP = "\"'”’»)] \t\r\n\u00a0\u202f"
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_GOES_ON = re.compile(  # how a paragraph begins that needs the one before it
    r"[^\w\s\"“„«‘'‚]|[a-zà-ÿ]|(?:He|She|It|They|We|I|This|These|That|Those|His|Her|Their|Its|But|And|Then|So|Thus|However|Er|Sie|Es|Il|Elle|Ils)\b|"
    r"\d+[.)]|\w+[.:]"
)
_TURN = re.compile(r"^[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .'’-]{1,30}:", re.MULTILINE)
LEAST_PROSE = 12  # words; shorter stray pieces may be anything
SMALL_IN_PROSE = 0.6  # share of small words in running text; in a source most words begin large
NEIGHBOURS = 10  # excerpts before, and after, that show how the page is laid out there

_MENU_WORD = (
    r"(?:home|about(?: (?:us|me))?|contact(?: us)?|archives?|links?|search|site ?map|faq|help|log ?in|"
    r"register|sign (?:in|up)|"
    r"subscribe|print(?: this page)?|e-?mail(?: this)?|share|tweet|like|next|previous|prev|back|top|index|"
    r"menu|news|blog|gallery|"
    r"forum|startseite|impressum|kontakt|suche|über uns|accueil|contactez-nous|recherche|inicio|contacto|"
    r"buscar|главная|контакты|поиск)"
)
_LEFTOVER_LINE = re.compile(
    rf"^[ \t>*•«‹←<-]*(?:{_MENU_WORD}(?:\s*[|•·»>/–\t]\s*|\s{{2,}})(?:[^\n]{{1,40}}(?:[|•·»>/]|"
    rf"\s{{2,}}))*[^\n|]{{1,40}}"
    r"|(?:[^|\n.!?]{2,30}\s*\|\s*){2,}[^|\n.!?]{2,30}"
    r"|(?:click here|skip to (?:main )?content|read more|continue reading|back to top|share this|"
    r"print this page|email this|blogthis!?|"
    r"share to \w+|leave a (?:comment|reply)|post a comment|no comments|\d+ comments?|older posts?|"
    r"newer posts?|subscribe to|"
    r"follow us|sign up for|advertisements?|sponsored|loading\.\.\.|cookie (?:policy|settings)|"
    r"we use cookies|privacy policy|"
    r"terms of (?:use|service)|powered by \w+|all rights reserved|copyright ©|© ?\d{4}|related posts?|tags?: |labels: |"
    r"filed under|posted (?:by|in|on) |permalink|page \d+ of \d+|this page was last|last (?:updated|"
    r"modified)|weiterlesen|"
    r"nach oben|teilen|kommentare? |lire la suite|partager|haut de page|leer más|compartir|читать далее|"
    r"поделиться)[^\n]{0,80}"
    r"|(?:https?://|www\.)\S+)[ \t»>→.]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LEFTOVER_INSIDE = (  # compiled where one of the signs below stands on the page
    rf"(?<=[.!?”\"’)\s])(?:{_MENU_WORD}(?:\s*[|•·»]\s*[^\s|][^|•·»\n.!?]{{0,25}}){{2,}}"
    r"|(?:click here (?:to|for)|skip to (?:main )?content|share this (?:page|post|article|on)|read more »|"
    r"continue reading →|"
    r"leave a (?:comment|reply)|all rights reserved\.?|© ?\d{4} [^\n.]{0,40}|back to top\b))"
)
_SIGNS_INSIDE = (
    "|",
    "•",
    "·",
    "©",
    "click here",
    "skip to",
    "share this",
    "read more",
    "continue reading",
    "leave a",
    "all rights",
    "back to top",
)
_PAGE_NUMBER = re.compile(  # behind a letter, so that a run of blank lines is walked through once
    r"\n(?<=[^\W\d_]\n)(?:[ \t]*\n)*([ \t]*[-–—\[(]?[ \t]?\d{1,4}[ \t]?[-–—\])]?[ \t]*)\n"
    r"(?:[ \t]*\n)*(?=[ \t]*[a-zà-ÿа-я])"
)
_RUNNING_HEAD = re.compile(
    r" (\d{1,4} [A-ZÀ-Þ]{2}[A-ZÀ-Þ'’ ,-]{4,60}|[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’ ,-]{4,60} \d{1,4})(?= [a-zà-ÿ]{2})"
)
_GOES_ON_SMALL = re.compile(r"[.!?] (?=[a-z]{2,} )")
_SMALL_LAST = re.compile(r"(?<= )[a-z]{4,}$")
_CAPITAL_AMID = re.compile(
    r"(?<=[a-z] )([A-Z][a-z]+)(?= [a-z]+ [a-z]+)|(?<=[a-z]['’]s )([A-Z][a-z]+)(?= [a-z]+ [a-z]+)"
)
LONGEST_MENU = 160  # code points of a line that may be a menu or the like
LONGEST_INSERT = 500  # code points of sentences set into another


def find_splices(book: Sourcebook, page: Page, *, english: bool) -> Iterator[Trouble]:
    """Yield the foreign text of the page."""
    text = book.text
    yield from _run_on_citations(book)
    run_on = list(_run_on_texts(book))
    yield from run_on
    for span in _strays(book):
        named = list(_named_source(book, span))
        yield from named
        if not named and not is_prose(span.cut(text)) and not any(trouble.span.overlaps(span) for trouble in run_on):
            said = f"The words {quoted(text, span)} belong to no claim, excerpt or citation."
            yield Trouble(FindingKind.SPLICE, span, said)
    yield from _citations_inside(book, page)
    yield from _left_by_pages(book)
    met: dict[str, int] = {}
    low = text.lower()
    signs = [sign for sign in _SIGNS_INSIDE if sign in low]
    for excerpt in book.excerpts:
        if excerpt.citation is None:
            yield from _named_source(book, excerpt.span)
        if english:
            yield from _inserted(text, excerpt, met)
        yield from _leftovers(text, excerpt, signs)


def _named_source(book: Sourcebook, span: Span) -> Iterator[Trouble]:
    """The source that uncited words name at their end, and that it names no page."""
    source = _source_at_end(book.text, span)
    if source is None or any(citation.span.overlaps(source) for citation in book.citations):
        return
    words = source.cut(book.text)
    said = f"The source {quoted(book.text, source)} is named in the text itself, in place of a citation."
    yield Trouble(FindingKind.SPLICE, source, said)
    if not _PAGE_LAST.search(words):
        place = Span(source.end - len(words.split()[-1]), source.end)
        yield Trouble(FindingKind.LOCATOR, place, f"The source {quoted(book.text, source)} names no page.")


def find_uncited(book: Sourcebook) -> Iterator[Trouble]:
    """Yield the excerpts that no citation closes; where none on the whole page has one, say it once.

    Stray prose among the excerpts counts as one, as do running text that was taken for a citation, and the
    part of an excerpt before a blank line where the excerpts around have none inside.
    """
    text = book.text
    uncited = [excerpt for excerpt in book.excerpts if excerpt.citation is None]
    if uncited and len(uncited) == len(book.excerpts) > 1:
        first = uncited[0]
        said = f"None of the page's {len(uncited)} excerpts is closed by a citation; the first begins "
        yield Trouble(FindingKind.MISSING_CITATION, first.span, said + quoted(text, first.span, 60) + ".")
        return
    places = sorted((citation.span for citation in book.citations), key=_start)
    found = [
        excerpt.span
        for excerpt in uncited
        if _source_at_end(text, excerpt.span) is None and not _holds(places, excerpt.span)
    ]
    found += [citation.span for citation in book.citations if is_prose(citation.text)]
    run_on = [trouble.span for trouble in _run_on_texts(book)]
    strays = [span for span in _strays(book) if is_prose(span.cut(text))]
    found += [span for span in strays if not any(place.overlaps(span) for place in run_on)]
    found += _parted(book)
    for span in found:
        said = f"No citation closes the excerpt that begins {quoted(text, span, 60)}."
        yield Trouble(FindingKind.MISSING_CITATION, span, said)


def is_prose(words: str) -> bool:
    """Whether these words are a sentence or more of running text, and no source, heading or menu."""
    if words.rstrip(_AFTER_STOP)[-1:] not in _STOPS or _PAGE_LAST.search(words):
        return False
    telling = _WORD.findall(words)
    if len(telling) < LEAST_PROSE:
        return False
    small = sum(word.islower() for word in telling)
    return bool(small >= SMALL_IN_PROSE * len(telling))


def _parted(book: Sourcebook) -> Iterator[Span]:
    """The parts of excerpts before a blank line, where other excerpts have no blank line inside.

    What the excerpts of several lines around it do tells best; on a page that has too few of those, the only
    excerpt with a blank line among many tells as well.
    """
    text = book.text
    excerpts = sorted(book.excerpts, key=lambda e: e.span.start)
    several = [excerpt for excerpt in excerpts if text.find("\n", excerpt.span.start, excerpt.span.end) >= 0]
    blanks = [bool(_BLANK_LINE.search(text, excerpt.span.start, excerpt.span.end)) for excerpt in several]
    for n, excerpt in enumerate(several):
        if not blanks[n]:
            continue
        around = [*blanks[max(0, n - NEIGHBOURS) : n], *blanks[n + 1 : n + 1 + NEIGHBOURS]]
        told = len(around) >= NEIGHBOURS and sum(around) <= RARE * len(around)
        if not told and not (len(excerpts) > NEIGHBOURS and sum(blanks) == 1):
            continue
        gaps = list(_BLANK_LINE.finditer(text, excerpt.span.start, excerpt.span.end))
        part = Span(excerpt.span.start, gaps[-1].start())
        if _GOES_ON.match(text, gaps[-1].end()) or _TURN.search(text, excerpt.span.start, excerpt.span.end):
            continue
        if _SENTENCE_END.search(part.cut(text)) and len(_WORD.findall(part.cut(text))) >= LEAST_PROSE:
            yield part


def _start(span: Span) -> int:
    return span.start


def _holds(places: list[Span], span: Span) -> bool:
    at = bisect_left(places, span.start, key=_start)
    return at < len(places) and places[at].start < span.end


def _strays(book: Sourcebook) -> Iterator[Span]:
    """Stray words among the excerpts; what stands before the first and after the last is the frame of the page."""
    if not book.excerpts:
        return
    first = min(excerpt.span.start for excerpt in book.excerpts)
    last = max(excerpt.span.end for excerpt in book.excerpts)
    asides = sorted((block.span for block in book.source.blocks if block.aside), key=lambda span: span.start)
    run: list[Passage] = []
    for passage in (*book.passages, None):
        if passage is not None and passage.kind is PassageKind.MARK:
            continue
        if passage is not None and passage.kind is PassageKind.STRAY:
            run.append(passage)
            continue
        if run:
            span = Span(run[0].span.start, run[-1].span.end)
            if first < span.start < last and not any(aside.overlaps(span) for aside in asides):
                yield span
            run = []


def _run_on_citations(book: Sourcebook) -> Iterator[Trouble]:
    """Citations that go on in the line of an excerpt, where the page sets them apart."""
    text = book.text
    ends = {passage.span.end for passage in book.passages if passage.kind is PassageKind.EXCERPT}
    spans = sorted((excerpt.span for excerpt in book.excerpts), key=_start)
    found = []
    for citation in book.citations:
        start = citation.span.start
        between = text[max(0, start - 12) : start]
        gap = len(between) - len(between.rstrip(" \t—–-([."))
        if gap < len(between) and "\n" not in between[len(between) - gap :]:
            at = bisect_left(spans, start, key=_start) - 1
            inside = at >= 0 and spans[at].start < start < spans[at].end
            if inside or any(end in ends for end in range(start - gap, start + 1)):
                found.append(citation)
    if len(found) < RARE * len(book.citations):
        for citation in found:
            said = f"The source {quoted(text, citation.span)} goes on in the excerpt's line and has none of its own."
            yield Trouble(FindingKind.SPLICE, citation.span, said)


def _run_on_texts(book: Sourcebook) -> Iterator[Trouble]:
    """Text that goes on in the line of a citation, and what follows it as long as nothing cites that."""
    text = book.text
    excerpts = sorted(book.excerpts, key=lambda excerpt: excerpt.span.start)
    starts = [excerpt.span.start for excerpt in excerpts]
    bounds = sorted(record.span.start for records in (book.claims, book.citations) for record in records)
    found: list[Span] = []
    for citation in book.citations:
        span, words = citation.span, citation.span.cut(text)
        glued = next((m.start() for m in _GLUED.finditer(words) if _is_text(words[m.start() :])), None)
        line_end = text.find("\n", span.end)
        rest = text[span.end : line_end if line_end >= 0 else len(text)]
        if glued is not None:
            start = span.start + glued
        elif (rest and not rest[0].isspace() and _is_text(rest)) or (re.match(r"[ \t]+[a-z]", rest) and _is_text(rest)):
            start = span.end + len(rest) - len(rest.lstrip())
        else:
            continue
        end = max(span.end, line_end if line_end >= 0 else len(text))
        stop = bisect_right(bounds, start)
        limit = bounds[stop] if stop < len(bounds) else len(text)
        following = excerpts[bisect_right(starts, start - 1) :]
        if not following or following[0].span.start >= limit or following[0].citation is None:
            end = max(end, limit)  # nothing up to the next claim or citation has a source of its own
        found.append(_trimmed(text[start:end], start))
    if len(found) < max(2, RARE * len(book.citations)):
        for place in found:
            said = f"The words {quoted(text, place)} run on from a citation and belong to another text."
            yield Trouble(FindingKind.SPLICE, place, said)


def _is_text(words: str) -> bool:
    """Whether these words read on as text: several, and most of them small."""
    telling = _WORD.findall(words)
    return len(telling) >= GLUED_WORDS and sum(word.islower() for word in telling) > len(telling) / 2


def _citations_inside(book: Sourcebook, page: Page) -> Iterator[Trouble]:
    """Citations that were left in the midst of an excerpt: two excerpts have run together."""
    text = book.text
    heads = {citation.text[:HEAD] for citation in book.citations if len(citation.text) >= HEAD}
    in_citations = Counter(word for citation in book.citations for word in citation.text.split()[1:-1])
    citations = sorted((citation.span for citation in book.citations), key=_start)
    excerpts = sorted((excerpt.span for excerpt in book.excerpts), key=_start)
    for head in sorted(heads):
        inner = head.split()[1:-1]
        if "\n" in head or any(page.pieces[word] <= in_citations[word] for word in inner):
            continue  # a word of it stands in citations only, and so does the whole
        at = text.find(head)
        while at >= 0:
            place = Span(at, at + len(head))
            owner = bisect_right(citations, at, key=_start) - 1
            host = bisect_right(excerpts, at, key=_start) - 1
            cited = owner >= 0 and citations[owner].overlaps(place)
            if not cited and host >= 0 and excerpts[host].contains(place):
                line_end = text.find("\n", place.end, excerpts[host].end)
                place = _trimmed(text[at : line_end if line_end >= 0 else excerpts[host].end], at)
                said = f"The citation {quoted(text, place)} stands inside an excerpt, so that two have run together."
                yield Trouble(FindingKind.SPLICE, place, said)
            at = text.find(head, at + len(head))


def _source_at_end(text: str, span: Span) -> Span | None:
    """The source that the last words of the stretch name; ``None`` where they read on as text."""
    start = max(span.start, span.end - LONGEST_SOURCE)
    tail = text[start : span.end]
    if not _YEAR_LAST.search(tail):
        return None
    for boundary in _BOUNDARY.finditer(tail):
        words = tail[boundary.end() :]
        telling = [word for word in _WORD.findall(words) if word.lower() not in _SMALL and len(word) > 1]
        large = sum(word[0].isupper() for word in telling)
        if len(telling) >= 2 and large >= _CAPITALS * len(telling) and _SOURCE_SIGN.search(words):
            return Span(start + boundary.end(), span.end)
    return None


def _leftovers(text: str, excerpt: Excerpt, signs: Sequence[str]) -> Iterator[Trouble]:
    start, end = excerpt.span.start, excerpt.span.end
    found: list[tuple[Span, str]] = []
    line_start = start
    while line_start < end:
        line_end = text.find("\n", line_start, end)
        line_end = end if line_end < 0 else line_end
        line = text[line_start:line_end]
        if 2 < len(line) <= LONGEST_MENU and _LEFTOVER_LINE.match(line):
            found.append((_trimmed(line, line_start), "seem to be left over from a web page"))
        line_start = line_end + 1
    if signs and any(sign in text[start:end].lower() for sign in signs):
        for match in re.compile(_LEFTOVER_INSIDE, re.IGNORECASE).finditer(text, start, end):
            found.append((_trimmed(match.group(), match.start()), "seem to be left over from a web page"))
    for span, said in found:
        yield Trouble(FindingKind.SPLICE, span, f"The words {quoted(text, span)} {said}.")


def _left_by_pages(book: Sourcebook) -> Iterator[Trouble]:
    """Page numbers and heads of pages in the midst of a sentence."""
    text = book.text
    excerpts = sorted((excerpt.span for excerpt in book.excerpts), key=_start)
    found = list(_PAGE_NUMBER.finditer(text))
    for match in _RUNNING_HEAD.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if before[-1:].islower() and not before.isupper():
            found.append(match)
    for match in found:
        host = bisect_right(excerpts, match.start(), key=_start) - 1
        if host >= 0 and match.end() <= excerpts[host].end:
            span = _trimmed(match.group(1), match.start(1))
            said = f"The words {quoted(text, span)} break a sentence, like the number or the head of a page left over."
            yield Trouble(FindingKind.SPLICE, span, said)


def _inserted(text: str, excerpt: Excerpt, met: dict[str, int]) -> Iterator[Trouble]:
    """Whole sentences set into the midst of another: a capital where none belongs, and after them the rest in small."""
    start, end = excerpt.span.start, excerpt.span.end
    for rest in _GOES_ON_SMALL.finditer(text, start, end):
        stop = rest.start()
        begin = max(start, stop - LONGEST_INSERT)
        begin = max(begin, text.rfind("\n", begin, stop) + 1)
        last = _SMALL_LAST.search(text[begin:stop])
        if last is None or not is_english_word(last.group()):
            continue
        before = text[begin : begin + last.start()]
        for head in _CAPITAL_AMID.finditer(before):
            word = head.group(1)
            if word not in met:
                met[word] = text.count(f" {word} ") if is_english_word(word) else 0
            if met[word] == 1:
                span = Span(begin + head.start(1), stop + 1)
                said = f"The words {quoted(text, span)} break a sentence and seem to come from elsewhere."
                yield Trouble(FindingKind.SPLICE, span, said)
                break


def _trimmed(words: str, start: int) -> Span:
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
