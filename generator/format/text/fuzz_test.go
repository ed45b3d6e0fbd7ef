package text_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
)

func FuzzText(f *testing.F) {
	f.Add("某某通知\n\n一、甲\x01乙\n　　丙\t丁\n")
	f.Add(strings.Repeat("现就有关事项通知如下各县市区人民政府要认真落实好\n", 20))
	f.Fuzz(func(t *testing.T, text string) {
		formattest.Fuzz(t, "x.txt", []byte(text))
	})
}
