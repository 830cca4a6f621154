"""The calls that readers need: read a page, build an evidence base of it, and decide who is who."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from .errors import DecisionError, NotFoundError, SourcebookError
from .model import (
    Convention,
    Decision,
    DecisionKind,
    IdMaker,
    Person,
    Review,
    Reviewed,
    ReviewKind,
    Source,
    Sourcebook,
    Span,
)
from .pipeline import Progress, collector_at_rest, default_stages, keep_decisions, run, walk_through

if TYPE_CHECKING:
    from .answers import Checked
    from .people.authority import AuthorityEntry
    from .store import BuildReport

__all__ = ["build", "check", "find_person", "lay_out", "merge", "read", "review", "split", "undo"]


def read(
    page: str | os.PathLike[str] | Source,
    *,
    profile: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    decisions: Sequence[Decision] = (),
    authority: str | os.PathLike[str] | None = None,
    vocabulary: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Sourcebook:
    """Read a page: its layout, excerpts, citations, works, defects, people, voices, and who says what of whom when.

    Args:
        page: a file (text, Markdown, HTML, Word, OpenDocument, EPUB or PDF), or a `Source` that was read before.
        profile: a TOML file that states how the page is laid out; what it leaves out is inferred.
        encoding: the file's encoding where you know it; ``None`` finds it out.
        decisions: what you decided before about who is who, as ``book.decisions`` gives it; it outranks every score.
        authority: a CSV file of people you know, with their names, variants and identifiers.
        vocabulary: a TOML file of your own words for acts and deeds, laid over the shipped ones.
        progress: called with a stage's name, how many stages are done and how many there are.

    Raises:
        SourcebookError: the file cannot be read as a sourcebook.
        ProfileError: the profile says something that cannot be; AuthorityError and VocabularyError likewise.
    """
    with collector_at_rest():
        return _read(page, profile, encoding, decisions, authority, vocabulary, progress)


def _read(
    page: str | os.PathLike[str] | Source,
    profile: str | os.PathLike[str] | None,
    encoding: str | None,
    decisions: Sequence[Decision],
    authority: str | os.PathLike[str] | None,
    vocabulary: str | os.PathLike[str] | None,
    progress: Progress | None,
) -> Sourcebook:
    from .layout import read_profile

    source = page if isinstance(page, Source) else _read_page(Path(page), encoding)
    layout_profile = None if profile is None else read_profile(Path(profile))
    book = walk_through(
        Sourcebook(source),
        layout_profile,
        decisions=decisions,
        authority=_read_authority(authority),
        vocabulary=None if vocabulary is None else Path(vocabulary),
        progress=progress,
    )
    keep_decisions(book, decisions)
    return book


def lay_out(page: str | os.PathLike[str], *, profile: str | os.PathLike[str] | None = None) -> Sourcebook:
    """Read a page as far as its layout: its claims and excerpts, and the conventions with what they were inferred from.

    Whoever corrects a profile asks for this again and again, and the rest of the reading takes many times as long.

    Raises:
        SourcebookError: the file cannot be read as a sourcebook.
        ProfileError: the profile says something that cannot be.
    """
    from .layout import read_profile

    stages = default_stages(None if profile is None else read_profile(Path(profile)))
    last = max(i for i, stage in enumerate(stages) if Convention in stage.writes)
    return run(Sourcebook(_read_page(Path(page), None)), stages[: last + 1])


def _read_authority(authority: str | os.PathLike[str] | None) -> Sequence[AuthorityEntry]:
    if authority is None:
        return ()
    from .people.authority import read_authority

    return read_authority(Path(authority))


def _read_page(page: Path, encoding: str | None) -> Source:
    from .reading import read_source

    try:
        return read_source(page, encoding=encoding)
    except SourcebookError:
        from .store.marks import check_no_base

        check_no_base(page)  # an evidence base is no page, and can be told more of than that
        raise


def build(
    page: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    *,
    profile: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    authority: str | os.PathLike[str] | None = None,
    keep_authority: bool = True,
    vocabulary: str | os.PathLike[str] | None = None,
    keep_vocabulary: bool = True,
    force: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read a page and write its evidence base, whole or not at all.

    ``output`` is the SQLite file to write, beside the page with the ending ``.db`` where ``None``. A
    base that was built from the same page by the same version, profile, authority file and vocabulary is left as it
    is, unless ``force``. Decisions in an older base go into the new one, and so does its authority file where no
    ``authority`` is given, unless ``keep_authority`` is false; its ``vocabulary`` likewise.

    Raises:
        SourcebookError: the page cannot be read, or shows no claims or no citations and no profile
            says that it has none. StoreError: the base cannot be written; what
            stood there before is untouched. ProfileError: the profile says something that cannot be;
            AuthorityError and VocabularyError likewise.
    """
    with collector_at_rest():
        from .store import build_store

        return build_store(
            page,
            output,
            profile=profile,
            encoding=encoding,
            authority=authority,
            keep_authority=keep_authority,
            vocabulary=vocabulary,
            keep_vocabulary=keep_vocabulary,
            force=force,
            progress=progress,
        )


def check(
    book: Sourcebook,
    text: str | os.PathLike[str] | Source,
    *,
    work: str | None = None,
    encoding: str | None = None,
) -> list[Checked]:
    """Set the excerpts of a book beside the full text of a work that they cite: are they faithful to it?

    Args:
        book: what `read` gives, or ``store.book()``.
        text: the work's full text: a file as for `read`, or a `Source` that was read before.
        work: which work of the page it is, by id or by words of its author and title; ``None`` finds that out.
        encoding: the file's encoding where you know it.

    A row says how an excerpt stands to the text (``verbatim``, ``spelling``, ``cut``, ``altered``, ``not-found``), with
    every departure as characters of the page and of the text.

    Raises:
        SourcebookError: the text cannot be read. NotFoundError: no work is called so. DecisionError: several are.
    """
    from .answers import checked

    return checked(book, text if isinstance(text, Source) else _read_page(Path(text), encoding), work=work)


def merge(
    base: str | os.PathLike[str],
    a: str,
    b: str,
    *,
    why: str,
    reviewer: str | None = None,
    progress: Progress | None = None,
    patience: float = 0,
) -> Decision:
    """Decide that two people of an evidence base are one; the base is written anew, whole or not at all.

    Args:
        base: the evidence base, an SQLite file.
        a: the one, by id or by name.
        b: the other.
        why: the reason, kept with the decision.
        reviewer: who decides; ``None`` for the name you are logged in by.
        progress: as in `read`; only people and voices are read again.
        patience: for how many seconds to wait where another build or decision is writing the base.

    Raises:
        DecisionError: no reason is given, or a name means several people. NotFoundError: nobody is called so,
            or the two are one already. StoreError: there is no such base, or it cannot be written.
    """

    def decide(book: Sourcebook) -> Decision:
        from .people.decisions import merge_decision

        return merge_decision(book, find_person(book, a).id, find_person(book, b).id, **signed)

    signed = _signed(why, reviewer)
    return _decide(base, decide, progress, patience)


def split(
    base: str | os.PathLike[str],
    person: str,
    *,
    spelling: str | None = None,
    offsets: Sequence[int] = (),
    why: str,
    reviewer: str | None = None,
    progress: Progress | None = None,
    patience: float = 0,
) -> Decision:
    """Decide that some of a person's mentions name somebody else: those of one ``spelling``, or those at ``offsets``.

    The base, ``why`` and all that follows are as in `merge`, and so are the errors; it is one too that nobody would be
    left, or that both or neither of spelling and offsets are given.
    """

    def decide(book: Sourcebook) -> Decision:
        from .people.decisions import split_decision

        found = find_person(book, person)
        return split_decision(book, found.id, spelling=spelling, offsets=offsets, **signed)

    if (spelling is None) == (not offsets):
        raise DecisionError("Say what is to be parted: one spelling, or the offsets of mentions, not both.")
    signed = _signed(why, reviewer)
    return _decide(base, decide, progress, patience)


def undo(
    base: str | os.PathLike[str],
    decision: str,
    *,
    why: str,
    reviewer: str | None = None,
    progress: Progress | None = None,
    patience: float = 0,
) -> Decision | Review:
    """Take back an own decision or review, or object to another's, which stands all the same.

    Both are kept, and an undo can itself be taken back. To decide otherwise than another, decide it: the later decision
    on who is who prevails, and of a record each says his own.

    The base, ``why`` and all that follows are as in `merge`.

    Raises:
        DecisionError: no reason is given, or the decision was taken back or objected to already.
        NotFoundError: there is no such decision. StoreError: there is no such base, or it cannot be written.
    """
    from .store.reviewing import check_undo, has_review, undo_review

    def decide(book: Sourcebook) -> Decision:
        undone = next((earlier for earlier in book.decisions if earlier.id == decision), None)
        if undone is None:
            raise NotFoundError(f"No decision has the id {decision!r}. `testimonia decisions` lists them.")
        id_ = IdMaker().give("d", "undo", decision, signed["when"], signed["reviewer"])
        made = Decision(id_, DecisionKind.UNDO, (), (), of=decision, **signed)
        check_undo(made, undone, tuple(book.decisions))
        return made

    signed = _signed(why, reviewer)
    if has_review(base, decision):
        return undo_review(base, decision, reviewer=signed["reviewer"], why=why)
    return _decide(base, decide, progress, patience)


def review(
    base: str | os.PathLike[str],
    record: str,
    says: ReviewKind | str,
    *,
    why: str,
    reviewer: str | None = None,
    what: Reviewed | str | None = None,
    field: str | None = None,
    value: str | None = None,
    place: Span | None = None,
) -> Review:
    """Say of one record of an evidence base that it is right, wrong or otherwise, or remark on it.

    It is kept beside the record, which stays as it is, and told again after every build by the words it rests on.

    Args:
        base: the evidence base, an SQLite file.
        record: the record's id.
        says: ``accept``, ``reject``, ``correct`` or ``note``.
        why: the reason, or the remark; kept with the review.
        reviewer: who says so; ``None`` for the name you are logged in by.
        what: the kind of the record, where its id alone does not tell.
        field: of a correction, what of the record is put right; `model.reviewables` says what can be.
        value: what ought to stand there, empty for nothing.
        place: in place of a value, the characters of the page at which the record ought to stand.

    Raises:
        DecisionError: it cannot be said so. NotFoundError: there is no such record.
        StoreError: there is no such base, or it cannot be written.
    """
    from .store.reviewing import read_what, review_record

    signed = _signed(why, reviewer)
    return review_record(
        base,
        record,
        says,
        reviewer=signed["reviewer"],
        why=why,
        what=None if what is None else read_what(what),
        field=field,
        value=value,
        place=place,
    )


def find_person(book: Sourcebook, name: str) -> Person:
    """The one person of an id or a name.

    Raises:
        NotFoundError: nobody is called so. DecisionError: several are.
    """
    from .people.lookup import find_people

    found = [person for person in book.people if person.id == name] or find_people(book, name)
    if not found:
        raise NotFoundError(f"Nobody on the page is called {name!r}. `testimonia people` lists everybody.")
    if len(found) > 1:
        counts = Counter(mention.person for mention in book.mentions)
        several = "; ".join(
            f"{person.id} {person.name}, named {(n := counts[person.id]):,} time{'' if n == 1 else 's'}"
            for person in found
        )
        raise DecisionError(f"{name!r} may be {len(found)} people. Name one by his or her id: {several}.")
    return found[0]


class _Signed(TypedDict):
    reviewer: str
    when: str
    why: str


def _signed(why: str, reviewer: str | None) -> _Signed:
    """Who decides, when and why."""
    from datetime import UTC, datetime

    if not why.strip():
        raise DecisionError("A decision is kept with its reason. Say why with --why TEXT.")
    if reviewer is None or not reviewer.strip():
        from getpass import getuser

        try:
            reviewer = getuser()
        except (KeyError, OSError, ImportError):
            raise DecisionError("The system does not tell who you are. Say it with --reviewer NAME.") from None
    return {"reviewer": reviewer.strip(), "when": datetime.now(UTC).isoformat(timespec="seconds"), "why": why}


def _decide(
    base: str | os.PathLike[str], make: Callable[[Sourcebook], Decision], progress: Progress | None, patience: float
) -> Decision:
    from .store.deciding import decide

    return decide(base, make, progress=progress, patience=patience)
