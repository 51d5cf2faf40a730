import { join } from 'node:path';
import type { Finder } from '../finding.ts';
import { environment, restart } from '../remedy/remedy.ts';

/** sun_path, unix(7), without the 0 at its end. */
const limitBytes = 107;

/**
 * The folder in which a client of a daemon wants its socket cannot hold one; such a client ends at once. Where no gopls runs it is only
 * noted: most never want a daemon.
 */
export const socketPath: Finder = ({ places, env, processes }) => {
  const named = env['XDG_RUNTIME_DIR'] ? 'XDG_RUNTIME_DIR' : 'TMPDIR';
  const place = places.find(({ role }) => role === named);
  if (place === undefined || place.stat === 'hung') return [];
  // Without its TMPDIR go builds nothing either: tmpdir-unusable says so.
  if (named === 'TMPDIR' && place.stat === null && !env['GOTMPDIR']) return [];
  const bytes = Buffer.byteLength(join(place.path, `gopls-0123ab-daemon.${env['USER'] || 'shared'}`));
  const flaw = flawOf(place.stat === null, place.notWritable, bytes);
  if (flaw === null) return [];
  const servers = processes.filter(({ name, state }) => name === 'gopls' && state !== 'Z');
  const wanted = servers.some(({ command }) => command.some((word) => /^--?remote/.test(word)));
  if (!wanted && servers.length > 0) return [];
  return [
    {
      id: 'socket-path',
      severity: wanted ? 'warning' : 'note',
      summary: `a gopls with -remote=auto cannot start: the folder for its socket, ${place.path}, ${flaw}`,
      evidence: [
        `${named}=${place.path}`,
        `the socket's path would have ${bytes} bytes, and ${limitBytes} are allowed`,
      ],
      pids: [],
      consequences: [],
      remedy: [
        environment(
          named === 'XDG_RUNTIME_DIR' ? { XDG_RUNTIME_DIR: null } : { TMPDIR: '/tmp' },
          'or name a folder of your own with a short name; gopls without -remote needs no socket',
        ),
        restart('gopls'),
      ],
      source: 'gopls/internal/lsprpc/autostart_posix.go; golang/go#41266; scenario gopls-socket-path',
    },
  ];
};

function flawOf(missing: boolean, notWritable: string | null, bytes: number): string | null {
  if (missing) return 'is not there';
  if (notWritable !== null) return `cannot be written (${notWritable})`;
  return bytes > limitBytes ? 'has too long a name' : null;
}
