/** The printed socket is the one that the real gopls creates if an editor uses the printed flag. */
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { socketText } from '../../../src/config/socket-text.ts';
import { workspaceSocket } from '../../../src/config/workspace-socket.ts';
import { openSession } from '../../../src/lsp/session.ts';
import { until } from '../../docker/an-engine.ts';
import { aFolder, goplsVersions, limits, ownEnv, realTools } from './real-tools.ts';

test.each(goplsVersions)(
  'gopls %s listens there while an editor is connected',
  async (version) => {
    await using folder = await aFolder();
    const { gopls, go } = await realTools(version);
    await folder.write('w/go.mod', 'module m\n\ngo 1.21\n');
    await symlink('w', join(folder.path, 'link'));
    const env = { ...ownEnv(folder.path, go), USER: 'somebody' };
    // Runs first, so that `go tool buildid` is compiled before the client needs it (finding daemon-cold-buildid).
    const socket = await workspaceSocket(join(folder.path, 'link'), gopls, go, env, limits(300_000));
    expect(await workspaceSocket(join(folder.path, 'w'), gopls, go, env, limits(300_000))).toEqual(socket);
    expect(socket.flaw).toBeNull();
    let listens: boolean | undefined;
    const report = await openSession({
      folder: join(folder.path, 'w'),
      // Its daemon must end with this test.
      server: { command: gopls, args: [socket.flag, '-remote.listen.timeout=1s'] },
      env,
      phaseMs: 120_000,
      beforeEnd: async () => {
        listens = existsSync(socket.path);
      },
    });
    await until('the end of the daemon', async () => !existsSync(socket.path));
    expect(report).toMatchObject({ stuck: null });
    expect(listens).toBe(true);
    expect(socketText(socket)).toContain(`"go.languageServerFlags": ["${socket.flag}"]`);
  },
  600_000,
);

test('two workspaces have two sockets, and a path that is too long is told', async () => {
  await using folder = await aFolder();
  await mkdir(join(folder.path, 'a'));
  await mkdir(join(folder.path, 'b'));
  const gopls = await folder.write('gopls', '');
  const socketOf = (name: string, XDG_RUNTIME_DIR: string) =>
    workspaceSocket(join(folder.path, name), gopls, null, { XDG_RUNTIME_DIR, USER: 'me' }, limits(1000));
  const [a, b] = [await socketOf('a', '/run/user/1000'), await socketOf('b', '/run/user/1000')];
  expect(a.path).not.toBe(b.path);
  expect(a.path).toMatch(/^\/run\/user\/1000\/gopls-[0-9a-f]{6}-daemon\.me-[0-9a-f]{12}$/);
  expect(a.flaw).toBeNull();
  const rest = a.bytes - '/run/user/1000'.length;
  expect((await socketOf('a', `/${'x'.repeat(106 - rest)}`)).flaw).toBeNull();
  expect((await socketOf('a', `/${'x'.repeat(107 - rest)}`)).flaw).toContain(
    'has 108 bytes, but at most 107 are allowed',
  );
});
