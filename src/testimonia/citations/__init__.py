"""Citations: the printed source lines as CSL-JSON, what an ``Ibid.`` stands for, and the works they cite.

In come the passages of kind ``citation`` and the excerpts they close; out go one `Citation` for each
and one `Work` for all spellings and editions of a source.

Blind spots: a translation under another title is a work of its own unless the page prints both titles
in one citation; a book that two names are given for on two imprints stays two; a newspaper that is cited
without a headline is one work over all its days.
"""

from .fields import parse_citation
from .parsed import ParsedCitation
from .stage import CitationStage

__all__ = ["CitationStage", "ParsedCitation", "parse_citation"]
