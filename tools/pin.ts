/**
 * Writes the h1 hashes into versions.json: `node tools/pin.ts [GO-VERSION …]`. Needs Go 1.21 or later on PATH and
 * access to the checksum database. Without arguments it checks every known version again.
 *
 * go queries the database and verifies its signature and proof. To avoid downloading each zip, a local proxy serves
 * an empty one, and go's refusal contains the database's hash. Platforms that the database or its mirror does not
 * serve are left out and reported.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';

const file = new URL('../docker/versions.json', import.meta.url);
const platforms = ['linux-amd64', 'linux-arm64', 'darwin-amd64', 'darwin-arm64', 'windows-amd64'];
const run = promisify(execFile);

const goproxy = (await run('go', ['env', 'GOPROXY'])).stdout.trim();
const versions = JSON.parse(await readFile(file, 'utf8'));

for (const version of process.argv.slice(2)) versions.go[version] ??= {};
for (const pins of [versions.go, versions.bootstrap]) {
  for (const version of Object.keys(pins)) {
    for (const platform of platforms) {
      const hash = await ask(`v0.0.1-go${version}.${platform}`);
      if (hash !== null) pins[version][platform] = hash;
      else console.error(`not served: go ${version} for ${platform}`);
    }
  }
}
await writeFile(file, `${JSON.stringify(versions, null, 2)}\n`);

async function ask(version: string): Promise<string | null> {
  const scratch = await mkdtemp(join(tmpdir(), 'unlatch-pin-'));
  try {
    const folder = join(scratch, 'proxy/golang.org/toolchain/@v');
    await mkdir(folder, { recursive: true });
    const goMod = 'module golang.org/toolchain\n';
    await writeFile(join(folder, `${version}.info`), JSON.stringify({ Version: version }));
    await writeFile(join(folder, `${version}.mod`), goMod);
    const name = `golang.org/toolchain@${version}/go.mod`;
    await writeFile(join(folder, `${version}.zip`), zipSync({ [name]: strToU8(goMod) }));
    const env = {
      ...process.env,
      GOPROXY: `${pathToFileURL(join(scratch, 'proxy')).href}|${goproxy}`,
      GOPATH: join(scratch, 'gopath'),
      GOMODCACHE: join(scratch, 'modcache'),
      GOFLAGS: '-modcacherw',
      GOTOOLCHAIN: 'local',
    };
    const said = await run('go', ['mod', 'download', '-json', `golang.org/toolchain@${version}`], {
      env,
      cwd: scratch,
    }).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    return /downloaded: h1:\S+?\\n\\t\S+: (h1:[A-Za-z0-9+/]{43}=)/.exec(said)?.[1] ?? null;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
