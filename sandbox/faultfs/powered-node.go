package main

import (
	"context"
	"path"
	"path/filepath"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// poweredNode is a file or folder of a machine that may lose its power.
type poweredNode struct {
	fs.LoopbackNode
	machine *machine
}

// poweredFile is an open file. It hides its descriptor, through which the kernel would write past this program.
type poweredFile struct {
	openFile
	inode uint64
}

type openFile interface {
	fs.FileReader
	fs.FileWriter
	fs.FileLseeker
	fs.FileFlusher
	fs.FileReleaser
	fs.FileGetattrer
	fs.FileSetattrer
}

func (f *poweredFile) Allocate(context.Context, uint64, uint64, uint32) syscall.Errno {
	return syscall.EOPNOTSUPP
}

// name is relative to the mount point.
func (n *poweredNode) name() string { return n.Path(n.Root()) }

// real is the path of the node, or of a name in it, below the folder that is mounted.
func (n *poweredNode) real(name string) string {
	return filepath.Join(n.RootData.Path, n.name(), name)
}

func (n *poweredNode) Create(ctx context.Context, name string, flags uint32, mode uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	end, errno := n.machine.begin("create", path.Join(n.name(), name))
	if errno != 0 {
		return nil, nil, 0, errno
	}
	defer end()
	_, there := inodeOf(n.real(name))
	if there && flags&syscall.O_TRUNC != 0 {
		n.machine.disk.truncates(n.real(name))
	}
	inode, file, fuseFlags, errno := n.LoopbackNode.Create(ctx, name, flags, mode, out)
	if errno != 0 {
		return nil, nil, 0, errno
	}
	if !there {
		n.machine.disk.created(out.Ino)
	}
	return inode, &poweredFile{file.(openFile), out.Ino}, fuseFlags, 0
}

func (n *poweredNode) Open(ctx context.Context, flags uint32) (fs.FileHandle, uint32, syscall.Errno) {
	if flags&syscall.O_TRUNC != 0 {
		end, errno := n.machine.begin("write")
		if errno != 0 {
			return nil, 0, errno
		}
		defer end()
		n.machine.disk.truncates(n.real(""))
	}
	file, fuseFlags, errno := n.LoopbackNode.Open(ctx, flags)
	if errno != 0 {
		return nil, 0, errno
	}
	inode, _ := inodeOf(n.real(""))
	return &poweredFile{file.(openFile), inode}, fuseFlags, 0
}

func (n *poweredNode) Write(ctx context.Context, f fs.FileHandle, data []byte, off int64) (uint32, syscall.Errno) {
	end, errno := n.machine.begin("write")
	if errno != 0 {
		return 0, errno
	}
	defer end()
	n.machine.disk.changes(n.real(""))
	return f.(fs.FileWriter).Write(ctx, data, off)
}

// CopyFileRange leaves the copying to the kernel, which then writes.
func (n *poweredNode) CopyFileRange(context.Context, fs.FileHandle, uint64, *fs.Inode, fs.FileHandle, uint64, uint64, uint64) (uint32, syscall.Errno) {
	return 0, syscall.ENOSYS
}

func (n *poweredNode) Setattr(ctx context.Context, f fs.FileHandle, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	end, errno := n.machine.begin("setattr")
	if errno != 0 {
		return errno
	}
	defer end()
	if size, ok := in.GetSize(); ok && size == 0 {
		n.machine.disk.truncates(n.real(""))
	} else if ok {
		n.machine.disk.changes(n.real(""))
	}
	return n.LoopbackNode.Setattr(ctx, f, in, out)
}

// Fsync of a folder has nothing to do: names are on the disk.
func (n *poweredNode) Fsync(_ context.Context, f fs.FileHandle, _ uint32) syscall.Errno {
	end, errno := n.machine.begin("fsync")
	if errno != 0 {
		return errno
	}
	defer end()
	if file, ok := f.(*poweredFile); ok {
		n.machine.disk.synced(file.inode)
	}
	return 0
}

func (n *poweredNode) Release(ctx context.Context, f fs.FileHandle) syscall.Errno {
	file := f.(*poweredFile)
	n.machine.disk.closed(file.inode)
	return file.Release(ctx)
}

func (n *poweredNode) Rename(ctx context.Context, name string, parent fs.InodeEmbedder, newName string, flags uint32) syscall.Errno {
	to := parent.(*poweredNode)
	end, errno := n.machine.begin("rename", path.Join(n.name(), name), path.Join(to.name(), newName))
	if errno != 0 {
		return errno
	}
	defer end()
	inode, isFile := inodeOf(n.real(name))
	_, replaces := inodeOf(to.real(newName))
	errno = n.LoopbackNode.Rename(ctx, name, parent, newName, flags)
	if errno == 0 && isFile && replaces {
		n.machine.disk.replaces(inode)
	}
	return errno
}

func (n *poweredNode) Unlink(ctx context.Context, name string) syscall.Errno {
	end, errno := n.machine.begin("unlink", path.Join(n.name(), name))
	if errno != 0 {
		return errno
	}
	defer end()
	return n.LoopbackNode.Unlink(ctx, name)
}

func (n *poweredNode) Mkdir(ctx context.Context, name string, mode uint32, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	end, errno := n.machine.begin("mkdir")
	if errno != 0 {
		return nil, errno
	}
	defer end()
	return n.LoopbackNode.Mkdir(ctx, name, mode, out)
}

func (n *poweredNode) Rmdir(ctx context.Context, name string) syscall.Errno {
	end, errno := n.machine.begin("rmdir")
	if errno != 0 {
		return errno
	}
	defer end()
	return n.LoopbackNode.Rmdir(ctx, name)
}

func (n *poweredNode) Symlink(ctx context.Context, target, name string, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	end, errno := n.machine.begin("symlink")
	if errno != 0 {
		return nil, errno
	}
	defer end()
	return n.LoopbackNode.Symlink(ctx, target, name, out)
}

func (n *poweredNode) Link(ctx context.Context, target fs.InodeEmbedder, name string, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	end, errno := n.machine.begin("link")
	if errno != 0 {
		return nil, errno
	}
	defer end()
	return n.LoopbackNode.Link(ctx, target, name, out)
}
