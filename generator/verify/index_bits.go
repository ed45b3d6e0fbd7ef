package verify

import (
	"math/bits"
	"strings"

	"zhengce/generator/say"
)

// errCode tells of codes of the search index that end too early or mean nothing.
var errCode = say.Errorf("a code that means nothing")

// A bitReader reads numbers of few bits each, the lowest bit first.
type bitReader struct {
	data []byte
	at   int // in bits
	bad  bool
}

func (r *bitReader) take(n int) int {
	v := 0
	for i := range n {
		if r.at>>3 >= len(r.data) {
			r.bad = true
			return 0
		}
		v |= int(r.data[r.at>>3]>>(r.at&7)&1) << i
		r.at++
	}
	return v
}

// gamma reads a number that is told with its length.
func (r *bitReader) gamma() int {
	const most = 30
	n := 0
	for !r.bad && r.take(1) == 0 {
		n++
	}
	if n > most {
		r.bad = true
	}
	if r.bad {
		return 1
	}
	return 1<<n | r.take(n)
}

func (r *bitReader) golomb(k int) int { return (r.gamma()-1)<<k | r.take(k) }

// below reads a number less than limit.
func (r *bitReader) below(limit int) int {
	if limit < 1 {
		r.bad = true
		return 0
	}
	n := bits.Len(uint(limit)) - 1
	short := 2<<n - limit
	v := r.take(n)
	if v < short {
		return v
	}
	return 2*v + r.take(1) - short
}

// between reads rising numbers from lo to hi into all.
func (r *bitReader) between(all []int32, lo, hi int) {
	n := len(all)
	if n == 0 || r.bad {
		return
	}
	if n == hi-lo+1 {
		for i := range all {
			all[i] = int32(lo + i)
		}
		return
	}
	m := n / 2
	v := lo + m + r.below(hi-lo-n+2)
	all[m] = int32(v)
	r.between(all[:m], lo, v-1)
	r.between(all[m+1:], v+1, hi)
}

// list reads rising numbers of at most width bits each.
func (r *bitReader) list(width int) []int32 {
	n, last := r.gamma(), r.take(width)
	if n > last+1 || r.bad {
		r.bad = true
		return nil
	}
	all := make([]int32, n)
	all[n-1] = int32(last)
	const shortest, mapped = 64, 4 // longer and denser ones are maps of bits
	if n < shortest || n*mapped <= last {
		r.between(all[:n-1], 0, last-1)
		return all
	}
	k := 0
	for i := range last {
		if r.take(1) == 1 {
			if k == n-1 {
				r.bad = true
				return nil
			}
			all[k] = int32(i)
			k++
		}
	}
	r.bad = r.bad || k != n-1
	return all
}

// digits are those of numbers in JSON: five bits each, with a sixth that says that more follow.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// numbers returns the numbers of a code of digits.
func numbers(code string) (all []int, err error) {
	n, shift := 0, 0
	for i := range len(code) {
		d := strings.IndexByte(digits, code[i])
		if d < 0 || shift > 30 {
			return nil, errCode
		}
		n |= d & 31 << shift
		if shift += 5; d < 32 {
			all = append(all, n)
			n, shift = 0, 0
		}
	}
	if shift > 0 {
		return nil, errCode
	}
	return all, nil
}

// A gram is a string that the index lists: with its chunks, or with the place of the list of its clauses.
type gram struct {
	key    string
	chunks []int32
	list   [2]int // file and number
}

// gramsOf reads a file of listed strings.
func gramsOf(data []byte, m *indexManifest, characters []rune) (all []gram, err error) {
	r := &bitReader{data: data}
	var rates [4]struct{ sum, n int }
	var key []int
	var last *[2]int
	for count := r.take(24); len(all) < count && !r.bad; {
		same := len(key) - r.gamma() + 1
		length := same + r.gamma()
		if same < 0 || length > len(data)*8 {
			return nil, errCode
		}
		next := append([]int{}, key[:same]...)
		for i := same; i < length; i++ {
			if i > same || same == len(key) {
				next = append(next, r.below(len(characters)))
				continue
			}
			rate := &rates[min(i, len(rates)-1)]
			d := r.golomb(max(0, bits.Len(uint((rate.sum+16)/(rate.n+1)))-1))
			rate.sum += d
			if rate.n++; rate.n == 16 {
				rate.sum /= 2
				rate.n = 8
			}
			next = append(next, key[i]+d+1)
		}
		key = next
		var text strings.Builder
		for _, k := range key {
			if k >= len(characters) || r.bad {
				return nil, errCode
			}
			text.WriteRune(characters[k])
		}
		g := gram{key: text.String()}
		if r.take(1) == 0 {
			n := r.gamma()
			if n > m.Chunks {
				return nil, errCode
			}
			g.chunks = make([]int32, n)
			r.between(g.chunks, 0, m.Chunks-1)
		} else if g.list, err = listOf(r, m, last); err != nil {
			return nil, err
		} else if last == nil || g.list[0] > last[0] || g.list[0] == last[0] && g.list[1] >= last[1] {
			last = &[2]int{g.list[0], g.list[1]}
		}
		all = append(all, g)
	}
	if r.bad {
		return nil, errCode
	}
	return all, nil
}

// listOf reads which list of clauses a string has: the one behind the last, the first of the next file, or any.
func listOf(r *bitReader, m *indexManifest, last *[2]int) ([2]int, error) {
	switch how := r.gamma(); {
	case how == 3:
		return [2]int{r.take(m.Bits[1]), r.take(m.Bits[2])}, nil
	case how > 3 || last == nil:
		return [2]int{}, errCode
	case how == 1:
		return [2]int{last[0], last[1] + 1}, nil
	}
	return [2]int{last[0] + 1, 0}, nil
}
