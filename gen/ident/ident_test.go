package ident

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSpelling(t *testing.T) {
	tests := []struct{ in, words, exported, title, kebab string }{
		{"order_not_found", "order not found", "OrderNotFound", "Order Not Found", "order-not-found"},
		{"orderNotFound", "order Not Found", "OrderNotFound", "Order Not Found", "order-not-found"},
		{"OrderNotFound", "Order Not Found", "OrderNotFound", "Order Not Found", "order-not-found"},
		{"ORDER_NOT_FOUND", "ORDER NOT FOUND", "OrderNotFound", "Order Not Found", "order-not-found"},
		{"too-many-requests", "too many requests", "TooManyRequests", "Too Many Requests", "too-many-requests"},
		{"iam.role/notFound", "iam role not Found", "IamRoleNotFound", "Iam Role Not Found", "iam-role-not-found"},
		{"urn:ietf:params:acme:error:badCSR", "urn ietf params acme error bad CSR",
			"UrnIetfParamsAcmeErrorBadCSR", "Urn Ietf Params Acme Error Bad CSR", "urn-ietf-params-acme-error-bad-csr"},
		{"com.amazonaws#ThrottlingException", "com amazonaws Throttling Exception",
			"ComAmazonawsThrottlingException", "Com Amazonaws Throttling Exception", "com-amazonaws-throttling-exception"},
		{"  spaced   out ", "spaced out", "SpacedOut", "Spaced Out", "spaced-out"},

		// initialisms
		{"api_error", "api error", "APIError", "API Error", "api-error"},
		{"APIError", "API Error", "APIError", "API Error", "api-error"},
		{"HTTPStatus", "HTTP Status", "HTTPStatus", "HTTP Status", "http-status"},
		{"invalid_url", "invalid url", "InvalidURL", "Invalid URL", "invalid-url"},
		{"ip_not_allowed", "ip not allowed", "IPNotAllowed", "IP Not Allowed", "ip-not-allowed"},
		{"api_id", "api id", "APIID", "API ID", "api-id"},
		{"APIID", "API ID", "APIID", "API ID", "api-id"},
		{"user_ids", "user ids", "UserIDs", "User IDs", "user-ids"},
		{"userIDsFound", "user IDs Found", "UserIDsFound", "User IDs Found", "user-ids-found"},
		{"https_required", "https required", "HTTPSRequired", "HTTPS Required", "https-required"},
		{"oauth_failed", "oauth failed", "OAuthFailed", "OAuth Failed", "oauth-failed"},
		{"OAuthFailed", "OAuth Failed", "OAuthFailed", "OAuth Failed", "oauth-failed"},
		{"OAuth2Failed", "OAuth2 Failed", "OAuth2Failed", "OAuth2 Failed", "oauth2-failed"},
		{"ipv6_only", "ipv6 only", "IPv6Only", "IPv6 Only", "ipv6-only"},
		{"IPv6Only", "IPv6 Only", "IPv6Only", "IPv6 Only", "ipv6-only"},
		{"SIM not found", "SIM not found", "SIMNotFound", "SIM Not Found", "sim-not-found"},
		{"SIMNotFound", "SIM Not Found", "SIMNotFound", "SIM Not Found", "sim-not-found"},
		{"SIM_NOT_FOUND", "SIM NOT FOUND", "SimNotFound", "Sim Not Found", "sim-not-found"},

		// digits
		{"http2Error", "http2 Error", "HTTP2Error", "HTTP2 Error", "http2-error"},
		{"HTTP2Error", "HTTP2 Error", "HTTP2Error", "HTTP2 Error", "http2-error"},
		{"oauth2", "oauth2", "OAuth2", "OAuth2", "oauth2"},
		{"utf8_invalid", "utf8 invalid", "UTF8Invalid", "UTF8 Invalid", "utf8-invalid"},
		{"2fa_required", "2fa required", "2faRequired", "2fa Required", "2fa-required"},
		{"3DS_REQUIRED", "3DS REQUIRED", "3dsRequired", "3ds Required", "3ds-required"},
		{"E1001", "E1001", "E1001", "E1001", "e1001"},
		{"SHA256SUM", "SHA256SUM", "Sha256sum", "Sha256sum", "sha256sum"},
		{"error404NotFound", "error404 Not Found", "Error404NotFound", "Error404 Not Found", "error404-not-found"},
		{"5XX", "5XX", "5xx", "5xx", "5xx"},

		// other scripts and odd characters
		{"größe_überschritten", "größe überschritten", "GrößeÜberschritten", "Größe Überschritten", "größe-überschritten"},
		{"éclair", "éclair", "Éclair", "Éclair", "éclair"},
		{"e\u0301clair", "eclair", "Eclair", "Eclair", "eclair"},
		{"注文エラー", "注文エラー", "X注文エラー", "注文エラー", "注文エラー"},
		{"ошибкаСервера", "ошибка Сервера", "ОшибкаСервера", "Ошибка Сервера", "ошибка-сервера"},
		{"can't pay", "cant pay", "CantPay", "Cant Pay", "cant-pay"},
		{"can’t pay", "cant pay", "CantPay", "Cant Pay", "cant-pay"},
		{"a\x00b\u202ec", "a b c", "ABC", "A B C", "a-b-c"},
		{"bad\xffbytes", "bad bytes", "BadBytes", "Bad Bytes", "bad-bytes"},
		{"", "", "", "", ""},
		{"--- ***", "", "", "", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(Words(tt.in), " "); got != tt.words {
			t.Errorf("Words(%q) = %q, want %q", tt.in, got, tt.words)
		}
		if got := Exported(tt.in); got != tt.exported {
			t.Errorf("Exported(%q) = %q, want %q", tt.in, got, tt.exported)
		}
		if got := standard.Title(tt.in); got != tt.title {
			t.Errorf("Title(%q) = %q, want %q", tt.in, got, tt.title)
		}
		if got := Kebab(tt.in); got != tt.kebab {
			t.Errorf("Kebab(%q) = %q, want %q", tt.in, got, tt.kebab)
		}
	}
}

// Names pass through Exported again wherever a back end cannot know whether
// that was done.
func TestExportedTwice(t *testing.T) {
	for _, s := range []string{
		"order_not_found", "api_error", "api_id", "http2Error", "SIM not found", "user_ids", "oauth2_failed",
		"E1001", "ipv4_url", "2fa_required", "注文エラー", "größe_überschritten", "Http404",
	} {
		once := Exported(s)
		if twice := Exported(once); twice != once {
			t.Errorf("Exported(%q) = %q, of which Exported is %q", s, once, twice)
		}
	}
}

func TestUnexported(t *testing.T) {
	sp := NewSpelling([]string{"SIM", "eSIM"})
	for _, tt := range [][2]string{
		{"iccid", "iccid"}, {"sim_id", "simID"}, {"simID", "simID"}, {"retry_after_ms", "retryAfterMs"}, {"HTTPStatus", "httpStatus"},
		{"old_sim", "oldSIM"}, {"esim", "esim"}, {"the_esim", "theESIM"}, {"n", "n"}, {"a1_b2", "a1B2"}, {"a_", "a"}, {"2fa", "2fa"}, {"", ""},
	} {
		if got := sp.Unexported(tt[0]); got != tt[1] {
			t.Errorf("Unexported(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestSuffixed(t *testing.T) {
	for _, tt := range [][2]string{{"Client", "ClientError"}, {"APIError", "APIError"}, {"Error", "Error"}, {"", "Error"}} {
		if got := Suffixed(tt[0], "Error"); got != tt[1] {
			t.Errorf("Suffixed(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestReserved(t *testing.T) {
	tests := []struct {
		name                           string
		exported, keyword, predeclared bool
	}{
		{"NotFound", true, false, false}, {"notFound", false, false, false}, {"Not-Found", false, false, false},
		{"2FA", false, false, false}, {"", false, false, false},
		{"func", false, true, false}, {"error", false, false, true}, {"len", false, false, true},
	}
	for _, tt := range tests {
		if IsExported(tt.name) != tt.exported || Keyword(tt.name) != tt.keyword || Predeclared(tt.name) != tt.predeclared {
			t.Errorf("%q: exported %t, keyword %t, predeclared %t", tt.name, IsExported(tt.name), Keyword(tt.name), Predeclared(tt.name))
		}
	}
}

func TestClosest(t *testing.T) {
	keys := []string{"status", "code", "class", "transient", "business_rule", "retry_policy"}
	tests := []struct{ word, want string }{
		{"transiant", "transient"}, // replaced
		{"trasient", "transient"},  // dropped
		{"statuss", "status"},      // added
		{"calss", "class"},         // swapped
		{"Class", "class"},         // case
		{"retrypolicy", "retry_policy"},
		{"klas", ""}, {"cd", ""}, {"", ""}, {"shape", ""}, {strings.Repeat("class", 100), ""},
	}
	for _, tt := range tests {
		got, ok := Closest(tt.word, keys)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Closest(%q) = %q, %t, want %q", tt.word, got, ok, tt.want)
		}
	}
	if got, _ := Closest("cat", []string{"cut", "cot"}); got != "cut" {
		t.Errorf("of two as close, Closest gave %q, want the first", got)
	}
}

func FuzzExported(f *testing.F) {
	for _, s := range []string{"", "api_error", "HTTP2Error", "注文", "ŉ", "ǆ", "2fa", "a\u0301", "ſ", "\xff", "IDs", "IPv4x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		name := Exported(s)
		first, _ := utf8.DecodeRuneInString(name)
		if name != "" && !unicode.IsDigit(first) && !IsExported(name) {
			t.Errorf("Exported(%q) = %q, which is no exported identifier", s, name)
		}
		if strings.ContainsFunc(standard.Title(s), func(r rune) bool { return r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			t.Errorf("Title(%q) = %q", s, standard.Title(s))
		}
		if slices.Contains(Words(s), "") {
			t.Errorf("Words(%q) has an empty word", s)
		}
	})
}

func TestSentence(t *testing.T) {
	s := NewSpelling([]string{"SIM", "eSIM", "Go"})
	for in, want := range map[string]string{
		"ask_for_another_card": "Ask for another card",
		"BusinessRule":         "Business rule",
		"API_ERROR":            "API error",
		"renew_api_keys":       "Renew API keys",
		"swap_sims_in_go":      "Swap SIMs in Go",
		"esim_profile":         "eSIM profile",
		"ask NASA":             "Ask NASA",
		"":                     "",
	} {
		if got := s.Sentence(in); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSpellingOfASpec(t *testing.T) {
	s := NewSpelling([]string{"SIM", "ICCID", "eSIM", "5G"})
	for _, tt := range []struct{ in, exported, title string }{
		{"sim_not_found", "SIMNotFound", "SIM Not Found"},
		{"ICCIDSIMMissing", "ICCIDSIMMissing", "ICCID SIM Missing"},
		{"SIMS_LOCKED", "SIMsLocked", "SIMs Locked"},
		{"esim_locked", "ESIMLocked", "eSIM Locked"},
		{"profile_esim", "ProfileESIM", "Profile eSIM"},
		{"eSIMLocked", "ESIMLocked", "eSIM Locked"},
		{"no_5g", "No5G", "No 5G"},
		{"api_id", "APIID", "API ID"},
		{"simple", "Simple", "Simple"},
	} {
		if got := s.Exported(tt.in); got != tt.exported {
			t.Errorf("Exported(%q) = %q, want %q", tt.in, got, tt.exported)
		}
		if got := s.Title(tt.in); got != tt.title {
			t.Errorf("Title(%q) = %q, want %q", tt.in, got, tt.title)
		}
		if got := s.Exported(s.Exported(tt.in)); got != tt.exported {
			t.Errorf("Exported of Exported(%q) = %q", tt.in, got)
		}
	}
	if got := Exported("sim_not_found"); got != "SimNotFound" {
		t.Errorf("the usual spelling gives %q", got)
	}
}

func TestOr(t *testing.T) {
	for want, texts := range map[string][]string{
		"": nil, "502": {"502"}, "502 or 503": {"502", "503"}, "502, 503 or 504": {"502", "503", "504"},
	} {
		if got := Or(texts); got != want {
			t.Errorf("Or(%q) = %q, want %q", texts, got, want)
		}
	}
}
