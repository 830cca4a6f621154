"""What a date dates: the clause it stands in, or the thing whose attribute it is ("the protocol of 13 March").

No parser: clauses are parted at the signs and little words that part them in print. What is cut is always one stretch
of the text; where a clause says too little alone, the whole sentence is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from testimonia.model import Span
from testimonia.words.sentences import sentences

__all__ = ["find_event", "find_event_of_claim", "trim"]

_REACH, _FAR = 200, 1500  # code points to either side in which the ends of a sentence are looked for
_BRIEF = 900  # a text whose sentences are all read at once, for it may have several dates
_VERBS = frozenset(  # what makes of words a statement that something happened or was so, beside what ends in -ed
    "was were had has have is are did does came went took gave got met saw said wrote told made held became began "
    "sent left found died shot brought read ran stood fell broke spoke heard knew thought kept paid led put set "
    "grew drew rose lost won fought burnt bought sold built felt sat spent sought taught lay chose drove flew "
    "fled struck bore hid threw arose swore shook sank hung will would shall should could can might must wasn't "
    "weren't hadn't hasn't haven't isn't aren't didn't doesn't won't wouldn't couldn't can't".split()
)
_WORD = re.compile(r"[a-z]+(?:['’]t)?")
_LITTLE = (
    r"in|on|at|of|to|by|for|from|with|and|or|but|as|that|which|who|whom|when|while|where|was|were|had|has|have|is|are|he|she|"
    r"it|they|we|i|his|her|their|its|the|a|an|this|not|if|than|until|since|after|before|during|there|would|will|could|did|"
    r"onwards?|against|between|through|under|over|into|about|because|so|within|without|upon|among|towards?|only|also|"
    r"still|already|again|here|then|later|now|too|both|such|no|all|our|my|your|you|me|him|them|us"
)
_DETERMINER = r"(?:\b(?:the|a|an|this|his|her|their|its|our|my|your|each|every)|['’]s?)"
_DETERMINED = re.compile(rf"{_DETERMINER}\s(?P<between>(?:(?!(?:{_LITTLE})\b)[\w'’-]+\s){{0,2}})$", re.IGNORECASE)
_NOUN_AFTER = re.compile(  # "the 1911 fire", "the 1911 Hull Dock trial", "THE 1911 FIRE WAS SET"
    rf"(?P<comma>,)?\s(?P<noun>(?:(?!(?i:{_LITTLE})\b)[A-Z][\w'’-]*\s){{0,3}}?"
    rf"(?:(?!(?:{_LITTLE})\b)[a-z][\w'’-]{{2,}}|(?!(?i:{_LITTLE})\b)[A-Z][\w'’-]{{2,}}(?=\s[a-z]|[^\w\s]|$|\s[A-Z]+\b)))"
    rf"(?P<more>\s(?!(?:{_LITTLE})\b)[a-z]{{3,}}(?=\s(?:{_LITTLE})\b|[.,;:)\]]|$))?"
)
_LOOSELY = re.compile(r"\b(?:in|of|by|to|from|into|since|until|during|for) the (?:early |mid |late )?$", re.IGNORECASE)
_SPELLS = (
    "end|middle|beginning|start|rest|part|events|day|night|morning|afternoon|evening|week|month|"
    "spring|summer|autumn|winter"
)
_OWN_ARTICLE = re.compile(r"^\d+(?:st|nd|rd|th)\b| (?:of|in) ")  # "the 3rd of May", "the summer of 1911"
_THING_OF = re.compile(
    r"(?:(?P<det>(?:\b(?:the|a|an|this|that|his|her|their|its|our|my|your)|\b[A-Z][\w-]+['’]s?))\s)"
    rf"(?:(?!(?:{_LITTLE})\b)[\w'’-]+\s){{0,4}}?(?!(?:{_LITTLE}|{_SPELLS})\b)[\w'’-]+,?\s"
    r"(?:of|dated|from)(?:\sthe)?\s$",
    re.IGNORECASE,
)
_HAPPENS = r"(?:was|were|had|has|have|is|are|did|would|will|could|\w{3,}ed|came|went|took|gave|said|told|wrote|made)\b"
_PARTED = re.compile(  # where a clause begins: a sign, or a comma and a word that joins
    r"(?=[-;:,\s–—])(?:(?P<sign>[;:]\s|\s?(?:--|—|–)\s?(?=[^\d\s]))"
    r"|(?P<comma>,)\s(?P<word>who|whom|whose|which|when|where|while|whereas|although|though|because|since|so that|"
    r"after which|and then|but|for)\s"
    r"|,\s(?P<dated>and|but)\s(?=(?:in|on|by|at)\s[^,;:]{3,26}(?:,\s\d{4})?,\s(?:he|she|they|the|it)\b)"
    rf"|,\s(?P<also>and|or|so|yet)\s(?=(?:he|she|they|we|it|I|there)\b|(?:[\w'’-]+\s){{1,3}}{_HAPPENS})"
    r"|(?<=[^\s,])\s(?P<bare>when|while|where|because|although|whereas)\s"
    r"|(?<=\w)\s(?P<bare_which>who|whom|which)\s(?=\w))"
)
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys?)|told (?:\w+ ){1,3}|\w+(?:ed|es|ing|ifies|ify|ts|ns)|wrote|knew|knows?|thought|thinks?|held|"
    r"found|heard|shows?|true|clear|known|shown|fact|likely|possible|admit|deny|believe|evidence|statement|charge|"
    r"assertion|claim|view|belief|opinion|alleged(?: \w+)?) that,?\s"
)
_SAID = re.compile(
    r"\b(?:testified|declared|stated|said|admitted|confessed|told|wrote|claimed|alleged|asserted|reported|deposed|explained|"
    r"announced|denied|added|insisted|conceded|acknowledged|maintained)\s(?:[\w'’]+\s){1,6}?that,?\s"
)
_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_WHO = frozenset(("who", "whom", "whose", "which"))
_WHOM = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|his|her|their|its|some|two|three|several|many)\s(?:[\w'’-]+\s){0,5}?[\w'’-]+"
    r"|\b[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)*(?:\s\[[^\]]{1,24}\])?)$"
)
_SCENE = re.compile(
    r"\b(?:excerpts?|extracts?|minutes|transcripts?|records?|proceedings|protocols?|interrogation|testimony|depositions?|"
    r"speech|letter|report|statement|session|sitting|meeting|plenum|conference|congress|confrontation|summary|footnote|note|"
    r"telegram|conversation|interview|hearing|chapter|book)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*(?:(?:in|on|of|about|since|from|until|by|the|early|late|\?)\W*)*$", re.IGNORECASE)
_SHORT = 4  # "need", "seed" and "bed" end so as well
_LEAST = 24  # code points beside a date that tell something without a verb that is known
_TRIM = " \t\n,;:.–—-\"'“”‘’«»"


def find_event(text: str, date: Span, own: Span | None = None) -> Span | None:
    """The words that say what is dated; ``None`` where they tell of nothing, as those that set a scene.

    ``own`` are the words of one voice, which the event does not leave; ``None`` for all.

    >>> text = "Dunn said that in 1911 the mill burnt, but that was a lie."
    >>> find_event(text, Span(15, 22)).cut(text)
    'in 1911 the mill burnt'
    """
    sentence = _sentence(text, date)
    if own is not None:
        sentence = Span(min(date.start, max(sentence.start, own.start)), max(date.end, min(sentence.end, own.end)))
    inside = _bracket(text, sentence, date)
    if inside is not None:
        whole = inside.start - 1 <= sentence.start + 1 and inside.end + 1 >= sentence.end - 2
        if whole and (_is_scene(inside.cut(text)) or not _says(inside.cut(text))):
            return None
    thing = _thing(text, inside or sentence, date)
    if thing is not None:
        return thing
    if inside is not None and not (
        _BARE.match(text[inside.start : date.start]) and _BARE.match(text[date.end : inside.end])
    ):
        if not _says(inside.cut(text)):
            return None  # where it was printed, or which record it is
        sentence = inside
    if not _says(sentence.cut(text)) and (len(sentence) - len(date) < _LEAST or _is_scene(sentence.cut(text))):
        return None
    return trim(text, _clause(text, sentence, date), date)


def find_event_of_claim(text: str, date: Span) -> Span:
    """What a heading dates: a thing that has the date for its attribute, or all it says."""
    whole = Span(0, len(text))
    return _thing(text, whole, date) or trim(text, whole, date)


def _sentence(text: str, date: Span) -> Span:
    """The sentence that the date stands in, without a bracket before it that is a sentence of its own."""
    for reach in (_REACH, _FAR) if len(text) > _BRIEF else (len(text),):
        low, high = max(0, date.start - reach), min(len(text), date.end + reach)
        feed = text.rfind("\n", low, date.start)
        begin = feed + 1 if feed >= 0 else low
        found = _sentence_of(text, begin, high, date)
        if reach == _FAR or (
            (found.start > begin or begin in (0, feed + 1)) and (found.end < high or high == len(text))
        ):
            break
    aside = _ASIDE.match(text, found.start, found.end)
    if aside is None or not re.match(r"\s+[\"“A-Z.…(]|\s*$", text[aside.end() : min(found.end, aside.end() + 8)]):
        return found
    return Span(aside.end(), found.end) if aside.end() <= date.start else Span(found.start, max(aside.end(), date.end))


@lru_cache(maxsize=2)
def _sentences_of(text: str) -> tuple[Span, ...]:
    return tuple(sentences(text))


def _sentence_of(text: str, begin: int, high: int, date: Span) -> Span:
    spans = sentences(text, begin, high) if len(text) > _BRIEF else _sentences_of(text)
    for number, span in enumerate(spans):
        if span.start <= date.start < span.end:
            end = max(span.end, date.end)
            for following in spans[number + 1 : number + 3]:
                if not re.search(r"\b[A-Z]\.$", text[end - 3 : end]) or _says(text[span.start : end]):
                    break
                end = following.end  # "On 3 May U.S. Marshal Hale left"
            return Span(span.start, end)
    return date


def _says(words: str) -> bool:
    return any(_is_verb(word) for word in _WORD.findall(words.lower()))


def _is_scene(words: str) -> bool:
    """Whether words name a record or an occasion before they say anything: "Excerpt from the minutes of 3 May"."""
    scene = _SCENE.search(words)
    return scene is not None and not any(word in _VERBS for word in _WORD.findall(words[: scene.start()].lower()))


def _is_verb(word: str) -> bool:
    return word in _VERBS or (word.endswith("ed") and len(word) > _SHORT) or word.endswith("n’t")


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
    loosely = date.cut(text)[-1:] in "sS" and _LOOSELY.search(before)  # "in the 1920s men said"
    if (
        after is not None
        and not loosely
        and not _OWN_ARTICLE.search(date.cut(text))
        and (not after["comma"] or "," in date.cut(text))
    ):
        lead = _DETERMINED.search(before)
        last = after["noun"].split()[-1]
        if lead is not None and (not lead["between"] or last[0].islower()) and not _says(after["noun"]):
            start = lead.start() + (2 if before[lead.start()] in "'’" else 0)
            end = after.end() if after["more"] and not _says(after["more"]) else after.end("noun")
            return trim(text, Span(base + start, end), date)
    of = _THING_OF.search(before) if before.endswith(("of ", "of the ", "dated ", "from ")) else None
    if of is not None and not re.search(r"\b(?:was|were|had|is|are)\b", of.group()):
        return trim(text, Span(base + of.start(), date.end), date)
    return None


def _clause(text: str, sentence: Span, date: Span) -> Span:
    """The clause around the date, or the sentence where the clause says nothing alone."""
    start, end = sentence.start, sentence.end
    plain = _without_asides(text, sentence, date)
    marks = list(_PARTED.finditer(plain, start, end))
    reports = (_SAID, _REPORTED) if plain.find(" that", start, date.start) >= 0 else ()
    if not marks and not reports:
        return sentence
    verbs = [word.start() for word in _WORD.finditer(plain.lower(), start, end) if _is_verb(word.group())]
    told_of = 0  # where a clause begins that tells more of somebody, and ends at a comma
    for mark in marks:
        if mark.end() > date.start + 1:
            break
        word = mark["word"] or mark["bare_which"]
        if mark["sign"] == ": " and _BARE.match(plain[mark.end() : date.start]):
            continue  # "Three were held: in 1911, 1912 and 1913"
        if not _has(verbs, mark.end(), end) or _closes(plain, mark, date, verbs):
            continue
        start = mark.end()
        told_of = mark.end() if mark["word"] in _WHO else 0
        if word in _WHO:
            whom = _WHOM.search(text, max(sentence.start, mark.start() - 60), mark.start())
            start = whom.start() if whom is not None else mark.start("word" if mark["word"] else "bare_which")
    for mark in (mark for report in reports for mark in report.finditer(plain, start, date.start)):
        if mark.end() > start and _has(verbs, mark.end(), end):
            start, told_of = mark.end(), 0
    comma = plain.find(",", date.end, end) if told_of else -1
    if comma >= 0 and _has(verbs, told_of, comma):
        return Span(start, comma)
    ends = (mark.start() for mark in marks if mark.start() >= date.end and _has(verbs, start, mark.start()))
    return Span(start, next(ends, end))


def _has(verbs: list[int], start: int, end: int) -> bool:
    at = bisect_left(verbs, start)
    return at < len(verbs) and verbs[at] < end


def _without_asides(text: str, sentence: Span, date: Span) -> str:
    """The text up to the end of the sentence with brackets that do not hold the date made blank, as long as before."""
    words = sentence.cut(text)
    if "(" in words or "[" in words:
        at = date.start - sentence.start
        words = _ASIDE.sub(lambda m: m.group() if m.start() <= at < m.end() else "_" * len(m.group()), words)
    return " " * sentence.start + words


def _closes(text: str, mark: re.Match[str], date: Span, verbs: list[int]) -> bool:
    """Whether a clause that only tells more of somebody is over before the date: ", who had been ill, left in May"."""
    if mark["word"] not in _WHO and mark["word"] not in ("where", "when"):
        return False
    comma = text.find(",", mark.end(), date.start)
    while comma >= 0:
        if _has(verbs, mark.end(), comma) and re.match(r",\s(?!(?:and|or)\b)", text[comma : comma + 6]):
            return True
        comma = text.find(",", comma + 1, date.start)
    return False


def trim(text: str, span: Span, date: Span) -> Span:
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
