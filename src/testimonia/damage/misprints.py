"""Misprints that the page itself betrays: look-alike characters, doubled words, lost and stray spaces, stray signs.

What holds in any language is always looked for; the rules of English grammar and spelling are used where the page is
English. A wrong word that is a word and fits the grammar (``gains`` for ``aims``) is beyond this room.

The page is cut at its white space once; signs are looked for in its distinct pieces, and only what is
found there is looked up in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from testimonia.model import FindingKind, Sourcebook, Span

from .grammar import find_slips, phrases_with
from .page import Page
from .spelling import Speller
from .trouble import Trouble, quoted

__all__ = ["find_misprints"]

SLIP = 0.02  # share of all places of a kind up to which the odd ones are slips, and above which the page's way
HYPHENATED = 2  # times that two words are met with a hyphen before a dash between them is odd

LONGEST_PIECE = 80  # signs between two spaces; longer ones are addresses, rules and the like, and no words
PHRASE = 60  # code points on either side of a telling word in which a known confusion stands

_CYRILLIC_GREEK = "\u0370-\u03ff\u0400-\u052f"
_OTHER_SCRIPT = re.compile(f"[{_CYRILLIC_GREEK}]")
_MIXED = re.compile(rf"\w*(?:[A-Za-zÀ-ÿ][{_CYRILLIC_GREEK}]|[{_CYRILLIC_GREEK}][A-Za-zÀ-ÿ])\w*")
_DAMAGED = "\ufffd\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000-\uf8ff"
_SIGN_OF_DAMAGE = re.compile(f"[{_DAMAGED}]|Ã[\u0080-\u00bf]|â€|[^\\W\\d_]¬")
_BROKEN = re.compile(f"\\w*(?:[{_DAMAGED}]|Ã[\u0080-\u00bf]|â€|[^\\W\\d_]¬)\\w*")
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"(?<![\w.,:/#=-])0(?!x[0-9a-fA-F])[^\W\d_]{3,}"),
        "{words} begins with the digit nought, probably for the letter O.",
    ),
    (re.compile(r"(?<!\w)[^\W\d_]*[a-zà-ÿ][015][a-zà-ÿ]{2,}(?!\w)"), "{words} has a digit among its letters."),
    (
        re.compile(r"(?<![\w.-])(?:[lIO]\d{3}|[lI]\d?(?:st|nd|rd|th)|1\d?[lIO]\d{1,2}|1\d\d[lO])(?![\w-])"),
        "{words} has a letter among its digits.",
    ),
    (
        re.compile(
            r"(?<![\w/@.'’&-])[a-zà-ÿ]{3,}[A-ZÀ-Þ][a-zà-ÿ]+(?![\w/@])|(?<![\w/@.'’&-])[a-zà-ÿ]{4,}[A-ZÀ-Þ](?![\w/@])"
        ),
        "{words} has a capital among its small letters.",
    ),
    (
        re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Capt|Gen|Col|Sgt|Lt|Messrs)[A-Z][a-z]{2,}(?!\w)"),
        "In {words} the space after the title is lost.",
    ),
    (_MIXED, "{words} mixes letters of two scripts that look alike."),
    (_BROKEN, "{words} holds a character that was damaged when the text was converted."),
    (
        re.compile(r"\w+(?::\.(?!\.)|,\.(?!\.)|;\.(?!\.)|;,|,;|:,|,:|,,(?![\w'‘`]))"),
        "{words} is followed by two signs that do not go together.",
    ),
)
_TOLD_BY = {_MIXED: _OTHER_SCRIPT, _BROKEN: _SIGN_OF_DAMAGE}
_THREE_LETTERS = re.compile(r"([a-z])\1\1")
_TRIPLE = re.compile(r"(?<!\w)(?=[^\W\d_]{6})(?![^\W\d_]*([^\W\d_])\1\1\1)[^\W\d_]*([a-z])\2\2[^\W\d_]*")
_NO_SPACE = re.compile(
    r"(?<![\w@/.])(?:[^\W\d_]{2,}|\w*[)\]])[,;](?:[^\W\d_]{2,}|\d{4}(?!\d))|"
    r"(?<![\w@/.'’-])[a-zà-ÿ]{3,}[.!?][A-ZÀ-Þ][a-zà-ÿ]+(?![\w@/]|\.\w)"
)
# a run of blank lines is gone over once
_NEXT_PARAGRAPH = re.compile(r"(?<![\s>])(?:[^\S\n]|>)*+\n[\s>]*+[a-zà-ÿ]{2,}")
_LAST_WORDS = re.compile(r"(?:\S+ )?\S+[ \t]*$")
_OPEN_BRACKET = re.compile(r"\[[^\[\]\n]*$", re.MULTILINE)
_DASHES = (" -- ", " – ", " — ")


def find_misprints(book: Sourcebook, page: Page, *, english: bool) -> Iterator[Trouble]:
    """Yield the likely misprints of claims, excerpts and citations."""
    yield from _signs(page)
    yield from _spacing(page)
    yield from _broken_sentences(page, book)
    yield from _open_brackets(book)
    if english:
        yield from _triples(page)
        yield from _grammar(page)
        slips = dict(Speller(page.words, page.tokens, page.bare).judge())
        for word, start in page.places(slips, own=True):
            yield page.trouble(start, start + len(word), slips[word])


def _is_plain(bare: str) -> bool:
    """Whether the word is of plain letters, small but for the first, or a number."""
    return bare.isascii() and ((bare.isalpha() and (bare.islower() or bare[1:].islower())) or bare.isdecimal())


def _signs(page: Page) -> Iterator[Trouble]:
    odd = "\n".join(
        piece
        for piece, bare in page.bare.items()
        if len(piece) <= LONGEST_PIECE and (not _is_plain(bare) or piece[-2:-1] in ":,;")
    )
    for pattern, said in _SIGNS:
        telling = _TOLD_BY.get(pattern)
        if telling is not None and not telling.search(odd):
            continue  # slow to look for, and quickly told that there is none
        for word, start in page.places({found.group() for found in pattern.finditer(odd)}, own=False):
            yield page.trouble(start, start + len(word), said)
    lost = {found.group() for found in _NO_SPACE.finditer(odd)}
    kinds = Counter(_kind_of_space(word) for word in lost)
    sound = {sign: page.text.count(f"{sign} ") for sign in ",;.!?"} if lost else {}
    slips = {word for word in lost if _are_slips(kinds[_kind_of_space(word)], sound[_stop_of(word)])}
    for word, start in page.places(slips, own=False):
        yield page.trouble(start, start + len(word), "In {words} the space after the stop is lost.")


def _are_slips(odd: int, sound: int) -> bool:
    """Whether so few do otherwise than the rest that they are slips; a single one always is."""
    return odd <= max(1, int(SLIP * sound))


def _stop_of(words: str) -> str:
    return next(sign for sign in words if sign in ",;.!?")


def _kind_of_space(words: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", words))


def _spacing(page: Page) -> Iterator[Trouble]:
    """Stray spaces, each kind only where the page does not always do so, and dashes for hyphens."""
    text = page.text
    begins = {piece[:2] for piece in page.pieces}
    for signs in (" 's", " ’s", " 'S", " ’S", "' s", "’ s"):
        if signs[0] == " " and signs[1:] not in begins:
            continue
        found = []
        for at in page.find(signs, own=False):
            if text[at - 1 : at].isalpha() and not text[at + len(signs) : at + len(signs) + 1].isalnum():
                start = at
                while start and text[start - 1].isalpha():
                    start -= 1
                found.append((start, at + len(signs)))
        if _are_slips(len(found), text.count(signs.replace(" ", ""))):
            for start, end in found:
                yield page.trouble(start, end, "In {words} a space has strayed beside the apostrophe.")
    hyphenated = {word.lower(): times for word, times in page.words.items() if "-" in word}
    for dash in (dash for dash in _DASHES if dash.strip() in page.pieces):
        for at in page.find(dash, own=False):
            before = re.search(r"[^\W\d_]+$", text[max(0, at - 30) : at])
            after = re.match(r"[^\W\d_]+", text[at + len(dash) : at + len(dash) + 30])
            if before and after and hyphenated.get(f"{before.group()}-{after.group()}".lower(), 0) >= HYPHENATED:
                start, end = at - len(before.group()), at + len(dash) + len(after.group())
                yield page.trouble(start, end, "{words} has a dash where the page elsewhere has a hyphen.")


def _broken_sentences(page: Page, book: Sourcebook) -> Iterator[Trouble]:
    """Sentences broken by a new paragraph, unless the page breaks its lines anywhere."""
    text, found, ends = page.text, [], 0
    for excerpt in book.excerpts:
        ends += excerpt.text.count("\n")
        for after in _NEXT_PARAGRAPH.finditer(text, excerpt.span.start, excerpt.span.end):
            line_end = text.index("\n", after.start())
            before = _LAST_WORDS.search(text[max(excerpt.span.start, line_end - 40) : line_end])
            last = before.group().rstrip() if before else ""
            if before and last and last.isascii() and last.split()[-1].isalpha() and last.split()[-1].islower():
                found.append((line_end - len(before.group()), after.end()))
    if _are_slips(len(found), ends):
        for start, end in found:
            yield page.trouble(start, end, "The sentence at {words} is broken by a new paragraph.")


def _open_brackets(book: Sourcebook) -> Iterator[Trouble]:
    text = book.text
    for excerpt in book.excerpts:
        for found in _OPEN_BRACKET.finditer(text, excerpt.span.start, excerpt.span.end):
            later, again = (text.find(sign, found.end(), excerpt.span.end) for sign in "][")
            if re.search(r"\)\s*$", found.group()) and found.group().count("(") < found.group().count(")"):
                span, said = Span(*found.span()), "The bracket {words} opens square and closes round."
            elif later < 0 or 0 <= again < later:
                words = re.match(r"\[\W*(?:[\w'’]+\W+){0,3}[\w'’]*", found.group())
                end = found.start() + (words.end() if words else 1)
                span, said = (
                    Span(found.start(), min(end, found.end())),
                    "The bracket that opens at {words} is not closed.",
                )
            else:
                continue
            yield Trouble(FindingKind.OCR, span, said.format(words=quoted(text, span)))


def _triples(page: Page) -> Iterator[Trouble]:
    """Letters that stand three times: a slip in English, while German compounds have them by rule."""
    suspects = "\n".join(piece for piece in page.pieces if len(piece) <= LONGEST_PIECE)
    if not _THREE_LETTERS.search(suspects):
        return
    for word, start in page.places({found.group() for found in _TRIPLE.finditer(suspects)}, own=True):
        yield page.trouble(start, start + len(word), "{words} has the same letter three times.")


def _grammar(page: Page) -> Iterator[Trouble]:
    hits = find_slips(page.tokens, page.bare)
    for trigger, slip in phrases_with(page.words):
        at = page.text.find(trigger)
        while at >= 0:
            found = slip.pattern.search(page.text, max(0, at - PHRASE), at + PHRASE)
            if found is not None:
                hits[found.group()] = str(slip.says)
            at = page.text.find(trigger, at + 1)
    for words, start in page.places(hits, own=True):
        yield page.trouble(start, start + len(words), hits[words])
