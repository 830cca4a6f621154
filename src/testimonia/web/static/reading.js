// A long page is held in the window by parts: those near the reader are there, those far off leave a gap of their height.
// Without this each part is a page of its own, with links to the one before and the one after.
"use strict";

(() => {
  const reading = document.querySelector(".reading[data-part]");
  if (!reading || !("IntersectionObserver" in window) || !window.htmx) return;

  const FAR = 9000; // pixels beyond the window at which a part is let go
  const NEAR = 3000; // and at which it is fetched again; between them nothing changes, so that nothing flickers
  const STILL = 200; // milliseconds without scrolling, after which the address says where one is

  const address = (number) => reading.dataset.part.replace(/0$/, number);
  const numberOf = (part) => Number(part.id.slice("part-".length));

  // ---- parts far off

  function isHeld(part) {
    // what a reader works on is not taken from under her hands
    const selection = document.getSelection();
    return part.contains(document.activeElement) || part.querySelector("details[open], mark.found") !== null ||
      (selection && !selection.isCollapsed && selection.containsNode(part, true));
  }

  const heights = new Map(); // of excerpts that were seen, so that they take as much room when they come again

  function letGo(part) {
    for (const leaf of part.querySelectorAll(":scope > .excerpt")) heights.set(leaf.id, leaf.offsetHeight);
    const gap = document.createElement("div");
    gap.className = "gap";
    gap.style.height = `${part.getBoundingClientRect().height}px`;
    gap.setAttribute("aria-hidden", "true");
    gap.dataset.number = numberOf(part);
    const fetched = { "hx-get": address(numberOf(part)), "hx-trigger": `intersect once rootMargin:${NEAR}px`,
      "hx-select": ".reading > .part", "hx-swap": "outerHTML" };
    for (const [name, value] of Object.entries(fetched)) gap.setAttribute(name, value);
    part.replaceWith(gap);
    htmx.process(gap);
  }

  const far = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting || !target.isConnected) continue;
      if (isHeld(target)) held.add(target);
      else letGo(target);
    }
  }, { rootMargin: `${FAR}px` });

  const held = new Set();
  function letGoHeld() {
    for (const part of held) {
      const { top, bottom } = part.getBoundingClientRect();
      const isFar = bottom < -FAR || top > innerHeight + FAR;
      if (part.isConnected && isFar && isHeld(part)) continue;
      held.delete(part);
      if (part.isConnected && isFar) letGo(part);
    }
  }

  // ---- parts that come

  // where one was is said by the address; the height that a browser remembers is that of other parts
  history.scrollRestoration = "manual";
  const leaf = /^#[\w-]+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (leaf && leaf.matches(".claim, .excerpt")) window.testimonia.bring(leaf, "start");

  const keepsPlace = CSS.supports("overflow-anchor", "auto");

  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      const isGap = [...removedNodes].some((node) => node.matches && node.matches(".gap"));
      for (const part of addedNodes) {
        if (!part.matches || !part.matches(".part")) continue;
        far.observe(part);
        for (const leaf of isGap ? part.querySelectorAll(":scope > .excerpt") : []) {
          if (heights.has(leaf.id)) leaf.style.containIntrinsicSize = `auto ${heights.get(leaf.id)}px`;
        }
        // a browser holds what is read in its place, but not at the very top
        const isBefore = !isGap && part.nextElementSibling && part.nextElementSibling.matches(".part, .gap");
        if (isBefore && (!keepsPlace || scrollY === 0)) scrollBy(0, part.getBoundingClientRect().height);
      }
    }
  }).observe(reading, { childList: true });
  for (const part of reading.querySelectorAll(":scope > .part")) far.observe(part);

  // the part before is fetched only when one turns back, or the head of the page could never be reached
  let last = scrollY;
  function turnedBack() {
    const before = reading.querySelector(":scope > .turn a[rel=prev]");
    if (before && before.getBoundingClientRect().bottom > -NEAR) htmx.trigger(before.parentElement, "near");
  }

  // ---- the address says where one is, so that who comes back from elsewhere is there again

  function here() {
    for (const part of reading.querySelectorAll(":scope > .part")) {
      const { top, bottom } = part.getBoundingClientRect();
      if (bottom <= 60 || top > innerHeight) continue;
      for (const leaf of part.querySelectorAll(":scope > .claim, :scope > .excerpt")) {
        if (leaf.getBoundingClientRect().bottom > 60) return [numberOf(part), leaf.id];
      }
      return [numberOf(part), ""];
    }
    return null;
  }

  function say() {
    const found = document.querySelector("mark.found");
    if (found) {
      const { top, bottom } = found.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) return; // the place that was asked for is still in sight
    }
    const place = here();
    if (place) history.replaceState(history.state, "", `${address(place[0])}${place[1] ? `#${place[1]}` : ""}`);
  }

  let waiting = 0;
  addEventListener("scroll", () => {
    if (window.testimonia.bringing()) {
      last = scrollY;
      return;
    }
    if (scrollY < last) turnedBack();
    last = scrollY;
    clearTimeout(waiting);
    waiting = setTimeout(() => { letGoHeld(); if (scrollY > 0) say(); }, STILL);
  }, { passive: true });
})();
