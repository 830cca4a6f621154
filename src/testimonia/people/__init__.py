"""Who is who: the people named on the page, and the one human being behind many spellings.

In come excerpts, claims and citations; out go `Mention`, `Person`, `MayBe` and the reader's `Decision` records as they
were replayed.
"""

from .stage import PeopleStage

__all__ = ["PeopleStage"]
