//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What the system does to a process, it does here to a child: this test binary,
// run again with a job in its environment.
const jobVar = "ERRGEN_OUTPUT_TEST_JOB"

func TestMain(m *testing.M) {
	switch job, dir, _ := strings.Cut(os.Getenv(jobVar), " "); job {
	case "":
		os.Exit(m.Run())
	case "loop":
		loop(dir)
	case "limited":
		limited(dir)
	case "once":
		os.Exit(writeBig(dir, 'a'))
	}
}

func child(job, dir string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobVar+"="+job+" "+dir)
	return cmd
}

// bigSize makes a write long enough to be killed in its middle.
const bigSize = 1 << 20

var bigNames = []string{"a.md", "b.md", "c.md"}

// writeBig writes big files made of one letter, and returns an exit code.
func writeBig(dir string, letter byte) int {
	data := append([]byte(ours), bytes.Repeat([]byte{letter}, bigSize)...)
	var files []File
	for _, name := range bigNames {
		files = append(files, File{Path: filepath.Join(dir, name), Data: data})
	}
	plan, err := Compare(files, nil, nil)
	if err == nil {
		err = plan.Apply(context.Background(), false)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return 0
}

func loop(dir string) {
	for i := 0; ; i++ {
		if writeBig(dir, byte('a'+i%26)) != 0 {
			os.Exit(2)
		}
		fmt.Println(i)
	}
}

// limited writes where files may have a tenth of the size they need.
func limited(dir string) {
	limit := syscall.Rlimit{Cur: bigSize / 10, Max: bigSize / 10}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	os.Exit(writeBig(dir, 'n'))
}

// Killed at any moment, each file is the old or the new one, whole; the next
// run removes what is left.
func TestKilled(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	start := time.Now()
	if code := writeBig(dir, 'a'); code != 0 {
		t.Fatal("the first run failed")
	}
	took := time.Since(start)
	kills, midway := 100, 0
	if testing.Short() {
		kills = 10
	}
	for range kills {
		killOnce(t, dir, time.Duration(random.Int64N(int64(2*took))))
		for _, name := range bigNames {
			wantBig(t, filepath.Join(dir, name))
		}
		if temps, _ := filepath.Glob(filepath.Join(dir, tempPrefix+"*")); len(temps) > 0 {
			midway++
		}
	}
	t.Logf("%d of %d kills left temporary files", midway, kills)
	if midway == 0 && !testing.Short() {
		t.Error("no kill hit a write: the test shows nothing")
	}
	if code := writeBig(dir, 'z'); code != 0 {
		t.Error("a run after the kills failed")
	}
	wantNoTemps(t, dir)
}

// killOnce starts a child that writes and writes, and kills it some time after
// it has begun.
func killOnce(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	cmd := child("loop", dir)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	<-time.After(after)
	killErr := cmd.Process.Kill()
	_ = cmd.Wait() // says that it was killed
	if err != nil || killErr != nil || stderr.Len() > 0 {
		t.Fatalf("child: %q, %v, %v\n%s", line, err, killErr, &stderr)
	}
}

func wantBig(t *testing.T, path string) {
	t.Helper()
	body, ok := strings.CutPrefix(get(t, path), ours)
	if !ok || len(body) != bigSize || strings.Trim(body, body[:1]) != "" {
		t.Fatalf("%s is not whole: %d bytes", path, len(body))
	}
}

func TestFileSizeLimit(t *testing.T) {
	dir := t.TempDir()
	if code := writeBig(dir, 'a'); code != 0 {
		t.Fatal("the first run failed")
	}
	wantFailure(t, child("limited", dir), "raise the limit on the size of files", "no file was changed")
	for _, name := range bigNames {
		wantBig(t, filepath.Join(dir, name))
	}
	wantNoTemps(t, dir)
}

func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	mount(t, dir, "size="+strconv.Itoa(bigSize/2))
	path := put(t, dir, bigNames[0], ours+"old")
	wantFailure(t, child("once", dir), "no space left on device", "make room", "no file was changed")
	if got := get(t, path); got != ours+"old" {
		t.Errorf("the old file holds %.60q", got)
	}
	wantNoTemps(t, dir)
}

func TestReadOnlyDisk(t *testing.T) {
	dir := t.TempDir()
	mount(t, dir, "ro")
	wantFailure(t, child("once", dir), "read-only file system", "no file was changed")
}

func TestReadOnlyFolder(t *testing.T) {
	parent, err := os.MkdirTemp("", "errgen") // not t.TempDir, which others may not enter
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(parent)
	dir := filepath.Join(parent, "folder")
	path := put(t, dir, bigNames[0], ours+"old")
	for dir, mode := range map[string]os.FileMode{parent: 0o755, dir: 0o555} {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(dir, 0o755)
	cmd := child("once", dir)
	if os.Getuid() == 0 { // whom permissions don't stop
		cmd.Path = copyOfSelf(t, parent)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	wantFailure(t, cmd, "cannot write "+path, "permission denied: make its folder writable", "no file was changed")
	if got := get(t, path); got != ours+"old" {
		t.Errorf("the old file holds %q", got)
	}
}

// copyOfSelf puts this binary where every user can run it.
func copyOfSelf(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "self")
	if err := os.WriteFile(path, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// mount mounts a small file system of its own, which root alone can.
func mount(t *testing.T, dir, options string) {
	t.Helper()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("can't mount a file system here: %v: %s", err, bytes.TrimSpace(out))
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %v\n%s", err, out)
		}
	})
}

// wantFailure runs a child that must exit 2 and say all of want.
func wantFailure(t *testing.T, cmd *exec.Cmd, want ...string) {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	for _, text := range want {
		if !strings.Contains(stderr.String(), text) {
			t.Errorf("says %q, want it to say %q", &stderr, text)
		}
	}
}
