"""Letters and telegrams by their form: whom the salutation addresses, who signs; "Ash to Reed, 5 May 1912".

A salutation alone may be talk ("My dear Ash, sit down"): it counts with a signature, a line of its own or a date before
it. Where nobody signs, a letter that an excerpt begins with is by whoever says "I" there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Ledger, Reason
from testimonia.words.accounts import Account
from testimonia.words.calendars import MONTHS
from testimonia.words.clauses import Party, party_of

from .rows import Found

__all__ = ["find_letter_forms"]

_NAME = r"(?:(?:[A-Z]\.\s?)+|[A-Z][\w’'-]+\.?\s?|(?:de|da|von|van|der|of|the|and|&)\s){1,7}"
_HEADER = re.compile(
    r"(?m)^[\s“‘\"\[(*_–—-]*(?P<noun>(?:Letter|Telegram|Note|Cable|Wire|Postcard|Dispatch|Despatch|Memorandum|Message)"
    rf"\s(?:of|from|by)\s|From\s)?(?P<from>{_NAME})\bto\s(?P<to>(?:the\s)?{_NAME}|(?:his|her|my|the)\s[a-z]+(?:\s[a-z]+)?(?:\s{_NAME})?)"
    r"(?P<behind>,\s[^\n:]{2,60}|\s?\([^\n)]{2,60}\))?(?:[.:”’\"\])*_]*\s*$|:\s)"
)
_HEADED = re.compile(r"(?m)^.{4,60}\bto\b.{2,60}\d{4}|^\W*(?:[A-Z][a-z]+\s(?:of|from|by)|From)\s.{2,60}\sto\s")
# what a salutation cannot do without
_GREETING = (
    *"dear honored honoured respected esteemed beloved sir, sir: sir. sirs madam gentlemen excellency editor".split(),
    *(f"{kin}{mark}" for kin in "brother sister mother father uncle aunt cousin friend".split() for mark in ",!:"),
)
_OPENS = r"(?P<open>\A[\s“‘\"*_>–—-]*|\n[\s“‘\"*_>–—-]*|[“‘\"]|(?<=[\d.:])\s)"
_SALUTATION = re.compile(
    rf"{_OPENS}(?:(?:My\s|Our\s)?(?:[Mm]ost\s)?(?:[Vv]ery\s)?(?:[Dd]ear(?:est)?|[Hh]onou?red|[Rr]espected|[Ee]steemed|"
    r"[Bb]eloved)\s(?P<whom>[^,.;:!?\n“”\"]{0,4}\.?[^,.;:!?\n“”\"]{2,50})"
    r"|To\s(?P<address>(?:the\s)?[A-Z][^.;:!?\n“”\"]{2,60})[.,:]?\s(?:Sirs?|Madam|Gentlemen|My\sLord|Excellency)"
    r"|(?P<kin>(?:My\s)(?:[a-z]+\s){0,2}(?:brother|sister|mother|father|son|daughter|uncle|aunt|cousin|friend|wife|"
    r"husband|lord|lady))"
    r"|(?P<title>(?:Mr\.?\s|The\s|To\sthe\s)?Editor|Sirs?|Madam|Gentlemen|Excellency))\s?(?P<stop>[,:!]|[–—]|\.(?=[\s–—]))"
)
_NOBODY_ELSE = frozenset(("sir", "sirs", "madam", "gentlemen", "lord", "lady", "all", "me", "boy", "girl", "fellow"))
_SIGNED = re.compile(
    r"(?:[.!?…][)'’”\"]?\s+|\n\s*)(?P<close>(?:\(?(?:Yours?|Your|I\sam|I\sremain|Believe\sme|With|Ever|Sincerely|"
    r"Faithfully|Affectionately|Respectfully|Very\struly|In\shaste|Love|Signed)\b[^.!?\n]{0,90}?[,:)\s]\s*)?)"
    rf"(?P<name>{_NAME})[.,]?[\s*_]*$"
)
# "I am, dear Ash, your old friend, Reed"
_CLOSE = re.compile(
    r"\b(?:I\sam|I\sremain|[Bb]elieve\sme),\s(?:[Mm]y\s)?[Dd]ear(?:est)?\s(?P<to>[A-Z][^,.;:\n]{1,40}),\s"
    rf"(?:[Yy]ours?|[Ee]ver)\b[^.;:\n]{{0,60}},\s(?P<from>{_NAME})\W*(?:\n|$)"
)
_DATED = re.compile(rf"(?:\b(?:{'|'.join(sorted(MONTHS))})\b|\b\d{{4}}\b)[^a-z]{{0,14}}\s*$", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?mi)^(?:[^\n]{0,24}\s)?(?:from:\s?(?P<from>[^\n]{2,60})\s*\n\s*to:\s?(?P<to>[^\n]{2,60})"
    r"|to:\s?(?P<to2>[^\n]{2,60})\s*\n\s*from:\s?(?P<from2>[^\n]{2,60}))"
)
_TELEGRAM = re.compile(r"(?m)^[\s“‘\"*_-]*(?P<text>[^a-z\n]{40,})$")
_WORDS = 8  # of a telegram in capitals, at least
_CLOSING = {"“": "”", "‘": "’", '"': '"'}
_FIRST = re.compile(r"\b(?:I|my|me)\b")
_DATE_BEFORE = 90  # characters before a salutation in which its date may stand
_BY_FORM = "the form of a letter: whom it addresses, who signs"
_BY_WRITER = "begins as a letter does; its writer is taken to be whoever says I in it"


def find_letter_forms(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The letters whose form an excerpt shows, each with the stretch in which its date may stand."""
    if account.record.is_claim or not account.record.named:
        return
    text = account.record.text
    for m in _HEADER.finditer(text) if _HEADED.search(text) else ():
        if m["noun"] or re.search(r"\d", m["behind"] or ""):
            sender, receiver = _side(account, *m.span("from")), _side(account, *m.span("to"))
            if sender is not None and " of " in text[m.start("from") : sender.start]:
                continue  # "Statement of Ash to the police"
            named = sender is not None and receiver is not None and sender.id and receiver.id
            if named and (m["noun"] or "").split()[1:]:
                continue  # "Letter of Ash to Reed" is a clause that `letters` reads
            yield from _row(account, sender, receiver, m.span(), m.span(), _BY_FORM, 0.8)
    for m in _SALUTATION.finditer(text) if account.has(_GREETING) else ():
        yield from _greeted(account, m)
    for m in _FROM_TO.finditer(text) if ":" in text else ():
        places = [m.span("from" if m["from"] else "from2"), m.span("to" if m["to"] else "to2")]
        sender, receiver = (_first_named(account, *place) for place in places)
        yield from _row(account, sender, receiver, m.span(), m.span(), _BY_FORM, 0.8)
    for m in _CLOSE.finditer(text) if account.has(_GREETING) else ():
        sender, receiver = _side(account, *m.span("from")), _side(account, *m.span("to"))
        yield from _row(account, sender, receiver, m.span(), m.span(), _BY_FORM, 0.75)
    for m in _TELEGRAM.finditer(text):
        yield from _wired(account, *m.span("text"))
    if "“" in text or "‘" in text or '"' in text:
        yield from _quoted(account)


def _greeted(account: Account, m: re.Match[str]) -> Iterator[tuple[Found, tuple[int, int]]]:
    text = account.record.text
    group = next(name for name in ("whom", "address", "kin", "title") if m[name])
    first, last = m.span(group)
    receiver = _side(account, first, last)
    if receiver is not None and receiver.id is None and text[first:last].split()[-1].casefold() in _NOBODY_ELSE:
        receiver = None
    if receiver is None:
        return
    mark = m["open"].strip()[-1:]
    closing = text.find(_CLOSING[mark], m.end()) if mark in _CLOSING else -1
    ends = [len(text.rstrip(' \n”’"*_'))] + ([closing] if closing >= 0 else [])
    start = m.start() + len(m["open"])
    dated = _DATED.search(text, max(0, start - _DATE_BEFORE), start)
    begins = max(0, start - _DATE_BEFORE) if dated is not None or m.start() == 0 else start
    where, date = (start, m.end("stop")), (begins, m.end("stop"))
    for end in sorted(ends):
        signed = _SIGNED.search(text[:end], max(m.end(), end - 200))
        sender = _side(account, *signed.span("name")) if signed is not None else None
        if sender is not None and (sender.id is not None or (signed is not None and signed["close"])):
            yield from _row(account, sender, receiver, where, date, _BY_FORM, 0.75)
            return
    alone = text[m.end("stop") : m.end("stop") + 2].startswith(("\n", " \n"))
    if m.start() == 0 and not mark and (group == "address" or alone):
        said = _FIRST.search(text, m.end())
        voice = account.voice_at(said.start()) if said is not None else None
        if said is not None and voice is not None and not voice.speaker.startswith(("org:", "group:")):
            sender = Party(*said.span(), voice.speaker_name, voice.speaker, min(voice.confidence, 0.6))
            yield from _row(account, sender, receiver, where, date, _BY_WRITER, 0.6)


def _wired(account: Account, start: int, end: int) -> Iterator[tuple[Found, tuple[int, int]]]:
    """A telegram in capitals that begins with a name and ends with another."""
    text = account.record.text
    named = account.record.named_in(start, end)
    if len(named) < 2 or len(text[start:end].split()) < _WORDS or ":" in text[start : named[0].start]:
        return
    first, last = named[0], named[-1]
    if len(text[start : first.start].split()) > 1 or text[last.end : end].strip(' .”’"*_'):
        return
    yield from _row(account, party_of(last), party_of(first), (start, first.end), (start, first.end), _BY_FORM, 0.7)


def _quoted(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """ "Ash, Skarra. Hold the boats. Reed" between quotation marks."""
    text = account.record.text
    for named in account.record.named:
        opens = max(text.rfind(mark, max(0, named.start - 24), named.start) for mark in _CLOSING)
        if opens < 0 or re.fullmatch(r"(?:[A-Z][\w.]*\s){0,2}", text[opens + 1 : named.start]) is None:
            continue
        if re.match(r"(?:,\s[A-Z][\w’' -]{1,30})?[.:]\s+[A-Z]", text[named.end : named.end + 50]) is None:
            continue
        closing = text.find(_CLOSING[text[opens]], named.end)
        signed = _SIGNED.search(text[: max(closing, 0)], max(named.end, closing - 80)) if closing >= 0 else None
        sender = _side(account, *signed.span("name")) if signed is not None else None
        if sender is not None and sender.id is not None and sender.id != named.person:
            where = (opens + 1, named.end)
            yield from _row(account, sender, party_of(named), where, (opens + 1, closing), _BY_FORM, 0.7)
            return


def _side(account: Account, start: int, end: int) -> Party | None:
    """Who is named in a stretch; the stretch as printed where nobody is."""
    text = account.record.text
    named = account.record.named_in(start, end)
    if named:
        return party_of(named[-1])
    words = text[start:end].strip(" ,.\n")
    start += text[start:end].find(words)
    return Party(start, start + len(words), words, None, 0.6) if words else None


def _first_named(account: Account, start: int, end: int) -> Party | None:
    """Who is named first in a line of a letter's head; his firm and place stand behind him."""
    named = account.record.named_in(start, end)
    return party_of(named[0]) if named else _side(account, start, end)


def _row(
    account: Account,
    sender: Party | None,
    receiver: Party | None,
    where: tuple[int, int],
    date: tuple[int, int],
    rule: str,
    confidence: float,
) -> Iterator[tuple[Found, tuple[int, int]]]:
    if sender is None or receiver is None or sender.id == receiver.id:
        return
    span = account.record.place(sender.start, sender.end)
    why = Reason(rule, span.cut(account.teller.book.text), span)
    telling = account.told_at(where[0])
    parts = (("from", sender), ("to", receiver))
    yield Found(Ledger.MESSAGES, *where, telling, parts, None, confidence, (why,)), date
