/** Ctrl-C ends `unlatch cache` with 130 while it waits for a go or a git that never answers, and leaves neither. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../../../docker/an-engine.ts';
import { put } from '../../../unit/go/tiny-go.ts';
import { aNap, isAsleep } from '../a-cli.ts';
import { cliForAll, placeForEach } from '../cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);

test.each(['go', 'git'])('restore waits for %s', async (program) => {
  const nap = aNap();
  await place.write('w/go.mod', 'module example.com/m\n');
  await mkdir(join(place.path, 'pool'));
  const go = `case $2 in -json) echo '{"GOCACHE":"${place.path}/b","GOMODCACHE":"${place.path}/m","GOVERSION":"go1.26"}';; esac`;
  await put(join(place.path, 'bin/go'), `#!/bin/sh\n${go}\n`, 0o755);
  await put(join(place.path, 'bin', program), `#!/bin/sh\nexec sleep ${nap}\n`, 0o755);
  const where = ['--store', join(place.path, 'pool'), '--workspace', join(place.path, 'w')];
  const job = ['--job', 'j', '--branch', 'main', '--default-branch', 'main', '--state', join(place.path, 'state')];
  const running = place.start(['cache', 'restore', ...where, ...job], {
    env: { PATH: `${join(place.path, 'bin')}:/usr/bin:/bin` },
  });
  await until('its sleep', () => isAsleep(nap));
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({
    code: 130,
    stdout: '',
    stderr: 'unlatch: interrupted; what was restored is whole, and the rest was left out\n',
  });
  expect(await isAsleep(nap)).toBe(false);
});
