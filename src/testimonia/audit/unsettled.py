"""Where the evidence leaves open what a claim settles, "is another question", or calls it baseless."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Act, Span

from .denied import clause_around
from .exhibits import Exhibit, Point
from .headings import Heading
from .lines import Line
from .sides import is_of_somebody_else

__all__ = ["unsettled"]

_OPEN = tuple(  # each with what must stand in a text for it to be looked for
    (tuple(hints.split("|")), re.compile(form, re.IGNORECASE))
    for hints, form in (
        (
            "question",
            r"\b(?:is|are|was|were|remains?|remained|must\s+remain)\s+(?:(?:quite|still)\s+)?"
            r"(?:(?:another|a\s+different|an\s+open)\s+question\b(?!\s+of\b)|"
            r"a\s+question\s+(?:that|which)\s+(?:was|is|has|had|will|nobody|no\s+one)\b)",
        ),
        (
            "differ|divided|not agree|disagree",
            r"\b(?:opinions?|accounts?|authorities|historians|witnesses|versions?|stories|experts|scholars)\s+"
            r"(?:differ(?:ed)?|disagreed?|(?:are|were)\s+divided|(?:do|did)\s+not\s+agree)\b",
        ),
        (
            "disputed|contested|matter of|mystery",
            r"\b(?:is|was|are|were|remains?)\s+(?:still\s+|much\s+|hotly\s+)?(?:disputed|contested|a\s+mystery|"
            r"a\s+matter\s+of\s+(?:dispute|opinion|conjecture|controversy|guesswork))\b",
        ),
        (
            "never explained|never cleared up|never settled|never been",
            r"\b(?:was|were|has|have|had)\s+never\s+(?:been\s+)?(?:explained|cleared\s+up|settled|established|traced)\b",
        ),
        ("to the reader", r"\bleave\s+(?:it|that|this)\s+to\s+the\s+reader\b"),
        ("open to", r"\b(?:is|was)\s+open\s+to\s+(?:question|doubt)\b"),
        ("s to be|n to be", r"\bremains?\s+to\s+be\s+(?:seen|proved|shown)\b"),
        (
            "rash|idle|vain|useless",
            r"\b(?:would\s+be|is|was)\s+(?:rash|idle|vain|useless)\s+to\s+"
            r"(?:say|choose|decide|guess|assert|pretend|speculate|judge)\b",
        ),
        ("worth", r"\bfor\s+what\s+(?:it|they|that|this)\s+(?:is|are|was|were|may\s+be)\s+worth\b"),
        (
            "able to",
            r"\b(?:is|was|are|were|am|been)\s+(?:\w+ly\s+)?(?:unable|not\s+able)\s+to\s+"
            r"(?:say|tell|decide|determine|establish|discover|learn|ascertain)\b",
        ),
        ("declin", r"\bdeclin(?:ed?|es|ing)\s+to\s+(?:choose|say|decide|guess|pronounce|judge)\b"),
        ("swear|vouch", r"\b(?:could|can|would|will)\s*(?:not|n[’']t)\s+(?:swear|vouch)\b"),
        ("not agree", r"\b(?:could|can|did)\s*not\s+agree\s+(?:about|on|upon|whether|as\s+to)\b"),
        ("nobody can", r"\bnobody\s+can\s+be\s+found\b"),
        (
            "not have|not name|not mention|not list|not show|not contain|not speak",
            r"\b(?:registers?|lists?|books?|records?|minutes|papers|log|log-book|rolls?|ledgers?|deeds?|archives?|letters?)\b"
            r"[^.;:!?]{0,40}?\s(?:do|does|did)\s*not\s+(?:have|name|mention|list|show|contain|speak\s+of)\b",
        ),
        (
            "no mention|no entry|no record|no trace",
            r"\b(?:there\s+(?:is|was)|has|have|had|left)\s+no\s+(?:mention|entry|record|trace)\s+(?:of|for)\b",
        ),
        (
            "leave to|doubt it",
            r"\b(?:beg|take)\s+leave\s+to\s+(?:doubt|differ)\b|\bI\s+(?:very\s+much\s+|rather\s+)?doubt\s+it\b",
        ),
        (
            "story that|tale that|legend that|rumour that|report that",
            r"\b(?:story|tale|legend|rumour|report)\s+that\b[^.;:!?]{0,160}?\s(?:was|were|been|being)\s+(?:first\s+|originally\s+)?"
            r"(?:put\s+about|invented|spread|started|set\s+(?:about|afoot|going)|made\s+up|told)\s+by\b",
        ),
        ("need not", r"\b(?:it|that|this)\s+need\s+not\s+(?:be|have\s+been|mean)\b"),
        (
            "oes not name|oes not mention|oes not speak|oes not say",
            r"(?<![^\s“\"‘'(])It\s+does\s+not\s+(?:name|mention|speak\s+of|say)\s+(?:the|what|which|who|whom|where|of\s+what|to\s+whom)\b",
        ),
        ("not known|not recorded", r"\b(?:is|are|was|were)\s+not\s+(?:known|recorded)\b"),
        (
            "nothing to|nothing sh|nothing pr|nothing that|nothing which",
            r"\bthere\s+(?:is|was)\s+nothing\s+to\s+(?:show|prove)\b"
            r"|\bnothing\s+(?:shows|proves|showed|proved)\s+(?:it|that)\b"
            r"|\bnothing\s+(?:that|which)\s+(?:can\s+|could\s+|would\s+)?(?:proves?|proved|settles?|settled)\b",
        ),
    )
)
_BASELESS = re.compile(
    r"\b(?:ha(?:d|s|ve)|is|was|were|are|be|been)\s+(?:had\s+)?(?:no|without(?:\s+any)?)\s+"
    r"(?:(?:real|sort\s+of|shadow\s+of)\s+)?(?:basis|foundation|grounds?|truth|part|hand|share)\b(?:\s+(?:in|for|of|to)\b)?"
    r"|\b(?:do|did|does)\s+not\s+share\s+(?:it|this|that|(?:this|that|the)\s+(?:view|opinion|belief|suspicion))\b"
    r"|\bnot\s+a\s+(?:word|shred|scrap|particle|grain)\s+of\s+truth\b|\bnothing\s+of\s+the\s+(?:kind|sort)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:I|we|he|she|they)\s+(?:(?!not|never)\w+\s+)?(?:(?:takes?|took)\s+(?:it|this|that|everything|(?:all|every\s+word)\s+of\s+it)\s+"
    r"(?:all\s+)?back|(?:withdraws?|withdrew|unsaid|recant(?:s|ed)?)\s+(?:it|this|that|everything|every\s+word))\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\bif\s+(?:there\s+(?:(?:ever\s+)?was|were|is|had\s+(?:ever\s+)?been)\s+(?:ever\s+)?(?:any\s+|an?\s+)?|any\s+)"
    r"(?P<thing>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_THAT_WAS = re.compile(  # of what was told before it: "Perhaps it was done for a bet."
    r"\W{0,2}(?:(?:Perhaps|Possibly|Probably|Maybe)\s+(?:it|that|this)\s+(?:was|is|had)"
    r"|(?:It|That|This)\s+(?:may|might|could)\s+(?:(?:well|perhaps|possibly)\s+)?have\s+been)\b"
)
_FIRST = frozenset("PMIT\"“‘'(")  # what such a sentence begins with
_BETTER = re.compile(
    r"\b(?:would\s+have\s+done\s+better|would\s+have\s+been\s+(?:better|wiser)|ought\s+(?:not\s+)?to\s+have|"
    r"might\s+have\s+done\s+(?:more|better)|(?:neglected|omitted|failed)\s+to|"
    r"went\s+(?:beyond|further\s+than)\s+(?:what|his|her|their|the)|exceeded\s+(?:his|her|their)|"
    r"(?:is|was|are|were)\s+to\s+be\s+(?:regretted|deplored)|fell\s+short\s+of|"
    r"imperfectly\s+[^\W\d_]+|[^\W\d_]+\s+imperfectly|(?:error|want)\s+of\s+judge?ment)\b",
    re.IGNORECASE,
)
_NO_BLAME = re.compile(
    r"\bno\s+(?:blame|guilt|fault|censure)\b|\b(?:not|n[’']t|never)\s+(?:at\s+all\s+)?to\s+blame\b", re.IGNORECASE
)
_ACQUITTED = re.compile(r"\b(?:acquitted|acquittal|found\s+not\s+guilty)\b", re.IGNORECASE)
_TWICE = 2  # places of one excerpt that lay blame
_BEFORE = 4  # sentences back to what "it" may stand for
_ASKED = re.compile(r"\b(?:ask(?:s|ed|ing)?|see|know|wonder(?:s|ed|ing)?|enquired?|inquired?)\s+$", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:that|whether|if|how|who|why|about|as\s+to)\b", re.IGNORECASE)
_MAY_HINTS = ("f any", "f there")
_BACK_HINTS = (" back", "withdr", "recant", "unsaid")
_BASELESS_HINTS = (
    "basis",
    "foundation",
    "ground",
    "truth",
    "not share",
    "part in",
    "hand in",
    "share in",
    "nothing of",
)
_WITHIN = 2  # sentences from the matter of the claim to what leaves it open
_BRIEF = 6  # sentences of an excerpt that speaks of little else


def unsettled(exhibit: Exhibit) -> Iterator[Point]:
    """Words that leave open, or call baseless, what the claim says."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.is_unproved or heading.reserved or _withdraws(heading):
        return
    yield from _that_was(exhibit)
    yield from _blamed(exhibit)
    denies = Act.DENIES in heading.acts or any(part.concept == "=deny" for part in heading.parts)
    for rule, form in _forms(exhibit.record.text, denies):
        for found in form.finditer(exhibit.record.text):
            n = exhibit.line_at(found.start())
            if n is None or exhibit.lines[n].is_question:
                continue
            line, words = exhibit.lines[n], Span(*found.span())
            if not _is_near(exhibit, n) or not _is_of_it(heading, line, words, form is _MAY):
                continue
            whole = Span(0, len(heading.text))
            yield Point(rule, exhibit, whole, clause_around(line, words), words, max(0.4, exhibit.near(n)))


def _forms(text: str, denies: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The forms that may stand in a text, each with its rule."""
    for hints, form in _OPEN:
        if any(hint in text for hint in hints):
            yield "open", form
    if any(hint in text for hint in _MAY_HINTS):
        yield "open", _MAY
    if not denies and any(hint in text for hint in _BASELESS_HINTS):
        yield "baseless", _BASELESS
    if not denies and any(hint in text for hint in _BACK_HINTS):
        yield "baseless", _TAKEN_BACK


def _that_was(exhibit: Exhibit) -> Iterator[Point]:
    """A sentence that says of what was just told that it may have been so."""
    for n, line in enumerate(exhibit.lines):
        found = _THAT_WAS.match(line.text, line.start, line.end) if line.text[line.start] in _FIRST else None
        if found is None or line.is_question:
            continue
        told = [m for m in range(max(0, n - _BEFORE), n) if exhibit.shares[m]]
        if told:
            words = Span(line.words[0].start, found.end())
            place = clause_around(line, words)
            yield Point("hedge", exhibit, Span(0, len(exhibit.heading.text)), place, words, max(0.3, exhibit.near(n)))
            return


def _blamed(exhibit: Exhibit) -> Iterator[Point]:
    """Blame where the claim has somebody for blameless, and none where it has him for guilty."""
    heading = exhibit.heading
    sides = {pole.effective for pole in heading.poles if pole.scale == "guilt"}
    deed = not sides and heading.persons and heading.deeds
    if len(sides) != 1 and not deed:
        return
    form = _ACQUITTED if deed else _NO_BLAME if sides == {1} else _BETTER
    told = 0
    for found in form.finditer(exhibit.record.text):
        n = exhibit.line_at(found.start())
        if n is None or exhibit.lines[n].is_question or not _is_near(exhibit, n):
            continue
        line, words = exhibit.lines[n], Span(*found.span())
        place = clause_around(line, words)
        of_whom = next((word.person for word in line.words if word.person and word.start >= words.end), None)
        persons = heading.persons
        if deed and not any("@" + person in line.concepts for person in persons):
            continue
        if not is_of_somebody_else(exhibit, line, place) and (not persons or of_whom is None or of_whom in persons):
            whole = Span(0, len(heading.text))
            yield Point("doubted", exhibit, whole, place, words, max(0.4, exhibit.near(n)))
            told += 1
            if told == _TWICE:
                return


def _withdraws(heading: Heading) -> bool:
    return Act.RETRACTS in heading.acts or any(part.concept == "=retract" for part in heading.parts)


def _is_near(exhibit: Exhibit, n: int) -> bool:
    """Whether the claim's matter stands in the sentence or soon before it; a short excerpt speaks of little else."""
    if len(exhibit.lines) <= _BRIEF:
        return True
    return any(exhibit.shares[m] for m in range(max(0, n - _WITHIN), n + 1))


def _is_of_it(heading: Heading, line: Line, words: Span, by_name: bool) -> bool:
    """Whether a word of the claim is there where a "that" or the like follows, or where a thing is named."""
    told = {concept for concept in heading.weights if not concept.startswith("@")}
    if by_name:
        if _ASKED.search(line.text, line.start, words.start):
            return False
        last = [word for word in line.words if word.end == words.end]
        return any(word.concept in told for word in last)
    behind = _THAT.match(line.text, words.end, line.end)
    if behind is None:
        return True
    return any(word.concept in told for word in line.words if word.start >= behind.end())
