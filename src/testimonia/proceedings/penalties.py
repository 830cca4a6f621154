"""The words of a penalty: "10 years in prison", "death by shooting", "the supreme penalty--death"."""

from __future__ import annotations

import re

__all__ = ["SUSPENDED", "find_penalty"]

_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"eighteen|twenty"
    r"(?:-\w+)?|thirty|forty|several|some|various|varying|long|short|a\sfew)"
)
_RANGE = rf"(?:between\s|from\s|ranging\sfrom\s)?{_NUMBER}(?:\s?(?:-|–|to|or|and)\s?{_NUMBER})?"
_TIME = rf"{_RANGE}(?:[\s-](?:years?|months?|weeks?|days?)['’]?)?"
_PLACE = (
    r"(?:\s(?:in|at)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}?"
    r"(?:prisons?|jail|gaol|camps?|exile|penitentiary|colony|isolator|fortress|solitary|siberia))"
)
_KIND = (
    r"(?:(?:of\s)?(?:hard\slabou?r|forced\slabou?r|penal\sservitude|imprisonment|prison(?:\sterms?)?|exile|"
    r"detention|deportation|deprivation\sof\sliberty|"
    r"corrective\slabou?r|concentration\scamp|camp(?:\sand\sexile)?(?:\sterms?)?|jail))"
)
_DEATH = (
    r"(?:death(?:\s(?:by|through)\s(?:shooting|hanging|firing\ssquad|the\saxe))?|be\s(?:shot|hanged|executed|"
    r"beheaded)|hang|(?:the\s)?(?:penalty|punishment|pain)\sof\sdeath|"
    r"(?:the\s)?(?:supreme|extreme|highest|capital|death|maximum)\s(?:penalty|punishment|"
    r"measure(?:\sof\s(?:criminal\s)?punishment)?|sentence)"
    r"(?:,?\s?(?:--|-|—|–|of)\s?(?:to\sbe\s(?:shot|hanged|beheaded|executed)|death|shooting|hanging))?)"
)
_TERMS = (
    r"(?:(?:an?\s|the\s|only\s)?(?:[\w-]+\s){0,2}?(?:terms?|sentences?|"
    r"periods?)(?:\sof\s(?:terms?\sof\s)?(?:[\w-]+\s){0,2}?"
    r"(?:imprisonment|exile|prison|hard\slabou?r))?"
    rf"(?:\s(?:ranging\sfrom|of|between)\s{_RANGE}\s(?:years|months))?)"
)
_LIFE = r"(?:life(?:\s(?:imprisonment|in\sprison|sentence))?)"
_PENALTY = re.compile(
    rf"(?:(?:a|an|the)\s)?(?:{_DEATH}|{_LIFE}"
    rf"|{_RANGE}[\s-](?:years?|months?|weeks?)['’]?(?:[\s-](?:terms?|sentences?))?(?:\s(?:of\s)?{_KIND}|{_PLACE}|"
    rf"\sprison\sterm|\ssentences?)*"
    rf"|{_KIND}\sfor\slife"
    rf"|{_KIND}(?:\s(?:and\s{_KIND}|terms?))*(?:\s(?:of|for|from|ranging\sfrom)\s{_TIME})?{_PLACE}?"
    rf"|{_TERMS}{_PLACE}?"
    rf"|(?:suspended|conditional|mild|light|severe|lenient|very\smild|heavy)\s(?:\w+\s)?(?:sentences?|terms?|"
    rf"punishments?)(?:\sof\s{_RANGE}\syears?(?:\s{_KIND})?)?"
    rf"|a\sfine(?:\sof\s[^.,;]{{2,30}})?|no\spunishment(?:\sat\sall)?)(?!\w)",
    re.IGNORECASE,
)
# ``what``: "suspends his licence for two years"; ``who`` and ``how``: "The master's certificate was cancelled"
SUSPENDED = re.compile(
    r"\b(?:suspends?|suspended|cancels?|cancelled)\s(?P<what>(?:his|her|the\s[\w]+['’]s)\s(?:certificate|"
    r"licen[cs]e)(?:\sfor\s[\w-]+\s(?:months|years))?)|"
    r"\b(?P<who>[Tt]he\s\w+)['’]s\s(?:certificate|licen[cs]e)\swas\s(?P<how>(?:suspended|"
    r"cancelled)(?:\sfor\s[\w-]+\s(?:months|years))?)"
)


def find_penalty(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The penalty that begins right at ``start``; ``None`` if the words there are none.

    >>> words = "ten years' hard labour, and"
    >>> words[slice(*find_penalty(words, 0, len(words)))]
    "ten years' hard labour"
    """
    found = _PENALTY.match(text, start, end)
    return found.span() if found is not None else None
