"""Which excerpts are not independent of each other."""

from .stage import DependenceStage

__all__ = ["DependenceStage"]
