package catalog

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// scopes are the words at the beginning of a subject that say over what it is counted, by the
// scope that they mean: 「省辖市千亿级主导产业集群」 and 「市域千亿级产业集群」. A subject that begins
// with 每个 or 各 counts per unit and keeps the word.
var scopes = []struct {
	name  string
	words *regexp.Regexp
}{
	{"", regexp.MustCompile(`^(?:全国|全省|全区|全市|全自治区|全域|省域|我省|我区|我市)`)},
	{"市域", regexp.MustCompile(`^(?:省辖市|市域|设区市|地级市|市级层面)`)},
	{"县域", regexp.MustCompile(`^(?:县域|县级层面|县\(市、?区\)|县\(区、?市\)|县市区)`)},
}

// cutScope returns the scope that a subject begins with, as meant and as written, and the rest.
func cutScope(subject string) (scope, written, rest string) {
	for _, s := range scopes {
		if w := s.words.FindString(subject); w != "" {
			return s.name, w, strings.TrimPrefix(subject[len(w):], "的")
		}
	}
	return "", "", subject
}

// describing are words between the size class of a thing and the thing: the class tells which
// are counted, the word only says what such a thing is. 新兴 divides and is none of them.
var describing = regexp.MustCompile(`^(.*[十百千万]亿元?级)(主导|特色|优势|特色优势|优势特色)(产业.*)$`)

// cutDescribing returns the subject without a describing word, and the word.
func cutDescribing(subject string) (core, word string) {
	if m := describing.FindStringSubmatch(subject); m != nil {
		return m[1] + m[3], m[2]
	}
	return subject, ""
}

// measureWords are the words of a subject that say what kind of number it is, not of what.
var measureWords = strings.NewReplacer("主营业务收入", "", "营业收入", "", "固定资产投资", "", "增加值", "", "总产值", "", "产值", "", "投资", "", "收入", "",
	"规模以上工业", "", "规模以上", "", "比重", "", "占比", "", "比例", "", "总量", "", "总数", "", "数量", "", "规模", "", "面积", "", "年均", "", "增长", "",
	"增速", "", "下降", "", "提高", "", "新增", "", "累计", "", "达到", "", "全部", "", "占", "", "率", "", "的", "", "年", "")

var genericThings = words.Of("generic-things")

// specific reports whether a subject names a thing: not 主营业务收入, 新增, 区. Two characters name one only with a
// word that says what number of it is meant: 算力规模.
func specific(core string) bool {
	thing := measureWords.Replace(core)
	n := utf8.RuneCountInString(thing)
	return n > 2 || n == 2 && thing != core && words.Suffix(thing, genericThings) == ""
}

// inQuote reports whether most of a subject stands in the words that carry the number. What was
// taken from further off may belong to something else.
func inQuote(core, quote string) bool {
	c := []rune(core)
	return 2*commonLength(c, []rune(quote)) >= len(c)
}

// sameTopic reports whether promises that do not write their scope are of papers on one topic:
// the rate of a kind of park and that of a region go by one name. Written scopes need no topic.
func sameTopic(list []*quantity) bool {
	unwritten := false
	for _, q := range list {
		unwritten = unwritten || q.written == ""
	}
	if !unwritten {
		return true
	}
	first := topic(list[0].Document)
	for _, q := range list[1:] {
		if q.Document != list[0].Document && !shareRun(first, topic(q.Document), 4) {
			return false
		}
	}
	return true
}

// officialWords are the words of titles that say nothing of the topic.
var officialWords = strings.NewReplacer("人民政府", "|", "办公厅", "|", "办公室", "|", "关于", "|", "贯彻落实", "|", "进一步", "|", "加快", "|", "推进", "|",
	"促进", "|", "推动", "|", "加强", "|", "深化", "|", "指导意见", "|", "实施意见", "|", "若干意见", "|", "意见", "|", "实施方案", "|", "工作方案", "|",
	"行动计划", "|", "行动方案", "|", "分工方案", "|", "方案", "|", "通知", "|", "规划", "|", "措施", "|", "印发", "|", "高质量", "|", "改革", "|",
	"创新", "|", "发展", "|", "建设", "|", "和", "|", "的", "|")

// topic returns what a paper is about: its title without region, issuer and official words.
func topic(d *Document) string {
	t := strings.ReplaceAll(d.plainTitle(), d.Meta.Region, "|")
	if d.Meta.Issuer != "" {
		t = strings.ReplaceAll(t, d.Meta.Issuer, "|")
	}
	return officialWords.Replace(t)
}

// shareRun reports whether two topics have a run of n characters in common.
func shareRun(a, b string, n int) bool {
	r := []rune(a)
	for i := 0; i+n <= len(r); i++ {
		if g := string(r[i : i+n]); !strings.Contains(g, "|") && strings.Contains(b, g) {
			return true
		}
	}
	return false
}
