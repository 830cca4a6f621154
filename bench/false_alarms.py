"""How many disagreements are told where there are none: stories and reports by others, laid out as sourcebooks.

    python bench/false_alarms.py [--half even|odd] [--together] [--show] [--by-rule]
                                 [--limit N]

LitBank (CC BY 4.0; passages of 100 novels) and the English Web Treebank (CC BY-SA 4.0; weblogs, newsgroups, letters,
reviews) are read from ``../shared`` or where TESTIMONIA_SHARED points. Each text is cut into excerpts of some hundred
words, four under a claim, which is a sentence out of one of them; each excerpt has an invented citation of its own.
A text tells one story, so that what is told to differ in it, beside a repetition told otherwise, is a false alarm, and
so is a claim that the evidence is said to contradict, for it stands there word for word. With ``--together`` the four
excerpts under a claim are of four texts, which have nothing in common. Texts of even number may be read by whoever
mends the rules, those of odd number not.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

import testimonia
from judging import shared_folder
from litbank import joined
from testimonia.model import Span

WORDS = 110  # of an excerpt, from which on it ends with the sentence
UNDER = 4  # excerpts under a claim
TEXTS = 3  # joined into a page; one alone has few claims
WORKS = (
    "Marsh, Adela. The Long Account. London: Ward, 1911, p. {}",
    "Tolley, Henry. Years in the Valley. New York: Harrow, 1934, p. {}",
    "Oakes, Miriam. What Remained. Chicago: Lake Press, 1958, p. {}",
    "Penrose, Giles. Letters and Papers. Edinburgh: Munro, 1926, p. {}",
)
Sentences = list[str]


def novels() -> Iterator[tuple[str, Sentences]]:
    """LitBank's texts, a sentence a row of words."""
    for path in sorted((shared_folder() / "data" / "litbank" / "quotations" / "tsv").glob("*.txt")):
        rows = path.read_text(encoding="utf-8").splitlines()
        yield path.stem, [joined(row.split())[0] for row in rows if row.strip()]


def reports() -> Iterator[tuple[str, Sentences]]:
    """The Treebank's texts, as they were printed; those of two excerpts and more."""
    for path in sorted((shared_folder() / "data" / "ud-ewt").glob("*.conllu")):
        for document in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
            name, _, rest = document.partition("\n")
            sentences = re.findall(r"^# text = (.+)$", rest, re.MULTILINE)
            if sum(len(sentence.split()) for sentence in sentences) > 2 * WORDS:
                yield name, sentences


def excerpts_of(sentences: Sentences) -> list[str]:
    """The text in excerpts."""
    found: list[Sentences] = [[]]
    for sentence in sentences:
        if sum(len(s.split()) for s in found[-1]) >= WORDS:
            found.append([])
        found[-1].append(sentence)
    return [" ".join(own) for own in found]


def claim_of(excerpts: Sequence[str]) -> str:
    """The shortest plain sentence that says something, out of any of the excerpts."""
    sentences = [s for e in excerpts for s in re.split(r"(?<=[.!?]) +", e) if re.fullmatch(r"[A-Z][\w ,'’-]+\.", s)]
    fit = [s for s in sentences if 6 <= len(s.split()) <= 16]
    return min(fit, key=lambda s: (len(s.split()), s), default="What befell them then.").rstrip(".")


def pages(texts: Sequence[tuple[str, Sentences]], *, together: bool) -> Iterator[tuple[str, str]]:
    """Sourcebooks of three texts each, with a name."""
    size = UNDER if together else TEXTS
    for first in range(0, len(texts), size):
        some = texts[first : first + size]
        cut = [excerpts_of(sentences) for _, sentences in some]
        if together:
            groups = [[e for e in row if e] for row in zip_longest(*cut)]
        else:
            groups = list(chain(*([own[n : n + UNDER] for n in range(0, len(own), UNDER)] for own in cut)))
        lines, number = [], 0
        for group in groups:
            lines.append(f"## {claim_of(group)}\n")
            for excerpt in group:
                lines.append(f"{excerpt}\n\n{WORKS[number % len(WORKS)].format(number + 11)}\n")
                number += 1
        yield some[0][0], "\n".join(lines)


def sentence_at(text: str, span: Span) -> str:
    """The words in their sentence, between angles."""
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    ends = [end for end in (text.find(". ", span.end), text.find("\n", span.end)) if end >= 0]
    end = min(ends, default=len(text))
    return f"{text[start : span.start]}‹{span.cut(text)}›{text[span.end : end]}".strip()[-400:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("even", "odd"), help="only every other text")
    parser.add_argument("--together", action="store_true", help="excerpts of four texts under each claim")
    parser.add_argument("--show", action="store_true", help="print the words of those of even number")
    parser.add_argument("--by-rule", action="store_true", help="a line for each rule that told something")
    parser.add_argument("--limit", type=int, default=0, help="of texts, of each kind")
    arguments = parser.parse_args()
    told: Counter[tuple[str, str, str]] = Counter()
    sizes: Counter[str] = Counter()
    for sort, source in (("novels", novels), ("reports", reports)):
        texts = list(source())
        if arguments.half:
            texts = texts[arguments.half == "odd" :: 2]
        texts = texts[: arguments.limit or None]
        for name, page in pages(texts, together=arguments.together):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "page.md"
                path.write_text(page, encoding="utf-8")
                book = testimonia.read(path)
            sizes[sort] += len(book.excerpts)
            for d in book.discrepancies:
                why = d.reasons[0].rule if d.reasons else ""
                told[sort, d.kind.value, why.split(":")[0] if d.kind.value == "heading" else why] += 1
                if arguments.show and arguments.half == "even":
                    print(f"* {d.kind.value} {d.confidence:.2f} {name}: {why} | {d.about}")
                    print(f"    {sentence_at(book.text, d.a_span)}\n    {sentence_at(book.text, d.b_span)}")
            for audit in book.audits:
                told[sort, "claims", audit.profile.value] += 1
    for sort, count in sizes.items():
        own = {key[1:]: n for key, n in told.items() if key[0] == sort}
        if arguments.by_rule:
            for (kind, why), n in sorted(own.items(), key=lambda item: (item[0][0] == "claims", -item[1], item[0])):
                print(f"{sort:8} {kind:9} {n:5}  {why}")
        kinds: Counter[str] = Counter()
        for (kind, _), n in own.items():
            kinds[kind] += n
        claims = kinds.pop("claims", 0)
        against = kinds.pop("heading", 0)
        contradicted = own.get(("claims", "contradicted"), 0)
        print(f"{sort}: {count} excerpts under {claims} claims")
        print(f"  set against each other {kinds.total():4}, {1000 * kinds.total() / count:.1f} a thousand excerpts")
        print(f"    {', '.join(f'{kind} {n}' for kind, n in kinds.most_common())}")
        print(f"  set against its claim  {against:4}; claims said to be contradicted {contradicted}")


if __name__ == "__main__":
    main()
