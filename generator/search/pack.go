package search

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"unicode/utf16"
)

// packed compresses data and writes it as characters of a script in UTF-16, each of which stands for 15 bits: files opened from
// disk are loaded as scripts only, and in base64 they would be a third larger. A checksum tells the reader of damage.
// The first character says whether the last byte is one too many. What is said after a dictionary is compressed as if that stood
// before it, and has no header.
func packed(data []byte, dictionary string) ([]uint16, error) {
	all, err := compressed(data, dictionary)
	return characters(all), err
}

func compressed(data []byte, dictionary string) ([]byte, error) {
	var b bytes.Buffer
	if dictionary == "" {
		b.Write(zlibHeader)
	}
	z, err := flate.NewWriterDict(&b, flate.BestCompression, []byte(dictionary))
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	sum := adler32.New()
	sum.Write([]byte(dictionary))
	sum.Write(data)
	return sum.Sum(b.Bytes()), nil
}

// zlibHeader begins data that is compressed in the way of zlib.
var zlibHeader = []byte{0x78, 0x9c}

// The characters of packed data: so many bits each, from one on that is none that a script gives a meaning to.
const (
	bitsOfCharacter = 15
	firstCharacter  = 0x3000
)

func characters(data []byte) []uint16 {
	count := (8*len(data) + bitsOfCharacter - 1) / bitsOfCharacter
	out := make([]uint16, 1, count+1)
	out[0] = '0'
	if count*bitsOfCharacter/8 > len(data) {
		out[0] = '1'
	}
	last, n := 0, 0
	for _, b := range data {
		last |= int(b) << n
		if n += 8; n >= bitsOfCharacter {
			out = append(out, uint16(firstCharacter+last&(1<<bitsOfCharacter-1)))
			last >>= bitsOfCharacter
			n -= bitsOfCharacter
		}
	}
	if n > 0 {
		out = append(out, uint16(firstCharacter+last))
	}
	return out
}

// packedScript returns a file that hands data to the search page, in UTF-16 with a mark that says so: it counts for more than what
// a server says of the file.
func packedScript(name string, data []byte, dictionary string) ([]byte, error) {
	text, err := packed(data, dictionary)
	if err != nil {
		return nil, err
	}
	all := append(utf16.Encode([]rune("\uFEFF"+fmt.Sprintf("zhengceSearch.add(%q,\"", name))), text...)
	all = append(all, utf16.Encode([]rune("\");\n"))...)
	out := make([]byte, 0, 2*len(all))
	for _, c := range all {
		out = binary.LittleEndian.AppendUint16(out, c)
	}
	return out, nil
}
