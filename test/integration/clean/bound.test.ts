/** `clean --max-bytes` on build caches that real go commands fill and use. UNLATCH_ROUNDS=50 for more rounds. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { goCaches, noGo } from './go-caches.ts';

const rounds = Number(process.env['UNLATCH_ROUNDS'] ?? 2);
const builds = 8;
const packages = 60;

const { at, put, run, bound, age } = goCaches();

function aChainOfPackages(): void {
  put('work/go.mod', 'module example.com/m\n\ngo 1.20\n');
  for (let one = 0; one < packages; one++) {
    const below = one === 0 ? '' : `import "example.com/m/p${one - 1}"\n\n`;
    const value = one === 0 ? '0' : `p${one - 1}.V + 1`;
    put(`work/p${one}/p.go`, `package p${one}\n\n${below}var V = ${value}\n`);
  }
}

/** Actions and outputs that are there, and actions whose output is missing. */
function entries() {
  const names = readdirSync(at('build'), { recursive: true, encoding: 'utf8' });
  return {
    actions: names.filter((name) => name.endsWith('-a')),
    others: names.filter((name) => /-[ad]\S+$/.test(name)),
  };
}

/** Old units that no build asks for, spread over the cache as go's own: a trim of them lasts. */
function fill(count: number): readonly string[] {
  return Array.from({ length: count }, (_, one) => {
    const [a, d] = ['a', 'd'].map((kind) => createHash('sha256').update(`${kind}${one}`).digest('hex')) as [
      string,
      string,
    ];
    put(`build/${a.slice(0, 2)}/${a}-a`, `v1 ${a} ${d} ${'1'.padStart(20)} ${'1600000000000000000'.padStart(20)}\n`);
    put(`build/${d.slice(0, 2)}/${d}-d`, 'x');
    return at(`build/${d.slice(0, 2)}/${d}-d`);
  }).filter((path) => path.includes('/build/00/'));
}

/** Waits until builds have looked up so many actions. */
async function usedEntries(count: number): Promise<void> {
  const actions = entries().actions.map((name) => at(`build/${name}`));
  const hourAgoMs = Date.now() - 3_600_000;
  for (;;) {
    const used = actions.filter((path) => (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > hourAgoMs);
    if (used.length >= count) return;
    await turn();
  }
}

test.skipIf(noGo)(
  'builds run while the cache is bounded: none fails, and none compiles again what it has just used',
  { timeout: 60_000 + rounds * 60_000 },
  async () => {
    aChainOfPackages();
    expect(await run('build', './...')).toEqual({ code: 0, said: '' });
    const seen = { removed: 0, used: 0, missed: 0 };
    for (let round = 0; round < rounds; round++) {
      const fillers = fill(1000);
      age('build', 10);
      const built = () => Array.from({ length: builds }, () => run('build', '-v', './...'));
      // The builds start as the trim has begun to remove, or the trim at some point of the lookups.
      const trimFirst = round % 2 === 0;
      const early = trimFirst ? [] : built();
      if (!trimFirst) await usedEntries(1 + ((round * 17) % packages));
      let isOver = false;
      const trimming = bound({ maxBytes: 0 }).finally(() => {
        isOver = true;
      });
      if (trimFirst) while (!isOver && fillers.every((path) => existsSync(path))) await turn();
      const [report, ...ended] = await Promise.all([trimming, ...early, ...(trimFirst ? built() : [])]);
      for (const { code, said } of ended) {
        expect(said.replace(/^example\.com\/m\/p\d+\n/gm, '')).toBe('');
        expect(code).toBe(0);
        if (said !== '') seen.missed++;
      }
      for (const { removedUnits, usedUnits, failedUnits } of report.caches) {
        seen.removed += removedUnits;
        seen.used += usedUnits;
        expect(failedUnits).toBe(0);
      }
      expect(await run('build', '-v', './...')).toEqual({ code: 0, said: '' });
      expect(entries().others).toEqual([]);
    }
    // Otherwise the rounds have shown nothing.
    expect(seen.removed).toBeGreaterThan(0);
    console.log(`${rounds} rounds: ${JSON.stringify(seen)}`);
  },
);

test.skipIf(noGo)('what was used within two hours stays, however small the bound', async () => {
  aChainOfPackages();
  await run('build', './...');
  const report = await bound({ maxBytes: 0 });
  expect(report).toMatchObject({ isWithin: false, why: expect.stringContaining('in use') });
  expect(report.bytesAfter).toBe(report.bytes);
  expect(await run('build', '-v', './...')).toEqual({ code: 0, said: '' });
});

test.skipIf(noGo)('a dry run foresees what goes, and removes nothing', async () => {
  aChainOfPackages();
  await run('build', './...');
  age('build', 10);
  const plan = await bound({ maxBytes: 100_000 }, true);
  expect(plan.bytesAfter).toBeLessThanOrEqual(100_000);
  expect(entries().actions).not.toEqual([]);
  expect(await bound({ maxBytes: 100_000 })).toEqual(plan);
});

test.skipIf(noGo)('an output that another action has just made stays, though its own time is old', async () => {
  aChainOfPackages();
  await run('build', './p0');
  age('build', 10);
  // The same output by another action: a comment changes the input alone, and go finds the output there.
  put('work/p0/p.go', 'package p0 // again\n\nvar V = 0\n');
  await run('build', '-trimpath', './p0');
  await bound({ maxAgeMs: 86_400_000 });
  expect(await run('build', '-v', '-trimpath', './p0')).toEqual({ code: 0, said: '' });
});

test.skipIf(noGo)('a cached executable goes as a whole', async () => {
  put('work/go.mod', 'module example.com/m\n\ngo 1.24\n');
  const executable = `${'ab'.repeat(32)}-d`;
  put(`build/ab/${executable}/tool`, 'x'.repeat(10_000));
  put(
    `build/ab/${'ab'.repeat(31)}00-a`,
    `v1 ${'ab'.repeat(31)}00 ${'ab'.repeat(32)} ${'10000'.padStart(20)} ${'1600000000000000000'.padStart(20)}\n`,
  );
  put('build/README', 'This directory holds cached build artifacts from the Go build system.\n');
  age('build', 10);
  expect((await bound({ maxBytes: 0 })).caches).toMatchObject([{ removedUnits: 1, usedUnits: 0, failedUnits: 0 }]);
  expect(readdirSync(at('build/ab'))).toEqual([]);
});

test.skipIf(noGo)('a cache behind a symlink is bounded; a symlink in place of an entry leads nowhere', async () => {
  aChainOfPackages();
  await run('build', './p0');
  put('outside', 'precious');
  symlinkSync(at('outside'), at(`build/00/${'00'.repeat(32)}-d`));
  age('build', 10);
  renameSync(at('build'), at('elsewhere'));
  symlinkSync(at('elsewhere'), at('build'));
  expect((await bound({ maxBytes: 0 })).bytesAfter).toBe(0);
  expect(entries().actions).toEqual([]);
  expect(existsSync(at('outside'))).toBe(true);
});

test.skipIf(noGo)('a cache that is removed meanwhile is no failure', async () => {
  aChainOfPackages();
  await run('build', './...');
  age('build', 10);
  const removing = bound({ maxBytes: 0 });
  rmSync(at('build'), { recursive: true });
  expect((await removing).caches.map(({ failedUnits }) => failedUnits)).toEqual([0]);
});

test('an interruption leaves whole units', async () => {
  const count = 2000;
  const fillers = fill(count);
  put('build/README', 'This directory holds cached build artifacts from the Go build system.\n');
  age('build', 10);
  const interruption = new AbortController();
  const watching = setInterval(() => {
    if (!fillers.every((path) => existsSync(path))) interruption.abort();
  });
  try {
    await expect(bound({ maxBytes: 0 }, false, interruption.signal)).rejects.toThrow();
  } finally {
    clearInterval(watching);
  }
  const names = readdirSync(at('build'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(2 * count);
  const actions = names.filter((name) => name.endsWith('-a'));
  const outputs = actions.map((name) => readFileSync(at(`build/${name}`), 'latin1').split(' ')[2]);
  expect(names.filter((name) => name.endsWith('-d')).map((name) => name.slice(3, 67))).toEqual(outputs.toSorted());
});
