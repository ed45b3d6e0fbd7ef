package format

import (
	"zhengce/generator/format/audit"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// audits are the second readings of the formats whose readers keep an account, by the format.
var audits = map[string]func(data []byte) ([]audit.Part, error){
	"txt": audit.Text, "markdown": audit.Markdown, "html": audit.HTML, "docx": audit.DOCX, "pdf": audit.PDF, "ofd": audit.OFD, "xlsx": audit.XLSX,
}

// losses returns what a second reading of the file finds and the account does not explain. Where the
// file cannot be read a second time, that is a loss of its own.
func losses(format string, data []byte, account source.Account) []source.Loss {
	read := audits[format]
	if read == nil {
		return nil
	}
	parts, err := read(data)
	if err != nil {
		return []source.Loss{{Text: "第二次读取失败：" + say.In(say.Chinese, err)}}
	}
	return audit.Losses(parts, account)
}
