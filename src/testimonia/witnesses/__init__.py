"""What counts once, and who stood how near to what he tells."""

from .stage import WitnessStage

__all__ = ["WitnessStage"]
