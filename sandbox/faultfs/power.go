package main

import (
	"fmt"
	"log"
	"os"
	"os/signal"
	"path"
	"slices"
	"sync"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"
)

// machine stands still at a call, and then loses its power.
type machine struct {
	at, glob string
	disk     *disk

	mu      sync.Mutex
	still   bool
	came    bool // the call at which it stands still
	changes sync.WaitGroup
	off     chan struct{}
}

// begin says that a change begins, unless the machine stands still: then it fails once the power is lost. The caller calls end.
func (m *machine) begin(call string, names ...string) (end func(), errno syscall.Errno) {
	m.mu.Lock()
	for _, name := range names {
		if ok, _ := path.Match(m.glob, name); ok && call == m.at && !m.still {
			m.still, m.came = true, true
			fmt.Printf("stands still: %s\n", name)
		}
	}
	if !m.still {
		m.changes.Add(1)
		m.mu.Unlock()
		return m.changes.Done, 0
	}
	m.mu.Unlock()
	<-m.off
	return nil, syscall.EIO
}

// stop answers the calls that wait, and returns once no change is under way: whether the call came.
func (m *machine) stop() bool {
	m.mu.Lock()
	m.still = true
	came := m.came
	m.mu.Unlock()
	close(m.off)
	m.changes.Wait()
	return came
}

// servePowerLoss serves the folder, and drops at each SIGUSR1 what is not on the disk.
func servePowerLoss(folder, place, lost, at, glob string, struck *os.File) {
	if _, err := path.Match(glob, ""); err != nil || !slices.Contains([]string{"data", "contents"}, lost) ||
		!slices.Contains([]string{"create", "rename", "unlink"}, at) {
		log.Fatalf("no such fault: %s lost at %s of %s", lost, at, glob)
	}
	losses := make(chan os.Signal, 1)
	signal.Notify(losses, syscall.SIGUSR1)
	for {
		m := &machine{at: at, glob: glob, disk: newDisk(folder, lost), off: make(chan struct{})}
		mount(folder, place, func(data *fs.LoopbackRoot) fs.InodeEmbedder {
			return &poweredNode{LoopbackNode: fs.LoopbackNode{RootData: data}, machine: m}
		}, fuse.MountOptions{})
		<-losses
		if m.stop() {
			at = ""
		}
		// What its processes still have open must not keep the place.
		if err := unix.Unmount(place, unix.MNT_DETACH); err != nil {
			log.Fatal(err)
		}
		if err := m.disk.drop(struck); err != nil {
			log.Fatal(err)
		}
	}
}
