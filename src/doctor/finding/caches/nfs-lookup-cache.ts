import type { PlaceFact } from '../../cache-fact.ts';
import type { Finder } from '../../finding.ts';
import { decide } from '../../remedy/remedy.ts';

/**
 * GOMODCACHE is on NFS, and the kernel remembers which names are missing there. If another machine downloads a module
 * meanwhile, go fails to extract it here. One machine alone has no such problem.
 */
export const nfsLookupCache: Finder = ({ places }) => {
  const place = places.find(({ role }) => role === 'GOMODCACHE');
  // Who cannot write there does not extract there.
  if (place?.nfs == null || place.notWritable !== null || forgets(place.nfs)) return [];
  const { source, mountPoint, type, options } = place.nfs;
  return [
    {
      id: 'nfs-lookup-cache',
      severity: 'note',
      summary: `GOMODCACHE is on NFS, and this machine remembers which files are missing there: if other machines share it, go mod download may fail with "target directory … exists and is not empty"`,
      evidence: [`/proc/self/mountinfo: ${source} on ${mountPoint}, ${type}, ${options}`, `GOMODCACHE=${place.path}`],
      pids: [],
      consequences: [],
      remedy: [
        decide(
          'If other machines share the module cache: unmount it, and mount it again with the option lookupcache=positive, which a remount cannot set',
        ),
      ],
      source: 'nfs(5), lookupcache; cmd/go/internal/modfetch/fetch.go, unzip; test/e2e/cache/nfs.test.ts',
    },
  ];
};

/** Source: fs/nfs/super.c, nfs_show_mount_options: it writes lookupcache=pos for positive, and nothing for all. */
function forgets(nfs: NonNullable<PlaceFact['nfs']>): boolean {
  const options = nfs.options.split(',');
  // So does actimeo=0, which noac implies: the folder is asked for its time before each look-up.
  const asks = ['acdirmin=0', 'acdirmax=0'].every((option) => options.includes(option));
  return asks || options.some((option) => /^lookupcache=(pos|none)$/.test(option));
}
