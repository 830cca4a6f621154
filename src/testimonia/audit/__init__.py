"""Each claim word by word against its own evidence."""

from .stage import AuditStage

__all__ = ["AuditStage"]
