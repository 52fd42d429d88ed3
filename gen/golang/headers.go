package golang

// The server's side: what an error says in headers, and where the codes of each
// domain are written.

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/errgen/errgen/gen/catalog"
)

// emitWriteHeader emits
//
//	// writeHeader sets what an error says in headers.
//	func writeHeader(h http.Header, e *Error) {
//		setHeader(h, "Retry-After", e.delayIn(seconds))
//		setAsked(h, e.Code)
//	}
//
// the last where conditions of errors ask for headers.
func emitWriteHeader(t *target) jen.Code {
	sets := t.setCodeHeaders()
	for _, h := range t.headers() {
		sets = append(sets, setHeader(h.Header, withPrefix(h.StripPrefix, h.value)))
	}
	if t.holds("condition_headers") {
		sets = append(sets, call("setAsked", jen.Id("h"), jen.Id("e.Code")))
	}
	params := []jen.Code{jen.Id("h").Qual("net/http", "Header"), jen.Id("e").Id("*Error")}
	doc := comment("writeHeader sets what an error says in headers.")
	return documented(doc, jen.Func().Add(call("writeHeader", params...)).Block(sets...))
}

// A writtenHeader is a header, and what it is set to.
type writtenHeader struct {
	catalog.Locator
	value jen.Code
}

// headers lists those that errors are written in, but for codes that have a place
// for each domain. Of two values with one header the first is written.
func (t *target) headers() []writtenHeader {
	r := &t.Response
	var headers []writtenHeader
	taken := map[string]bool{}
	add := func(list []catalog.Locator, value jen.Code) {
		if len(list) > 0 && list[0].Header != "" && !taken[canonical(list[0].Header)] {
			taken[canonical(list[0].Header)] = true
			headers = append(headers, writtenHeader{list[0], value})
		}
	}
	byDomain := t.codesByDomain()
	for _, l := range byDomain {
		taken[canonical(l.Header)] = true
	}
	if len(byDomain) == 0 {
		add(r.Code, ofError("wireCode"))
	}
	add(r.Domain, ofError("wireDomain"))
	add(r.Message, ofError("message"))
	add(r.RequestID, jen.Id("e.RequestID"))
	add(r.Details, call("string", jen.Id("e.Details")))
	if len(r.RetryAfter) > 0 && canonical(r.RetryAfter[0].Header) != retryAfter {
		add(r.RetryAfter, delayIn(r.RetryAfter[0].Unit))
	}
	add([]catalog.Locator{{Header: retryAfter}}, delayIn(catalog.Seconds))
	return headers
}

// retryAfter is the header of RFC 9110 §10.2.3, in seconds.
const retryAfter = "Retry-After"

func setHeader(name string, value jen.Code) jen.Code {
	return call("setHeader", jen.Id("h"), jen.Lit(canonical(name)), value)
}

// withPrefix is a value with what its locator strips.
func withPrefix(prefix string, value jen.Code) jen.Code {
	if prefix == "" {
		return value
	}
	return call("prefixed", jen.Lit(prefix), value)
}

// codeDomains lists the domains that locators of codes have.
func (t *target) codeDomains() (domains []string) {
	for i := range t.Response.Code {
		if d := t.Response.Code[i].Domain; d != "" && !slices.Contains(domains, d) {
			domains = append(domains, d)
		}
	}
	return domains
}

// codeOf is where the code of a domain is written.
func (t *target) codeOf(domain string) *catalog.Locator { return &t.Response.CodesIn(domain)[0] }

// codesByDomain lists where the codes of each domain are written, and then those of
// all others; nothing if no locator has a domain.
func (t *target) codesByDomain() (list []*catalog.Locator) {
	domains := t.codeDomains()
	for _, d := range domains {
		list = append(list, t.codeOf(d))
	}
	if len(domains) > 0 {
		list = append(list, t.codeOf(""))
	}
	return list
}

// setCodeHeaders emits
//
//	switch e.wireDomain() {
//	case "sms":
//		setHeader(h, "X-Sms-Error", e.wireCode())
//	}
func (t *target) setCodeHeaders() []jen.Code {
	if !slices.ContainsFunc(t.codesByDomain(), func(l *catalog.Locator) bool { return l.Header != "" }) {
		return nil
	}
	cases := t.domainCases(func(domain string) []jen.Code {
		if l := t.codeOf(domain); l.Header != "" {
			return []jen.Code{setHeader(l.Header, withPrefix(l.StripPrefix, ofError("wireCode")))}
		}
		return nil
	})
	return []jen.Code{jen.Switch(ofError("wireDomain")).Block(cases...)}
}

// domainCases are the cases of a switch over domains, the last for all others.
func (t *target) domainCases(of func(domain string) []jen.Code) []jen.Code {
	var cases []jen.Code
	for _, d := range t.codeDomains() {
		cases = append(cases, jen.Case(jen.Lit(d)).Block(of(d)...))
	}
	return append(cases, jen.Default().Block(of("")...))
}

// ofError calls a method of the error that is written.
func ofError(method string, args ...jen.Code) jen.Code { return call("e."+method, args...) }

func delayIn(u catalog.Unit) jen.Code { return ofError("delayIn", jen.Id(unitNames[u])) }
