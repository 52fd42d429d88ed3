//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"errors"
	"os"
	"syscall"
)

// tryLockAlone locks a folder unless a run is writing to it. It says false
// too on a file system without locks, as some that come over a network.
func tryLockAlone(dir *os.File) bool {
	return flock(dir, syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// lockShared waits for at most the time that removing leftovers takes.
func lockShared(dir *os.File) {
	_ = flock(dir, syscall.LOCK_SH) // where this fails, tryLockAlone does too
}

func flock(f *os.File, how int) error {
	for {
		err := syscall.Flock(int(f.Fd()), how)
		if err != syscall.EINTR {
			return err
		}
	}
}

// syncFolder passes over file systems that can't sync a folder.
func syncFolder(dir *os.File) error {
	if err := dir.Sync(); !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}
