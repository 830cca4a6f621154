"""Defects of the page itself.

In come the passages, excerpts and citations of the page; out go findings: foreign text spliced in,
excerpts without a citation, citations without a page, the compiler's own remarks, quotation marks
that do not close, likely misprints and excerpts that stand twice.
"""

from .stage import DamageStage

__all__ = ["DamageStage"]
