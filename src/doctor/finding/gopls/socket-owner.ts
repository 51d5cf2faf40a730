import { basename, dirname, resolve } from 'node:path';
import type { Finder } from '../../finding.ts';
import { environment, restart } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Another user's daemon socket has the name that ours needs: without $USER every name is "shared". */
export const socketOwner: Finder = (snapshot) => {
  const { sockets, env, host, processes } = snapshot;
  const folder = resolve(env['XDG_RUNTIME_DIR'] || env['TMPDIR'] || '/tmp');
  const wanted = wantedNames(snapshot).map((name) => ({ folder, name }));
  return sockets.flatMap(({ path, uid }) =>
    uid === null ||
    uid === host.uid ||
    !wanted.some((own) => dirname(path) === own.folder && basename(path).endsWith(own.name))
      ? []
      : [
          {
            id: 'socket-owner',
            // If no gopls runs, a daemon may never be wanted.
            severity: processes.some(({ name, state }) => name === 'gopls' && state !== 'Z')
              ? ('warning' as const)
              : ('note' as const),
            summary: `the daemon socket ${path} belongs to user ${uid}, not to this user (${host.uid}): gopls -remote=auto refuses it`,
            evidence: [`USER=${env['USER'] ?? ''}; without it every user's socket has the same name`],
            pids: [],
            consequences: [],
            remedy: [
              environment(
                { USER: `user-${host.uid}` },
                'or set XDG_RUNTIME_DIR to your own folder; gopls without -remote needs no socket',
              ),
              restart('gopls'),
            ],
            source: 'gopls/internal/lsprpc/autostart_posix.go, verifyRemoteOwnershipPosix; scenario gopls-socket-owner',
          },
        ],
  );
};

/** Socket names of the running clients, else of one yet to start. Only gopls -remote needs one. */
function wantedNames({ processes, env }: Snapshot): readonly string[] {
  const servers = processes.filter(({ name, state }) => name === 'gopls' && state !== 'Z');
  const own = `-daemon.${env['USER'] || 'shared'}`;
  if (servers.length === 0) return [own];
  return servers.flatMap(({ command }) =>
    command.flatMap((word) => {
      const remote = /^--?remote=auto(?:;(.*))?$/.exec(word);
      if (remote === null) return [];
      return [remote[1] ? `${own}-${remote[1]}` : own];
    }),
  );
}
