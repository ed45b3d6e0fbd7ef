package search

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// fanOut is the number of names in a list of shards; longer lists become shards themselves, so
// that what is loaded first does not grow with the library.
const fanOut = 128

// An entry names a shard: [first key in it, name].
type entry [2]any

// A tree is the way to the shards of one sort: Depth lists lie between Entries and the shards.
type tree struct {
	Depth   int     `json:"depth"`
	Entries []entry `json:"entries"`
}

// A sharder writes a list of values with rising keys as scripts of about limit bytes each,
// counted before they are compressed.
type sharder struct {
	sort   string
	limit  int
	level  int // of compression
	first  any
	values bytes.Buffer
	shards []entry
	files  []File
	err    error
	packer *flate.Writer
}

// add appends a value; key is kept only for the first one of a shard.
func (s *sharder) add(key, value any) {
	data, err := encode(value)
	if err != nil {
		s.err = err
		return
	}
	if s.values.Len() > 0 && s.values.Len()+len(data) > s.limit {
		s.flush()
	}
	if s.values.Len() == 0 {
		s.first = key
	} else {
		s.values.WriteByte(',')
	}
	s.values.Write(data)
}

// flush ends the shard that is being filled.
func (s *sharder) flush() {
	if s.values.Len() == 0 {
		return
	}
	name, err := s.write(append(append([]byte{'['}, s.values.Bytes()...), ']'))
	s.values.Reset()
	if err != nil {
		s.err = err
		return
	}
	s.shards = append(s.shards, entry{s.first, name})
}

// write makes a file of data, named by its digest.
func (s *sharder) write(data []byte) (name string, err error) {
	sum := sha256.Sum256(data)
	name = s.sort + "-" + hex.EncodeToString(sum[:6])
	packed, err := s.pack(data)
	s.files = append(s.files, File{name + ".js", script(name, packed)})
	return name, err
}

// single writes a value that has a file for itself, and returns its name.
func (s *sharder) single(sort string, value any) (name string, err error) {
	data, err := encode(value)
	if err != nil {
		return "", err
	}
	s.sort = sort
	return s.write(data)
}

// close ends the last shard and returns the way to all of them.
func (s *sharder) close() (tree, error) {
	s.flush()
	t := tree{Entries: s.shards}
	if t.Entries == nil {
		t.Entries = []entry{}
	}
	for len(t.Entries) > fanOut && s.err == nil {
		var upper []entry
		for i := 0; i < len(t.Entries); i += fanOut {
			list := t.Entries[i:min(i+fanOut, len(t.Entries))]
			data, err := encode(list)
			if err != nil {
				return t, err
			}
			name, err := s.write(data)
			if err != nil {
				return t, err
			}
			upper = append(upper, entry{list[0][0], name})
		}
		t = tree{t.Depth + 1, upper}
	}
	return t, s.err
}

// pack compresses data and returns it as a JavaScript string.
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
	return fmt.Appendf(nil, "%q", base64.StdEncoding.EncodeToString(b.Bytes())), nil
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
