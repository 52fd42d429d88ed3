// Errors that come as successes: the body of some responses below 300 has to be
// looked at before anybody knows.

package runtime

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// suspect reports whether a response below 300 may be an error, and whether that
// takes a look at its body.
func suspect(resp *http.Response) (may, look bool) {
	for i := range errorWhen {
		if c := &errorWhen[i]; c.holdsBefore(resp.StatusCode, resp.Header) {
			if len(c.body) == 0 {
				return true, false
			}
			look = true
		}
	}
	look = look && resp.StatusCode != http.StatusSwitchingProtocols && resp.ContentLength <= maxBody &&
		(resp.Request == nil || resp.Request.Method != http.MethodHead)
	return look, look
}

// failedQuietly reports whether a response below 300 is an error. Its body stays
// readable.
func failedQuietly(resp *http.Response) bool {
	may, look := suspect(resp)
	if !look {
		return may
	}
	body, whole := lookAhead(resp)
	d := decoder{header: resp.Header}
	d.scan(body)
	return whole && d.holdsAny(errorWhen[:], resp.StatusCode)
}

// lookAhead reads a body of at most 1 MiB, unzipped, and makes it readable again
// as it was. It is not whole if it is longer, breaks off, or does not end in ten
// seconds. Of one that is no JSON object or array nothing is wanted.
func lookAhead(resp *http.Response) (body []byte, whole bool) {
	if resp.Body == nil || resp.Body == http.NoBody {
		return nil, true
	}
	a := &ahead{Closer: resp.Body, done: make(chan struct{})}
	go a.look(resp.Body, strings.EqualFold(resp.Header.Get("Content-Encoding"), "gzip"))
	resp.Body = a
	timer := time.NewTimer(maxBodyTime)
	defer timer.Stop()
	select {
	case <-a.done:
		return a.body, a.whole
	case <-timer.C:
		return nil, false
	}
}

// An ahead is a body whose beginning is read in a goroutine of its own. It gives
// that once it is there, then the rest.
type ahead struct {
	io.Closer
	done  chan struct{} // closed when all below is set
	given replay
	body  []byte
	whole bool
}

func (a *ahead) Read(p []byte) (int, error) {
	<-a.done
	return a.given.Read(p)
}

// look reads the beginning.
func (a *ahead) look(rest io.ReadCloser, gzipped bool) {
	defer close(a.done)
	r := &recorder{rest: rest}
	defer func() {
		if v := recover(); v != nil { // here nobody else could
			a.given = replay{read: r.read, err: fmt.Errorf("reading the body panicked: %v", v), rest: rest}
		}
	}()
	body, err := readObject(unzipped(r, gzipped))
	a.body, a.whole = body, err == nil && len(body) <= maxBody
	a.given = replay{read: r.read, err: r.err, rest: rest}
}

// A recorder keeps what is read from another reader.
type recorder struct {
	rest io.Reader
	read []byte
	err  error
}

func (r *recorder) Read(p []byte) (n int, err error) {
	n, err = r.rest.Read(p)
	r.read, r.err = append(r.read, p[:n]...), err
	return n, err
}

// unzipped is what r reads, if that is gzip without it.
func unzipped(r io.Reader, gzipped bool) io.Reader {
	if !gzipped {
		return r
	}
	buffered := bufio.NewReader(r)
	if magic, _ := buffered.Peek(2); string(magic) == "\x1f\x8b" {
		if unzipper, err := gzip.NewReader(buffered); err == nil {
			return unzipper
		}
	}
	return buffered
}

// readObject reads at most one byte more than an error keeps. It gives up what
// does not begin as a JSON object or array does.
func readObject(r io.Reader) ([]byte, error) {
	read, blank := make([]byte, 0, 512), 0
	for len(read) <= maxBody {
		n, err := r.Read(read[len(read):min(cap(read), maxBody+1)])
		read = read[:len(read)+n]
		switch {
		case err == io.EOF:
			return read, nil
		case err != nil:
			return read, err
		}
		if len(read) >= len(mark) {
			blank = blanks(read, blank)
			if c := document(read).at(blank); c != 0 && c != '{' && c != '[' {
				return nil, nil
			}
		}
		read = slices.Grow(read, 1)
	}
	return read, nil
}

// mark is a byte-order mark, which a body may begin with.
const mark = "\uFEFF"

// blanks is how many bytes stand before the JSON in what a body begins with, given
// how many of them are known.
func blanks(start []byte, known int) int {
	if known == 0 && bytes.HasPrefix(start, []byte(mark)) {
		known = len(mark)
	}
	blank, _ := document(start).next(known)
	return blank
}
