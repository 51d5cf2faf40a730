/** `clean --end` on real processes of this test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { smallCaches } from './small-caches.ts';

const { put, clean, running, holder } = smallCaches();

test('--end ends a go and what it started, and nothing else', async () => {
  // Its name makes it a go; it is really bash.
  const fake = put('bin/go', '');
  copyFileSync('/bin/bash', fake);
  chmodSync(fake, 0o755);
  const child = await running(fake, '-c', 'sh -c "trap \'\' TERM; echo; exec sleep 1000" & wait');
  const bystander = await holder(put('a-lock'));
  const report = await clean({ end: [child.pid ?? 0] });
  expect(report.ended.map(({ pid }) => pid)).toContain(child.pid);
  expect(report.ended).toHaveLength(2);
  expect(bystander.exitCode).toBeNull();
}, 30_000);

test('--end refuses what is no go, gopls or git, and whatever started unlatch', async () => {
  const child = await holder(put('a-lock'));
  await expect(clean({ end: [child.pid ?? 0] })).rejects.toThrow(/is not a go, gopls or git/);
  await expect(clean({ end: [process.pid] })).rejects.toThrow(UserError);
  expect(child.exitCode).toBeNull();
});

test('--end of a process that has gone is no mistake', async () => {
  const child = spawn('true');
  await once(child, 'close');
  expect((await clean({ end: [child.pid ?? 0] })).ended).toEqual([]);
});

test('a dry run ends nothing', async () => {
  const child = await holder(put('a-lock'));
  await clean({ dryRun: true, end: [child.pid ?? 0] });
  expect(child.exitCode).toBeNull();
});
