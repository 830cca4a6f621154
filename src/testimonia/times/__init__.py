"""When: the dates that the page prints, resolved as far as its words allow, and what they date.

In come claims, excerpts, voices and documents; out go `Dating` records. A date that lacks its year takes it from the
document it stands in, from what was told before in the same excerpt, or from the claim above, and says so; what nothing
tells stays open (``XXXX-04-03``). Blind spots: weekdays alone, feasts, "at that time".
"""

from .stage import TimeStage

__all__ = ["TimeStage"]
