package eval_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/eval"
	"zhengce/generator/record"
)

// TestScoreTime holds that a deadline is found by measure, words and date, that lengths count by event and size, and
// that papers that are ended count by number, else by title.
func TestScoreTime(t *testing.T) {
	gold := `{"file": "a.txt", "deadlines": [
		{"measure": "一/（一）", "quote": "6月底前", "date": "2031-06-30", "kind": "by", "agencies_of": null, "covers_end": "在全县修好全部水渠。"},
		{"measure": "一/（二）", "quote": "印发后3个月内", "date": null, "kind": "within", "agencies_of": 0, "covers_end": null, "after": {"after": "印发之日", "months": 3}},
		{"measure": "一/（三）", "quote": "年底前", "date": "2031-12-31", "kind": "by", "agencies_of": null, "covers_end": null}],
		"validity": {"effective": "2031-01-01", "effective_quote": "自2031年1月1日起施行", "term": {"years": 5}, "trial": true,
		"repeals": [{"number": "甲政发〔2020〕1号", "title": "甲办法", "quote": "x"}, {"number": null, "title": "乙办法", "quote": "y"}]}}`
	times, err := eval.ReadTime(fstest.MapFS{"a.time.json": {Data: []byte(gold)}}, ".")
	if err != nil || len(times) != 1 {
		t.Fatal(times, err)
	}
	records := `[{"file": "seeds/a.txt", "deadlines": [
		{"measure": "一/(一)", "quote": "于6月底前", "date": "2031-06-30", "kind": "by", "covers_end": "在全县修好全部水渠"},
		{"measure": "一/（二）", "quote": "印发后3个月内", "kind": "within", "agencies_of": 0, "after": {"after": "下发之日", "months": 3}},
		{"measure": "一/（三）", "quote": "年底前", "date": "2030-12-31", "kind": "by"},
		{"measure": "一/（四）", "quote": "年底前", "date": "2031-12-31", "kind": "by"}],
		"validity": {"effective": "2031-01-01", "effective_quote": "自2031年1月1日起施行", "term": {"years": 5}, "trial": false,
		"repeals": [{"number": "甲政发〔2020〕1号", "title": null, "quote": "x"}, {"number": null, "title": "丙办法", "quote": "y"}], "amends": [], "replaced_partly": []}}]`
	var list []*record.Record
	if err := json.Unmarshal([]byte(records), &list); err != nil {
		t.Fatal(err)
	}
	r := eval.ScoreTime(times, list)
	want := map[eval.Kind]eval.Tally{"deadlines": {TP: 2, FP: 2, FN: 1}, "repeals": {TP: 1, FP: 1, FN: 1}, "amends": {}, "replaced_partly": {}}
	for k, v := range want {
		if got := r.Total.Kinds[k]; got != v {
			t.Errorf("%s: %+v, want %+v", k, got, v)
		}
	}
	for name, want := range map[eval.Field]eval.Ratio{"deadline.date": {Right: 2, Of: 3}, "deadline.covers_end": {Right: 2, Of: 2}, "deadline.agencies_of": {Right: 2, Of: 2},
		"validity.effective": {Right: 1, Of: 1}, "validity.term": {Right: 1, Of: 1}, "validity.trial": {Right: 0, Of: 1}} {
		if got := r.Total.Fields[name]; got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	var b bytes.Buffer
	if err := r.Write(&b, true); err != nil || !strings.Contains(b.String(), "deadline too many: 一/(四) 年底前") {
		t.Errorf("the report says\n%s", b.String())
	}
}
