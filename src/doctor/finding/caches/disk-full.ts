import type { Finder } from '../../finding.ts';
import { decide, run } from '../../remedy/remedy.ts';

const bytesNeeded = 8 * 1024 ** 2;
const inodesNeeded = 32;

/** Places where go and gopls write next to nothing, or whose caches are checked on their own. */
const spared = new Set(['workspace', 'HOME', 'XDG_RUNTIME_DIR']);

/** A disk that go or gopls writes to has no bytes or no inodes left. */
export const diskFull: Finder = ({ places }) =>
  places.flatMap(({ role, path, freeBytes, freeInodes, stat, notWritable }) => {
    const bytes = freeBytes !== null && freeBytes < bytesNeeded;
    const inodes = freeInodes !== null && freeInodes < inodesNeeded;
    // A read-only image has no free space and needs none.
    if (stat === 'hung' || notWritable === 'EROFS' || spared.has(role) || (!bytes && !inodes)) return [];
    return [
      {
        id: 'disk-full',
        severity: 'error' as const,
        summary: `the disk of ${role} is full: ${bytes ? `${freeBytes} bytes` : `${freeInodes} inodes`} left at ${path}`,
        evidence: [`free: ${freeBytes} bytes, ${freeInodes ?? 'any number of'} inodes`],
        pids: [],
        consequences: [],
        remedy: [
          ...(role === 'GOCACHE' ? [run(['go', 'clean', '-cache'], 'if the build cache fills the disk')] : []),
          decide(`Free space at ${path}, or set GOCACHE, GOMODCACHE, GOPLSCACHE or TMPDIR to a folder on another disk`),
        ],
        source: 'golang/go#60076, golang/go#67433; scenarios gocache-full, modcache-full, gopls-gocache-full',
      },
    ];
  });
