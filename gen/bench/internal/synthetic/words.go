package synthetic

import "strings"

// things, parts and states make a code: fifty of each.
var things = strings.Fields(`
	account address alert batch bucket campaign card carrier cart contract
	coupon credit customer device document domain endpoint export feature file
	gateway group import invoice item job key license ledger member message
	network node order organization partner payment plan policy pool product
	profile project quota queue receipt region report route service
`)

var parts = strings.Fields(`
	access amount archive balance billing body capacity charge checksum content
	country currency date deadline digest duration email entry event format
	history identity image index label language limit link location lock mapping
	method name number origin owner parameter password period permission phone
	position price range rate reference renewal schedule scope signature
`)

var states = strings.Fields(`
	abandoned absent ambiguous blocked busy canceled closed conflicting corrupt
	declined deleted denied deprecated disabled duplicated empty exceeded
	exhausted expired forbidden frozen incomplete inconsistent ineligible
	invalid late locked malformed mismatched missing modified outdated overdue
	overflowed pending prohibited rejected required reserved revoked skipped
	stale stopped suspended terminated throttled unavailable unknown unsupported
	unverified
`)

// prose is what sentences are made of.
var prose = strings.Fields(`
	account already another any application before been between by caller can
	cannot change client code configured contains current customer device
	different does during each either exists expected expires field final first
	for from given has have header identifier in into is it its known last later
	least limit list long may more must name needs network never new no not of
	on once one only operation or order other out owner page payment period plan
	policy rate reached request resource response same schema second sent server
	service set since so some state still than that the their then there this
	time to token two under until update user valid value was were when where
	which while window with within without
`)
