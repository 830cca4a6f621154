"""What a web page, a printed page or another text leaves behind in an excerpt: menus, page numbers, whole sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from testimonia.model import Excerpt, FindingKind, Sourcebook, Span
from testimonia.words.lexicon import is_english_word

from .strays import start_of, trimmed
from .trouble import Trouble, quoted

__all__ = ["inserted", "left_by_pages", "leftovers", "signs_of_leftovers"]

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


def signs_of_leftovers(text: str) -> list[str]:
    """The signs on a page that something may be left over in the midst of its lines."""
    low = text.lower()
    return [sign for sign in _SIGNS_INSIDE if sign in low]


def leftovers(text: str, excerpt: Excerpt, signs: Sequence[str]) -> Iterator[Trouble]:
    """Menus and the like; ``signs`` are those of the whole page (`signs_of_leftovers`)."""
    start, end = excerpt.span.start, excerpt.span.end
    found: list[tuple[Span, str]] = []
    line_start = start
    while line_start < end:
        line_end = text.find("\n", line_start, end)
        line_end = end if line_end < 0 else line_end
        line = text[line_start:line_end]
        if 2 < len(line) <= LONGEST_MENU and _LEFTOVER_LINE.match(line):
            found.append((trimmed(line, line_start), "seem to be left over from a web page"))
        line_start = line_end + 1
    if signs and any(sign in text[start:end].lower() for sign in signs):
        for match in re.compile(_LEFTOVER_INSIDE, re.IGNORECASE).finditer(text, start, end):
            found.append((trimmed(match.group(), match.start()), "seem to be left over from a web page"))
    for span, said in found:
        yield Trouble(FindingKind.SPLICE, span, f"The words {quoted(text, span)} {said}.")


def left_by_pages(book: Sourcebook) -> Iterator[Trouble]:
    """Page numbers and heads of pages in the midst of a sentence."""
    text = book.text
    excerpts = sorted((excerpt.span for excerpt in book.excerpts), key=start_of)
    found = list(_PAGE_NUMBER.finditer(text))
    for match in _RUNNING_HEAD.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if before[-1:].islower() and not before.isupper():
            found.append(match)
    for match in found:
        host = bisect_right(excerpts, match.start(), key=start_of) - 1
        if host >= 0 and match.end() <= excerpts[host].end:
            span = trimmed(match.group(1), match.start(1))
            said = f"The words {quoted(text, span)} break a sentence, like the number or the head of a page left over."
            yield Trouble(FindingKind.SPLICE, span, said)


def inserted(text: str, excerpt: Excerpt, met: dict[str, int]) -> Iterator[Trouble]:
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
