// What a reader is told while the server is away. A constant: the words come with the page.
(() => {
  if (window.mieruAway) return;

  // While the server is away the page can be read: a line of ours instead of a dialog over it.
  const AWAY = ["PINGING_SERVER", "DISCONNECTED_FOREVER"];
  const LONGEST_RUN = 5000, REST = 300;  // milliseconds
  let met = false, running = null, ending = 0;
  function see(mark) {
    const app = document.querySelector('[data-testid="stApp"]');
    const state = app ? app.dataset.testConnectionState : "";
    met = met || state === "CONNECTED";
    const line = document.getElementById("lost");
    if (met && AWAY.includes(state)) {
      const button = document.querySelector('[data-testid="stDialog"] button');
      if (button) button.click();
      if (!line) tell(mark.dataset.lost);
      running = null;
    } else if (line && state === "CONNECTED") {
      runFirst(mark, line, app.dataset.testScriptState === "running");
    }
  }

  function tell(words) {
    const line = document.createElement("p");
    line.id = "lost";
    line.setAttribute("role", "status");
    document.body.append(line);
    line.textContent = words;
  }

  // A server that was started again knows nothing of this page, and would take the next button
  // pressed for a mere wish to see it: the page is run once before any other button counts.
  function runFirst(mark, line, runs) {
    if (running === null) {
      if (!window.mieru.run("again")) { setTimeout(() => see(mark), 100); return; }
      running = false;
      setTimeout(() => line.remove(), LONGEST_RUN);
    } else if (runs) {
      running = true;
      clearTimeout(ending);
    } else if (running) {  // the first run of all starts over after a moment
      clearTimeout(ending);
      ending = setTimeout(() => line.remove(), REST);
    }
  }

  window.mieruAway = { see };
})();
