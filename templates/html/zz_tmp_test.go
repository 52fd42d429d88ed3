package html_test
import "testing"
func TestZZPages(t *testing.T) { writePages(t, "/tmp/dev/pages") }
