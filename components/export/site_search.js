// Search over the list inside this page; nothing is sent anywhere.
(() => {
  "use strict";
  const { search, entries, words } = JSON.parse(document.getElementById("data").textContent);
  const find = makeFind(search);
  const form = document.getElementById("search");
  const field = form.querySelector("input");
  const list = document.getElementById("results");
  const said = document.getElementById("said");
  const MOST = 40;
  form.hidden = false;

  function show() {
    const query = field.value.trim();
    const found = query ? find(query).map((number) => entries[number]) : [];
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
