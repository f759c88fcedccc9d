// Questions from the room: search in the browser, an answer card over the talk, and back.

const MOST = 7;
const plain = (words) => words.normalize("NFKC").toLowerCase();

// The list under a field: arrows choose, Enter opens.
function makeSearch(deck, { hint, find, open }) {
  let found = [];
  let place = 0;
  const list = element("ol", { class: "found", id: "stage-found", role: "listbox" });
  const field = element("input", { type: "text", class: "field", "aria-label": hint,
    placeholder: hint, autocomplete: "off", spellcheck: "false", role: "combobox",
    "aria-controls": "stage-found", "aria-expanded": "true", oninput: () => look() });
  const choose = (at) => { place = Math.max(0, Math.min(found.length - 1, at)); paint(); };
  function look() {
    found = find(field.value).slice(0, MOST);
    choose(0);
  }
  function paint() {
    const none = field.value.trim() && !found.length;
    list.replaceChildren(...(none ? [element("li", { class: "none", role: "option",
      "aria-selected": "false" }, deck.words.nothing_found)] : found.map((each, at) =>
      element("li", { role: "option", id: "stage-found-" + at, "aria-selected": String(at === place),
        class: at === place ? "chosen" : "", onclick: () => open(each) },
      element("span", { class: "kind" }, deck.words["kind_" + each.kind]),
      element("span", { class: "what" }, each.title),
      each.value ? element("b", {}, each.value) : null,
      each.as_of ? element("span", { class: "kind" }, each.as_of) : null))));
    field.setAttribute("aria-activedescendant", found.length ? "stage-found-" + place : "");
  }
  return {
    node: element("div", { class: "search" }, field, list),
    field,
    key(event) {
      if (event.key === "ArrowDown") choose(place + 1);
      else if (event.key === "ArrowUp") choose(place - 1);
      else if (event.key === "Enter") {
        if (found[place]) open(found[place], field.value);
        else open(null, field.value);
      } else return false;
      return true;
    },
  };
}

// An answer is shown as a slide of its own: same type, same places, source at the foot.
function cardView(entry, deck) {
  if (entry.kind === "step") {
    const slide = deck.slideOf(entry.id);
    if (!slide) return null;
    const { fragments } = slide;
    const fragment = fragments.find((each) => each.kind === "figure") || fragments[0];
    return { slide, fragment, step: null };
  }
  const slide = { id: "", kicker: deck.words["kind_" + entry.kind], headline: [[entry.title, 0]],
    short: "", name: "", takeaway: "", fragments: [], step: 0 };
  if (entry.kind === "claim") {
    slide.headline = [[entry.block.columns[0].text, 0]];
    return { slide, step: null,
      fragment: { kind: "claims", claims: [entry.block], source: entry.source, stale: "" } };
  }
  return { slide, step: null, fragment: { kind: "number", value: entry.value || "",
    as_of: entry.as_of || "", definition: entry.definition || "", source: entry.source, stale: "",
    chart: deck.chartOf(entry.id) } };
}
