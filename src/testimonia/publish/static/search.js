// The search of a published page: its index is scripts, for from a disk a browser lets no page read other files.
"use strict";

(() => {
  const index = { facts: null, words: {}, texts: {} };
  const waiting = {};

  window.testimonia_search = (what, name, value) => {
    if (what !== "index") {
      index[what][name] = value;
      return;
    }
    index.facts = value;
    begin();
  };

  function load(what, name) {
    // a file of the index, once
    if (index[what][name] !== undefined) return Promise.resolve(index[what][name]);
    const file = `search/${what}-${name}.js`;
    waiting[file] ??= new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = () => done(index[what][name]);
      script.onerror = () => { delete waiting[file]; fail(new Error(file)); };
      document.head.append(script);
    });
    return waiting[file];
  }

  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  const tokens = (words) => fold(words).match(/[\p{L}\p{N}]+/gu) || [];

  function numbers(steps) {
    let at = 0;
    return steps.split(",").map((step) => (at += parseInt(step, 36)));
  }

  async function standing(token, begun) {
    // where a word stands, in each spelling of it, and the words that were meant
    const meant = [token, ...(index.facts.alike[token] || [])];
    const found = new Set(), words = new Set();
    for (const word of meant) {
      const letter = word.codePointAt(0).toString(16);
      if (!index.facts.letters.includes(letter)) continue;
      const shelf = await load("words", letter);
      const same = begun && word === token ? Object.keys(shelf).filter((other) => other.startsWith(word)) : [word];
      for (const other of same) {
        if (!Object.hasOwn(shelf, other)) continue;
        words.add(other);
        for (const number of numbers(shelf[other])) found.add(number);
      }
    }
    return { found, words };
  }

  const text = async (number) => {
    const shelf = await load("texts", Math.floor(number / index.facts.in_one));
    return shelf[number % index.facts.in_one];
  };

  async function seek(query, kind) {
    const phrases = [...query.matchAll(/["“”„]([^"“”„]+)["“”]/g)].map((found) => tokens(found[1])).filter((p) => p.length);
    const parts = tokens(query);
    if (!parts.length) return { hits: [], words: new Set() };
    const begun = !/["“”\s]$/.test(query);
    const words = new Set();
    let hits = null;
    for (const [place, token] of parts.entries()) {
      const one = await standing(token, begun && place === parts.length - 1);
      for (const word of one.words) words.add(word);
      hits = hits === null ? one.found : new Set([...hits].filter((number) => one.found.has(number)));
    }
    let rows = [...hits].sort((a, b) => a - b);
    if (kind) {
      const [first, last] = index.facts.kinds[kind] || [0, 0];
      rows = rows.filter((number) => first <= number && number < last);
    }
    if (phrases.length) {
      const kept = [];
      for (const number of rows) {
        const entry = await text(number);
        const all = ` ${tokens(`${entry[2]} ${entry[3]}`).join(" ")} `;
        if (phrases.every((phrase) => all.includes(` ${phrase.join(" ")} `))) kept.push(number);
      }
      rows = kept;
    }
    return { hits: rows, words };
  }

  const AROUND = 140;
  const points = (words) => [...words].length;

  function places(words, meant) {
    // where meant words stand in a text
    const found = [];
    for (const match of words.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (tokens(match[0]).some((token) => meant.has(token))) found.push([match.index, match.index + match[0].length]);
    }
    return found;
  }

  function lit(parent, words, found, from, to) {
    let at = from;
    for (const [start, end] of found) {
      if (start < from || end > to) continue;
      parent.append(words.slice(at, start));
      const mark = document.createElement("mark");
      mark.textContent = words.slice(start, end);
      parent.append(mark);
      at = end;
    }
    parent.append(words.slice(at, to));
  }

  function row([kind, href, title, words, start], meant) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const found = places(words, meant);
    const first = found.length ? found[0] : [0, 0];
    let address = href;
    if (kind === "excerpt" && start !== null) {
      const place = start + points(words.slice(0, first[0]));
      address += `#c${place}-${place + Math.max(1, points(words.slice(...first)))}`;
    }
    link.href = address;
    const from = Math.max(0, first[0] - AROUND), to = Math.min(words.length, first[1] + AROUND);
    const begin = from ? words.indexOf(" ", from) + 1 || from : 0;
    const finish = to < words.length ? words.lastIndexOf(" ", to) : words.length;
    if (kind === "person" || kind === "work") {
      link.textContent = title;
      item.append(link);
      if (found.length && words !== title) {
        const more = document.createElement("p");
        lit(more, words, found, 0, Math.min(words.length, 400));
        item.append(more);
      }
    } else {
      if (begin) link.append("… ");
      lit(link, words, found, begin, Math.max(finish, first[1]));
      if (finish < words.length) link.append(" …");
      item.append(link);
      if (title) {
        const source = document.createElement("p");
        source.className = "source";
        lit(source, title, places(title, meant), 0, title.length);
        item.append(source);
      }
    }
    const sort = document.createElement("span");
    sort.className = "sort";
    sort.textContent = kind;
    item.prepend(sort);
    return item;
  }

  const form = document.getElementById("seek");
  const field = document.getElementById("words");
  const list = document.getElementById("hits");
  const counted = document.getElementById("counted");
  const more = document.getElementById("more");
  const AT_ONCE = 20;
  let asked = 0, shown = null;

  async function show(from) {
    const mine = asked;
    for (const number of shown.hits.slice(from, from + AT_ONCE)) {
      const entry = await text(number);
      if (mine !== asked) return;
      list.append(row(entry, shown.words));
    }
    more.hidden = shown.hits.length <= from + AT_ONCE;
    more.onclick = () => show(from + AT_ONCE);
  }

  async function run() {
    const mine = ++asked;
    const query = field.value.trimStart();
    const kind = new FormData(form).get("kind");
    const address = new URL(location.href);
    query ? address.searchParams.set("q", query) : address.searchParams.delete("q");
    kind ? address.searchParams.set("kind", kind) : address.searchParams.delete("kind");
    try { history.replaceState(null, "", address); } catch { /* some browsers forbid it on a disk */ }
    let found;
    try {
      found = await seek(query, kind);
    } catch (error) {
      counted.textContent = `A file of the index is missing: ${error.message}`;
      return;
    }
    if (mine !== asked) return;
    shown = found;
    list.replaceChildren();
    more.hidden = true;
    const total = found.hits.length.toLocaleString("en");
    counted.textContent = !query.trim() ? "" : found.hits.length === 0 ? "Nothing was found." : `${total} found.`;
    await show(0);
  }

  function begin() {
    // the index has come
    form.hidden = false;
    let soon = 0;
    field.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(run, 150); });
    form.addEventListener("change", (event) => { if (event.target !== field) run(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(soon); run(); });
    const query = new URL(location.href).searchParams;
    field.value = query.get("q") || "";
    for (const choice of form.elements.kind) if (choice.value === (query.get("kind") || "")) choice.checked = true;
    if (field.value) run(); else field.focus();
  }
})();
