"""What columns of a sheet and keys of a data file are called: those of a claim, a passage, a source and its parts."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["CLAIM", "EXCERPT", "SOURCE", "SOURCE_PARTS", "role_of_name"]

CLAIM, EXCERPT, SOURCE = "claim", "excerpt", "source"

_NAMES = {
    CLAIM: "claim statement thesis proposition heading assertion topic question these behauptung thèse "
    "affirmation tesis afirmación tesi тезис утверждение",
    EXCERPT: "quote quotation excerpt extract passage text words quoted evidence zitat textstelle auszug beleg "
    "extrait cita extracto citazione brano citação trecho цитата отрывок выдержка",
    SOURCE: "source citation cite reference ref quelle fundstelle nachweis référence fuente fonte источник",
    "author": "author by writer creator verfasser autor auteur autora autore автор",
    "editor": "editor herausgeber hrsg éditeur_scientifique curatore editora редактор",
    "translator": "translator übersetzer traducteur traductor traduttore переводчик",
    "title": "title book work titel titre título título_de_la_obra titolo название заглавие",
    "container-title": "journal newspaper periodical magazine booktitle zeitschrift zeitung revue revista "
    "rivista журнал газета",
    "volume": "volume vol band tome tomo том",
    "issue": "issue number nummer heft numéro número",
    "edition": "edition auflage édition edición edizione издание",
    "publisher-place": "place location city ort verlagsort erscheinungsort lieu lugar luogo место",
    "publisher": "publisher press verlag éditeur editorial editore editora издательство",
    "issued": "year date published jahr datum erscheinungsjahr année año anno ano год дата",
    "page": "page pages p pp locator seite seiten s página páginas pagina pagine страница страницы стр с",
    "URL": "url link doi",
}
_ROLES = {name.replace("_", " "): role for role, names in _NAMES.items() for name in names.split()}
SOURCE_PARTS = frozenset(_NAMES) - {CLAIM, EXCERPT, SOURCE}
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_PLURAL = re.compile(r"(?:\(s\)|/s|s)$")
_NUMBERED = re.compile(r"\s*(?:no\.?|nos\.?|number|numbers|\(s\)|of publication|name)$")


@lru_cache(maxsize=1024)
def role_of_name(name: str) -> str | None:
    """What a column or key of this name holds: one of the three words above, or a field of CSL.

    >>> role_of_name("Author(s)"), role_of_name("Page no."), role_of_name("Quotes"), role_of_name("Remarks")
    ('author', 'page', 'excerpt', None)
    """
    words = " ".join(re.sub(r"[-_]", " ", name.casefold()).split())
    for pattern in (None, _NUMBERED, _PLURAL):
        bare = words if pattern is None else pattern.sub("", words)
        found = _ROLES.get(bare) or _ROLES.get(_EDGES.sub("", bare))
        if found is not None:
            return found
    return None
