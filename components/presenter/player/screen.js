// A screen shows one view at a time and holds its neighbours ready.

const TALL = 0.75; // a window narrower than 4:3 is filled by its width

// How large things are in a box: one unit is a hundredth of its height.
function measure(node, state) {
  const width = node.clientWidth;
  const unit = Math.min(node.clientHeight, width * TALL) / 100;
  return { width, unit, look: state.look, size: state.size };
}

function makeScreen(node, deck, state) {
  let layers = new Map();
  let shown = null;
  let turn = 0;

  function layerOf(at) {
    if (!layers.has(at)) {
      const layer = makeLayer(node, deck.views[at], measure(node, state), deck);
      layer.node.dataset.view = at;
      layer.ready = layer.ready.then(() => { layer.done = true; });
      layers.set(at, layer);
    }
    return layers.get(at);
  }

  function drop(layer) {
    const paper = layer.node.querySelector(".paper");
    if (paper && window.Plotly) window.Plotly.purge(paper);
    layer.node.remove();
  }

  function swap(layer) {
    if (shown === layer) return;
    layer.node.classList.add("shown");
    layer.node.removeAttribute("aria-hidden");
    if (shown) {
      shown.node.classList.remove("shown");
      shown.node.setAttribute("aria-hidden", "true");
      if (![...layers.values()].includes(shown)) drop(shown);
    }
    shown = layer;
  }

  async function prepare(at, ticket) {
    const after = deck.near(at, 1);
    for (const near of [after, deck.near(at, -1), deck.near(after, 1), at + 1]) {
      if (ticket !== turn) return;
      if (deck.views[near]) await layerOf(near).ready;
      await new Promise((rest) => setTimeout(rest, 0));
    }
    for (const [place, layer] of layers) {
      if (Math.abs(place - at) > 8 && layer !== shown) { layers.delete(place); drop(layer); }
    }
  }

  async function show(at) {
    const ticket = ++turn;
    const layer = layerOf(at);
    if (!shown || layer.done) swap(layer);
    await layer.ready;
    if (ticket !== turn) return;
    swap(layer);
    prepare(at, ticket);
  }

  // Look, type, window or guess changed: drawn anew, the old one standing until then.
  function renew() {
    for (const layer of layers.values()) if (layer !== shown) drop(layer);
    layers = new Map();
  }

  // A guess changed while its question is on the screen: what is not seen is drawn anew.
  function forget() {
    turn += 1;
    for (const [place, layer] of layers) {
      if (layer !== shown) { layers.delete(place); drop(layer); }
    }
  }

  return { show, renew, forget, prepare: (at) => prepare(at, ++turn) };
}
