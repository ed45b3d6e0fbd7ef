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

// gallery is what the pictures show: telephones to large screens, light, dark and in large text.
var gallery = []view{
	{name: "light", width: 390, height: 1000},
	{name: "dark", width: 390, height: 1000, dark: true},
	{name: "large", width: 390, height: 1000, large: true},
	{name: "double", width: 390, height: 1000, double: true},
	{name: "light", width: 1440, height: 1000},
	{name: "dark", width: 1440, height: 1000, dark: true},
	{name: "double", width: 1440, height: 1000, double: true},
	{name: "light", width: 2560, height: 1440},
	{name: "dark", width: 2560, height: 1440, dark: true},
}

// TestGallery draws the pages of each kind in all sizes into the folder that GALLERY names, with
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
	names := kinds(t, dir)
	var index strings.Builder
	index.WriteString("<!doctype html><meta charset=\"utf-8\"><title>gallery</title>\n")
	for _, v := range gallery {
		folder := fmt.Sprintf("%d-%s", v.width, v.name)
		fmt.Fprintf(&index, "<h2>%s</h2>\n", folder)
		for _, name := range names {
			fmt.Fprintf(&index, "<a href=\"%s\"><img src=\"%[1]s\" alt=\"%s\" width=\"240\" loading=\"lazy\"></a>\n", folder+"/"+picture(name), html.EscapeString(name))
		}
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			if err := os.MkdirAll(filepath.Join(out, folder), 0o777); err != nil {
				t.Fatal(err)
			}
			b := open(t, "file://"+dir+"/")
			b.size(v)
			for _, name := range names {
				b.visit(name)
				if name == "404.html" {
					b.forgive()
				}
				b.dress(v)
				if err := os.WriteFile(filepath.Join(out, folder, picture(name)), draw(b, v), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte(index.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func picture(name string) string {
	return strings.NewReplacer("/", "-", ".html", ".png").Replace(name)
}

// draw returns a picture of the tab's page, two screens high at most.
func draw(b *tab, v view) []byte {
	b.t.Helper()
	height := min(eval[float64](b, `document.documentElement.scrollHeight`), float64(2*v.height))
	beyond := true
	return do(b, func(ctx context.Context, t *chromedp.Target) (browserpage.CaptureScreenshotResult, error) {
		return cdp.Call(ctx, t, browserpage.CaptureScreenshot, browserpage.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond,
			Clip:                  &browserpage.Viewport{Width: float64(v.width), Height: height, Scale: 1},
		})
	}).Data
}
