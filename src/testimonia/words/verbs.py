"""The forms of English verbs, from a short entry: ``pay:paid:paid``, or ``deny`` where they are regular."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

__all__ = [
    "VerbForms",
    "base_of",
    "forms_of",
    "is_irregular_participle",
    "is_irregular_past",
    "may_be_past",
    "verb_forms",
]

_VOWELS = frozenset("aeiou")
_DOUBLED_IN_ING = frozenset(
    ("run", "begin", "put", "let", "cut", "hit", "set", "get", "forget", "win", "dig", "spin", "sit", "quit")
)
# Verbs whose past or participle does not end in -ed, without those that are the same in the present ("cut") and those
# whose forms are oftener another word ("rent", "stove"). Where a verb has two participles, the commoner stands last.
_IRREGULAR = """
alight:alit arise:arose:arisen awake:awoke:awoken bear:bore:borne beat:beat:beaten become:became:become
befall:befell:befallen beget:begot:begotten begin:began:begun behold:beheld bend:bent bereave:bereft beseech:besought
bestride:bestrode:bestridden betake:betook:betaken bid:bade:bidden bind:bound bite:bit:bitten bleed:bled
blow:blew:blown break:broke:broken breed:bred bring:brought build:built burn:burnt buy:bought catch:caught
choose:chose:chosen cling:clung clothe:clad come:came:come creep:crept deal:dealt dig:dug do:did:done draw:drew:drawn
dream:dreamt drink:drank:drunk drive:drove:driven dwell:dwelt eat:ate:eaten fall:fell:fallen feed:fed feel:felt
fight:fought find:found flee:fled fling:flung fly:flew:flown forbear:forbore:forborne forbid:forbade:forbidden
foresee:foresaw:foreseen foretell:foretold forget:forgot:forgotten forgive:forgave:forgiven forgo:forwent:forgone
forsake:forsook:forsaken forswear:forswore:forsworn freeze:froze:frozen gainsay:gainsaid get:got:gotten get:got
gird:girt give:gave:given go:went:gone grind:ground grow:grew:grown hang:hung hear:heard hew:hewed:hewn
hide:hid:hidden hold:held keep:kept kneel:knelt know:knew:known lay:laid lead:led lean:leant leap:leapt learn:learnt
leave:left lend:lent lie:lay:lain light:lit lose:lost make:made mean:meant meet:met mislay:mislaid mislead:misled
misspend:misspent mistake:mistook:mistaken misunderstand:misunderstood mow:mowed:mown outdo:outdid:outdone
outgrow:outgrew:outgrown outrun:outran:outrun overcome:overcame:overcome overhear:overheard
override:overrode:overridden overrun:overran:overrun oversee:oversaw:overseen oversleep:overslept
overtake:overtook:overtaken overthrow:overthrew:overthrown partake:partook:partaken pay:paid plead:pled
prove:proved:proven rebuild:rebuilt redo:redid:redone repay:repaid resell:resold retell:retold
rewrite:rewrote:rewritten ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run say:said see:saw:seen
seek:sought sell:sold send:sent sew:sewed:sewn shake:shook:shaken shear:sheared:shorn shine:shone shoe:shod shoot:shot
show:showed:shown shrink:shrank:shrunk sing:sang:sung sink:sank:sunk sit:sat slay:slew:slain sleep:slept slide:slid
sling:slung slink:slunk smell:smelt smite:smote:smitten sow:sowed:sown speak:spoke:spoken speed:sped spell:spelt
spend:spent spill:spilt spin:spun spit:spat spoil:spoilt spring:sprang:sprung stand:stood steal:stole:stolen
stick:stuck sting:stung stink:stank:stunk strew:strewed:strewn stride:strode:stridden strike:struck:stricken
strike:struck string:strung strive:strove:striven swear:swore:sworn sweep:swept swell:swelled:swollen swim:swam:swum
swing:swung take:took:taken teach:taught tear:tore:torn tell:told think:thought thrive:throve:thriven
throw:threw:thrown tread:trod:trodden undergo:underwent:undergone understand:understood undertake:undertook:undertaken
undo:undid:undone unwind:unwound uphold:upheld wake:woke:woken waylay:waylaid wear:wore:worn weave:wove:woven
weep:wept win:won wind:wound withdraw:withdrew:withdrawn withhold:withheld withstand:withstood wring:wrung
write:wrote:written
"""


@cache
def _irregular() -> tuple[frozenset[str], frozenset[str]]:
    entries = [entry.split(":") for entry in _IRREGULAR.split()]
    return frozenset(entry[1] for entry in entries), frozenset(entry[-1] for entry in entries)


def is_irregular_past(word: str) -> bool:
    """Whether a word in small letters is the past of a verb, and not made by -ed.

    >>> is_irregular_past("slept"), is_irregular_past("shaken")
    (True, False)
    """
    return word in _irregular()[0]


def may_be_past(word: str) -> bool:
    """Whether a word in small letters looks like the past of a verb, regular or not.

    >>> may_be_past("walked"), may_be_past("slept"), may_be_past("walks")
    (True, True, False)
    """
    return word.endswith("ed") or is_irregular_past(word)


def is_irregular_participle(word: str) -> bool:
    """Whether a word in small letters is the participle of a verb, and not made by -ed.

    >>> is_irregular_participle("slept"), is_irregular_participle("shaken")
    (True, True)
    """
    return word in _irregular()[1]


@cache
def _bases() -> dict[str, str]:
    return {form: base for base, *forms in (entry.split(":") for entry in _IRREGULAR.split()) for form in forms[::-1]}


def base_of(word: str) -> str:
    """A past or participle in small letters that is not made by -ed as its base; any other word as it is.

    >>> base_of("heard"), base_of("broken"), base_of("hoped")
    ('hear', 'break', 'hoped')
    """
    return _bases().get(word, word)


@cache
def _all_forms() -> dict[str, tuple[str, ...]]:
    return {entry.split(":")[0]: tuple(entry.split(":")) for entry in _IRREGULAR.split()}


def forms_of(base: str) -> tuple[str, ...]:
    """The base, past and participle of a verb whose past is not made by -ed; any other word alone.

    >>> forms_of("hear"), forms_of("hope")
    (('hear', 'heard'), ('hope',))
    """
    return _all_forms().get(base, (base,))


@dataclass(frozen=True, slots=True)
class VerbForms:
    """``base`` (pay), ``third`` (pays), ``ing`` (paying), ``past`` (paid, gave) and ``participle`` (paid, given)."""

    base: str
    third: str
    ing: str
    past: str
    participle: str


@cache
def verb_forms(entry: str) -> VerbForms:
    """The forms of one verb; an entry states past and participle, or one for both, where they are not in -ed.

    >>> verb_forms("deny").third, verb_forms("give:gave:given").ing, verb_forms("plot:plotted").ing
    ('denies', 'giving', 'plotting')
    """
    base, *rest = entry.split(":")
    third, past = base + "s", base.removesuffix("e") + "ed"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    if base == "have":
        third = "has"
    doubled = base + base[-1:]
    if any(form.startswith(doubled) for form in rest) or base in _DOUBLED_IN_ING:
        ing = doubled + "ing"
    elif base.endswith("ie"):
        ing = base[:-2] + "ying"
    else:
        ing = (base if base.endswith(("ee", "ye", "oe")) else base.removesuffix("e")) + "ing"
    past = rest[0] if rest else past
    return VerbForms(base, third, ing, past, rest[1] if len(rest) > 1 else past)
