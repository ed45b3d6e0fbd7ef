package sitetest

import (
	"bytes"
	"image"
	imagedraw "image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhengce/generator/internal/golden"
)

// pictures are the pages that a person has looked at, by the name of their picture in testdata/print.
var pictures = map[string]struct{ file, page string }{
	"cover":      {"print/1", "1"},
	"contents":   {"print/1", "2"},
	"title":      {"documents/henan-2011-fengong", "1"},
	"text":       {"documents/yuzheng-2015-42", "3"},
	"annex":      {"documents/yuzheng-2015-42", "20"},
	"imprint":    {"documents/yuzheng-2015-42", "21"},
	"ledger":     {"agencies/henan-fazhangaigewei-ledger", "1"},
	"comparison": {"compare/documents", "1"},
	"drawing":    {"compare/network-henan", "1"},
}

const (
	pictureFolder = "testdata/print"
	pictureDots   = 30 // an inch: enough to see where things stand
)

// TestPictures compares pages with pictures that were approved. UPDATE_GOLDEN=1 approves those of now.
// Other fonts give other pictures, so a machine without the fonts of fonts.txt skips it.
func TestPictures(t *testing.T) {
	needs(t, "pdftoppm", "fc-match")
	dir := pdfs(t)
	fonts := usedFonts(t)
	approved := filepath.Join(pictureFolder, "fonts.txt")
	if os.Getenv("UPDATE_GOLDEN") == "" {
		if data, err := os.ReadFile(approved); err != nil || string(data) != fonts {
			t.Skipf("the pictures were approved with other fonts: %s has\n%s, this machine\n%s", approved, data, fonts)
		}
	}
	golden.Equal(t, approved, []byte(fonts))
	for name, p := range pictures {
		got := render(t, filepath.Join(dir, p.file+".pdf"), p.page, pictureDots)
		picture := filepath.Join(pictureFolder, name+".png")
		if os.Getenv("UPDATE_GOLDEN") != "" {
			var b bytes.Buffer
			if err := png.Encode(&b, got); err != nil {
				t.Fatal(err)
			}
			golden.Equal(t, picture, b.Bytes())
			continue
		}
		data, err := os.ReadFile(picture)
		if err != nil {
			t.Fatalf("%v; UPDATE_GOLDEN=1 makes it", err)
		}
		want, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if share := unlike(got, want); share > 0.01 {
			t.Errorf("page %s of %s is unlike %s in %.1f %% of its area; look at it, then UPDATE_GOLDEN=1", p.page, p.file, picture, 100*share)
		}
	}
}

// usedFonts names the fonts that the style sheet's families lead to on this machine.
func usedFonts(t *testing.T) string {
	var b strings.Builder
	for _, family := range []string{"FangSong", "FandolFang R", "Noto Serif CJK SC", "SimHei", "Noto Sans CJK SC", "KaiTi", "LXGW WenKai", "Times New Roman", "Liberation Serif"} {
		b.WriteString(family + ": " + output(t, "fc-match", "-f", "%{family[0]} %{style[0]} %{fontversion}\n", family))
	}
	return b.String()
}

// render returns a page of a PDF as a grey picture.
func render(t *testing.T, file, page string, dots int) *image.Gray {
	t.Helper()
	cmd := exec.Command("pdftoppm", "-png", "-r", strconv.Itoa(dots), "-f", page, "-l", page, file)
	data, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	p, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	grey := image.NewGray(p.Bounds())
	imagedraw.Draw(grey, p.Bounds(), p, p.Bounds().Min, imagedraw.Src)
	return grey
}

// unlike returns the share of a picture's blocks of 6 × 6 dots that are clearly lighter or darker in
// another; 1 for pictures of two sizes.
func unlike(a, b image.Image) float64 {
	const block, least = 6, 28
	if a.Bounds() != b.Bounds() {
		return 1
	}
	blocks, other := 0, 0
	for y := 0; y+block <= a.Bounds().Dy(); y += block {
		for x := 0; x+block <= a.Bounds().Dx(); x += block {
			blocks++
			if d := grey(a, x, y, block) - grey(b, x, y, block); d > least || d < -least {
				other++
			}
		}
	}
	return float64(other) / float64(blocks)
}

// grey returns the mean of a block, 0 to 255.
func grey(p image.Image, x, y, size int) int {
	sum := uint32(0)
	for j := range size {
		for i := range size {
			r, _, _, _ := p.At(x+i, y+j).RGBA()
			sum += r >> 8
		}
	}
	return int(sum) / (size * size)
}
