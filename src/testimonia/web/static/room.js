// What a reader sees without this is whole; this adds the margin, the keys, and places shown to the character.
"use strict";

(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- places: characters of the page are code points, those of the DOM are UTF-16

  const APPARATUS = "[data-app], .out-of-sight";

  function* printed(element) {
    // the text nodes that are words of the page
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: (node) =>
        node.nodeType === Node.TEXT_NODE
          ? NodeFilter.FILTER_ACCEPT
          : node.matches(APPARATUS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP,
    });
    while (walker.nextNode()) yield walker.currentNode;
  }

  const length = (words) => {
    let count = 0;
    for (const _ of words) count += 1;
    return count;
  };

  const units = (words, points) => {
    // how many UTF-16 units the first code points take
    let taken = 0;
    for (const sign of words) {
      if (points-- <= 0) break;
      taken += sign.length;
    }
    return taken;
  };

  function placeOf(node, offset) {
    // the character of the page at a place of the DOM; null outside the page's words
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const set = element && element.closest("[data-s]");
    if (!set || element.closest(APPARATUS)) return null;
    let place = Number(set.dataset.s);
    for (const text of printed(set)) {
      if (text === node) return place + length(text.data.slice(0, offset));
      if (node.nodeType === Node.ELEMENT_NODE && node.childNodes[offset] &&
          node.childNodes[offset].compareDocumentPosition(text) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) {
        return place;
      }
      if (node.nodeType === Node.ELEMENT_NODE && node.childNodes[offset] === text) return place;
      place += length(text.data);
    }
    return place;
  }

  function selected() {
    // what is selected, as characters of the page; null where it begins or ends outside its words
    const selection = document.getSelection();
    if (!selection || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : { start, end, words: String(selection) };
  }

  function unmark() {
    for (const mark of all("mark.found")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  function mark(start, end) {
    // put a mark around characters of the page; the first piece of it, or null where they do not stand here
    const pieces = [];
    for (const set of all("[data-s]")) {
      let place = Number(set.dataset.s);
      if (place >= end) continue;
      for (const text of [...printed(set)]) {
        const long = length(text.data);
        const from = Math.max(start, place), to = Math.min(end, place + long);
        if (from < to) {
          const first = units(text.data, from - place), last = units(text.data, to - place);
          const range = document.createRange();
          range.setStart(text, first);
          range.setEnd(text, last);
          const around = document.createElement("mark");
          around.className = "found";
          range.surroundContents(around);
          pieces.push(around);
        }
        place += long;
      }
    }
    return pieces[0] || null;
  }

  let brought = 0, until = 0;
  const bringing = () => performance.now() < until; // that it moves is then nobody's reading

  function bring(leaf, block) {
    // scroll to it; what lies between is laid out only when it is near, and turns out longer or shorter than was thought
    const mine = ++brought;
    let tries = 0, still = 0, before = NaN;
    const again = () => {
      if (mine !== brought) return;
      until = performance.now() + 400;
      leaf.scrollIntoView({ block });
      const { top } = leaf.getBoundingClientRect();
      still = Math.abs(top - before) < 1 ? still + 1 : 0;
      before = top;
      if (still < 4 && ++tries < 30) requestAnimationFrame(again);
    };
    again();
  }
  for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => { brought += 1; until = 0; }, { passive: true, capture: true });

  function follow() {
    // "#c123-456": show exactly these characters, here or in the part where they stand
    const asked = /^#c(\d+)-(\d+)$/.exec(location.hash);
    if (!asked) return;
    const [start, end] = [Number(asked[1]), Number(asked[2])];
    unmark();
    const found = mark(start, end);
    if (found) {
      for (let part = found.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
      found.id = `c${start}-${end}`;
      bring(found, "center");
      const article = found.closest("article, .claim");
      if (article) current = article;
      const voice = found.closest(".v");
      if (voice) show(voice, start);
      return;
    }
    const reading = one(".reading");
    if (!reading) return;
    const part = one(".part", reading);
    if (start >= Number(part.dataset.from) && start < Number(part.dataset.to)) return;
    if (reading.dataset.at) {
      location.replace(reading.dataset.at.replace("0-0", `${start}-${end}`));
    } else if (reading.dataset.starts) {
      const starts = reading.dataset.starts.split(" ").map(Number);
      const names = reading.dataset.names.split(" ");
      const number = starts.filter((first) => first <= start).length;
      location.replace(`${names[number - 1]}${location.hash}`);
    }
  }

  // ---- the margin: through whose hands the sentence under the cursor came

  let shown = null;

  function below() {
    // where there is no room for a margin: at the foot of the window
    let found = one("#below");
    if (!found) {
      found = document.createElement("aside");
      found.id = "below";
      document.body.append(found);
    }
    return found;
  }

  function show(voice, place) {
    const article = voice.closest(".excerpt");
    const beside = article && one(".margin", article);
    if (!beside) return;
    const isWide = getComputedStyle(beside).display !== "none";
    const margin = isWide ? beside : below();
    const hands = document.getElementById(`h-${voice.dataset.v}`);
    const key = `${voice.dataset.v} ${place}`;
    if (!hands || shown === key) return;
    shown = key;
    for (const other of all(".v.lit")) other.classList.remove("lit");
    for (const piece of all(`.v[data-v="${CSS.escape(voice.dataset.v)}"]`, article)) piece.classList.add("lit");
    for (const other of all(".margin")) if (other !== margin) other.replaceChildren();
    const note = document.createElement("div");
    note.className = "note-beside";
    note.append(...[...hands.childNodes].map((node) => node.cloneNode(true)));
    const said = place === null ? [] : all(".said li", article).filter(
      (li) => Number(li.dataset.from) <= place && place < Number(li.dataset.to));
    if (said.length) {
      const list = document.createElement("ul");
      list.append(...said.map((li) => li.cloneNode(true)));
      note.append(list);
    }
    if (isWide) for (const link of all("a", note)) link.tabIndex = -1;
    margin.replaceChildren(note);
    if (!isWide) return;
    const top = voice.getClientRects()[0].top - article.getBoundingClientRect().top;
    note.style.setProperty("top", `${Math.max(0, top)}px`);
  }

  function hide() {
    const foot = one("#below");
    if (foot) foot.remove();
    for (const other of all(".v.lit")) other.classList.remove("lit");
    shown = null;
  }

  const hasMargin = matchMedia("(min-width: 68rem)");

  function under(event) {
    const voice = event.target.closest && event.target.closest(".v");
    if (!voice) return;
    let place = null;
    if (document.caretPositionFromPoint) {
      const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
      if (caret) place = placeOf(caret.offsetNode, caret.offset);
    } else if (document.caretRangeFromPoint) {
      const range = document.caretRangeFromPoint(event.clientX, event.clientY);
      if (range) place = placeOf(range.startContainer, range.startOffset);
    }
    show(voice, place);
  }

  let waiting = 0;
  document.addEventListener("mousemove", (event) => {
    if (waiting || !hasMargin.matches || !event.target.closest || !event.target.closest(".v")) return;
    waiting = requestAnimationFrame(() => { waiting = 0; under(event); });
  }, { passive: true });
  document.addEventListener("click", (event) => {
    const foot = one("#below");
    if (event.target.closest("a, button, summary, #below")) return;
    const voice = event.target.closest(".v");
    if (voice) under(event);
    else if (foot) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("focusin", (event) => {
    const voice = event.target.closest && event.target.closest(".v");
    if (voice) show(voice, placeOf(event.target, 0));
  });

  // ---- keys

  let current = null;

  function go(selector, step) {
    const leaves = all(selector);
    if (!leaves.length) return;
    let at = current && document.contains(current) ? leaves.indexOf(current) : -1;
    if (at < 0) {
      const line = 120;
      const after = leaves.findIndex((leaf) => leaf.getBoundingClientRect().top > line);
      at = step > 0 ? (after < 0 ? leaves.length : after) : (after < 0 ? leaves.length : after) - 1;
      at = Math.min(Math.max(at, 0), leaves.length - 1);
      const top = leaves[at].getBoundingClientRect().top;
      if (step < 0 && top > line) at = Math.max(0, at - 1);
    } else if (at + step >= leaves.length || at + step < 0) {
      const turn = one(step > 0 ? ".turn a[rel=next]" : ".turn a[rel=prev]");
      if (turn) turn.focus();
      return;
    } else {
      at += step;
    }
    current = leaves[at];
    current.focus({ preventScroll: true });
    bring(current, "start");
  }

  function voice(step) {
    const article = (current && current.matches(".excerpt") && current) || one(".excerpt");
    if (!article) return;
    current = article;
    const ids = [...new Set(all(".v", article).map((piece) => piece.dataset.v))];
    const lit = one(".v.lit", article);
    const at = lit ? ids.indexOf(lit.dataset.v) + step : 0;
    if (at < 0 || at >= ids.length) return;
    const piece = one(`.v[data-v="${CSS.escape(ids[at])}"]`, article);
    show(piece, placeOf(piece, 0));
    piece.scrollIntoView({ block: "nearest" });
  }

  function sign(step) {
    // from mark to mark: where words share their origin with others, or others say otherwise
    const signs = all(".excerpt .sign a, .claim .sign a");
    let at = signs.indexOf(document.activeElement) + step;
    if (!signs.includes(document.activeElement)) {
      const line = 120;
      const after = signs.findIndex((link) => link.getBoundingClientRect().top > line);
      at = step > 0 ? after : (after < 0 ? signs.length : after) - 1;
    }
    if (!signs[at]) return;
    signs[at].focus({ preventScroll: true });
    bring(signs[at], "center");
  }

  const KEYS = {
    j: () => go(".excerpt", 1),
    k: () => go(".excerpt", -1),
    l: () => go(".claim", 1),
    h: () => go(".claim", -1),
    ".": () => voice(1),
    ",": () => voice(-1),
    n: () => sign(1),
    p: () => sign(-1),
    o: () => {
      const beside = current && one(".beside", current);
      if (beside) beside.open = !beside.open;
    },
    c: () => {
      const leaves = all(".claim, .excerpt");
      const before = leaves.slice(0, leaves.indexOf(current) + 1).reverse().find((leaf) => leaf.matches(".claim"));
      const link = before && one("a", before.nextElementSibling);
      if (link) location.assign(link.href);
    },
    "/": () => { const find = one(".find input, .find a"); if (find) find.focus(); },
    "?": () => { const keys = one("#keys"); if (keys) keys.showModal(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const does = KEYS[event.key];
    if (!does || (!one(".excerpt, .claim") && !["/", "?"].includes(event.key))) return;
    event.preventDefault();
    does();
  });

  document.addEventListener("focusin", (event) => {
    const leaf = event.target.closest && event.target.closest(".excerpt, .claim");
    if (leaf) current = leaf;
  });

  // a part that is loaded while one reads holds the place that was asked for
  document.addEventListener("htmx:after:swap", () => { if (location.hash && !one("mark.found")) follow(); });
  document.addEventListener("click", (event) => {
    // a second click on the same place would else do nothing
    const link = event.target.closest && event.target.closest("a[href^='#c']");
    if (link && link.hash === location.hash) follow();
  });
  window.addEventListener("hashchange", follow);
  follow();

  // where the row of pages is wider than the window, the one that is shown stands in sight
  const shownPage = one(".rooms a[aria-current]");
  const row = shownPage && shownPage.closest("ul");
  if (row && row.scrollWidth > row.clientWidth) {
    row.scrollLeft = shownPage.offsetLeft - (row.clientWidth - shownPage.offsetWidth) / 2;
  }

  window.testimonia = { selected, mark, unmark, placeOf, bring, bringing };
})();
