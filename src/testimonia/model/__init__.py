"""What is known of a page. Imports nothing of ours but the errors.

Frozen records with an ``id``, a ``span`` in code points of the page, and the ``reasons`` for them;
``None`` says "the page does not say". Field names are those of the export.
"""

from .conventions import Convention
from .findings import Finding, FindingKind
from .ids import IdMaker
from .passages import Claim, Excerpt, Passage, PassageKind
from .reasons import Reason
from .sourcebook import Block, Record, Records, Source, Sourcebook
from .sources import Citation, CitedField, Work
from .span import Span

__all__ = [
    "Block",
    "Citation",
    "CitedField",
    "Claim",
    "Convention",
    "Excerpt",
    "Finding",
    "FindingKind",
    "IdMaker",
    "Passage",
    "PassageKind",
    "Reason",
    "Record",
    "Records",
    "Source",
    "Sourcebook",
    "Span",
    "Work",
]
