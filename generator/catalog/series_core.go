package catalog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/words"
)

// A counting is what an indicator counts: of which region's thing, and as a level, an addition or a change.
type counting struct {
	scope   string // 市域, 县域, …; empty for the whole region
	written string // the scope as the paper writes it, empty if it names none
	name    string // the subject without region and scope
	core    string // the name in a form in which its writings are equal, without the words of counted
	counted string // what the figure is of: 新增, 增长, …, the same for all words that mean it; empty for a level
}

var (
	coreSynonyms = func() *strings.Replacer {
		var pairs []string
		for _, row := range words.Rows("core-synonyms", 2) {
			pairs = append(pairs, row[0], row[1])
		}
		return strings.NewReplacer(pairs...)
	}()
	coreVerbs     = words.Of("core-verbs")
	coreTails     = words.Of("core-tails")
	countingWords = words.Rows("counting-words", 2)
	// toLevel is a change that is told by its end: 提高到97%.
	toLevel = regexp.MustCompile(`(?:提高|提升|增加|增长|扩大|下降|降低|减少|压减|压缩|缩短|控制)[到至在]|增加值|占地`)
)

// countingOf reads what i counts.
func countingOf(i *Indicator) counting {
	subject := withoutRegion(strings.Trim(words.FoldTitle(i.Subject), "的,、"), i.Document)
	var c counting
	c.scope, c.written, c.name = cutScope(subject)
	if c.scope == "" && c.written == "" && len(subject) < len(words.FoldTitle(i.Subject)) {
		c.written = i.Document.Meta.Region
	}
	c.core = coreSynonyms.Replace(c.name)
	said := toLevel.ReplaceAllString(words.FoldTitle(i.Subject+"|"+saidWith(i)), "")
	var kinds []string
	for _, row := range countingWords {
		if strings.Contains(said, row[0]) {
			kinds = addOnce(kinds, row[1])
		}
		if !strings.Contains(c.core, "增加值") || row[0] != "增加" {
			c.core = strings.ReplaceAll(c.core, row[0], "")
		}
	}
	slices.Sort(kinds)
	c.counted = strings.Join(kinds, "、")
	for v := words.Prefix(c.core, coreVerbs); v != "" && len(v) < len(c.core); v = words.Prefix(c.core, coreVerbs) {
		c.core = c.core[len(v):]
	}
	if t := words.Suffix(c.core, coreTails); len(t) < len(c.core) {
		c.core = strings.TrimSuffix(c.core, t)
	}
	c.core = strings.Trim(c.core, "的")
	return c
}

// saidWith returns the clause of the words that carry i in which its number stands.
func saidWith(i *Indicator) string {
	at := strings.LastIndex(i.Quote, strconv.FormatFloat(i.Number, 'f', -1, 64))
	if at < 0 {
		return i.Quote
	}
	const stops = "，,；;。：:、"
	start := strings.LastIndexAny(i.Quote[:at], stops) + 1
	for start > 0 && start < at && i.Quote[start]&0xC0 == 0x80 {
		start++ // the stop has several bytes
	}
	end := len(i.Quote)
	if n := strings.IndexAny(i.Quote[at:], stops); n >= 0 {
		end = at + n
	}
	return i.Quote[start:end]
}

// withoutRegion takes the region of d from the beginning of a subject: 商丘市新增停车泊位, 商丘新增停车泊位.
func withoutRegion(subject string, d *Document) string {
	region := d.Meta.Region
	for _, name := range []string{region, strings.TrimSuffix(region, "市"), strings.TrimSuffix(region, "省"), strings.TrimSuffix(region, "县")} {
		if rest, ok := strings.CutPrefix(subject, name); ok && name != "" && rest != "" {
			return strings.TrimPrefix(rest, "的")
		}
	}
	return subject
}
