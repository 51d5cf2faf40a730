import { describe, expect, test } from 'vitest';
import { type Accounts, accountsLine, balanceOf, lossOf, summaryOf } from '../../../src/action/summary.ts';
import { type CacheKind, perKind } from '../../../src/cache/kind.ts';
import type { RestoredCache } from '../../../src/cache/restored-caches.ts';
import type { SavedCache } from '../../../src/cache/saved-caches.ts';

const restored = (kind: CacheKind, more: Partial<RestoredCache> = {}): RestoredCache => ({
  kind,
  hit: 'exact',
  why: 'nothing in the key has changed',
  isFault: false,
  folder: `/caches/${kind}`,
  key: {
    key: `${kind}-1-abc-`,
    prefixes: [`${kind}-1-`],
    parts: [{ name: 'job', value: 'a|b', from: 'the job' }],
    need: null,
  },
  matchedKey: `${kind}-1-abc-99`,
  restored: { entries: 400, bytes: 52_000_000 },
  alreadyThere: 0,
  archiveBytes: 12_345_678,
  ms: 2_100,
  generations: [],
  markMs: null,
  layer: null,
  ...more,
});

const saved = (kind: CacheKind, more: Partial<SavedCache> = {}): SavedCache => ({
  kind,
  saved: false,
  why: '2.0 % of the bytes are new; not above 10 %',
  isFault: false,
  key: `${kind}-1-abc-99`,
  used: { entries: 390, bytes: 50_000_000 },
  madeAnew: { entries: 8, bytes: 1_000_000 },
  idle: { entries: 0, bytes: 0 },
  swept: { entries: 10, bytes: 2_000_000 },
  packed: { entries: 398, bytes: 51_000_000 },
  archiveBytes: null,
  ms: 300,
  chooseMs: 200,
  reusedWorthMs: kind === 'build' ? 90_000 : null,
  madeAnewCostMs: null,
  generations: [],
  replacesKeys: [],
  ...more,
});

/** @param more of one kind, the archive of builds by default. The tools' own are off, as they are by default. */
const accounts = (
  more: { restored?: Partial<RestoredCache>; saved?: Partial<SavedCache> } = {},
  kind: CacheKind = 'build',
): Accounts => {
  const off = (one: CacheKind) => (one === 'lint' || one === 'gopls' ? ({ hit: 'off' } as const) : {});
  return {
    goVersion: '1.26.11',
    restored: {
      ...perKind((one) => restored(one, one === kind ? { ...off(one), ...more.restored } : off(one))),
      startedMs: 0,
      hadTrees: false,
      mounts: '',
    },
    saved: perKind((one) => saved(one, one === kind ? more.saved : {})),
  };
};

describe('the balance of the build archive', () => {
  test('is what compiling the reused entries cost, less restoring and saving', () => {
    expect(balanceOf(accounts())).toEqual({ worthS: 90, restoreS: 2.1, saveS: 0.3, netS: 90 - 2.1 - 0.3 });
    expect(lossOf(accounts())).toBeNull();
  });
  test('is unknown where nothing was restored, or go left no times', () => {
    expect(balanceOf(accounts({ restored: { hit: 'miss' } }))).toBeNull();
    expect(balanceOf(accounts({ saved: { reusedWorthMs: null } }))).toBeNull();
  });
  test('is a warning when the archive costs clearly more than it brings', () => {
    const loss = accounts({ restored: { ms: 95_000 } });
    expect(lossOf(loss)).toMatch(/cost this job 95 s and saved 90 s of compiling/);
    expect(summaryOf(loss)).toContain(`> ${lossOf(loss)}`);
    expect(summaryOf(loss)).toContain('net gain of the build archive: −5.3 s');
  });
  test('is no warning for a loss of a second or two', () => {
    expect(lossOf(accounts({ saved: { reusedWorthMs: 1_000 } }))).toBeNull();
  });
});

describe('the job summary', () => {
  test('has a row for each archive', () => {
    expect(summaryOf(accounts())).toContain(
      '| build | **exact** | 400, 52 MB (12 MB packed) | 390, 50 MB | 8, 1.0 MB | 10, 2.0 MB | – | 2.1 s | 0.3 s |',
    );
  });
  test('has none for an archive that was not asked for', () => {
    expect(summaryOf(accounts({ restored: { hit: 'off' } }))).not.toContain('| build |');
    expect(summaryOf(accounts())).not.toMatch(/lint|gopls/);
  });
  test('has a row of the cache of a tool, and what of it is only carried along', () => {
    const lint = { restored: { hit: 'prefix' }, saved: { idle: { entries: 7, bytes: 2e6 } } } as const;
    const summary = summaryOf(accounts(lint, 'lint'));
    expect(summary).toContain('| lint | **prefix** |');
    expect(summary).toContain('7 entries (2.0 MB) that this job did not use are kept for now.');
  });
  test('says why, and how the archive grew', () => {
    const generations = [50e6, 51e6, 53e6].map((bytes) => ({
      savedAt: '2026-01-01T00:00:00Z',
      entries: 1,
      bytes,
      newBytes: 1,
    }));
    const summary = summaryOf(
      accounts({ saved: { saved: true, why: 'there was no archive', archiveBytes: 9e6, generations } }),
    );
    expect(summary).toContain('There was no archive. Over 3 generations: 50 MB → 51 MB → 53 MB.');
    expect(summary).toContain('| 398, 51 MB (9.0 MB packed) |');
  });
  test('lets nothing that a key holds break its tables', () => {
    expect(summaryOf(accounts())).toContain('| build | job | `a\\|b` | the job |');
  });
});

test('the line for machines is the same data as JSON', () => {
  const line = accountsLine(accounts());
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({
    schema: 1,
    goVersion: '1.26.11',
    saved: { build: { saved: false } },
    balance: { worthS: 90 },
  });
});
