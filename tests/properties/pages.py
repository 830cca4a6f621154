"""Pages to try the reader on: arbitrary text, text of plausible pieces, and soups of markup."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["PAGES", "PLAUSIBLE", "SOUPS", "TEXTS"]

CITATIONS = (
    "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45",
    "Quist, Bela. The Inner Harbour. Hull: Tern, 1958, p. 7",
    "Harbour Board. Minutes of Evidence, vol. 2 (Carrowhaven, 1912), pp. iv-vi.",
    "(Marlow 1931: 44)",
    "— Bela Quist, *The Inner Harbour*, 1958",
    "Source: Hjort, K. „Havet“. Bergen: Fjordforlag, 1926, S. 12 ff.",
    "Там же, с. 14.",
    "Ibid., p. 9.",
    "[^1]: Marlow, Salt, 1931, p. 3.",
    "[2] Quist, Harbour, p. 7",
    "1. Marlow, op. cit., 44.",
    "<ref>Marlow 1931, 3</ref>",
    "{{quote|It left.|Marlow|Salt, 1931}}",
    "https://example.org/a?b=(c)",
)
HEADINGS = (
    "THE FERRY LEFT BEFORE ITS HOUR",
    "## The ferry left",
    "### 12. The ferry left",
    "== The ferry left ==",
    "*** The ferry left",
    "IV. THE SECOND BOAT",
    "12) Nobody saw her go",
    "CLAIM 3: NOBODY SAW HER GO",
    "**The ferry left**",
    "The Ferry Left\n--------------",
    "CHAPTER ONE",
    "Notes",
    "Bibliography",
    "March 14, 2009",
)
PROSE = (
    "He said that the ferry had left, and that nobody had seen her go.",
    "“It was dark,” she wrote, “and I saw nothing (or next to nothing) of it.”",
    "Q. Where were you? A. On the quay.",
    "MR. MARLOW: I was on the quay.",
    "He went aboard [he means the second boat] at ten.[1]",
    "He did not see it.¹ Nor did she.[^2]",
    "> She was gone by ten.",
    "> > She was gone by then.",
    "- She was gone.",
    "    I stood on the quay.",
    "| a | b |",
    "|---|---|",
    "<blockquote>It left.</blockquote>",
    "[quote]It left.[/quote]",
    "#+begin_quote",
    "#+end_quote",
    "He left early (Quist 1958, 7).",
    "Приехал он вечером, и никто его не видел.",
    "لم يره أحد على الرصيف.",
    "船は十時に出た。誰も見なかった。",
    "He was paid ² crowns for 10² marks, on the ③rd of May ١٩٣١, and 1½ million in ²/³/1931.",
    "The ferry left on 0ctober 3rd, l911, with tbe mate.",
    '"It was not closed, he said.',
    "***",
    "----",
    "",
)
WEIRD = (
    "\ufeff",
    "\u200b",
    "\u00a0",
    "\u2028",
    "\u0301",
    "\u202e",
    "\x00",
    "\x0b",
    "\x85",
    "🜚",
    "𝔸",
    "Ω",
    "\t",
    "\r",
    "\x1f",
    "²",  # a digit to str.isdigit(), of which float() makes no number
    "①",
    "٣",
    "½",
    "Ⅳ",
    "五",
)
BREAKS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n\n", "\n   \n", "\u2028", " ", "")
WRAPS = ("{}", "  {}", "({})", "“{}”", "_{}_", "**{}**", "> {}", "* {}", "{}:", "{} {}", "[{}]", "{}.")

TEXTS = st.text(max_size=200)
LINES = (
    st.sampled_from(CITATIONS)
    | st.sampled_from(HEADINGS)
    | st.sampled_from(PROSE)
    | st.sampled_from(WEIRD)
    | st.text(max_size=20)
)
_PIECES = st.tuples(st.sampled_from(WRAPS), LINES, st.sampled_from(BREAKS)).map(
    lambda piece: piece[0].replace("{}", piece[1]) + piece[2]
)


@st.composite
def _orderly(draw: st.DrawFn) -> str:
    """A page that keeps to one layout but for the pieces put in at random."""
    heading, citation = draw(st.sampled_from(HEADINGS)), draw(st.sampled_from(CITATIONS))
    between, inside = draw(st.sampled_from(BREAKS[:5])), draw(st.sampled_from(BREAKS[:5]))
    page = []
    for i in range(draw(st.integers(1, 6))):
        page += [heading, between]
        for k in range(draw(st.integers(1, 3))):
            page += [draw(st.sampled_from(PROSE)), f" {i}.{k}", inside, citation, between]
        if draw(st.booleans()):
            page.append(draw(_PIECES))
    return "".join(page)


PLAUSIBLE = st.lists(_PIECES, max_size=25).map("".join) | _orderly()
PAGES = PLAUSIBLE | TEXTS

_TAGS = (
    "<p> </p> <div> </div> <blockquote> </blockquote> <ul> </ul> <ol> <b> </b> <i> </i> <cite> </cite> <br> <hr> <h2> "
    "</h2> <h3> </h3> <sup> </sup> <table> <tr> <td> </table> <pre> </pre> <script> </script> <!-- --> <nav> </nav> "
    "<dl> <dt> <dd> &amp; &#233; &bogus; < > <title> </title>"
).split()
_TAGS += ['<li id="n1">', '<a href="#n1">', "</a>", '<p class="cite">', "<span hidden>", "</span>"]
SOUPS = st.lists(st.sampled_from(_TAGS) | LINES, max_size=40).map("".join)
