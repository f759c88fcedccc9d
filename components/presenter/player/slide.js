// Slides: one layer holds one fragment of one slide, whole, and is drawn before it is shown.

function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.filter((each) => each !== null && each !== undefined));
  return made;
}

// [text, is it a number] pairs; U+200B is where a line may break.
function rich(parts) {
  const made = document.createDocumentFragment();
  for (const [text, number] of parts) {
    // A word with a hyphen stays on its line.
    const pieces = String(text).replace(/(\w)-(?=\w)/g, "$1-\u2060").split("\u200b");
    pieces.forEach((piece, place) => {
      if (place) made.append(document.createElement("wbr"));
      made.append(number ? element("em", {}, piece) : piece);
    });
  }
  return made;
}

// The rows behind a chart: heard beside it, in place of it (then only the first), or on a panel.
function table(rows, words, kind) {
  const shown = kind === "fallback" ? rows.rows.slice(0, rows.most) : rows.rows;
  const left = rows.rows.length - shown.length;
  const made = element("table", { class: kind === "heard" ? "heard" : "rows" },
    element("thead", {}, element("tr", {}, ...rows.head.map((each) =>
      element("th", { scope: "col" }, each)))),
    element("tbody", {}, ...shown.map((row) =>
      element("tr", {}, ...row.map((cell) => element("td", {}, cell))))));
  const more = left > 0
    ? element("p", { class: "small" }, words.more_rows.replace("{count}", left)) : null;
  return element("div", { class: kind }, made, more);
}

// A date at the end of a line stays in one piece.
function whoAndWhen(words) {
  const [, who, when] = /^(.*[、,] ?)?([^、,]*)$/.exec(words) || [null, "", words];
  return [who || "", element("span", { class: "when" }, when)];
}

function claimBlock(claim) {
  return element("section", { class: "claim" },
    element("p", { class: "state" }, claim.state),
    element("div", { class: "columns" }, ...claim.columns.map((column) =>
      element("div", { class: column.kind },
        element("h2", {}, column.name),
        element("p", { class: "said" }, column.text),
        element("p", { class: "who" }, ...whoAndWhen(column.who))))));
}

function numberCard(fragment, words) {
  return element("div", { class: "answer" },
    fragment.value ? element("p", { class: "value" }, fragment.value) : null,
    fragment.as_of ? element("p", { class: "who" }, fragment.as_of) : null,
    element("p", { class: "short" }, fragment.definition),
    fragment.chart ? element("button", { type: "button", class: "act", onclick: fragment.chart },
      words.show) : null);
}

function points(slide, fragment) {
  if (!fragment.points.length) return element("p", { class: "short" }, slide.short);
  const many = fragment.points.length > 4;
  return element("ol", { class: many ? "points many" : "points" }, ...fragment.points.map((point) =>
    element("li", {}, rich(point.text))));
}

// A code for telephones, from rows of 0 and 1: dark on white in every look.
function code(rows, name) {
  const make = (tag, values) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    return made;
  };
  const path = rows.flatMap((row, y) => [...row].map((bit, x) =>
    (bit === "1" ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  const side = rows.length + 8;
  const picture = make("svg", { viewBox: `0 0 ${side} ${side}`, class: "code", role: "img",
    "aria-label": name });
  picture.append(make("rect", { width: side, height: side, fill: "#FFFFFF" }),
    make("path", { d: path, fill: "#000000", "shape-rendering": "crispEdges" }));
  return picture;
}

function ballot(slide, guess, answer, words, changed) {
  const votes = answer.votes = answer.votes || {}; // a session may remember an older player's
  const row = (value, place) => {
    const name = guess.names[place];
    const count = element("input", {
      type: "number", min: "0", max: "9999", inputmode: "numeric", placeholder: "0",
      value: votes[value] || "", "aria-label": name + " " + words.votes,
      oninput: () => { votes[value] = Math.max(0, Number(count.value) || 0); changed(); },
    });
    const add = element("button", {
      type: "button", "aria-label": name + " +1",
      onclick: () => {
        votes[value] = (votes[value] || 0) + 1;
        count.value = votes[value];
        changed();
      },
    }, "+1");
    return element("li", {}, element("span", { class: "option" }, name), count, add);
  };
  const one = element("input", {
    type: "number", min: guess.low, max: guess.high, step: guess.step, id: "one-" + slide.step,
    value: answer.one === null || answer.one === undefined ? "" : answer.one,
    oninput: () => {
      answer.one = one.value === "" ? null
        : Math.min(guess.high, Math.max(guess.low, Number(one.value) || 0));
      changed();
    },
  });
  // %d is where the slider of the read view writes the number.
  const [before, after] = guess.form.replace("%%", "%").split("%d");
  return element("div", { class: "ballot" },
    element("div", {}, element("h2", {}, words.votes),
      element("ul", { class: "options" }, ...guess.options.map(row))),
    element("div", {}, element("h2", {}, element("label", { for: one.id }, words.one_guess)),
      element("p", { class: "one" }, before, one, element("span", {}, after))));
}

// Votes counted in the room, and those given from elsewhere.
function allVotes({ votes, given }) {
  const all = Object.assign({}, votes);
  for (const [value, count] of Object.entries(given || {})) all[value] = (all[value] || 0) + count;
  return all;
}
const voteCount = (answer) => Object.values(allVotes(answer)).reduce((sum, each) => sum + each, 0);
const isGuessed = (answer) =>
  (answer.one !== null && answer.one !== undefined) || voteCount(answer) > 0;

// Headlines are as large as they can be, never smaller than a twentieth of the window.
function fit(headline, unit, size) {
  for (const share of [5.6 * size, 5.6, 5.3, 5.05]) {
    headline.style.fontSize = unit * share + "px";
    if (headline.scrollHeight <= headline.clientHeight + 1) return;
  }
  headline.style.lineHeight = "1.1";
}

// A question may be longer than a headline: it takes what it needs from the ballot below it.
function fitQuestion(headline, body, unit) {
  if (headline.scrollHeight > headline.clientHeight + 1) {
    headline.style.lineHeight = "1.2";
    headline.style.height = Math.min(headline.scrollHeight, unit * 31) + "px";
  }
  body.style.height = unit * 82 - headline.clientHeight + "px";
}

// A headline of one line leaves the room of a second one to what stands below it.
function giveBand(headline, body, unit) {
  const whole = headline.clientHeight + body.clientHeight;
  headline.style.height = "auto";
  const height = Math.min(headline.clientHeight + 2.2 * unit, 16.9 * unit);
  headline.style.height = height + "px";
  body.style.height = whole - height + "px";
}

// Words take the room they have: few become larger, too many a little smaller, never small.
const GROWN = { claims: [1.5, 1.38, 1.26, 1.14], words: [1.3, 1.15] };
function fitWords(body, kind) {
  for (const share of [...(GROWN[kind] || []), 1, 0.92, 0.86, 0.8]) {
    body.style.setProperty("--fit", share);
    if (body.scrollHeight <= body.clientHeight + 1) return;
  }
}

const placeWords = (view, deck) => (view.step && view.step <= deck.last
  ? deck.words.position.replace("{step}", view.step).replace("{steps}", deck.last) : "");

// Where the talk is: a dot for each screen of the step (a ring where claims wait for ↓), and the
// step of all steps.
function progress(view, deck) {
  const beats = deck.views.filter((each) => each.step === view.step);
  const dots = beats.length > 1 ? element("span", { class: "beats", "aria-hidden": "true" },
    ...beats.map((each) => element("i", { class: (each.place <= view.place ? "past" : "")
      + (each.fragment.kind === "claims" ? " claims" : "") }))) : null;
  return [dots, element("span", {}, placeWords(view, deck))];
}

// Make the layer of a view inside a parent of a known size; `ready` comes when it may be shown.
function makeLayer(parent, view, settings, deck) {
  const { slide, fragment } = view;
  const words = deck.words;
  const asks = fragment.kind === "question";
  const titles = fragment.kind === "title";
  const headline = element("h1", { class: "headline" },
    rich(asks ? fragment.text : slide.headline));
  const body = element("div", { class: "body " + fragment.kind });
  const source = element("p", { class: "source" }, fragment.source);
  if (fragment.stale) source.append(" ", element("strong", {}, fragment.stale));
  const number = element("p", { class: "number" },
    ...(view.step === null ? [words.close] : progress(view, deck)));
  const layer = element("section", { class: "layer" + (asks ? " asks" : titles ? " titles" : ""), "aria-hidden": "true" },
    element("p", { class: "kicker" }, slide.kicker), headline, body,
    element("div", { class: "foot" }, source, number));
  layer.style.setProperty("--u", settings.unit + "px");
  layer.style.setProperty("--k", settings.size);
  parent.append(layer);
  fit(headline, settings.unit, titles ? 1.7 : settings.size);
  if (asks) fitQuestion(headline, body, settings.unit);
  else if (!titles) giveBand(headline, body, settings.unit);
  return { node: layer, ready: fill(body, view, settings, deck) };
}

async function fill(body, view, settings, deck) {
  const { slide, fragment } = view;
  const titles = fragment.kind === "title";
  if (fragment.kind === "question") {
    const answer = deck.answer(slide);
    body.append(element("p", { class: "why" }, fragment.why, " ", deck.words.options_why),
      ballot(slide, fragment.guess, answer, deck.words, () => deck.guessed(slide)));
  } else if (fragment.kind === "claims") {
    body.append(...fragment.claims.map(claimBlock));
  } else if (titles) {
    body.append(...fragment.points.map((point) => element("p", {}, rich(point.text))));
  } else if (fragment.kind === "words") {
    body.append(points(slide, fragment));
    if (fragment.code) body.append(code(fragment.code, slide.title));
  } else if (fragment.kind === "number") {
    body.append(numberCard(fragment, deck.words));
  } else {
    await fillFigure(body, view, settings, deck);
  }
  if (fragment.kind !== "figure") fitWords(body, fragment.kind);
}

async function fillFigure(body, { slide, fragment }, settings, deck) {
  const failed = () => body.replaceChildren(
    element("p", { class: "short" }, slide.short), table(fragment.rows, deck.words, "fallback"));
  if (!fragment.figure) { failed(); return; }
  const box = element("div", { class: "box", role: "img",
    "aria-label": [slide.name, slide.takeaway].filter(Boolean).join("　") });
  const paper = element("div", { class: "paper", "aria-hidden": "true" });
  box.append(paper);
  body.append(box, table(fragment.rows, deck.words, "heard"));
  try {
    await library();
    const asked = slide.fragments.find((each) => each.kind === "question");
    const answer = deck.answer(slide);
    const figure = asked && asked.guess.figure && isGuessed(answer)
      ? withGuess(asked.guess, settings.look, answer, deck.words)
      : inLook(fragment.figure, settings.look);
    const area = { width: settings.width * 0.9, height: body.clientHeight };
    await draw(paper, figure, area,
      Object.assign({}, settings, { room: deck.room, live: deck.live }));
  } catch (trouble) {
    console.warn("a chart could not be drawn", trouble);
    failed();
  }
}
