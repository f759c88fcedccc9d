// How the talk builder opens a saved talk. A constant: text from data enters only as text.
(() => {
  if (window.mieruTalk) return;
  window.mieruTalk = true;

  const LARGEST = 100000;
  const TALK = /talk=([A-Za-z0-9_.~-]{1,4000})/g;

  // A saved talk is read here, by the browser alone; only the talk in it goes into the link.
  function open(words, place) {
    const found = [...words.replace(/%7E/gi, "~").matchAll(TALK)].pop();
    if (found) { window.mieru.follow(place.dataset.to + found[1]); return; }
    document.getElementById("talk-said").textContent = place.dataset.none;
  }

  document.addEventListener("change", async (event) => {
    const field = event.target, file = field.id === "talk-file" && field.files[0];
    if (!file) return;
    open(file.size > LARGEST ? "" : (await file.text().catch(() => "")), field);
  });
})();
