package document

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestQuestions reads papers of questions and answers: the sections are the questions, whatever is numbered in an answer.
func TestQuestions(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a list in the line of an answer", "1.谁可以申领？\n答：应符合条件：（一）有店面；（二）满2年；（三）有账。\n2.何时申领？申领几次？\n答：每年一次。\n3.向谁申领？\n答：向区里申领。\n多次申领的，另行通知。",
			"1 谁可以申领？|2 何时申领？申领几次？|3 向谁申领？"},
		{"lists on lines of their own, with the same numbers", "1.谁可以申领？\n答：应符合条件：\n1.有店面；\n2.满2年。\n2.要哪些材料？\n答：（一）申请表。\n（二）账簿。\n3.向谁申领？\n答：一、向区里。\n二、向街道。",
			"1 谁可以申领？|2 要哪些材料？|3 向谁申领？"},
		{"parts over the questions", "一、申领条件\n1.谁可以申领？\n答复：（一）店主；（二）摊主。\n2.可以代办吗？\n答复：可以。\n二、申领办法\n3.何时申领？\n答复：每年三月。",
			"一 申领条件|一/1 谁可以申领？|一/2 可以代办吗？|二 申领办法|二/3 何时申领？"},
		{"Chinese numbers", "一、谁可以申领？\n【答】（一）店主；\n（二）摊主。\n二、何时申领？\n【答】每年三月。\n三、向谁申领？\n【答】向区里。", "一 谁可以申领？|二 何时申领？|三 向谁申领？"},
		{"question and answer in one line", "1.谁可以申领？答：店主。2.何时申领？答：（一）三月；（二）九月。3.向谁申领？答：向区里。", "1 谁可以申领？|2 何时申领？|3 向谁申领？"},
		{"questions that nobody answers", "一、为何申领？\n（一）为店主减负。\n（二）为摊主减负。\n二、何时申领？\n（一）三月。\n（二）九月。\n三、向谁申领？\n（一）区里。\n（二）街道。",
			"一 |一/（一） |一/（二） |二 |二/（一） |二/（二） |三 |三/（一） |三/（二） "},
	} {
		f := source.NewFile("x.txt", "甲市店铺补贴热点问答\n"+tt.text+"\n")
		d, _ := Parse(f)
		var got []string
		d.Walk(func(s *Section) { got = append(got, s.ID()+" "+f.Squeezed(s.Title)) })
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}
