"""The clause that says who speaks, in languages that set it inside the marks: "« J'y vais, dit-il, et vite. »".

Knows forms, not meanings: verbs of speech, pronouns behind them, auxiliaries (``inquits.toml``). Who is meant is for
others to say.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.model import Span

__all__ = ["Inquit", "Inquits", "Person", "inquits_of"]

_TABLE = Path(__file__).with_name("inquits.toml")
_LONGEST = 90  # code points of a clause that says who speaks

_SHORT = r"(?:M|MM|Mme|Mlle|Me|Dr|St|Ste|Mgr)"  # titles whose point ends no clause

Person = str  # "he", "she", "they", "i", "one", or "" where a noun follows
_ENDINGS = "e|es|a|as|ai|ais|ait|aient|èrent|ent|era|erai|erait|eront|é|és|ée"


@dataclass(frozen=True, slots=True)
class Inquit:
    """A clause that says who speaks: all of it, who by a pronoun, and where a noun or name may stand.

    ``subject`` reaches from behind the verb to the end of the clause and is empty where a pronoun says it.
    """

    span: Span
    verb: str
    person: Person
    subject: Span


class Inquits:
    """The clauses and verbs of speech of one language."""

    def __init__(self, table: dict[str, str]) -> None:
        stems = "|".join(sorted(table["regular"].split(), key=len, reverse=True))
        forms = "|".join(sorted(table["forms"].split(), key=len, reverse=True))
        participles = "|".join(table["participles"].split())
        auxiliaries = "|".join(sorted(table["auxiliaries"].split(), key=len, reverse=True))
        self.pronouns = {word: kind for kind in ("he", "she", "they", "i", "one") for word in table[kind].split()}
        # "dit-il": what may be joined to the verb by a hyphen
        behind = "|".join(sorted((w for w in self.pronouns if "'" not in w), key=len, reverse=True))
        clitics = "|".join(
            re.escape(c).replace("'", "['’]") + ("" if c.endswith("'") else r"\s") for c in table["clitics"].split()
        )
        self._verb = rf"(?:(?:{stems})(?:{_ENDINGS})|(?:{forms}))"
        spoken = rf"(?:{stems})é|(?:{participles})"
        first = rf"(?:{clitics}){{0,2}}"
        self._inquit = re.compile(
            rf"(?P<clause>{first}(?:"
            rf"(?P<verb>{self._verb})(?:-t)?-(?P<pronoun>{behind})\b"
            rf"|(?P<aux>{auxiliaries})(?:-t)?-(?P<inverted>{behind})\s(?:\w+\s)?(?P<done>{spoken})\b"
            rf"|(?P<had>{auxiliaries})\s(?:\w+\s)?(?P<told>{spoken})\b"
            rf"|(?P<plain>{self._verb})\b)"
            rf"(?P<rest>(?:\b{_SHORT}\.(?=\s)|[^,.;:!?»«“”„\n]){{0,{_LONGEST}}}))"
        )
        self.saying = re.compile(rf"\b(?:{self._verb}|{spoken})\b(?!-)")
        self.determiners = frozenset(table["determiners"].split())
        self.men, self.women = frozenset(table["men"].split()), frozenset(table["women"].split())
        lead = rf"(?:ne\s|n['’])?{first}(?:(?:{auxiliaries})\s(?:\w+\s)?)?"
        told_by = "|".join(sorted(self.pronouns, key=len, reverse=True)).replace("'", "['’]")
        self.subject = re.compile(rf"\b(?:qu['’])?(?P<pronoun>{told_by})\s?{lead}$", re.IGNORECASE)

    def inquit_at(self, text: str, at: int, end: int) -> Inquit | None:
        """The clause that begins at an offset, if it says who speaks there.

        >>> french = inquits_of("fr")
        >>> french.inquit_at("dira-t-il un jour, et", 0, 21).person
        'he'
        >>> found = french.inquit_at("répondit la veuve du meunier.", 0, 29)
        >>> found.person, found.subject.cut("répondit la veuve du meunier.")
        ('', 'la veuve du meunier')
        >>> french.inquit_at("parce que tout va bien.", 0, 23) is None
        True
        """
        found = self._inquit.match(text, at, end)
        if found is None:
            return None
        stop = found.end("clause")
        while text[stop - 1].isspace():
            stop -= 1
        pronoun = found["pronoun"] or found["inverted"]
        verb = found["verb"] or found["done"] or found["told"] or found["plain"]
        if pronoun:
            return Inquit(Span(at, stop), verb, self.pronouns[pronoun], Span(stop, stop))
        start = found.start("rest")
        while start < stop and text[start].isspace():
            start += 1
        if start >= stop or (text[start].islower() and not self._has_noun(text[start:stop])):
            return None
        return Inquit(Span(at, stop), verb, "", Span(start, stop))

    def _has_noun(self, words: str) -> bool:
        """Whether somebody may be named among the words: a name, or a noun behind an article."""
        if any(word[:1].isupper() for word in words.split()):
            return True
        parts = re.findall(r"[^\W\d_]+['’]?", words)
        return any(part.replace("’", "'") in self.determiners for part in parts[:4]) or parts[-1] in ("autre", "autres")


@cache
def inquits_of(language: str) -> Inquits | None:
    """Those of a language; ``None`` where nothing is known of it."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8")).get(language)
    return Inquits(table) if table is not None else None
