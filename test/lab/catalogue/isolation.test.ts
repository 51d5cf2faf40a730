/**
 * A part of the catalogue under isolation unshare and isolation marker: its baselines, in which each fault strikes and each
 * finding is reported. Remedies and mitigations run under this machine's best isolation. A cell may be skipped if the isolation
 * cannot support it, but never differs. The weekly workflow runs the whole catalogue under each, as root and as an ordinary user.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/lab/cell-report.ts';
import { cellOutcome } from '../../../src/lab/report/outcome.ts';
import { remarks } from '../../../src/lab/report/wording.ts';
import type { Isolation } from '../../../src/lab/runtime/host/isolations.ts';
import { grantedIsolations } from '../a-run.ts';
import { partOfTheCatalogue } from './part-of-the-catalogue.ts';
import { runPart } from './run-part.ts';

/** What each isolation cannot support. */
const cannot: Readonly<Record<Exclude<Isolation, 'bubblewrap'>, RegExp>> = {
  unshare: /^fuse: FUSE cannot be mounted here/,
  marker:
    /^(mount|fuse): no mount namespace available$|^pidns: no PID namespace available$|^netns: no network namespace available$|^user: without a user namespace trials run as uid 0 here$/,
};
const cells = partOfTheCatalogue('baseline');

const reports = new Map<Isolation, Promise<Report>>();
const chosen = (['unshare', 'marker'] as const).filter((isolation) => grantedIsolations.includes(isolation));
beforeAll(async () => {
  for (const isolation of chosen) reports.set(isolation, runPart(isolation, 'baseline'));
  // The tests of an isolation report its failures.
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
