# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Web addresses, identifiers of documents, and the day on which a page was looked at."""

from __future__ import annotations

import re

from .readings import Reading

__all__ = ["read_addresses"]

_URL = re.compile(
    r"<?\(?\b(?P<url>(?:https?://|www\.)[^\s<>\")\]]+[^\s<>\")\].,;])\)?>?|(?P<doi>\b(?:doi:\s?|DOI:?\s?)10\.\d{4,9}/[^\s,;]+[^\s.,;])"
)
_ACCESSED = re.compile(
    r"[,.;(\[]?\s*\(?\b(?:accessed|last accessed|retrieved|viewed|visited|abgerufen(?: am)?|consult[ée]e?(?: le)?|consultado(?: el)?|дата обращения:?|Zugriff(?: am)?|Accessed|Retrieved|Visited|Viewed)\b:?\s?(?:on\s|from\s?)?(?P<date>[^,;:()\[\]<>]{0,20}?(?:,\s)?\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)?[)\].]?(?:\s?(?:from|at)\b:?)?"
)
_AVAILABLE = re.compile(
    r"[,.;]?\s*\(?(?:Available(?: (?:at|from|online|on)\b|(?=:))|[Oo]nline at|URL|Режим доступа)\s?:?\s?$"
)


def read_addresses(reading: Reading, low: int, high: int) -> int:
    """Take web address and access date; gives where the rest of the citation ends."""
    text = reading.text
    stop = high
    for found in _URL.finditer(text, low, high):
        name = "URL" if found["url"] else "DOI"
        if name == "URL":
            reading.url.append((name, found.span("url")))
        else:
            start = text.index("10.", found.start("doi"))
            reading.url.append((name, (start, found.end("doi"))))
        stop = min(stop, found.start())
    for found in _ACCESSED.finditer(text, low, high):
        if not found["date"] and not reading.url:
            continue
        if found["date"] and found["date"].strip():
            a, b = found.span("date")
            while a < b and text[a] == " ":
                a += 1
            reading.url.append(("accessed", (a, b)))
        stop = min(stop, found.start())
    available = _AVAILABLE.search(text, low, stop)
    if available:
        stop = available.start()
    return stop
