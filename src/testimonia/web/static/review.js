// A key settles a card, and the next is at hand. Without this every card is a form that is sent and comes back.
"use strict";

(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const token = document.body.dataset.token || "";
  const told = one("#told");
  const kept = []; // ids of what was said on this page, the latest last

  let current = null;

  function make(card, scroll = true) {
    if (!card) return;
    if (current) current.classList.remove("current");
    current = card;
    card.classList.add("current");
    card.focus({ preventScroll: true });
    if (scroll) card.scrollIntoView({ block: "nearest" });
  }

  function go(step) {
    const cards = all(".question");
    const at = current && cards.includes(current) ? cards.indexOf(current) + step : 0;
    if (at >= 0 && at < cards.length) {
      make(cards[at]);
    } else {
      const turn = one(step > 0 ? ".leaves a[rel=next]" : ".leaves a[rel=prev]");
      if (turn) turn.focus();
    }
  }

  function next() {
    // the next that is not settled, else the way to more
    const cards = all(".question");
    const after = cards.slice(cards.indexOf(current) + 1).find((card) => !card.classList.contains("settled"));
    if (after) make(after);
    else if (one(".leaves a[rel=next]")) one(".leaves a[rel=next]").focus();
  }

  function say(words) {
    if (told) told.textContent = words;
  }

  function count() {
    // what is settled leaves the queue, so that the next leaf begins earlier
    const settled = all(".question.settled, .gone").length;
    const open = one("#open-count");
    if (open) open.textContent = Math.max(0, Number(open.dataset.total) - settled).toLocaleString("en");
    const turn = one(".leaves a[rel=next]");
    if (turn && open) {
      const address = new URL(turn.href);
      address.searchParams.set("first", Number(turn.dataset.first) + Number(turn.dataset.shown) - settled);
      turn.href = address;
    }
  }

  function trouble(form, words) {
    const line = one(".trouble", form);
    if (!line) return;
    line.textContent = words;
    line.hidden = !words;
  }

  async function send(form, submitter) {
    if (form.classList.contains("busy")) return; // a key that is pressed twice says it once
    const card = form.closest(".question");
    const fields = new FormData(form);
    if (submitter && submitter.name) fields.set(submitter.name, submitter.value);
    const what = String(fields.get("kind") || "");
    trouble(form, "");
    form.classList.add("busy");
    const joins = card && card.dataset.what === "maybe" && what === "accept";
    if (joins) form.classList.add("slow");
    const moved = card && form.matches(".say") && what !== "note";
    let answer, words;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        headers: { "x-testimonia-token": token, "x-testimonia-card": "1" },
        body: new URLSearchParams(fields),
      });
      words = await answer.text();
    } catch (error) {
      answer = null;
      words = "The server does not answer. Nothing was kept; try again when it does.";
    }
    form.classList.remove("busy", "slow");
    if (!answer || !answer.ok) {
      trouble(form, words);
      say(words);
      if (card) make(card);
      return;
    }
    const id = answer.headers.get("x-testimonia-kept");
    if (id && form.matches(".say")) kept.push(id);
    if (!card) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = words;
    const settled = one(".question", fresh.content);
    const here = current === card || !current || !document.contains(current);
    if (settled) {
      const place = document.importNode(settled, true);
      card.replaceWith(place);
      if (here) { current = place; place.classList.add("current"); }
    } else {
      const gone = document.createElement("p");
      gone.className = "gone";
      gone.textContent = "They are one person now.";
      if (here) next();
      card.replaceWith(gone);
    }
    count();
    say("Kept.");
    if (here && settled) { if (moved) next(); else make(current, false); }
  }

  async function undo() {
    const own = current && one(".undo", current);
    if (own) return own.requestSubmit();
    const of = kept.pop();
    if (!of) return say("There is nothing of yours to undo here.");
    const answer = await fetch("/review/undo", {
      method: "POST",
      headers: { "x-testimonia-token": token, "x-testimonia-card": "1" },
      body: new URLSearchParams({ of }),
    });
    if (answer.ok) location.reload();
    else say(await answer.text());
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest(".question") || !form.matches(".say, .undo")) {
      if (form.matches(".slow")) form.classList.add("busy");
      return;
    }
    event.preventDefault();
    let submitter = event.submitter;
    if (form.dataset.asks === "note" && (!submitter || submitter.dataset.key === "a")) {
      submitter = one("[data-key=n]", form); // Enter in the line of a remark
    }
    delete form.dataset.asks;
    send(form, submitter);
  });

  const press = (key) => {
    const button = current && one(`.say [data-key="${key}"]`, current);
    if (button) button.click();
  };

  // Words are selected by a pointer, or by keys: from the words that are marked, word by word, at either end.
  let choosing = null; // the card, its text nodes, where its words begin and end, and which of them are selected

  function choose() {
    const place = current && one("input.place", current);
    const seen = current && one(".seen", current);
    if (!place || !seen) return say("There are no words to be selected here: it is right or wrong as a whole.");
    one(".put-right", current).open = true;
    const nodes = [], walker = document.createTreeWalker(seen, NodeFilter.SHOW_TEXT);
    let text = "", first = 0, last = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("[data-app]")) continue;
      nodes.push([text.length, node]);
      if (node.parentElement.closest("mark.meant")) {
        if (!last) first = text.length;
        last = text.length + node.data.length;
      }
      text += node.data;
    }
    const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’\-][\p{L}\p{N}\p{M}]+)*/gu)].map((m) => [m.index, m.index + m[0].length]);
    if (!words.length) return;
    const from = Math.max(0, words.findIndex(([, end]) => end > first));
    const to = Math.max(from, words.findLastIndex(([start]) => start < last));
    choosing = { card: current, nodes, words, from, to };
    select();
  }

  function spot(at, isEnd) {
    // the text node and offset of a place in the words
    const { nodes } = choosing;
    let found = nodes[0];
    for (const node of nodes) if (isEnd ? node[0] < at : node[0] <= at) found = node;
    return [found[1], at - found[0]];
  }

  function select() {
    const { words, from, to } = choosing;
    const range = document.createRange();
    range.setStart(...spot(words[from][0], false));
    range.setEnd(...spot(words[to][1], true));
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    fill();
    say(`Selected: ${String(selection)}. Arrows move the end, with Shift the beginning; Enter puts it right.`);
  }

  function step(event) {
    // whether a key moved what is selected, or made an end of it
    if (!choosing) return false;
    if (choosing.card !== current || !document.contains(choosing.card)) { choosing = null; return false; }
    const { words } = choosing;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
      if (event.shiftKey) choosing.from = Math.min(choosing.to, Math.max(0, choosing.from + by));
      else choosing.to = Math.max(choosing.from, Math.min(words.length - 1, choosing.to + by));
      select();
      return true;
    }
    if (event.key !== "Enter" && event.key !== "Escape") return false;
    const card = choosing.card;
    choosing = null;
    if (event.key === "Enter") one("button", one("input.place", card).closest(".field")).click();
    else {
      document.getSelection().removeAllRanges();
      one("input.place", card).value = "";
      say("Nothing is selected.");
    }
    return true;
  }

  const KEYS = {
    s: choose,
    j: () => go(1),
    k: () => go(-1),
    a: () => press("a"),
    r: () => press("r"),
    u: undo,
    c: () => {
      const right = current && one(".put-right", current);
      if (!right) return;
      right.open = true;
      const first = one("select, input", right);
      if (first) first.focus();
    },
    n: () => {
      const form = current && one(".say", current);
      if (!form) return;
      form.dataset.asks = "note";
      one("[name=why]", form).focus();
    },
    w: () => { const why = current && one(".say [name=why]", current); if (why) why.focus(); },
  };

  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input, textarea, select, dialog, button, a, summary");
    if (!writes && !event.ctrlKey && !event.metaKey && !event.altKey && step(event)) return event.preventDefault();
    if (event.key === "Escape" && event.target.closest(".question")) return make(event.target.closest(".question"));
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, dialog")) {
      if (event.key === "Enter" && event.target.matches(".put-right input, .put-right select")) {
        event.preventDefault(); // it puts right what stands in its own line, not what stands first in the form
        one("button", event.target.closest(".field")).click();
      }
      return;
    }
    const does = KEYS[event.key];
    if (!does) return;
    event.preventDefault();
    if (!current || !document.contains(current)) make(one(".question"));
    does();
  });

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest && event.target.closest(".question");
    if (card && card !== current) {
      if (current) current.classList.remove("current");
      current = card;
      card.classList.add("current");
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest(".ask-keys")) {
      event.preventDefault();
      one("#keys").showModal();
    }
    const card = event.target.closest && event.target.closest(".question");
    if (card && card !== current && !event.target.closest("a, button, input, select, summary, label")) make(card, false);
  });

  // words that are selected in a card are the place that it ought to stand at
  document.addEventListener("selectionchange", fill);

  function fill() {
    const selection = document.getSelection();
    const node = selection && selection.anchorNode;
    const element = node && (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    const card = element && element.closest(".question");
    const place = card && one("input.place", card);
    const words = place && window.testimonia && window.testimonia.selected();
    if (!words) return;
    place.value = `${words.start}-${words.end}`;
    place.title = words.words;
  }

  const asked = location.hash.startsWith("#q-") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = asked || one(".question");
  if (first) make(first, Boolean(asked));
})();
