// SHA-256 of a text as UTF-8. Browsers keep their own from pages opened from disk.
(function () {
  "use strict";

  // fraction returns the first 32 bits behind the point of the root of n.
  const fraction = (n, root) => ((n ** (1 / root)) % 1) * 2 ** 32 | 0;

  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const constants = primes.map((p) => fraction(p, 3));

  const turn = (x, n) => x >>> n | x << 32 - n;

  // pad returns the bytes with the mark and length that fill the last block.
  function pad(bytes) {
    const out = new Uint8Array((bytes.length + 72) >> 6 << 6);
    out.set(bytes);
    out[bytes.length] = 0x80;
    const view = new DataView(out.buffer);
    view.setUint32(out.length - 8, bytes.length / 2 ** 29);
    view.setUint32(out.length - 4, bytes.length << 3);
    return view;
  }

  // mix takes one block of 64 bytes into the state.
  function mix(state, view, at) {
    const w = new Int32Array(64);
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = view.getInt32(at + 4 * i);
        continue;
      }
      const a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + constants[i] + w[i];
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c);
      [h, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + two | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => { state[i] += x; });
  }

  function sha256(text) {
    const view = pad(new TextEncoder().encode(text));
    const state = Int32Array.from(primes.slice(0, 8), (p) => fraction(p, 2));
    for (let at = 0; at < view.byteLength; at += 64) mix(state, view, at);
    return Array.from(state, (x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  }

  if (typeof module === "undefined") window.zhengceSha256 = sha256;
  else module.exports = { sha256 };
})();
