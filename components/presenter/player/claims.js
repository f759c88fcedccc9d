// Claims on the stage are off until asked for; the talk says for each step how many come by
// themselves: none, one, all. What stands first in a step is always shown.

function chooseClaims(deck) {
  const step = (view) => (deck.claims || [])[view.step - 1] || "none";
  const nth = (view) => deck.views.filter((each) => each.step === view.step
    && each.fragment.kind === "claims" && each.place < view.place).length;
  const most = { none: 0, one: 1, all: Infinity };
  const comes = deck.views.map((view) => view.fragment.kind !== "claims" || !view.place
    || nth(view) < most[step(view)]);
  // The nearest screen that comes by itself; the same place where there is none.
  deck.near = (at, by) => {
    let near = at + by;
    while (deck.views[near] && !comes[near]) near += by;
    return deck.views[near] ? near : at;
  };
}
