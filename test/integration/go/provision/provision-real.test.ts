import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGoSettings } from '../../../../src/go/go-settings.ts';
import { hostPlatform } from '../../../../src/go/platform.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../../src/go/provision/provision-gopls.ts';
import { matrixGoVersions } from '../../../../src/go/versions.ts';
import { scratchDir } from '../../../unit/go/tiny-go.ts';

// The only test of provisioning that needs a network: Go 1.25.9 is not pinned, so the real checksum database must verify
// it.
const settings = await readGoSettings(process.env, hostPlatform());
const canDownload = settings.goproxy !== null && settings.goproxy !== 'off' && settings.gosumdb !== 'off';

test.skipIf(!canDownload)(
  'a real Go comes from the configured proxy, vouched for by the real checksum database, and runs (needs: GOPROXY, GOSUMDB)',
  async () => {
    await using dir = await scratchDir();
    const go = await provisionGo('1.25.9', { env: { ...process.env, UNLATCH_HOME: dir.path }, from: 'store' });
    // Otherwise go's telemetry process still writes there while the folder is removed.
    await mkdir(join(dir.path, '.config/go/telemetry'), { recursive: true });
    await writeFile(join(dir.path, '.config/go/telemetry/mode'), 'off');
    const said = execFileSync(join(go.goroot, 'bin/go'), ['version'], {
      env: { GOTOOLCHAIN: 'local', HOME: dir.path },
    });
    expect(said.toString()).toMatch(/^go version go1\.25\.9 /);
  },
  60_000,
);

test('a real go install is given up where the module proxy takes the request and never answers', async () => {
  await using dir = await scratchDir();
  const newest = matrixGoVersions({}).at(-1) ?? expect.fail('the matrix pins no Go for this machine');
  const builder = await provisionGo(newest, { env: process.env });
  await using server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, UNLATCH_HOME: dir.path, GOPROXY: `http://127.0.0.1:${port}`, GONOPROXY: 'none' };
  const giveUp = provisionGopls('0.24.0', { env, network: { silentMs: 1500 } }, builder);
  await expect(giveUp).rejects.toThrow(/gopls 0\.24\.0 could not be built .* said nothing for 1\.5 s/);
  expect(await readdir(join(dir.path, 'tmp'))).toEqual([]);
});
