"""What is known of a page. Imports nothing of ours but the errors.

Frozen records with an ``id``, a ``span`` in code points of the page, and the ``reasons`` for them;
``None`` says "the page does not say". Field names are those of the export.
"""

from .conventions import Convention
from .findings import Finding, FindingKind
from .ids import IdMaker
from .passages import Claim, Excerpt, Passage, PassageKind
from .persons import Anchor, Decision, DecisionKind, Gender, MayBe, Mention, Person, Spelling, in_force
from .reasons import Reason
from .sourcebook import Block, Record, Records, Source, Sourcebook
from .sources import Citation, CitedField, Work
from .span import Span
from .voices import Document, DocumentType, Hand, HandRole, Mode, Voice

__all__ = [
    "Anchor",
    "Block",
    "Citation",
    "CitedField",
    "Claim",
    "Convention",
    "Decision",
    "DecisionKind",
    "Document",
    "DocumentType",
    "Excerpt",
    "Finding",
    "FindingKind",
    "Gender",
    "Hand",
    "HandRole",
    "IdMaker",
    "MayBe",
    "Mention",
    "Mode",
    "Passage",
    "PassageKind",
    "Person",
    "Reason",
    "Record",
    "Records",
    "Source",
    "Sourcebook",
    "Span",
    "Spelling",
    "Voice",
    "Work",
    "in_force",
]
