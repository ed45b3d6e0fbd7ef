package verify

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"hash/adler32"
	"io"
	"regexp"
	"unicode/utf16"

	"zhengce/generator/say"
)

// shardName is what files of the search index are called, but the first.
var shardName = regexp.MustCompile(`^search/[0-9a-f]+/([a-z]+/[0-9]+)\.js$`)

var errShard = say.Errorf("no file of a search index")

// unpack returns the data of a file of the search index, which calls itself by a name: a script in UTF-16 that hands over a
// string, each character of which stands for 15 bits of data compressed by zlib, the first one saying whether the last byte is one
// too many. Nothing else can stand in such a file.
//
// What is compressed after a dictionary has no header.
func unpack(script []byte, name string, dictionary []byte) ([]byte, error) {
	packed, err := unpackCharacters(script, name)
	if err != nil {
		return nil, err
	}
	in := bytes.NewReader(packed)
	if len(dictionary) == 0 {
		z, err := zlib.NewReader(in)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(z)
		if err == nil && in.Len() > 0 {
			err = errShard
		}
		return data, err
	}
	data, err := io.ReadAll(flate.NewReaderDict(in, dictionary))
	if err != nil {
		return nil, err
	}
	sum := adler32.New()
	sum.Write(dictionary)
	sum.Write(data)
	if rest, _ := io.ReadAll(in); !bytes.Equal(rest, sum.Sum(nil)) {
		return nil, zlib.ErrChecksum
	}
	return data, nil
}

// unpackCharacters returns the bytes that the characters of a file stand for.
func unpackCharacters(script []byte, name string) ([]byte, error) {
	text := make([]uint16, 0, len(script)/2)
	for len(script) > 1 {
		text = append(text, binary.LittleEndian.Uint16(script))
		script = script[2:]
	}
	before, behind := utf16.Encode([]rune("\uFEFFzhengceSearch.add(\""+name+"\",\"")), utf16.Encode([]rune("\");\n"))
	if len(script) > 0 || len(text) <= len(before)+len(behind) || !starts(text, before) || !starts(text[len(text)-len(behind):], behind) {
		return nil, errShard
	}
	text = text[len(before) : len(text)-len(behind)]
	const first, width = 0x3000, 15
	packed := make([]byte, 0, 2*len(text))
	last, n := 0, 0
	for _, c := range text[1:] {
		if c < first || c >= first+1<<width {
			return nil, errShard
		}
		last |= int(c-first) << n
		for n += width; n >= 8; n -= 8 {
			packed = append(packed, byte(last))
			last >>= 8
		}
	}
	switch {
	case text[0] == '1' && len(packed) > 0:
		packed = packed[:len(packed)-1]
	case text[0] != '0':
		return nil, errShard
	}
	return packed, nil
}

func starts(text, with []uint16) bool {
	for i, c := range with {
		if i >= len(text) || text[i] != c {
			return false
		}
	}
	return true
}

// readShard proves that a file of the search index is nothing else.
func (f *file) readShard(data []byte, name string) {
	if _, err := unpackCharacters(data, name); err != nil {
		f.fail(place{}, "search-file", "the file of the search index cannot be read: %v", err)
	}
}
