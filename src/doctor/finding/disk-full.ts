import type { Finder } from '../finding.ts';
import { decide, run } from '../remedy.ts';

const bytesNeeded = 8 * 1024 ** 2;
const inodesNeeded = 32;

/** No room, or no inodes, where go and gopls write. */
export const diskFull: Finder = ({ places }) =>
  places.flatMap(({ role, path, freeBytes, freeInodes, stat }) => {
    const bytes = freeBytes !== null && freeBytes < bytesNeeded;
    const inodes = freeInodes !== null && freeInodes < inodesNeeded;
    if (stat === 'hung' || role === 'workspace' || role === 'XDG_RUNTIME_DIR' || (!bytes && !inodes)) return [];
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
