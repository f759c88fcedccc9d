// The player: where the talk stands, what a key does, and who is told.

function makeTalk({ root, play, mode, leave, notesAddress, speak, live, audience }) {
  const deck = Object.assign({}, play, { views: [], live, last: play.slides.length - 2 });
  play.slides.forEach((slide, step) => slide.fragments.forEach((fragment, place) =>
    deck.views.push({ slide, fragment, step, place })));
  chooseClaims(deck);
  const looks = deck.looks.map((look) => look.name);
  const SIZES = [1, 1.1, 1.2];
  const mark = deck.talk;
  const state = { at: 0, look: looks[0], size: 1, black: "", guesses: {}, minutes: deck.minutes,
    started: 0 };
  const extra = { find: () => [], slides: new Map() };

  deck.answer = (slide) =>
    (state.guesses[slide.id] = state.guesses[slide.id] || { votes: {}, one: null });
  deck.guessed = () => { later(); save(); tell(); };
  deck.slideOf = (id) => deck.slides.find((each) => each.id === id) || extra.slides.get(id);
  deck.chartOf = (id) => {
    const all = [...deck.slides, ...extra.slides.values()];
    const slide = all.find((each) => each.fragments.some(({ ids = [] }) => ids.includes(id)));
    return slide ? () => panels.openCard({ kind: "step", id: slide.id }) : null;
  };

  const goOut = leave && (() => leave(deck.views[state.at].slide));

  // --- what is on the screen -----------------------------------------------------------------
  const frame = element("div", { class: "stage " + mode + (live ? " live" : ""), role: "main", tabindex: "-1",
    lang: deck.language, "aria-label": deck.words.keys });
  const heard = element("p", { class: "heard", "aria-live": "polite" });
  const curtain = element("div", { class: "curtain", hidden: true });
  frame.style.fontFamily = deck.font;
  root.append(frame);
  let notes = null;
  if (mode === "notes") notes = makeNotes(frame, deck, { next, back, clock, length });
  const screens = notes
    ? [makeScreen(notes.now, deck, state), makeScreen(notes.next, deck, state)]
    : [makeScreen(frame, deck, state)];
  frame.append(heard, curtain);
  if (!notes) frame.append(touchButtons());

  function touchButtons() {
    const words = deck.words;
    return element("nav", { class: "touch", "aria-label": words.keys },
      ...[["previous", "‹", back], ["next", "›", next], ["find", "？", () => panels.openFind()],
        ["language", deck.language === "ja" ? "English" : "日本語", speak],
        ["audience", "☏", audience && (() => panels.openAudience())],
        ["help", "≡", () => panels.openHelp()], ["leave", "×", goOut]]
        .filter(([, , does]) => does).map(([name, sign, does]) =>
          element("button", { type: "button", onclick: does,
            "aria-label": name === "audience" ? audience.name : words[name] }, sign)));
  }

  function paint() {
    const look = deck.looks.find((each) => each.name === state.look);
    for (const [name, colour] of Object.entries(look)) {
      if (name !== "name") frame.style.setProperty("--" + name, colour);
    }
    frame.dataset.look = state.look;
    curtain.hidden = !state.black || Boolean(notes);
    curtain.classList.toggle("white", state.black === "white");
    const view = deck.views[state.at];
    frame.dataset.step = view.step;
    frame.dataset.fragment = view.place + 1;
    frame.dataset.size = state.size;
    heard.textContent = deck.words[state.black] || view.slide.title;
    screens[0].show(state.at);
    if (notes) {
      const after = deck.near(state.at, 1);
      const upcoming = after !== state.at && deck.views[after];
      notes.render(view, upcoming, state);
      notes.next.classList.toggle("empty", !upcoming);
      if (upcoming) screens[1].show(after);
    }
    if (audience) audience.moved(placeOf(view));
  }

  // What is told to whoever follows: the place, and whether its answer has been shown.
  // A title has no place on a phone: it waits at the first step, or stays at the last.
  function placeOf(view) {
    if (view.step > deck.last) return placeOf(deck.views.findLast((each) => each.step === deck.last));
    const { slide, fragment, step, place } = view.step ? view : deck.views[viewAt(1, 1)];
    const asks = slide.fragments.some((each) => each.kind === "question");
    return { slide: slide.id, step, fragment: place + 1, asks,
      revealed: fragment.kind !== "question" };
  }

  // Guesses come key by key; the chart behind them is drawn when typing rests, or at once when
  // the talk goes on.
  let resting = 0;
  function later() {
    clearTimeout(resting);
    resting = setTimeout(() => { settle(); screens[0].prepare(state.at); }, 120);
  }
  function settle() {
    if (!resting) return;
    clearTimeout(resting);
    resting = 0;
    screens.forEach((screen) => screen.forget());
  }

  // --- where the talk stands -----------------------------------------------------------------
  const clamp = (at) => Math.min(Math.max(at, 0), deck.views.length - 1);
  const viewAt = (step, fragment) => {
    const inside = Math.min(Math.max(Math.trunc(step) || 0, 0), deck.slides.length - 1);
    const first = deck.views.findIndex((each) => each.step === inside);
    const fragments = deck.slides[inside].fragments.length;
    return first + Math.min(Math.max(Math.trunc(fragment) || 1, 1), fragments) - 1;
  };

  function save() {
    const view = deck.views[state.at];
    writeLink({ step: view.step, [FRAGMENT]: view.place ? view.place + 1 : "",
      look: state.look === looks[0] ? "" : state.look, size: state.size === 1 ? "" : state.size });
    remember({ look: state.look, size: state.size,
      [mark]: { guesses: state.guesses, minutes: state.minutes, started: state.started } });
  }

  function tell() {
    const view = deck.views[state.at];
    wire.tell({ talk: mark, mode, step: view.step, fragment: view.place + 1, look: state.look,
      size: state.size, black: state.black, guesses: state.guesses, minutes: state.minutes,
      started: state.started });
  }

  function change(values, quietly) {
    const redraw = ["look", "size"].some((name) => name in values && values[name] !== state[name]);
    Object.assign(state, values);
    settle();
    if (redraw) screens.forEach((screen) => screen.renew());
    paint();
    save();
    if (!quietly) tell();
  }

  const wire = makeWire(mode, (what) => {
    // The notes follow the room's screen and lead it; two screens of the room leave each other be,
    // so that a link opened beside a talk opens where it says.
    if (what.talk !== mark || what.mode === mode) return;
    if (what.hello) { tell(); return; }
    const same = JSON.stringify(what.guesses) === JSON.stringify(state.guesses);
    const { look, size, black, guesses, minutes, started } = what;
    if (!same) { state.guesses = guesses; screens.forEach((screen) => screen.renew()); }
    change({ at: viewAt(what.step, what.fragment), look, size, black, minutes, started }, true);
  });

  function go(at) { change({ at: clamp(at), black: "" }); }
  function next() {
    if (state.black) { change({ black: "" }); return; }
    if (!state.started) state.started = Date.now();
    go(deck.near(state.at, 1));
  }
  function back() {
    if (state.black) { change({ black: "" }); return; }
    go(deck.near(state.at, -1));
  }
  function skip(by) {
    const step = deck.views[state.at].step + by;
    if (deck.slides[step]) go(viewAt(step, 1));
  }
  // Claims wait until they are asked for: the next of this step, else the next step.
  function claim(by) {
    const view = deck.views[state.at];
    const near = deck.views.findIndex((each, at) => at > state.at && each.step === view.step
      && each.fragment.kind === "claims");
    if (by > 0 && near >= 0) go(near);
    else if (by < 0 && view.fragment.kind === "claims" && view.place) go(state.at - 1);
    else skip(by);
  }
  function clock() { change({ started: Date.now() }); }
  function length(minutes) { change({ minutes: Math.min(240, Math.max(1, minutes)) }); }
  function otherLook() { change({ look: looks[(looks.indexOf(state.look) + 1) % looks.length] }); }
  function resize(by) {
    const place = SIZES.indexOf(state.size) + by;
    if (SIZES[place]) change({ size: SIZES[place] });
  }
  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) {
      document.documentElement.requestFullscreen().catch(() => {});
    }
  }
  function openNotes() {
    if (notes || !notesAddress) return;
    const opened = window.open(notesAddress() + "&lead=" + wire.name, "mieru-notes", "popup,width=1100,height=720");
    wire.add(opened);
  }

  // --- keys, before anything else on the page hears them ---------------------------------------
  const panels = makePanels(frame, deck, { state, extra, go, viewAt, otherLook, fullScreen, goOut,
    speak, view: () => deck.views[state.at],
    openNotes: notes || !notesAddress ? null : openNotes, audience });
  const cover = (colour) => change({ black: state.black ? "" : colour });
  const onKey = keyHandler(panels, { next, back, skip, claim, goOut, fullScreen, otherLook, openNotes,
    speak, resize, cover, first: () => go(0), last: () => go(deck.views.length - 1),
    isBlack: () => state.black });

  // A control that was clicked does not keep the keys.
  function onClick(event) {
    if (event.detail && event.target.closest("button")) event.target.closest("button").blur();
  }

  let touch = null;
  const onTouch = (event) => {
    const finger = event.changedTouches[0];
    if (event.type === "touchstart") { touch = [finger.clientX, finger.clientY]; return; }
    if (!touch || panels.isOpen()) return;
    const [x, y] = [finger.clientX - touch[0], finger.clientY - touch[1]];
    touch = null;
    if (Math.abs(x) > 48 && Math.abs(x) > 1.5 * Math.abs(y)) (x < 0 ? next : back)();
  };

  let sizing = 0;
  // The frame is watched, not the window: its stylesheet may come after it on a slow machine.
  const sizeOf = () => frame.clientWidth + "x" + frame.clientHeight;
  let sizedFor = sizeOf();
  function onResize() {
    if (sizeOf() === sizedFor) return;
    sizedFor = sizeOf();
    clearTimeout(sizing);
    sizing = setTimeout(() => { screens.forEach((screen) => screen.renew()); paint(); }, 80);
  }
  // The screen does not sleep during a talk, and a resting pointer is not part of the slide.
  let wake = null;
  async function stayAwake() {
    try {
      if (document.visibilityState === "visible") wake = await navigator.wakeLock.request("screen");
    } catch { /* not every browser, not every battery */ }
  }
  let pointing = 0;
  function onPointer() {
    frame.classList.remove("resting");
    clearTimeout(pointing);
    pointing = setTimeout(() => frame.classList.add("resting"), 2500);
  }
  const hold = (event) => { if (notes && event.target.closest(".say")) return; event.stopPropagation(); };

  window.addEventListener("keydown", onKey, true);
  const sized = new ResizeObserver(onResize);
  sized.observe(frame);
  document.addEventListener("visibilitychange", stayAwake);
  frame.addEventListener("pointermove", onPointer, { passive: true });
  frame.addEventListener("click", onClick);
  frame.addEventListener("touchstart", onTouch, { passive: true });
  frame.addEventListener("touchend", onTouch, { passive: true });
  frame.addEventListener("wheel", hold, { passive: true });
  const ticking = notes ? setInterval(() => notes.tick(state), 250) : 0;

  // --- the start: the link first, then what the session remembers -------------------------------
  const link = asked();
  const known = remembered();
  const own = known[mark] || {};
  const first = (given, among, other) => (among.includes(given) ? given : other);
  state.look = first(link.get("look"), looks, first(known.look, looks, looks[0]));
  state.size = first(Number(link.get("size")), SIZES, first(known.size, SIZES, 1));
  state.guesses = own.guesses || {};
  state.minutes = own.minutes || deck.minutes;
  state.started = own.started || 0;
  const named = deck.slides.findIndex((each) => each.id.endsWith("/" + link.get("step")));
  state.at = viewAt(named < 0 ? Number(link.get("step")) : named, Number(link.get(FRAGMENT)));
  paint();
  save();
  if (notes) wire.tell({ talk: mark, mode, hello: true });
  frame.focus({ preventScroll: true });
  stayAwake();
  onPointer();

  function learn({ search, entries, slides }) {
    const find = makeFind(search);
    extra.find = (query) => find(query).map((number) => entries[number]);
    extra.slides = new Map(slides.map((slide) => [slide.id, slide]));
  }

  // Votes that were given elsewhere join those counted in the room, in the chart of a step.
  function given(id, counts) {
    const slide = deck.slideOf(id);
    const answer = slide && deck.answer(slide);
    if (!answer || JSON.stringify(answer.given || {}) === JSON.stringify(counts)) return;
    answer.given = counts;
    const { slide: seen, fragment } = deck.views[state.at];
    if (seen === slide && fragment.kind === "figure") {
      screens.forEach((screen) => screen.renew());
      paint();
    }
    deck.guessed();
  }

  function end() {
    panels.close();
    clearInterval(ticking);
    window.removeEventListener("keydown", onKey, true);
    sized.disconnect();
    document.removeEventListener("visibilitychange", stayAwake);
    clearTimeout(pointing);
    if (wake) wake.release().catch(() => {});
    wire.close();
    screens.forEach((screen) => screen.renew());
    frame.remove();
  }

  return { end, learn, go, given, state, deck, frame };
}

// What pages use. open() shows a talk, close() takes it away; one at a time.
let talk = null;
window.mieruStage = {
  open(wish) { this.close(); talk = makeTalk(wish); return talk; },
  close() { if (talk) talk.end(); talk = null; },
  get talk() { return talk; },
  element,
};
