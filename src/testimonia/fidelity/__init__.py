"""Is the quotation faithful to the book? Excerpts of a page beside the full text of what they cite.

This room is no stage of a build, for what it needs is not on the page: whoever has the books hands them in
(`testimonia.check`). The words of excerpt and book are folded (`wording`), the passage is found by runs of words that
both have, in their order, through cuts as long as there are (`finding`), and what stands between the runs is told word
by word (`departures`). A departure says what its words decide: a "not", a number, a name (`weights`). Nothing is said
of why words differ, and a translation of one's own is no quotation of the original: it is not found.
"""

from .comparing import compare

__all__ = ["compare"]
