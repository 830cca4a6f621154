"""What stands in the report, in which order, and how it is put into HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from ... import __version__
from ...answers import (
    AuditRow,
    Disagreement,
    Stemma,
    Worth,
    audits,
    disagreements,
    marked_words,
    proceedings,
    timeline,
    worth,
)
from ...answers.worth_audits import WORST_FIRST
from ...answers.worth_stemmas import Sources, stemmas
from ...model import Profile, Sourcebook, Span
from ...model.tables import storable
from ...words.counting import counted
from ...words.families import author_families
from .anchors import Anchors
from .bars import told_years, work_years, years_picture

__all__ = ["render"]

_MOST_PEOPLE, _MOST_WORKS, _MOST_PROCEEDINGS = 60, 40, 40
_OPEN = (Profile.CONTRADICTED, Profile.NOT_FOUND, Profile.HEDGED)  # profiles that are shown unfolded

PROFILES = {
    Profile.CONTRADICTED: "A place in the evidence says otherwise.",
    Profile.NOT_FOUND: "The words that matter stand nowhere in the excerpts below the claim.",
    Profile.HEDGED: "The evidence says it with a reserve that the claim leaves out.",
    Profile.PARTLY: "Some of the words that matter are carried, some are not.",
    Profile.SINGLE: "All excerpts below the claim count as one.",
    Profile.CARRIED: "The words that matter stand in the evidence, from more than one origin.",
}
_ROLES = ("defendant", "judge", "prosecutor", "counsel", "witness")  # of which it is said only who
_KINDS = {
    "date": "Dates",
    "number": "Numbers",
    "amount": "Sums",
    "name": "Names",
    "place": "Places",
    "outcome": "Outcomes",
    "presence": "Who was there",
    "opposite": "Flat contradictions",
    "heading": "Headings against their own evidence",
    "wording": "Wordings of one text",
}


def render(book: Sourcebook) -> str:
    """The report as HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"count": counted, "words": _words, "sure": _sure}
    style = (folder / "report.css").read_text(encoding="utf-8")
    anchors = Anchors(book)
    facts = _facts(book, anchors)
    body = environment.get_template("report.html").render(
        style=Markup(style), version=__version__, book=book, to=anchors.to, **facts
    )
    # the anchors are known only when all that is linked has been written
    return storable(body.replace(_PAGE_HERE, str(anchors.page())))


_PAGE_HERE = "<!-- the words of the page -->"


def _words(words: str, most: int = 160) -> str:
    """Words of the page on one line, broken off between two of them where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rpartition(" ")[0] + "…"


def _sure(confidence: float) -> str:
    """A confidence in hundredths; what is not wholly sure is not said to be."""
    return "100%" if confidence == 1 else f"{min(99, round(100 * confidence))}%"


def _facts(book: Sourcebook, anchors: Anchors) -> Mapping[str, Any]:
    rows = audits(book)
    weighed = {row.id: row for row in worth(book)}
    differing = disagreements(book)
    sources = Sources(book)
    trees = stemmas(sources, book.origins)
    return {
        "title": book.title or book.source.name,
        "page_here": Markup(_PAGE_HERE),
        "numbers": _numbers(book, differing),
        "in_short": _in_short(book, rows, differing),
        "profiles": _profiles(book, rows, weighed, anchors),
        "profile_counts": [(p.value, sum(r.profile == p for r in rows)) for p in WORST_FIRST],
        "claims_audited": len(rows),
        "unweighed": [row for row in weighed.values() if not rows],
        "disagreements": _by_kind(differing, anchors),
        "differing": len(differing),
        "trees": [(tree, _roots(tree, anchors)) for tree in trees],
        "works": _works(book, anchors),
        "people": _people(book, anchors),
        "proceedings": _proceedings(book, anchors),
        "years": [
            years_picture(told_years(timeline(book)), "Years that are told of", "dated statement"),
            years_picture(work_years(book), "Years in which what is quoted was printed", "excerpt"),
        ],
        "layout": [(convention.name, convention.value) for convention in book.conventions],
        "findings": Counter(finding.kind.value for finding in book.findings).most_common(),
    }


def _numbers(book: Sourcebook, differing: Sequence[Disagreement]) -> list[tuple[int, str, str]]:
    return [
        (len(book.claims), "claim", "#claims"),
        (len(book.excerpts), "excerpt", "#page"),
        (len(book.works), "work", "#works"),
        (len(book.origins), "independent origin", "#origins"),
        (len(differing), "disagreement", "#disagreements"),
        (len(book.people), "person", "#people"),
        (len(book.proceedings), "proceeding", "#proceedings"),
    ]


def _in_short(book: Sourcebook, rows: Sequence[AuditRow], differing: Sequence[Disagreement]) -> list[str]:
    """A few plain sentences, each only where there is something to say."""
    said = []
    if book.excerpts:
        once = len(book.excerpts) - len(book.origins)
        own = "adds no origin of its own" if once == 1 else "add no origin of their own"
        shared = f" Of the excerpts {once:,} {own}." if book.origins and once else ""
        claims = f"The page makes {counted(len(book.claims), 'claim')} and backs them by"
        lead = claims if book.claims else "The page holds"
        said.append(f"{lead} {counted(len(book.excerpts), 'excerpt')} from {counted(len(book.works), 'work')}.{shared}")
    profiles = Counter(row.profile for row in rows)
    told = {
        Profile.CONTRADICTED: ("has", "have", "a place in the evidence that says otherwise"),
        Profile.NOT_FOUND: ("is", "are", "not found in the evidence"),
        Profile.HEDGED: ("is", "are", "put with more certainty than the source has"),
        Profile.SINGLE: ("rests", "rest", "on a single origin"),
    }
    stand = [
        f"{profiles[profile]:,} {one if profiles[profile] == 1 else many} {rest}"
        for profile, (one, many, rest) in told.items()
        if profiles[profile]
    ]
    if stand:
        said.append(f"Of the claims {', '.join(stand)}.")
    kinds = Counter(row.kind for row in differing)
    if kinds:
        listed = ", ".join(f"{count:,} in {_DIFFER[kind]}" for kind, count in kinds.most_common())
        there = "There is" if len(differing) == 1 else "There are"
        said.append(f"{there} {counted(len(differing), 'disagreement')} between two places: {listed}.")
    ranked = sorted(book.works, key=lambda work: -work.citations)
    total = sum(work.citations for work in ranked)
    few = ranked[:5]
    if len(ranked) > len(few) and total:
        share = sum(work.citations for work in few) / total
        said.append(f"The {len(few)} works that are cited most give {share:.0%} of the citations.")
    return said


_DIFFER = {
    "date": "a date",
    "number": "a number",
    "amount": "a sum",
    "name": "a name",
    "place": "a place",
    "outcome": "an outcome",
    "presence": "who was there",
    "wording": "the wording of one text",
    "opposite": "flat contradiction",
    "heading": "a heading against its evidence",
}


def _profiles(
    book: Sourcebook, rows: Sequence[AuditRow], weighed: Mapping[str, Worth], anchors: Anchors
) -> list[dict[str, Any]]:
    groups = []
    for profile in WORST_FIRST:
        own = [row for row in rows if row.profile == profile]
        if own:
            groups.append(
                {
                    "name": profile.value,
                    "slug": profile.value.replace(" ", "-"),
                    "means": PROFILES[profile],
                    "is_open": profile in _OPEN,
                    "claims": [_claim(row, book, weighed.get(row.claim), anchors) for row in own],
                }
            )
    return groups


def _claim(row: AuditRow, book: Sourcebook, rests: Worth | None, anchors: Anchors) -> dict[str, Any]:
    cautions: dict[tuple[str, str], list[str]] = defaultdict(list)
    for caution in row.cautions:
        places = cautions[caution.kind, caution.message]
        if caution.evidence_start is not None and caution.evidence_end is not None:
            places.append(anchors.to(caution.evidence_start, caution.evidence_end))
    placed = [teller for teller in rests.tellers if teller.nearness != "unstated"] if rests else []
    there = list({(teller.speaker, teller.nearness): teller for teller in reversed(placed)}.values())[::-1]
    return {
        "row": row,
        "href": anchors.to(row.start, row.end),
        "words": _marked_claim(row, book, anchors),
        "rests": rests,
        "cautions": [(kind, message, places) for (kind, message), places in cautions.items()],
        "tellers": [(teller, anchors.to(teller.start, teller.end)) for teller in there[:8]],
        "more_tellers": max(0, len(there) - 8),
    }


def _marked_claim(row: AuditRow, book: Sourcebook, anchors: Anchors) -> Markup:
    """The words of a claim, each part a link to the first place of the evidence that carries or opposes it."""
    out: list[Markup | str] = []
    place = row.start
    for part in sorted(row.parts, key=lambda part: part.start):
        if part.start < place:
            continue
        out.append(escape(book.text[place : part.start]))
        name = f"{part.carriage}: " + ("; ".join(words for words, _, _ in part.evidence[:4]) or "nowhere")
        if part.evidence:
            _, start, end = part.evidence[0]
            out.append(
                Markup('<a class="{}" href="{}" title="{}">{}</a>').format(
                    part.carriage, anchors.to(start, end), _words(name), part.text
                )
            )
        else:
            out.append(Markup('<span class="{}" title="{}">{}</span>').format(part.carriage, name, part.text))
        place = part.end
    out.append(escape(book.text[place : row.end]))
    return Markup("").join(out)


def _by_kind(rows: Sequence[Disagreement], anchors: Anchors) -> list[dict[str, Any]]:
    kinds: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        left, right = marked_words(row)
        sides = [
            (side, anchors.to(side.start, side.end), _pieces(pieces))
            for side, pieces in ((row.a, left), (row.b, right))
        ]
        kinds[row.kind].append((row, sides))
    order = [kind for kind in _KINDS if kind in kinds] + [kind for kind in kinds if kind not in _KINDS]
    return [
        {
            "kind": kind,
            "name": _KINDS.get(kind, kind),
            "rows": kinds[kind],
            "is_open": kind not in ("wording", "heading"),
        }
        for kind in order
    ]


def _pieces(pieces: Sequence[tuple[str, bool]]) -> Markup:
    return Markup("").join(
        Markup("<mark>{}</mark>").format(words) if marked else escape(words) for words, marked in pieces
    )


def _roots(tree: Stemma, anchors: Anchors) -> list[dict[str, Any]]:
    """The excerpts of a stemma, each with those below it."""
    nodes: dict[str | None, dict[str, Any]] = {None: {"below": []}}
    over = {leaf.excerpt: above for above, leaves in tree.below().items() for leaf in leaves}
    for leaf in tree.leaves:
        excerpt, tie = anchors.book.excerpts[leaf.excerpt].span, leaf.tie
        places = None if tie is None else (anchors.to(tie.a_start, tie.a_end), anchors.to(tie.b_start, tie.b_end))
        node = {"leaf": leaf, "href": anchors.to(excerpt.start, excerpt.end), "places": places, "below": []}
        nodes[leaf.excerpt] = node
        nodes[over[leaf.excerpt]]["below"].append(node)
    found: list[dict[str, Any]] = nodes[None]["below"]
    return found


def _works(book: Sourcebook, anchors: Anchors) -> dict[str, Any]:
    """The works, each with a link to where it is cited first."""
    first: dict[str, Span] = {}
    for citation in book.citations:
        if citation.work is not None:
            first.setdefault(citation.work, citation.span)
    ranked = sorted(book.works, key=lambda work: -work.citations)
    most = max((work.citations for work in ranked), default=1) or 1
    rows = []
    for work in ranked[:_MOST_WORKS]:
        csl = work.csl
        rows.append(
            {
                "author": " and ".join(author_families(csl)),
                "title": csl.get("title") or csl.get("container-title") or "untitled",
                "year": csl.get("issued") if isinstance(csl.get("issued"), str) else None,
                "count": work.citations,
                "href": anchors.to(first[work.id].start, first[work.id].end) if work.id in first else "#page",
                "share": round(100 * work.citations / most, 1),
            }
        )
    return {"rows": rows, "more": max(0, len(ranked) - _MOST_WORKS)}


def _people(book: Sourcebook, anchors: Anchors) -> dict[str, Any]:
    named = Counter(mention.person for mention in book.mentions)
    first: dict[str, Span] = {}
    for mention in book.mentions:
        first.setdefault(mention.person, mention.span)
    says: dict[str, Counter[str]] = defaultdict(Counter)
    said_of: dict[str, Counter[str]] = defaultdict(Counter)
    place: dict[tuple[str, str, str], Span] = {}
    for said in book.assertions:
        says[said.speaker][said.act.value] += 1
        place.setdefault(("says", said.speaker, said.act.value), said.span)
        for id_ in said.of:
            said_of[id_][said.act.value] += 1
            place.setdefault(("of", id_, said.act.value), said.span)

    def acts(which: str, id_: str, counts: Counter[str]) -> list[tuple[str, int, str]]:
        spans = [(act, count, place[which, id_, act]) for act, count in counts.most_common(4)]
        return [(act, count, anchors.to(span.start, span.end)) for act, count, span in spans]

    ranked = sorted(book.people, key=lambda person: -named[person.id])
    most = max(named.values(), default=1)
    rows = [
        {
            "name": person.name,
            "others": [variant for variant in person.variants if variant != person.name][:6],
            "count": named[person.id],
            "share": round(100 * named[person.id] / most, 1),
            "href": anchors.to(first[person.id].start, first[person.id].end) if person.id in first else "#page",
            "says": acts("says", person.id, says[person.id]),
            "of": acts("of", person.id, said_of[person.id]),
        }
        for person in ranked[:_MOST_PEOPLE]
    ]
    return {"rows": rows, "more": max(0, len(ranked) - _MOST_PEOPLE)}


def _proceedings(book: Sourcebook, anchors: Anchors) -> dict[str, Any]:
    dockets = sorted(proceedings(book), key=lambda docket: (-len(docket.facts), -docket.named))
    rows = []
    for docket in dockets[:_MOST_PROCEEDINGS]:
        groups: dict[str, list[Any]] = defaultdict(list)
        for fact in docket.facts:
            groups[fact.what].append((fact, anchors.to(fact.ground.start, fact.ground.end)))
        roles = {what: _tellers(groups[what]) for what in groups if what in _ROLES}
        rivals = sum(bool(fact.rivals) for fact in docket.facts)
        rows.append({"docket": docket, "groups": groups, "roles": roles, "rivals": rivals})
    return {"rows": rows, "more": max(0, len(dockets) - _MOST_PROCEEDINGS)}


def _tellers(facts: Sequence[tuple[Any, str]]) -> dict[str, dict[str, str]]:
    """Who says so of each person, with the first place where he does."""
    tellers: dict[str, dict[str, str]] = {}
    for fact, href in facts:
        tellers.setdefault(fact.person or fact.value, {}).setdefault(fact.ground.speaker, href)
    return tellers
