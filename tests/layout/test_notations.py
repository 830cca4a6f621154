"""Notations of single programs: a typesetter's commands behind a sharp sign, an outliner's blocks and properties."""

# ruff: noqa: E101 (outliners set their blocks in with tabs and what belongs to them with spaces)

from __future__ import annotations

from testimonia.citations import CitationStage
from testimonia.layout import LayoutStage
from testimonia.layout.lines import cut_into_units
from testimonia.layout.notations import is_sharp, property_of, sharp_command
from testimonia.model import Sourcebook
from testimonia.pipeline import run
from testimonia.testing import make_source

SHARP = """#set page(paper: "a4")
#show heading: set block(below: 1em)

#align(center)[*What the lock-keeper knew*]

= The lock was shut by noon

#quote(block: true, attribution: [Ada Brandt, _Sluices_ (Emden: Deich, 1931), 44.])[
  The gates were barred when I came. \\[He means the lower gates.\\]

  Nobody had the key.
]

#quote(block: true, attribution: [Otto Reuss, _Water and Wages_ (Emden: Deich, 1940), 12.])[It stood open.]

= Nobody asked the keeper

#quote(block: true, attribution: [Ada Brandt, _Sluices_ (Emden: Deich, 1931), 51.])[
  I was never asked.
]
"""

OUTLINE = """title:: What the lock-keeper knew
tags:: sources

- ## The lock was shut by noon
  id:: 64f0a1c2-1111-4222-a333-444455556666
  collapsed:: true
	- > The gates were barred when I came.
	  >
	  > Nobody had the key.
	  source:: Brandt, Ada. *Sluices*. Emden: Deich, 1931, p. 44
	  id:: 64f0a1c2-1111-4222-a333-444455557777
	- > It stood open.
	  source:: Reuss, Otto. *Water and Wages*. Emden: Deich, 1940, p. 12
- ## Nobody asked the keeper
	- > I was never asked.
	  source:: Brandt, Ada. *Sluices*. Emden: Deich, 1931, p. 51
"""


def read(text: str) -> list[tuple[str, str, str]]:
    book = run(Sourcebook(make_source(text)), [LayoutStage(), CitationStage()])
    found = []
    for x in book.excerpts:
        assert x.claim is not None
        assert x.citation is not None
        found.append((book.claims[x.claim].text, " ".join(x.text.split()), book.citations[x.citation].text))
    return found


def test_a_quotation_that_names_its_attribution_before_its_words() -> None:
    found = read(SHARP)
    assert [claim for claim, _, _ in found] == ["The lock was shut by noon"] * 2 + ["Nobody asked the keeper"]
    assert found[0][1].endswith("Nobody had the key.")
    assert found[1][1:] == ("It stood open.", "Otto Reuss, _Water and Wages_ (Emden: Deich, 1940), 12.")


def test_hash_signs_in_other_pages_are_no_commands() -> None:
    assert not is_sharp("#let it go\n\n#show your hands\n\n# Set in stone\n\n#import from the old list")
    assert sharp_command("#show your hands", 0, 16) is None


def test_an_outline_with_properties() -> None:
    found = read(OUTLINE)
    assert [claim for claim, _, _ in found] == ["The lock was shut by noon"] * 2 + ["Nobody asked the keeper"]
    assert found[0][1] == "The gates were barred when I came. Nobody had the key."
    assert found[2][2] == "Brandt, Ada. *Sluices*. Emden: Deich, 1931, p. 51"


def test_two_colons_in_running_words_are_no_property() -> None:
    for words in ("std::vector is a list", "note:: he never came", "he said:: no", "id::x"):
        assert property_of(words, 0, len(words)) is None
    assert [unit.text for unit in cut_into_units("the gate:: it was shut\n\nThe gate").units] == [
        "the gate:: it was shut",
        "The gate",
    ]
