"""What a claim has and its evidence has not: a stronger word, an aim, a year, who asks, a fact for a fiction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import PartKind, Span

from .contexts import is_of_others
from .exhibits import Exhibit, Point
from .headings import Heading, Part
from .lines import Line
from .sides import is_of_another_subject
from .vocabulary import context_words, is_deed, strong_rows, weak_rows

__all__ = ["absent", "shifts"]

_NEAR_WEAKER = 0.32
_NEAR_INVENTED = 0.05
_CARRIED = 0.5
_SHARE_INVENTED = 0.2
_NEAR_ASKER = 0.35
_BESIDE = 3  # words from who asks to "asked"
_NO_ASKER = frozenset("was were been be is are : , nobody none not never".split())  # "ANNA: Nobody asked me"
_ADDED = 2  # words: "errors and"
_BRIEF = 8  # sentences of an excerpt that a word about all of it may stand in
_ASKED = re.compile(r"\[\s*(?:(?:which|who|whose) [^\[\],]{1,30}|[^\[\]]{0,60}\?)\s*\]", re.IGNORECASE)
_NEAR_ASKED = 0.3
_ALONE = re.compile(
    r"\b(?:alone(?:\s+with)?|single-handed(?:ly)?|unaided|unassisted|(?:by|on)\s+(?:him|her|them|it)sel(?:f|ves)|"
    r"on\s+(?:his|her|their)\s+own|only (?:one|man|woman|person))\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:(?:helped|assisted|joined|accompanied) by|with the help of|(?:together|along) with|with (?:him|her|them)|"
    r"so (?:did|had)|accomplices?|in company with|as did|as well as)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:helped|assisted|joined|accompanied) by|(?:together|along) with|in company with", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?:by|all)\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\d+)\s+"
    r"(?:people|persons|men|women|of\s+us)\b",
    re.IGNORECASE,
)
_NEAR_COMPANY = 0.2
_STANDING = frozenset("was stood sat knelt lay waited leaned".split())
_BY = frozenset("beside by near with between next side there present".split())
_STANDS = 4  # words behind such a verb in which it says beside whom
_NEAR_AIM = 0.2
_NEAR_STRONG = 0.6
_NEAR_YEAR = 0.4
_BENT = 3  # words from "tries" to its "to"
_REASONS = frozenset((("in", "order"), ("so", "as"), ("for", "fear"), ("for", "lack"), ("out", "of"), ("due", "to")))
_DEFINITE = frozenset("the this that his her their its".split())
_SELF = frozenset(("himself", "herself", "themselves", "itself"))
_ON_PURPOSE = frozenset("deliberate deliberately intentional intentionally purposely wilful wilfully willfully".split())
_RELATIVE = frozenset(("before", "after", "later", "earlier", "following", "previous"))


def shifts(exhibit: Exhibit) -> Iterator[Point]:
    """All of them."""
    heading = exhibit.heading
    yield from _invented(exhibit)
    if heading.is_topic:
        return
    yield from _weaker(exhibit)
    yield from _asker(exhibit)
    yield from _asked(exhibit)
    yield from _company(exhibit)


def absent(heading: Heading, exhibits: Sequence[Exhibit]) -> Iterator[Point]:
    """What no excerpt of a claim has: an aim, a year, a strong word; each at the place that is nearest to the claim."""
    nearest = max(
        ((exhibit.near(exhibit.best), exhibit) for exhibit in exhibits if exhibit.best is not None),
        key=lambda found: found[0],
        default=None,
    )
    if nearest is None or heading.is_topic:
        return
    near, exhibit = nearest
    have = frozenset().union(*(exhibit.concepts for exhibit in exhibits))
    aim = _aim(heading)
    if aim is not None and near >= _NEAR_AIM and not heading.is_unproved and have.isdisjoint(_concepts(heading, aim)):
        yield _nearest("motive", exhibit, aim)
    if near >= _NEAR_STRONG:
        for part in heading.parts:
            if (
                part.concept not in have
                and not part.denied
                and not heading.is_reported(part.at)
                and _unsaid(part, exhibits)
            ):
                yield _nearest("unsaid", exhibit, Span(part.start, part.end))
    for part in heading.parts:
        if part.kind is PartKind.DATE and near >= _NEAR_YEAR and not any(_has_year(x, part) for x in exhibits):
            yield from _undated(exhibit, part)


def _unsaid(part: Part, exhibits: Sequence[Exhibit]) -> bool:
    """Whether it is a strong word for a matter for which the evidence has none."""
    rows = strong_rows(part.text.lower())
    if not rows or not is_deed(part.concept):
        return False
    if any(not _ON_PURPOSE.isdisjoint(line.low_forms) for x in exhibits for line in x.lines):
        return False
    return not any(rows & strong_rows(low) for x in exhibits for line in x.lines for low in line.low_forms)


def _concepts(heading: Heading, place: Span) -> frozenset[str]:
    parts = (part for part in heading.parts if place.start <= part.start < place.end)
    return frozenset(part.concept for part in parts if part.weight and part.kind is not PartKind.PERSON)


def _aim(heading: Heading) -> Span | None:
    """The words of a claim that give an aim or a reason: "to save himself", "because he was tired"."""
    lows, words = heading.line.lows, heading.line.words
    for at, low in enumerate(lows[:-1]):
        behind = lows[at + 1 : at + 3]
        aims = low == "to" and (behind[0] in context_words("aims") or not _SELF.isdisjoint(behind[1:]))
        if aims and not context_words("bent").isdisjoint(lows[max(0, at - _BENT) : at]):
            continue  # "worked hard to undermine" tells what, and not why
        if at > 1 and (aims or low == "because" or (low, behind[0]) in _REASONS):
            found = Span(words[at].start, words[-1].end)
            return found if _concepts(heading, found) else None
    return None


def _has_year(exhibit: Exhibit, part: Part) -> bool:
    year = part.text
    if exhibit.heading.text[part.end : part.end + 2].lower() in ("s", "'s", "’s"):
        year = year[:3]  # a decade
    short = f"'{year[2:]}", f"’{year[2:]}"
    if year in exhibit.record.text or any(form in exhibit.record.text for form in short):
        return True
    return any(dating.edtf.startswith(year) for dating in exhibit.datings)


def _undated(exhibit: Exhibit, part: Part) -> Iterator[Point]:
    """The year of a claim, where its nearest sentence tells a time by something else: "five days before the fair"."""
    n = exhibit.best
    assert n is not None
    line = exhibit.lines[n]
    for at, low in enumerate(line.lows[:-1]):
        if low in _RELATIVE and line.lows[at + 1] in _DEFINITE:
            claim, words = Span(part.start, part.end), line.place(at, 2)
            yield Point("undated", exhibit, claim, line.clause(at), words, exhibit.near(n))
            return


def _nearest(rule: str, exhibit: Exhibit, claim: Span) -> Point:
    """A point at the clause that carries most of a claim."""
    n = exhibit.best
    assert n is not None
    line = exhibit.lines[n]
    places = [line.clause(at) for at, word in enumerate(line.words) if word.concept in exhibit.heading.weights]
    place = max(places, key=lambda place: exhibit.share_of(n, place), default=line.clause(0))
    return Point(rule, exhibit, claim, place, place, exhibit.near(n))


def _weaker(exhibit: Exhibit) -> Iterator[Point]:
    """A weaker word where the claim has a strong one, which the excerpt has not near what the claim tells."""
    heading = exhibit.heading
    for part in heading.parts:
        rows = strong_rows(part.text.lower())
        if not rows or part.denied or heading.is_unproved or heading.is_reported(part.at):
            continue
        if any(rows & weak_rows(low) for low in heading.line.lows) and not _is_added(heading, part, rows):
            continue
        if any(rows & strong_rows(low) for line in exhibit.lines for low in line.low_forms):
            continue
        but = frozenset((part.concept,))
        found: tuple[float, Line, int] | None = None
        for n, line in enumerate(exhibit.lines):
            near = exhibit.near(n, but)
            if near < _NEAR_WEAKER or line.is_question:
                continue
            at = next((k for k, low in enumerate(line.lows) if rows & weak_rows(low)), None)
            if at is None or line.is_denied(at) or is_of_others(line, at + 1) or not _ON_PURPOSE.isdisjoint(line.lows):
                continue
            if found is None or near > found[0]:
                found = near, line, at
        if found is not None:
            near, line, at = found
            yield Point("weaker", exhibit, Span(part.start, part.end), line.clause(at), line.place(at), near)


def _is_added(heading: Heading, part: Part, rows: frozenset[str]) -> bool:
    """Whether the claim itself adds the strong word to the weak one: "ERRORS AND CRIMES"."""
    before = heading.line.lows[max(0, part.at - 2) : part.at]
    return len(before) == _ADDED and before[1] in ("and", "&") and bool(rows & weak_rows(before[0]))


def _invented(exhibit: Exhibit) -> Iterator[Point]:
    """A word such as "fiction" of what the claim gives as said or done."""
    heading = exhibit.heading
    words = context_words("invention")
    if exhibit.among > 2 or heading.is_denial or any(pole.scale == "credence" for pole in heading.poles):
        return
    for n, line in enumerate(exhibit.lines):
        if line.is_question or line.low_forms.isdisjoint(words):
            continue
        near = exhibit.near(n)
        if exhibit.among > 1 and exhibit.shares[n] < _SHARE_INVENTED:
            continue
        if near < _NEAR_INVENTED and len(exhibit.lines) > _BRIEF:
            continue
        at = next(k for k, low in enumerate(line.lows) if low in words)
        place = line.clause(at)
        if exhibit.shares[n] >= _CARRIED and not exhibit.share_of(n, place):
            continue  # the sentence tells it outright, and calls something else invented
        if not line.is_denied(at) and not is_of_others(line, at):
            yield Point("invented", exhibit, Span(0, len(heading.text)), place, line.place(at), near)


def _asked(exhibit: Exhibit) -> Iterator[Point]:
    """A bracket in which the compiler or the editor asks himself: "[which trial?]"."""
    for mark in _ASKED.finditer(exhibit.record.text):
        n = next((n for n, line in enumerate(exhibit.lines) if line.start <= mark.start() < line.end), None)
        if n is not None and exhibit.near(n) >= _NEAR_ASKED:
            place = Span(*mark.span())
            yield Point("asked", exhibit, Span(0, len(exhibit.heading.text)), place, place, exhibit.near(n))


def _company(exhibit: Exhibit) -> Iterator[Point]:
    """Helpers and companions, where the claim has it that somebody did it alone."""
    heading = exhibit.heading
    alone = _ALONE.search(heading.text)
    if alone is None or heading.is_denial:
        return
    for n, line in enumerate(exhibit.lines):
        together = _TOGETHER.search(line.text, line.start, line.end) if exhibit.near(n) >= _NEAR_COMPANY else None
        found = together or _SEVERAL.search(line.text, line.start, line.end)
        if found is None and alone[0].lower().endswith("with") and exhibit.near(n) >= _NEAR_COMPANY:
            yield from _beside_him(exhibit, Span(*alone.span()), n)
        if found is None or line.is_question:
            continue
        at = next(k for k, word in enumerate(line.words) if word.end > found.start())
        place = line.clause(at)
        between = together is not None and _BETWEEN.fullmatch(together[0]) and not exhibit.share_of(n, place)
        if between and is_of_another_subject(exhibit, line, at):
            continue
        yield Point("company", exhibit, Span(*alone.span()), place, Span(*found.span()), exhibit.near(n))


def _beside_him(exhibit: Exhibit, claim: Span, n: int) -> Iterator[Point]:
    """Who else is named as standing by, where somebody was alone with somebody."""
    line = exhibit.lines[n]
    for at, word in enumerate(line.words[:-1]):
        stands = line.lows[at + 1] in _STANDING and not line.is_denied(at + 1) and not line.is_question
        beside = [other.low for other in line.words[at + 2 : at + 2 + _STANDS]]
        if (
            stands
            and not _BY.isdisjoint(beside)
            and word.person is not None
            and word.person not in exhibit.heading.persons
        ):
            yield Point("company", exhibit, claim, line.clause(at, 2), line.place(at, 2), exhibit.near(n))
            return


def _asker(exhibit: Exhibit) -> Iterator[Point]:
    """Somebody else asks or brings about what the claim lets somebody ask or bring about."""
    heading = exhibit.heading
    mine = _asking(heading.line)
    if mine is None:
        return
    who, at = mine
    name = next(word for word in heading.line.words if word.person == who)
    if any(found is not None and found[0] == who for found in map(_asking, exhibit.lines)):
        return
    for n, line in enumerate(exhibit.lines):
        found = _asking(line)
        if found is None or found[0] in heading.persons or exhibit.near(n) < _NEAR_ASKER:
            continue
        claim = Span(name.start, heading.line.words[at].end)
        place, words = line.clause(found[1]), line.place(found[1])
        says = heading.text[name.start : name.end]
        yield Point("asker", exhibit, claim, place, words, exhibit.near(n), says)


def _asking(line: Line) -> tuple[str, int] | None:
    """Who asks or brings about something in a sentence, and the word for it."""
    words = context_words("asking")
    if not line.named or line.low_forms.isdisjoint(words):
        return None
    for at, word in enumerate(line.words):
        if word.person is None:
            continue
        behind = line.lows[at + 1 : at + 1 + _BESIDE]
        verb = next((k for k, low in enumerate(behind) if low in words), None)
        if verb is not None and _NO_ASKER.isdisjoint(behind[:verb]):
            return word.person, at + 1 + verb
    return None
