package verify

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// readAccount reads what the element n of a paper's page says of the paper's file.
func (p *shown) readAccount(n *html.Node) {
	var text strings.Builder
	switch {
	case has(n, "data-proof"):
		ownText(n, &text)
		p.proof += source.Squeeze(text.String())
	case has(n, "data-left-out"):
		ownText(n, &text)
		times, _ := strconv.Atoi(value(n, "data-left-out"))
		p.leftOut[source.Squeeze(text.String())] += times
	case has(n, "data-lost-text"):
		ownText(n, &text)
		p.lost = append(p.lost, source.Squeeze(text.String()))
	}
}

// account proves that the page of a paper and its account file say of the seed what the account of the seed says, and
// returns the first difference, or nil.
func (s *site) account(p *shown, seed *source.File) *source.Error {
	name := p.page.name
	want := map[string]string{"data-characters": strconv.Itoa(source.Count(p.verbatim))}
	if seed.Account != nil {
		want["data-original"] = strconv.Itoa(seed.Account.Characters())
	}
	if lost := seed.Lost(); lost > 0 {
		want["data-lost"] = strconv.Itoa(lost)
	}
	for _, key := range countKeys {
		if p.counts[key] != want[key] {
			return failure(name, place{}, "account", "%s is %q, counted were %q", key, p.counts[key], want[key])
		}
	}
	var lost []string
	for _, l := range seed.Losses {
		lost = append(lost, page(l.Text))
	}
	if !slices.Equal(p.lost, lost) {
		return failure(name, place{}, "account", "the page says that it lacks %q, lost are %q", p.lost, lost)
	}
	if seed.Account == nil {
		return nil
	}
	if left := leftOut(seed.Account); !maps.Equal(p.leftOut, left) {
		return failure(name, place{}, "account", "the texts left out of the paper differ from those of the seed's account: %s", differing(p.leftOut, left))
	}
	if e := p.proves(slices.Collect(maps.Values(want))); e != nil {
		return e
	}
	file := "data/accounts/" + p.document + ".json"
	data, err := fs.ReadFile(s.fsys, file)
	if err != nil {
		return failure(file, place{}, "account", "the account of the paper is missing")
	}
	if err := compareAccount(data, p, seed); err != nil {
		return failure(file, place{}, "account", "%v", err)
	}
	return nil
}

// number is a number in words about the proof.
var number = regexp.MustCompile(`[0-9][0-9,]*`)

// proves returns an error unless the page's words about the proof name the digest of the file and the counts, and no other number.
func (p *shown) proves(counts []string) *source.Error {
	rest, named := p.proof, true
	for _, words := range []string{p.sha256, "SHA-256"} {
		named = named && strings.Count(rest, words) == 1
		rest = strings.Replace(rest, words, "", 1)
	}
	for i, c := range counts {
		if n, err := strconv.Atoi(c); err == nil {
			counts[i] = thousands(n)
		}
	}
	have := number.FindAllString(rest, -1)
	slices.Sort(have)
	slices.Sort(counts)
	if !named || !slices.Equal(have, counts) {
		return failure(p.page.name, place{}, "account", "the words about the proof, %q, do not name %s and %s alone", p.proof, say.Names(counts), p.sha256)
	}
	return nil
}

// page returns text as a page shows it, white space removed.
func page(text string) string {
	return source.Squeeze(strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD"))
}

// leftOut returns the texts that an account leaves out, each with how often; entries that follow each other for the
// same reason are one text.
func leftOut(a source.Account) map[string]int {
	out := map[string]int{}
	var text strings.Builder
	last := source.Entry{}
	end := func() {
		if text.Len() > 0 {
			out[text.String()]++
		}
		text.Reset()
	}
	for _, e := range a {
		if source.Squeeze(e.Text) == "" {
			continue
		}
		if e.Fate != last.Fate || e.Part != last.Part || e.Reason != last.Reason {
			end()
		}
		if last = e; e.Fate == source.LeftOut {
			text.WriteString(page(e.Text))
		}
	}
	end()
	return out
}

// differing names the first text, in order, that one side has more often.
func differing(have, want map[string]int) string {
	all := maps.Clone(have)
	maps.Copy(all, want)
	for _, text := range slices.Sorted(maps.Keys(all)) {
		if have[text] != want[text] {
			return say.Sprintf("%q stands there %d times, not %d", cut(text, 0), have[text], want[text])
		}
	}
	return ""
}
