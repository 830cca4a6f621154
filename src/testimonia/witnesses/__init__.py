"""What counts once, and who stood how near to what he tells.

In come excerpts, voices and dependences; out go an `Origin` for every excerpt, alone or together with those that it is
not independent of, and a `Witness` for everybody whose words an excerpt gives. Blind spots: English only; who tells of
what he saw without ever saying "I" or "we" stays unstated, and so does whoever only implies that he was there.
"""

from .stage import WitnessStage

__all__ = ["WitnessStage"]
