"""What is known of a page. Imports nothing of ours but the errors.

Frozen records with an ``id``, a ``span`` in code points of the page, and the ``reasons`` for them;
``None`` says "the page does not say". Field names are those of the export.
"""

from .assertions import Act, Amount, Assertion, Marker, MarkerKind
from .conventions import Convention
from .findings import Finding, FindingKind
from .ids import IdMaker
from .passages import Claim, Excerpt, Passage, PassageKind
from .persons import Anchor, Decision, DecisionKind, Gender, MayBe, Mention, Person, Spelling, in_force
from .reasons import Reason
from .registers import Cell, CellKind, Dating, Entry, Ledger, Part, Proceeding, ProceedingKind
from .reviews import Review, Reviewed, ReviewKind, Standing, State, reviews_in_force, standings
from .sourcebook import Block, Record, Records, Source, Sourcebook
from .sources import Citation, CitedField, Work
from .span import Span
from .undoing import counting, is_objection, objections
from .voices import Document, DocumentType, Hand, HandRole, Mode, Voice
from .worth import (
    Alignment,
    Audit,
    AuditPart,
    Carriage,
    Cause,
    Caution,
    CautionKind,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Nearness,
    Origin,
    PartKind,
    Profile,
    Witness,
)

__all__ = [
    "Act",
    "Alignment",
    "Amount",
    "Anchor",
    "Assertion",
    "Audit",
    "AuditPart",
    "Block",
    "Carriage",
    "Cause",
    "Caution",
    "CautionKind",
    "Cell",
    "CellKind",
    "Citation",
    "CitedField",
    "Claim",
    "Convention",
    "Dating",
    "Decision",
    "DecisionKind",
    "Dependence",
    "DependenceKind",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "DocumentType",
    "Entry",
    "Excerpt",
    "Finding",
    "FindingKind",
    "Gender",
    "Hand",
    "HandRole",
    "IdMaker",
    "Ledger",
    "Marker",
    "MarkerKind",
    "MayBe",
    "Mention",
    "Mode",
    "Nearness",
    "Origin",
    "Part",
    "PartKind",
    "Passage",
    "PassageKind",
    "Person",
    "Proceeding",
    "ProceedingKind",
    "Profile",
    "Reason",
    "Record",
    "Records",
    "Review",
    "ReviewKind",
    "Reviewed",
    "Source",
    "Sourcebook",
    "Span",
    "Spelling",
    "Standing",
    "State",
    "Voice",
    "Witness",
    "Work",
    "counting",
    "in_force",
    "is_objection",
    "objections",
    "reviews_in_force",
    "standings",
]
