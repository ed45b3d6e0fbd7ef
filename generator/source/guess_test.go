package source_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"zhengce/generator/source"
)

// TestGuess holds that text in an encoding that is not read is refused by the name of that, and that
// UTF-16 without a mark and old characters in GB18030 are read.
func TestGuess(t *testing.T) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	tests := []struct {
		name     string
		encoding encoding.Encoding
		text     string
		want     string // the encoding, or the words of the error
	}{
		{"traditional characters", traditionalchinese.Big5, "雲嶺市人民政府關於推進糧倉建設的通知\n一、建設糧倉12座，由市糧食局負責。\n", "looks like Big5"},
		{"few of them", traditionalchinese.Big5, "關於糧倉的通知", "looks like Big5"},
		{"traditional characters in a Chinese encoding", simplifiedchinese.GB18030, "雲嶺市人民政府關於推進糧倉建設的通知", "GB18030"},
		{"Japanese of Windows", japanese.ShiftJIS, "雲嶺市通知。建設計画、任務を分担する。", "looks like Shift_JIS"},
		{"Japanese without kana", japanese.ShiftJIS, "雲嶺市通知。建設計画，任務分担。", "looks like Shift_JIS"},
		{"Japanese of Unix", japanese.EUCJP, "雲嶺市通知。建設計画、任務を分担する。", "looks like EUC-JP"},
		{"Japanese of mails", japanese.ISO2022JP, "食糧倉庫を十二棟建設し、財政局が経費を負担する。", "looks like ISO-2022"},
		{"Korean", korean.EUCKR, "운령시 인민정부 식량창고 건설 추진에 관한 통지.", "looks like EUC-KR"},
		{"UTF-16 without a mark", little, "云岭市人民政府关于推进粮仓建设的通知\n一、建设粮仓12座。\n", "UTF-16LE"},
		{"UTF-16 without a zero", little, "云岭市人民政府关于推进粮仓建设的通知", "UTF-16LE"},
		{"UTF-16 in the order of networks", big, "云岭市人民政府关于推进粮仓建设的通知\n", "UTF-16BE"},
		{"letters in UTF-16", big, "notice\n", "UTF-16BE"},
		{"names", simplifiedchinese.GBK, "张三丰\n李逵\n", "GB18030"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data, err := tt.encoding.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			text, name, err := source.Decode(data)
			switch {
			case err != nil && !strings.Contains(err.Error(), tt.want):
				t.Errorf("error %v; want %s", err, tt.want)
			case err == nil && (name != tt.want || text != tt.text):
				t.Errorf("read as %s %q; want %s", name, text, tt.want)
			}
		})
	}
}
