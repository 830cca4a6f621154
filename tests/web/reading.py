"""What a browser would make of a page: its words, links and ids, and whether its elements are nested."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Page(HTMLParser):
    """A page, read.

    ``set`` are the words of each element that begins at a character of the page, without apparatus: where it begins,
    and the words. ``handlers`` are attributes that would run a script, ``styles`` those that style.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.styles: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.set: list[tuple[int, str]] = []
        self._open: list[tuple[str, bool, bool]] = []
        self.feed(str(html))
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag == "script":
            self.scripts.append(given)
        self.handlers += [name for name in given if name.startswith("on")]
        self.handlers += [
            name for name, value in given.items() if (value or "").strip().lower().startswith("javascript:")
        ]
        self.styles += [name for name in given if name == "style"] + (["style"] if tag == "style" else [])
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag in VOID:
            return
        is_set = "data-s" in given
        if is_set:
            self.set.append((int(given["data-s"] or 0), ""))
        self._open.append((tag, is_set, "data-app" in given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened, _, _ = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}> at {self.getpos()}"

    def handle_data(self, data: str) -> None:
        self.text += data
        if any(is_set for _, is_set, _ in self._open) and not any(apart for _, _, apart in self._open):
            start, words = self.set[-1]
            self.set[-1] = (start, words + data)
