package column

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

var (
	serialTitles    = words.Of("serial-titles")
	officeTitles    = words.Of("office-titles")
	dueTitles       = words.Of("due-titles")
	unitTitles      = words.Of("unit-titles")
	roleTitles      = words.Of("role-titles")
	taskTitles      = words.Of("task-titles")
	notTaskTitles   = words.Of("not-task-titles")
	noteColumns     = words.Of("note-columns")
	projectFigures  = words.Of("project-figures")
	baseColumns     = words.Of("base-columns")
	propertyColumns = words.Of("property-columns")
	goalColumns     = words.Of("goal-columns")
	goalHeads       = words.Of("goal-heads")
	nameColumns     = words.Of("name-columns")
	cornerTitles    = words.Of("corner-titles")
	yearTitles      = words.Of("year-titles")
	projectContents = words.Of("project-contents")
	placeFigures    = words.Of("place-figures")

	agencyTitle = words.Pattern(`{{agency-title-words}}{{agency-title-middles}}?{{agency-title-nouns}}|^(?:单位|部门)$`)
	// withPerson is the title of a column of bodies that names a person as well: 牵头部门及责任人.
	withPerson    = words.Pattern(`(?:单位|部门)(?:及|和|、|/|[（(])(?:责任人|联系人)`)
	dueTitle      = words.Pattern(`^(?:{{due-title-words}}|{{due-field-words}})?(?:{{due-field-words}}{{due-field-nouns}}|{{due-nouns}})$`)
	projectTitle  = words.Pattern(`^{{project-titles}}$`)
	planColumn    = words.Pattern(`{{plan-columns}}`)
	amountColumn  = words.Pattern(`^{{amount-columns}}$`)
	placeColumn   = words.Pattern(`^(?:各)?{{place-columns}}(?:名称)?$`)
	sectionColumn = words.Pattern(`^{{section-columns}}$`)

	unitForm = words.Pattern(`^{{magnitudes}}?(?:` + unitNames + `)(?:（(?:` + unitNames + `)）)?(?:[/·]{{magnitudes}}?(?:` + unitNames + `))*$|^1?/?(?:10|百|千)?万$|^(?:1/)\d*万$|^[%％‰]$|^(?:以)?\d{4}年=100$`)
	// valueForm is a value as it stands in a cell, with words of comparing and a unit.
	valueForm = pattern.MustCompile(`^[^\d。，；]{0,8}\d[\d,.]*[^\d。，；]{0,8}(?:[—\-–~～至]\d[\d,.]*[^\d。，；]{0,6})?(?:[〔\[【（(][^〕\]】）)]{1,10}[〕\]】）)])?[^\d。，；]{0,4}$`)
)

// unitLine is what stands above a table whose values have one unit.
var unitLine = pattern.MustCompile(`单位[：:]([^（）()，。；\s]{1,8}?)[）)]?$`)

const unitNames = `{{units-count}}|{{units-times}}|{{units-people}}|{{units-share}}|{{units-time}}|{{units-age}}|{{units-money}}|{{units-size}}`

// IsUnit reports whether a text is nothing but a unit of measure: 个, 万亩, 元/平方米, ％.
func IsUnit(text string) bool { return text != "" && unitForm.MatchString(text) }

var ordinal = pattern.MustCompile(`^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、．]?$`)

func isOrdinal(text string) bool { return ordinal.MatchString(text) }

// isValue reports whether a cell holds a value: 40, ≥40%, 控制在5.5%以内, 23.04〔1.38〕.
func isValue(text string) bool {
	return utf8.RuneCountInString(text) <= 24 && valueForm.MatchString(text)
}

// isSentence reports whether a cell is running text.
func isSentence(text string) bool {
	return utf8.RuneCountInString(text) > 16 || strings.ContainsAny(text, "。；，")
}

// looksLikeBody reports whether a cell may name a body.
func looksLikeBody(text string) bool { return bodyEnd.MatchString(text) }

var bodyEnd = words.Pattern(`{{body-tails}}(?:[（(][^（）()]{1,12}[）)])?$|^各`)

// mostly reports whether more than half of the cells of the column are such.
func (q *question) mostly(is func(string) bool) bool {
	n := 0
	for _, text := range q.cells[q.at] {
		if is(text) {
			n++
		}
	}
	return 2*n > len(q.cells[q.at])
}

// any reports whether a title of the table, without its unit, is such.
func (q *question) any(is func(string) bool) bool {
	return slices.ContainsFunc(q.titles, func(title string) bool {
		own, _ := cutUnit(title)
		return is(own)
	})
}

// others reports whether the title of another column is such.
func (q *question) others(is func(string) bool) bool {
	for i, title := range q.titles {
		if own, _ := cutUnit(title); i != q.at && is(own) {
			return true
		}
	}
	return false
}

// named reports whether a column before this one holds names.
func (q *question) named() bool { return q.follows(Name, Task, Place) }

// follows reports whether a column before this one is of one of the kinds.
func (q *question) follows(kinds ...Kind) bool {
	return slices.ContainsFunc(q.before, func(c Column) bool { return slices.Contains(kinds, c.Kind) })
}

// measured reports whether the table has a column of years or of values to be reached.
func (q *question) measured() bool {
	return q.any(func(title string) bool { return words.In(title, targetTitles) || yearIn(title) > 0 })
}

var targetTitles = words.Of("target-titles")

// ofTargets reports whether a title is one that tables of targets have.
func ofTargets(title string) bool { return strings.Contains(title, "指标") }

// namesYear reports whether a cell names a year.
func namesYear(text string) bool { return yearIn(text) > 0 }

// invests reports whether a title is that of the money that a project takes.
func invests(title string) bool { return strings.Contains(title, "投资") }

// isTask reports whether a title is that of a column of tasks.
func isTask(title string) bool {
	return words.In(title, taskTitles) && !words.In(title, notTaskTitles) && !strings.HasSuffix(title, "单位")
}
