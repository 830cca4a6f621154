"""French and German headings, by their few words for acts (``heading_tongues.toml``).

No parser: who stands before the verb speaks or acts, who stands behind it is meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.model import Act
from testimonia.words.languages import guess_language

from .heading_people import Statement, Target
from .heading_phrases import Phrase, Sort, slug
from .heading_tokens import Named

__all__ = ["Tongue", "tongue_of", "tongue_statements"]

_FILE = Path(__file__).with_name("heading_tongues.toml")
_PIECE = re.compile(r"[^\W\d_]+['’](?=\w)|[^\W\d_]+(?:-[^\W\d_]+)*|[,:;]")
_ENGLISH = re.compile(r"(?<!\w)(?:the|and|of)(?!\w)", re.IGNORECASE)
_FRENCH_ENDINGS = ("e", "ent", "a", "èrent", "é", "és", "ée", "ées", "ait", "aient", "er", "ant")
_LONGEST_PARTICLE = 8  # words between "gibt" and "zu"


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language: ``small`` by their key, and the acts of verbs, each with the particle it needs."""

    small: Mapping[str, frozenset[str]]
    acts: Mapping[str, tuple[tuple[str, str, Act], ...]]  # by the word: kind of table, particle, act


@dataclass(frozen=True, slots=True)
class _Word:
    low: str
    start: int
    end: int
    name: Named | None = None


def tongue_of(headings: Sequence[str]) -> Tongue | None:
    """The language of the headings together, if it is French or German."""
    whole = "\n".join(headings)
    if _ENGLISH.search(whole) is not None:
        return None
    return _tongues().get(guess_language(whole) or "")


@cache
def _tongues() -> dict[str, Tongue]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {language: _tongue(table, language) for language, table in tables.items()}


def _tongue(table: Mapping[str, object], language: str) -> Tongue:
    small = {key: frozenset(words.split()) for key, words in table.items() if isinstance(words, str)}
    acts: dict[str, list[tuple[str, str, Act]]] = {}
    for kind in ("acts", "says", "deeds"):
        entries = table[kind]
        assert isinstance(entries, dict)
        for key, words in entries.items():
            act = _DEEDS.get(key) or Act(key)
            for entry in words.split():
                word, _, particle = entry.partition("~")
                for form in _forms(word, language):
                    acts.setdefault(form, []).append((key if kind == "deeds" else kind, particle, act))
    return Tongue(small, {word: tuple(found) for word, found in acts.items()})


_DEEDS = {"wrongs": Act.ACCUSES, "guilty": Act.JUDGES, "innocent": Act.EXONERATES, "called": Act.ACCUSES}


def _forms(word: str, language: str) -> list[str]:
    if not word.endswith("+"):
        return [word]
    base = word[:-1]
    if language == "fr":
        stem = base.removesuffix("er")
        soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
        return [(soft if ending[0] in "aâo" else stem) + ending for ending in _FRENCH_ENDINGS]
    stem = base.removesuffix("n").removesuffix("e")
    stem_e = stem if stem[-1] not in "dt" else stem + "e"
    prefixed = stem.startswith(("be", "ver", "er", "ent", "ge", "zer", "miss", "wider"))
    return [base, stem_e + "t", stem_e + "te", stem_e + "ten", ("" if prefixed else "ge") + stem_e + "t"]


def _words(text: str, named: Sequence[Named]) -> list[_Word]:
    found: list[_Word] = []
    at = 0

    def plain(start: int, end: int) -> None:
        for piece in _PIECE.finditer(text, start, end):
            found.append(_Word(piece.group().lower().replace("’", "'"), piece.start(), piece.end()))

    for who in sorted(named, key=lambda n: n.start):
        if who.start < at:
            continue
        plain(at, who.start)
        found.append(_Word("", who.start, who.end, who))
        at = who.end
    plain(at, len(text))
    return found


class _Reading:
    """One heading in one language; all statements are of the whole of it: ``last`` is the number of its tokens."""

    def __init__(self, text: str, words: list[_Word], tongue: Tongue, last: int) -> None:
        self.text, self.words, self.tongue, self.last = text, words, tongue, last
        self.lows = [word.low for word in words]

    def is_small(self, n: int, key: str) -> bool:
        return self.lows[n] in self.tongue.small[key]

    def actors(self, first: int, last: int) -> list[Phrase]:
        """Whoever is named between two places, or the noun that stands there with an article."""
        named = [n for n in range(first, last) if self.words[n].name is not None]
        if named:
            return [self._person(n) for n in named]
        begin = first
        while begin < last and (self.is_small(begin, "articles") or self.is_small(begin, "many")):
            begin += 1
        if begin >= last or begin == first or self.is_small(begin, "self"):
            return []
        end = begin
        while end < last and self.lows[end] not in (",", ":", ";") and not self.is_small(end, "denies"):
            if end > begin and (self.is_small(end, "before_matter") or self.is_small(end, "with")):
                break
            end += 1
        a, b = self.words[begin].start, self.words[end - 1].end
        name = self.text[a:b]
        many = any(self.is_small(n, "many") for n in range(first, begin))
        sort = Sort.GROUP if many else Sort.ANON
        return [Phrase(begin, end, a, b, f"{sort}:{slug(name)}", name, sort, self.lows[end - 1], many=many)]

    def _person(self, n: int) -> Phrase:
        who = self.words[n].name
        assert who is not None
        return Phrase(n, n + 1, who.start, who.end, who.person, who.name, Sort.PERSON, gender=who.gender)

    def act_at(self, n: int, last: int) -> tuple[str, Act] | None:
        """Kind and act of a verb, with its particle somewhere behind it where it needs one."""
        found = None
        for kind, particle, act in self.tongue.acts.get(self.lows[n], ()):
            if particle and particle in self.lows[n + 1 : min(last, n + _LONGEST_PARTICLE)]:
                return kind, act
            if not particle and found is None:
                found = (kind, act)
        return found

    def read(self, first: int, last: int, speaker: Phrase | None) -> list[Statement]:
        """What stands between two places, on the word of the compiler or of a speaker."""
        if last <= first or self.lows[first] in self.tongue.small["questions"] | self.tongue.small["no_verb"]:
            return []
        stop = next((n for n in range(first + 1, last) if self.is_small(n, "clauses")), last)
        denied = any(self.is_small(n, "denies") for n in range(first, stop))
        if any(self.is_small(n, "hedges") for n in range(first, stop)):
            return []
        for n in range(first, stop):
            found = self.act_at(n, stop) if self.lows[n] else None
            if found is None or n == first:
                continue
            kind, act = found
            subject = self.actors(first, self._before_verb(first, n))
            own = speaker is not None and not subject and any(self.is_small(k, "self") for k in range(first, n))
            if kind in ("acts", "says"):
                if not subject or speaker is not None:
                    continue
                return self._said(kind, act, subject, n, stop, last, denied)
            return self._done(kind, act, subject, own, first, n, stop, denied, speaker)
        verbs = [n for n in range(first + 1, stop) if self.is_small(n, "being") or self.is_small(n, "having")]
        if not verbs:
            return []
        of = self.targets(self.actors(first, verbs[0]))
        return [self.make(Act.REPORTS, speaker, of, "a verb, in another language", 0.45)]

    def _before_verb(self, first: int, n: int) -> int:
        """Where the subject ends: before auxiliaries and what denies them."""
        end = next((k for k in range(first + 1, n) if self.is_small(k, "being") or self.is_small(k, "having")), n)
        while end > first and (self.is_small(end - 1, "denies") or self.lows[end - 1] in ("ne", "n'", "s'", "se")):
            end -= 1
        return end

    def _said(
        self, kind: str, act: Act, subject: list[Phrase], n: int, stop: int, last: int, denied: bool
    ) -> list[Statement]:
        begin = n + 1
        passive = any(self.is_small(k, "being") for k in range(subject[-1].last, n))
        agent = next((k for k in range(subject[-1].last, stop) if self.is_small(k, "by")), None)
        if passive and kind == "acts":
            by = self.actors(agent + 1, n if agent < n else stop) if agent is not None else []
            if by and not denied:
                return [self.make(act, one, self.targets(subject), "a word by which one does it", 0.7) for one in by]
            return [self.make(Act.REPORTS, None, self.targets(subject), "what befell somebody", 0.5)]
        that = next((k for k in range(begin, last) if self.is_small(k, "that") or self.lows[k] in (":", ",")), None)
        if kind == "says":
            content = begin if that is None else that + 1
            if that is not None and content < last and self.is_small(content, "that"):
                content += 1
            told = [s for one in subject for s in self.read(content, last, one)]
            opinion = act is Act.JUDGES
            if opinion and told:
                told = [_as_opinion(s, denied) for s in told]
            return told or [self.make(Act.REPORTS, one, (), "says what happened", 0.45) for one in subject]
        if denied:
            act = Act.DENIES if act is Act.ADMITS else Act.REPORTS
        of: tuple[Target, ...] = ()
        if act not in (Act.ADMITS, Act.DENIES, Act.RETRACTS):
            end = next((k for k in range(begin + 1, stop) if self.is_small(k, "before_matter")), stop)
            of = self.targets(self.actors(begin, end) or self.actors(begin, stop))
            of = tuple(target for target in of if target.id not in {one.id for one in subject})
        if act is Act.REPORTS:
            return [self.make(act, None, self.targets(subject), "somebody did not say it", 0.45)]
        return [self.make(act, one, of, "a word by which one does it", 0.7) for one in subject]

    def _done(
        self,
        kind: str,
        act: Act,
        subject: list[Phrase],
        own: bool,
        first: int,
        n: int,
        stop: int,
        denied: bool,
        speaker: Phrase | None,
    ) -> list[Statement]:
        """A wrong that was done, or a quality that somebody has."""
        if own:
            owns = (kind != "innocent") != denied
            return [self.make(Act.ADMITS if owns else Act.DENIES, speaker, (), "says what he himself did", 0.65)]
        if kind == "wrongs" and any(self.is_small(k, "being") for k in range(first, stop)):
            agent = next((k for k in range(first, stop) if self.is_small(k, "by")), None)
            by = self.actors(agent + 1, n if agent < n else stop) if agent is not None else []
            if by:
                return [self.make(act, speaker, self.targets(by), "somebody did it", 0.65)] if not denied else []
            return [self.make(Act.REPORTS, speaker, self.targets(subject), "what befell somebody", 0.5)]
        if not subject:
            return []
        if denied:
            act = Act.JUDGES if act is Act.EXONERATES else Act.EXONERATES
        return [self.make(act, speaker, self.targets(subject), "what somebody did or is", 0.65)]

    def targets(self, found: Sequence[Phrase]) -> tuple[Target, ...]:
        return tuple(Target(p.id, p.name, p.start, p.end) for p in found)

    def make(self, act: Act, speaker: Phrase | None, of: tuple[Target, ...], rule: str, confidence: float) -> Statement:
        return Statement(act, speaker, of, 0, self.last, rule, confidence)


def _as_opinion(statement: Statement, denied: bool) -> Statement:
    """ "believes that Ash did it" judges him; who does not believe it clears him."""
    if statement.act is not Act.ACCUSES:
        return statement
    act = Act.EXONERATES if denied else Act.JUDGES
    return Statement(
        act, statement.speaker, statement.of, statement.first, statement.last, statement.rule, statement.confidence
    )


def tongue_statements(text: str, named: Sequence[Named], tongue: Tongue, last: int) -> list[Statement]:
    """What a heading in another language states; ``last`` is the number of its tokens."""
    if text.rstrip().endswith("?"):
        return []
    words = _words(text, named)
    return _Reading(text, words, tongue, last).read(0, len(words), None)
