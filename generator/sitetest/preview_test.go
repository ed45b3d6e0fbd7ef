package sitetest

import (
	"net/http/httptest"
	"testing"

	"zhengce/generator/preview"
)

// TestPreview: while someone works on papers the page tells how the build went, and loads itself again when the
// site is new.
func TestPreview(t *testing.T) {
	chromium(t)
	s := preview.New(public(t))
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.Report(preview.State{Build: 1, Stage: preview.Ready})
	b := open(t, server.URL+"/")
	b.visit("index.html")
	b.until(`document.querySelector('#zhengce-live') !== null && document.querySelector('#zhengce-live').hidden`)
	eval[bool](b, `window.before = true`)
	s.Report(preview.State{Build: 2, Stage: preview.Building})
	b.until(`document.querySelector('#zhengce-live').textContent === '正在重新生成……'`)
	s.Report(preview.State{Build: 2, Stage: preview.Failed, Message: "seeds/甲.yaml:1:8: <b>不成</b>", Doubts: []string{"seeds/甲.txt:3:1: 疑有脱字"}})
	b.until(`document.querySelector('#zhengce-live pre') !== null`)
	if got := eval[string](b, `document.querySelector('#zhengce-live').innerText`); got != "没有生成，网站仍是上一次的：\n\nseeds/甲.yaml:1:8: <b>不成</b>\n\n刚改动的文件有 1 处存疑：\n\nseeds/甲.txt:3:1: 疑有脱字" {
		t.Errorf("the page says %q", got)
	}
	if !eval[bool](b, `window.before`) {
		t.Error("a build that failed loaded the page again")
	}
	s.Report(preview.State{Build: 3, Stage: preview.Ready})
	b.until(`window.before === undefined && document.readyState === 'complete'`)
}
