package verify

import (
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/source"
)

// annexSeeds are a paper and an annex of it, which stand on one page of annexSite.
func annexSeeds() []*source.File {
	paper, annex := source.NewFile("seeds/甲.txt", "办好集市\n"), source.NewFile("seeds/甲.附件1.txt", "附件1\n名单\n")
	paper.SHA256, annex.SHA256 = "aa", "d06a278a74d714eb0238f2ef55424bdab78b0031c97a10a223de4b9cf069eda9"
	return []*source.File{paper, annex}
}

const annexPage = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body>
<article data-document="jia" data-source="seeds/甲.txt" data-sha256="aa" data-characters="4"><div data-verbatim><p>办好集市</p></div></article>
<article data-document="jia/annex-1" data-source="seeds/甲.附件1.txt" data-sha256="DIGEST" data-characters="5"><h2>附件1</h2><a href="../originals/1.txt" data-original-file>原件</a>
<div data-verbatim><p>附件1</p><p>名单</p></div></article></body></html>`

func annexSite() fstest.MapFS {
	page := strings.Replace(annexPage, "DIGEST", annexSeeds()[1].SHA256, 1)
	return fstest.MapFS{"documents/jia.html": {Data: []byte(page)}, "originals/1.txt": {Data: []byte("附件1\n名单\n")}}
}

func TestAnnexFaults(t *testing.T) {
	const page = "documents/jia.html"
	tests := []struct{ name, file, old, new, want string }{
		{"nothing", page, "", "", ""},
		{"a character of the annex", page, "<p>名单", "<p>名册", page + ": the text differs from the paper at seeds/甲.附件1.txt:2:2"},
		{"a character of the paper", page, "集市", "集", page + ": the text differs from the paper at seeds/甲.txt:1:4"},
		{"the text of the annex in the paper's", page, "<p>办好集市</p></div>", "<p>办好集市</p><p>附件1</p><p>名单</p></div>", page + ": the text differs from the paper at seeds/甲.txt"},
		{"text in no article", page, "</body>", "<div data-verbatim>集市</div></body>", page + `: the page shows a paper of ""`},
		{"no annex", page, `data-source="seeds/甲.附件1.txt"`, "", page + `: the page shows a paper of ""`},
		{"another file to download", "originals/1.txt", "名单", "名册", "originals/1.txt: the file is not seeds/甲.附件1.txt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			site := annexSite()
			site[tt.file].Data = []byte(strings.Replace(string(site[tt.file].Data), tt.old, tt.new, 1))
			_, errs := Site(site, annexSeeds())
			if tt.want == "" && len(errs) > 0 || !strings.HasPrefix(errs.Error(), tt.want) {
				t.Errorf("problems:\n%v\nexpected %s", errs, tt.want)
			}
		})
	}
}

func TestAnnexElsewhere(t *testing.T) {
	site := annexSite()
	paper, annex, _ := strings.Cut(string(site["documents/jia.html"].Data), "\n<article data-document=\"jia/annex-1\"")
	site["documents/jia.html"].Data = []byte(paper)
	site["documents/other.html"] = &fstest.MapFile{Data: []byte("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>页</title></head><body>\n<article data-document=\"jia/annex-1\"" + annex)}
	_, errs := Site(site, annexSeeds())
	if want := "documents/other.html: seeds/甲.附件1.txt is an annex and stands elsewhere than its paper, on documents/jia.html"; errs.Error() != want {
		t.Errorf("problems:\n%v\nexpected %s", errs, want)
	}
}
