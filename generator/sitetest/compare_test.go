package sitetest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A record is a row of a data file, by the names of its columns.
type record map[string]string

// data reads a file of the data pack.
func data(t *testing.T, name string) []record {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(public(t), "data", name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []record
	for _, row := range rows[1:] {
		r := record{}
		for i, cell := range row {
			r[rows[0][i]] = cell
		}
		out = append(out, r)
	}
	return out
}

// A tableRow is a row of a table on a page: its texts by the column's head, and the first link of each.
type tableRow struct{ text, link map[string]string }

var restOfTasks = regexp.MustCompile(`列出 (\d+) 项，共 (\d+) 项任务；全部见`)

// leftOut returns how many tasks the ledgers of an agency's page say that they have no room for.
func leftOut(t *testing.T, page string) (n int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(public(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range restOfTasks.FindAllSubmatch(data, -1) {
		shown, _ := strconv.Atoi(string(m[1]))
		all, _ := strconv.Atoi(string(m[2]))
		n += all - shown
	}
	return n
}

// tableOf reads the table called name from a page.
func tableOf(t *testing.T, page, name string) []tableRow {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(public(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var head []string
	var out []tableRow
	for n := range root.Descendants() {
		if n.Data != "table" || attr(n, "data-table") != name {
			continue
		}
		for cell := range n.Descendants() {
			switch cell.Data {
			case "th":
				head = append(head, textOf(cell))
			case "tr":
				out = append(out, tableRow{map[string]string{}, map[string]string{}})
			case "td":
				i := len(out) - 1
				column := head[len(out[i].text)]
				out[i].text[column] = textOf(cell)
				for a := range cell.Descendants() {
					if a.Data == "a" && out[i].link[column] == "" {
						out[i].link[column] = attr(a, "href")
					}
				}
			}
		}
		return out[1:] // the first is the row of heads
	}
	t.Fatalf("%s has no table %s", page, name)
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// id returns the name of the page that a link leads to, without folder and suffix.
func id(link string) string {
	link, _, _ = strings.Cut(link, "#")
	return strings.TrimSuffix(filepath.Base(link), ".html")
}

// same complains if a number on a page is not the recount.
func same(t *testing.T, what, got string, want int) {
	t.Helper()
	if got != fmt.Sprint(want) && (got != "" || want != 0) {
		t.Errorf("%s: the page says %q, the data %d", what, got, want)
	}
}

// members returns who has which part in a task: one record for each agency of each group of the
// text and of the annexes.
func taskMembers(t *testing.T) []record {
	all := data(t, "assignments.csv")
	for _, r := range all {
		r["task_id"] = r["document"] + "/" + r["measure"] + "/" + r["group"]
	}
	for _, r := range data(t, "annex.csv") {
		r["task_id"] = r["document"] + "/annex/" + r["row"]
		all = append(all, r)
	}
	return all
}

// general tells which measures the data calls general clauses, by paper and number.
func general(t *testing.T) map[string]bool {
	out := map[string]bool{}
	for _, r := range data(t, "measures.csv") {
		out[r["document"]+"/"+r["measure"]] = r["general"] == "true"
	}
	return out
}

// TestRecountMeasures recounts the actions of each paper and the general clauses behind them.
func TestRecountMeasures(t *testing.T) {
	actions, folded := map[string]int{}, map[string]int{}
	for _, r := range data(t, "measures.csv") {
		if r["general"] == "true" {
			folded[r["document"]]++
		} else {
			actions[r["document"]]++
		}
	}
	for _, d := range cardsOf(t, "documents/index.html") {
		paper := id(d.link["标题"])
		same(t, "actions of "+paper, d.text["措施"], actions[paper])
		list := "measures/" + paper
		same(t, "listed actions of "+paper, fmt.Sprint(len(tableOf(t, list+"/index.html", list))), actions[paper])
		if n := folded[paper]; n > 0 {
			same(t, "general clauses of "+paper, d.text["总体性条款"], n)
			same(t, "listed general clauses of "+paper, fmt.Sprint(len(tableOf(t, list+"/index.html", list+"-general"))), n)
		}
	}
	if len(folded) == 0 {
		t.Error("the seeds have no general clause")
	}
}

// TestRecountCascades recounts what the pages say of pairs of papers.
func TestRecountCascades(t *testing.T) {
	list := cardsOf(t, "compare/cascades.html")
	rows := data(t, "cascade.csv")
	for _, l := range list {
		name := id(l.link["标题"])
		for _, row := range tableOf(t, "compare/"+name+".html", "compare/"+name+"-pairs") {
			a, b := id(row.link["甲文件"]), id(row.link["乙文件"])
			n := map[string]int{}
			for _, r := range rows {
				switch {
				case r["cascade"] != name:
				case r["a_document"] == a && r["b_document"] == b:
					n[r["relation"]]++
					if r["lead_same"] == "false" {
						n["differs"]++
					}
				case r["a_document"] == b && r["b_document"] == a && r["relation"] == "only":
					n["new"]++
				}
			}
			for column, want := range map[string]int{"一致": n["identical"], "改写": n["reworded"], "部分": n["partial"], "未见对应（仅甲有）": n["only"], "新增（仅乙有）": n["new"], "牵头不同": n["differs"]} {
				same(t, name+" "+column, row.text[column], want)
			}
			all := tableOf(t, "compare/"+id(row.link["逐条对照"])+".html", "compare/"+id(row.link["逐条对照"]))
			same(t, name+" rows", fmt.Sprint(len(all)), n["identical"]+n["reworded"]+n["partial"]+n["only"]+n["new"])
			for _, r := range all {
				if r.link["甲条款"]+r.link["乙条款"] == "" {
					t.Errorf("%s: a row leads to no sentence: %v", name, r.text)
				}
			}
		}
	}
	if len(list) == 0 {
		t.Error("no cascades")
	}
}

// TestRecountAgencies recounts the matrix of agencies and papers, the functions and the ledgers.
func TestRecountAgencies(t *testing.T) {
	all := taskMembers(t)
	marks := map[string]string{"lead": "牵", "sole": "独", "joint": "共", "support": "配"}
	titles := map[string]string{}
	for _, r := range tableOf(t, "compare/documents.html", "compare/documents") {
		titles[id(r.link["文件"])] = r.text["文件"]
	}
	cells := map[[2]string]map[string]int{}
	tasks, byRole := map[string]int{}, map[string]map[string]int{}
	for _, r := range all {
		k := [2]string{r["agency"], titles[r["document"]]}
		if cells[k] == nil {
			cells[k] = map[string]int{}
		}
		cells[k][r["role"]]++
		tasks[r["agency"]]++
		if byRole[r["agency"]] == nil {
			byRole[r["agency"]] = map[string]int{}
		}
		byRole[r["agency"]][r["role"]]++
	}
	found := 0
	for _, row := range tableOf(t, "compare/agencies.html", "compare/agencies") {
		agency := id(row.link["部门"])
		for column, text := range row.text {
			if column == "部门" || column == "地区" {
				continue
			}
			var want []string
			for _, role := range []string{"lead", "sole", "joint", "support"} {
				if n := cells[[2]string{agency, column}][role]; n > 0 {
					want = append(want, fmt.Sprint(marks[role], n))
					found += n
				}
			}
			if text != strings.Join(want, " ") {
				t.Errorf("%s in %s: the page says %q, the data %q", agency, column, text, want)
			}
			if text != "" && !strings.Contains(row.link[column], "#d-") {
				t.Errorf("%s in %s leads to %q", agency, column, row.link[column])
			}
		}
	}
	same(t, "matrix", fmt.Sprint(found), len(all))
	folded := map[string]int{} // tasks of general clauses, beside those of others
	for _, r := range all {
		if r["row"] == "" && general(t)[r["document"]+"/"+r["measure"]] {
			folded[r["agency"]]++
		}
	}
	for agency, n := range tasks {
		page, name := "agencies/"+agency+".html", "agencies/"+agency
		if k := folded[agency]; k > 0 && k < n {
			same(t, "general clauses of "+agency, fmt.Sprint(len(tableOf(t, page, name+"-general"))), k)
			n -= k
		}
		shown := 0
		for _, table := range []string{name, name + "-shared"} {
			if _, err := os.Stat(filepath.Join(public(t), "data", "tables", table+".csv")); err == nil {
				shown += len(tableOf(t, page, table))
			}
		}
		same(t, "ledger of "+agency, fmt.Sprint(shown+leftOut(t, page)), n)
	}
	for _, f := range tableOf(t, "compare/functions.html", "compare/functions") {
		page := "compare/" + id(f.link["职能"])
		sum := 0
		for _, row := range tableOf(t, page+".html", page) {
			agency := id(row.link["部门"])
			same(t, page+" "+agency, row.text["任务"], tasks[agency])
			for role, column := range map[string]string{"lead": "牵头", "sole": "单独负责", "joint": "未分主次", "support": "配合"} {
				same(t, page+" "+agency+" "+column, row.text[column], byRole[agency][role])
			}
			sum += tasks[agency]
		}
		same(t, page, f.text["任务"], sum)
	}
}

// TestRecountNetworks recounts the tasks that two agencies share.
func TestRecountNetworks(t *testing.T) {
	in := map[string]map[string]bool{}
	for _, r := range taskMembers(t) {
		if in[r["task_id"]] == nil {
			in[r["task_id"]] = map[string]bool{}
		}
		in[r["task_id"]][r["agency"]] = true
	}
	shared := map[[2]string]int{}
	for _, who := range in {
		for a := range who {
			for b := range who {
				if a != b {
					shared[[2]string{a, b}]++
				}
			}
		}
	}
	regions := tableOf(t, "compare/network.html", "compare/network")
	if len(regions) == 0 {
		t.Error("no networks")
	}
	for _, region := range regions {
		page := "compare/" + id(region.link["地区"])
		edges := tableOf(t, page+".html", page)
		pairs, _ := strconv.Atoi(region.text["有共同任务的部门对"])
		if len(edges) != min(pairs, 100) { // the page shows the first hundred, its CSV all
			t.Errorf("%s shows %d of %d pairs", page, len(edges), pairs)
		}
		b, err := os.ReadFile(filepath.Join(public(t), filepath.FromSlash(page+".html")))
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		drawn := false
		for n := range root.Descendants() {
			drawn = drawn || n.Data == "svg"
		}
		if !drawn {
			t.Errorf("%s has no drawing", page)
		}
	}
	for agency := range shared {
		page := "agencies/" + agency[0]
		for _, row := range tableOf(t, page+".html", page+"-partners") {
			other := id(row.link["部门"])
			same(t, page+" and "+other, row.text["共同任务"], shared[[2]string{agency[0], other}])
		}
	}
}

// TestRecountOverviews recounts papers by year, cited papers and promises of one quantity.
func TestRecountOverviews(t *testing.T) {
	papers := data(t, "documents.csv")
	for _, row := range tableOf(t, "compare/timeline.html", "compare/timeline") {
		n := 0
		for _, d := range papers {
			if strings.HasPrefix(d["date"], strings.TrimSuffix(row.text["年份"], "年")) && d["region"] == row.text["地区"] {
				n++
			}
		}
		same(t, "timeline "+row.text["年份"], row.text["文件数"], n)
	}
	byID := map[string]record{}
	for _, d := range papers {
		byID[d["id"]] = d
	}
	for _, row := range tableOf(t, "compare/documents.html", "compare/documents") {
		d := byID[id(row.link["文件"])]
		for column, key := range map[string]string{"附件任务": "annex_rows", "部门": "agencies", "目标值": "targets", "条件、门槛": "thresholds", "引用": "citations", "被引": "cited_by"} {
			if got, shown := row.text[column]; shown && got != d[key] {
				t.Errorf("%s: %s is %q, the data say %q", d["id"], column, row.text[column], d[key])
			}
		}
		all, _ := strconv.Atoi(d["measures"])
		folded, _ := strconv.Atoi(d["general"])
		same(t, "actions of "+d["id"], row.text["措施"], all-folded)
	}
	missing := map[string]map[string]bool{}
	for _, r := range data(t, "citations.csv") {
		if r["held"] == "" {
			if missing[r["citation"]] == nil {
				missing[r["citation"]] = map[string]bool{}
			}
			missing[r["citation"]][r["document"]] = true
		}
	}
	list := tableOf(t, "compare/missing.html", "compare/missing")
	same(t, "missing papers", fmt.Sprint(len(list)), len(missing))
	for _, row := range list {
		cited := id(row.link["文件名称"])
		same(t, cited, row.text["引用它的文件数"], len(missing[cited]))
	}
	promises := data(t, "series.csv")
	for _, row := range tableOf(t, "compare/targets.html", "compare/drift") {
		name := strings.TrimPrefix(id(row.link["指标"]), "drift-")
		values := map[string]int{}
		n := 0
		for _, p := range promises {
			if p["series"] == name {
				values[p["value"]+p["cmp"]+p["unit"]]++
				n++
			}
		}
		same(t, name, row.text["提法"], n)
		for _, step := range tableOf(t, "compare/drift-"+name+".html", "compare/drift-"+name) {
			if step.text["变化"] != "未再提出" && values[step.text["数值"]+step.text["限定"]+step.text["单位"]] == 0 {
				t.Errorf("%s: the data have no %v", name, step.text)
			}
		}
	}
}
