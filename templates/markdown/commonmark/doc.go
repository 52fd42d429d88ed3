// Package commonmark tests the Markdown back end with a CommonMark parser: texts
// that try to be markup must show as the texts they are.
package commonmark
