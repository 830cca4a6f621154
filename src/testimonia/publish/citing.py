"""How a page is cited: in words, as BibTeX and as CSL-JSON; and what stands in its head for machines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .picture import HEIGHT, WIDTH
from .subjects import Subject

__all__ = ["PICTURE", "Edition", "bibtex", "csl_item", "foot_of", "head_of", "in_words", "linked_data"]

PICTURE = "static/picture.png"  # of the whole site

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_TEX = str.maketrans({
    "\\": r"{\textbackslash}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&", "$": r"\$", "_": r"\_",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """What all pages of a site have in common.

    ``title`` is the page's that was read, ``built`` the day on which the base was built (ISO 8601), ``url`` where the
    site is to stand, with a slash at its end, ``author`` who publishes it; both ``None`` where that was not said.
    """

    title: str
    built: str
    version: str
    sha256: str
    url: str | None = None
    author: str | None = None


def head_of(subject: Subject, edition: Edition, file: str) -> Markup:
    """Description, Open Graph and JSON-LD of a page, and its style for paper."""
    address = None if edition.url is None else edition.url + ("" if file == "index.html" else file)
    properties = {
        "og:title": subject.title,
        "og:description": subject.sentence,
        "og:type": "profile" if subject.type == "Person" else "article" if file != "index.html" else "website",
        "og:site_name": edition.title,
        "og:url": address,
        "og:locale": "en",
    }
    if edition.url is not None:  # a picture is shown by its whole address, or not at all
        properties |= {
            "og:image": edition.url + PICTURE,
            "og:image:type": "image/png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": "Years that the page tells of, as columns; its claims by how their excerpts carry them",
        }
    lines = [Markup('<meta name="description" content="{}">').format(_whole(subject.sentence))]
    lines += [
        Markup('<meta property="{}" content="{}">').format(name, _whole(value))
        for name, value in properties.items()
        if value
    ]
    card = "summary" if edition.url is None else "summary_large_image"
    lines.append(Markup('<meta name="twitter:card" content="{}">').format(card))
    lines.append(Markup('<meta name="generator" content="testimonia {}">').format(edition.version))
    if address is not None:
        lines.append(Markup('<link rel="canonical" href="{}">').format(address))
    written = json.dumps(linked_data(subject, edition, address), ensure_ascii=False).translate(_UNSAFE)
    lines.append(Markup('<script type="application/ld+json">{}</script>').format(Markup(_whole(written))))
    lines.append(Markup('<link rel="stylesheet" href="static/print.css" media="print">'))
    lines.append(Markup('<link rel="stylesheet" href="static/site.css">'))
    return Markup("\n").join(lines)


def linked_data(subject: Subject, edition: Edition, address: str | None) -> dict[str, Any]:
    """What a page is about, in the words of schema.org; absent facts are left out."""
    site: dict[str, Any] = {"@type": "WebSite", "name": edition.title, "dateModified": edition.built}
    if edition.url is not None:
        site |= {"@id": edition.url, "url": edition.url}
    if edition.author is not None:
        site["publisher"] = {"@type": "Person", "name": edition.author}
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage" if subject.type not in ("CollectionPage",) else subject.type,
        "name": subject.title,
        "description": subject.sentence,
        "isPartOf": site,
    }
    if address is not None:
        page |= {"@id": address, "url": address}
    if subject.facts:
        page["mainEntity"] = {"@type": subject.type, **subject.facts}
    return page


def foot_of(subject: Subject, edition: Edition, file: str) -> Markup:
    """How to cite the page, folded away until it is wanted."""
    item = csl_item(subject, edition, file)
    return Markup(
        '<details class="cite-page"><summary>Cite this page</summary>'
        '<p class="in-words">{}</p><h2>BibTeX</h2><pre>{}</pre><h2>CSL-JSON</h2><pre>{}</pre></details>'
    ).format(in_words(item), bibtex(item), json.dumps(item, ensure_ascii=False, indent=2))


def csl_item(subject: Subject, edition: Edition, file: str) -> dict[str, Any]:
    """The page as a CSL-JSON item; who publishes it and where stand in it only if that was said."""
    name = file.removesuffix(".html")
    item: dict[str, Any] = {
        "id": f"{re.sub(r'[^a-z0-9]+', '-', edition.title.lower()).strip('-')[:40] or 'page'}-{name}"[:100],
        "type": "webpage",
        "title": subject.title,
    }
    if subject.title != edition.title:
        item["container-title"] = edition.title
    if edition.author is not None:
        item["author"] = [{"literal": edition.author}]
    item["issued"] = {"date-parts": [[int(part) for part in edition.built.split("-")]]}
    if edition.url is not None:
        item["URL"] = edition.url + ("" if file == "index.html" else file)
    item["note"] = f"read by testimonia {edition.version} from a page with SHA-256 {edition.sha256[:16]}"
    return item


def in_words(item: dict[str, Any]) -> str:
    """The citation as a line of text."""
    author = "".join(f"{name['literal']}. " for name in item.get("author", ()))
    within = f" In: {item['container-title']}." if "container-title" in item else ""
    year, month, day = item["issued"]["date-parts"][0]
    where = f" {item['URL']}." if "URL" in item else ""
    note = item["note"][:1].upper() + item["note"][1:]
    return f"{author}“{item['title']}”.{within} {year}-{month:02}-{day:02}.{where} ({note}.)"


def bibtex(item: dict[str, Any]) -> str:
    """The citation as BibTeX, as UTF-8."""
    year, month, day = item["issued"]["date-parts"][0]
    fields = {
        "author": " and ".join(f"{{{name['literal'].translate(_TEX)}}}" for name in item.get("author", ())),
        "title": f"{{{item['title'].translate(_TEX)}}}",
        "booktitle": item.get("container-title", "").translate(_TEX),
        "year": str(year),
        "date": f"{year}-{month:02}-{day:02}",
        "url": item.get("URL", ""),
        "note": item["note"].translate(_TEX),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{item['id']},\n" + ",\n".join(lines) + "\n}"


def _whole(words: str) -> str:
    """Without halves of characters, which UTF-8 cannot hold."""
    return words.encode("utf-8", "replace").decode("utf-8")
