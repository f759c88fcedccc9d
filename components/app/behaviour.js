// What the page does in the browser by itself. A constant: no text from data ever enters it.
(() => {
  if (window.mieru) { window.mieru.see(); return; }

  const reader = () => document.getElementById("reader");
  const NARROW = 640, AGAIN = 4000;
  let shown = "";

  // The page's language for screen readers and line breaking follows the reader's choice.
  function setLanguage(mark) {
    if (document.documentElement.lang !== mark.dataset.lang) {
      document.documentElement.lang = mark.dataset.lang;
    }
  }

  // A new step begins at its headline; one that the reader comes back to, where it was left.
  const main = () => document.querySelector('[data-testid="stMain"]');
  const left = {};  // how far down each step was read
  let back = false, wanted = 0;
  function begin(mark) {
    const now = mark.dataset.page + "/" + mark.dataset.step;
    if (shown && shown !== now) {
      wanted = back && left[now] || 0;
      back = false;
      if (main()) main().scrollTo({ top: 0, behavior: "instant" });
    }
    shown = now;
    // The page grows as it is drawn.
    if (wanted && main() && main().scrollHeight - main().clientHeight >= wanted) {
      main().scrollTo({ top: wanted, behavior: "instant" });
      wanted = 0;
    }
  }

  // The platform runs the page again when the address changes. What the browser has to say goes
  // along in the address of that one run, which is put back at once: a hidden button for each
  // thing would cost every rerun.
  function run(wish) {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app || app.dataset.testConnectionState !== "CONNECTED") return false;
    const here = window.location.href;
    const told = new URL(here);
    told.searchParams.set("tell", wish);
    window.history.replaceState(window.history.state, "", told);
    window.dispatchEvent(new PopStateEvent("popstate"));
    window.history.replaceState(window.history.state, "", here);
    return true;
  }

  // The server draws for a phone or for a wide window; tell it when it has guessed wrong.
  function tellWidth(mark) {
    const narrow = window.innerWidth < NARROW;
    if (mark.dataset.narrow === String(narrow) || mark.dataset.asked === String(narrow)) return;
    if (!run(narrow ? "narrow" : "wide")) return;
    mark.dataset.asked = String(narrow);
    setTimeout(() => { delete mark.dataset.asked; see(); }, AGAIN);  // where it was not heard
  }

  // A few names and words come from the platform in English only.
  const NAMES = { Open: "ひらく", Close: "閉じる", Clear: "消す", "Clear value": "消す", "Clear all": "すべて消す",
    Dismiss: "閉じる",
    Increment: "一つふやす", Decrement: "一つへらす", "No results": "見つかりません",
    "Show/hide columns": "列を見せる・かくす", Search: "表の中をさがす",
    Fullscreen: "画面いっぱいに", "Close fullscreen": "もとの大きさに",
    "Sort ascending": "小さい順に並べる", "Sort descending": "大きい順に並べる",
    Autosize: "幅を合わせる", "Pin column": "列を固定する", "Unpin column": "固定をやめる",
    "Hide column": "列をかくす", "Type to search": "ことばを入れてください" };
  const WORDS = '[data-testid="stDataFrameColumnMenu"] [role="menuitem"], [role="option"] span, '
    + '[data-testid="stTooltipContent"], [id^="search-box-"]';
  function nameInJapanese(mark) {
    const skip = document.querySelector('[data-testid="stSkipToContent"]');
    const words = mark.dataset.lang === "ja" ? "本文へ" : "Skip to main content";
    if (skip && skip.textContent !== words) skip.textContent = words;
    if (mark.dataset.lang !== "ja") return;
    for (const each of document.querySelectorAll("button[aria-label]")) {
      const name = NAMES[each.getAttribute("aria-label")];
      if (name) each.setAttribute("aria-label", name);
    }
    for (const each of document.querySelectorAll(WORDS)) {
      for (const node of each.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && NAMES[node.data]) node.data = NAMES[node.data];
      }
    }
  }

  // The tab is called after the step shown. A change of it is told once to who hears the page.
  let named = "";
  function nameTab(mark) {
    const title = mark.dataset.title;
    if (!title) return;
    if (document.title !== title) document.title = title;
    if (title === named) return;
    if (named) ear().textContent = title;
    named = title;
  }
  function ear() {
    let found = document.getElementById("page-heard");
    if (!found) {
      found = document.createElement("p");
      found.id = "page-heard";
      found.setAttribute("aria-live", "polite");
      document.body.append(found);
    }
    return found;
  }

  // Where we have answered an unknown address ourselves, the platform's own dialog is one too many.
  function closeSecondAnswer(mark) {
    if (mark.dataset.answered !== "true") return;
    const button = document.querySelector('[role="dialog"] button');
    if (button) button.click();
  }

  // The platform writes a line for each page opened into the browser's own store, which would
  // tell the next person at this machine what was read. Of ours only what a reader asks to be remembered (withMine) is kept there.
  function forgetPages() {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("st")) localStorage.removeItem(name);
    }
  }

  // Scripts that only some pages need are files of their own, each fetched once.
  const scripts = {};
  function load(address) {
    scripts[address] = scripts[address] || new Promise((found, missed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = found;
      script.onerror = () => {
        delete scripts[address];
        missed(new Error("there is no " + address));
      };
      document.head.append(script);
    });
    return scripts[address];
  }
  function loadAsked() {
    for (const each of document.querySelectorAll("[data-script]")) {
      load(each.dataset.script).catch((trouble) => console.warn(trouble));
    }
  }

  function see() {
    loadAsked();
    const mark = reader();
    if (!mark) return;
    forgetPages();
    setLanguage(mark);
    begin(mark);
    tellWidth(mark);
    nameInJapanese(mark);
    nameTab(mark);
    closeSecondAnswer(mark);
    keepFocus();
    showCurrent(mark);
    take();
    window.mieruAway.see(mark);
  }

  // A link to what is shown has its choices too, but not what the reader guessed.
  function addressOf(link) {
    if (link.dataset.keep === undefined) return link.href;
    const whole = new URL(changed(new URL(link.href)), link.href);
    whole.searchParams.delete("guess");
    return whole.href.replace(/%7E/gi, "~");
  }

  async function copyLink(link) {
    try {
      await navigator.clipboard.writeText(link.dataset.text || addressOf(link));
      const words = link.textContent;
      link.textContent = link.dataset.copied;
      setTimeout(() => { link.textContent = words; }, 2000);
    } catch { if (link.href) window.location.assign(link.href); }
  }

  // The platform takes a changed address for a click on its own links: nothing is loaded anew.
  function follow(address) {
    back = false;
    address = withMine(address);
    window.history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  // What readers asked this browser to remember of themselves goes along to pages that use it.
  const MINE = "mieru.mine";
  function withMine(address) {
    const wish = new URL(address, window.location.href);
    if (wish.pathname === window.location.pathname) return address;
    let mine = {};
    try { mine = JSON.parse(localStorage.getItem(MINE) || "{}")[wish.pathname] || {}; } catch { /* nothing */ }
    const missing = Object.keys(mine).filter((name) => !wish.searchParams.has(name));
    missing.forEach((name) => wish.searchParams.set(name, String(mine[name])));
    return missing.length ? wish.pathname + wish.search : address;
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-mine]");
    if (!button) return;
    if (button.dataset.mine) localStorage.setItem(MINE, button.dataset.mine);
    else localStorage.removeItem(MINE);
    const words = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  });

  // What stands for a control changes what it names and keeps what else the address says; a name
  // without a value is taken out.
  function changed(wish) {
    const now = wish.pathname === window.location.pathname
      ? new URLSearchParams(window.location.search) : new URLSearchParams();
    now.delete("take");
    if (wish.searchParams.has("view")) now.delete("at");
    wish.searchParams.forEach((value, name) => {
      if (value) now.set(name, value); else now.delete(name);
    });
    return wish.pathname + "?" + now.toString().replace(/%7E/gi, "~");
  }
  function go(wish, id) {
    const address = changed(wish);
    if (address === window.location.pathname + window.location.search) return;
    followed = [id];
    follow(address);
  }

  // What was followed stays in focus when the page that comes has it too, or what stands in for it.
  let followed = [];
  const USABLE = ":any-link, input, select, button";
  function keepFocus() {
    if (!followed.length || document.activeElement !== document.body) return;
    const same = followed.map((id) => document.getElementById(id))
      .find((each) => each && each.matches(USABLE));
    if (!same || (same.matches("input") && window.matchMedia("(pointer: coarse)").matches)) return;
    same.focus({ preventScroll: true });
    // Whoever wrote goes on at the end of the words.
    if (same.matches('[type="search"]')) same.setSelectionRange(same.value.length, same.value.length);
  }

  // A file that was asked for is fetched as soon as its button is there.
  let taken = "";
  function take() {
    const button = taken && document.querySelector(".st-key-take_" + taken + " button");
    if (button) { taken = ""; button.click(); }
  }

  const plainClick = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey
    && !event.shiftKey && !event.altKey;
  const INSIDE = '.mieru a[href^="/"]:not([target="_blank"], [data-copied])';

  document.addEventListener("click", (event) => {
    const inside = event.target.closest(INSIDE);
    if (inside && plainClick(event)) {
      event.preventDefault();
      const menu = inside.closest("[popover]");
      if (menu) menu.hidePopover();
      const waiting = inside.closest("[data-waits]");
      if (waiting && waiting.dataset.waits) return;
      if (waiting) waiting.dataset.waits = "yes";
      followed = [inside.id, ...(inside.dataset.else || "").split(" ")].filter(Boolean);
      taken = inside.dataset.take || "";
      follow(inside.dataset.keep === undefined ? inside.getAttribute("href")
        : changed(new URL(inside.href)));
      take();
      return;
    }
    const link = event.target.closest("[data-copied]");
    if (link && navigator.clipboard && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      copyLink(link);
    }
  });
  document.addEventListener("pointerdown", () => { followed = []; });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form.ask");
    if (!form) return;
    event.preventDefault();
    const asked = form.querySelector("input").value.trim();
    if (!asked) return;
    followed = [form.querySelector("input").id].filter(Boolean);
    follow(form.dataset.address + "&q=" + encodeURIComponent(asked));
  });
  // P presents the step on screen, arrows go to the one before and after, unless a key means
  // something where it is pressed: in a field, on a slider, in a chart, while words are composed.
  function toEnd(event) {
    const place = main();
    if (!place || event.target !== document.body) return;
    place.scrollTo({ top: event.key === "Home" ? 0 : place.scrollHeight });
  }
  const KEYS = { p: "present", arrowleft: "previous", arrowright: "next" };
  const TAKES_KEYS = "input, textarea, select, [contenteditable], [role=slider], [role=combobox], "
    + "[role=listbox], [role=radiogroup], [role=grid], [popover], figure, .frame";
  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key.toLowerCase()];
    if (event.key === "Home" || event.key === "End") toEnd(event);
    if (!name || event.isComposing || event.keyCode === 229 || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest && event.target.closest(TAKES_KEYS)) return;
    const way = document.querySelector("nav.turn a#" + name + "[href], a#" + name + "[href]");
    if (way) way.click();
  });
  document.addEventListener("scroll", (event) => {
    if (event.target === main() && shown && !wanted) left[shown] = main().scrollTop;
  }, { capture: true, passive: true });
  for (const kind of ["wheel", "touchstart", "keydown"]) {
    document.addEventListener(kind, () => { wanted = 0; }, { passive: true });
  }
  window.addEventListener("popstate", (event) => { back = event.isTrusted; });
  // The name of the step on screen is in sight in the list of steps.
  function showCurrent(mark) {
    const here = document.querySelector("nav.steps a[aria-current]");
    const list = here && here.closest("nav");
    const now = mark.dataset.page + "/" + mark.dataset.step;
    if (!list || list.dataset.centred === now) return;
    list.dataset.centred = now;
    list.scrollTo({ left: here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2,
      top: here.offsetTop - (list.clientHeight - here.offsetHeight) / 2, behavior: "instant" });
  }
  window.addEventListener("resize", () => {
    const mark = reader();
    if (mark) { delete mark.dataset.asked; tellWidth(mark); }
  });
  window.addEventListener("pagehide", forgetPages);
  new MutationObserver(see).observe(document.body, {
    subtree: true, childList: true, attributes: true,
    attributeFilter: ["data-step", "data-page", "data-lang", "data-narrow",
      "data-test-connection-state", "data-test-script-state"],
  });
  window.mieru = { see, follow, go, run, load };
  see();
})();
