"""Testimonia reads a sourcebook and says who says so.

>>> import testimonia
>>> book = testimonia.read(testimonia.sample_page())
>>> book.claims[0].text in book.text
True

``read`` gives a `Sourcebook`; ``build`` writes one evidence base (SQLite); ``open_store`` opens it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "read": "front",
    "build": "front",
    "merge": "front",
    "split": "front",
    "undo": "front",
    "open_store": "store",
    "accusation_graph": "exports.graphs",
    "sample_page": "sample",
    "Act": "model",
    "Amount": "model",
    "Anchor": "model",
    "Assertion": "model",
    "Block": "model",
    "Cell": "model",
    "CellKind": "model",
    "Citation": "model",
    "CitedField": "model",
    "Claim": "model",
    "Convention": "model",
    "Dating": "model",
    "Decision": "model",
    "DecisionKind": "model",
    "Document": "model",
    "DocumentType": "model",
    "Entry": "model",
    "Excerpt": "model",
    "Finding": "model",
    "FindingKind": "model",
    "Gender": "model",
    "Hand": "model",
    "HandRole": "model",
    "Ledger": "model",
    "Marker": "model",
    "MarkerKind": "model",
    "MayBe": "model",
    "Mention": "model",
    "Mode": "model",
    "Part": "model",
    "Passage": "model",
    "PassageKind": "model",
    "Person": "model",
    "Proceeding": "model",
    "ProceedingKind": "model",
    "Reason": "model",
    "Source": "model",
    "Sourcebook": "model",
    "Span": "model",
    "Spelling": "model",
    "Voice": "model",
    "Work": "model",
    "AuthorityError": "errors",
    "DecisionError": "errors",
    "ExportError": "errors",
    "MissingExtraError": "errors",
    "NotFoundError": "errors",
    "PipelineError": "errors",
    "ProfileError": "errors",
    "SourcebookError": "errors",
    "StoreError": "errors",
    "TestimoniaError": "errors",
    "VocabularyError": "errors",
}

__all__ = [
    "Act",
    "Amount",
    "Anchor",
    "Assertion",
    "AuthorityError",
    "Block",
    "Cell",
    "CellKind",
    "Citation",
    "CitedField",
    "Claim",
    "Convention",
    "Dating",
    "Decision",
    "DecisionError",
    "DecisionKind",
    "Document",
    "DocumentType",
    "Entry",
    "Excerpt",
    "ExportError",
    "Finding",
    "FindingKind",
    "Gender",
    "Hand",
    "HandRole",
    "Ledger",
    "Marker",
    "MarkerKind",
    "MayBe",
    "Mention",
    "MissingExtraError",
    "Mode",
    "NotFoundError",
    "Part",
    "Passage",
    "PassageKind",
    "Person",
    "PipelineError",
    "Proceeding",
    "ProceedingKind",
    "ProfileError",
    "Reason",
    "Source",
    "Sourcebook",
    "SourcebookError",
    "Span",
    "Spelling",
    "StoreError",
    "TestimoniaError",
    "VocabularyError",
    "Voice",
    "Work",
    "__version__",
    "accusation_graph",
    "build",
    "merge",
    "open_store",
    "read",
    "sample_page",
    "split",
    "undo",
]

if TYPE_CHECKING:
    from .errors import (
        AuthorityError,
        DecisionError,
        ExportError,
        MissingExtraError,
        NotFoundError,
        PipelineError,
        ProfileError,
        SourcebookError,
        StoreError,
        TestimoniaError,
        VocabularyError,
    )
    from .exports.graphs import accusation_graph
    from .front import build, merge, read, split, undo
    from .model import (
        Act,
        Amount,
        Anchor,
        Assertion,
        Block,
        Cell,
        CellKind,
        Citation,
        CitedField,
        Claim,
        Convention,
        Dating,
        Decision,
        DecisionKind,
        Document,
        DocumentType,
        Entry,
        Excerpt,
        Finding,
        FindingKind,
        Gender,
        Hand,
        HandRole,
        Ledger,
        Marker,
        MarkerKind,
        MayBe,
        Mention,
        Mode,
        Part,
        Passage,
        PassageKind,
        Person,
        Proceeding,
        ProceedingKind,
        Reason,
        Source,
        Sourcebook,
        Span,
        Spelling,
        Voice,
        Work,
    )
    from .sample import sample_page
    from .store import open_store


def __getattr__(name: str) -> Any:
    """Load a part of the front door when it is first asked for, so that importing stays quick."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
