// What the talk builder does in the browser. A constant: text from data enters only as text.
(() => {
  if (window.mieruTalk) { window.mieruTalk.see(); return; }

  const LARGEST = 100000;
  const TALK = /talk=([A-Za-z0-9_.~-]{1,4000})/g;
  const RESTS = '[data-testid="stApp"][data-test-script-state="notRunning"]';
  const rows = () => [...document.querySelectorAll('[class*="st-key-placed_"]')];

  // A saved talk is read here, by the browser alone; only the talk in it goes into the link.
  async function openFile(field) {
    const file = field.files[0];
    if (!file) return;
    const words = file.size > LARGEST ? "" : (await file.text().catch(() => ""));
    const found = [...words.replace(/%7E/gi, "~").matchAll(TALK)].pop();
    if (found) { window.location.assign(field.dataset.to + found[1]); return; }
    document.getElementById("talk-file-said").textContent = field.dataset.none;
  }

  // Buttons that say "up" on every row are told apart by the step they move.
  function name() {
    const named = '[class*="st-key-placed_"], [class*="st-key-choice_"]';
    for (const row of document.querySelectorAll(named)) {
      const step = row.querySelector("[data-name]");
      for (const button of step ? row.querySelectorAll("button") : []) {
        const whole = button.innerText.trim() + ": " + step.dataset.name;
        if (button.getAttribute("aria-label") !== whole) button.setAttribute("aria-label", whole);
      }
    }
  }

  // Whoever works by keyboard stays with the step that was moved, or near the one taken out.
  let held = null;
  const keyOf = (button) => {
    const box = button.closest('[class*="st-key-up_"], [class*="st-key-down_"], [class*="st-key-remove_"]');
    return box && [...box.classList].find((each) => /^st-key-(up|down|remove)_/.test(each));
  };
  function hold(button) {
    const row = button.closest('[class*="st-key-placed_"]');
    held = row && { key: keyOf(button), place: rows().indexOf(row), until: Date.now() + 3000 };
  }
  function stay() {
    if (!held || Date.now() > held.until) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const same = document.querySelector("." + CSS.escape(held.key) + " button");
    // While the page is being written a row that moves is missing for a moment.
    if (!same && !document.querySelector(RESTS)) return;
    const all = rows();
    const row = same ? same.closest('[class*="st-key-placed_"]')
      : all[Math.min(held.place, all.length - 1)];
    const next = same && !same.disabled ? same : row && row.querySelector("button:not(:disabled)");
    if (next) next.focus();
  }

  function see() { name(); stay(); }
  document.addEventListener("change", (event) => {
    if (event.target.id === "talk-file") openFile(event.target);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest('[class*="st-key-placed_"] button');
    if (button) hold(button);
  });
  new MutationObserver(see).observe(document.body, { subtree: true, childList: true, attributes: true,
    attributeFilter: ["data-test-script-state"] });
  window.mieruTalk = { see };
  see();
})();
