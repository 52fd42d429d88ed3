package output

import (
	"bytes"
	"fmt"
)

// A hand-written file may keep a place for what is generated: a block between
// these markers, each on a line of its own. The rest of such a file is never
// touched.
const (
	beginMarker = "<!-- BEGIN errgen -->"
	endMarker   = "<!-- END errgen -->"
)

// splice puts data into the block of a file, with the line breaks that the file
// has there; without a block data is all, and found is false.
func splice(file, data []byte) (spliced []byte, found bool, err error) {
	begin, end, err := findBlock(file)
	if err != nil || end == 0 {
		return data, false, err
	}
	if bytes.HasSuffix(file[:begin], []byte("\r\n")) {
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	}
	return bytes.Join([][]byte{file[:begin], data, file[end:]}, nil), true, nil
}

// findBlock finds what is between the markers; end is 0 if there are none.
func findBlock(file []byte) (begin, end int, err error) {
	line, offset, beginLine := 0, 0, 0
	for text := range bytes.Lines(file) {
		line++
		switch {
		case isMarker(text, beginMarker):
			if beginLine > 0 {
				return 0, 0, fmt.Errorf("line %d has the marker %s, and line %d too: leave one block", line, beginMarker, beginLine)
			}
			beginLine, begin = line, offset+len(text)
		case isMarker(text, endMarker):
			if beginLine == 0 || end > 0 {
				return 0, 0, fmt.Errorf("line %d has the marker %s, but no block is open there: begin one with a line %s", line, endMarker, beginMarker)
			}
			end = offset
		}
		offset += len(text)
	}
	if beginLine > 0 && end == 0 {
		return 0, 0, fmt.Errorf("line %d has the marker %s, but the block has no end: end it with a line %s", beginLine, beginMarker, endMarker)
	}
	return begin, end, nil
}

func isMarker(line []byte, marker string) bool { return string(bytes.TrimSpace(line)) == marker }
