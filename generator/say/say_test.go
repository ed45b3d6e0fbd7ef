package say

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"
)

func TestErrorIsSaidInTheLanguageInUse(t *testing.T) {
	cause := &fs.PathError{Op: "open", Path: "seeds/甲.txt", Err: fs.ErrPermission}
	err := Errorf("writing %s: %w", "甲.txt", cause)
	if !errors.Is(err, fs.ErrPermission) {
		t.Error("what it wraps is lost")
	}
	for l, want := range map[Lang]string{English: "writing 甲.txt: open seeds/甲.txt: permission denied", Chinese: "写入 甲.txt 时出错：seeds/甲.txt：没有权限"} {
		if got := In(l, err); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestChineseOfOthers(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{errors.New("unknown flag: --fast"), "没有选项 --fast"},
		{fmt.Errorf("somewhere: %w", errors.New("no space left on device")), "磁盘已满"},
		{errors.New("template: a.html:3:2: function broke"), "原因的英文原文见 --lang en（a.html:3:2）"},
		{Errorf("LibreOffice found no end within %v; save the paper as .docx", 2*time.Minute), "LibreOffice 在 2分0秒 内没有结束；请把文件存为 .docx"},
		{errors.Join(New("it is cut off"), errors.New("file exists")), "内容不完整\n已经有这个文件或文件夹"},
	} {
		if got := In(Chinese, c.err); got != c.want {
			t.Errorf("%v: got %q, want %q", c.err, got, c.want)
		}
	}
}

func TestLocale(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        Lang
	}{
		{"LANG", "en_US.UTF-8", English}, {"LANG", "en.UTF-8", English}, {"LANG", "en", English}, {"LC_ALL", "zh_CN.UTF-8", Chinese},
		{"LC_MESSAGES", "C", Chinese}, {"LANG", "POSIX", Chinese}, {"LANG", "", Chinese}, {"LANG", "enm_XX", Chinese},
	} {
		if got := Locale(func(name string) string { return map[string]string{c.name: c.value}[name] }); got != c.want {
			t.Errorf("%s=%s: got %v", c.name, c.value, got)
		}
	}
}

// TestForeignCause: of a message that has no Chinese the cause of the system and the places are told.
func TestForeignCause(t *testing.T) {
	f := Foreign{Text: "hugo: rendering content/a.md: write out: no space left on device\n\tlayouts/page.html:3:7: bad", Else: "the cause is told by --lang en"}
	want := Phrase("the cause is told by --lang en").In(Chinese) + "：磁盘已满（content/a.md、layouts/page.html:3:7）"
	if got := f.In(Chinese); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := f.In(English); got != f.Text {
		t.Errorf("in English: %q", got)
	}
}
