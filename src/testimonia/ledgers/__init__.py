"""Ledgers of what the page states: payments, meetings, messages, offices."""

from .stage import LedgerStage

__all__ = ["LedgerStage"]
