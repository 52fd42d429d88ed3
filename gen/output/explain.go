package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// explain words a failure to write a path: what failed, why, and what to do.
func explain(path string, err error) error {
	err = cause(err)
	if advice := adviceOn(err); advice != "" {
		return fmt.Errorf("cannot write %s: %w: %s", path, err, advice)
	}
	return fmt.Errorf("cannot write %s: %w", path, err)
}

// adviceOn says what to do about a failure of the system.
func adviceOn(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "make its folder writable, or name another"
	case errors.Is(err, syscall.EROFS):
		return "name a folder on a disk that can be written to"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "make room and run again"
	case errors.Is(err, syscall.EFBIG):
		return "raise the limit on the size of files (ulimit -f)"
	case errors.Is(err, syscall.ENOTDIR):
		return "its path leads through a file: name another"
	case errors.Is(err, syscall.ELOOP):
		return "its links lead in a circle: remove one of them"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "name a shorter path"
	}
	return ""
}

// cause is the failure itself, less the operation and the path, which may be
// that of a temporary file.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
