// The presenter's side of a room: opens it, tells it every move, shows its code. A constant: text
// from data enters only as text. The room's drive token stands in the session storage of this
// window alone, so that a reload keeps the room; never in the page, a link or a log.
(() => {
  if (window.mieruRoom) return;

  const KEPT = "mieru-room";
  const HEARTBEAT = 5000;
  const SOON = 2000;
  const PATIENCE = 4000;
  const random = () => [...window.crypto.getRandomValues(new Uint8Array(12))]
    .map((each) => each.toString(16).padStart(2, "0")).join("");
  const spoken = (code) => code.slice(0, 3) + "-" + code.slice(3);

  function read() {
    try { return JSON.parse(window.sessionStorage.getItem(KEPT)); } catch { return null; }
  }
  function write(held) {
    try {
      if (held) window.sessionStorage.setItem(KEPT, JSON.stringify(held));
      else window.sessionStorage.removeItem(KEPT);
    } catch { /* without storage a reload loses the room, and nothing else */ }
  }

  async function ask(path, { body, drive } = {}) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const answer = await fetch("/live/" + path, { signal: patience.signal,
        method: body ? "POST" : "GET", body: body && JSON.stringify(body),
        headers: Object.assign(body ? { "Content-Type": "application/json" } : {},
          drive ? { Authorization: "Bearer " + drive } : {}) });
      const json = (answer.headers.get("Content-Type") || "").includes("json");
      return { status: answer.status, said: json ? await answer.json() : null };
    } finally { clearTimeout(timer); }
  }

  // What is told to the room, and what the room says back. It knows nothing of how it is shown.
  function makeLink({ talk, language, changed, counted }) {
    const link = { held: null, state: "", listeners: 0, votes: 0, corner: false, spot: 0, notice: "",
      addresses: [] };
    let wanted = null;
    let told = null; // the place the room knows of
    let sending = false;
    let timer = 0;
    let ended = false;

    const set = (values) => { Object.assign(link, values); changed(); };
    const own = (more) => Object.assign({ driver: link.held.driver }, more);
    const at = (name) => "rooms/" + link.held.code + "/" + name;

    function keep(values) {
      link.held = Object.assign({}, link.held, values);
      write(link.held);
    }

    async function open() {
      let answer;
      try { answer = await ask("rooms", { body: { talk, language } }); } catch { answer = null; }
      if (answer && answer.status === 201) {
        keep({ code: answer.said.code, drive: answer.said.drive, driver: random(), seq: 0, talk });
        set({ state: "" });
        start();
      } else set({ state: answer && [404, 405].includes(answer.status) ? "without" : "refused" });
    }

    function start() {
      findAddresses();
      push();
      clearInterval(timer);
      timer = setInterval(heartbeat, HEARTBEAT);
      heartbeat();
    }

    async function findAddresses() {
      try {
        const answer = await ask("addresses", { drive: link.held.drive });
        if (answer.said) set({ addresses: answer.said.addresses || [] });
      } catch { /* the page's own address is still known */ }
    }

    // One message at a time; what changed meanwhile goes with the next, the latest place only.
    async function push(take) {
      if (!link.held || !wanted || sending || ended) return;
      if (link.state === "lease" && !take) return;
      sending = true;
      const place = wanted;
      let again = 0;
      try {
        const { step, fragment, revealed } = place;
        const answer = await ask(at("move"), { drive: link.held.drive,
          body: own({ seq: link.held.seq + 1, step, fragment, revealed, take: Boolean(take) }) });
        again = heard(answer, place);
      } catch {
        set({ state: "lost" });
        again = SOON;
      }
      sending = false;
      if (again) setTimeout(() => push(take), again);
      else if (wanted !== place) push();
    }

    function heard({ status, said }, place) {
      if (status === 200) {
        keep({ seq: said.seq });
        told = place;
        set({ state: "", listeners: said.listeners, notice: said.notice || "" });
        if (place.asks && place.revealed) heartbeat();
        return 0;
      }
      if (status === 409 && said && said.reason === "seq") { keep({ seq: said.seq }); return 50; }
      if (status === 409) { set({ state: "lease" }); return 0; }
      if ([401, 404, 410].includes(status)) { leave("over"); return 0; }
      set({ state: "lost" });
      return SOON;
    }

    async function heartbeat() {
      // A window that does not drive leaves the lease alone.
      if (!link.held || ended || link.state === "lease") return;
      const place = told;
      let answer;
      try { answer = await ask(at("heartbeat"), { drive: link.held.drive, body: own({}) }); } catch {
        set({ state: "lost" });
        return;
      }
      if (!link.held || ended) return;
      if (answer.status === 200) {
        const counts = answer.said.counts || {};
        const votes = Object.values(counts).reduce((sum, each) => sum + each, 0);
        if (link.state === "lost") { link.state = ""; push(); }
        set({ listeners: answer.said.listeners, votes, notice: answer.said.notice || "" });
        // Counts belong to the place the room was at, which must still be the one on the screen.
        if (votes && place && place === told && place === wanted) counted(place.slide, counts);
      } else if (answer.status === 409) set({ state: "lease" });
      else if ([401, 404, 410].includes(answer.status)) leave("over");
      else set({ state: "lost" });
    }

    function leave(state) {
      clearInterval(timer);
      link.held = null;
      write(null);
      set({ state, votes: 0, listeners: 0, corner: false });
    }

    async function close() {
      const { code, drive } = link.held;
      try {
        const answer = await ask("rooms/" + code + "/close", { drive, body: {} });
        if (answer.status < 500) leave("");
      } catch { set({ state: "lost" }); }
    }

    // A reload goes on with its own room. A copy of this window holds the same token: it asks
    // first, and where the other one lives it drives only when told to.
    const self = random();
    const copies = new BroadcastChannel(KEPT);
    copies.onmessage = ({ data }) => {
      if (!link.held || data.driver !== link.held.driver) return;
      if (!data.here) copies.postMessage({ driver: data.driver, here: true, to: data.from });
      else if (data.to === self) { keep({ driver: random() }); set({ state: "lease" }); }
    };
    function resume() {
      const known = read();
      if (!known || known.talk !== talk) return;
      link.held = known;
      copies.postMessage({ driver: known.driver, from: self });
      setTimeout(start, 200);
    }

    return Object.assign(link, { open, close, resume,
      take: () => { link.state = ""; push(true); },
      moved(place) { wanted = place; push(); },
      toggle: () => set({ corner: !link.corner }),
      another: () => set({ spot: link.spot + 1 }),
      end() { ended = true; clearInterval(timer); copies.close(); } });
  }

  // --- the panel and the corner --------------------------------------------------------------------
  function audience({ talk, language, words }) {
    const { element } = window.mieruStage;
    const fill = (key, count) => words[key].replace("{count}", count);
    let stage = null;
    const box = element("div", { class: "room" });
    const corner = element("p", { class: "room-corner" });
    const mark = element("p", { class: "room-mark", role: "status" });
    const link = makeLink({ talk, language, changed: paint,
      counted: (slide, counts) => { if (stage) stage.given(slide, counts); } });

    // Phones cannot reach a name that means "this very machine".
    const near = /^(localhost|127\.|\[::1\])/;
    function hosts() {
      const { host } = window.location;
      return [...new Set([...(near.test(host) ? [] : [host]), ...link.addresses])];
    }

    // An address of the local network has no certificate.
    const origin = (host) => (host === window.location.host ? window.location.protocol : "http:")
      + "//" + host;

    const button = (key, does) => element("button", { type: "button", class: "act",
      onclick: () => { does(); } }, words[key]);
    const line = (key) => element("p", { class: "room-note" }, words[key]);

    function closed() {
      const note = { without: "without", refused: "refused", over: "over" }[link.state];
      return [element("h2", {}, words.name), element("p", { class: "short" }, words.why),
        note ? line(note) : null, link.state === "without" ? null : button("open", link.open)];
    }

    function opened() {
      const all = hosts();
      const host = all[link.spot % (all.length || 1)];
      const { code } = link.held;
      const words_ = element("div", {}, element("h2", {}, words.code),
        element("p", { class: "room-code" }, spoken(code)),
        host ? element("p", { class: "room-address" }, host + "/live") : line("only_here"),
        host ? element("p", {}, words.scan) : null,
        element("p", { class: "room-counts" }, fill("listeners", link.listeners),
          link.votes ? "　" + fill("votes", link.votes) : ""),
        note());
      const picture = host ? element("img", { class: "room-qr-code", alt: host + "/live/" + code,
        src: "/live/" + code + "/qr_code.svg?at=" + encodeURIComponent(origin(host)) }) : null;
      return [element("div", { class: "room-open" }, words_, picture), element("p", {},
        link.state === "lease" ? button("take", link.take) : null,
        button("corner", link.toggle),
        all.length > 1 ? button("other_address", link.another) : null,
        button("close", link.close))];
    }

    const trouble = () => (["lease", "lost"].includes(link.state) ? link.state : link.notice);
    const note = () => (trouble() in words ? line(trouble()) : null);

    // What is on the screen is changed only where it differs, so that a finger stays on its button.
    let painted = "";
    function paint() {
      const now = JSON.stringify([link.held && link.held.code, link.state, link.listeners,
        link.votes, link.spot, link.addresses, link.notice]);
      if (now !== painted) {
        painted = now;
        const held = box.contains(document.activeElement)
          ? [...box.querySelectorAll("button")].indexOf(document.activeElement) : -1;
        box.replaceChildren(...(link.held ? opened() : closed()).filter(Boolean));
        const next = box.querySelectorAll("button")[held];
        if (next) next.focus();
      }
      corner.hidden = !link.held || !link.corner;
      corner.textContent = link.held ? [hosts()[0] && hosts()[0] + "/live", spoken(link.held.code),
        fill("listeners", link.listeners)].filter(Boolean).join("　") : "";
      mark.textContent = (link.held && words[trouble()]) || "";
    }

    return { name: words.name, panel: () => { paint(); return box; }, moved: link.moved,
      begin(talking) {
        stage = talking;
        stage.frame.append(corner, mark);
        paint();
        link.resume();
      },
      end: link.end };
  }

  window.mieruRoom = { audience, forget: () => write(null) };
})();
