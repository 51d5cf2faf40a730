package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
)

// disk knows what a folder would have on its disk if the power were lost now. It stands for ext4 between the commit of its journal
// (every 5 s) and the write-back of dirty pages (after 30 s), with metadata in order:
//
//   - Names, modes and times are on the disk up to the last call: creations, renames and removals.
//   - Data is there once its file was synced (fsync, fdatasync), and not before.
//
// lost "data": the length of a file changes only with its data (data=ordered with delayed allocation, the default; XFS likewise). So a
// new file is empty, and one that was appended to has its old length. By default (auto_da_alloc) ext4 writes the data of a file that is
// renamed over another one, and of one that was truncated to nothing and closed.
//
// lost "contents": the length is on the disk, and the data is not (data=writeback; a disk that says "written" too early). The bytes
// read as zero.
//
// Not modelled: file systems that lose names or their order, torn blocks, and data written back early, for lack of memory or because
// it is old.
// Source: Documentation/admin-guide/ext4.rst, "data=ordered", "auto_da_alloc"; fs/ext4/namei.c, ext4_rename; fs/ext4/file.c,
// ext4_release_file; Documentation/admin-guide/sysctl/vm.rst, dirty_expire_centisecs.
type disk struct {
	folder, lost string

	mu sync.Mutex
	// By inode: what the disk has of a file that was not synced since its last change.
	unsynced map[uint64][]byte
	// Files that ext4 writes once they are closed.
	onClose map[uint64]bool
}

func newDisk(folder, lost string) *disk {
	return &disk{folder: folder, lost: lost, unsynced: map[uint64][]byte{}, onClose: map[uint64]bool{}}
}

// created notes a new file: nothing of it is on the disk.
func (d *disk) created(inode uint64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unsynced[inode] = nil
	delete(d.onClose, inode)
}

// changes notes that the data of the file is about to change. It keeps what the disk has.
func (d *disk) changes(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	inode, ok := inodeOf(path)
	if !ok {
		return
	}
	if _, known := d.unsynced[inode]; known {
		return
	}
	if data, err := os.ReadFile(path); err == nil {
		d.unsynced[inode] = data
	}
}

// truncates is changes for a file that becomes empty.
func (d *disk) truncates(path string) {
	d.changes(path)
	d.mu.Lock()
	defer d.mu.Unlock()
	var st syscall.Stat_t
	if syscall.Lstat(path, &st) == nil && st.Size > 0 && d.lost == "data" {
		d.onClose[st.Ino] = true
	}
}

// closed notes that somebody closed the file after writing to it.
func (d *disk) closed(inode uint64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.onClose[inode] {
		delete(d.onClose, inode)
		delete(d.unsynced, inode)
	}
}

// synced notes that all data of the file is on the disk.
func (d *disk) synced(inode uint64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.unsynced, inode)
}

// replaces notes that a file took the name of another one.
func (d *disk) replaces(inode uint64) {
	if d.lost == "data" {
		d.synced(inode)
	}
}

// drop makes the folder what the disk has, and writes down which files have lost something.
func (d *disk) drop(log io.Writer) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return filepath.WalkDir(d.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		inode, _ := inodeOf(path)
		kept, ok := d.unsynced[inode]
		if !ok {
			return nil
		}
		had, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if d.lost == "contents" {
			kept = append(bytes.Clone(kept), make([]byte, len(had))...)[:len(had)]
		}
		if bytes.Equal(had, kept) {
			return nil
		}
		name, err := filepath.Rel(d.folder, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(log, "struck %s: %d of %d bytes\n", name, len(bytes.TrimRight(kept, "\x00")), len(had))
		return rewrite(path, kept)
	})
}

// rewrite replaces the data of the file in place, with its mode and its time as they were.
func rewrite(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return err
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	if err := os.Chmod(path, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(path, info.ModTime(), info.ModTime())
}

func inodeOf(path string) (uint64, bool) {
	var st syscall.Stat_t
	err := syscall.Lstat(path, &st)
	return st.Ino, err == nil && st.Mode&syscall.S_IFMT == syscall.S_IFREG
}
