"""What a date dates: the clause it stands in, or the thing whose attribute it is ("the protocol of 13 March").

No parser: clauses are parted at the signs and little words that part them in print. What is cut is always one stretch of
the text; where a clause says too little alone, the whole sentence is taken.
"""

from __future__ import annotations

import re

from testimonia.model import Span
from testimonia.words.sentences import sentences

__all__ = ["find_event", "find_event_of_claim"]

_REACH = 700  # code points to either side in which the ends of its sentence are looked for
_VERB = re.compile(  # what makes of words a statement that something happened or was so
    r"\b(?:was|were|had|has|have|is|are|did|does|came|went|took|gave|got|met|saw|said|wrote|told|made|held|became|began|sent|"
    r"left|found|died|shot|brought|read|ran|stood|fell|broke|spoke|heard|knew|thought|kept|paid|led|put|set|grew|drew|rose|"
    r"lost|won|fought|burnt|bought|sold|built|felt|sat|spent|sought|taught|lay|chose|drove|flew|fled|struck|bore|hid|threw|"
    r"arose|swore|shook|sank|hung|will|would|shall|should|could|can|might|must|\w{3,}ed|\w{3,}n['’]t)\b",
    re.IGNORECASE,
)
_LITTLE = (
    r"in|on|at|of|to|by|for|from|with|and|or|but|as|that|which|who|whom|when|while|where|was|were|had|has|have|is|are|he|she|it|"
    r"they|we|i|his|her|their|its|the|a|an|this|not|if|than|until|since|after|before|during|there|would|will|could|did|onwards?|on"
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|this|that|his|her|their|its|our|my|your|each|every)|['’]s?)\s(?:[\w'’-]+\s){0,2}$", re.I
)
_NOUN_AFTER = re.compile(
    rf",?\s(?!(?:{_LITTLE})\b)(?P<noun>[^\W\d_]{{3,}}(?:\s(?!(?:{_LITTLE})\b)[^\W\d_]{{3,}})?)", re.I
)
_THING_OF = re.compile(
    r"(?:(?P<det>(?:\b(?:the|a|an|this|that|his|her|their|its|our|my|your)|\b[A-Z][\w-]+['’]s?))\s)"
    rf"(?:(?!(?:{_LITTLE})\b)[\w'’-]+\s){{0,4}}?(?!(?:{_LITTLE}|end|middle|beginning|start|rest|part|events)\b)[\w'’-]+,?\s"
    r"(?:of|dated|from)(?:\sthe)?\s$",
    re.IGNORECASE,
)
_PARTED = re.compile(  # where a clause begins: a sign, or a comma and a word that joins
    r"(?P<sign>[;:]\s|\s?(?:--|—|–)\s?(?=[^\d\s]))"
    r"|(?P<comma>,)\s(?P<word>who|whom|whose|which|when|where|while|whereas|although|though|because|since|so that|after which|"
    r"and then|but|for)\s"
    r"|,\s(?P<also>and|or|so|yet)\s(?=(?:he|she|they|we|it|I|the|this|that|these|there|[A-Z][\w'’]+)\b)"
    r"|(?<=[^\s,])\s(?P<bare>when|while|where|because|although|whereas)\s"
    r"|(?<=\w)\s(?P<bare_which>who|whom|which)\s(?=\w)",
)
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys?)|told (?:\w+ ){1,3}|\w+(?:ed|es|ing|ifies|ify|ts|ns)|wrote|knew|knows?|thought|thinks?|held|found|heard|shows?|"
    r"true|clear|known|shown|fact|likely|possible|admit|deny|believe|evidence|alleged(?: \w+)?) that\s",
)
_WHO = frozenset(("who", "whom", "whose", "which"))
_WHOM = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|his|her|their|its|some|two|three|several|many)\s(?:[\w'’-]+\s){0,5}?[\w'’-]+"
    r"|\b[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)*(?:\s\[[^\]]{1,24}\])?)$"
)
_SCENE = re.compile(
    r"[\s\"“'‘(\[]*(?:from\b|the\s)?\s?(?:[A-Z][\w'’.]*\s)*(?:excerpts?|extracts?|minutes|transcripts?|records?|proceedings|protocols?|"
    r"interrogation|testimony|depositions?|speech|letter|report|statement|session|sitting|evening|morning)\b",
    re.IGNORECASE,
)
_TRIM = " \t\n,;:.–—-\"'“”‘’«»"


def find_event(text: str, date: Span) -> Span | None:
    """The words that say what is dated; ``None`` where they tell of nothing, as those that set a scene.

    >>> text = "Dunn said that in 1911 the mill burnt, but that was a lie."
    >>> find_event(text, Span(15, 22)).cut(text)
    'in 1911 the mill burnt'
    """
    sentence = _sentence(text, date)
    inside = _bracket(text, sentence, date)
    if inside is not None:
        whole = inside.start - 1 <= sentence.start + 1 and inside.end + 1 >= sentence.end - 2
        if whole and (_SCENE.match(inside.cut(text)) or not _says(inside.cut(text))):
            return None
        thing = _thing(text, inside, date)
        if thing is not None:
            return thing
        if _says(inside.cut(text)) and len(inside) > len(date) + 12:
            sentence = inside
    else:
        thing = _thing(text, sentence, date)
        if thing is not None:
            return thing
    if not _says(sentence.cut(text)):
        return None
    return _trim(text, _clause(text, sentence, date), date)


def find_event_of_claim(text: str, date: Span) -> Span:
    """What a heading dates: a thing that has the date for its attribute, or all it says."""
    whole = Span(0, len(text))
    return _thing(text, whole, date) or _trim(text, whole, date)


def _sentence(text: str, date: Span) -> Span:
    low, high = max(0, date.start - _REACH), min(len(text), date.end + _REACH)
    feed = text.rfind("\n", low, date.start)
    low = feed + 1 if feed >= 0 else low
    for span in sentences(text, low, high):
        if span.start <= date.start < span.end:
            return Span(span.start, max(span.end, date.end))
    return date


def _says(words: str) -> bool:
    return _VERB.search(words) is not None


def _bracket(text: str, sentence: Span, date: Span) -> Span | None:
    """What is between the innermost brackets around the date, where there are any."""
    for left, right in ("[]", "()"):
        begin = text.rfind(left, sentence.start, date.start)
        if begin < 0 or text.find(right, begin, date.start) >= 0:
            continue
        end = text.find(right, date.end, sentence.end + 2)
        return Span(begin + 1, end if end >= 0 else sentence.end)
    return None


def _thing(text: str, within: Span, date: Span) -> Span | None:
    """The thing that is dated, where the date is its attribute: "the 1911 fire", "his letter of 3 May"."""
    before = text[max(within.start, date.start - 60) : date.start]
    base = date.start - len(before)
    after = _NOUN_AFTER.match(text, date.end, within.end)
    determined = _DETERMINED.search(before)
    if after is not None and determined is not None and not _says(determined.group()):
        lead = _DETERMINED.search(before)
        assert lead is not None
        start = lead.start() + (2 if before[lead.start()] in "'’" else 0)
        if not _VERB.fullmatch(after["noun"].split()[0]):
            noun = after["noun"].split()
            end = after.end() if len(noun) == 1 or not _VERB.fullmatch(noun[1]) else after.start("noun") + len(noun[0])
            return _trim(text, Span(base + start, end), date)
    of = _THING_OF.search(before)
    if of is not None and not re.search(r"\b(?:was|were|had|is|are)\b", of.group()):
        return _trim(text, Span(base + of.start(), date.end), date)
    return None


def _clause(text: str, sentence: Span, date: Span) -> Span:
    """The clause around the date, or the sentence where the clause says nothing alone."""
    start, end = sentence.start, sentence.end
    for mark in _PARTED.finditer(text, sentence.start, sentence.end):
        word = mark["word"] or mark["bare_which"]
        if mark.end() <= date.start + 1 or (mark.start() < date.start < mark.end()):
            begin = mark.end()
            if word in _WHO:
                begin = mark.start(mark.lastgroup or "word")
                whom = _WHOM.search(text, max(start, mark.start() - 60), mark.start())
                begin = whom.start() if whom is not None else begin
            if _says(text[mark.end() : end]) and _closes(text, mark, date, end) is None:
                start = begin
        elif mark.start() >= date.end and _says(text[start : mark.start()]):
            end = mark.start()
            break
    for mark in _REPORTED.finditer(text, start, date.start):
        if _says(text[mark.end() : end]):
            start = mark.end()
    return Span(start, end)


def _closes(text: str, mark: re.Match[str], date: Span, end: int) -> int | None:
    """Where a clause that only tells more of somebody is over before the date: ", who had been ill, left in May"."""
    if mark["word"] not in _WHO and mark["word"] not in ("where", "when"):
        return None
    comma = text.find(",", mark.end(), date.start)
    while comma >= 0:
        if _says(text[mark.end() : comma]) and re.match(r",\s(?!(?:and|or)\b)", text[comma : comma + 6]):
            return comma
        comma = text.find(",", comma + 1, date.start)
    return None


def _trim(text: str, span: Span, date: Span) -> Span:
    """The span without the signs at its ends, never shorter than the date."""
    start, end = span.start, span.end
    while start < date.start and text[start] in _TRIM:
        start += 1
    while end > date.end and text[end - 1] in _TRIM:
        end -= 1
    for left, right in ("[]", "()"):
        words = text[start:end]
        if words.startswith(left) and right not in words and start < date.start:
            start += 1
        if words.endswith(right) and left not in words and end > date.end:
            end -= 1
    return Span(start, end)
