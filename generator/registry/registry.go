// Package registry is what is known of agencies apart from any one paper: names of regions, what
// a name of a body looks like, which names stand for one function, and which body followed which.
// The knowledge stands in text files beside this one, each with its sources.
package registry

import (
	_ "embed"
	"strings"

	"zhengce/generator/words"
)

//go:embed regions.txt
var regionList string

//go:embed functions.txt
var functionList string

//go:embed lineage.txt
var lineageList string

// National is the region of papers and bodies of the whole country.
const National = "国家"

// A Region is one of the province-level regions.
type Region struct {
	Name  string // 河南省
	Short string // 河南
	Abbr  string // 豫
	Level string // how its papers call it: 省, 自治区, 市
	Seat  string // 郑州
}

// Regions lists the province-level regions in the order of GB/T 2260.
var Regions = readRegions()

func readRegions() []Region {
	var out []Region
	for _, f := range fields(regionList, 5) {
		out = append(out, Region{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// fields returns the tab-separated fields of the lines of a data file that have n of them.
func fields(list string, n int) [][]string {
	var out [][]string
	for _, line := range strings.Split(list, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if f := strings.SplitN(line, "\t", n); len(f) == n {
			out = append(out, f)
		}
	}
	return out
}

var functionOf = readFunctions()

func readFunctions() map[string]string {
	m := map[string]string{}
	for _, f := range fields(functionList, 2) {
		for _, name := range strings.Fields(f[1]) {
			m[name] = f[0]
		}
	}
	return m
}

// Function returns what the body is for that papers call stem, a name without region and level,
// or "" where the registry does not know it: 发展改革委 → 发展改革.
func Function(stem string) string { return functionOf[stem] }

// A Succession says that a body's name was followed by another.
type Succession struct {
	Region   string // full name, or "*" for any province
	Old, New string // names without region
	Year     string
	Source   string // or "unverified…"
}

// Successions lists the known successions in the order of the data file.
var Successions = readSuccessions()

func readSuccessions() []Succession {
	var out []Succession
	for _, f := range fields(lineageList, 5) {
		out = append(out, Succession{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// slipEndings end the name of a body that a slip of the pen has cut off.
var slipEndings = words.Of("slip-endings")

// Slip returns the registered stem of which stem is a slip, and what is wrong with it, in Chinese:
// 工业信息化厅 lost the 和 of 工业和信息化厅, 通信管理 its last character. Both are empty where stem is
// registered itself or resembles nothing.
func Slip(stem string) (registered, what string) {
	if Function(stem) != "" || len([]rune(stem)) < 4 {
		return "", ""
	}
	for _, ending := range slipEndings {
		if Function(stem+ending) != "" {
			return stem + ending, "末尾缺“" + ending + "”字"
		}
	}
	r := []rune(stem)
	for i := 1; i < len(r); i++ {
		if with := string(r[:i]) + "和" + string(r[i:]); Function(with) != "" {
			return with, "缺“和”字"
		}
	}
	return "", ""
}
