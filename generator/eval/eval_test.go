package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/eval"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/record"
	"zhengce/generator/source"
)

func readGold(t *testing.T, fsys fs.FS, dir string) []*eval.Gold {
	t.Helper()
	gold, err := eval.ReadGold(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// TestLikeScorePy holds the printed report against that of the scoring script for the same
// input, taken once and, where the script is at hand, now.
func TestLikeScorePy(t *testing.T) {
	b, err := os.ReadFile("testdata/small/records.json")
	if err != nil {
		t.Fatal(err)
	}
	var records []*record.Record
	if err := json.Unmarshal(b, &records); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/small/score.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := eval.Score(readGold(t, os.DirFS("testdata"), "small/gold"), records).Write(&got, false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the report differs from the script's (-script +ours):\n%s", diff)
	}
	if now := scorePy(t, "testdata/small/gold", "testdata/small/records.json"); now != got.String() {
		t.Errorf("the report differs from what the script says now:\n%s", cmp.Diff(now, got.String()))
	}
}

// TestSeedsLikeScorePy does the same for the five papers of the library.
func TestSeedsLikeScorePy(t *testing.T) {
	records := parse(t, os.DirFS("../.."), "seeds")
	var got bytes.Buffer
	if err := eval.Score(readGold(t, os.DirFS("testdata"), "gold/seeds"), records).Write(&got, false); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "records.json")
	var b bytes.Buffer
	if err := record.Write(&b, records); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(scorePy(t, "testdata/gold/seeds", file), got.String()); diff != "" {
		t.Errorf("the report differs from the script's (-script +ours):\n%s", diff)
	}
}

// scorePy runs the scoring script beside the checkout; without it the test is skipped.
func scorePy(t *testing.T, gold, records string) string {
	t.Helper()
	const script = "../../../shared/eval/score.py"
	python, err := exec.LookPath("python3")
	if _, missing := os.Stat(script); err != nil || missing != nil {
		t.Skip("python3 or ../shared/eval/score.py is not here")
	}
	out, err := exec.Command(python, script, gold, records).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// parse reads the papers of a folder as the command does, without editors' files.
func parse(t *testing.T, fsys fs.FS, dir string) []*record.Record {
	t.Helper()
	files, errs := format.Load(fsys, dir)
	for _, e := range errs {
		t.Log(e)
	}
	return recordsOf(files)
}

func recordsOf(files []*source.File) []*record.Record {
	var out []*record.Record
	for _, f := range files {
		d, _ := document.Parse(f)
		facts, _ := extract.Document(d)
		out = append(out, record.New(facts))
	}
	return out
}

// A kept is the score of a paper as it was committed, with what was wrong with it.
type kept struct {
	eval.Counts
	Wrong []string `json:"wrong"`
}

const scores = "testdata/scores.json"

// TestGold holds the findings in the five papers against the committed scores.
func TestGold(t *testing.T) {
	compare(t, "seeds", readGold(t, os.DirFS("testdata"), "gold/seeds"), parse(t, os.DirFS("../.."), "seeds"))
}

// TestCorpus does the same for papers that are kept apart from the checkout.
func TestCorpus(t *testing.T) {
	root := os.DirFS("../../../shared")
	if _, err := fs.Stat(root, "eval/gold/corpus"); err != nil {
		t.Skip("../shared/corpus is not here")
	}
	records := parse(t, root, "corpus")
	gold := readGold(t, root, "eval/gold/corpus")
	gold = slices.DeleteFunc(gold, func(g *eval.Gold) bool {
		return !slices.ContainsFunc(records, func(r *record.Record) bool { return r.File == g.File })
	})
	compare(t, "corpus", gold, records)
}

// compare fails where a score is lower than the committed one and names what was gained and
// lost. With UPDATE_GOLDEN=1 it commits the scores.
func compare(t *testing.T, set string, gold []*eval.Gold, records []*record.Record) {
	t.Helper()
	all := map[string]map[string]kept{}
	if b, err := os.ReadFile(scores); err == nil {
		if err := json.Unmarshal(b, &all); err != nil {
			t.Fatal(err)
		}
	}
	report := eval.Score(gold, records)
	now := map[string]kept{}
	for _, d := range report.Documents {
		now[d.File] = kept{d.Counts, d.Wrong}
		was, ok := all[set][d.File]
		if !ok {
			t.Logf("%s has no committed score", d.File)
			continue
		}
		for _, line := range changes(was.Wrong, d.Wrong) {
			t.Logf("%s: %s", d.File, line)
		}
		for _, line := range lower(was.Counts, d.Counts) {
			t.Errorf("%s: %s", d.File, line)
		}
	}
	var b bytes.Buffer
	if err := report.Write(&b, false); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + b.String())
	if os.Getenv("UPDATE_GOLDEN") != "" {
		all[set] = now
		b, err := json.MarshalIndent(all, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(scores, append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// changes names what was wrong and is right, and the other way round.
func changes(was, now []string) []string {
	var out []string
	for _, w := range was {
		if !slices.Contains(now, w) {
			out = append(out, "gained: no longer "+w)
		}
	}
	for _, w := range now {
		if !slices.Contains(was, w) {
			out = append(out, "lost: "+w)
		}
	}
	return out
}

// lower names the scores of now that are lower than they were.
func lower(was, now eval.Counts) []string {
	var out []string
	for _, k := range eval.Kinds {
		if a, b := was.Kinds[k].F1(), now.Kinds[k].F1(); b < a {
			out = append(out, fmt.Sprintf("%s fell from %.3f to %.3f", k, a, b))
		}
	}
	for name, a := range was.Fields {
		if b := now.Fields[name]; b.Right*a.Of < a.Right*b.Of || b.Of == 0 {
			out = append(out, fmt.Sprintf("%s fell from %d/%d to %d/%d", name, a.Right, a.Of, b.Right, b.Of))
		}
	}
	slices.Sort(out)
	return out
}

// TestLower makes sure that the gate closes.
func TestLower(t *testing.T) {
	was := eval.Counts{Kinds: map[eval.Kind]eval.Tally{"roles": {TP: 9, FN: 1}}, Fields: map[eval.Field]eval.Ratio{"noise": {Right: 1, Of: 1}}}
	now := eval.Counts{Kinds: map[eval.Kind]eval.Tally{"roles": {TP: 8, FN: 2}}, Fields: map[eval.Field]eval.Ratio{"noise": {Right: 0, Of: 1}}}
	if got := strings.Join(lower(was, now), "; "); got != "noise fell from 1/1 to 0/1; roles fell from 0.947 to 0.889" {
		t.Errorf("lower says %q", got)
	}
	if got := lower(was, was); len(got) > 0 {
		t.Errorf("equal scores are called lower: %q", got)
	}
	if got := strings.Join(changes([]string{"a", "b"}, []string{"b", "c"}), "; "); got != "gained: no longer a; lost: c" {
		t.Errorf("changes says %q", got)
	}
}

// TestReadGold has no gold, and gold that cannot be read, as errors that name the place.
func TestReadGold(t *testing.T) {
	dir := t.TempDir()
	if _, err := eval.ReadGold(os.DirFS(dir), "."); err == nil || !strings.Contains(err.Error(), "no *.gold.json") {
		t.Errorf("an empty folder gives %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x.gold.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := eval.ReadGold(os.DirFS(dir), "."); err == nil || !strings.Contains(err.Error(), "x.gold.json") {
		t.Errorf("broken gold gives %v", err)
	}
}

// TestLine writes scores as a line under its head, a cell for each column.
func TestLine(t *testing.T) {
	title := "甲市修路办法"
	gold := []*eval.Gold{{File: "a.txt", Meta: eval.GoldMeta{Title: &title}, Measures: []eval.GoldMeasure{{ID: "一"}, {ID: "二"}}}}
	r := &record.Record{File: "a.txt", Meta: record.Meta{Title: &title}, Measures: []record.Measure{{ID: "一"}}}
	line := eval.Score(gold, []*record.Record{r}).Line("2031-05-06", "round 1")
	head, cells := strings.Split(eval.LineHead(), ","), strings.Split(line, ",")
	if len(cells) != len(head) {
		t.Fatalf("%s\n%s", eval.LineHead(), line)
	}
	got := map[string]string{}
	for i, h := range head {
		got[h] = cells[i]
	}
	for column, want := range map[string]string{"date": "2031-05-06", "gold": `"round 1"`, "papers": "1", "measures": "0.667", "agencies": "1.000", "meta.title": "1.000"} {
		if got[column] != want {
			t.Errorf("%s is %s, want %s: %s", column, got[column], want, line)
		}
	}
}
