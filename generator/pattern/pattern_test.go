package pattern

import (
	"fmt"
	"math/rand"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/internal/parallel"
)

// expressions are one of each construct that rules use, and those at which leftmost, preferred and longest part.
var expressions = []string{
	``, `^`, `$`, `^$`, `a*`, `(a|ab)(c|bcd)?`, `(?:^|[，。])由(\p{Han}+?)负责`, `(\p{Han}{1,4}?)(?:局|委)$`, `^(?:(\d{4})年)?(\d{1,2})月`, `^.*牵头`, `.*?牵头`,
	`[（(][^（）()]*[）)]`, `(?:牵头|配合)(?:单位|部门)?[：:]`, `^(?:甲|乙)+$`, `\p{Han}{2,8}$`, `(?:各|全)(市|县)*`, `(甲|甲乙)(丙|乙丙)?(丁)?`, `[^\P{Han}甲乙]{1,3}局`,
	`\s+`, `(?:\d[.、])?完成`, `^甲|乙$`, `(?:甲|$)`, `(?:^|乙)甲?$`, `(^甲)?乙`, `x{0}`, `[^甲]`, `(?i)annex(\d)`, `\b甲`, `(?m)^甲`, `(?s).`, `.`, `第0+(\d)`, `(甲*)*乙`, `(?:甲|)*`, `(|甲)+`,
	`(?:)|甲`, `甲??`, `\P{Han}`, `甲{2}乙{0,3}?`, `([甲乙]){2,}`, `[\x{1F300}-\x{1F6FF}]`, `\x{FFFD}`, `[[:alpha:]]+`, `^(?:.{0,3}甲)?$`, `\A甲\z`, `\z`, `(甲$|乙)(.)?`, `(?:$)甲`, `甲(?:^乙)?`,
}

// pieces are what texts are made of: what the expressions look for, and what is no UTF-8.
var pieces = strings.Split("甲 乙 丙 丁 a b c d 由 负责 牵头 配合 单位 ： : ， 。 局 委 市 县 各 全 （ ） ( ) 2031年 5月 12 第00 Annex 3 完成 𠮷 🚀 \uFFFD \xE4 \xB8 \xFF \u3000 \n \t 、 . X 9 x é", " ")

func textOf(data []byte) string {
	var b strings.Builder
	for _, d := range data {
		b.WriteString(pieces[int(d)%len(pieces)])
	}
	return b.String()
}

// compare asks r and package regexp the same about s.
func compare(t *testing.T, r *Regexp, std *regexp.Regexp, s string) {
	t.Helper()
	ask := func(what string, got, want any) {
		t.Helper()
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s of %q in %q (-regexp +pattern):\n%s", what, r, s, d)
		}
	}
	ask("MatchString", r.MatchString(s), std.MatchString(s))
	ask("FindString", r.FindString(s), std.FindString(s))
	ask("FindStringIndex", r.FindStringIndex(s), std.FindStringIndex(s))
	ask("FindStringSubmatch", r.FindStringSubmatch(s), std.FindStringSubmatch(s))
	ask("FindStringSubmatchIndex", r.FindStringSubmatchIndex(s), std.FindStringSubmatchIndex(s))
	ask("ReplaceAllString", r.ReplaceAllString(s, "<$0>"), std.ReplaceAllString(s, "<$0>"))
	ask("ReplaceAllStringFunc", r.ReplaceAllStringFunc(s, strings.ToUpper), std.ReplaceAllStringFunc(s, strings.ToUpper))
	for _, n := range []int{-1, 0, 1, 2} {
		ask("FindAllString", r.FindAllString(s, n), std.FindAllString(s, n))
		ask("FindAllStringIndex", r.FindAllStringIndex(s, n), std.FindAllStringIndex(s, n))
		ask("FindAllStringSubmatch", r.FindAllStringSubmatch(s, n), std.FindAllStringSubmatch(s, n))
		ask("FindAllStringSubmatchIndex", r.FindAllStringSubmatchIndex(s, n), std.FindAllStringSubmatchIndex(s, n))
		ask("Split", r.Split(s, n), std.Split(s, n))
	}
}

// TestEqual holds that patterns find what package regexp finds, all groups and empty matches too.
func TestEqual(t *testing.T) {
	for _, expr := range expressions {
		r, std := MustCompile(expr), regexp.MustCompile(expr)
		rnd := rand.New(rand.NewSource(1))
		for n := range 120 {
			data := make([]byte, n%24)
			rnd.Read(data)
			compare(t, r, std, textOf(data))
		}
	}
}

// TestRandom holds the same of expressions that are put together by chance.
func TestRandom(t *testing.T) {
	rnd := rand.New(rand.NewSource(2))
	atoms := []string{`甲`, `乙`, `[甲乙]`, `[^甲]`, `.`, `\p{Han}`, `\d`, `^`, `$`, `(?:甲乙|甲)`, `(乙)`, `(甲|)`, ``}
	repeats := []string{``, ``, ``, `*`, `+`, `?`, `*?`, `+?`, `??`, `{0,2}`, `{1,2}?`}
	for range 500 {
		var b strings.Builder
		for n := range 1 + rnd.Intn(5) {
			if n > 0 && rnd.Intn(4) == 0 {
				b.WriteString("|")
			}
			fmt.Fprintf(&b, "(?:%s)%s", atoms[rnd.Intn(len(atoms))], repeats[rnd.Intn(len(repeats))])
		}
		r, std := MustCompile(b.String()), regexp.MustCompile(b.String())
		for range 12 {
			var s strings.Builder
			for range rnd.Intn(9) {
				s.WriteString([]string{"甲", "乙", "丙", "1", "\n", "\xE4"}[rnd.Intn(6)])
			}
			compare(t, r, std, s.String())
		}
	}
}

// TestNeeded holds which words a match needs, and that a long text without them holds none.
func TestNeeded(t *testing.T) {
	for expr, want := range map[string][]string{
		`甲乙`:                       {"甲乙"},
		`\p{Han}{2}(?:甲乙|丙丁)+[。，]`: {"甲乙", "丙丁"},
		`(?:甲乙)?丙丁戊`:               {"丙丁戊"},
		`(?:甲乙)*`:                  nil,
		`(?:甲乙|\d)`:                nil,
		`[甲乙]第`:                    {"第"},
		`甲{0,2}乙{1,2}`:             {"乙"},
		`甲|乙|丙|丁`:                  nil,
		`。`:                        nil,
		`(?i)ab`:                   nil,
		`^甲乙`:                      nil,
		`甲乙$`:                      nil,
	} {
		r := MustCompile(expr)
		if d := cmp.Diff(want, r.needs); d != "" {
			t.Errorf("%q needs (-want +got):\n%s", expr, d)
		}
		std := regexp.MustCompile(expr)
		long := strings.Repeat("戊己庚辛壬癸。", 8)
		for _, s := range []string{long, long + "甲乙丙丁戊。", "甲乙第丙丁，" + long, long + "丙丁\n甲"} {
			compare(t, r, std, s)
		}
	}
}

func TestHolds(t *testing.T) {
	for _, s := range []string{"", "甲", "甲乙", "乙甲乙丙", "甲\xE4", "aab", "的的甲的"} {
		for _, w := range []string{"", "甲", "甲乙", "乙丙", "\xE4", "ab", "的甲", "丁", "甲乙甲乙甲"} {
			if got, want := Holds(s, w), strings.Contains(s, w); got != want {
				t.Errorf("Holds(%q, %q) = %t, want %t", s, w, got, want)
			}
		}
	}
}

func FuzzEqual(f *testing.F) {
	f.Add(byte(6), []byte("\x08\x00\x01\x09"))
	f.Fuzz(func(t *testing.T, expr byte, data []byte) {
		if len(data) > 200 {
			return
		}
		e := expressions[int(expr)%len(expressions)]
		compare(t, MustCompile(e), regexp.MustCompile(e), textOf(data))
	})
}

// TestTold holds that all but what stands at words, lines or for letters of both cases is told by automatons.
func TestTold(t *testing.T) {
	for _, expr := range expressions {
		want := !strings.Contains(expr, "(?i)") && !strings.Contains(expr, `\b`) && !strings.Contains(expr, "(?m)")
		if got := MustCompile(expr).find() != nil; got != want {
			t.Errorf("%q: told by automatons %t, want %t", expr, got, want)
		}
	}
}

// TestFull holds that an automaton that has seen too many states begins anew and still finds what it should, in several readings at
// once.
func TestFull(t *testing.T) {
	expr := `甲[甲乙]{12}丙`
	r, std := MustCompile(expr), regexp.MustCompile(expr)
	parallel.Each(4, func(n int) {
		rnd := rand.New(rand.NewSource(int64(n)))
		var b strings.Builder
		for range 40_000 {
			b.WriteString([]string{"甲", "乙"}[rnd.Intn(2)])
			if rnd.Intn(2000) == 0 {
				b.WriteString("丙")
			}
		}
		if d := cmp.Diff(std.FindAllStringIndex(b.String(), -1), r.FindAllStringIndex(b.String(), -1)); d != "" {
			t.Errorf("text %d (-regexp +pattern):\n%s", n, d)
		}
	})
	if n := len(r.find().states); n > mostStates {
		t.Errorf("%d states are kept, more than %d", n, mostStates)
	}
}

// TestWrong holds that a wrong expression fails as soon as the program starts.
func TestWrong(t *testing.T) {
	defer func() {
		if r := recover(); r == nil || !strings.Contains(fmt.Sprint(r), "missing closing") {
			t.Errorf("panics with %v", r)
		}
	}()
	MustCompile(`(甲`)
}
