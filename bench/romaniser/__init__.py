"""A romaniser of the bench's own: invented people, published tables, habits, misprints, and pairs made of them.

It shares no table and no line with the engine it measures.
"""

from .pairs import Pair, make_pairs

__all__ = ["Pair", "make_pairs"]
