package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"path"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"
)

// callFault is one call that fails on the files of a pattern.
type callFault struct {
	call, glob string
	errno      syscall.Errno
	log        *os.File
}

// strike answers whether the call on one of these files is to fail, and writes it down.
func (f *callFault) strike(call string, names ...string) bool {
	if call != f.call {
		return false
	}
	for _, name := range names {
		if name == "canary" {
			fmt.Println("struck canary")
			return true
		}
		if ok, _ := path.Match(f.glob, name); ok {
			fmt.Fprintf(f.log, "struck %s\n", name)
			return true
		}
	}
	return false
}

type failingNode struct {
	fs.LoopbackNode
	fault *callFault
}

func (n *failingNode) Rename(ctx context.Context, name string, parent fs.InodeEmbedder, newName string, flags uint32) syscall.Errno {
	from := path.Join(n.Path(n.Root()), name)
	to := path.Join(parent.EmbeddedInode().Path(n.Root()), newName)
	if n.fault.strike("rename", from, to) {
		return n.fault.errno
	}
	return n.LoopbackNode.Rename(ctx, name, parent, newName, flags)
}

func (n *failingNode) Setlk(ctx context.Context, f fs.FileHandle, owner uint64, lock *fuse.FileLock, flags uint32) syscall.Errno {
	if lock.Typ != syscall.F_UNLCK && n.fault.strike("flock", n.Path(n.Root())) {
		return n.fault.errno
	}
	return f.(fs.FileSetlker).Setlk(ctx, owner, lock, flags)
}

func (n *failingNode) Setlkw(ctx context.Context, f fs.FileHandle, owner uint64, lock *fuse.FileLock, flags uint32) syscall.Errno {
	if lock.Typ != syscall.F_UNLCK && n.fault.strike("flock", n.Path(n.Root())) {
		return n.fault.errno
	}
	return f.(fs.FileSetlkwer).Setlkw(ctx, owner, lock, flags)
}

// serveFailingCall serves the folder until it is unmounted.
func serveFailingCall(folder, place string, f *callFault) {
	if _, err := path.Match(f.glob, ""); err != nil || f.errno == 0 || (f.call != "rename" && f.call != "flock") {
		log.Fatalf("no such fault: %s on %s", f.call, f.glob)
	}
	mount(folder, place, func(data *fs.LoopbackRoot) fs.InodeEmbedder {
		return &failingNode{LoopbackNode: fs.LoopbackNode{RootData: data}, fault: f}
	}, fuse.MountOptions{EnableLocks: true}).Wait()
}

// errnoOf answers 0 for a name that no errno of this system has.
func errnoOf(name string) syscall.Errno {
	for number := syscall.Errno(1); number < 134; number++ {
		if unix.ErrnoName(number) == name {
			return number
		}
	}
	// The other name of the same number.
	if name == "EOPNOTSUPP" {
		return syscall.EOPNOTSUPP
	}
	return 0
}
