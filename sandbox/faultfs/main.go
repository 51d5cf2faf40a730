// Faultfs mounts a folder as it is, but for one fault: as on a network filesystem, or on a machine that loses its power.
//
//	faultfs -call rename|flock -path GLOB -errno NAME -log FILE FOLDER MOUNTPOINT
//	faultfs -lost data|contents -at create|rename|unlink -path GLOB -log FILE FOLDER MOUNTPOINT
//
// GLOB is matched against the path below the mount point, as path.Match does. Faultfs says "mounted" on standard output once it
// serves, and serves until it is ended.
//
// With -call, that call fails on those files. Each call that was struck is a line "struck PATH" in FILE. The same call on the file
// "canary" fails too, and is a line "struck canary" on standard output.
//
// With -lost, the machine stands still at that call on such a file: Faultfs says "stands still: PATH", and answers no more changes.
// On SIGUSR1, whether or not it stands still, the power is lost: Faultfs drops what was not on the disk (see disk.go), mounts the
// folder again, and says "mounted" again. Each file that has lost something is a line "struck PATH …" in FILE.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("faultfs: ")
	call := flag.String("call", "", "the call that fails: rename or flock")
	errno := flag.String("errno", "", "EBUSY, ENOLCK, …")
	lost := flag.String("lost", "", "what was not on the disk: data or contents")
	at := flag.String("at", "", "the call at which the machine stands still: create, rename or unlink")
	glob := flag.String("path", "", "below the mount point, as path.Match has it")
	logFile := flag.String("log", "", "where each struck file is a line")
	flag.Parse()
	if flag.NArg() != 2 {
		flag.Usage()
		os.Exit(2)
	}
	struck, err := os.OpenFile(*logFile, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		log.Fatal(err)
	}
	folder, place := flag.Arg(0), flag.Arg(1)
	if *lost == "" {
		serveFailingCall(folder, place, &callFault{call: *call, glob: *glob, errno: errnoOf(*errno), log: struck})
		return
	}
	servePowerLoss(folder, place, *lost, *at, *glob, struck)
}

// mount serves the folder at the place, and returns once it answers.
func mount(folder, place string, newNode func(*fs.LoopbackRoot) fs.InodeEmbedder, options fuse.MountOptions) *fuse.Server {
	var st syscall.Stat_t
	if err := syscall.Stat(folder, &st); err != nil {
		log.Fatal(err)
	}
	root := &fs.LoopbackRoot{Path: folder, Dev: uint64(st.Dev)}
	root.NewNode = func(root *fs.LoopbackRoot, _ *fs.Inode, _ string, _ *syscall.Stat_t) fs.InodeEmbedder {
		return newNode(root)
	}
	options.DirectMountStrict, options.FsName, options.Name = true, "faultfs", "faultfs"
	server, err := fs.Mount(place, newNode(root), &fs.Options{MountOptions: options})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("mounted")
	return server
}
