"""What a clause of a heading is, and the small words that tell one: auxiliaries, adverbs, what joins and denies."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from testimonia.words.grammar import BE
from testimonia.words.verbs import is_irregular_participle, is_irregular_past, verb_forms

from .acts import Group, Hit, Object, Usage

__all__ = [
    "ADJECTIVAL",
    "ADVERBS",
    "AUXILIARIES",
    "BEING",
    "COORDINATORS",
    "DO",
    "HAVE",
    "INTRANSITIVE",
    "LEADING_FORMS",
    "MANNER",
    "MODALS",
    "NEGATIVES",
    "NOT_PAST",
    "ORDINALS",
    "PERFECT",
    "PLACES",
    "REFUSING",
    "TRANSPARENT",
    "UNCHANGED",
    "Clause",
    "Link",
    "is_adverb",
    "is_participle",
    "is_past",
]

COORDINATORS = frozenset(("and", "but", "or", ",", ";", "while", "whereas", "nor", "–"))
HAVE = frozenset("has have had having".split())
MANNER = ("qualities.manner", "qualities.soundness")  # adverbs that judge
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset(
    "will would shall should can could may might must cannot can't won't wouldn't couldn't shouldn't mustn't".split()
)
_NOT = frozenset(
    """
    isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't cannot can't won't wouldn't couldn't
    shouldn't mustn't
    """.split()
)
BEING = BE | frozenset("isn't wasn't aren't weren't".split())
PERFECT = HAVE | frozenset("hasn't haven't hadn't".split())
NEGATIVES = frozenset("not never no none nobody neither nor hardly scarcely".split()) | _NOT
ADVERBS = frozenset(
    """
    not never also only always now then again once still already just even ever soon later often first both all
    neither perhaps maybe hardly scarcely well very quite rather almost nearly fully too further early fast hard
    somewhat afterwards afterward meanwhile thereupon thereafter therefore thus nevertheless nonetheless however
    instead likewise otherwise twice thrice sometimes seldom yet long since alone alike indeed next last together
    """.split()
)
TRANSPARENT = frozenset(
    """
    try attempt begin start continue agree come go help seem appear want willing ready able prepare hope intend
    choose
    """.split()
)
REFUSING = frozenset("refuse fail decline unable unwilling cease".split())
_LEADING = "try attempt begin:began:begun start continue agree come:came:come go:went:gone help seem appear want refuse"
LEADING_FORMS = {
    form: forms.base
    for forms in map(
        verb_forms, (*_LEADING.split(), "fail", "decline", "hope", "intend", "choose:chose:chosen", "prepare", "cease")
    )
    for form in (forms.third, forms.past, forms.participle, forms.ing)
}


# participles that tell a state
ADJECTIVAL = frozenset(
    """
    qualified talented interested devoted gifted united limited concerned pleased convinced ashamed opposed
    dedicated experienced justified divided split agreed mistaken undecided unknown uncertain retired married
    """.split()
)


AUXILIARIES = BEING | PERFECT | DO | MODALS
UNCHANGED = frozenset("cut put set hit shut let hurt spread burst thrust cast shed split read beset upset".split())
INTRANSITIVE = frozenset(  # no passive: "Ash spied for them" is no "Ash was spied"
    """
    spied lied cheated plotted conspired schemed intrigued colluded absconded trespassed poached deserted profiteered
    mutinied rebelled
    """.split()
)
NOT_PAST = frozenset(  # what ends as pasts do and is none
    """
    hundred hundreds kindred sacred naked wicked rugged ragged aged indeed speed need deed seed feed weed breed creed
    greed exceed proceed succeed hatred shed sled biped quadruped infrared
    """.split()
)
PLACES = frozenset("in on at near between along under beneath behind beyond off within".split())
ORDINALS = frozenset("first last only next second".split())


def is_past(low: str) -> bool:
    """Whether a word is the past of a verb, and not made by -ed."""
    return low == "read" or is_irregular_past(low)


def is_participle(low: str) -> bool:
    """Whether a word is the participle of a verb, and not made by -ed."""
    return low in ("read", "hanged") or is_irregular_participle(low)


class Link(StrEnum):
    """How a clause hangs on what stands before it."""

    MAIN = "main"
    CONTENT = "content"  # what somebody says
    RELATIVE = "relative"  # "who …"
    SUB = "sub"  # "when …", "because …"
    PARTICIPLE = "participle"  # "… denouncing it"


@dataclass(slots=True)
class Clause:
    """A verb with its places among the tokens.

    ``subject`` is where its subject stands, empty where it is that of the clause before; ``hits`` are the entries of
    the vocabulary that its verb may be, ``begin`` its first word with auxiliaries, ``verb`` its own, ``end`` where its
    object begins and ``stop`` where that ends. ``holder`` is the number of the clause that it is the content of.
    """

    link: Link
    subject: tuple[int, int]
    begin: int
    verb: int
    end: int
    hits: tuple[Hit, ...]
    stop: int = 0
    negated: bool = False
    passive: bool = False
    copula: bool = False
    modal: str = ""
    perfect: bool = False
    present: bool = False
    purpose: bool = False
    said_by_inversion: bool = False
    holder: int | None = None
    addressee: tuple[int, int] | None = None
    contents: list[int] = field(default_factory=list)
    same_subject: bool = False
    causing: bool = False  # "gets Rowe to admit": what Rowe does is another clause
    claimed: bool = False  # "claims to have seen it": on the word of its own subject
    caused: tuple[int, int] | None = None  # "had THE HOUSE burned": what it is done to

    def usage(self, group: Group) -> Usage | None:
        """The first usage of a group that the verb has."""
        return next((hit.usage for hit in self.hits if hit.usage.group is group), None)

    @property
    def saying(self) -> Usage | None:
        """The usage as a word of saying."""
        return self.usage(Group.SAYS)

    @property
    def takes_clause(self) -> bool:
        """Whether what follows can be a clause that says something."""
        usage = self.saying
        return usage is not None and usage.object in (Object.CLAUSE, Object.DEED)


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4)
