package search

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// A sharder writes a list of values as scripts of about limit bytes each, counted before they
// are compressed. A value is looked up by its number in the list or, where keys are given, by
// its key.
type sharder struct {
	sort   string
	limit  int
	level  int // of compression
	values bytes.Buffer
	count  int    // values in the shard that is being filled
	last   string // the key added last
	next   string // what begins the shard that is being filled
	counts []byte // coded numbers of values of each shard
	begins []string
	files  []File
	err    error
	packer *flate.Writer
}

// add appends a value.
func (s *sharder) add(value any) { s.addKey("", value) }

// addKey appends a value with a key. Keys rise in the order of their characters.
func (s *sharder) addKey(key string, value any) {
	data, err := encode(value)
	if err != nil {
		s.err = err
		return
	}
	if s.count > 0 && s.values.Len()+len(data) > s.limit {
		s.flush()
	}
	if s.count == 0 {
		s.next = between(s.last, key)
	} else {
		s.values.WriteByte(',')
	}
	s.values.Write(data)
	s.count++
	s.last = key
}

// between returns the shortest beginning of b that comes after a, or b where none does.
func between(a, b string) string {
	for i := range b {
		if i > 0 && b[:i] > a {
			return b[:i]
		}
	}
	return b
}

// flush ends the shard that is being filled.
func (s *sharder) flush() {
	if s.count == 0 {
		return
	}
	s.counts = appendNumber(s.counts, s.count)
	s.begins = append(s.begins, s.next)
	data := append(append([]byte{'['}, s.values.Bytes()...), ']')
	packed, err := s.pack(data)
	s.err = cmp.Or(s.err, err)
	name := fmt.Sprintf("%s-%d", s.sort, len(s.files))
	s.files = append(s.files, File{name + ".js", script(name, packed)})
	s.values.Reset()
	s.count = 0
}

// pack compresses data and returns it as a JavaScript string, or as it is where that is hardly longer.
func (s *sharder) pack(data []byte) ([]byte, error) {
	var b bytes.Buffer
	if s.packer == nil {
		var err error
		if s.packer, err = flate.NewWriter(&b, s.level); err != nil {
			return nil, err
		}
	} else {
		s.packer.Reset(&b)
	}
	if _, err := s.packer.Write(data); err != nil {
		return nil, err
	}
	if err := s.packer.Close(); err != nil {
		return nil, err
	}
	packed := base64.StdEncoding.EncodeToString(b.Bytes())
	if 10*len(packed) > 9*len(data) {
		return data, nil
	}
	return fmt.Appendf(nil, "%q", packed), nil
}

// script returns a file that hands data to the search page.
func script(name string, data []byte) []byte {
	return fmt.Appendf(nil, "zhengceSearch.add(%q,%s);\n", name, data)
}

// encode returns v as JSON, which is also JavaScript.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
