package main

import "testing"

// What is said of the package of 10,000 errors is found in one that is laid out
// as that is, with arenas and a hash table.
func TestConsumer(t *testing.T) {
	w := testWorkshop(t)
	small, err := w.consumer(1)
	if err != nil {
		t.Fatal(err)
	}
	large, err := w.consumer(600)
	if err != nil {
		t.Fatal(err)
	}
	if growth, err := w.growth(small, large); growth < 10_000 || err != nil {
		t.Errorf("600 errors make a program grow by %d bytes (%v)", growth, err)
	}
	f, err := w.footprint(large)
	if err != nil {
		t.Fatal(err)
	}
	if titles := f.shown - perError*consumed; f.inits != 0 || f.scanned == 0 || titles < 600*10 {
		t.Errorf("the footprint is %+v: there is something to scan, however many errors there are", f)
	}
	lookup, err := w.lookUp(large, least)
	if err != nil {
		t.Fatal(err)
	}
	for _, which := range []string{"few", "all"} {
		if r := lookup.ratio(which, "package", "map"); r <= 0 || r > 100 || lookup.allocs(which, "package") != 0 {
			t.Errorf("%s: %+v", which, lookup[which])
		}
	}
}

// What is looked for in a program can be found: net/http has variables to scan,
// and inits.
func TestScannedBytes(t *testing.T) {
	w := testWorkshop(t)
	module, err := w.consumer(1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.footprint(module); err != nil {
		t.Fatal(err)
	}
	program := w.path("whole-consumer1")
	if size, err := scannedBytes(program, "net/http."); size == 0 || err != nil {
		t.Errorf("net/http has %d bytes to scan (%v)", size, err)
	}
	if size, err := scannedBytes(program, "no/such/package."); size != 0 || err != nil {
		t.Errorf("no package has %d bytes to scan (%v)", size, err)
	}
	if n, err := initsIn(program, "net/http"); n != 1 || err != nil {
		t.Errorf("net/http has %d inits (%v)", n, err)
	}
}
