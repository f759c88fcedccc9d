// Figures: one figure serves every look and every guess, by small changes made here.

const copy = (value) => JSON.parse(JSON.stringify(value));

function setAt(figure, path, value) {
  const names = path.split(".");
  const last = names.pop();
  let place = figure;
  for (const name of names) {
    if (place === undefined || place === null) return;
    place = place[name];
  }
  if (place) place[last] = value;
}

// The figure in a look: colours differ, the drawing does not.
function inLook(figure, look) {
  const dressed = { data: copy(figure.data), layout: copy(figure.layout) };
  for (const [path, value] of (figure.looks || {})[look] || []) setAt(dressed, path, value);
  return dressed;
}

const MARK = /^layout\.(shapes|annotations)\.(\d+)\./;

// A word at the edge of the scale stands inside the figure.
function kept(note, share) {
  if (note.text !== undefined && note.xanchor === "center") {
    if (share < 0.08) note.xanchor = "left";
    if (share > 0.92) note.xanchor = "right";
  }
  return note;
}

// Everything a guess moves, moves evenly between the lowest and the highest guess.
function moved(figure, moves, share) {
  for (const [path, low, high] of moves) {
    if (typeof low === "number" && typeof high === "number") {
      setAt(figure, path, low + (high - low) * share);
    }
  }
  return figure;
}

// The figure with the room's guess in it: one number, or a mark for each option that got votes.
function withGuess(guess, look, answer, words) {
  const share = (value) => (value - guess.low) / (guess.high - guess.low);
  const figure = inLook(guess.figure, look);
  const moves = guess.figure.moves;
  const marks = {};
  for (const [path] of moves) {
    const found = MARK.exec(path);
    if (found) (marks[found[1]] = marks[found[1]] || new Set()).add(Number(found[2]));
  }
  if (answer.one !== null && answer.one !== undefined) {
    moved(figure, moves, share(answer.one));
    for (const place of marks.annotations || []) {
      kept(figure.layout.annotations[place], share(answer.one));
    }
    return figure;
  }
  const votes = allVotes(answer);
  const most = Math.max(...Object.values(votes), 1);
  for (const [list, places] of Object.entries(marks)) {
    const own = [...places];
    const all = figure.layout[list].filter((_, place) => !places.has(place));
    for (const [value, count] of Object.entries(votes)) {
      if (!count) continue;
      const one = moved({ layout: copy({ [list]: figure.layout[list] }) },
        moves.filter(([path]) => path.startsWith("layout." + list + ".")), share(Number(value)));
      for (const place of own) {
        const mark = one.layout[list][place];
        if (mark.text !== undefined) mark.text = words.votes_at.replace("{count}", count);
        if (mark.line) mark.line.width = 1 + (3.5 * count) / most;
        all.push(kept(mark, share(Number(value))));
      }
    }
    figure.layout[list] = all;
  }
  return figure;
}

// Larger type in the whole figure.
function enlarged(value, factor) {
  if (factor === 1 || !value || typeof value !== "object") return value;
  for (const [name, part] of Object.entries(value)) {
    if (/font$/i.test(name) && part && typeof part.size === "number") part.size *= factor;
    else enlarged(part, factor);
  }
  return value;
}

// On a stage nothing depends on a pointer; a file that is also read may answer to one.
const STILL = { staticPlot: true, displayModeBar: false, responsive: false, showSendToCloud: false };
const LIVE = Object.assign({}, STILL, { staticPlot: false, scrollZoom: false, doubleClick: false,
  showTips: false, showAxisDragHandles: false, displaylogo: false });
const WIDEST = 1000;

// Draw into a box of the screen: laid out in design pixels, then scaled as a whole, so that
// what is readable in one window is readable in every other.
function draw(node, figure, box, settings) {
  const scale = Math.min(box.height / settings.room.height, box.width / settings.room.width);
  const layout = enlarged(figure.layout, settings.size);
  enlarged(figure.data, settings.size);
  layout.autosize = false;
  layout.width = Math.min(box.width / scale, WIDEST);
  layout.height = Math.min(layout.height || settings.room.height, settings.room.height);
  node.style.width = layout.width + "px";
  node.style.height = layout.height + "px";
  node.style.transform = "scale(" + scale + ")";
  node.style.top = (box.height - layout.height * scale) / 2 + "px";
  return window.Plotly.newPlot(node, figure.data, layout, settings.live ? LIVE : STILL);
}

// The drawing library may come a little later than the talk.
function library(patience = 20000) {
  return new Promise((found, missed) => {
    const since = performance.now();
    const look = () => {
      if (window.Plotly) found();
      else if (performance.now() - since > patience) missed(new Error("nothing draws here"));
      else setTimeout(look, 40);
    };
    look();
  });
}
