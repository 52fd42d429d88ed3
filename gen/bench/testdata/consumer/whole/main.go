// Program whole uses all that the package has, so that a linker keeps it, and
// prints how many bytes the titles have.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"

	"consumer/catalog"
)

func main() {
	titles := 0
	for _, c := range catalog.Codes() {
		titles += len(c.Title())
	}
	fmt.Println(titles)
	for _, v := range []any{catalog.Code(1), catalog.Class(1), catalog.Action(1), catalog.New(1, "")} {
		touch(reflect.ValueOf(v))
	}
	respond()
}

// touch calls every method that takes nothing; it is not known until it runs
// which there are.
func touch(v reflect.Value) {
	for i := range v.NumMethod() {
		if m := v.Method(i); m.Type().NumIn() == 0 {
			_, _ = fmt.Fprint(io.Discard, m.Call(nil))
		}
	}
}

// respond has an error travel from a server to a client.
func respond() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		catalog.WriteError(w, r, catalog.New(1, ""))
	}))
	defer server.Close()
	req, err := http.NewRequest(http.MethodGet, server.URL, http.NoBody)
	if err != nil {
		panic(err)
	}
	if resp, err := new(catalog.Client).Do(req); catalog.CodeOf(err) != 1 {
		panic(fmt.Sprint(resp, err))
	}
}
