// Program sentinel asks for one error of the catalog, and for nothing else that
// it has.
package main

import (
	"errors"
	"fmt"
	"os"

	"consumer/catalog"
)

func main() {
	_, err := os.Open("missing")
	fmt.Println(errors.Is(err, catalog.ErrAccountAccessAbandoned), catalog.ErrAccountAccessAbandoned)
}
