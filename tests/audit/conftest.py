"""A claim of an invented page with the excerpts under it, as the audit reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from testimonia.audit import AuditStage
from testimonia.model import Act, Assertion, Audit, Mention, Mode, Person, Sourcebook, Span, Voice
from testimonia.testing import check_book, make_book, run_stage

NAMES = "Ash Reed Holm Penrose Lowe Quill Marsden Tolland Verey Brack Marlow".split()  # Marlow wrote the source
CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950."


@dataclass(frozen=True)
class Audited:
    """One claim as it was audited: its record, the messages, and the places as printed."""

    book: Sourcebook
    audit: Audit
    messages: list[str]
    places: list[str]


@pytest.fixture
def audited() -> Callable[..., Audited]:
    """Audit a heading against excerpts; a name at the head of a line with a colon labels a turn.

    ``heading_says`` and ``excerpt_says`` are statements: speaker, act, of whom, and in an excerpt the words.
    """

    def auditing(
        heading: str,
        *excerpts: str,
        heading_says: Sequence[tuple[str, Act, tuple[str, ...]]] = (),
        excerpt_says: Sequence[tuple[str, Act, tuple[str, ...], str]] = (),
    ) -> Audited:
        page = heading + "\n\n" + "\n\n".join(f"{words}\n{CITATION}" for words in excerpts) + "\n"
        book = make_book(page, claims=[heading], excerpts=[(words, heading, CITATION) for words in excerpts])
        book.add(Person(f"p-{name.lower()}", name) for name in NAMES)
        mentions = []
        for record in (*book.claims, *book.excerpts):
            for n, name in enumerate(re.finditer(rf"(?i)\b(?:{'|'.join(NAMES)})\b", record.text)):
                span = record.page_span(*name.span())
                mentions.append(Mention(f"{record.id}m{n}", span, name.group(), record.id, f"p-{name.group().lower()}"))
        book.add(mentions)
        for excerpt in book.excerpts:
            for n, line in enumerate(re.finditer(r"[^\n]+", excerpt.text)):
                label = re.match(r"([A-Z]+): ", line.group())
                speaker, name, mode = "author:marlow", "Marlow", Mode.NARRATION
                if label is not None:
                    known = label[1].capitalize() in NAMES
                    speaker = f"p-{label[1].lower()}" if known else f"anon:{label[1].lower()}"
                    name, mode = label[1], Mode.TURN
                span = excerpt.page_span(*line.span())
                book.add([Voice(f"{excerpt.id}v{n}", excerpt.id, span, speaker, name, mode)])
        (claim,) = book.claims
        for n, (speaker, act, of) in enumerate(heading_says):
            book.add([_said(f"h{n}", book, claim.span, speaker, act, of, claim=claim.id)])
        for n, (speaker, act, of, words) in enumerate(excerpt_says):
            span = Span(page.index(words), page.index(words) + len(words))
            book.add([_said(f"x{n}", book, span, speaker, act, of, excerpt=book.excerpts[0].id)])
        book = run_stage(AuditStage(), book)
        check_book(book)
        (audit,) = book.audits
        return Audited(
            book,
            audit,
            [finding.message for finding in book.findings],
            [difference.b_span.cut(book.text) for difference in book.discrepancies],
        )

    return auditing


def _said(
    id_: str, book: Sourcebook, span: Span, speaker: str, act: Act, of: tuple[str, ...], **where: str
) -> Assertion:
    who = "compiler" if not speaker else f"p-{speaker}" if speaker.capitalize() in NAMES else f"group:{speaker}"
    people = tuple(f"p-{name}" for name in of)
    spans = (span,) * len(of)
    return Assertion(id_, span, span.cut(book.text), who, speaker, act, of=people, of_names=of, of_spans=spans, **where)
