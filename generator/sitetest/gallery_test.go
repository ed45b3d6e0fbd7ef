package sitetest

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	browserpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestGallery draws one page of each kind in all sizes into the folder that GALLERY names, with
// an index.html over them. Nothing is compared; the pictures are for people.
func TestGallery(t *testing.T) {
	out := os.Getenv("GALLERY")
	if out == "" {
		t.Skip("GALLERY names no folder for the pictures")
	}
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		t.Fatal(err)
	}
	var index strings.Builder
	index.WriteString("<!doctype html><meta charset=\"utf-8\"><title>gallery</title>\n")
	for _, width := range []int64{390, 1280, 1920} {
		for _, dark := range []bool{false, true} {
			v := view{name: "light", width: width, height: 1200, dark: dark}
			if dark {
				v.name = "dark"
			}
			b := open(t, "file://"+dir+"/")
			b.set(v)
			fmt.Fprintf(&index, "<h2>%d %s</h2>\n", v.width, v.name)
			for _, name := range kinds(t, dir) {
				b.visit(name)
				shot := do(b, func(ctx context.Context, t *chromedp.Target) (browserpage.CaptureScreenshotResult, error) {
					return cdp.Call(ctx, t, browserpage.CaptureScreenshot, browserpage.CaptureScreenshotParams{})
				}).Data
				picture := fmt.Sprintf("%s-%d-%s.png", strings.NewReplacer("/", "-", ".html", "").Replace(name), v.width, v.name)
				if err := os.WriteFile(filepath.Join(out, picture), shot, 0o666); err != nil {
					t.Fatal(err)
				}
				fmt.Fprintf(&index, "<a href=\"%s\"><img src=\"%[1]s\" alt=\"%s\" width=\"240\" loading=\"lazy\"></a>\n", picture, html.EscapeString(name))
			}
		}
	}
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte(index.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}
