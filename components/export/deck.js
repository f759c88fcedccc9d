// A talk in one file: unpacks the drawing library, opens the player in a language, changes it.
// A constant: text from data enters only as data.
(() => {
  const held = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(held(id).textContent);
  const languages = read("deck-languages");

  // What is packed is Base64 of gzip; every current browser opens it without asking anyone.
  async function unpacked(id) {
    const letters = atob(held(id).textContent);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  const asked = () => new URLSearchParams(window.location.hash.slice(1));
  const spoken = () => (languages.includes(asked().get("lang")) ? asked().get("lang") : languages[0]);
  const mode = () => (asked().get("view") === "notes" ? "notes" : "present");

  function write(name, value) {
    const link = asked();
    link.set(name, value);
    window.history.replaceState(null, "", "#" + link.toString().replace(/%7E/gi, "~"));
  }

  function notesAddress() {
    const link = asked();
    link.set("view", "notes");
    link.set("lang", spoken());
    return window.location.href.split("#")[0] + "#" + link.toString().replace(/%7E/gi, "~");
  }

  function open() {
    const language = spoken();
    const play = read("deck-play-" + language);
    document.documentElement.lang = language;
    document.title = play.title;
    const other = languages[(languages.indexOf(language) + 1) % languages.length];
    const speak = languages.length > 1 && (() => { write("lang", other); open(); });
    window.mieruStage.open({ root: document.body, play, mode: mode(), notesAddress,
      speak: speak || undefined, live: mode() === "present" });
    bringAnswers(language, play.slides).catch(failed);
    ready.then(() => bringPaper(language)).catch(failed);
  }

  async function bringAnswers(language, slides) {
    const [search, entries] = (await Promise.all(["deck-search", "deck-answers-" + language]
      .map(unpacked))).map((text) => JSON.parse(text));
    if (spoken() === language) window.mieruStage.talk.learn({ search, entries, slides });
  }

  // What is printed comes when the talk already stands: one language at a time, with its own foot.
  async function bringPaper(language) {
    const sheets = document.querySelector(".paper-form");
    if (sheets.lang === language) return;
    sheets.lang = language;
    const written = await unpacked("deck-paper-" + language);
    if (sheets.lang === language) sheets.innerHTML = written;
  }

  async function bringLibrary() {
    const script = document.createElement("script");
    script.textContent = await unpacked("deck-plotly");
    document.head.append(script);
  }

  const failed = (trouble) => console.warn("a part could not be unpacked", trouble);
  const ready = bringLibrary();
  open();
  // A link to another step or language, opened in this same window.
  window.addEventListener("hashchange", open);
})();
