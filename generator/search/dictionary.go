package search

import (
	"slices"
	"unicode/utf8"
)

// Sizes of the text that is given to whoever unpacks a chunk as if it stood before it, so that what many chunks say is short
// in each: so many bytes at most, in pieces of so many characters, and one in so many of the texts.
const (
	dictionarySize  = 20 << 10
	pieceLength     = 24
	dictionaryShare = 14
)

// Sizes of what the pieces are chosen from: so many characters, by strings of so many of them.
const (
	mostRead    = 2 << 20
	wordsLength = 4
)

// dictionary returns pieces of the sentences that have most in common with others: of each stretch of the texts the
// best one, by how often its words stand that no piece before has. The best ones stand last, where they are nearest.
func (x *index) dictionary() string {
	var text []rune
	size := 0
	for i := range x.sentences {
		size += len(x.sentences[i].text)
	}
	for i := 0; i < len(x.sentences) && len(text) < mostRead; i += 1 + size/(3*mostRead) {
		text = append(text, []rune(x.sentences[i].text)...)
	}
	pieces := min(dictionarySize, size/dictionaryShare) / (3 * pieceLength)
	if pieces < 1 || len(text) < 2*pieceLength {
		return ""
	}
	count := map[[wordsLength]rune]int{}
	word := func(i int) [wordsLength]rune { return [wordsLength]rune(text[i : i+wordsLength]) }
	for i := range len(text) - wordsLength {
		count[word(i)]++
	}
	type piece struct{ at, score int }
	var all []piece
	stretch := max(len(text)/pieces, 2*pieceLength)
	for from := 0; from+stretch <= len(text); from += stretch {
		best, score := piece{at: from}, 0
		for i := from; i < from+stretch-wordsLength; i++ {
			score += count[word(i)] - 1
			if old := i - pieceLength + wordsLength - 1; old >= from {
				score -= count[word(old)] - 1
				if score > best.score {
					best = piece{old + 1, score}
				}
			}
		}
		for i := best.at; i < best.at+pieceLength-wordsLength; i++ {
			count[word(i)] = 1
		}
		all = append(all, best)
	}
	slices.SortStableFunc(all, func(a, b piece) int { return a.score - b.score })
	var out []byte
	for _, p := range all {
		if p.score > 0 {
			for _, r := range text[p.at : p.at+pieceLength] {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return string(out)
}
