package search

import "math/bits"

// A bitWriter writes numbers of few bits each, the lowest bit first. Its reader is in static/js/search-code.js.
type bitWriter struct {
	data []byte
	last uint64 // bits that fill no byte yet
	n    int    // and how many these are
}

// put writes the lowest n bits of v, at most 32.
func (w *bitWriter) put(v, n int) {
	w.last |= uint64(v) & (1<<n - 1) << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.data = append(w.data, byte(w.last))
		w.last >>= 8
	}
}

// end fills the last byte.
func (w *bitWriter) end() []byte {
	if w.n > 0 {
		w.put(0, 8-w.n)
	}
	return w.data
}

// append writes what another writer wrote.
func (w *bitWriter) append(other *bitWriter) {
	for _, b := range other.data {
		w.put(int(b), 8)
	}
	w.put(int(other.last), other.n)
}

// gamma writes v, at least 1, in twice as many bits as it has.
func (w *bitWriter) gamma(v int) {
	n := bits.Len(uint(v)) - 1
	w.put(0, n)
	w.put(1, 1)
	w.put(v, n)
}

// golomb writes v, which is near 1<<k.
func (w *bitWriter) golomb(v, k int) {
	w.gamma(v>>k + 1)
	w.put(v, k)
}

// below writes v, which is less than limit, in as few bits as that allows.
func (w *bitWriter) below(v, limit int) {
	n := bits.Len(uint(limit)) - 1
	short := 2<<n - limit
	if v < short {
		w.put(v, n)
		return
	}
	w.put((v+short)>>1, n)
	w.put(v+short, 1)
}

// between writes rising numbers from lo to hi, how many being known: the middle one, then those on either side.
func (w *bitWriter) between(list []int32, lo, hi int) {
	n := len(list)
	if n == 0 || n == hi-lo+1 {
		return
	}
	m := n / 2
	v := int(list[m])
	w.below(v-lo-m, hi-lo-n+2)
	w.between(list[:m], lo, v-1)
	w.between(list[m+1:], v+1, hi)
}

// mapped is the share of the numbers, one of so many, from which on a list is a map of bits, which is read faster.
const mapped = 4

// list writes rising numbers, of which there is at least one, each of at most width bits.
func (w *bitWriter) list(list []int32, width int) {
	n, last := len(list), int(list[len(list)-1])
	w.gamma(n)
	w.put(last, width)
	if n < 64 || n*mapped <= last {
		w.between(list[:n-1], 0, last-1)
		return
	}
	at := 0
	for i := range last {
		bit := 0
		if int(list[at]) == i {
			bit = 1
			at++
		}
		w.put(bit, 1)
	}
}

// A rate guesses how large the next of some numbers is by those before it.
type rate struct{ sum, n int }

// k returns the bits of a number as it is expected.
func (r rate) k() int { return max(0, bits.Len(uint((r.sum+16)/(r.n+1)))-1) }

// note takes a number into account, more than those long ago.
func (r *rate) note(v int) {
	r.sum += v
	if r.n++; r.n == 16 {
		r.sum /= 2
		r.n = 8
	}
}
