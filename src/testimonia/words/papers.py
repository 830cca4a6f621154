"""What newspapers and periodicals are called: the last word of "Leeds Mercury", "Wochenrundschau"."""

from __future__ import annotations

__all__ = ["PAPERS", "is_paper"]

PAPERS = frozenset(
    "advertiser advocate argus bulletin chronicle citizen courant courier dispatch echo enquirer examiner express "
    "gazette globe guardian herald independent inquirer intelligencer journal leader ledger magazine mail mercury "
    "mirror monitor news observer pioneer post press record recorder register reporter review sentinel standard "
    "star sun telegraph times tribune weekly world "
    "quarterly monthly zeitung tageblatt anzeiger nachrichten rundschau".split()
)
# what is as often the last word of a place: a trading post, an inn with a sign
_ELSEWHERE = frozenset("globe mail post press star sun world".split())


def is_paper(name: str) -> bool:
    """Whether a name of several words is a newspaper's beyond doubt.

    >>> is_paper("Leeds Mercury"), is_paper("Trading Post"), is_paper("Mercury")
    (True, False, False)
    """
    words = name.split()
    last = words[-1].casefold() if words else ""
    return len(words) > 1 and last in PAPERS and last not in _ELSEWHERE and words[0][0].isupper()
