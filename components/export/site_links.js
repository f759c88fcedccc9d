// Links of the app open here as well: ?lang=, ?step=, ?record=, ?since= and ?town= become a page and
// place. A field that leads to the search is shown.
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search);
  const place = () => {
    const step = asked.get("step") || "";
    const record = asked.get("record") || "";
    const since = asked.get("since") || "";
    const names = [/^[0-9]+$/.test(step) ? "step-" + step : step, record, "claim-" + record,
      "term-" + record, "since-" + since];
    return names.find((name) => name && document.getElementById(name)) || "";
  };
  const other = [...document.querySelectorAll("link[rel=alternate]")]
    .find((link) => link.hreflang === asked.get("lang"));
  if (other && asked.get("lang") !== document.documentElement.lang) {
    asked.delete("lang");
    const rest = asked.toString();
    location.replace(other.href + (rest ? "?" + rest : "") + location.hash);
    return;
  }
  // A town stands on the page of its prefecture, whose number its code begins with.
  const town = asked.get("town") || "";
  if (document.querySelector("main[data-towns]") && /^[0-9]{6}$/.test(town)) {
    location.replace(new URL(town.slice(0, 2) + "/index.html#" + town, location.href).href);
    return;
  }
  const project = asked.get("project") || "";
  if (document.querySelector("main[data-projects]") && /^[a-z0-9_]+$/.test(project)) {
    location.replace(new URL(project + "/index.html", location.href).href);
    return;
  }
  const front = document.querySelector("main[data-walk]");
  if (front && asked.get("step")) {
    location.replace(new URL(front.dataset.walk, location.href).href + location.search);
    return;
  }
  if (!location.hash && place()) location.replace("#" + place());
  for (const form of document.querySelectorAll("form[data-address]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = form.dataset.address + "?q=" + encodeURIComponent(form.querySelector("input").value);
    });
  }
  // Folded parts open when a link leads into them, and everything opens on paper.
  const unfold = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    for (let node = name && document.getElementById(name); node; node = node.parentElement)
      if (node.tagName === "DETAILS") node.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("main details")) each.open = true;
  });
})();
