import type { Finder } from '../finding.ts';
import { decide, run } from '../remedy/remedy.ts';

const bytesNeeded = 8 * 1024 ** 2;
const inodesNeeded = 32;

/** Roles of which go and gopls write next to nothing, or whose caches are looked at by themselves. */
const spared = new Set(['workspace', 'HOME', 'XDG_RUNTIME_DIR']);

/** No room, or no inodes, where go and gopls write. */
export const diskFull: Finder = ({ places }) =>
  places.flatMap(({ role, path, freeBytes, freeInodes, stat, notWritable }) => {
    const bytes = freeBytes !== null && freeBytes < bytesNeeded;
    const inodes = freeInodes !== null && freeInodes < inodesNeeded;
    // An image that is mounted read-only has no room, and needs none.
    if (stat === 'hung' || notWritable === 'EROFS' || spared.has(role) || (!bytes && !inodes)) return [];
    return [
      {
        id: 'disk-full',
        severity: 'error' as const,
        summary: `the disk of ${role} is full: ${bytes ? `${freeBytes} bytes` : `${freeInodes} inodes`} are left at ${path}`,
        evidence: [`free: ${freeBytes} bytes, ${freeInodes ?? 'any number of'} inodes`],
        pids: [],
        consequences: [],
        remedy: [
          ...(role === 'GOCACHE'
            ? [run(['go', 'clean', '-cache'], 'where it is the build cache that fills the disk')]
            : []),
          decide(`Make room at ${path}, or set GOCACHE, GOMODCACHE, GOPLSCACHE or TMPDIR to a folder on another disk`),
        ],
        source: 'golang/go#60076, golang/go#67433; scenarios gocache-full, modcache-full, gopls-gocache-full',
      },
    ];
  });
