"""What axe says of a page in a browser, with each way that words are set looked at once.

Nearly all of axe's time goes into the contrast of words with what is behind them, which it finds out for every element.
Of elements that look alike, with all that they stand in, it is the same, so that here one is judged for all of them,
over as many pages as one `Looker` is shown. Whatever is placed over or under other things is judged each time, and so
is every element of a look of which axe could not judge the one it was given. All other rules see the whole page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["Looker"]

SEVERE = ("serious", "critical")

_LOOK = """
async (known) => {
  const hashed = (words) => {
    let one = 0xdeadbeef, two = 0x41c6ce57;
    for (let n = 0; n < words.length; n++) {
      one = Math.imul(one ^ words.charCodeAt(n), 2654435761);
      two = Math.imul(two ^ words.charCodeAt(n), 1597334677);
    }
    return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
  };
  const properties = [
    "color", "fill", "background-color", "background-image", "opacity", "position", "display", "visibility", "float",
    "font-size", "font-weight", "text-shadow", "text-transform", "filter", "mix-blend-mode", "clip-path", "overflow-x",
    "content-visibility", "text-indent", "z-index",
  ];
  const styled = (style) => properties.map((name) => style.getPropertyValue(name)).join("|");
  const all = [...document.body.querySelectorAll("*")];
  const looks = new Map(), afloat = new Set(), placed = [];
  for (const element of all) { // one that is around others comes before them
    const around = element.parentElement, style = getComputedStyle(element);
    const pseudo = ["::before", "::after"].map((name) => getComputedStyle(element, name));
    looks.set(element, hashed([
      looks.get(around) || "", element.tagName, element.getAttribute("class") || "", element.getAttribute("type") || "",
      element.matches(":disabled, [aria-disabled], label, [hidden], [aria-hidden]"), styled(style),
      ...pseudo.map((one) => (["none", "normal"].includes(one.content) ? "" : styled(one))),
    ].join("\\n")));
    if (afloat.has(around) || ["absolute", "fixed"].includes(style.position)) afloat.add(element);
    const box = element.getBoundingClientRect();
    const isMoved = style.position !== "static"
      && (style.position !== "relative" || !["top", "left"].every((side) => ["auto", "0px"].includes(style[side])));
    if (isMoved && box.width > 1 && box.height > 1) placed.push([element, box]);
  }
  const lies = (element) => {
    const box = element.getBoundingClientRect();
    return placed.some(([other, its]) =>
      its.left < box.right && its.right > box.left && its.top < box.bottom && its.bottom > box.top
      && !other.contains(element) && !element.contains(other));
  };
  const lookOf = (element) => {
    const words = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data.trim() : "")).join("");
    return `${looks.get(element)} ${Math.min(2, words.length)}`;
  };
  const groups = new Map(), judged = new Set(known);
  for (const element of all) {
    if (afloat.has(element) || element.tagName === "LABEL" || lies(element)) continue;
    const look = lookOf(element);
    groups.set(look, [...(groups.get(look) || []), element]);
  }
  for (const [look, elements] of groups)
    for (const [n, element] of elements.entries())
      if (n || judged.has(look)) element.setAttribute("data-alike", "");
  axe.configure({rules: [{id: "color-contrast", selector: "*:not([data-alike])"}]});
  const asked = {resultTypes: ["violations", "passes"], selectors: false, elementRef: true};
  const told = [];
  const run = async (options) => {
    const found = await axe.run({...asked, ...options});
    for (const {id, impact, help, nodes} of found.violations)
      told.push({id, impact, help, html: nodes.map((node) => node.html.slice(0, 160))});
    for (const one of [...found.violations, ...found.passes])
      if (one.id === "color-contrast")
        for (const {element} of one.nodes) judged.add(lookOf(element));
  };
  await run({});
  const hasWords = (element) => element.checkVisibility() && (element.matches("input, select, textarea")
    || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const left = [...groups].filter(([look, elements]) => !judged.has(look) && elements.slice(1).some(hasWords));
  if (left.length) { // the first of them was hidden, say, or something was over it
    for (const element of all) element.setAttribute("data-alike", "");
    for (const [, elements] of left) for (const element of elements.slice(1)) element.removeAttribute("data-alike");
    await run({runOnly: {type: "rule", values: ["color-contrast"]}});
  }
  for (const element of all) element.removeAttribute("data-alike");
  return {told, judged: [...judged].filter((look) => !known.includes(look))};
}
"""


class Looker:
    """Looks at pages that are shown alike: in one window, with one theme."""

    def __init__(self) -> None:
        self._judged: list[str] = []

    def severe(self, page: Page) -> list[tuple[str, str, list[str]]]:
        """What shuts somebody out of the page as it is now: the rule, what it asks, and the first elements."""
        from axe_playwright_python.sync_playwright import Axe

        page.evaluate(Axe().axe_script)
        found: Any = page.evaluate(_LOOK, self._judged)
        self._judged += found["judged"]
        return [(one["id"], one["help"], one["html"][:3]) for one in found["told"] if one["impact"] in SEVERE]
