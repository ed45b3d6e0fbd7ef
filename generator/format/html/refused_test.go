package html_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
)

// TestRefused holds one clear message for each kind of page that gives no paper.
func TestRefused(t *testing.T) {
	formattest.Refused(t, [][3]string{
		{"x.html", " \n ", "file holds no text"},
		{"x.html", "<html><body><script>var a = 1</script></body></html>", "file holds no text"},
		{"x.html", "<p>\xc4\xe3\xba\xff\xff\xff</p>", "no text: byte 3 is neither UTF-8 nor GB18030; save the file as UTF-8"},
		{"x.html", `<frameset cols="20%,80%"><frame src="l.html"><frame src="r.html"><noframes>不支持框架</noframes></frameset>`, "the page holds only frames (l.html, r.html); open the one with the paper in a browser"},
		{"x.html", `<a href=/>首页</a><iframe src="n.html"></iframe>版权所有`, "the page shows its paper in a frame (n.html); open that in a browser and save it"},
		{"x.html", `<title>统一认证</title><form>用户<input>密码<input type=password><button>登录</button></form>`, "the page asks to log in and holds no paper"},
		{"x.html", `<title>提示</title><p>对不起，您要查看的信息不存在或已被删除。</p>`, "the page says that there is nothing at its address"},
		{"x.html", strings.Repeat("<b>", 1_000_000) + "通知", "cannot be read as HTML: elements stand in one another more than 512 deep"},
		{"x.html", "<table><tr>" + strings.Repeat(`<td colspan="1000">甲</td><td>乙</td></tr><tr>`, 10_000) + "</table>", "a table of more than 200000 cells; split the file"},
		{"x.html", "<p>" + strings.Repeat("甲", 6<<20) + "</p>", "a page of 18 MB is larger than the limit of 8 MB"},
	})
}
