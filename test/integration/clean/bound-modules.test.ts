/** `clean --max-age` on a module cache that real go commands fill and use. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeProxy } from '../write-proxy.ts';
import { goCaches, noGo } from './go-caches.ts';

const { at, put, run, bound, age } = goCaches();

function twoModules(): void {
  writeProxy(
    at('proxy'),
    ['a', 'b'].map((name) => ({
      path: `example.com/${name}`,
      version: 'v1.0.0',
      files: [
        { name: 'go.mod', data: `module example.com/${name}\n` },
        { name: 'x/x.go', data: 'package x\n' },
        { name: 'data', data: 'x'.repeat(100_000) },
      ],
    })),
  );
  put(
    'work/go.mod',
    'module example.com/m\n\ngo 1.20\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0\n)\n',
  );
  put('work/m.go', 'package m\n\nimport _ "example.com/a/x"\n');
}

const ofB = () => readdirSync(at('mod/cache/download/example.com/b/@v')).sort();

test.skipIf(noGo)(
  'a module version goes with its tree, zip and hash; its lock file stays; go fetches it again',
  async () => {
    twoModules();
    await run('mod', 'download', 'all');
    age('mod', 30);
    // Uses one of the two, which its access times show.
    await run('mod', 'download', 'example.com/a');
    const plan = await bound({ maxAgeMs: 10 * 86_400_000 }, true);
    const report = await bound({ maxAgeMs: 10 * 86_400_000 });
    expect(report).toEqual(plan);
    const cache = report.caches.find(({ kind }) => kind === 'gomodcache');
    expect(cache).toMatchObject({ removedUnits: 1, failedUnits: 0 });
    expect(cache?.removedBytes).toBeGreaterThan(100_000);
    expect(ofB().filter((name) => name !== 'list')).toEqual(['v1.0.0.lock']);
    expect(readdirSync(at('mod/example.com'))).toEqual(['a@v1.0.0']);
    expect((await run('mod', 'download', 'all')).code).toBe(0);
    expect((await run('mod', 'verify')).said).toContain('all modules verified');
  },
);

test.skipIf(noGo)('a module version whose lock is held stays', async () => {
  twoModules();
  await run('mod', 'download', 'all');
  age('mod', 30);
  const lock = at('mod/cache/download/example.com/b/@v/v1.0.0.lock');
  const holder = execFile('flock', ['-x', lock, 'sh', '-c', 'echo; read _']);
  await new Promise((resolve) => holder.stdout?.once('data', resolve));
  try {
    const cache = (await bound({ maxAgeMs: 86_400_000 })).caches.find(({ kind }) => kind === 'gomodcache');
    expect(cache).toMatchObject({ removedUnits: 1, usedUnits: 1 });
    expect(ofB()).toContain('v1.0.0.zip');
    expect(readdirSync(at('mod/example.com'))).toEqual(['b@v1.0.0']);
  } finally {
    // A signal would end flock alone, and leave the shell.
    holder.stdin?.end();
  }
});
