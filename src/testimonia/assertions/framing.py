"""Which words of a sentence let somebody speak, in order: "Ash admitted that …", "the confession of Ash".

No parser: a verb's subject is found by `Subjects`; a form that may be a noun is taken for one behind a determiner.
"""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .acts import Group, Hit, Vocabulary
from .frame_charges import CHARGES, charge_frame, verdict_frame
from .frame_forms import is_noun, says_clause
from .frame_nouns import noun_frame
from .frame_verbs import verb_frame
from .frames import Frame
from .subjects import Subjects
from .utterances import Reading, Utterance

__all__ = ["frames_of"]

# verbs of saying that mean something else as often, unless "that" or a quotation follows
_LOOSE = frozenset(
    """
    see sees saw seen seeing hear hears heard hearing know knows knew known knowing find finds found finding show
    shows showed shown showing feel feels felt feeling hold holds held holding notice noticed consider considers
    considered considering discover discovered prove proves proved proven proving learn learned learnt realize
    realized realise realised remember remembered recall recalled repeat repeated add adds added adding observe
    observed note noted mention mentioned mentions indicate indicated indicates suggest suggested suggests imply
    implied predict predicted complain complained protest protested agree agreed agrees announce announced write
    wrote written writes writing report reported reports inform informed warn warned remind reminded assure assured
    answer answered reply replied respond responded stress stressed reveal revealed disclose disclosed explain
    explained explains describe described describes relate related recount recounted maintain maintained think
    thinks thought thinking believe believes believed believing speak spoke spoken
    """.split()
)


def frames_of(
    reading: Reading, subjects: Subjects, utterance: Utterance, hits: list[Hit], vocabulary: Vocabulary
) -> Iterator[Frame]:
    """The frames of a sentence in order; ``hits`` are all entries of the vocabulary that it holds."""
    words = reading.words
    used = -1
    accusing = vocabulary.usages.get("says.accusing")
    for number, hit in enumerate(hits):
        usage = hit.usage
        if hit.first < used:
            continue
        frame = None
        if usage.group is Group.QUALITIES:
            frame = verdict_frame(reading, subjects, utterance, hit, vocabulary)
        elif usage.group is Group.DEEDS:
            if accusing is not None and words[hit.first].low in CHARGES and hit.is_verb:
                frame = charge_frame(reading, subjects, utterance, hit, accusing)
        elif usage.group is Group.SAYS and not usage.asks and not usage.motive and not _is_deed(hits, number):
            if not hit.is_verb:
                frame = noun_frame(reading, subjects, utterance, hit)
            elif (
                reading.party_at(hit.first) is None
                and not is_noun(reading, hit, utterance)
                and (not usage.said or words[hit.first].low not in _LOOSE or says_clause(reading, hit, utterance))
            ):
                frame = verb_frame(reading, subjects, utterance, hit, hits[:number])
        if frame is None:
            continue
        if used < utterance.first:
            subjects.heard(utterance, frame.teller.id)
        used = hit.last
        yield frame


def _is_deed(hits: list[Hit], number: int) -> bool:
    """Whether a word that may say a wrong names one as well: "betrayed" is a deed."""
    hit = hits[number]
    if hit.usage.act is not Act.ACCUSES or hit.last - hit.first > 1:
        return False
    near = hits[max(0, number - 3) : number + 4]
    return any(h.first == hit.first and h.usage.group is Group.DEEDS and h.usage.act is Act.ACCUSES for h in near)
