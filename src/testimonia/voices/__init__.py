"""Who speaks: the voice of every character of an excerpt, the hands it came through, the documents it comes from.

In come excerpts, citations and mentions; out go `Voice` and `Document`.
"""

from .stage import VoiceStage

__all__ = ["VoiceStage"]
