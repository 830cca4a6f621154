"""XML as other people's tools take it: escaped, with nothing in it that no XML file can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from unicodedata import category

from ..model.tables import storable

__all__ = ["element", "escaped", "plain", "xml_id"]

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_IN_NAMES = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Mn"}  # categories of characters


def plain(words: str) -> str:
    """The words with U+FFFD for every character that no XML file can hold; offsets hold."""
    return _NO_XML.sub("\ufffd", storable(words))


def escaped(words: str) -> str:
    """The words as text between tags; a carriage return is kept, which a reader of XML would else take away."""
    return escape(plain(words), quote=False).replace("\r", "&#13;")


def element(name: str, attributes: Mapping[str, str | None], content: str = "") -> str:
    """An element with its attributes, those that are ``None`` left out; ``content`` is XML already."""
    said = "".join(
        f' {key}="{escape(plain(" ".join(value.split())))}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def xml_id(id_: str) -> str:
    """An id as XML allows it: ``author:w1`` becomes ``author.w1``.

    >>> xml_id("group:the crew"), xml_id("3rd")
    ('group.the.crew', 'id.3rd')
    """
    kept = "".join(c if c in "_-" or category(c) in _IN_NAMES else "." for c in id_)
    name = re.sub(r"\.+", ".", kept).strip(".") or "id"
    return name if name[0].isalpha() or name[0] == "_" else f"id.{name}"
