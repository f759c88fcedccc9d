// All screens of a talk beside each other: arrows and Enter, a press, or words that narrow them.

function makeOverview(frame, deck, { state, open }) {
  const here = state.at;
  let shown = [];
  let place = 0;
  let going = true;
  const hint = deck.words.go_to_hint;
  const field = element("input", { type: "text", class: "field", "aria-label": hint,
    placeholder: hint, autocomplete: "off", spellcheck: "false", oninput: () => narrow() });
  const tiles = deck.views.map((view, at) => {
    const picture = element("div", { class: "mini", "aria-hidden": "true" });
    const name = [placeWords(view, deck), view.slide.title].filter(Boolean).join("　");
    const words = plain([view.step, view.slide.title, view.slide.kicker, view.slide.short,
      view.slide.takeaway].join(" "));
    const node = element("button", { type: "button", class: "tile", "aria-label": name,
      tabindex: "-1", onclick: () => open(at) }, picture, element("span", {}, name));
    return { node, picture, view, at, words };
  });
  const wall = element("div", { class: "wall" }, ...tiles.map((each) => each.node));

  // A number is a step; words are looked for in what a step says.
  function narrow() {
    const asked = plain(field.value).trim();
    const number = /^\d+$/.test(asked) ? Number(asked) : null;
    const fits = ({ view, words }) => (number !== null ? view.step === number
      : asked.split(/\s+/).every((word) => words.includes(word)));
    shown = tiles.filter((each) => fits(each));
    tiles.forEach((each) => { each.node.hidden = !shown.includes(each); });
    choose(asked ? 0 : tiles.findIndex((each) => each.at === here));
  }
  function choose(to) {
    place = Math.max(0, Math.min(shown.length - 1, to));
    tiles.forEach((each) => each.node.classList.toggle("chosen", each === shown[place]));
    if (shown[place]) shown[place].node.scrollIntoView({ block: "nearest" });
  }
  const columns = () => {
    const top = shown[0] && shown[0].node.offsetTop;
    return shown.filter((each) => each.node.offsetTop === top).length || 1;
  };

  // Drawn one after the other, those near the present screen first; keys never wait for it.
  async function begin() {
    narrow();
    field.focus();
    const order = [...tiles].sort((one, other) =>
      Math.abs(one.at - here) - Math.abs(other.at - here));
    for (const { picture, view } of order) {
      if (!going || !picture.isConnected) return;
      const layer = makeLayer(picture, view, measure(picture, state), deck);
      layer.node.classList.add("shown");
      layer.node.inert = true;
      await layer.ready;
      await new Promise((rest) => setTimeout(rest, 0));
    }
  }

  return {
    node: element("div", { class: "screens" }, field, wall),
    begin,
    key(event) {
      const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns(), ArrowUp: -columns() };
      if (event.key in by) choose(place + by[event.key]);
      else if (event.key === "Enter" && shown[place]) { going = false; open(shown[place].at); }
      else return false;
      return true;
    },
  };
}
