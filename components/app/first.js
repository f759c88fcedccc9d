// Takes the first sight of a page away once the app is drawn beneath it. A constant.
(() => {
  const QUIET = 250;  // milliseconds without a change count as drawn
  const LONGEST = 8000;  // for a part that is still a skeleton, after the words stand
  const first = document.getElementById("first");
  if (!first) return;
  const asked = location.pathname;
  let timer = 0, since = 0;

  const main = () => document.querySelector('[data-testid="stMain"]');

  function drawn() {
    if (!document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')) return false;
    // A page that failed says so instead, and must not stay hidden behind what it should have been.
    if (document.querySelector("#root .notice.trouble")) return true;
    if (!document.getElementById("reader") || !document.querySelector("#root .mieru h1")) return false;
    since = since || performance.now();
    if (performance.now() - since > LONGEST) return true;
    return !document.querySelector('#root [data-testid="stSkeleton"]');
  }

  // A reader who has opened something here is left alone.
  const inUse = () => first.querySelector(":popover-open") !== null;

  function look() {
    if (!drawn() || inUse()) { wait(); return; }
    watch.disconnect();
    const scrolled = first.scrollTop;
    const focused = first.contains(document.activeElement);
    first.remove();
    const place = main();
    const same = asked === "/" || location.pathname === asked;  // else: a link was followed meanwhile
    if (place && scrolled && same) place.scrollTo({ top: scrolled, behavior: "instant" });
    if (place && focused) place.focus({ preventScroll: true });
  }

  function wait() { clearTimeout(timer); timer = setTimeout(look, QUIET); }

  const watch = new MutationObserver(wait);
  watch.observe(document.body, {
    subtree: true, childList: true, attributes: true,
    attributeFilter: ["data-test-script-state", "data-step"],
  });
  wait();
})();
