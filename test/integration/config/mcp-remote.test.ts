/** The fact behind mcp-remote: gopls mcp does not become the client of a daemon, and starts none. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { aFolder, ownEnv, realTools } from './real-tools.ts';

test.each([
  // Built only with UNLATCH_WHOLE=1: no other test needs it.
  ...(process.env['UNLATCH_WHOLE'] === '1' ? [['0.21.1', /dialing remote/] as const] : []),
  ['0.24.0', /mcp does not currently support remote mode/] as const,
])(
  'gopls %s mcp with a daemon that does not run says so and exits',
  async (version, words) => {
    await using folder = await aFolder();
    const { gopls, go } = await realTools(version);
    await folder.write('go.mod', 'module m\n\ngo 1.21\n');
    const { status, stderr } = spawnSync(gopls, [`-remote=unix;${folder.path}/none`, 'mcp'], {
      cwd: folder.path,
      env: ownEnv(folder.path, go),
      input: '',
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(words) });
  },
  600_000,
);
