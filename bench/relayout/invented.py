"""Makes up a sourcebook from a seed: claims, prose of every shape, and works with every kind of citation.

The words are nonsense that parses; what matters is their shape. Excerpts run from a sentence to forty paragraphs, and
some hold what deceives a reader of layouts: turns of a transcript, letters, documents with headings of their own, lists,
verse, and sentences with years, pages and the titles of books.
"""

# ruff: noqa: E501 (the forms of sentences are easier to read in one line each)

from __future__ import annotations

from random import Random
from typing import Any

from .book import Book, Claim, Excerpt
from .invented_words import FAMILIES, GIVEN, PLACES, PUBLISHERS, SUBJECTS, Subject

__all__ = ["invent_book"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def invent_book(seed: int = 1, claims: int = 60) -> Book:
    """A book of so many claims; the same seed gives the same book."""
    return _Inventor(seed).book(claims)


class _Inventor:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rng = Random(seed)
        self.subject: Subject = SUBJECTS[seed % len(SUBJECTS)]
        self.people = [self.name() for _ in range(14)]
        self.works = self.invent_works(26 + seed % 9)

    def any(self, options: Any) -> Any:
        return self.rng.choice(list(options))

    def name(self) -> dict[str, str]:
        return {"family": self.any(FAMILIES), "given": self.any(GIVEN)}

    def year(self) -> int:
        return self.rng.randint(*self.subject.years)

    def day(self) -> str:
        return f"{self.rng.randint(1, 28)} {self.any(MONTHS)} {self.year()}"

    def person(self) -> str:
        p = self.any(self.people)
        return str(self.any((p["family"], p["family"], f"{p['given']} {p['family']}", f"Mr. {p['family']}")))

    # claims

    def claim(self) -> str:
        s, r = self.subject, self.rng
        who, other = self.person(), self.person()
        forms = (
            lambda: f"{_capital(self.any(s.matters))}",
            lambda: f"{who} {self.any(s.deeds)}",
            lambda: f"{who} denies that {self.any(s.roles)} {self.any(s.deeds)}",
            lambda: f"{_capital(self.any(s.bodies))} knew of {self.any(s.matters)} before {self.year()}",
            lambda: f"Who {self.any(s.deeds)}?",
            lambda: f"Was {self.any(s.things)} ever at {self.any(s.sites)}?",
            lambda: (
                f"{who} and {other} give two accounts of {self.any(s.matters)} and neither mentions {self.any(s.things)}"
            ),
            lambda: f"{_capital(self.any(s.roles))} admits that he {self.any(s.deeds)} on the night of {self.day()}",
            lambda: (
                f"{_capital(self.any(s.things))} was found at {self.any(s.sites)}, and {self.any(s.bodies)} was told of it by {other}"
            ),
            lambda: f"{who}: “nobody {self.any(s.deeds)}”",
            lambda: f"Doubts about {self.any(s.matters)}",
        )
        return str(forms[r.randrange(len(forms))]())

    # works and citations

    def invent_works(self, count: int) -> dict[str, dict[str, Any]]:
        s = self.subject
        works: dict[str, dict[str, Any]] = {}
        titles: set[str] = set()
        while len(works) < count:
            head = self.any(
                (
                    f"{_capital(self.any(s.matters))}", f"A Season at {self.any(s.sites)}", f"Letters from {self.any(s.sites)}",
                    f"My Years with {self.any(s.bodies)}", f"Memoirs of a {self.any(('Plain Man', 'Clerk', 'Witness', 'Surgeon'))}",
                    f"{self.any(('Report', 'Minutes', 'Proceedings'))} of {self.any(s.bodies)}", f"What {self.any(self.people)['family']} Saw",
                    f"{self.any(('The', 'A'))} {self.any(('Silent', 'Bitter', 'Second', 'Cold'))} {self.any(('Winter', 'Verdict', 'Account', 'Shore'))}",
                )
            )  # fmt: skip
            title = _title(head)
            # a short title has to tell one work from another, as it would in any book
            if title.casefold() in titles:
                continue
            titles.add(title.casefold())
            if self.rng.random() < 0.3:
                title += self.any((": ", ": ", "; ")) + _title(
                    self.any(
                        (
                            f"A History of {self.any(s.matters)}",
                            f"{self.year()}-{self.year() + 9}",
                            "Recollections and Documents",
                        )
                    )
                )
            works[f"w{len(works):02d}"] = self.work(title)
        return works

    def work(self, title: str) -> dict[str, Any]:
        r = self.rng
        csl: dict[str, Any] = {"type": "book"}
        kind = r.random()
        if kind < 0.10:
            csl["author"] = [
                {"literal": self.any(("Ministry of Works", "Royal Northern Society", "Chamber of Commerce of Lyon"))}
            ]
        elif kind < 0.20:
            csl["editor"] = [self.name() for _ in range(r.randint(1, 2))]
        else:
            csl["author"] = [self.name() for _ in range(self.any((1, 1, 1, 1, 2, 2, 3)))]
            if r.random() < 0.12:
                csl["translator"] = [self.name()]
        csl["title"] = title
        year = str(self.subject.years[1] + r.randint(1, 90))
        if kind > 0.86:
            csl["type"] = "article-journal"
            csl["container-title"] = self.any(
                ("Northern Review", "Annales de la Saône", "Journal of Public Health", "The Mercury")
            )
            csl["volume"] = str(r.randint(2, 88))
            csl["issued"] = year
            return csl
        if r.random() < 0.12:
            csl["volume"] = str(r.randint(1, 4))
        if r.random() < 0.08:
            csl["edition"] = self.any(("2nd ed.", "3rd ed.", "rev. ed."))
        csl["publisher-place"] = self.any(PLACES)
        csl["publisher"] = self.any(PUBLISHERS)
        csl["issued"] = year
        return csl

    def source(self, before: str | None) -> tuple[str, dict[str, Any]]:
        keys = list(self.works)
        weights = [1 / (n + 2) for n in range(len(keys))]
        # one source is often quoted several times running
        work = before if before and self.rng.random() < 0.35 else self.rng.choices(keys, weights)[0]
        csl = dict(self.works[work])
        if self.rng.random() > 0.03:
            n = self.rng.randint(3, 480)
            csl["page"] = self.any((f"{n}", f"{n}", f"{n}", f"{n}-{n + self.rng.randint(1, 4)}", f"{n}, {n + 3}"))
            if self.rng.random() < 0.03:
                csl["page"] = self.any(("xii", "xviii", "iv-v"))
        return work, csl

    # prose

    def sentence(self) -> str:
        s = self.subject
        who, other = self.person(), self.person()
        forms = (
            lambda: (
                f"{_capital(self.any(s.roles))} {self.any(s.deeds)}, and nobody at {self.any(s.sites)} thought it strange."
            ),
            lambda: f"It was on {self.day()} that {who} first spoke of {self.any(s.matters)}.",
            lambda: f"I had known {other} for eleven years; he {self.any(s.deeds)} because he was told to.",
            lambda: f"“You will find,” he said, “that {self.any(s.things)} was never moved.”",
            lambda: f"As for {self.any(s.things)}, we saw it at {self.any(s.sites)} ... and then no more.",
            lambda: (
                f"{_capital(self.any(s.bodies))} met twice in {self.year()} (see p. {self.rng.randint(4, 300)} of its minutes) and resolved nothing."
            ),
            lambda: f"There was, in short, no proof that {self.any(s.roles)} {self.any(s.deeds)}; there was only talk.",
            lambda: (
                f"He had read it in {self.any(self.people)['family']}'s {_title(self.any(s.matters))}, the edition of {self.year()}."
            ),
            lambda: f"What else could {who} have done?",
            lambda: f"They [{other} and his men] {self.any(s.deeds)} before breakfast.",
            lambda: f"{self.rng.randint(3, 900)} persons signed, among them {who}, {other} and {self.any(s.roles)}.",
            lambda: (
                f"At {self.any(s.sites)} the talk was all of {self.any(s.matters)}, and the older people remembered {self.year()}."
            ),
        )
        return str(forms[self.rng.randrange(len(forms))]())

    def paragraph(self, least: int = 2, most: int = 7) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def paragraphs(self) -> list[str]:
        shape = self.rng.choices(
            ("prose", "one", "sentence", "long", "turns", "questions", "letter", "document", "list", "verse", "diary"),
            (30, 24, 10, 3, 6, 5, 6, 5, 5, 2, 4),
        )[0]
        return list(getattr(self, f"shape_{shape}")())

    def shape_prose(self) -> list[str]:
        return [self.paragraph() for _ in range(self.rng.randint(2, 5))]

    def shape_one(self) -> list[str]:
        return [self.paragraph()]

    def shape_sentence(self) -> list[str]:
        return [self.sentence()]

    def shape_long(self) -> list[str]:
        return [self.paragraph(1, 5) for _ in range(self.rng.randint(12, 40))]

    def shape_turns(self) -> list[str]:
        labels = [self.any(self.people)["family"].upper() for _ in range(2)]
        how = self.any(("{}: ", "{}. — ", "Mr. {}: "))
        return [how.format(labels[n % 2]) + self.paragraph(1, 2) for n in range(self.rng.randint(3, 14))]

    def shape_questions(self) -> list[str]:
        asked = [
            (
                f"Q. Did you see that {self.any(self.subject.roles)} {self.any(self.subject.deeds)}?",
                "A. " + self.sentence(),
            )
            for _ in range(self.rng.randint(2, 6))
        ]
        return [self.paragraph(1, 2), *(words for pair in asked for words in pair)]

    def shape_letter(self) -> list[str]:
        p = self.any(self.people)
        place = _capital(self.any(self.subject.sites))
        body = [self.paragraph(1, 4) for _ in range(self.rng.randint(1, 4))]
        return [f"{place}, {self.day()}", "Dear Sir,", *body, "Your obedient servant,", f"{p['given']} {p['family']}"]

    def shape_document(self) -> list[str]:
        out = [self.paragraph(1, 2), f"REPORT ON {self.any(self.subject.matters).upper()}"]
        for n in range(1, self.rng.randint(3, 5)):
            out += [
                f"{'I' * n}. {self.any(self.subject.matters).upper()}" if n < 4 else "CONCLUSIONS",
                self.paragraph(1, 3),
            ]
        return [*out, f"Given at {self.any(self.subject.sites)}, {self.day()}."]

    def shape_list(self) -> list[str]:
        mark = self.any(("{}. ", "{}) ", "({}) ", "- "))
        points = [mark.format(n) + self.sentence() for n in range(1, self.rng.randint(4, 8))]
        return [_capital(self.any(self.subject.bodies)) + " resolved:", *points]

    def shape_verse(self) -> list[str]:
        s = self.subject
        lines = [f"O {self.any(s.sites)}, where {self.any(s.roles)}", f"{_capital(self.any(s.deeds))} in the rain,"]
        return [self.sentence(), *lines, f"And all for {self.any(s.things)}", "That never came again."]

    def shape_diary(self) -> list[str]:
        return [
            f"{self.rng.randint(1, 28)} {self.any(MONTHS)}. {self.paragraph(1, 2)}"
            for _ in range(self.rng.randint(2, 5))
        ]

    # the whole

    def book(self, claims: int) -> Book:
        out: list[Claim] = []
        met: set[str] = set()
        count, before = 0, None
        while len(out) < claims:
            words = self.claim()
            if words.casefold() in met:
                continue
            met.add(words.casefold())
            below = []
            for _ in range(self.rng.choices((1, 2, 3, 5, 9, 18, 30), (40, 30, 16, 8, 4, 1, 1))[0]):
                count += 1
                paragraphs = tuple(self.paragraphs())
                if self.rng.random() < 0.012:
                    below.append(Excerpt(f"x{count:04d}", paragraphs, None, None))
                    continue
                before, csl = self.source(before)
                below.append(Excerpt(f"x{count:04d}", paragraphs, csl, before))
            out.append(Claim(f"h{len(out) + 1:04d}", words, tuple(below)))
        return Book(f"invented-{self.seed}", self.subject.title, f"Set down in {self.year() + 60}", tuple(out))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _title(words: str) -> str:
    from .cases import title_case

    return title_case(words)
