package document

import (
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/numeral"
)

const (
	copyReason = "同一文字在文中的另一份"
	// copyRun is how many characters run alike at least where a text stands again.
	copyRun = 24
	// copyLeast is how many characters a copy has at least, copyPart what part of all else: a third. In a text of more than copyMost
	// none is looked for: no paper is that long.
	copyLeast, copyPart, copyMost = 48, 3, 1 << 20
	// copyDense weighs a character that a copy does not share against one that it does.
	copyDense = 4
	// copyBack is how often a copy begins again at most, for a text may stand a fourth time; copyBreaks how often it breaks off at
	// most, and once more in copyWhole characters; numbers of pages may stand in it. Clauses that are like each other begin
	// again and break off with each, and an annex that deals out the tasks of the text breaks off with each task.
	copyBack, copyBreaks, copyWhole = 3, 1, 400
	// copyPiece is how many characters a line has at least on either side of the place where a copy begins inside it.
	copyPiece = 4
	// doubledLeast is how many lines stand twice in a row at least where all do.
	doubledLeast = 5
)

// copies marks the text that a page holds twice, for the screen and for its printer or for a box in which it scrolls, and that a scrape
// left in one file. The first copy is read, or the other where that one is more: it keeps its lines, has a head or goes on.
func (p *parser) copies() {
	p.doubledLines()
	for range 3 {
		if !p.copyOnce() {
			return
		}
	}
}

func (p *parser) copyOnce() bool {
	l := p.letters()
	if len(l.runes) > copyMost {
		return false
	}
	from := l.repeats()
	a, b := densest(from)
	first := map[int]bool{} // the letters of the first copy
	back, breaks, last := 0, 0, -1
	for x, at := range from[a:b] {
		switch {
		case at >= a:
		case at >= 0:
			if first[at] = true; at < last {
				back++
			}
			last = at
		case from[a+x-1] >= 0 && !unicode.IsDigit(l.runes[a+x]):
			breaks++
		}
	}
	if len(first) < copyLeast || len(first)*copyPart < len(l.runes)-(b-a) || back > copyBack || breaks > copyBreaks+(b-a)/copyWhole {
		return false
	}
	ones := p.held(l, func(x int) bool { return first[x] })
	others := p.held(l, func(x int) bool { return a <= x && x < b && from[x] >= 0 })
	isTable := func(b *Block) bool { return b.Kind == TableBlock }
	if slices.ContainsFunc(others, isTable) && !slices.ContainsFunc(ones, isTable) {
		return false // a table of what the text says
	}
	if len(ones) > 0 && p.secondIsMore(ones, others) {
		p.markCopy(ones)
		return true
	}
	p.splitCopy(l, a, b)
	p.markCopy(p.held(l, func(x int) bool { return a <= x && x < b && from[x] >= 0 }))
	return true
}

// secondIsMore reports whether the second copy, the blocks others, is to be read: the first, ones, ran its lines together,
// lost the head or breaks off before the outline ends.
func (p *parser) secondIsMore(ones, others []*Block) bool {
	if len(others)*2 > len(ones)*3 {
		return true
	}
	if len(others) == 0 {
		return false
	}
	one, other := slices.Index(p.blocks, ones[0]), slices.Index(p.blocks, others[0])
	between, behind := slices.Index(p.blocks, ones[len(ones)-1])+1, slices.Index(p.blocks, others[len(others)-1])+1
	return !p.anyOf(0, one+1, p.headLike) && p.anyOf(between, other+1, p.headLike) ||
		!p.anyOf(between, other, p.marked) && p.anyOf(behind, len(p.blocks), p.marked)
}

// anyOf reports whether is holds for a block from i up to end.
func (p *parser) anyOf(i, end int, is func(int) bool) bool {
	for ; i < end; i++ {
		if p.blocks[i].Kind != Noise && is(i) {
			return true
		}
	}
	return false
}

// headLike reports whether block i looks like a title or a number.
func (p *parser) headLike(i int) bool {
	line := p.file.Squeezed(p.blocks[i].Span)
	return isNumber(line) || titleEnd.MatchString(line) && !p.marked(i)
}

// doubledLines marks the second of each two lines alike where a scrape took the lines of a text twice one by one.
func (p *parser) doubledLines() {
	var again []*Block
	lines := 0
	texts := make([]string, len(p.blocks))
	for i, b := range p.blocks {
		texts[i] = p.file.Squeezed(b.Span)
	}
	for i := 0; i < len(p.blocks); i++ {
		if p.blocks[i].Kind == Noise {
			continue
		}
		if lines++; i+1 < len(p.blocks) && texts[i] == texts[i+1] {
			again = append(again, p.blocks[i+1])
			i++
		}
	}
	if len(again) >= doubledLeast && len(again)*5 >= lines*4 {
		p.markCopy(again)
	}
}

// markCopy makes noise of blocks.
func (p *parser) markCopy(blocks []*Block) {
	for _, b := range blocks {
		b.Kind, b.Table, b.Reason = Noise, nil, copyReason
	}
}

// held returns the blocks that lie for more than half in a copy.
func (p *parser) held(l letters, in func(x int) bool) []*Block {
	var out []*Block
	x := 0
	for _, b := range p.blocks {
		for x < len(l.at) && l.at[x] < b.Start {
			x++
		}
		all, own := 0, 0
		for ; x < len(l.at) && l.at[x] < b.End; x++ {
			all++
			if in(x) {
				own++
			}
		}
		if own*2 > all && b.Kind != Noise {
			out = append(out, b)
		}
	}
	return out
}

// splitCopy cuts the blocks in which the copy of the letters from a up to b begins and ends.
func (p *parser) splitCopy(l letters, a, b int) {
	_, last := utf8.DecodeRuneInString(p.file.Text[l.at[b-1]:])
	for _, at := range []int{l.at[b-1] + last, l.at[a]} {
		i := slices.IndexFunc(p.blocks, func(b *Block) bool { return b.Start < at && at < b.End })
		if i < 0 || p.blocks[i].Kind != Paragraph {
			continue
		}
		if left, right := l.within(p.blocks[i].Start, at), l.within(at, p.blocks[i].End); min(left, right) >= copyPiece {
			p.blocks = split(p.file, p.blocks, i, at)
		}
	}
}

// letters are the characters of the text that a copy repeats, without punctuation, white space and noise, digits in one width.
type letters struct {
	runes []rune
	at    []int // where each stands in the text
}

func (p *parser) letters() letters {
	most := len(p.file.Text) / len("甲") // of Han characters; others make it grow
	l := letters{make([]rune, 0, most), make([]int, 0, most)}
	for _, b := range p.blocks {
		if b.Kind == Noise {
			continue
		}
		for i, r := range p.file.Slice(b.Span) {
			if d, ok := numeral.ASCII(r); ok {
				r = '0' + rune(d)
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				l.runes, l.at = append(l.runes, r), append(l.at, b.Start+i)
			}
		}
	}
	return l
}

// within returns how many of the letters stand in the text from start up to end.
func (l letters) within(start, end int) int {
	i, _ := slices.BinarySearch(l.at, start)
	j, _ := slices.BinarySearch(l.at, end)
	return j - i
}

// repeats returns for each letter of a run that stands for the second time where it stood first, and -1 for the others.
func (l letters) repeats() []int {
	from := make([]int, len(l.runes))
	for x := range from {
		from[x] = -1
	}
	const base = 1_000_003
	var hash, high uint64 = 0, 1
	for range copyRun {
		high *= base
	}
	first := newPlaces(l.runes)
	known := 0 // the letters before it are dealt with
	for end, r := range l.runes {
		hash = hash*base + uint64(r)
		if end >= copyRun {
			hash -= high * uint64(l.runes[end-copyRun])
		}
		x := end + 1 - copyRun
		if x < 0 {
			continue
		}
		if at, seen := first.of(hash, x); seen && x >= known {
			known = l.follow(from, at, x)
		}
	}
	return from
}

// places keep where runs stood first: a table by their hashes with as many empty places as runs at least.
type places struct {
	runes []rune
	at    []int32 // one more than the place; 0 where none is kept
}

func newPlaces(runes []rune) *places {
	return &places{runes, make([]int32, 1<<bits.Len(uint(2*len(runes))))}
}

// of returns where the run at x, of the hash, stood first; where it has not been seen, it is x.
func (p *places) of(hash uint64, x int) (at int, seen bool) {
	const spread = 0x9E3779B97F4A7C15
	mask := len(p.at) - 1
	for i := int(hash*spread>>32) & mask; ; i = (i + 1) & mask {
		if p.at[i] == 0 {
			p.at[i] = int32(x + 1)
			return x, false
		}
		if at := int(p.at[i] - 1); slices.Equal(p.runes[at:at+copyRun], p.runes[x:x+copyRun]) {
			return at, true
		}
	}
}

// follow notes how far the text at x is that at the place before it, and returns where it ends to be.
func (l letters) follow(from []int, at, x int) int {
	n := 0
	for x+n < len(l.runes) && at+n < x && l.runes[at+n] == l.runes[x+n] {
		n++
	}
	if n < copyRun {
		return x
	}
	for i := range n {
		from[x+i] = at + i
	}
	return x + n
}

// densest returns the stretch in which most stands again and next to nothing does not.
func densest(from []int) (a, b int) {
	best, sum, start := 0, 0, 0
	for x, at := range from {
		if at >= 0 {
			sum++
		} else {
			sum -= copyDense
		}
		if sum <= 0 {
			sum, start = 0, x+1
		}
		if sum > best {
			best, a, b = sum, start, x+1
		}
	}
	return a, b
}
