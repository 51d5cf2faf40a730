/** Law: the doctor finds each stall, with the right process as its cause. All stalls exist at once, for one doctor. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPlace } from '../../../bench/stuck/a-place.ts';
import { kinds } from '../../../bench/stuck/kinds.ts';
import type { Stuck } from '../../../bench/stuck/stuck.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { takeSnapshot } from '../../../src/doctor/facts/take-snapshot.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { aRealGo } from '../../integration/lab/a-real-go.ts';

/** Far more than necessary; ends the search if the doctor misses one. */
const mostLooks = 40;

describe('who is stuck', () => {
  let root: string;
  const standing = new Map<string, Stuck>();
  const found = new Map<string, Finding>();

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'stuck-'));
    const { go } = await aRealGo();
    const newest = matrixVersions().gopls.at(-1)?.gopls ?? '';
    const { path } = await provisionGopls(newest, { env: process.env });
    await Promise.all(
      kinds.map(async (kind, index) => {
        const place = await aPlace(join(root, `${index}`), go.goroot, path);
        standing.set(kind.name, await kind.begin(place));
      }),
    );
    for (let look = 0; look < mostLooks && found.size < kinds.length; look += 1) {
      const snapshot = await takeSnapshot({ folder: root, env: process.env, limitMs: 60_000, deep: false });
      const errors = diagnose(snapshot).findings.filter(({ severity }) => severity === 'error');
      for (const { name, id } of kinds) {
        const pid = standing.get(name)?.pid();
        const finding = errors.find((one) => one.id === id && one.pids[0] === pid);
        if (finding !== undefined) found.set(name, finding);
      }
    }
  }, 900_000);

  afterAll(async () => {
    for (const stuck of standing.values()) await stuck[Symbol.asyncDispose]();
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }, 120_000);

  test.each(kinds)('$name is found as $id, with what to do', ({ name }) => {
    const finding = found.get(name);
    expect(finding).toBeDefined();
    expect(finding?.evidence.length).toBeGreaterThan(0);
    expect(finding?.remedy.length).toBeGreaterThan(0);
  });
});
