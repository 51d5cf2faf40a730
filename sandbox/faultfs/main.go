// Faultfs mounts a folder as it is, but for one call on one file, which fails: as on a network filesystem.
//
//	faultfs -call rename|flock -path GLOB -errno NAME -log FILE FOLDER MOUNTPOINT
//
// GLOB is matched against the path below the mount point, as path.Match does. Each call that was struck is a line "struck PATH" in
// FILE. The same call on the file "canary" fails too, and is a line "struck canary" on standard output, where Faultfs says "mounted"
// before that. It serves until it is ended.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"
)

type fault struct {
	call, glob string
	errno      syscall.Errno
	log        *os.File
}

// strike answers whether the call on one of these files is to fail, and writes it down.
func (f *fault) strike(call string, names ...string) bool {
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

type node struct {
	fs.LoopbackNode
	fault *fault
}

func (n *node) Rename(ctx context.Context, name string, parent fs.InodeEmbedder, newName string, flags uint32) syscall.Errno {
	from := path.Join(n.Path(n.Root()), name)
	to := path.Join(parent.EmbeddedInode().Path(n.Root()), newName)
	if n.fault.strike("rename", from, to) {
		return n.fault.errno
	}
	return n.LoopbackNode.Rename(ctx, name, parent, newName, flags)
}

func (n *node) Setlk(ctx context.Context, f fs.FileHandle, owner uint64, lock *fuse.FileLock, flags uint32) syscall.Errno {
	if lock.Typ != syscall.F_UNLCK && n.fault.strike("flock", n.Path(n.Root())) {
		return n.fault.errno
	}
	return f.(fs.FileSetlker).Setlk(ctx, owner, lock, flags)
}

func (n *node) Setlkw(ctx context.Context, f fs.FileHandle, owner uint64, lock *fuse.FileLock, flags uint32) syscall.Errno {
	if lock.Typ != syscall.F_UNLCK && n.fault.strike("flock", n.Path(n.Root())) {
		return n.fault.errno
	}
	return f.(fs.FileSetlkwer).Setlkw(ctx, owner, lock, flags)
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("faultfs: ")
	call := flag.String("call", "", "rename or flock")
	glob := flag.String("path", "", "below the mount point, as path.Match has it")
	errno := flag.String("errno", "", "EBUSY, ENOLCK, …")
	logFile := flag.String("log", "", "where each struck call is a line")
	flag.Parse()
	if flag.NArg() != 2 {
		flag.Usage()
		os.Exit(2)
	}
	struck, err := os.OpenFile(*logFile, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		log.Fatal(err)
	}
	f := &fault{call: *call, glob: *glob, errno: errnoOf(*errno), log: struck}
	if _, err := path.Match(f.glob, ""); err != nil || f.errno == 0 || (f.call != "rename" && f.call != "flock") {
		log.Fatalf("no such fault: %s on %s fails with %s", *call, *glob, *errno)
	}

	var st syscall.Stat_t
	if err := syscall.Stat(flag.Arg(0), &st); err != nil {
		log.Fatal(err)
	}
	root := &fs.LoopbackRoot{Path: flag.Arg(0), Dev: uint64(st.Dev)}
	root.NewNode = func(root *fs.LoopbackRoot, _ *fs.Inode, _ string, _ *syscall.Stat_t) fs.InodeEmbedder {
		return &node{LoopbackNode: fs.LoopbackNode{RootData: root}, fault: f}
	}
	server, err := fs.Mount(flag.Arg(1), root.NewNode(root, nil, "", &st), &fs.Options{
		MountOptions: fuse.MountOptions{EnableLocks: true, DirectMountStrict: true, FsName: "faultfs", Name: "faultfs"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("mounted")
	server.Wait()
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
