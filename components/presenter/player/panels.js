// Panels over the talk: search, going to a step, an answer, the keys. One at a time.

const KEYS = [
  [["→", "Space", "PageDown"], "next"], [["←", "PageUp"], "previous"], [["↓", "↑"], "claim"],
  [["Shift+↓", "Shift+↑"], "skip"], [["Home", "End"], "first"],
  [["G"], "go_to"], [["Q", "/"], "find"], [["B", "."], "black"], [["W"], "white"], [["L"], "look"],
  [["+", "-"], "larger"], [["T"], "table"], [["A"], "language"], [["N"], "notes"],
  [["J"], "audience"], [["F"], "full"],
  [["Esc"], "leave"], [["?"], "help"],
];

function makePanels(frame, deck, act) {
  let panel = null;

  function close() {
    if (!panel) return;
    for (const paper of panel.node.querySelectorAll(".paper")) {
      if (window.Plotly) window.Plotly.purge(paper);
    }
    panel.node.remove();
    panel = null;
    frame.focus({ preventScroll: true });
  }

  function open(kind, name, inside, key) {
    close();
    const node = element("div", { class: "panel " + kind, role: "dialog", "aria-modal": "true",
      "aria-label": name }, inside);
    frame.append(node);
    panel = { node, key: key || (() => false) };
    return node;
  }

  function ask(name, wish) {
    const search = makeSearch(deck, wish);
    open("asks", name, search.node, search.key);
    search.field.focus();
  }

  function openFind() {
    ask(deck.words.find, { hint: deck.words.find_hint, find: (query) => act.extra.find(query),
      open: (entry) => { if (entry) openCard(entry); } });
  }

  function openGo() {
    const wall = makeOverview(frame, deck, { state: act.state,
      open: (at) => { close(); act.go(at); } });
    open("overview", deck.words.go_to, wall.node, wall.key);
    wall.begin();
  }

  function openCard(entry) {
    const view = cardView(entry, deck);
    if (!view) return;
    const node = open("card", deck.words.find, "");
    const layer = makeLayer(node, view, measure(node, act.state), deck);
    layer.node.classList.add("shown");
    layer.node.removeAttribute("aria-hidden");
    frame.focus({ preventScroll: true });
  }

  // Every row behind the chart on the screen; a question keeps its answer to itself.
  function openTable() {
    const { slide, fragment } = act.view();
    const drawn = fragment.rows ? fragment : slide.fragments.find((each) => each.rows);
    if (!drawn || fragment.kind === "question") return;
    const node = open("table", deck.words.table, element("div", {},
      element("h2", {}, slide.title), table(drawn.rows, deck.words, "whole"),
      element("p", { class: "small" }, drawn.source, drawn.stale ? " " + drawn.stale : "")),
    (event) => {
      const step = { ArrowDown: 0.2, ArrowUp: -0.2 }[event.key];
      if (step) node.scrollBy(0, step * node.clientHeight);
      else if (event.key.toLowerCase() === "t") close();
      else return false;
      return true;
    });
  }

  function openHelp() {
    const words = deck.words;
    const button = (name, does) => does && element("button", { type: "button", class: "act",
      onclick: () => { close(); does(); } }, words[name]);
    // A key that does nothing here is not shown.
    const may = { leave: act.goOut, language: act.speak, notes: act.openNotes,
      audience: act.audience };
    const rows = KEYS.filter(([, name]) => !(name in may) || may[name]).map(([keys, name]) => element("div", {},
      element("dt", {}, ...keys.map((key) => element("kbd", {}, key))),
      element("dd", {}, name === "audience" ? act.audience.name : words[name])));
    open("help", words.keys, element("div", { class: "keys" }, element("h2", {}, words.keys),
      element("dl", {}, ...rows),
      element("p", {}, button("notes", act.openNotes), button("table", openTable),
        button("look", act.otherLook), button("language", act.speak), button("full", act.fullScreen), button("leave", act.goOut))));
  }

  // Whoever else is told of the talk has a panel of their own.
  function openAudience() {
    if (act.audience) open("audience", act.audience.name, act.audience.panel());
  }

  return { close, openFind, openGo, openCard, openTable, openHelp, openAudience,
    isOpen: () => Boolean(panel),
    key: (event) => panel.key(event) };
}

// Keys reach the talk before anything else on the page hears them, wherever the focus is.
function keyHandler(panels, act) {
  const larger = () => act.resize(1);
  const acts = {
    ArrowRight: act.next, PageDown: act.next, " ": act.next, Enter: act.next,
    ArrowLeft: act.back, PageUp: act.back, Backspace: act.back,
    ArrowDown: () => act.claim(1), ArrowUp: () => act.claim(-1),
    Home: act.first, End: act.last, f: act.fullScreen, ".": () => act.cover("black"),
    b: () => act.cover("black"), w: () => act.cover("white"),
    g: panels.openGo, "?": panels.openHelp, h: panels.openHelp, q: panels.openFind,
    "/": panels.openFind, l: act.otherLook, n: act.openNotes, t: panels.openTable, a: act.speak,
    j: panels.openAudience,
    "+": larger, ";": larger, "=": larger, "-": () => act.resize(-1),
  };

  // A panel takes what is typed; a clicker's key or Escape closes it and moves nothing.
  function inPanel(event, key, field) {
    const closes = ["Escape", "PageDown", "PageUp"].includes(key);
    if (closes || (!field && [" ", "?"].includes(key))) panels.close();
    else if (!panels.key(event)) return;
    event.preventDefault();
  }

  let started = false;
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopImmediatePropagation();
    // What an input method takes (Enter for kanji, Escape to cancel) is not for the talk.
    if (event.isComposing || event.keyCode === 229) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const field = event.target instanceof HTMLInputElement;
    const pressed = event.target instanceof HTMLButtonElement
      && event.target.matches(":focus-visible") && [" ", "Enter"].includes(key);
    if (key === "Tab" || pressed) return;
    // The start button of some clickers sends F5 and Escape in turn: neither ends the talk.
    if (key === "F5") { started = true; event.preventDefault(); return; }
    if (key === "Escape" && started) { started = false; event.preventDefault(); return; }
    started = false;
    if (panels.isOpen()) { inPanel(event, key, field); return; }
    if (field && !["PageDown", "PageUp", "Enter", "Escape"].includes(key)) return;
    if (field) event.target.blur();
    if (key === "Escape") {
      if (!field) (act.isBlack() ? act.cover : act.goOut || (() => {}))();
    } else if (event.shiftKey && ["ArrowDown", "ArrowUp"].includes(key)) {
      act.skip(key === "ArrowDown" ? 1 : -1);
    } else if (acts[key]) acts[key]();
    else return;
    event.preventDefault();
  };
}
