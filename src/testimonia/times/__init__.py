"""The dates that the page prints, resolved, and what they date."""

from .stage import TimeStage

__all__ = ["TimeStage"]
