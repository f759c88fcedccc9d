// A still answers a touch at once: from the figure beside it, without the drawing library.
// A constant: what is shown is text, never markup. No tag is written out here (\x3c): where the
// platform takes scripts in, it would leave out one that holds something like markup.
(() => {
  if (window.mieruStill) return;
  const NEAR = 44;  // pixels between a finger and what it may mean
  const known = new WeakMap();
  const chosen = new WeakMap();
  const TAGS = /(\x3cbr>|<\/?b>|\x3cextra>.*?<\/extra>)/;

  const amount = (value, type) => (type === "date" ? Date.parse(value) : Number(value));

  // From a value on an axis to pixels of the still, as the drawing library would place it.
  function scale(layout, name, size, before, after) {
    const axis = layout[name[0] + "axis" + name.slice(1)];
    const [first, last] = axis.range.map((each) => amount(each, axis.type));
    const [low, high] = axis.domain || [0, 1];
    const room = size - before - after;
    return (value) => {
      const share = low + (high - low) * (amount(value, axis.type) - first) / (last - first);
      return name[0] === "x" ? before + room * share : before + room * (1 - share);
    };
  }

  const nth = (value, place, other) => (Array.isArray(value) ? value[place] : value ?? other);

  function boxes(trace, layout, width, height) {
    if (trace.hoverinfo === "skip" || !trace.hovertemplate || !trace.x) return [];
    const { l = 0, r = 0, t = 0, b = 0 } = layout.margin;
    const across = scale(layout, trace.xaxis || "x", width, l, r);
    const up = scale(layout, trace.yaxis || "y", height, t, b);
    return Array.from(trace.x, (x, place) => {
      const y = trace.y[place];
      const said = nth(trace.hovertemplate, place, "");
      if (x === null || y === null || !said.replace(/\x3cextra>.*?<\/extra>/, "")) return null;
      const corners = [[across(x), up(y)], [across(x), up(y)]];
      if (trace.type === "bar") {
        const base = nth(trace.base, place, 0), half = nth(trace.width, place, 0.8) / 2;
        corners.splice(0, 2, ...(trace.orientation === "h"
          ? [[across(base), up(y - half)], [across(base + x), up(y + half)]]
          : [[across(Number(x) - half || x), up(base)], [across(Number(x) + half || x), up(base + y)]]));
      }
      const [[a, c], [d, e]] = corners;
      return { left: Math.min(a, d), right: Math.max(a, d), top: Math.min(c, e),
        bottom: Math.max(c, e), said, id: nth(trace.ids, place, "") };
    }).filter((each) => each && [each.left, each.right, each.top, each.bottom].every(isFinite));
  }

  function points(chart) {
    if (!known.has(chart)) {
      const { data, layout } = JSON.parse(chart.querySelector(".chart-figure").textContent);
      const [width, height] = [Number(chart.dataset.width), Number(chart.dataset.height)];
      known.set(chart, data.flatMap((trace) => boxes(trace, layout, width, height)));
    }
    return known.get(chart);
  }

  const zoom = (chart) => chart.clientWidth / Number(chart.dataset.width);

  function nearest(chart, event) {
    const { left, top } = chart.getBoundingClientRect(), by = zoom(chart);
    const [x, y] = [(event.clientX - left) / by, (event.clientY - top) / by];
    let found = null, least = NEAR / by;
    for (const each of points(chart)) {
      const away = Math.hypot(Math.max(each.left - x, 0, x - each.right),
        Math.max(each.top - y, 0, y - each.bottom));
      if (away < least) { found = each; least = away; }
    }
    return found;
  }

  function part(chart, name) {
    let found = chart.querySelector("." + name);
    if (!found) {
      found = document.createElement("div");
      found.className = name;
      chart.append(found);
    }
    return found;
  }

  function write(tip, said) {
    let strong = false, line = document.createElement("p");
    tip.replaceChildren(line);
    for (const piece of said.split(TAGS)) {
      if (piece === "\x3cbr>") { line = document.createElement("p"); tip.append(line); continue; }
      if (piece === "\x3cb>" || piece === "\x3c/b>") { strong = piece === "\x3cb>"; continue; }
      if (!piece || piece.startsWith("\x3cextra>")) continue;
      const each = document.createElement(strong ? "b" : "span");
      each.textContent = piece;
      line.append(each);
    }
  }

  function show(chart, point, stays) {
    hide(chart);
    if (!point) return;
    const by = zoom(chart), tip = part(chart, "chart-tip"), ring = part(chart, "chart-ring");
    chosen.set(chart, point);
    write(tip, point.said);
    if (stays && point.id) tip.append(wayTo(point));
    tip.hidden = ring.hidden = false;
    const [wide, high] = [Math.max(14, (point.right - point.left) * by),
      Math.max(14, (point.bottom - point.top) * by)];
    const [x, y] = [(point.left + point.right) / 2 * by, (point.top + point.bottom) / 2 * by];
    Object.assign(ring.style, { left: x - wide / 2 + "px", top: y - high / 2 + "px",
      width: wide + "px", height: high + "px" });
    const above = y - high / 2 - tip.offsetHeight - 8;
    tip.style.left = Math.max(0, Math.min(x - tip.offsetWidth / 2,
      chart.clientWidth - tip.offsetWidth)) + "px";
    tip.style.top = Math.max(0, above >= 0 ? above
      : Math.min(y + high / 2 + 8, chart.clientHeight - tip.offsetHeight)) + "px";
  }

  function hide(chart) {
    chart.querySelectorAll(".chart-tip, .chart-ring").forEach((each) => { each.hidden = true; });
  }

  function wayTo(point) {
    const link = document.createElement("a");
    link.href = "/figures?lang=" + document.documentElement.lang + "&record="
      + encodeURIComponent(point.id);
    link.textContent = document.getElementById("reader").dataset.open;
    return link;
  }

  // What keys choose is said to those who cannot see it; a picture's own parts are not heard.
  function hear(point) {
    let ear = document.getElementById("chart-heard");
    if (!ear) {
      ear = document.createElement("div");
      ear.id = "chart-heard";
      ear.setAttribute("aria-live", "polite");
      document.body.append(ear);
    }
    ear.textContent = point.said.split(TAGS).filter((each) => !TAGS.test(each)).join(" ");
  }

  const chartAt = (event) => {
    const chart = event.target.closest && event.target.closest("figure.chart");
    return chart && !chart.classList.contains("is-live") ? chart : null;
  };

  document.addEventListener("pointermove", (event) => {
    const chart = event.pointerType !== "touch" && chartAt(event);
    if (chart && !event.target.closest(".chart-tip")) show(chart, nearest(chart, event), false);
  });
  document.addEventListener("click", (event) => {
    const chart = chartAt(event);
    if (chart && !event.target.closest(".chart-tip")) show(chart, nearest(chart, event), true);
  });
  for (const name of ["pointerout", "focusout"]) {
    document.addEventListener(name, (event) => {
      const chart = event.pointerType !== "touch" && chartAt(event);
      if (chart && !chart.contains(event.relatedTarget)) hide(chart);
    });
  }

  // Arrows walk from point to point, Enter opens the record, Escape closes.
  document.addEventListener("keydown", (event) => {
    const chart = event.target.matches && event.target.matches("figure.chart") && event.target;
    if (!chart) return;
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const all = way ? points(chart) : [];
    if (all.length) {
      event.preventDefault();
      const at = all.indexOf(chosen.get(chart));
      const next = all[at < 0 && way < 0 ? all.length - 1 : (at + way + all.length) % all.length];
      show(chart, next, true);
      hear(next);
    } else if (event.key === "Enter" && chosen.has(chart) && chosen.get(chart).id) {
      window.mieru.follow(wayTo(chosen.get(chart)).getAttribute("href"));
    } else if (event.key === "Escape") hide(chart);
  });

  window.mieruStill = { points };
})();
