// Texts as they are searched and shown: folding, where terms stand, and the stretch of a text that shows
// them. Nothing here touches the page.
(function () {
  "use strict";

  // Characters that count as one in a search though NFKC keeps them apart.
  const variants = { "○": "〇", "零": "〇", "◯": "〇" };
  for (const c of "“”„‟") variants[c] = '"';
  for (const c of "‘’‛′") variants[c] = "'";

  const blank = /[\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
  const word = /[a-z0-9]/;
  const plain = /^[\u4e00-\u96f5\u96f7-\u9fff]$/; // all but 零

  function foldCharacter(c) {
    if (plain.test(c)) return [c];
    const folded = [];
    for (const f of c.normalize("NFKC")) {
      folded.push(variants[f] || String.fromCodePoint(f.toLowerCase().codePointAt(0)));
    }
    return folded;
  }

  // fold returns text as it is matched, the same as fold in generator/search/fold.go. With a list
  // as places, it notes there for each unit of the result the place in text that it comes from.
  function fold(text, places) {
    let out = "";
    let gap = false;
    let at = 0;
    const push = (f) => {
      out += f;
      if (places) for (let i = 0; i < f.length; i++) places.push(at);
    };
    for (const c of text) {
      for (const f of blank.test(c) ? [" "] : foldCharacter(c)) {
        if (blank.test(f)) {
          gap = true;
          continue;
        }
        if (gap && out && word.test(out[out.length - 1]) && word.test(f)) push(" ");
        gap = false;
        push(f);
      }
      at += c.length;
    }
    return out;
  }

  // occurrences returns the stretches [start, end) of text in which terms stand, joined where they touch.
  function occurrences(text, terms) {
    const places = [];
    const folded = fold(text, places);
    places.push(text.length);
    const found = [];
    for (const term of terms) {
      for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + 1)) {
        // A stretch ends with the character that its last folded unit comes from.
        const last = places[i + term.length - 1];
        found.push([places[i], last + String.fromCodePoint(text.codePointAt(last)).length]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const joined = [];
    for (const [start, end] of found) {
      const before = joined[joined.length - 1];
      if (before && start < before[1]) before[1] = Math.max(before[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  // snippet returns the sentences of text where most of the terms stand, some width characters long, as
  // pieces [string, marked]. Only a sentence that is longer than that is cut inside.
  function snippet(text, terms, width) {
    const found = occurrences(text, terms);
    const first = densest(text, found, width);
    const ends = [0];
    for (const m of text.matchAll(/[。！？；!?;][”’"'」』）)]*/g)) ends.push(m.index + m[0].length);
    if (ends[ends.length - 1] < text.length) ends.push(text.length);
    let from = Math.max(...ends.filter((e) => e <= first[0]));
    let to = Math.min(...ends.filter((e) => e >= first[1]), text.length);
    if (to - from > width) from = Math.max(from, first[0] - Math.floor(width / 3));
    for (const e of ends) if (e > to && e - from <= width) to = e;
    if (to - from > width) to = Math.min(to, Math.max(from + width, first[1]));
    const split = (i) => i > 0 && i < text.length && /[\udc00-\udfff]/.test(text[i]);
    if (split(from)) from--;
    if (split(to)) to++;
    const out = [];
    const push = (s, marked) => s && out.push([s, marked]);
    push(from > 0 ? "…" : "", false);
    let at = from;
    for (const [start, end] of found) {
      if (end <= from || start >= to) continue;
      push(text.slice(at, Math.max(at, start)), false);
      push(text.slice(Math.max(at, start), Math.min(to, end)), true);
      at = Math.min(to, end);
    }
    push(text.slice(at, to), false);
    push(to < text.length ? "…" : "", false);
    return out;
  }

  // densest returns the stretch of at most width characters with most different strings found, from its
  // first to its last; the first such one.
  function densest(text, found, width) {
    let best = [0, 0];
    let most = 0;
    for (let i = 0; i < found.length; i++) {
      const there = new Set();
      let last = found[i][1];
      for (let j = i; j < found.length && (j === i || found[j][1] - found[i][0] <= width); j++) {
        there.add(fold(text.slice(...found[j])));
        last = found[j][1];
      }
      if (there.size > most) [best, most] = [[found[i][0], last], there.size];
    }
    return best;
  }

  const text = { fold, occurrences, snippet };
  if (typeof module === "undefined") window.zhengceSearchText = text;
  else module.exports = text;
})();
