"""The compiler's own remarks in brackets inside an excerpt.

An editor's bracket that only supplies a name, a date or a missing word (``[the captain]``, ``[in 1871]``, ``[had]``,
``[sic]``) is no remark, nor is a heading in brackets before a quoted document. A remark speaks about the text:
it stands as a sentence of its own, or says something with a verb of its own, or passes judgement. The grammar
known here is English; in other languages only what is signed as an editor's, and whole sentences, are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Excerpt, FindingKind, Sourcebook, Span

from .trouble import Trouble, quoted

__all__ = ["find_remarks"]

_BRACKETED = re.compile(r"\[((?:[^\[\]\n]|\n(?![ \t]*\n)){3,600})\]")  # over the end of a line, but of no paragraph
# marks that a page sets its excerpts in may stand around it
_ROUND_LINE = re.compile(
    r"^[ \t\u00a0\u202f>*_\"“«»„]*(\(([^()\n]{3,160})\))[ \t\u00a0\u202f.*_\"”“»«\r]*$", re.MULTILINE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SIGNED = re.compile(
    r"(?:[-–—]+\s*|\(|,\s*|^)(?:the\s+)?(?:ed(?:s|itor|itors)?|compiler|red|hrsg|übers|transl?|"
    r"n\.? ?d\.? ?[tearl]|anm(?:erkung)?"
    r"(?:\s+d(?:er|es)?\.?\s+\w+)?|прим(?:еч)?(?:ание)?(?:\.?\s*\w+)?|ред|сост)\.?\)?$|^(?:editor|compiler)(?:'s|’s)?\s+(?:note|comment|remark)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(  # a note of the book's, a source, a page of another edition, an act in the hall
    r"^(?:foot-?note|end-?note|note\s*\d|see\s+p|pp?\.|fol\.|vol\.|ibid|loc\.|from\b|excerpts?\b|source\b|"
    r"applause|laughter|laughs|pause|noise|voices?|cries|crying|silence|commotion|disturbance|interruption|signed|signature|"
    r"illegible|unintelligible|inaudible|missing|blank|sic\b)|\bpp?\.\s*\d|\bvol\.\s*\d|https?:",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"(?:[.!?…][\"'”’»)\]]*|[:;])\s*$")
_RELATIVE = frozenset("who which that where whose whom when while if as because".split())
_VERB = frozenset(
    "is are was were am isn't aren't wasn't weren't has had have hasn't hadn't haven't do does did don't "
    "doesn't didn't will would "
    "won't wouldn't shall should shouldn't can could cannot can't couldn't may might must says said say "
    "stated states claims "
    "claimed means meant refers referred ignores ignored omits omitted forgets forgot lies lied seems "
    "seemed appears appeared "
    "sounds sounded looks looked shows showed proves proved admits admitted denies denied contradicts "
    "contradicted confuses "
    "confused believes believed thinks thought knew knows wrote writes told tells came comes went goes "
    "gave gives took takes "
    "made makes got gets found finds became becomes happened occurred died lived mistakes mistook misses "
    "repeats repeated "
    "follows followed fails failed wants wanted tries tried adds added speaks spoke describes described".split()
)
_REPORTS = frozenset("says states claims writes tells adds".split())
_DATING = frozenset("said written spoken published told given recorded dated printed delivered".split())
_JUDGES = re.compile(
    r"\b(?:untrue|true|false(?:hood|ly)?|lies?|liar|lying|wrong(?:ly)?|nonsense|incorrect(?:ly)?|inaccurate|absurd|ridiculous|"
    r"slander\w*|propaganda|rubbish|hypocri\w+|distort\w*|exaggerat\w*|contradict\w*|misquot\w*|misrepresent\w*|mislead\w*|biase?d?|"
    r"obvious(?:ly)?|evident(?:ly)?|apparently|interesting(?:ly)?|strange(?:ly)?|unlikely|note that|"
    r"nota bene|in my (?:opinion|view)|"
    r"emphasis|italics)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|mine|the compiler|the reader)\b")
_ASKS = frozenset("which who whom what why where when how whose really".split())
_SELECTION = re.compile(
    r"\bonly$|\b(?:abridged|shortened|summari[sz]ed|paraphrased?|(?:emphasis|italics) (?:added|mine|ours|supplied)|"
    r"(?:my|our) (?:translation|emphasis|italics|summary)|compiler)\b",
    re.IGNORECASE,
)
_REMARK_BEGINS = re.compile(
    r"(?:he|she|it|they|we|you|this|these|those|that is|there|here|not|no|so|but|yet|and yet|what|such|"
    r"again|an?|as if|of course|"
    r"cf|see|compare|note|n\.b)\b",
    re.IGNORECASE,
)  # how a remark after a finished sentence begins; what supplies a name or a date begins with it, or with a preposition
_SHOUTED = frozenset(
    "the a an of to in is are was were he she it they what which who why how not no this that and but".split()
)


def find_remarks(book: Sourcebook, *, english: bool) -> Iterator[Trouble]:
    """Yield each bracket inside an excerpt that reads as the compiler speaking."""
    for excerpt in book.excerpts:
        for found in _BRACKETED.finditer(book.text, excerpt.span.start, excerpt.span.end):
            why = _why_remark(book.text, excerpt, found, english=english)
            if why:
                yield _trouble(book.text, Span(*found.span()), why)
        for found in _ROUND_LINE.finditer(excerpt.text):
            words = found.group(2)
            if _SIGNED.search(words) or (english and _SELECTION.search(words) and not re.search(r"\d", words)):
                yield _trouble(book.text, excerpt.page_span(*found.span(1)), "tell how the excerpt was chosen or set")


def _trouble(text: str, span: Span, why: str) -> Trouble:
    return Trouble(
        FindingKind.BRACKET_COMMENT,
        span,
        f"The words {quoted(text, span)} {why}; they seem to be the compiler's and not the source's.",
    )


def _why_remark(text: str, excerpt: Excerpt, found: re.Match[str], *, english: bool) -> str | None:
    """What makes the bracket a remark, in words that go on from "The words …"; ``None`` where it is none."""
    inside = found.group(1).strip()
    if _SIGNED.search(inside):
        return "are signed as an editor's"
    words = _WORD.findall(inside)
    before = text[max(excerpt.span.start, found.start() - 80) : found.start()]
    if not words or _NOT_OURS.search(inside) or not _WORD.search(before):
        return None  # with no word before it the bracket heads the excerpt
    low = [word.lower().replace("’", "'") for word in words]
    after = text[found.end() : min(excerpt.span.end, found.end() + 40)]
    alone = bool(_ENDS_SENTENCE.search(before)) and _begins_sentence(after)
    begins_large = inside[0].isupper()
    if not english:
        whole = alone and begins_large and len(words) >= 4 and inside[-1] in ".!?"
        return "stand as a sentence of their own" if whole else None
    if len(words) >= 2 and inside.isupper() and not before[-30:].isupper() and _SHOUTED.intersection(low):
        return "are set in capitals"
    verb = next((n for n, word in enumerate(low) if word in _VERB), None)
    main = verb is not None and not _RELATIVE.intersection(low[:verb])
    past = next((n for n, word in enumerate(low[1:], 1) if word.endswith("ed") and len(word) > 4), None)
    if alone and begins_large and len(words) >= 2:
        if main and (verb or (low[0].endswith("s") and low[0] not in _REPORTS)):
            return "say something of their own"  # the subject may be left out: "[Shows how little he knew]"
        if low[0] in _DATING:
            return "tell when it was said"
        by_whom = past is not None and low[past + 1 : past + 2] in (["by"], ["in"], ["on"], ["at"])
        if past is not None and not by_whom and not _RELATIVE.intersection(low[:past]):
            return "say something of their own"
    if alone and len(words) >= 3 and _REMARK_BEGINS.match(inside) and not re.search(r"\d{3}", inside):
        return "stand as a remark of their own"
    if len(words) >= 2 and (_JUDGES.search(inside) or _FIRST_PERSON.search(inside)) and (alone or main):
        return "pass a judgement"
    if len(words) <= 2 and _JUDGES.fullmatch(inside.rstrip("!?. ")):
        return "pass a judgement"
    if begins_large and main and verb and len(words) >= 3 and low[0] not in _RELATIVE:
        return "say something of their own"
    if alone and begins_large and len(words) >= 2 and inside.endswith("!"):
        return "exclaim"
    if inside.endswith("?") and len(words) >= 2 and low[0] in _ASKS:
        return "ask a question"
    return None


def _begins_sentence(after: str) -> bool:
    """Whether what follows the bracket begins anew: the end, a new paragraph, or a capital or a mark that opens."""
    # marks that close around the bracket, or that the page sets its excerpts in
    if after[:1] not in (" ", "\t"):
        after = after.lstrip("\"'”’»“‘›«‹*_\u00a0\u202f")
    if not after.strip() or re.match(r"[ \t]*(?:[\r\n]|<p|<br)", after):
        return True
    first = after.lstrip(" \t\"'“‘«„(")
    return after[0] in " \t" and bool(first) and (first[0].isupper() or first[0].isdecimal())
