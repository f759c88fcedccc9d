// Search over the list inside this page; nothing is sent anywhere.
(() => {
  "use strict";
  const { entries, words } = JSON.parse(document.getElementById("data").textContent);
  const plain = (said) => said.normalize("NFKC").toLowerCase();
  const form = document.getElementById("search");
  const field = form.querySelector("input");
  const list = document.getElementById("results");
  const said = document.getElementById("said");
  const MOST = 40;
  form.hidden = false;

  // What holds every word comes first, by title; then what holds most pairs of letters.
  function find(query) {
    const wanted = plain(query).split(/\s+/).filter(Boolean);
    if (!wanted.length) return [];
    const rank = (each) => wanted.filter((word) => plain(each.title).includes(word)).length
      + (each.kind === "step" ? 0.5 : 0);
    const whole = entries.filter((each) => wanted.every((word) => each.words.includes(word)));
    whole.sort((one, other) => rank(other) - rank(one));
    const pairs = new Set(wanted.flatMap((word) => (/^[\x00-\x7f]+$/.test(word) ? [word]
      : [...word].slice(1).map((_, place) => word.slice(place, place + 2)))));
    const enough = Math.max(1, pairs.size * 0.5);
    const alike = whole.length >= 7 ? [] : entries.filter((each) => !whole.includes(each))
      .map((each) => [[...pairs].filter((pair) => each.words.includes(pair)).length, each])
      .filter(([score]) => score >= enough)
      .sort((one, other) => other[0] - one[0] || rank(other[1]) - rank(one[1]))
      .map(([, each]) => each);
    return [...whole, ...alike];
  }

  function show() {
    const query = field.value.trim();
    const found = find(query);
    said.textContent = query ? words.found.replace("{count}", found.length) : "";
    list.replaceChildren(...found.slice(0, MOST).map((each) => {
      const item = document.createElement("li");
      const kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = words[each.kind];
      const link = document.createElement("a");
      link.href = each.href;
      link.textContent = each.title;
      item.append(kind, " ", link);
      if (each.value) item.append("　", each.value);
      return item;
    }));
  }

  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  field.value = new URLSearchParams(location.search).get("q") || "";
  show();
})();
