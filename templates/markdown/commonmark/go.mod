// The test that the page's Markdown means what it should, by a CommonMark
// parser with GitHub's extensions. A module of its own, so that the parser
// never enters the module graph of errgen's users.
module github.com/errgen/errgen/templates/markdown/commonmark

go 1.24.0

require (
	github.com/errgen/errgen v0.0.0
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.48.0
)

replace github.com/errgen/errgen => ../../..
