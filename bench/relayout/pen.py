"""Writes a citation and keeps which fields it has printed, so that the gold asks for nothing that is not there.

Titles stand between two private characters until a layout says how it marks them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

__all__ = ["CLOSE", "OPEN", "Cite", "Pen", "is_range", "mark_titles"]

OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation as a layout prints it. ``resolved`` is what it stands for where it does not print all."""

    text: str
    csl: dict[str, Any]
    resolved: dict[str, Any] | None = None


def mark_titles(text: str, before: str = "", after: str = "") -> str:
    """The citation with its titles marked, and not at all where nothing is given."""
    return text.replace(OPEN, before).replace(CLOSE, after)


def is_range(page: str) -> bool:
    """Whether a locator names several pages."""
    return bool(re.match(r"[\divxlc]+\s*[-–,]", page))


def initials(given: str) -> str:
    return " ".join(part if part.endswith(".") else part[0] + "." for part in given.split())


class Pen:
    """Puts down words and fields in turn."""

    def __init__(self, full: dict[str, Any]) -> None:
        self.full = full
        self.out: list[str] = []
        self.csl: dict[str, Any] = {"type": full.get("type", "book")}

    def __contains__(self, field: str) -> bool:
        return bool(self.full.get(field))

    def put(self, words: str) -> Pen:
        """Words that are no field."""
        self.out.append(words)
        return self

    def field(
        self, name: str, before: str = "", after: str = "", *, shown: str | None = None, value: str | None = None
    ) -> Pen:
        """A field where the source has it; ``shown`` as printed, ``value`` as the gold has it."""
        if name in self:
            words = self.full[name] if shown is None else shown
            self.out.append(f"{before}{words}{after}")
            self.csl[name] = self.full[name] if value is None else value
        return self

    def title(self, before: str = "", after: str = "", *, short: bool = False) -> Pen:
        """The title, marked; an article's stands in quotation marks."""
        words = self.full["title"]
        if short:
            words = short_title(words)
        shown = f"“{words}”" if "container-title" in self else f"{OPEN}{words}{CLOSE}"
        return self.field("title", before, after, shown=shown, value=words)

    def places(self, before: str = "", after: str = "", joint: str = " and ") -> Pen:
        """The places of publication."""
        if "publisher-place" in self:
            self.field("publisher-place", before, after, shown=joint.join(self.full["publisher-place"].split("; ")))
        return self

    def names(
        self, role: str, how: str, *, joint: str = " and ", after: str = "", before: str = "", into: str = ""
    ) -> Pen:
        """The names of a role: ``given``, ``family``, ``bare`` (family alone), ``capitals`` or ``initials`` first."""
        people = self.full.get(role) or []
        if not people:
            return self
        shown, kept = [], []
        for place, n in enumerate(people):
            if n.get("literal"):
                shown.append(n["literal"])
                kept.append(dict(n))
                continue
            family, given = n.get("family", ""), n.get("given", "")
            if how == "initials" and given:
                given = initials(given)
            if how == "bare" or not given:
                shown.append(family)
                kept.append({"family": family})
                continue
            kept.append({"family": family, "given": given})
            if how == "capitals":
                shown.append(f"{family.upper()}, {given}")
            elif how == "french":
                shown.append(f"{given} {family.upper()}")
            elif how in ("family", "initials") and (place == 0 or how == "initials"):
                shown.append(f"{family}, {given}")
            else:
                shown.append(f"{given} {family}")
        if len(shown) > 2 and joint.startswith(" "):
            words = ", ".join(shown[:-1]) + ("," if joint == " and " else "") + joint + shown[-1]
        else:
            words = joint.join(shown)
        self.out.append(f"{before}{words}{after}")
        self.csl.setdefault(into or role, []).extend(kept)
        return self

    def done(self, *, resolved: bool = False) -> Cite:
        """The citation, its spaces in order."""
        text = re.sub(r" {2,}", " ", "".join(self.out)).strip()
        text = re.sub(r"([.,;:])\1+(?!\.)", r"\1", text.replace("...", "…")).replace("…", "...")
        text = re.sub(rf"([?!])({CLOSE}?)[.,](?= )", r"\1\2", text) if "?." in text or "!." in text else text
        return Cite(text, self.csl, self.full if resolved else None)


def short_title(title: str) -> str:
    """A title as later notes give it: what stands before a subtitle, without more than five words."""
    words = re.split(r"[:;(]|--", title)[0].strip(" ,") or title
    parts = words.split()
    if len(parts) > 5:
        cut = parts[:4]
        while len(cut) > 2 and cut[-1].casefold() in {"and", "of", "the", "in", "to", "a", "from", "on", "with", "for"}:
            cut.pop()
        words = " ".join(cut).strip(" ,")
    return words
