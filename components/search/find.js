// The search of components/search in the browser: the same terms, weights and order, over an index
// that components/search/portable.py made. find(query) gives the numbers of the documents.
function makeFind({ terms, documents, names, named, homes, home_names, rules }) {
  const runs = new RegExp(rules.runs, "gu");
  const tails = new RegExp(rules.tails, "u");
  const stop = new Set(rules.stop);
  const isAscii = (letter) => letter <= "\x7f";

  function stem(word) {
    for (const [ending, instead] of rules.endings) {
      const kept = word.slice(0, word.length - ending.length) + instead;
      if (word.endsWith(ending) && kept.length >= 2 && !word.endsWith("ss")) {
        if ((ending === "s" || ending === "e") && kept.length < 3) return word;
        return kept.length < 3 ? kept + "e" : kept;
      }
    }
    return word;
  }

  function termsOf(kind, words) {
    if (kind === "latin") return [stem(words)];
    if (kind === "digits") return [words.replaceAll(",", "")];
    const size = kind === "kata" ? 3 : 2;
    const letters = [...words];
    if (letters.length < size) return [words];
    return letters.slice(size - 1).map((_, at) => letters.slice(at, at + size).join(""));
  }

  function standsAlone(text, start, end) {
    const before = start === 0 || !/[a-z0-9]/i.test(text[start - 1]);
    return before && /^(?:e?s|ed|ing)?(?![a-z0-9])/.test(text.slice(end));
  }

  // Words that count as one, longer ones first; a word inside a longer one is not met.
  function conceptsIn(text) {
    const taken = new Set();
    const found = new Set();
    for (const [word, concepts] of rules.synonyms) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const end = at + word.length;
        const places = [...word].length && Array.from({ length: end - at }, (_, n) => at + n);
        if ((!isAscii(word[0]) || standsAlone(text, at, end))
          && !places.some((place) => taken.has(place))) {
          places.forEach((place) => taken.add(place));
          concepts.forEach((concept) => found.add(concept));
        }
      }
    }
    return found;
  }

  // Years as people say them (components/search/years.py); today is today in Japan.
  function numbered(text) {
    const era = new RegExp(rules.era, "gu");
    const now = Number(new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Tokyo" }).slice(0, 4));
    const written = text.replace(era, (_, name, year) => rules.eras[name] + (year === "元" ? 1 : Number(year)));
    return Object.entries(rules.said).reduce((left, [said, before]) =>
      left.replaceAll(said, now - before + "年"), written);
  }

  function read(query) {
    const text = numbered(query.normalize("NFKC").toLowerCase().slice(0, rules.longest));
    const wanted = new Map();
    for (const { groups } of text.matchAll(runs)) {
      const [kind, run] = Object.entries(groups).find(([, words]) => words !== undefined);
      const content = kind === "hira" ? run.split(tails).filter((left) => left.length > 1)
        : stop.has(run) ? [] : [run];
      for (const words of content) {
        const cut = termsOf(kind, words);
        const trust = kind === "hira" ? rules.hiragana : [...words].length === 1 ? rules.single : 1;
        for (const term of cut) {
          wanted.set(term, Math.max(wanted.get(term) || 0, trust * cut.length ** -0.5));
        }
      }
    }
    const concepts = conceptsIn(text);
    concepts.forEach((concept) => wanted.set(concept, 1));
    const prefers = new Set([...concepts].map((each) => rules.prefers[each]).filter(Boolean));
    return { wanted, prefers };
  }

  // Where a term stands: pairs of steps to the next document, and what it weighs there.
  function placesOf(term) {
    if (!Object.hasOwn(terms, term)) return [];
    const numbers = terms[term].split(" ").map(Number);
    let at = 0;
    return numbers.flatMap((step, n) => (n % 2 ? [] : [[at += step, numbers[n + 1]]]));
  }

  const usual = documents.reduce((sum, each) => sum + each[1], 0) / documents.length;

  function scored({ wanted, prefers }) {
    const held = documents.map(() => []);
    let whole = 0;
    for (const [term, trust] of wanted) {
      const places = placesOf(term);
      if (!places.length) continue;
      const { length } = places;
      const rare = trust * Math.log(1 + (documents.length - length + 0.5) / (length + 0.5))
        ** rules.calm;
      whole += rare;
      for (const [document, weight] of places) held[document].push([rare, weight]);
    }
    return held.flatMap((found, number) => {
      const share = found.reduce((sum, [rare]) => sum + rare, 0) / (whole || 1);
      if (!found.length || share < rules.share) return [];
      const [kind, length, weight] = documents[number];
      const slack = rules.saturation * (1 - rules.length + rules.length * length / usual);
      const score = found.reduce((sum, [rare, mention]) => sum + rare * mention / (mention + slack), 0);
      const likes = prefers.size && (prefers.has(kind) || kind === "step") ? rules.preferred : 1;
      return [[score * share ** 0.5 * weight * (rules.weights[kind] || 1) * likes, number]];
    });
  }

  // --- what a question names (components/search/names.py says how) ---
  const spelling = (words) => {
    const short = words.normalize("NFKC").toLowerCase()
      .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
      .replace(/[- ]/g, "").replace(/ゖ/g, "け");
    return /[^\x00-\x7f]/.test(short) ? short : short.replace(/ou|oo|uu/g, (vowels) => vowels[0]);
  };
  const split = new RegExp(rules.split, "u");
  const ending = new RegExp(rules.ending, "u");
  const isWhole = new RegExp(rules.whole, "u");
  const beside = new Set(rules.beside);
  const whole = new Map();
  const short = new Map();
  const put = (map, key, number) => (map.has(key) ? map.get(key).push(number) : map.set(key, [number]));
  names.forEach((spellings, number) => spellings.split(" ").forEach((name) => {
    put(whole, name, number);
    const kept = (ending.exec(name) || []).slice(1).find(Boolean);
    if (kept) put(short, kept, number);
  }));
  const homeOf = home_names.flatMap((spellings, at) => spellings.split(" ").map((name) => [name, at]));
  const namedBy = (words) => [...(whole.get(words) || []), ...(short.get(words) || [])];

  function begun(piece) {
    for (let end = piece.length; end > 1; end -= 1) {
      const name = piece.slice(0, end);
      if (whole.has(name) && isWhole.test(name)) return whole.get(name);
      if (!/[^\x00-\x7f]/.test(piece)) break;
    }
    return [];
  }

  function namedIn(query) {
    const text = query.normalize("NFKC").toLowerCase().slice(0, rules.longest);
    const pieces = text.split(split).map(spelling).filter((each) => each && !beside.has(each));
    let found = namedBy(pieces.join(""));
    if (!found.length) {
      const near = new Set();
      let rest = pieces.flatMap((piece) => {
        const home = homeOf.find(([name]) => piece === name
          || (/[都道府県]$/.test(name) && piece.startsWith(name)));
        if (home) near.add(home[1]);
        const kept = home ? piece.slice(home[0].length) : piece;
        return kept ? [kept] : [];
      });
      if (!rest.length) rest = pieces.slice(-1);
      if (rest.length === 1) found = namedBy(rest[0]);
      if (!found.length) found = rest.flatMap(begun);
      if (near.size) found = found.filter((number) => near.has(homes[number]));
    }
    return [...new Set(found)].slice(0, rules.most).map((number) => named[number]);
  }

  return (query) => {
    const found = scored(read(query)).filter(([score]) => score > 0);
    const best = Math.max(0, ...found.map(([score]) => score));
    const families = new Set();
    const others = found.filter(([score]) => score >= best * rules.enough)
      .sort((one, other) => other[0] - one[0] || one[1] - other[1])
      .map(([, number]) => number)
      .filter((number) => {
        const family = documents[number][3];
        return !families.has(family) && families.add(family);
      });
    return [...new Set([...namedIn(query), ...others])];
  };
}
