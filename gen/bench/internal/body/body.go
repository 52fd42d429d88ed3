// Package body is the error body of the example API as a struct, for the
// decoders that fill one.
package body

//go:generate go tool easyjson -no_std_marshalers -output_filename easyjson_gen.go body.go

// An Error is what the API answers where it fails. Only easyjson has generated
// code for it, and no other decoder finds that: the type has no UnmarshalJSON.
//
//easyjson:json
type Error struct {
	StatusCode int    `json:"status_code"`
	Message    string `json:"message"`
	RequestID  string `json:"request_id"`
}

func (e *Error) Error() string { return e.Message }
