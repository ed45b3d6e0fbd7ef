// How numbers and lists are coded in the search index, see generator/search/bits.go and gram.go. Nothing here touches the page.
(function () {
  "use strict";

  const values = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((c, i) => { values[c.charCodeAt(0)] = i; });

  // numbers returns the numbers of a code of digits.
  function numbers(code) {
    const all = new Int32Array(code.length);
    let n = 0;
    let value = 0;
    let shift = 0;
    for (let i = 0; i < code.length; i++) {
      const d = values[code.charCodeAt(i)];
      value |= (d & 31) << shift;
      if (d < 32) {
        all[n++] = value;
        value = shift = 0;
      } else {
        shift += 5;
      }
    }
    return all.subarray(0, n);
  }

  // posting returns the rising numbers of a code of distances.
  function posting(code) {
    const all = numbers(code);
    for (let i = 1; i < all.length; i++) all[i] += all[i - 1] + 1;
    return all;
  }

  // starts returns the first number of each file and the one after the last, by how many they hold.
  function starts(code) {
    const counts = numbers(code);
    const all = new Int32Array(counts.length + 1);
    for (let i = 0; i < counts.length; i++) all[i + 1] = all[i] + counts[i];
    return all;
  }

  const mapped = 4; // lists of more than one number in so many are maps of bits
  const shortest = 64; // unless they are shorter

  // Bits reads numbers of few bits each, the lowest first.
  class Bits {
    constructor(data, at = 0) {
      Object.assign(this, { data, at, last: 0, n: 0 });
    }

    // place returns where the next number stands, for moving there again.
    get place() {
      return 8 * this.at - this.n;
    }

    set place(place) {
      this.at = place >> 3;
      this.last = this.n = 0;
      this.take(place & 7);
    }

    // take reads n bits, at most 24.
    take(n) {
      while (this.n < n) {
        if (this.at > this.data.length + 4) throw new Error("不完整");
        this.last |= this.data[this.at++] << this.n;
        this.n += 8;
      }
      const v = this.last & ((1 << n) - 1);
      this.last >>>= n;
      this.n -= n;
      return v;
    }

    gamma() {
      let n = 0;
      while (this.take(1) === 0) n++;
      return 1 << n | this.take(n);
    }

    golomb(k) {
      return (this.gamma() - 1) << k | this.take(k);
    }

    below(limit) {
      const n = 31 - Math.clz32(limit);
      const short = (2 << n) - limit;
      const v = this.take(n);
      return v < short ? v : 2 * v + this.take(1) - short;
    }

    // between reads n rising numbers from lo to hi into all, from at on.
    between(all, at, n, lo, hi) {
      if (n === 0) return;
      if (n === hi - lo + 1) {
        for (let i = 0; i < n; i++) all[at + i] = lo + i;
        return;
      }
      const m = n >> 1;
      const v = all[at + m] = lo + m + this.below(hi - lo - n + 2);
      this.between(all, at, m, lo, v - 1);
      this.between(all, at + m + 1, n - m - 1, v + 1, hi);
    }

    // list reads rising numbers of at most width bits each.
    list(width) {
      const n = this.gamma();
      const last = this.take(width);
      const all = new Int32Array(n);
      all[n - 1] = last;
      if (n < shortest || n * mapped <= last) {
        this.between(all, 0, n - 1, 0, last - 1);
        return all;
      }
      for (let i = 0, k = 0; i < last; i += 8) {
        const width = Math.min(8, last - i);
        for (let bits = this.take(width), c = i; bits; bits >>= 1, c++) if (bits & 1) all[k++] = c;
      }
      return all;
    }
  }

  // A Rate guesses how large the next of some numbers is by those before it.
  class Rate {
    constructor() {
      this.sum = this.n = 0;
    }

    get k() {
      return Math.max(0, 31 - Math.clz32(Math.floor((this.sum + 16) / (this.n + 1))));
    }

    note(v) {
      this.sum += v;
      if (++this.n === 16) {
        this.sum >>= 1;
        this.n = 8;
      }
    }
  }

  // grams returns the strings of a file, each with the chunks in which it stands, or [file, number] of the list of its clauses.
  // The manifest tells how many bits numbers have, characters are all characters of the library.
  function grams(data, { bits: [, file, number], chunks }, characters) {
    const found = new Map();
    const bits = new Bits(data);
    const rates = [new Rate(), new Rate(), new Rate(), new Rate()];
    let list = null; // the one that was told last
    let key = []; // numbers of characters
    for (let count = bits.take(24); count > 0; count--) {
      const same = key.length - bits.gamma() + 1;
      const length = same + bits.gamma();
      const next = key.slice(0, same);
      for (let i = same; i < length; i++) {
        if (i > same || same === key.length) {
          next.push(bits.below(characters.length));
          continue;
        }
        const rate = rates[Math.min(i, rates.length - 1)];
        const d = bits.golomb(rate.k);
        rate.note(d);
        next.push(key[i] + d + 1);
      }
      key = next;
      const text = key.map((k) => characters[k]).join("");
      if (bits.take(1) === 0) {
        const n = bits.gamma();
        const list = new Int32Array(n);
        bits.between(list, 0, n, 0, chunks - 1);
        found.set(text, list);
        continue;
      }
      const how = bits.gamma();
      let of = how === 1 ? [list[0], list[1] + 1] : how === 2 ? [list[0] + 1, 0] : null;
      if (!of) of = [bits.take(file), bits.take(number)];
      if (!list || of[0] > list[0] || of[0] === list[0] && of[1] >= list[1]) list = of;
      found.set(text, of);
    }
    return found;
  }

  // A Lists reads the lists of a file one after another, as far as they are asked for.
  class Lists {
    constructor(data, file, width) {
      Object.assign(this, { file, width, bits: new Bits(data), places: [0] });
    }

    // get returns the list of that number: {of, list}, where of is [file, number] of another list, in which list tells places.
    get(i) {
      for (let n = this.places.length - 1; n < i; n++) {
        this.read(n);
        this.places.push(this.bits.place);
      }
      return this.read(i);
    }

    read(i) {
      const { bits } = this;
      bits.place = this.places[i];
      if (bits.take(1) === 0) return { of: null, list: bits.list(this.width) };
      const of = [this.file - bits.gamma() + 1, bits.golomb(6)];
      return { of, list: bits.list(bits.take(5)) };
    }
  }

  const code = { numbers, posting, starts, Bits, grams, Lists };
  if (typeof module === "undefined") window.zhengceSearchCode = code;
  else module.exports = code;
})();
