// The search of a published page: its index is scripts, for from a disk a browser lets no page read other files.
"use strict";

(() => {
  const index = { facts: null, words: {}, texts: {}, facets: {} };
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

  // What romanisations of a name do not disagree about, as people/spellings/skeletons.py has it.
  const HISSING = { š: "sh", ž: "zh", č: "tch", ć: "tch", ś: "sh", ż: "zh", ź: "zh", ŝ: "sh" };
  const STROKES = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
  const CYRILLIC = { ж: "S", ц: "S", ч: "S", ш: "S", щ: "S", ъ: "", ь: "", х: "kh", ѣ: "e", ѳ: "f", ѵ: "i" };
  [..."абвгґдеєзиіїйклмнопрстуфыэюяё"].forEach((sign, at) => { CYRILLIC[sign] = "abvggdeeziiijklmnoprstufyeuae"[at]; });
  const PIECES = new RegExp(
    "[td]?(?:schtsch|shtsh|shtch|chtch|shch|shh|stch|szcz|tsch|dsch|tch|sch|dzh)|ch|ck" +
    "|[td]?(?:[sz][hz]|cz|[scz]|S)|dj|j|x|gh|kh|th|ph|ff|[aeiouyäöü]+|.", "gu");
  const TWOFOLD = {
    ch: ["s", "k"], c: ["s", "k", "k"], j: ["", "s"], dj: ["s", "d"], ck: ["k", "sk"], x: ["ks", "k"], tch: ["s"],
  };
  const CLASSES = { k: "k", g: "k", q: "k", h: "k", v: "v", w: "v", f: "v", gh: "k", kh: "k", th: "t", ph: "v", ff: "v" };
  const MOST_OPEN = 4;

  function pieces(word) {
    let plain = word.normalize("NFC").toLowerCase().replace(/[-'’‘ʼʹ′`´ʻ΄"″ʺ”“]/g, "");
    if (/[Ѐ-ӿ]/.test(plain)) plain = [...plain].map((sign) => CYRILLIC[sign] ?? sign).join("");
    else {
      plain = [...plain].map((sign) => HISSING[sign] ?? STROKES[sign] ?? sign).join("");
      plain = plain.normalize("NFD").replace(/\p{M}/gu, "");
    }
    return (plain.match(PIECES) || []).map((piece) => {
      if (Object.hasOwn(TWOFOLD, piece)) return TWOFOLD[piece];
      if ("aeiouyäöü".includes(piece[0])) return ["a"];
      if (Object.hasOwn(CLASSES, piece)) return [CLASSES[piece]];
      return [[...piece].length === 1 && !"scz".includes(piece) ? piece.toLowerCase() : "s"];
    });
  }

  function bones(word) {
    const row = pieces(word);
    const open = row.filter((classes) => classes.length > 1);
    const like = open.length > MOST_OPEN;
    const choices = like ? [...new Set(open)] : open;
    let ways = [[]];
    for (const classes of choices) ways = ways.flatMap((way) => classes.map((one) => [...way, one]));
    const found = new Set();
    for (const way of ways) {
      let at = 0, kept = "", previous = "";
      for (const classes of row) {
        const letter = classes.length === 1 ? classes[0] : way[like ? choices.indexOf(classes) : at++];
        if (letter === "a" || letter === "") {
          if (!kept && !previous) kept = "a";
          previous = "a";
          continue;
        }
        if (letter !== previous) kept += letter;
        previous = letter.at(-1);
      }
      found.add(kept);
    }
    return found;
  }
  window.testimonia_bones = bones;

  function sounds(word) {
    // its vowels, of which romanisations write the soft ones in many ways
    return (word.match(/[aeiouyäöü]+/g) || []).map((group) => {
      const hard = group.replace(/^[yi]+(?=.)/, "");
      return hard[0] === "y" ? "i" : hard[0];
    });
  }

  function sound_alike(one, other) {
    const a = sounds(one), b = sounds(other);
    const apart = a.filter((vowel, at) => vowel !== b[at]).length;
    return a.length === b.length && apart <= Math.floor(a.length / 3);
  }

  function otherwise(token) {
    // the spellings on the page of a name: those that are known for it, else those that may be romanised as it is
    const { alike, bones: names } = index.facts;
    if (Object.hasOwn(alike, token)) return alike[token];
    if ([...token].length < 4) return [];
    const near = [...bones(token)].flatMap((key) => (Object.hasOwn(names, key) ? names[key] : []));
    return [...new Set(near)].filter((name) => sound_alike(token, name));
  }

  function numbers(steps) {
    let at = 0;
    return steps.split(",").map((step) => (at += parseInt(step, 36)));
  }

  async function standing(token, begun) {
    // where a word stands, in each spelling of it, and the words that were meant
    const found = new Set(), words = new Set();
    const meant = [token, ...otherwise(token)];
    for (const [place, word] of meant.entries()) {
      if (place === 1 && found.size && !Object.hasOwn(index.facts.alike, token)) break; // it stands there as it is
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

  // ---- what the hits can be narrowed by, as in the search of the room

  const HEADS = { work: "Works", voice: "Voices", act: "What is said", years: "Published" };
  const MOST = 12;
  const chosen = {};

  async function facets() {
    // each value as the set of what has it; made once
    const all = await load("facets", "all");
    for (const values of Object.values(all)) for (const one of values) one[2] = one[2] instanceof Set ? one[2] : new Set(numbers(one[2]));
    return all;
  }

  async function narrowed(hits) {
    const picked = Object.entries(chosen);
    if (!picked.length) return hits;
    const all = await facets();
    const sets = picked.map(([name, value]) => ((all[name] || []).find((one) => one[0] === value) || [0, 0, new Set()])[2]);
    return hits.filter((number) => sets.every((having) => having.has(number)));
  }

  function way(name, value, words, label) {
    // a link to the same search with one thing more, or less; it is followed here
    const link = document.createElement("a");
    const to = new URL(location.href);
    value === null ? to.searchParams.delete(name) : to.searchParams.set(name, value);
    link.href = to.search || location.pathname;
    link.textContent = words;
    if (label) link.setAttribute("aria-label", label);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (value === null) delete chosen[name]; else chosen[name] = value;
      run().then(() => field.focus());
    });
    return link;
  }

  async function narrow(hits) {
    const aside = document.getElementById("narrow"), taken = document.getElementById("chosen");
    const [first, last] = index.facts.kinds.excerpt || [0, 0];
    const excerpts = hits.filter((number) => first <= number && number < last);
    const all = excerpts.length || Object.keys(chosen).length ? await facets() : {};
    const heads = [];
    for (const [name, head] of Object.entries(HEADS)) {
      if (Object.hasOwn(chosen, name)) continue;
      let rows = (all[name] || []).map(([value, called, having]) => [value, called, excerpts.filter((n) => having.has(n)).length]);
      rows = rows.filter((row) => row[2]);
      if (name !== "years") rows.sort((a, b) => b[2] - a[2]);
      if (!rows.length) continue;
      const title = document.createElement("h2");
      title.textContent = head;
      const list = document.createElement("ul");
      for (const [value, called, count] of rows.slice(0, name === "years" ? rows.length : MOST)) {
        const item = document.createElement("li"), figure = document.createElement("span");
        figure.className = "figure";
        figure.textContent = count.toLocaleString("en");
        item.append(way(name, value, called), " ", figure);
        list.append(item);
      }
      heads.push(title, list);
    }
    const said = Object.entries(chosen).map(([name, value]) => {
      const span = document.createElement("span");
      const called = ((all[name] || []).find((one) => one[0] === value) || [0, value])[1];
      span.append(`${name}: ${called} `, way(name, null, "without it", `without ${name} ${called}`));
      return span;
    });
    return () => {
      aside.replaceChildren(...heads);
      taken.replaceChildren(...said);
      aside.hidden = document.getElementById("to-narrow").hidden = !heads.length;
      taken.hidden = !said.length;
    };
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
    for (const name of Object.keys(HEADS)) {
      Object.hasOwn(chosen, name) ? address.searchParams.set(name, chosen[name]) : address.searchParams.delete(name);
    }
    try { history.replaceState(null, "", address); } catch { /* some browsers forbid it on a disk */ }
    let found, drawn;
    try {
      found = await seek(query, kind);
      found.hits = await narrowed(found.hits);
      drawn = await narrow(found.hits);
    } catch (error) {
      counted.textContent = `A file of the index is missing: ${error.message}`;
      return;
    }
    if (mine !== asked) return;
    shown = found;
    list.replaceChildren();
    drawn();
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
    for (const name of Object.keys(HEADS)) if (query.get(name)) chosen[name] = query.get(name);
    for (const choice of form.elements.kind) if (choice.value === (query.get("kind") || "")) choice.checked = true;
    if (field.value) run(); else field.focus();
  }
})();
