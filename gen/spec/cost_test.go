package spec

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// A spec of twice the size takes about twice the memory, whatever is wrong with it
// or however much alike its entries are. Memory stands for time here, since it is
// the same in each run; comparing demands takes none, and how many are compared is
// counted in TestFewAreCompared.
func TestCostGrowsWithSize(t *testing.T) {
	tests := []struct {
		name string
		n    int
		spec func(n int) (src string, files fstest.MapFS)
		most float64 // of twice the size
	}{
		{"conditions with one test in common", 1000, entries("{status: 400, name: N%[1]d, when: {header: {A: x, B: v%[1]d}}}"), 2.5},
		{"conditions with lists", 1000, entries("{status: 400, name: N%[1]d, when: {header: {A: [x, v%[1]d]}}}"), 2.5},
		{"conditions with nots", 1000, entries("{status: 400, name: N%[1]d, when: {header: {A: {not: [x, v%[1]d]}}}}"), 2.5},
		{"conditions that are equal", 1000, entries("{status: 400, name: N%[1]d, when: {header: {A: x, B: y}}}"), 2.5},
		{"conditions with patterns", 500, entries("{status: 400, name: N%[1]d, when: {header: {A: {pattern: '.*_%[1]d_.*'}}}}"), 2.5},
		{"codes times statuses", 100, codesTimesStatuses("{status: [%s], name: A, code: [%s]}"), 2.5},
		{"codes times statuses, with conditions", 100, codesTimesStatuses("{status: [%[1]s], name: A, code: [%[2]s], when: {header: {X: a}}}\n" +
			"- {status: [%[1]s], name: B, code: [%[2]s], when: {header: {X: b}}}"), 2.5},
		{"conditions with many lists", 200, manyLists, 2.5},
		{"patterns", 500, entries("{code: c%[1]d, pattern: '(?i)err_%[1]d_[a-z]+'}"), 2.5},
		{"equal patterns with conditions", 500, entries("{code: c%[1]d, pattern: 'x\\d+', when: {header: {A: v%[1]d}}}"), 2.5},
		{"patterns of growing length", 100, entries("{code: c%[1]d, pattern: '(?i)x_[a-z]{1,%[1]d}'}"), 5}, // as the patterns do, written out
		{"unknown classes", 500, unknownClasses, 2.5},
		{"unknown domains", 500, unknownDomains, 2.5},
		{"shapes", 500, manyShapes, 2.5},
		{"missing files", 500, missingFiles, 2.5},
		{"params that the message lacks", 500, unusedParams, 2.5},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			once, twice := memoryOf(tt.spec(tt.n)), memoryOf(tt.spec(2*tt.n))
			if ratio := float64(twice) / float64(once); ratio > tt.most {
				t.Errorf("%d bytes, then %d, which is %.1f times as much; want at most %.1f", once, twice, ratio, tt.most)
			}
		})
	}
}

// A class of a thousand ranges is looked at once, however often it is repeated.
func TestRepeatedClass(t *testing.T) {
	small, large := memoryOf(head+"- {status: 400, code: a, pattern: '[a-z]{1,300}'}", nil), memoryOf(head+`- {status: 400, code: a, pattern: '\pL{1,300}'}`, nil)
	if large > 4*small {
		t.Errorf("%d bytes for a class of one range, and %d for one of many", small, large)
	}
}

// memoryOf is how many bytes it takes to read a spec.
func memoryOf(src string, files fstest.MapFS) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Read("errors.yaml", []byte(src), files)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// entries makes specs of entries that have a number in them.
func entries(format string) func(int) (string, fstest.MapFS) {
	return func(n int) (string, fstest.MapFS) {
		return head + "- " + numberedText(n, "\n- ", format), nil
	}
}

// codesTimesStatuses makes specs of entries that have as many times more codes as
// they have statuses.
func codesTimesStatuses(format string) func(int) (string, fstest.MapFS) {
	return func(n int) (string, fstest.MapFS) {
		statuses := make([]string, n)
		for i := range statuses {
			statuses[i] = strconv.Itoa(300 + i)
		}
		return head + "- " + fmt.Sprintf(format, strings.Join(statuses, ", "), numberedText(20*n, ", ", "c%d")), nil
	}
}

// manyLists makes specs of two conditions that have a text in common wherever they
// look.
func manyLists(n int) (string, fstest.MapFS) {
	condition := "{status: 400, name: %s, when: {header: {%s}}}"
	return head + "- " + fmt.Sprintf(condition, "A", numberedText(n, ", ", "H%d: [a, x]")) +
		"\n- " + fmt.Sprintf(condition, "B", numberedText(n, ", ", "H%d: [b, x]")), nil
}

// numberedText is a text n times, each with its number.
func numberedText(n int, separator, format string) string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf(format, i+1)
	}
	return strings.Join(texts, separator)
}

func unknownClasses(n int) (string, fstest.MapFS) {
	return "version: 1\napi: {name: A}\nresponse: {code: /code}\nclasses: {" + numberedText(n, ", ", "class_number_%d: {action: never}") +
		"}\nerrors:\n- " + numberedText(n, "\n- ", "{code: c%[1]d, class: clazz_mumber_%[1]d}"), nil
}

func unknownDomains(n int) (string, fstest.MapFS) {
	locators := "code: [" + numberedText(n, ", ", "{at: /c%[1]d, domain: domain_number_%[1]d}") + "]"
	return strings.Replace(head, "code: /code", locators, 1) + "- " + numberedText(n, "\n- ", "{code: c%[1]d, status: 400, domain: tomain_mumber_%[1]d}"), nil
}

func manyShapes(n int) (string, fstest.MapFS) {
	shapes := "shapes: [" + numberedText(n, ", ", "{when: {header: {A: x, B: v%[1]d}}, code: /c%[1]d}") + "]"
	return strings.Replace(least, "code: /code", "code: /code, "+shapes, 1), nil
}

func missingFiles(n int) (string, fstest.MapFS) {
	files := make(fstest.MapFS)
	for i := range n {
		files[fmt.Sprintf("there%d.yaml", i)] = new(fstest.MapFile)
	}
	return least + "include: [" + numberedText(n, ", ", "their%d.yaml") + "]\n", files
}

func unusedParams(n int) (string, fstest.MapFS) {
	return head + "- {code: a, status: 400, message: '" + numberedText(n, " ", "{p%d}") + "', params: {" + numberedText(n, ", ", "q%d: string") + "}}\n", nil
}
