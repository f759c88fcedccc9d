// The stage inside the app: reads the talk the server wrote, and lets the player do the rest.
// A constant: text from data enters only as text.
(() => {
  if (window.mieruPresent) { window.mieruPresent.see(); return; }

  const wanted = () => {
    const view = new URLSearchParams(window.location.search).get("view");
    return view === "present" || view === "notes" ? view : "";
  };
  const FRAGMENT = "beat"; // its name in a link, as in the player's link.js
  let shown = "";
  let learned = "";
  let audience = null;

  // The read view of a step keeps the talk and the place in it, so that the talk can go on.
  function leave(slide) {
    const link = new URLSearchParams(window.location.search);
    const place = (link.get("step") || "1") + "." + (link.get(FRAGMENT) || "1");
    const talk = link.get("talk");
    shut();
    window.mieru.follow(slide.page
      + (talk ? "&talk=" + encodeURIComponent(talk) + "&at=" + place : ""));
  }

  function notesAddress() {
    const link = new URLSearchParams(window.location.search);
    link.set("view", "notes");
    return window.location.pathname + "?" + link.toString().replace(/%7E/gi, "~");
  }

  function shut() {
    shown = "";
    learned = "";
    document.body.classList.remove("staged");
    part();
    window.mieruStage.close();
  }

  function see() {
    const mode = wanted();
    if (!mode) { if (shown) shut(); return; }
    const source = document.getElementById("stage-talk");
    if (!source || !document.getElementById("stage-room")) return;
    const mark = mode + source.dataset.mark;
    if (mark !== shown) {
      shown = mark;
      learned = "";
      // Read first: text a translator broke must not leave an empty window.
      const play = JSON.parse(source.textContent);
      document.body.classList.add("staged");
      window.mieruCharts.ahead();
      part();
      audience = mode === "present" ? room(play) : null;
      // A window that was opened by the presenter's gets a copy of what that one remembers.
      if (mode === "notes" && window.opener) window.mieruRoom.forget();
      const talk = window.mieruStage.open({ root: document.body, mode, leave, notesAddress, play,
        audience: audience || undefined });
      if (audience) audience.begin(talk);
      keepAwake(talk.frame);
    }
    const more = document.getElementById("stage-answers");
    if (more && learned !== more.dataset.mark) {
      learned = more.dataset.mark;
      window.mieruStage.talk.learn(JSON.parse(more.textContent));
    }
  }

  const room = ({ talk, language }) => window.mieruRoom.audience({ talk, language,
    words: JSON.parse(document.getElementById("stage-room").textContent) });

  function part() {
    if (audience) audience.end();
    audience = null;
  }

  // A dialog of the platform (a lost connection) would switch off everything beside it.
  function keepAwake(frame) {
    const wake = () => ["inert", "aria-hidden"].forEach((name) => {
      if (frame.hasAttribute(name)) frame.removeAttribute(name);
    });
    new MutationObserver(wake).observe(frame, { attributeFilter: ["inert", "aria-hidden"] });
  }

  new MutationObserver(see).observe(document.body, { subtree: true, childList: true,
    attributes: true, attributeFilter: ["data-mark"] });
  window.addEventListener("popstate", () => setTimeout(see, 0));
  window.mieruPresent = { see };
  see();
})();
