"""What is said of somebody, and what somebody says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Act, Assertion, Sourcebook
from .naming import QuestionError, find_parties, of_words
from .rows import Ground, Grounds, amount_words, when_key

__all__ = ["Statement", "about", "read_act", "says", "statements"]


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion as a row.

    ``of`` names those whom it concerns, ``of_ids`` those of them whom the book knows; ``matter`` is what is said of
    them in the page's words, ``when`` EDTF, ``where`` and ``amount`` as printed, ``marked`` its own words that hedge,
    deny or mock it, each after its kind. ``answers`` is the id of the assertion that it touches.
    """

    id: str
    act: str
    of: tuple[str, ...]
    of_ids: tuple[str, ...]
    text: str
    matter: str | None
    when: str | None
    where: str | None
    amount: str | None
    marked: tuple[str, ...]
    answers: str | None
    confidence: float
    ground: Ground


def about(book: Sourcebook, name: str, *, act: Act | str | None = None, by: str | None = None) -> list[Statement]:
    """What is said of everybody who is called ``name``, by act and over time.

    ``name`` is a name or id, looked up as `who` does; ``by`` likewise names whose word it is to be.

    Raises:
        NotFoundError: nobody is called so. QuestionError: there is no such act.
    """
    of, speakers = set(find_parties(book, name)), None if by is None else set(find_parties(book, by))
    wanted = read_act(act)
    return statements(
        book,
        (
            said
            for said in book.assertions
            if of & set(said.of) and wanted in (None, said.act) and (speakers is None or said.speaker in speakers)
        ),
    )


def says(book: Sourcebook, name: str, *, act: Act | str | None = None, of: str | None = None) -> list[Statement]:
    """What everybody who is called ``name`` says, by act and over time; ``of`` names whom it is to concern.

    Raises:
        NotFoundError: nobody is called so. QuestionError: there is no such act.
    """
    speakers, whom = set(find_parties(book, name)), None if of is None else set(find_parties(book, of))
    wanted = read_act(act)
    return statements(
        book,
        (
            said
            for said in book.assertions
            if said.speaker in speakers and wanted in (None, said.act) and (whom is None or whom & set(said.of))
        ),
    )


def read_act(act: Act | str | None) -> Act | None:
    """The act of that name.

    Raises:
        QuestionError: there is none.
    """
    if act is None:
        return None
    try:
        return Act(act)
    except ValueError:
        raise QuestionError(f"No act is named {act!r}. There are: {', '.join(Act)}.") from None


def statements(book: Sourcebook, assertions: Iterable[Assertion]) -> list[Statement]:
    """Assertions as rows, by act, over time."""
    grounds, order = Grounds(book), list(Act)
    chosen = sorted(assertions, key=lambda said: (order.index(said.act), when_key(said.when), said.span))
    return [_statement(said, book, grounds) for said in chosen]


def _statement(said: Assertion, book: Sourcebook, grounds: Grounds) -> Statement:
    return Statement(
        id=said.id,
        act=said.act.value,
        of=tuple(of_words(said, book)),
        of_ids=said.of,
        text=said.text,
        matter=None if said.matter is None else book.cut(said.matter),
        when=said.when,
        where=said.where,
        amount=amount_words(said.amount),
        marked=tuple(f"{marker.kind.value}: {marker.text}" for marker in said.markers),
        answers=said.touches,
        confidence=said.confidence,
        ground=grounds.of(said),
    )
