package document

import "regexp"

// The parts of a 文号 after the name of its issuer: 「〔2015〕42号」, 「[2015] 第42号」. Around the year stand
// brackets of many kinds; round ones only where nothing else can be meant.
const (
	numberYear   = `\s*(?:19|20|１９|２０)[\d０-９]{2}\s*`
	numberSerial = `\s*第?\s*[\d０-９]{1,5}\s*号`

	yearAndSerial      = `\s*[〔\[［﹝【]` + numberYear + `[〕\]］﹞】]` + numberSerial
	roundYearAndSerial = `\s*[〔\[［﹝【(（]` + numberYear + `[〕\]］﹞】)）]` + numberSerial
)

// number is a 文号 at the start of a text: 「豫政 〔2015〕42号」, 「（皖政办秘〔2021〕82号）」, 「许政[2020]20号」.
// An order has a number of another form: 「市人民政府令第129号」, 「国家税务总局公告2023年第5号」.
var number = regexp.MustCompile(`^[（(]?(\p{Han}{2,12}` + roundYearAndSerial + `|` + orderNumber + `)[）)]?`)

// numberInBrackets is a 文号 in brackets behind a title: 「…重点工作任务（华政发〔2021〕2号）」.
var numberInBrackets = regexp.MustCompile(`[（(]\p{Han}{2,12}` + yearAndSerial + `[）)]$`)

// numberAtEnd is a 文号 glued to the end of a title: 「…的实施意见国办发〔2020〕24号」.
var numberAtEnd = regexp.MustCompile(`(\p{Han}{1,9}(?:发|函|字|政|办|规|令|秘|告|通)` + yearAndSerial + `)$`)

// numberInside is a 文号 within a line, its Han run greedy.
var numberInside = regexp.MustCompile(`\p{Han}{2,24}` + yearAndSerial)
