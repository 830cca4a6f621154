"""Offices: who holds or held which, from the words beside a name and from "Ash was harbour master of Skarra"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from testimonia.model import Ledger, Person, Reason, Sourcebook
from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, party_of
from testimonia.words.denials import is_gainsaid

from .lexicon import lexicon
from .rows import Found
from .undone import is_possible

__all__ = ["find_offices", "offices_of_roles"]

_WAS = re.compile(
    r"(?:,\s(?:who\s)?|\s)(?:(?:was|were|had\sbeen)\s(?:appointed|made|elected)|was|is|became|had\sbeen|remained|"
    r"served\sas|acted\sas|,\s)\s?(?P<lead>(?:then\s|also\s|still\s|at\sthe\stime\s|the\s|an?\s)*)"
)
_OFFICE_END = re.compile(
    r"[.;:!?\n()\[\]\"“”]|--|,\s(?!the\s[A-Z]{2,})|\s(?:who|which|when|while|until|since|and|but|from\s\d|in\s\d)\s|$"
)
_WHEN = re.compile(r",?\s(?:from|until|till|since|in|between|during|up\sto|at\sthe\stime\sof)\s[^,;:.()\[\]]*")
_NO_OFFICE = re.compile(
    r"(?:not|never|no|neither|nor|hardly|scarcely|nearly|almost|without|once\snearly)\b", re.IGNORECASE
)
_CAPITALS = frozenset("mr mrs miss ms comrade citizen sir dr".split())


def offices_of_roles(book: Sourcebook) -> Iterator[tuple[Reason, Person]]:
    """The words beside names that are offices, and who bears them."""
    for person in book.people:
        for role in person.roles:
            if role.span is not None and is_office(role.words):
                yield role, person


@cache
def is_office(words: str) -> bool:
    """Whether words name an office: its noun stands before any "of", and is none of kinship or guilt.

    >>> is_office("the former harbour master of Skarra"), is_office("friend of the mate")
    (True, False)
    """
    lex = lexicon()
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", words.casefold())
    head = next(
        (n for n, token in enumerate(tokens) if token in ("of", "for", "to", "in", "at", "and", "on", "by")),
        len(tokens),
    )
    if not head or tokens[0] in ("my", "another"):
        return False
    last = tokens[head - 1]
    parts = re.split(r"[-]", last)
    return last in lex.offices or parts[-1] in lex.offices


def _held_until(text: str, stop: int, end: int) -> int:
    """Where the words end that may date an office: ", until 1914", but not what its holder did in some year."""
    when = _WHEN.match(text, stop, end)
    return when.end() if when is not None else stop


def find_offices(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The offices that sentences with "was" tell, each with the stretch in which its date may stand."""
    text = account.record.text
    for named in account.record.named:
        found = _WAS.match(text, named.end)
        if found is None:
            continue
        end = _OFFICE_END.search(text, found.end())
        stop = end.start() if end is not None else len(text)
        words = text[found.end() : stop]
        if _NO_OFFICE.match(words):
            continue
        if not 3 <= len(words) <= 120 or words.split()[0].casefold() in _CAPITALS or not is_office(words):
            continue
        number = account.number_at(named.start)
        span = account.spans[number]
        if stop > span.end:
            continue
        sentence = account.sentence(number)
        at = next((n for n, w in enumerate(sentence.words) if w.start >= named.end), len(sentence.words) - 1)
        if is_gainsaid(sentence, at) or any(is_possible(word) for word in sentence.words[max(0, at - 3) : at]):
            continue
        parts = (
            ("who", party_of(named)),
            ("office", Party(found.end(), stop, words)),
        )
        yield (
            Found(Ledger.OFFICES, named.start, stop, account.word_of(sentence, at), parts, None, 0.85),
            (named.start, _held_until(text, stop, span.end)),
        )
