// The light page: follows the room, or looks around by itself. A constant; it keeps nothing: the
// language and the size of type live in the link, the ballot in this page's memory.
(() => {
  "use strict";

  const at = (id) => document.getElementById(id);
  const said = () => document.body.dataset;
  const room = said().room;
  const steps = Number(said().steps);
  const link = () => new URLSearchParams(window.location.search);
  const parse = (written) => new DOMParser().parseFromString(written, "text/html");
  const state = {
    // in the room
    told: { step: Number(said().step), fragment: Number(said().fragment), open: true },
    seen: { step: Number(said().step), fragment: Number(said().fragment) }, // on this phone
    own: false, // the reader looks around
    behind: false, // the talk went on while the reader was reading further down
    trouble: "", // lost, closed, gone, full
    ballot: "",
    chosen: {}, // votes of this page, by question
  };

  // --- steps, each asked for once ----------------------------------------------------------------
  let pieces = new Map();
  function piece(step) {
    if (!pieces.has(step)) {
      const asked = "?lang=" + document.documentElement.lang + "&edition=" + said().edition;
      const coming = fetch("/live/" + room + "/steps/" + step + asked).then((answer) => {
        if (!answer.ok) throw new Error("no step");
        return answer.text();
      }).then((written) => document.importNode(parse(written).querySelector("article"), true));
      coming.catch(() => pieces.delete(step));
      pieces.set(step, coming);
    }
    return pieces.get(step);
  }

  // --- what is shown -----------------------------------------------------------------------------
  const bounded = (fragment, article) =>
    Math.min(Math.max(fragment, 1), Number(article.dataset.fragments));

  // Looking around shows the whole step, following shows the fragment.
  function bare(article, fragment) {
    for (const part of article.querySelectorAll("[data-first]")) {
      const first = Number(part.dataset.first);
      const last = Number(part.dataset.last);
      part.hidden = state.own ? first < Number(article.dataset.opening)
        : fragment < first || fragment > last;
    }
  }

  let turn = 0;
  let resting = 0;
  async function draw(announce) {
    const ticket = ++turn;
    const wish = state.own ? state.seen : state.told;
    let article;
    try { article = await piece(wish.step); } catch (trouble) {
      clearTimeout(resting);
      resting = setTimeout(() => { if (ticket === turn) draw(announce); }, 2000);
      return;
    }
    if (ticket !== turn) return;
    state.seen = { step: wish.step, fragment: bounded(wish.fragment, article) };
    state.behind = false;
    const main = at("step");
    const held = main.contains(document.activeElement);
    bare(article, state.seen.fragment);
    if (main.firstElementChild !== article) main.replaceChildren
      ? main.replaceChildren(article) : main.replaceChild(article, main.firstElementChild);
    // What had the focus may be gone; the place on the page is kept, and nothing scrolls.
    if (held && !shownFocus()) main.focus({ preventScroll: true });
    ballot(article);
    results(article);
    bar();
    if (announce) say(article);
    later();
  }

  // The next step is fetched before it is told, and not by the whole room in one moment.
  let fetching = 0;
  function later() {
    clearTimeout(fetching);
    const next = state.seen.step + 1;
    if (next <= steps && !pieces.has(next)) {
      fetching = setTimeout(() => piece(next).catch(() => {}), 200 + Math.random() * 2000);
    }
  }

  function shownFocus() {
    const held = document.activeElement;
    return held && held !== document.body && !held.closest("[hidden]");
  }

  function say(article) {
    const head = article.querySelector("[data-first]:not([hidden]) h1");
    at("heard").textContent = place(state.seen.step) + "　" + (head ? head.textContent : "");
  }

  const place = (step) => step + " / " + steps;

  // Whoever reads further down is not torn away: the bar says that the talk went on.
  function reading() {
    const head = at("step").querySelector("[data-first]:not([hidden]) h1");
    return Boolean(head) && head.getBoundingClientRect().bottom < 0;
  }

  function bar() {
    const words = said();
    const away = state.own || state.behind;
    at("bar").hidden = false;
    at("where").textContent = place(state.seen.step);
    at("previous").disabled = state.seen.step <= 1;
    at("next").disabled = state.seen.step >= steps;
    at("back").hidden = !away || state.trouble === "closed" || state.trouble === "gone";
    at("back").textContent = state.own ? words.back : words.show;
    const own = words.own.replace("{place}", place(state.told.step));
    const now = state.trouble ? words[state.trouble] : state.own ? own
      : state.behind ? words.moved : words.following;
    if (at("state").textContent !== now) at("state").textContent = now;
    for (const each of at("list").querySelectorAll("[data-to]")) {
      if (Number(each.dataset.to) === state.seen.step) each.setAttribute("aria-current", "step");
      else each.removeAttribute("aria-current");
    }
  }

  function look(step) {
    if (step < 1 || step > steps) return;
    state.own = true;
    state.seen = { step, fragment: 1 };
    draw(true).then(() => window.scrollTo(0, 0));
  }

  function back() {
    state.own = false;
    draw(true).then(() => {
      window.scrollTo(0, 0);
      at("step").focus({ preventScroll: true });
    });
  }

  // --- votes -------------------------------------------------------------------------------------
  function ballot(article) {
    const form = article.querySelector(".ballot");
    if (!form) return;
    form.hidden = !state.ballot || Boolean(state.trouble);
    const chosen = state.chosen[form.dataset.question];
    if (chosen !== undefined) {
      for (const each of form.querySelectorAll("input")) each.checked = each.value === chosen;
      form.querySelector(".said").textContent = said().counted;
    }
  }

  async function send(form) {
    const chosen = form.querySelector("input:checked");
    if (!chosen) return;
    const vote = { ballot: state.ballot, question: form.dataset.question, option: chosen.value };
    let status = 0;
    try {
      const answer = await fetch("/live/rooms/" + room + "/vote", { method: "POST",
        headers: { "Content-Type": "application/json" }, body: JSON.stringify(vote) });
      status = answer.status;
    } catch (trouble) { /* said below */ }
    const counted = status >= 200 && status < 300;
    if (counted) state.chosen[vote.question] = vote.option;
    const words = said();
    form.querySelector(".said").textContent = counted ? words.counted
      : status === 409 ? words.answered : words.notCounted;
  }

  // How the room guessed: only after the presenter has shown the answer.
  function results(article) {
    const box = article.querySelector(".votes");
    if (!box) return;
    const form = article.querySelector(".ballot");
    const { told, own } = state;
    const counts = !own && form && told.step === state.seen.step && told.revealed && told.counts;
    const all = counts ? Object.values(counts).reduce((sum, each) => sum + each, 0) : 0;
    box.textContent = "";
    if (!all) return;
    const table = make("table", {}, make("caption", {}, said().votes.replace("{count}", all)));
    for (const each of form.querySelectorAll(".option")) {
      const count = counts[each.querySelector("input").value] || 0;
      const share = shape("svg", { viewBox: "0 0 100 1", preserveAspectRatio: "none",
        "aria-hidden": "true" });
      share.append(shape("rect", { width: (100 * count) / all, height: 1 }));
      table.append(make("tr", {}, make("th", { scope: "row" }, each.textContent),
        make("td", { class: "share" }, share),
        make("td", {}, said().count.replace("{count}", count))));
    }
    box.append(table);
  }

  const dressed = (made, values, inside) => {
    for (const key of Object.keys(values)) made.setAttribute(key, values[key]);
    made.append(...inside);
    return made;
  };
  const make = (tag, values, ...inside) => dressed(document.createElement(tag), values, inside);
  const shape = (tag, values) =>
    dressed(document.createElementNS("http://www.w3.org/2000/svg", tag), values, []);

  // --- the room ----------------------------------------------------------------------------------
  function follow(told) {
    const before = state.told;
    state.told = told;
    if (told.ballot && !state.ballot) state.ballot = told.ballot;
    state.trouble = told.open === false ? "closed" : "";
    const moved = told.step !== state.seen.step || told.fragment !== state.seen.fragment;
    if (state.own) { bar(); return; }
    if (moved && reading()) { state.behind = true; bar(); return; }
    draw(moved && (before.step !== told.step || before.fragment !== told.fragment));
  }

  let stream = null;
  let waiting = 0;
  let tries = 0;
  function listen() {
    clearTimeout(waiting);
    if (stream) stream.close();
    stream = new EventSource("/live/rooms/" + room + "/events");
    stream.addEventListener("state", (event) => {
      tries = 0;
      follow(JSON.parse(event.data));
      if (state.trouble === "closed") stream.close();
    });
    stream.onerror = () => {
      if (state.trouble === "closed") return;
      if (!state.trouble) trouble("lost"); // a full room goes on being called full
      // The browser tries again by itself unless it was refused; then we do, and not all at once.
      if (stream.readyState === EventSource.CLOSED) again();
    };
  }

  function trouble(kind) {
    state.trouble = kind;
    bar();
  }

  function again() {
    clearTimeout(waiting);
    tries += 1;
    waiting = setTimeout(refused, Math.min(1000 * tries, 5000) + Math.random() * 1000);
  }

  // Refused: is the room gone, is it full, or is the server away?
  async function refused() {
    try {
      const answer = await fetch("/live/rooms/" + room);
      if (answer.status === 404 || answer.status === 410) { trouble("gone"); return; }
      if (answer.ok) trouble(tries > 1 ? "full" : "lost");
    } catch (away) { trouble("lost"); }
    listen();
  }

  // --- the other language, another size: the same page, written anew ------------------------------
  async function swap(anchor) {
    const href = anchor.getAttribute("href");
    const id = anchor.id;
    let written;
    try {
      const answer = await fetch(window.location.pathname + href);
      if (!answer.ok) return;
      written = parse(await answer.text());
    } catch (away) { return; }
    const top = window.scrollY;
    const html = document.documentElement;
    if (html.lang !== written.documentElement.lang) pieces = new Map();
    html.lang = written.documentElement.lang;
    html.className = written.documentElement.className;
    document.title = written.title;
    document.body = document.importNode(written.body, true);
    window.history.replaceState(null, "", href);
    await draw(false);
    window.scrollTo(0, top);
    if (at(id)) at(id).focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const find = (selector) => event.target.closest(selector);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (find("#previous")) look(state.seen.step - 1);
    else if (find("#next")) look(state.seen.step + 1);
    else if (find("#back")) back();
    else if (plain && find("[data-to]")) {
      event.preventDefault();
      at("list").open = false;
      look(Number(find("[data-to]").dataset.to));
      at("step").focus({ preventScroll: true });
    } else if (plain && find("[data-swap]")) {
      event.preventDefault();
      swap(find("[data-swap]"));
    }
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".ballot")) return;
    event.preventDefault();
    send(event.target);
  });
  // Back at the top, the reader follows again.
  window.addEventListener("scroll", () => {
    if (state.behind && !reading()) draw(true);
  }, { passive: true });
  // A phone that slept, or changed its network, asks again at once.
  let hiddenAt = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > 5000 && state.trouble !== "closed") listen();
  });
  window.addEventListener("online", () => { if (state.trouble !== "closed") listen(); });
  window.addEventListener("offline", () => { stream.close(); trouble("lost"); });

  pieces.set(state.seen.step, Promise.resolve(at("step").firstElementChild));
  bar();
  later();
  listen();
})();
