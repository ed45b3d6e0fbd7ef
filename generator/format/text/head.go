package text

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

const (
	boxReason = "网页的信息栏"
	// longestLabel is how many bytes a label may have, the white space in it included.
	longestLabel = 300
	// headLines is how many lines of a text file are looked at for a page's data table.
	headLines = 40
)

// tools are the labels of a page's tools, which say nothing about the paper.
var tools = map[string]bool{"作者": true, "责任编辑": true, "编辑": true, "浏览": true, "浏览量": true, "浏览次数": true, "阅读": true, "阅读量": true, "阅读次数": true,
	"点击数": true, "点击量": true, "访问量": true, "字体": true, "字号": true, "分享": true, "分享到": true, "打印": true, "时间": true, "下载地址": true}

// bodyLine is a line with which the paper itself has begun: a sentence, recipients or a first number.
var bodyLine = regexp.MustCompile(`。|[：:]$|^[（(]?[一1][）)、.．]|^第一[章条]`)

// A labelAt is a label of a line with the place of its value.
type labelAt struct {
	name       string // of the field; empty for a tool of the page
	start, end int    // of the label, the colon included
}

// Head reads the data table of a page that was copied into a file with the paper:
// 「索引号： 113306/2025-257107 公开方式： 主动公开」, or label and value on lines of their own. Its
// lines are noise and what they say goes into the file's fields. It ends with the first sentence.
func Head(f *source.File) {
	front(f)
	h := &headReader{f: f, b: paper.Builder{Meta: f.Meta}}
	for _, block := range f.Blocks {
		if len(h.lines) < headLines && block.Kind != source.Table && !inNoise(f, block.Span) {
			h.lines = append(h.lines, block.Span)
		}
	}
	for len(h.lines) > 0 && !h.body() {
		h.line()
	}
	h.bulleted()
	f.Meta = h.b.Meta
	sort.SliceStable(f.Noise, func(i, j int) bool { return f.Noise[i].Start < f.Noise[j].Start })
}

// A headReader reads the lines that may be of a data table, one after the other.
type headReader struct {
	f     *source.File
	b     paper.Builder // gathers the fields
	lines []source.Span // that are left, and not known to be noise
	table bool          // the line before is of the data table
}

// labels returns the known labels of line i.
func (h *headReader) labels(i int) []labelAt {
	line := h.f.Slice(h.lines[i])
	if with := labelsIn(line); len(with) > 0 {
		return with
	}
	return bareLabels(line, h.table)
}

// body reports whether the paper itself has begun.
func (h *headReader) body() bool {
	return len(h.labels(0)) == 0 && bodyLine.MatchString(h.f.Slice(h.lines[0]))
}

// take makes noise of the next line and returns it.
func (h *headReader) take() string {
	line := h.lines[0]
	h.lines = h.lines[1:]
	h.f.Noise = append(h.f.Noise, source.Noise{Span: line, Reason: boxReason})
	return h.f.Slice(line)
}

// line reads the next line, and the one behind it where that has the value of the last label.
func (h *headReader) line() {
	labels := h.labels(0)
	h.table = len(labels) > 0
	if !h.table && !paper.LoadLine.MatchString(h.f.Squeezed(h.lines[0])) {
		h.lines = h.lines[1:]
		return
	}
	line := h.take()
	for k, l := range labels {
		end := len(line)
		if k+1 < len(labels) {
			end = labels[k+1].start
		}
		value := strings.TrimSpace(line[l.end:end])
		if value == "" && k+1 == len(labels) && h.valueBelow(l.name) {
			value = h.take()
		}
		if l.name != "" {
			h.b.Field(l.name, value)
		}
	}
}

// valueBelow reports whether the value of the field stands on the next line: the table goes on behind it, and it is not the title of the paper
// below a field that has none.
func (h *headReader) valueBelow(name string) bool {
	if len(h.lines) < 2 || len(h.labels(0)) > 0 || len(h.labels(1)) == 0 {
		return false
	}
	return name == "标题" || !paper.TitleLine.MatchString(h.f.Squeezed(h.lines[0]))
}

// front makes noise of the YAML that stands before the text of a file.
func front(f *source.File) {
	at := paper.FrontMatter.FindStringIndex(f.Text)
	if at == nil || f.Format != "txt" {
		return
	}
	for _, b := range f.Blocks {
		if b.End <= at[1] && b.Kind == source.Line {
			f.Noise = append(f.Noise, source.Noise{Span: b.Span, Reason: paper.HeaderReason})
		}
	}
}

// inNoise reports whether s is noise already.
func inNoise(f *source.File, s source.Span) bool {
	for _, n := range f.Noise {
		if n.Contains(s) {
			return true
		}
	}
	return false
}

// bullet is a field as data bases of laws and encyclopedias set it, 「•【文号】甲政发〔2031〕5号」, 「• 成文日期：2031年3月5日」: behind sentences of the page too.
var bullet = regexp.MustCompile(`^\s*[•·●]\s*(?:【([^【】]{2,12})】|([^：:。]{2,24}?)[：:])`)

// bulleted is any row of such a list.
var bulleted = regexp.MustCompile(`^\s*[•·●]`)

// fewestBullets is how many of the rows that follow each other are known fields, or in brackets, at least.
const fewestBullets = 3

// bulleted reads the rows of such fields in the lines that are left.
func (h *headReader) bulleted() {
	for len(h.lines) > 0 {
		n, known := 0, 0
		for ; n < len(h.lines) && bulleted.MatchString(h.f.Slice(h.lines[n])); n++ {
			line := h.f.Slice(h.lines[n])
			if _, _, ok := bulletField(line); ok || strings.Contains(line, "【") {
				known++
			}
		}
		if known < fewestBullets {
			h.lines = h.lines[max(n, 1):]
			continue
		}
		for ; n > 0; n-- {
			if name, value, ok := bulletField(h.take()); ok {
				h.b.Field(name, value)
			}
		}
	}
}

// bulletField returns name and value of the known field that such a row holds.
func bulletField(line string) (name, value string, ok bool) {
	m := bullet.FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	name, ok = paper.Label(m[1] + m[2])
	return name, strings.TrimSpace(line[len(m[0]):]), ok
}

// labelsIn returns the known labels of a line that is made of them: it begins with one, and each
// other one stands behind white space.
func labelsIn(line string) []labelAt {
	var out []labelAt
	from := 0
	for i, r := range line {
		if r != '：' && r != ':' {
			continue
		}
		if l, ok := labelBefore(line, from, i); ok {
			l.end = i + utf8.RuneLen(r)
			if len(out) == 0 && strings.Trim(line[:l.start], " \t\u3000•·*-●>") != "" {
				return nil
			}
			out = append(out, l)
			from = l.end
		}
		if len(out) == 0 {
			return nil
		}
	}
	return out
}

// word is a stretch of a line without white space.
var word = regexp.MustCompile(`[^\s\x{3000}]+`)

// bareLabels returns the known labels of a line that sets them before their values without a colon: 「索 引 号 123/2031-7 成文日期 2031-02-25」,
// 「[ 主题分类 ] 农业」. There are several, or the one stands in brackets or behind a line of the table.
func bareLabels(line string, behind bool) []labelAt {
	const longest = 5 // words that a label is set apart into
	var out []labelAt
	parts := word.FindAllStringIndex(line, -1)
	valued := true // the label before has a value
	for i := 0; i < len(parts); {
		n := min(longest, len(parts)-i)
		name, ok := "", false
		for ; n > 0 && !ok; n-- {
			name, ok = paper.Label(line[parts[i][0]:parts[i+n-1][1]])
		}
		switch {
		case ok && valued:
			out = append(out, labelAt{name: name, start: parts[i][0], end: parts[i+n][1]})
			i, valued = i+n+1, false
		case ok || len(out) == 0:
			return nil
		default:
			i, valued = i+1, true
		}
	}
	if len(out) == 0 || !valued && len(out) == 1 || len(out) == 1 && !behind && !strings.ContainsAny(line[:out[0].end], "[【") {
		return nil
	}
	return out
}

// labelBefore returns the label that ends at the byte offset end of line and begins behind white
// space or at from; the label itself may hold white space, 「文       号 ：」.
func labelBefore(line string, from, end int) (labelAt, bool) {
	var best labelAt
	found := false
	for i := end; i > max(from, end-longestLabel); {
		r, n := utf8.DecodeLastRuneInString(line[:i])
		i -= n
		before, _ := utf8.DecodeLastRuneInString(line[:i])
		if source.IsSpace(r) || i > from && !source.IsSpace(before) && !strings.ContainsRune("•·*-●>|", before) {
			continue
		}
		if name, ok := paper.Label(line[i:end]); ok {
			best = labelAt{name: name, start: i}
			found = true
		} else if tools[source.Squeeze(line[i:end])] {
			best, found = labelAt{start: i}, true
		}
	}
	return best, found
}
