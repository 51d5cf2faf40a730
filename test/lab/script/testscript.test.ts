/**
 * `--testscripts`: a verdict that differs becomes a file that the real testscript runs, without unlatch. It passes with the Go
 * that does what the scenario expects, and fails with the one that does not.
 */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { cliForAll, placeForEach } from '../../e2e/cli/cli-of-file.ts';
import { aTestscript } from '../../e2e/tools/a-go-tool.ts';
import { missingHost } from '../a-run.ts';

/** True from Go 1.16 on; older ones add what go.sum lacks. */
const changed = `import { defineScenario, failsWith } from 'unlatch';

export default defineScenario({
  claim: 'go build fails where go.sum lacks a module.',
  source: 'a test',
  cells: [{ expect: 'reproduced' }],
  files: \`
-- go.mod --
module example.com/m

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/a.go --
package dep
\`,
  workers: [{ name: 'build', run: 'go build ./...' }],
  mitigations: {
    'tidied first': { setup: ['go mod tidy'] },
    'built alone': { run: { build: 'go build -x ./...' }, expect: 'fails', source: 'a test' },
  },
  check: failsWith(/missing go\\.sum entry/),
});
`;

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  const cli = cliForAll();
  const place = placeForEach(cli);
  const [oldest = '', newest = ''] = [matrixVersions().go[0], matrixVersions().go.at(-1)];
  let testscript: string;
  const goroots = new Map<string, string>();
  beforeAll(async () => {
    testscript = await aTestscript();
    for (const version of [oldest, newest]) {
      goroots.set(version, (await provisionGo(version, { env: process.env, from: 'store' })).goroot);
    }
  }, 300_000);

  const pathWith = (version: string) => `${join(goroots.get(version) ?? '', 'bin')}:${process.env['PATH']}`;

  /** What a testscript says with that Go. */
  function verdict(file: string, version: string) {
    // As in a trial, where GOENV is off too: a flag of the user's GOFLAGS may be unknown to an old Go.
    const env = { ...process.env, GOENV: 'off', PATH: pathWith(version) };
    const { status, stdout, stderr } = spawnSync(testscript, ['-v', file], { encoding: 'utf8', env });
    return { status, symptom: /^the symptom is (\w+)$/m.exec(stdout)?.[1] ?? stdout + stderr };
  }

  const runWith = (version: string) =>
    place.run(['run', './changed.ts', '--go', 'local', '--runtime', 'host', '--testscripts', 'scripts'], {
      env: { PATH: pathWith(version) },
    });

  test('passes with the Go that does as expected, and fails with the one that differs', async () => {
    await place.write('changed.ts', changed);
    const { code, stderr, stdout } = await runWith(oldest);
    const file = `changed.go${oldest}.txtar`;
    expect({ code, files: await readdir(join(place.path, 'scripts')) }, stderr).toEqual({ code: 1, files: [file] });
    expect(`${stdout}${stderr}`).toContain(`a testscript that fails with go ${oldest}: go run`);

    const path = join(place.path, 'scripts', file);
    expect(await readFile(path, 'utf8')).toMatch(/^# changed: go build fails where go\.sum lacks a module\.\n/);
    expect(verdict(path, newest)).toEqual({ status: 0, symptom: 'present' });
    expect(verdict(path, oldest)).toEqual({ status: 1, symptom: 'absent' });
  });

  test('is not written where all is as expected', async () => {
    await place.write('changed.ts', changed);
    expect((await runWith(newest)).code).toBe(0);
    expect(await readdir(place.path)).not.toContain('scripts');
  });

  test('is written for a mitigation that does not help', async () => {
    await place.write('changed.ts', changed.replace(", expect: 'fails', source: 'a test'", ''));
    const { code } = await runWith(newest);
    expect({ code, files: await readdir(join(place.path, 'scripts')) }).toEqual({
      code: 1,
      files: [`changed.built-alone.go${newest}.txtar`],
    });
    const file = join(place.path, 'scripts', `changed.built-alone.go${newest}.txtar`);
    expect(verdict(file, newest)).toEqual({ status: 1, symptom: 'present' });
  });
});
