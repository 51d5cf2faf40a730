import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGoSettings } from '../../../src/go/go-settings.ts';
import { hostPlatform } from '../../../src/go/platform.ts';
import { provisionGo } from '../../../src/go/provision-go.ts';
import { scratchDir } from './tiny-go.ts';

// The one test of provisioning that needs a network: Go 1.25.9 is in no pin, so that the real checksum database has
// to vouch for it.
const settings = await readGoSettings(process.env, hostPlatform());
const canDownload = settings.goproxy !== null && settings.goproxy !== 'off' && settings.gosumdb !== 'off';

test.skipIf(!canDownload)(
  'a real Go comes from the configured proxy, vouched for by the real checksum database, and runs (needs: GOPROXY, GOSUMDB)',
  async () => {
    await using dir = await scratchDir();
    const go = await provisionGo('1.25.9', { env: { ...process.env, UNLATCH_HOME: dir.path }, from: 'store' });
    // Otherwise a process that go leaves behind for its telemetry still writes there while the folder is removed.
    await mkdir(join(dir.path, '.config/go/telemetry'), { recursive: true });
    await writeFile(join(dir.path, '.config/go/telemetry/mode'), 'off');
    const said = execFileSync(join(go.goroot, 'bin/go'), ['version'], {
      env: { GOTOOLCHAIN: 'local', HOME: dir.path },
    });
    expect(said.toString()).toMatch(/^go version go1\.25\.9 /);
  },
  60_000,
);
