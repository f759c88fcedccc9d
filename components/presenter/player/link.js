// What outlives a reload: the link holds step, fragment, look and type size; the session holds
// guesses and the clock. And what two windows of one talk tell each other.

const SESSION = "mieru-stage";
// What links given out call a fragment: a promise to readers, so the word stays.
const FRAGMENT = "beat";
const OURS = ["step", FRAGMENT, "look", "size"];
// A file has no query string that may be changed, so there the same words stand behind the #.
const inFile = () => window.location.protocol === "file:";

function asked() {
  const written = inFile() ? window.location.hash.slice(1) : window.location.search;
  return new URLSearchParams(written);
}

function writeLink(values) {
  const link = asked();
  for (const name of OURS) {
    if (values[name] === undefined || values[name] === "") link.delete(name);
    else link.set(name, values[name]);
  }
  const written = link.toString().replace(/%7E/gi, "~");
  const address = inFile() ? "#" + written : window.location.pathname + "?" + written;
  try { window.history.replaceState(window.history.state, "", address); } catch { /* a sandbox */ }
}

function remembered() {
  try { return JSON.parse(window.sessionStorage.getItem(SESSION)) || {}; } catch { return {}; }
}

function remember(values) {
  try {
    window.sessionStorage.setItem(SESSION, JSON.stringify(Object.assign(remembered(), values)));
  } catch { /* storage may be closed; the link still holds the place */ }
}

// Two windows of the same talk: a channel of the browser, and letters between a window and the one
// it opened, since a file may not use the channel. No server takes part.
// The notes follow the window that opened them, as long as it is there, and no second one.
function makeWire(mode, hear) {
  const random = () => Math.random().toString(36).slice(2);
  // A reload of the room's window keeps its name; a window opened beside it has another.
  const self = mode === "notes" ? random() : remembered().window || random();
  if (mode !== "notes") remember({ window: self });
  const leader = mode === "notes" && asked().get("lead");
  const isLed = () => leader && window.opener && !window.opener.closed;
  const others = new Set(window.opener ? [window.opener] : []);
  let count = 0;
  const seen = {};
  let channel = null;
  const take = (letter) => {
    if (!letter || letter.mieru !== 1 || letter.from === self) return;
    if (isLed() && letter.from !== leader) return;
    if (seen[letter.from] >= letter.count) return;
    seen[letter.from] = letter.count;
    hear(letter.what);
  };
  const byPost = (event) => {
    const own = event.origin === window.location.origin || (inFile() && event.origin === "null");
    if (!own || !event.data || event.data.mieru !== 1) return;
    if (event.source) others.add(event.source);
    take(event.data);
  };
  try {
    channel = new BroadcastChannel("mieru-talk");
    channel.onmessage = (event) => take(event.data);
  } catch { /* letters alone */ }
  window.addEventListener("message", byPost);
  return {
    name: self,
    tell(what) {
      const letter = { mieru: 1, from: self, count: count = Math.max(count + 1, Date.now()), what };
      if (channel) channel.postMessage(letter);
      for (const other of others) {
        try { other.postMessage(letter, inFile() ? "*" : window.location.origin); } catch { /* gone */ }
      }
    },
    add(other) { if (other) others.add(other); },
    close() {
      window.removeEventListener("message", byPost);
      if (channel) channel.close();
    },
  };
}
