package search

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
)

// A sharder writes a list of values as scripts of about limit bytes each, counted before they
// are compressed. A value is looked up by its number in the list or, where keys are given, by
// its key.
type sharder struct {
	sort  string
	limit int

	dictionary string // which stands before the data when it is compressed
	values     bytes.Buffer
	count      int    // values in the shard that is being filled
	last       string // the key added last
	next       string // what begins the shard that is being filled
	counts     []byte // coded numbers of values of each shard
	begins     []string
	files      []File
	err        error
}

// add appends a value.
func (s *sharder) add(value any) {
	data := s.encode(value)
	if s.full(data) {
		s.flush()
	}
	s.put(data)
}

// addKey appends a value with a key. Keys rise in the order of their characters; of each only
// what differs from the one before it is written, after the number of characters that do not.
func (s *sharder) addKey(key string, value any) {
	data := s.encode(value)
	if s.mayEnd(s.values.Len(), s.last, key) || s.full(s.keyed(key, data)) {
		s.flush()
	}
	if s.count == 0 {
		s.next = between(s.last, key)
	}
	s.put(s.keyed(key, data))
	s.last = key
}

// encode returns value as JSON; an error is kept.
func (s *sharder) encode(value any) []byte {
	data, err := encode(value)
	s.err = cmp.Or(s.err, err)
	return data
}

// keyed returns a value behind its key, as it is written next in the shard.
func (s *sharder) keyed(key string, data []byte) []byte {
	same, rest := 0, key
	if s.count > 0 {
		same, rest = front(s.last, key)
	}
	return append(append(s.encode(string(appendNumber(nil, same))+rest), ','), data...)
}

// front returns how many characters key begins with as last does, and the others.
func front(last, key string) (same int, rest string) {
	for i, r := range key {
		if !strings.HasPrefix(last[min(i, len(last)):], string(r)) {
			return same, key[i:]
		}
		same++
	}
	return same, ""
}

// full reports whether item would make the shard too large.
func (s *sharder) full(item []byte) bool { return s.count > 0 && s.values.Len()+len(item) > s.limit }

// put writes an item into the shard.
func (s *sharder) put(item []byte) {
	if s.count > 0 {
		s.values.WriteByte(',')
	}
	s.values.Write(item)
	s.count++
}

// mayEnd reports whether a shard of some size, which is not full yet, should end between two keys because a short
// word tells where the next one begins: all of these words are loaded before any shard.
func (s *sharder) mayEnd(size int, last, key string) bool {
	const short = len("发展改")
	return 3*size > 2*s.limit && len(between(last, key)) <= short
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
	s.file(append(append([]byte{'['}, s.values.Bytes()...), ']'))
	s.values.Reset()
	s.count = 0
}

// file ends a shard of the given data.
func (s *sharder) file(data []byte) {
	name := fmt.Sprintf("%s/%d", s.sort, len(s.files))
	script, err := packedScript(name, data, s.dictionary)
	s.err = cmp.Or(s.err, err)
	s.files = append(s.files, File{name + ".js", script})
}

// script returns a file that hands data to the search page as it is.
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
