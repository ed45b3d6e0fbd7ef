package xlsx

import (
	"encoding/xml"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/format/archive"
)

// Formats are what a workbook says of how numbers are shown, as far as the library does not write them as Excel does:
// those that divide by thousands or ten thousands, 「0!.0,"万"」, what stands beside a number of no format, 「General"人"」,
// a third section for zero, numbers in words, fractions below one, and dates in the words of the system.
type formats struct {
	styles  map[int]string // by the style of the cell
	book    *excelize.File // in which numbers are written
	written map[string]int // its styles
}

// oddFormats reads the formats of the workbook that the library does not write well, by the styles that have them.
func (w *reader) oddFormats() (*formats, error) {
	const part = "xl/styles.xml"
	out := &formats{styles: map[int]string{}, written: map[string]int{}}
	if !w.a.Has(part) {
		return out, nil
	}
	data, err := w.a.Read(part)
	if err != nil {
		return nil, err
	}
	codes, style := maps.Clone(builtIn), 0
	x := archive.Within(data, "styleSheet")
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "numFmts":
			x.Children(func(e xml.StartElement) {
				codes[archive.Number(e, "numFmtId", -1, math.MaxInt32)] = archive.Value(e, "formatCode")
				x.Skip()
			})
		case "cellXfs":
			x.Children(func(e xml.StartElement) {
				if code := codes[archive.Number(e, "numFmtId", -1, math.MaxInt32)]; isOdd(code) {
					out.styles[style] = code
				}
				style++
				x.Skip()
			})
		default:
			x.Skip()
		}
	})
	return out, x.Failed(part)
}

// builtIn are formats that a workbook names by number alone, as Excel for China has them.
var builtIn = map[int]string{12: "# ?/?", 13: "# ??/??", 41: `_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, 42: `_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ `,
	43: `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, 44: `_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `}

var (
	// quotedText is text of a format that stands as it is.
	quotedText = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.`)
	// scaled is a format that ends its digits with commas: the number is divided by a thousand for each.
	scaled = regexp.MustCompile(`[0#?](,+)(?:[^0#?,]|$)`)
	// general is the number as it is.
	general = regexp.MustCompile(`G/通用格式|(?i:General)`)
	// fraction shows no whole number where there is none.
	fraction = regexp.MustCompile(`#[ ?]+/[ ?0-9]`)
	// systemDate and systemTime are written as the system does, weekday in the language of the system.
	systemDate = regexp.MustCompile(`^\[\$-(?i:F800|x-sysdate)\][^;]*`)
	systemTime = regexp.MustCompile(`^\[\$-(?i:F400|x-systime)\][^;]*`)
	weekday    = regexp.MustCompile(`\baaaa?\b`)
	// condition is what a section of a format is for, or its colour.
	condition  = regexp.MustCompile(`\[([<>=]+)(-?[\d.]+)\]`)
	inBrackets = regexp.MustCompile(`\[(?:[<>=]+-?[\d.]+|Red|Blue|Green|Black|White|Cyan|Magenta|Yellow|红色|蓝色|绿色|黑色|白色|黄色|Color\d+|颜色\d+)\]`)
)

// isOdd reports whether the library writes numbers in a format in another way than Excel.
func isOdd(code string) bool {
	plain := quotedText.ReplaceAllString(code, "")
	return strings.Contains(plain, "!") || scaled.MatchString(plain) || general.MatchString(plain) && code != "General" || strings.Count(plain, ";") > 1 ||
		fraction.MatchString(plain) || systemDate.MatchString(plain) || systemTime.MatchString(plain) || weekday.MatchString(plain)
}

// note keeps the style of a cell of a kind, if it holds a number in an odd format.
func (f *formats) note(s *sheet, at int, e xml.StartElement, kind string) {
	if style := archive.Number(e, "s", 0, maxRow); f.styles[style] != "" && (kind == "" || kind == "n") {
		s.odd[at] = style
	}
}

// write returns how a number is shown in the format of a style; ok is false where the library knows that.
func (f *formats) write(style int, raw string) (text string, ok bool) {
	code := f.styles[style]
	v, err := strconv.ParseFloat(raw, 64)
	if code == "" || err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return "", false
	}
	code, v = section(code, v)
	code, v = plainer(code, v)
	if f.book == nil {
		f.book = excelize.NewFile(excelize.Options{CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d"})
	}
	id, known := f.written[code]
	if !known {
		if id, err = f.book.NewStyle(&excelize.Style{CustomNumFmt: &code}); err != nil {
			return "", false
		}
		f.written[code] = id
	}
	const sheet, cell = "Sheet1", "A1"
	if f.book.SetCellFloat(sheet, cell, v, -1, 64) != nil || f.book.SetCellStyle(sheet, cell, cell, id) != nil {
		return "", false
	}
	text, err = f.book.GetCellValue(sheet, cell)
	if sign, rest, ok := strings.Cut(text, "0 "); ok && strings.Trim(sign, "- ") == "" && fraction.MatchString(code) && strings.Contains(rest, "/") {
		text = sign + rest
	}
	return text, err == nil
}

// section returns the section of a format that is for a number, without what it is for, and the number as that shows it:
// the second is for negative ones and says how they look.
func section(code string, v float64) (string, float64) {
	var sections []string
	at := 0
	hidden := quotedText.ReplaceAllStringFunc(code, func(q string) string { return strings.Repeat("x", len(q)) })
	for i := 0; i <= len(hidden); i++ {
		if i == len(hidden) || hidden[i] == ';' {
			sections = append(sections, code[at:i])
			at = i + 1
		}
	}
	chosen := sections[0]
	switch {
	case condition.MatchString(chosen):
		for _, s := range sections {
			if chosen = s; meets(s, v) {
				break
			}
		}
	case v < 0 && len(sections) > 1:
		chosen, v = sections[1], -v
	case v == 0 && len(sections) > 2:
		chosen = sections[2]
	}
	return inBrackets.ReplaceAllString(chosen, ""), v
}

// meets reports whether a number meets the condition of a section, if it has one.
func meets(section string, v float64) bool {
	m := condition.FindStringSubmatch(section)
	if m == nil {
		return true
	}
	limit, _ := strconv.ParseFloat(m[2], 64)
	switch m[1] {
	case ">":
		return v > limit
	case ">=":
		return v >= limit
	case "<":
		return v < limit
	case "<=":
		return v <= limit
	case "<>":
		return v != limit
	}
	return v == limit
}

// plainer returns a section in words that the library knows, and the number as that is to show it.
func plainer(code string, v float64) (string, float64) {
	code = systemTime.ReplaceAllString(systemDate.ReplaceAllString(code, `yyyy"年"m"月"d"日"`), "h:mm:ss")
	code = weekday.ReplaceAllStringFunc(code, func(a string) string { return weekdays(a, v) })
	if m := inWords.FindStringSubmatch(code); m != nil {
		if text, ok := spelled(v, m[1]); ok {
			code = strings.Replace(code, m[0], `"`+text+`"`, 1)
		}
	}
	var b strings.Builder
	at := 0
	blank := v == 0 && !strings.ContainsAny(quotedText.ReplaceAllString(code, ""), "0#")
	between := func(text string) {
		if blank {
			text = strings.ReplaceAll(text, "?", "") // room for a digit, of which there is none
		}
		text = general.ReplaceAllStringFunc(text, func(string) string { return digits(v) })
		for i, n := 0, len(text); i < n; i++ {
			if text[i] == '!' && i+1 < n {
				b.WriteString(`\`)
				continue
			}
			b.WriteByte(text[i])
		}
	}
	for _, q := range quotedText.FindAllStringIndex(code, -1) {
		between(code[at:q[0]])
		b.WriteString(code[q[0]:q[1]])
		at = q[1]
	}
	between(code[at:])
	out := b.String()
	hidden := quotedText.ReplaceAllStringFunc(out, func(q string) string { return strings.Repeat("x", len(q)) })
	if m := scaled.FindStringSubmatchIndex(hidden); m != nil {
		return out[:m[2]] + out[m[3]:], v / math.Pow(1000, float64(m[3]-m[2]))
	}
	return out, v
}

// digits returns a format that shows a number as it is.
func digits(v float64) string {
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if _, after, ok := strings.Cut(text, "."); ok {
		return "0." + strings.Repeat("0", min(len(after), 10))
	}
	return "0"
}
