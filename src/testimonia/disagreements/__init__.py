"""Where accounts of one thing differ, and on what words."""

from .stage import DisagreementStage

__all__ = ["DisagreementStage"]
