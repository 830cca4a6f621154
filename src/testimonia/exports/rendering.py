"""Rules of CSL that citeproc-py leaves out, as elements of a style that keep them.

Loading this loads the processor, so it is imported where a list is printed and nowhere else.

What a substitute prints in place of an author is not printed again further on. A label stands only beside what it
labels. An editor who is the translator too, and stands in for the author, is called both. A comma that closes a
turned name (``Marlow, Ada, and Tom Brown``) is left out where the name is bare and nothing was turned.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from citeproc import CitationStylesStyle, model
from citeproc.source import VariableError
from lxml import etree

__all__ = ["style_of"]

_CSL = "http://purl.org/net/xbiblio/csl"
_SAID = "said"  # in what the layout keeps of the entry at hand: the variables printed so far, in their order
_SPENT = "spent"  # those that a substitute has printed
_STANDING_IN = "standing in"  # whether a substitute is being printed


def style_of(file: Any) -> Any:
    """The style in a file, its elements those of this module."""
    style = CitationStylesStyle(file, validate=False)
    lookup = etree.ElementNamespaceClassLookup()
    names = lookup.get_namespace(_CSL)
    names[None] = model.CitationStylesElement
    for element in model.CitationStylesElement.__subclasses__():
        names[element.__name__.replace("_", "-").lower()] = element
    names.update({"label": _Label, "name": _Name, "names": _Names, "substitute": _Substitute, "text": _Text})
    names["number"] = _Number
    style.parser.set_element_class_lookup(lookup)
    return style


def _entry(context: Any) -> dict[str, Any]:
    """What the layout keeps of the entry at hand; the processor empties it between two entries."""
    kept: dict[str, Any] = context.get_layout().repressed
    return kept


def _is_spent(variable: str, context: Any) -> bool:
    return variable in _entry(context).get(_SPENT, ())


def _say(variable: str, context: Any) -> None:
    _entry(context).setdefault(_SAID, []).append(variable)


@contextmanager
def _with(element: Any, name: str, value: str) -> Iterator[None]:
    """The element with another value of an attribute for a while."""
    before = element.get(name)
    element.set(name, value)
    try:
        yield
    finally:
        if before is None:
            del element.attrib[name]
        else:
            element.set(name, before)


class _Substitute(model.Substitute):  # type: ignore[misc]
    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        entry = _entry(context)
        said = entry.setdefault(_SAID, [])
        before, outer = len(said), entry.get(_STANDING_IN)
        entry[_STANDING_IN] = True
        try:
            text = super().render(item, context=context, **kwargs)
        finally:
            entry[_STANDING_IN] = outer
        if text:
            entry.setdefault(_SPENT, set()).update(said[before:])
        return text

    def add_to_repressed_list(self, child: Any, context: Any) -> None:
        """What was printed is known, and not only for a child that names its variable itself."""


class _Text(model.Text):  # type: ignore[misc]
    def _variable(self, item: Any, context: Any) -> Any:
        variable = self.get("variable")
        if _is_spent(variable, context):
            return None
        text = super()._variable(item, context)
        if text:
            _say(variable, context)
        return text


class _Number(model.Number):  # type: ignore[misc]
    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        place = self if context is None else context
        if _is_spent(self.get("variable"), place):
            return None
        text = super().process(item, context=context, **kwargs)
        if text:
            _say(self.get("variable"), place)
        return text


class _Names(model.Names):  # type: ignore[misc]
    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:
        place = self if context is None else context
        roles = self.get("variable").split()
        left = [role for role in roles if not _is_spent(role, place)]
        if not left:
            raise VariableError
        if left == ["editor"] and _entry(place).get(_STANDING_IN) and self._is_translator_too(item):
            left = ["editor", "translator"]
        with _with(self, "variable", " ".join(left)):
            text = super().process(item, names_context=names_context, context=context, **kwargs)
        if text:
            for role in left:
                if role in item.reference:
                    _say(role, place)
        return text

    def _is_translator_too(self, item: Any) -> bool:
        given = item.reference
        if "editor" not in given or "translator" not in given:
            return False
        return bool(given.editor == given.translator and self.get_term("editortranslator").getchildren())


class _Label(model.Label):  # type: ignore[misc]
    def process(self, item: Any, variable: Any = None, plural: Any = None, context: Any = None, **kwargs: Any) -> Any:
        own = self.get("variable")
        if variable is None and own != "locator":
            place = self if context is None else context
            if own.replace("-", "_") not in item.reference or _is_spent(own, place):
                return None
        return super().process(item, variable, plural, context, **kwargs)


class _Name(model.Name):  # type: ignore[misc]
    def process(self, item: Any, variable: Any, context: Any = None, sort_options: Any = None, **kwargs: Any) -> Any:
        def render() -> Any:
            return super(_Name, self).process(item, variable, context, sort_options, **kwargs)

        names = item.reference.get(variable, [])
        if not names or self.get_option("name-as-sort-order", context, sort_options) is None:
            return render()
        first_is_bare = not names[0].parts()[0]
        before_last = self.get_option("delimiter-precedes-last", context, sort_options)
        before_et_al = self.get_option("delimiter-precedes-et-al", context, sort_options)
        if before_last == "after-inverted-name":
            before_last = "always" if len(names) == 2 and not first_is_bare else "contextual"
        elif before_last == "always" and len(names) == 2 and first_is_bare:
            before_last = "contextual"
        if before_et_al in ("always", "after-inverted-name") and first_is_bare:
            before_et_al = "contextual"
        with _with(self, "delimiter-precedes-last", before_last), _with(self, "delimiter-precedes-et-al", before_et_al):
            return render()
