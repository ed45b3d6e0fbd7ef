package duty

import "zhengce/generator/words"

const (
	// dueName is the name of a field or column that gives a date: 完成时限.
	dueName = `{{due-field-words}}{{due-field-nouns}}`
	// field is the name of what gives persons or dates beside a group: 责任领导, 完成时限.
	field = `(?:{{person-field-words}}(?:负责|责任)?(?:[县市区州省镇乡]级?)?{{person-field-nouns}}|` + dueName + `)`
)

var (
	fieldName = words.Pattern(field + `[：:]`)
	dueField  = words.Pattern(dueName + `[：:]\s*([^；;。）)】〕]{2,40})`)
	// dueLine is a line that only gives the date of the group before it.
	dueLine = words.Pattern(`^` + dueName + `[：:]\s*([^；;。]{2,40})[；;。]?$`)
	// lastField is what names persons or dates before a group: 「责任领导：张某」.
	lastField = words.Pattern(field + `[：:][^。\n]{1,60}[。；;]?$`)
	// betweenLabels is what may stand between two labels of one group: stops, and fields of other kinds.
	betweenLabels = words.Pattern(`^(?:[。；;，,\s\x{3000}]|` + field + `[：:][^。；;]{1,60})*$`)
	// duePart is a part of a group that says until when: 「（商务部牵头，3月底前出台相关政策）」.
	duePart = words.Pattern(`[，；,;]\s*({{due-heads}}?(?:(?:(?:19|20)\d{2}|今|明)年)?(?:\d{1,2}月(?:{{due-months}}|\d{1,2}日)?(?:之?前)?|年{{due-years}}|(?:第?[一二三四]季度|[上下]半年)(?:末|底)?前?|(?:19|20)\d{2}年(?:底|末)?(?:之?前)?|{{due-always}})[^，；,;、：:]{0,20})$`)
)

// cutDue cuts the part that says until when off the end of a group.
func cutDue(content string) (rest, due string) {
	if m := duePart.FindStringSubmatchIndex(content); m != nil {
		return content[:m[0]], content[m[2]:m[3]]
	}
	return content, ""
}
