// Fields that stand for a control (components/markup/fields.py): what they say goes into the
// address. A constant: no text from data ever enters it.
(() => {
  if (window.mieruFields) return;
  window.mieruFields = true;

  // Words count when their field is left, too; but not where one leaves it for a link. Whoever goes
  // through a list by its keys means the entry they rest on.
  const REST = 250;  // milliseconds
  let waiting = 0, pressed = -REST;

  function send(field) {
    clearTimeout(waiting);
    const form = field.closest("form.fields");
    const wish = new URL(form.dataset.address, window.location.href);
    if (field.type === "number") bound(field);
    wish.searchParams.set(field.name, field.value.trim());
    window.mieru.go(wish, field.id);
  }

  // A number outside its bounds becomes the nearest, and what is none what it was.
  function bound(field) {
    const wish = field.value === "" ? Number(field.defaultValue) : Math.round(Number(field.value));
    field.value = Math.min(Math.max(wish, Number(field.min)), Number(field.max));
  }

  const inside = (event) => event.target.closest && event.target.closest("form.fields [name]");

  document.addEventListener("change", (event) => {
    const field = inside(event);
    if (!field) return;
    clearTimeout(waiting);
    const keyed = performance.now() - pressed < REST;
    if (field.matches("select") && !keyed) { send(field); return; }
    waiting = setTimeout(() => { if (field.isConnected) send(field); }, REST);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("a, button");
    if (!button) return;
    clearTimeout(waiting);
    if (button.dataset.tell) window.mieru.run(button.dataset.tell);
  });
  document.addEventListener("keydown", (event) => {
    pressed = performance.now();
    const field = event.key === "Enter" && !event.isComposing && inside(event);
    if (field && field.matches("input")) { event.preventDefault(); send(field); }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form.fields, form.scale")) return;
    event.preventDefault();
    if (form.matches(".scale")) {
      window.mieru.run(form.dataset.tells + "." + form.querySelector("input").value);
    }
  });

  // A guess says its number in words, to the eye and to the ear.
  document.addEventListener("input", (event) => {
    const form = event.target.closest && event.target.closest("form.scale");
    if (!form) return;
    const field = event.target;
    const said = form.dataset.words.split("|")[(field.value - field.min) / field.step];
    form.querySelector("output").textContent = said;
    field.setAttribute("aria-valuetext", said);
  });
})();
