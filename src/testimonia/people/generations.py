"""Father and son, elder and younger: what the page prints beside a family name to tell two who share it apart.

"the elder Lowe", "Lowe fils" and "the younger Mr. Lowe" are said only where there is another Lowe; "old Lowe", "his son
Piers Lowe" or "Your father, P. Lowe" say no more than which of two is meant. "The Lowe baby" is none of the grown ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model import Gender
from .bearers import Namesake, Verdict, anchor
from .forms import Generation, Naming
from .surroundings import Surroundings

__all__ = [
    "are_told_by_generation",
    "child_of",
    "generation_of",
    "generation_of_suffix",
    "part_children",
    "part_generations",
    "settle_generations",
]

_REACH = 48  # code points before a name in which such a word is looked for
_TITLE = r"(?:\s(?:Mr|Mrs|Miss|M|Mme|Dr|Sir|Lord|Lady|Herr|Frau|Captain|Count|Baron|Prince)\.?)?"
_ELDER, _YOUNGER = Generation.ELDER, Generation.YOUNGER
_FATHER = (
    r"father|mother|uncle|aunt|grandfather|grandmother|père|mère|oncle|tante|Vater|Mutter|Onkel|padre|madre|ojciec|"
    r"matka|отец|мать"
)
_SON = (
    r"son|daughter|nephew|niece|grandson|fils|fille|neveu|nièce|Sohn|Tochter|Neffe|hijo|hija|figlio|figlia|syn|córka|"
    r"сын|дочь"
)
# each with whether it is said only where there is another of the name
_BEFORE = (
    (re.compile(rf"\b(?:elder|older|ältere[nrm]?|starszy|starsza){_TITLE}[ \n]$", re.I), _ELDER, True),
    (re.compile(rf"\b(?:younger|jüngere[nrm]?|młodszy|młodsza){_TITLE}[ \n]$", re.I), _YOUNGER, True),
    (re.compile(rf"\b(?:old|vieux|vieil|vieille|alte[nrm]?|stary|stara){_TITLE}[ \n]$", re.I), _ELDER, False),
    (re.compile(rf"\b(?:young|jeune|junge[nrm]?|młody|młoda){_TITLE}[ \n]$", re.I), _YOUNGER, False),
    (re.compile(rf"\b(?:{_FATHER}),?[\s>]{{1,6}}$", re.I), _ELDER, False),
    (re.compile(rf"\b(?:{_SON}),?[\s>]{{1,6}}$", re.I), _YOUNGER, False),
)
_SAYS_SO = tuple(
    "elder older ältere starsz younger jüngere młodsz old vieux vieil alte star young jeune junge młod".split()
) + tuple(f"{_FATHER}|{_SON}".lower().split("|"))  # letters of which some stand wherever one of these does
_WITH = r"(?:,?\s(?:and|et|und|y|e|i)|,)\s(?:[^.;:!?\n]{0,40}\s)?(?:his|her|your|son|sa|votre|ton|ihr|sein)e?\s"
_ENDS = r"(?![\w-]| de\b| of\b)"
_OR_ELSE = r"(?=\s*[.,;:)\]»”\"]|\s*$)"  # "Lowe, senior engineer" is no elder Lowe
_AFTER = (
    (re.compile(rf",? (?:the elder|père|the older|der Ältere|padre|l['’]aîné){_ENDS}", re.I), _ELDER, True),
    (re.compile(rf",? (?:the younger|fils|der Jüngere|hijo|figlio|le jeune){_ENDS}", re.I), _YOUNGER, True),
    (re.compile(rf",? (?:senior|sr|snr){_OR_ELSE}", re.I), _ELDER, True),
    (re.compile(rf"{_WITH}(?:{_SON})\b", re.I), _ELDER, False),
    (re.compile(rf"{_WITH}(?:{_FATHER})\b", re.I), _YOUNGER, False),
    (re.compile(rf",? (?:junior|jr|jnr){_OR_ELSE}", re.I), _YOUNGER, True),
)
_THE = re.compile(r"\b[Tt]he (?:(?:little|small|young|poor|dead|sick|orphan|newborn|other) )*$")
_CHILD = re.compile(r"[ \n](?P<child>child|baby|infant|orphan|boy|girl|lad|lass)\b(?! [A-Z])")
_YOUTHS = frozenset("boy girl lad lass".split())
_YOUNG_TITLES = frozenset("miss master little young baby".split())
_REACH_OF_THE = 40  # code points before a name in which its article is looked for
_ONE_LEFT = 0.75  # confidence where no more than one other of the name can be meant
_TWO = 2
_PERHAPS = 0.4  # what is said of those who may be the one or the other


def generation_of(text: str, start: int, end: int) -> tuple[Generation | None, bool]:
    """Which of two generations the words beside a name say, and whether they say it only where there is another.

    >>> generation_of("told the younger Lowe that", 17, 21)
    (<Generation.YOUNGER: 'younger'>, True)
    >>> generation_of("saw old Lowe", 8, 12), generation_of("saw Lowe", 4, 8)
    ((<Generation.ELDER: 'elder'>, False), (None, False))
    """
    for pattern, generation, sure in _AFTER:
        if pattern.match(text, end):
            return generation, sure
    before = text[max(0, start - _REACH) : start]
    small = before.casefold()
    if not any(letters in small for letters in _SAYS_SO):
        return None, False
    for pattern, generation, sure in _BEFORE:
        if pattern.search(before):
            return generation, sure
    return None, False


def generation_of_suffix(suffix: str) -> Generation | None:
    """Which of two generations "jr" or "sr" behind a name say; ``None`` for "iii" and others that tell no more."""
    return {"sr": _ELDER, "snr": _ELDER, "jr": _YOUNGER, "jnr": _YOUNGER}.get(suffix)


def child_of(text: str, start: int, end: int) -> str:
    """As what a child of the family the words beside a family name tell somebody; empty where they do not.

    >>> child_of("Buried the Lowe baby.", 11, 15), child_of("Buried Lowe.", 7, 11)
    ('baby', '')
    """
    found = _CHILD.match(text, end)
    return found["child"] if found is not None and _THE.search(text, max(0, start - _REACH_OF_THE), start) else ""


def part_children(
    left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> list[Naming]:
    """Tell "the Lowe baby" from the grown people of the name; return the namings that are left.

    "The Lowe girl" may be one who is named elsewhere: she is told apart where all others have a grown person's title.
    Nobody else is meant by the family name alone than one of the grown.
    """
    children = [n for n in left if n.child]
    if not children:
        return list(left)
    rest = [n for n in left if not n.child]
    alone = not (rest or candidates)
    young = [c for c in candidates if not _is_grown(c, scene)]
    grown = len(young) < len(candidates) and not young and all(n.title for n in rest)
    own = Namesake(generation=_YOUNGER, why=["told as a child of that family"])
    for naming in children:
        if alone or (naming.child in _YOUTHS and not grown):
            rest.append(naming)
            continue
        anchor(own, naming)
        maybe = tuple((c, _PERHAPS) for c in young)
        verdicts[naming.index] = Verdict(own, 0.8, ("told as a child of that family",), (), maybe)
    return sorted(rest, key=lambda n: n.index)


def _is_grown(candidate: Namesake, scene: Surroundings) -> bool:
    """Whether somebody has a title, or is called the elder."""
    titles = (scene.namings[i].title.casefold() for i in candidate.anchors)
    return candidate.generation is _ELDER or any(title and title not in _YOUNG_TITLES for title in titles)


def are_told_by_generation(namings: Iterable[Naming], *, several: bool) -> bool:
    """Whether the page tells bearers of a family name apart as elder and younger.

    ``several``: more than one of them is known. Of a single one "the elder" may be a rank.
    """
    met = {(n.generation, n.is_told_apart) for n in namings if n.generation is not None}
    if len({generation for generation, _ in met}) > 1:
        return True
    return any(sure and (several or generation is _YOUNGER) for generation, sure in met)


def part_generations(left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict]) -> list[Naming]:
    """Give "the elder Lowe" to the one who is known for the elder; return those of whom that is not known."""
    open_ones = []
    for naming in left:
        if naming.generation is None or not naming.is_told_apart:
            continue
        known = [c for c in candidates if c.generation is naming.generation]
        if len(known) == 1:
            anchor(known[0], naming)
            verdicts[naming.index] = Verdict(known[0], 0.85, ("the same generation of the family",))
        else:
            open_ones.append(naming)
    return open_ones


def settle_generations(
    open_ones: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    """Settle who is "the elder" by who else of the name the passage speaks of, else as somebody of his own."""
    left = list(open_ones)
    while left:
        settled = [n.index for n in left if _settle_by_passage(n, candidates, verdicts, scene)]
        if not settled:
            naming = left[0]
            generation = naming.generation.value if naming.generation else ""
            own = Namesake(gender=naming.gender, why=[f"told apart from a namesake as the {generation}"])
            maybe = tuple((c, _PERHAPS) for c in _may_be(naming, candidates))
            candidates.append(own)
            anchor(own, naming)
            verdicts[naming.index] = Verdict(own, 0.8, (f"told apart as the {generation}",), (), maybe)
            settled = [naming.index]
        left = [n for n in left if n.index not in settled]


def _settle_by_passage(
    naming: Naming, candidates: Sequence[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> bool:
    """Give a naming to the one who is known for that generation, or who alone of the name is left in the passage."""
    known = [c for c in candidates if c.generation is naming.generation]
    if len(known) == 1:
        chosen, why = known[0], "the same generation of the family"
    else:
        here = {id(v.candidate) for i, v in verdicts.items() if scene.namings[i].record == naming.record}
        fits = [c for c in _may_be(naming, candidates) if id(c) not in here]
        if len(fits) != 1 or len(candidates) < _TWO:
            return False
        chosen, why = fits[0], "the only other of that name"
    anchor(chosen, naming)
    against = ("another person of that name stands on the page",)
    verdicts[naming.index] = Verdict(chosen, _ONE_LEFT, (why,), against)
    return True


def _may_be(naming: Naming, candidates: Sequence[Namesake]) -> list[Namesake]:
    """Those of whom it is not known that they are of the other generation, or a woman where none is spoken of."""
    fits = [c for c in candidates if c.generation is None]
    fits = [c for c in fits if c.forms or c.anchors] or fits
    if naming.gender is None:
        return [c for c in fits if c.gender is not Gender.FEMALE] or fits
    return [c for c in fits if c.gender in (None, naming.gender)]
