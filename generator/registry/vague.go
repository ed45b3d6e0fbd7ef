package registry

import (
	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

var (
	// vague are collectives that name nobody: 有关部门, 国务院相关部门, 中央和国家机关有关部门和单位.
	vague = words.Pattern(`^(?:\p{Han}|[（）、]){0,10}?(?:有关|相关)各?{{vague-kinds}}{0,2}{{vague-nouns}}?(?:[和及、]?(?:有关|相关)?{{vague-more}})?$|^(?:其他|其它)(?:各?部门|单位)?$`)
	// namedBody stands in names that are called 有关 and name somebody: 有关县财政局.
	namedBody = pattern.MustCompile(`[厅局署]|委(?:$|[^员])|法院`)
	// remark is a bracket inside a name: 相关镇（街道）.
	remark = pattern.MustCompile(words.Bracketed)
)

// IsVague reports whether name is a collective that names nobody, such as 国务院相关部门.
func IsVague(name string) bool {
	name = remark.ReplaceAllString(name, "")
	return vague.MatchString(name) && !namedBody.MatchString(name)
}
