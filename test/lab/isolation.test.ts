/**
 * A part of the catalogue under each isolation that is not the best that this machine has, which the catalogue itself runs under: with isolation
 * unshare, and with isolation marker. A cell may be skipped where the isolation cannot carry it, and never differs. The whole catalogue under each,
 * as root and as an ordinary user, is for the weekly workflow.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/lab/cell-report.ts';
import { cellOutcome } from '../../src/lab/report/outcome.ts';
import { remarks } from '../../src/lab/report/wording.ts';
import type { Isolation } from '../../src/lab/runtime/host/isolation.ts';
import { aPathWithout } from '../e2e/a-cli.ts';
import { grantedIsolations } from './a-run.ts';
import { partOfTheCatalogue } from './part-of-the-catalogue.ts';

/** What is installed for these tests, and what a bare machine lacks. */
const installed = ['bwrap', 'docker', 'dockerd'];

/** What each cannot carry. */
const cannot: Readonly<Record<Exclude<Isolation, 'bubblewrap'>, RegExp>> = {
  unshare: /^fuse: FUSE cannot be mounted here/,
  marker:
    /^(mount|fuse): no mount namespace available$|^pidns: no PID namespace available$|^netns: no network namespace available$|^user: without a user namespace trials run as uid 0 here$/,
};
const cells = partOfTheCatalogue();

const reports = new Map<Isolation, Promise<Report>>();
const chosen = (['unshare', 'marker'] as const).filter((isolation) => grantedIsolations.includes(isolation));
beforeAll(async () => {
  for (const isolation of chosen) reports.set(isolation, runPart(isolation));
  // One that failed is told by the tests of its own isolation.
  await Promise.allSettled(reports.values());
}, 1_800_000);

describe.each(['unshare', 'marker'] as const)('with isolation %s', (isolation) => {
  test.skipIf(!chosen.includes(isolation)).each(cells)('$id comes out as it says', async ({ id }) => {
    const report = (await reports.get(isolation)) ?? expect.fail(`there was no run with ${isolation}`);
    const cell = report.cells.find(({ scenario }) => scenario === id) ?? expect.fail(`there was no ${id}`);
    if (cell.skipped !== null) return expect(cell.skipped).toMatch(cannot[isolation]);
    expect({ outcome: cellOutcome(cell), remarks: remarks(cell) }).toEqual({ outcome: 'as-expected', remarks: [] });
  });
});

async function runPart(isolation: Isolation): Promise<Report> {
  // Not below /tmp, of which a sandbox sees only its own.
  const folder = await mkdtemp('/var/tmp/isolation-');
  try {
    const env = { ...process.env, PATH: await aPathWithout(join(folder, 'bin'), ...installed) };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'isolation-run.ts'), isolation], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, report] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      report += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`the run with ${isolation} ended with ${code}: ${said.slice(-4000)}`);
    return JSON.parse(report) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}
