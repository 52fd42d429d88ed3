package golang

// Indentation of the Go that jennifer prints. What stands on a line is up to what
// emits it; here the lines come to stand where gofmt puts them.

import "bytes"

// indent appends Go to dst, with its lines indented, and without the spaces at
// their ends. A line that opens more brackets than it closes indents those after
// it by one, however many it opens; one that closes more ends that. So brackets
// that open on one line have to close on one; and no comment may stand alone
// before a case, where gofmt asks how it was indented.
func indent(dst, src []byte) []byte {
	depth := 0
	for len(src) > 0 {
		src = src[blanks(src):]
		line, opened := firstLine(src)
		src = src[len(line):]
		dst = appendIndented(dst, line, depth)
		depth += min(max(opened, -1), 1)
		if len(src) > 0 {
			dst, src = append(dst, '\n'), src[1:]
		}
	}
	return dst
}

// blanks counts those that Go begins with.
func blanks(src []byte) int {
	n := 0
	for n < len(src) && (src[n] == ' ' || src[n] == '\t') {
		n++
	}
	return n
}

// appendIndented appends a line of code at a depth, or one less for a line that
// ends what is around it.
func appendIndented(dst, line []byte, depth int) []byte {
	for len(line) > 0 && line[len(line)-1] == ' ' {
		line = line[:len(line)-1]
	}
	if len(line) == 0 {
		return dst
	}
	if standsOut(line) {
		depth--
	}
	for range depth {
		dst = append(dst, '\t')
	}
	return append(dst, line...)
}

// standsOut reports whether a line begins with a closing bracket, or is that of a
// case.
func standsOut(line []byte) bool {
	switch line[0] {
	case ')', ']', '}':
		return true
	}
	return bytes.HasPrefix(line, []byte("case ")) || bytes.HasPrefix(line, []byte("default:"))
}

// firstLine is the line that Go begins with, without the line break at its end, and
// how many more brackets it opens than it closes. All lines of a raw literal are
// one.
func firstLine(src []byte) (line []byte, opened int) {
	for at := 0; at < len(src); at++ {
		switch src[at] {
		case '\n':
			return src[:at], opened
		case '(', '[', '{':
			opened++
		case ')', ']', '}':
			opened--
		case '"', '\'', '`':
			at += quoted(src[at:]) - 1
		case '/':
			if bytes.HasPrefix(src[at:], []byte("//")) {
				at += lineLength(src[at:]) - 1
			}
		}
	}
	return src, opened
}

// quoted is the length of the literal that Go begins with, its quotes included.
func quoted(src []byte) int {
	quote := src[0]
	for at := 1; at < len(src); at++ {
		switch {
		case src[at] == quote:
			return at + 1
		case src[at] == '\\' && quote != '`':
			at++
		}
	}
	return len(src)
}

// lineLength is that of the line that Go begins with.
func lineLength(src []byte) int {
	if n := bytes.IndexByte(src, '\n'); n >= 0 {
		return n
	}
	return len(src)
}
