// The presenter's own screen: this step and the next, what to say, and the time.

function clockTime(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
}

function makeNotes(root, deck, act) {
  const words = deck.words;
  const mini = (name) => element("div", { class: "mini " + name, "aria-hidden": "true" });
  const now = mini("now");
  const next = mini("next");
  const say = element("div", { class: "say", tabindex: "0", role: "region",
    "aria-label": words.notes });
  const where = element("p", { class: "where" });
  const dark = element("p", { class: "dark", hidden: true }, words.dark_screen);
  const value = (name) => element("b", { class: name });
  const [elapsed, remaining, clock] = ["elapsed", "remaining", "clock"].map(value);
  const left = element("span", {}, words.remaining);
  const minutes = element("input", { type: "number", min: "1", max: "240", id: "talk-minutes",
    onchange: () => act.length(Number(minutes.value) || deck.minutes) });
  const start = element("button", { type: "button", class: "act", onclick: act.clock }, words.start);
  const button = (name, does) =>
    element("button", { type: "button", class: "act", onclick: does }, words[name]);
  root.append(
    element("header", {}, where, dark,
      element("p", {}, words.clock, " ", clock)),
    element("div", { class: "previews" },
      element("div", {}, element("h2", {}, words.now), now),
      element("div", {}, element("h2", {}, words.upcoming), next)),
    say,
    element("footer", {},
      element("p", {}, words.elapsed, " ", elapsed), element("p", {}, left, " ", remaining),
      element("p", {}, element("label", { for: "talk-minutes" }, words.length), " ", minutes, " ",
        words.minutes), start,
      element("span", { class: "space" }), button("previous", act.back), button("next", act.next)));

  function tick(state) {
    const seconds = state.started ? (Date.now() - state.started) / 1000 : 0;
    const rest = state.minutes * 60 - seconds;
    elapsed.textContent = clockTime(seconds);
    remaining.textContent = clockTime(Math.abs(rest));
    left.textContent = rest < 0 ? words.over : words.remaining;
    root.classList.toggle("late", rest < 0);
    start.textContent = state.started ? words.restart : words.start;
    clock.textContent = new Date().toLocaleTimeString(deck.language,
      { hour: "2-digit", minute: "2-digit" });
    if (document.activeElement !== minutes) minutes.value = state.minutes;
  }

  function render(view, upcoming, state) {
    const notes = view.slide.notes.length ? view.slide.notes : [words.no_notes];
    say.replaceChildren(element("h1", {}, view.slide.title),
      ...notes.map((line) => element("p", {}, line)),
      ...(view.slide.short ? [element("p", { class: "small" }, view.slide.short)] : []));
    where.textContent = placeWords(view, deck) + "　" + view.slide.kicker
      + (upcoming ? "" : "　" + words.last_step);
    dark.hidden = !state.black;
    tick(state);
  }
  return { now, next, tick, render };
}
