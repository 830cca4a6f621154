"""The register of proceedings: who was tried, judged, charged, sentenced, by whose account."""

from .stage import ProceedingStage

__all__ = ["ProceedingStage"]
