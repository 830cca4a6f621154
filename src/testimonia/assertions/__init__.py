"""Who says what of whom: assertions read from claims and excerpts."""

from .stage import AssertionStage

__all__ = ["AssertionStage"]
