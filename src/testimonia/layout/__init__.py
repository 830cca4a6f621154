"""How a page is laid out, and what on it is a claim, an excerpt, a citation.

In: the text of a page and, for marked-up files, its blocks. Out: `Claim`, `Excerpt`, and the
`Passage` pieces that cover the text once; `Convention` says what was inferred and why.

The way through the room: lines or blocks become *units* with a look (`lines`, `blocks`, `units`);
each is scored for how much its words cite (`evidence`); placements of citations are tried
(`items`, `notes`), claims are found by the look that stands where excerpts end (`headings`), and one
path of labels over the whole page is chosen (`decoding`, `inference`); then the pieces are gathered
(`gathering`) and the habits put into words (`habits`).

Blind spots: two excerpts that follow each other with no citation, claim or container between them
are one; a page that sets its claims in two unrelated looks gets one of them.
"""

from .profile import LayoutProfile, read_profile
from .stage import LayoutStage

__all__ = ["LayoutProfile", "LayoutStage", "profile_toml", "read_profile"]


def profile_toml(conventions: object) -> str:
    """A profile that states what was inferred, to start from; ``conventions`` are a book's."""
    from .toml import write_profile

    return write_profile(conventions)  # type: ignore[arg-type]
