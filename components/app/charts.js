// A chart is a still until a reader wants to look closer; then the same figure is drawn alive in
// its place, in the same box, to zoom into. A constant: the figure travels as text of a hidden element.
(() => {
  if (window.mieruCharts) return;
  // A chart must not hold a thumb on a phone; Plotly's own bar has English words and an upload.
  const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: "reset", responsive: false,
    showSendToCloud: false, displaylogo: false, showTips: false, showAxisDragHandles: false };
  const AGAIN = 4000, PATIENCE = 30000;  // milliseconds
  const drawn = new WeakMap();
  let coming = null;

  // The drawing library is a file of our server's. Where there is only the platform, its own comes
  // with a first chart of the platform's, which the page holds for one run, when it is asked for.
  const file = document.querySelector('meta[name="plotly"]');
  function library() {
    if (file) return window.mieru.load(file.content).then(() => window.Plotly);
    coming = coming || new Promise((found, missed) => {
      const since = performance.now();
      let asked = -AGAIN;
      const look = () => {
        const now = performance.now();
        if (window.Plotly) { found(window.Plotly); return; }
        if (now - since > PATIENCE) { coming = null; missed(new Error("nothing draws here")); return; }
        if (now - asked > AGAIN && window.mieru.run("library")) asked = now;
        setTimeout(look, 40);
      };
      look();
    });
    return coming;
  }

  function figureOf(chart) {
    const { data, layout } = JSON.parse(chart.querySelector(".chart-figure").textContent);
    return { data, layout: Object.assign(layout,
      { width: Number(chart.dataset.width), height: Number(chart.dataset.height), autosize: false }) };
  }

  // Laid out as wide as the still, and scaled as the still is where the page is narrower.
  function fit(chart) {
    const live = chart.querySelector(".chart-live");
    if (live) live.style.transform = "scale(" + chart.clientWidth / Number(chart.dataset.width) + ")";
  }

  const sizes = new ResizeObserver((seen) => seen.forEach((each) => fit(each.target)));

  async function draw(chart) {
    const plotly = await library();
    const { data, layout } = figureOf(chart);
    layout.dragmode = "zoom";
    for (const [name, axis] of Object.entries(layout)) {
      if (/^[xy]axis/.test(name)) axis.fixedrange = false;
    }
    const live = document.createElement("div");
    live.className = "chart-live";
    live.style.width = layout.width + "px";
    live.style.height = layout.height + "px";
    chart.append(live);
    fit(chart);
    sizes.observe(chart);
    await plotly.newPlot(live, data, layout, CONFIG);
    live.on("plotly_relayout", () => live.classList.add("is-moved"));
    chart.classList.add("is-live");
    return live;
  }

  // Give the live chart; where it cannot be had the still stays, and the next wish tries again.
  function enliven(chart) {
    if (!drawn.has(chart)) {
      drawn.set(chart, draw(chart).catch((trouble) => {
        drawn.delete(chart);
        chart.querySelectorAll(".chart-live").forEach((each) => each.remove());
        console.warn(trouble);
        return null;
      }));
    }
    return drawn.get(chart);
  }

  const chartAt = (event) => event.target.closest && event.target.closest("figure.chart");

  // Who wants to look closer presses twice, or Z: only then does the drawing library come.
  document.addEventListener("dblclick", (event) => {
    const chart = chartAt(event);
    if (chart) enliven(chart);
  });
  document.addEventListener("keydown", (event) => {
    const chart = event.target.matches && event.target.matches("figure.chart") && event.target;
    if (chart && event.key.toLowerCase() === "z" && !event.ctrlKey && !event.metaKey) enliven(chart);
  });

  // A picture of the chart for a slide or a post: headline above, source line inside.
  async function savePicture(button) {
    const chart = document.getElementById(button.dataset.chart);
    if (!chart) return;
    const plotly = await library();
    const { data, layout } = figureOf(chart);
    layout.margin.t = (layout.margin.t || 0) + 64;
    layout.annotations = (layout.annotations || []).concat([{
      text: button.dataset.headline || "", x: 0, y: 1, xref: "paper", yref: "paper",
      xanchor: "left", yanchor: "bottom",
      yshift: layout.margin.t - 44, xshift: 4 - (layout.margin.l || 0), showarrow: false,
      align: "left", font: { size: 20, color: layout.font.color, family: layout.font.family },
    }]);
    layout.width = Number(button.dataset.width) || 1200;
    layout.height += 64;
    plotly.downloadImage({ data, layout }, { format: button.dataset.format || "png",
      width: layout.width, height: layout.height, scale: 2, filename: button.dataset.name });
  }

  // The rows behind a chart as a file: the very text that the server wrote.
  function saveRows(button) {
    const rows = document.getElementById(button.dataset.rows);
    if (!rows) return;
    const file = new Blob([JSON.parse(rows.textContent)], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-chart], button[data-rows]");
    if (!button) return;
    if (button.dataset.rows) saveRows(button);
    else savePicture(button).catch((trouble) => console.warn(trouble));
  });

  // The stage draws live charts from its first moment on.
  const ahead = () => { if (file) library().catch((trouble) => console.warn(trouble)); };

  window.mieruCharts = { enliven, library, ahead };
})();
