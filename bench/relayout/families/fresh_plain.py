"""Plain text of e-mail lists, scanned books, finding aids, FAQs and legal papers."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from ..book import Book, Claim, Excerpt
from ..cases import capitals, title_case
from ..cites_more import by_number, legal, mla_parenthesis, title_year_page, works_list
from ..layouts import Layout
from ..notes import Citer, every_time, later_short
from ..pen import Cite, mark_titles
from ..prose import Prose, between, roman, wrap
from ..setting import Page

__all__ = ["LAYOUTS", "shown_excerpts"]


def shown_excerpts(page: Page, claim: Claim, *, source_first: bool = False) -> Iterator[Excerpt]:
    """The excerpts of a claim whose bounds show where only citations bound them; the others are left out."""
    alone = 0 if source_first else len(claim.excerpts) - 1
    for n, excerpt in enumerate(claim.excerpts):
        if excerpt.csl is None and n != alone:
            page.leave_out(excerpt, "the layout cannot show where an unsourced excerpt ends")
        else:
            yield excerpt


def wrapped_cite(cite: Cite, width: int, first: int = 0) -> Cite:
    """A citation broken into lines, at spaces only."""
    return Cite(wrap(cite.text, width, first), cite.csl, cite.resolved)


def set_bracket_notes(book: Book, page: Page) -> None:
    """As scanned books are set for readers: numerals over chapters, ``[Footnote 3: ...]`` below the paragraph."""
    citer = later_short("chicago", later="op. cit.")
    page.title(capitals(book.title))
    if book.date:
        page.put("\n\n")
        page.title(book.date)
    note = 0
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n\n\n\n{roman(n)}\n\n")
        page.claim(claim, wrap(capitals(claim.text), 64))
        page.put("\n\n")
        for k, excerpt in enumerate(claim.excerpts):
            page.put("\n\n       *       *       *       *       *\n\n" if k else "\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, wrap(paragraph, 72))
            if excerpt.csl is not None:
                note += 1
                page.marker(excerpt, f"[{note}]")
                lead = f"[Footnote {note}: "
                page.put("\n\n" + lead)
                page.citation(excerpt, wrapped_cite(citer(excerpt), 72, len(lead)), ("_", "_"))
                page.put("]")
    page.put("\n\n\n\nTHE END\n")


SENDERS = ("reading-room@archive.example", "h.b.@post.example", "Collector <copies@letters.example>")


def set_digest(book: Book, page: Page) -> None:
    """The digest of a mailing list: a message for each claim, ``>`` before what is quoted, the source after ``--``."""
    citer = every_time("chicago")
    page.title(book.title)
    page.put(" Digest, Vol 7, Issue 3\n\nSend submissions to the list, and not to the digest.\n\nToday's Topics:\n\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"  {n:2}. " + fill(claim.text, 66, subsequent_indent="      ") + f" ({SENDERS[n % 3]})\n")
    page.put("\n\n" + "-" * 70 + "\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\nMessage: {n}\nDate: {n % 28 + 1} Mar 1997 {n % 24:02}:{n * 7 % 60:02}:12 +0100\n")
        page.put(f"From: {SENDERS[n % 3]}\nSubject: ")
        page.claim(claim, claim.text)
        page.put("\n\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put(">\n" if j else "")
                for line in wrap(paragraph, 68).split("\n"):
                    page.put("> ")
                    page.excerpt(claim, excerpt, line)
                    page.put("\n")
            page.put("\n")
            if excerpt.csl is not None:
                page.put("-- ")
                page.citation(excerpt, wrapped_cite(citer(excerpt), 70, 3))
                page.put("\n\n")
        page.put("\n" + "-" * 30 + "\n")
    page.put("\nEnd of Digest\n*************\n")


def set_faq(book: Book, page: Page) -> None:
    """Questions and answers of a news group; the answer is what was written, indented, and ``From:`` says by whom."""
    citer = every_time("bibliography")
    page.put("Archive-name: faq/part1\nPosting-frequency: monthly\n\n")
    page.title(book.title)
    page.put("\nFrequently asked, with the passages that answer.\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\nQ{n}. ")
        page.claim(claim, wrap(claim.text, 70, 5))
        page.put("\n\nA:  ")
        for k, excerpt in enumerate(shown_excerpts(page, claim)):
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n    " if j else ("    " if k else ""))
                for i, line in enumerate(wrap(paragraph, 66).split("\n")):
                    page.put("    " if i else "")
                    page.excerpt(claim, excerpt, line)
                    page.put("\n")
            if excerpt.csl is not None:
                page.put("\n    (From: ")
                page.citation(excerpt, citer(excerpt))
                page.put(")\n\n")


def set_exhibits(book: Book, page: Page) -> None:
    """A brief: propositions, each with its exhibits, and sources as lawyers give them."""
    citer = legal(book)
    page.title(capitals(book.title))
    if book.date:
        page.put("\n")
        page.title(book.date)
    count = 0
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n\nProposition {n}.  ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            count += 1
            page.put(f"\n  Exhibit {count}\n\n")
            for paragraph in excerpt.paragraphs:
                page.put("      ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            if excerpt.csl is not None:
                page.put("\n  ")
                page.citation(excerpt, citer(excerpt))
                page.put("\n")


def letter(n: int) -> str:
    """A letter for a place in a list: a to z, then aa.

    >>> letter(0), letter(27)
    ('a', 'bb')
    """
    return chr(97 + n % 26) * (n // 26 + 1)


def set_lettered(book: Book, page: Page) -> None:
    """Headings between stars, passages lettered within each, ``(Family 44)`` after them, works cited at the end."""
    citer = mla_parenthesis(book)
    page.title(book.title)
    page.put("\n")
    for claim in book.claims:
        page.put("\n\n*** ")
        page.claim(claim, title_case(claim.text))
        page.put(" ***\n")
        for k, excerpt in enumerate(claim.excerpts):
            page.put(f"\n({letter(k)}) “")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n“" if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”" if j == last else "")
            if excerpt.csl is not None:
                page.put(" (")
                page.citation(excerpt, citer(excerpt))
                page.put(").")
            page.put("\n")
    page.put("\n\nWorks Cited\n\n")
    page.put("".join(mark_titles(words, "_", "_") + "\n\n" for _, words in works_list(book, "mla")))


MARKS = "*†‡§‖¶"


def set_daggers(book: Book, page: Page) -> None:
    """Notes under each section, with stars and daggers for marks."""
    citer = later_short("mla")
    page.title(book.title)
    if book.date:
        page.put("\n")
        page.title(book.date)
    for claim in book.claims:
        page.put("\n\n\n")
        page.claim(claim, title_case(claim.text))
        page.put("\n")
        notes: list[tuple[str, Excerpt, Cite]] = []
        for excerpt in shown_excerpts(page, claim):
            for paragraph in excerpt.paragraphs:
                page.put("\n\n" if paragraph is not excerpt.paragraphs[0] else "\n")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                mark = MARKS[len(notes) % 6] * (len(notes) // 6 + 1)
                page.marker(excerpt, mark)
                notes.append((mark, excerpt, citer(excerpt)))
            page.put("\n")
        page.put("\n__________\n" if notes else "")
        for mark, excerpt, cite in notes:
            page.put(mark + " ")
            page.citation(excerpt, cite)
            page.put("\n")


def set_numbers(book: Book, page: Page) -> None:
    """Headings in guillemets; sources by their number in a list."""
    citer: Citer = by_number(book)
    page.title(book.title)
    page.put("\n\nNumbers in brackets refer to the list at the end.\n")
    for claim in book.claims:
        page.put("\n\n«")
        page.claim(claim, claim.text)
        page.put("»\n")
        for excerpt in shown_excerpts(page, claim):
            for paragraph in excerpt.paragraphs:
                page.put("\n")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n" if paragraph is not excerpt.paragraphs[-1] else "")
            if excerpt.csl is not None:
                page.put(" [")
                page.citation(excerpt, citer(excerpt))
                page.put("]")
            page.put("\n")
    page.put("\n\nSources\n-------\n\n")
    for n, (_, words) in enumerate(works_list(book, "bibliography"), 1):
        page.put(f"[{n}] {mark_titles(words)}\n")


LAYOUTS = (
    Layout("scanned-bracket-notes", "fresh", "book.txt", set_bracket_notes),
    Layout("mail-digest", "fresh", "book.txt", set_digest),
    Layout("news-questions", "fresh", "book.txt", set_faq),
    Layout("exhibits-supra", "fresh", "book.txt", set_exhibits),
    Layout("lettered-mla", "fresh", "book.txt", set_lettered),
    Layout("dagger-notes", "fresh", "book.txt", set_daggers),
    Layout("numbered-sources", "fresh", "book.txt", set_numbers),
    Layout(
        "finding-aid",
        "fresh",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"{(n - 1) // 8 + 1}.{(n - 1) % 8 + 1}  ", ""),
            case="lower",
            between="\n\n",
            cite=lambda: every_time("capitals"),
            cite_marks=("[Source: ", "]"),
            cite_gap="\n\n",
            part=lambda n, name: f"{n}  {name.lower()}",
            part_size=8,
            front="\n\ntyped from the cards; the spelling of names is that of the card.",
        ),
        newline="\r\n",
    ),
    Layout(
        "tight-slashes",
        "fresh",
        "book.txt",
        Prose(
            heading=between("► ", ""),
            after_heading="\n",
            between="\n\n",
            excerpt_gap="\n",
            cite=lambda: every_time("plain"),
            cite_marks=("// ", ""),
        ),
    ),
    Layout(
        "bracket-before",
        "fresh",
        "book.txt",
        Prose(
            heading=lambda _, words: ("", "\n" + "~" * len(words)),
            where="before",
            between="\n\n",
            cite=lambda: every_time(title_year_page),
            cite_marks=("[", "]"),
        ),
    ),
)
