package table

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

// What a cell costs in a column; a row that costs more than dearest is not understood.
const (
	merged  = 2  // a column without a piece: the cell above holds for it
	broken  = 1  // a cell broken into two pieces
	widest  = 2  // how many characters longer than the line before it a line of a cell is at most
	odd     = 4  // a piece that is seldom found in such a column
	wrong   = 40 // one that is none of the column
	dearest = 12
)

// A class is what the cells of a column look like, by its title.
type class int

const (
	anyText class = iota
	serial
	figure
	unit
	date
	bodies
	nature
)

var (
	serialTitle = words.Pattern(`^{{serial-titles}}$`)
	dateTitle   = words.Pattern(`{{date-title-ends}}$`)
	unitTitle   = words.Pattern(`^(?:单位|计量单位)$`)
	bodiesTitle = words.Pattern(`{{agency-title-nouns}}(?:[（(].{1,8}[）)])?$`)
	natureTitle = words.Pattern(`(?:属性|性质)$`)
	figureTitle = words.Pattern(`{{figure-title-words}}|(?:19|20)\d{2}年?|[（(][^（）()]{1,5}[）)]$`)

	serialText = pattern.MustCompile(`^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、．]?$`)
	dateText   = words.Pattern(`^(?:[^，。；]{0,12}{{date-text-words}}[^。；]{0,14}|(?:19|20)\d{2}[./](?:0?[1-9]|1[0-2])(?:[^，。；年]{0,14})|—|-|/)$`)
	unitText   = pattern.MustCompile(`^[^\d，。、；]{1,8}$|^(?:1/)?\d*万?[^\d，。、；]{0,6}$|^—$`)
	knownUnit  = words.Pattern(`^[（(]?(?:{{magnitudes}}?(?:{{units-count}}|{{units-times}}|{{units-people}}|{{units-share}}|{{units-time}}|{{units-age}}|{{units-money}}|{{units-size}})(?:/.{1,4})?|[%％‰])[）)]?$`)
	bodyText   = words.Pattern(`(?:{{body-tails}}|等)(?:[（(][^（）()]{1,12}[）)])?[。；;]?$|^各|^[—/-]$`)
	bodyHead   = pattern.MustCompile(`^[省市县区]\p{Han}{2,5}$`) // the first line of a name that is broken
	cellRole   = words.Pattern(`{{cell-roles}}`)
	bound      = pattern.MustCompile(`[≥≤＞＜<>]\s*\d[\d.]*[%％]?$`) // 「设区市≥25」 is a value of one level
	number     = pattern.MustCompile(`\d`)
	sentence   = pattern.MustCompile(`[。；]`)
)

// classOf tells what the cells under a title look like.
func classOf(title string) class {
	switch {
	case serialTitle.MatchString(title):
		return serial
	case unitTitle.MatchString(title):
		return unit
	case dateTitle.MatchString(title):
		return date
	case bodiesTitle.MatchString(title):
		return bodies
	case natureTitle.MatchString(title):
		return nature
	case figureTitle.MatchString(title):
		return figure
	}
	return anyText
}

// costs tell by class what a piece costs as the cell of a column, or as a part of it; length is that of the piece in
// characters.
var costs = map[class]func(piece string, length int) int{
	anyText: func(piece string, _ int) int {
		switch {
		case value.MatchString(piece) || bound.MatchString(piece):
			return 2 * odd
		case bodyText.MatchString(piece) || bodyHead.MatchString(piece):
			return broken // 「优化布局」 ends like a body
		}
		return unless(!strings.HasSuffix(piece, "底前"), odd)
	},
	serial: func(piece string, _ int) int { return unless(serialText.MatchString(piece), wrong) },
	figure: func(piece string, length int) int {
		if length > 24 || length > 12 && !number.MatchString(piece) {
			return wrong
		}
		return unless(number.MatchString(piece) || strings.Contains("—-/", piece), odd)
	},
	unit: func(piece string, length int) int {
		if length > 2 && bodyText.MatchString(piece) {
			return odd / 2 // a column 单位 may hold bodies
		}
		return unless(unitText.MatchString(piece), wrong) + unless(knownUnit.MatchString(piece) || number.MatchString(piece), broken)
	},
	date: func(piece string, length int) int {
		if dateText.MatchString(piece) {
			return 0
		}
		return unless(length <= 12 && !number.MatchString(piece), wrong) + odd
	},
	bodies: func(piece string, length int) int {
		switch {
		case bodyHead.MatchString(piece) || strings.HasSuffix(piece, "、"):
			return 0
		case bodyText.MatchString(piece) || length <= 60 && cellRole.MatchString(piece):
			return 0
		case number.MatchString(piece) || sentence.MatchString(piece):
			return wrong
		}
		return unless(length > 12, broken) + unless(length <= 12, odd) // a body that no list knows
	},
	nature: func(piece string, length int) int { return unless(length <= 4 && !number.MatchString(piece), wrong) },
}

// unless returns the cost where fits does not hold.
func unless(fits bool, cost int) int {
	if fits {
		return 0
	}
	return cost
}
