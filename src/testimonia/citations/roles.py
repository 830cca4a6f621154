# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Words for what somebody did for a book: edited, translated, compiled, in the languages citations are printed in."""

from __future__ import annotations

import re

__all__ = ["role_at", "roles_of"]

_ROLE = re.compile(
    r",?\.? ?[(\[]?\b(?P<words>(?:"
    r"eds?\b\.?|editors?\b|edit\.|trans\b\.?|transl\b\.?|translators?\b|tr\.|comps?\b\.?|compilers?\b|comp\. and ed\."
    r"|hrsg\.?|hg\.?|Herausgeber|übers\.|dirs?\.|coords?\.|éds?\.|trad\.|ред\.|сост\.|пер\.|red\.|a cura di|edición de"
    r")(?:,? ?(?:and|&|und|et|y|u\.|/) ?(?:eds?\b\.?|editors?\b|trans\b\.?|transl\b\.?|translators?\b|comps?\b\.?|intro\b\.?|übers\.|trad\.))?"
    r")[)\]]?\.?,?(?=[\s,.:;)]|$)",
    re.IGNORECASE,
)
_ROLE_HINT = re.compile(r"[\s(\[.,]{1,3}(?:[EeTtHhCcDdÉéRrÜüAaПпРрСс])")


def roles_of(words: str) -> tuple[str, ...]:
    """CSL roles that a role word stands for, in the order editor, translator.

    >>> roles_of("Trans. and Ed.")
    ('editor', 'translator')
    """
    low = words.casefold()
    roles = []
    if re.search(
        r"\b(?:ed|eds|edit|editors?|edited|selected|ausgew\w+|hrsg|hg|herausge\w*|comps?|compil\w+|dirs?|coords?|éds?|ред|сост|red|redig\w+|utg|udg|oprac|toim|szerk|ur|bew|haz|a cura|edición|sous la dir\w*)\b",
        low,
    ):
        roles.append("editor")
    if re.search(
        r"\b(?:tr|trans|transl|translat\w+|übers|übersetzt|trad|traduit|traducción|traduzione|пер|övers|overs|přel|przeł|tłum|prev|vert|çev|suom|tõlk)\b",
        low,
    ):
        roles.append("translator")
    return tuple(roles) or ("editor",)


def role_at(text: str, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """The roles that a role word stands for where it begins here, and where the word ends.

    ``None`` also for ``ed. by``, which belongs to the next person and not to the one before.
    """
    if _ROLE_HINT.match(text, start, end) is None:
        return None
    found = _ROLE.match(text, start, end)
    if found is None:
        return None
    # "ed. by" and "Ed. Piers Lowe." name the next person, not the one before
    if re.match(r"\s*(?:by|von|par|por|da|di)\b", text[found.end() : end]):
        return None
    return roles_of(found["words"]), found.end()
