package docx

import (
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
)

// show writes the number of a paragraph at the level.
func (n *numbering) show(at int, level func(int) *level, count *[levels]int) string {
	form := level(at)
	if form.format == "bullet" {
		if strings.Trim(form.text, "—－") == "" { // a dash opens a paragraph of its own kind
			return form.text
		}
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(form.text); i++ {
		c := form.text[i]
		if c != '%' || i+1 == len(form.text) || form.text[i+1] < '1' || form.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		k := int(form.text[i] - '1')
		v := count[k]
		if v < 0 {
			v = level(k).start
		}
		format := level(k).format
		if form.legal {
			format = "decimal"
		}
		s, ok := numeral.Write(format, v)
		if !ok && len(n.unknown) < 100 {
			n.unknown[format] = true
		}
		b.WriteString(s)
	}
	s := b.String()
	if s == "" || form.suffix == "nothing" || strings.ContainsRune("、）】〕．。：", paper.LastRune(s)) {
		return s
	}
	return s + " "
}
