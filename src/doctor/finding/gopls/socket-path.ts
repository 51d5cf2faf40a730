import { join } from 'node:path';
import type { Finder } from '../../finding.ts';
import { environment, restart } from '../../remedy/remedy.ts';

/** sun_path, unix(7), without the terminating 0. */
const limitBytes = 107;

/**
 * The folder for the daemon's socket cannot hold it, so a client exits at once. A note if no gopls
 * runs: most users never want a daemon.
 */
export const socketPath: Finder = ({ places, env, processes }) => {
  const named = env['XDG_RUNTIME_DIR'] ? 'XDG_RUNTIME_DIR' : 'TMPDIR';
  const place = places.find(({ role }) => role === named);
  if (place === undefined || place.stat === 'hung') return [];
  // go cannot build without its TMPDIR either; tmpdir-unusable reports that.
  if (named === 'TMPDIR' && place.stat === null && !env['GOTMPDIR']) return [];
  const bytes = Buffer.byteLength(join(place.path, `gopls-0123ab-daemon.${env['USER'] || 'shared'}`));
  const flaw = flawOf(place.stat === null, place.notWritable, bytes);
  if (flaw === null) return [];
  // A daemon says nothing of what the editors want.
  const servers = processes.filter(
    ({ name, state, command }) =>
      name === 'gopls' && state !== 'Z' && !command.some((word) => /^--?listen\b/.test(word)),
  );
  const wanted = servers.some(({ command }) => command.some((word) => /^--?remote/.test(word)));
  if (!wanted && servers.length > 0) return [];
  return [
    {
      id: 'socket-path',
      severity: wanted ? 'warning' : 'note',
      summary: `a gopls with -remote=auto cannot start: the folder for its socket, ${place.path}, ${flaw}`,
      evidence: [`${named}=${place.path}`, `the socket's path would have ${bytes} bytes; the limit is ${limitBytes}`],
      pids: [],
      consequences: [],
      remedy: [
        environment(
          named === 'XDG_RUNTIME_DIR' ? { XDG_RUNTIME_DIR: null } : { TMPDIR: '/tmp' },
          'or use your own folder with a short path; gopls without -remote needs no socket',
        ),
        restart('gopls'),
      ],
      source: 'gopls/internal/lsprpc/autostart_posix.go; golang/go#41266; scenario gopls-socket-path',
    },
  ];
};

function flawOf(missing: boolean, notWritable: string | null, bytes: number): string | null {
  if (missing) return 'does not exist';
  if (notWritable !== null) return `is not writable (${notWritable})`;
  return bytes > limitBytes ? 'has too long a path' : null;
}
