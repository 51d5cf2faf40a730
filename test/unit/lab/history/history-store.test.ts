import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import type { History } from '../../../../src/lab/history/history.ts';
import { readHistories, storeHistory } from '../../../../src/lab/history/history-store.ts';
import { aFailed, aFault, aHistory, anUnstarted, aStuck } from '../a-history.ts';

async function scratch() {
  const path = await mkdtemp(join(tmpdir(), 'history-store-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

async function refusal(path: string): Promise<string> {
  const error: unknown = await readHistories(path).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error('it was not refused with a UserError', { cause: error });
  return error.message;
}

const full = aHistory({
  cell: { go: '1.26.11', gopls: '0.21.1', runtime: 'docker', fs: 'overlayfs' },
  workers: [aFailed('“busy”\n\u0007'), aStuck(), anUnstarted({ name: 'late' })],
  faults: [aFault(), aFault({ worker: null, armed: false })],
  probes: [{ name: 'left', code: 1, stdout: '' }],
  rescue: { code: 0, atMs: 12, output: 'ok' },
  ended: 'until',
  doctor: [{ at: 'symptom', findings: ['lock-waiter'], verdict: 'go waits' }],
});

describe('a stored history', () => {
  test('comes back as it was, each arm, trial, cell and scenario from a file of its own', async () => {
    await using folder = await scratch();
    const histories: readonly History[] = [
      full,
      aHistory(),
      aHistory({ trial: 2 }),
      aHistory({ arm: 'turn off the GOSUMDB/database' }),
      aHistory({ scenario: 'other' }),
      aHistory({ harness: 'the setup failed' }),
    ].map((history, index) => (index === 5 ? { ...history, trial: 9 } : history));
    for (const history of histories) await storeHistory(folder.path, history);
    const read = await readHistories(folder.path);
    expect(read).toHaveLength(histories.length);
    expect(read).toEqual(expect.arrayContaining([...histories]));
    expect(await readHistories(folder.path)).toEqual(read);
  });

  test('can be read alone, and leaves nothing beside it', async () => {
    await using folder = await scratch();
    await storeHistory(folder.path, full);
    const place = join(folder.path, 'modcache-rename/1.26.11-gopls0.21.1-docker');
    expect(await readdir(place)).toEqual(['baseline-1.json']);
    expect(await readHistories(join(place, 'baseline-1.json'))).toEqual([full]);
  });
});

describe('a path is refused', () => {
  test('that is not there', async () => {
    expect(await refusal('/no/such/folder')).toBe('/no/such/folder: no such file or folder');
  });

  test('that holds no histories', async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'a-folder.json'));
    await writeFile(join(folder.path, 'notes.txt'), '');
    expect(await refusal(folder.path)).toMatch(/: no histories here; /);
  });

  test.skipIf(process.getuid?.() === 0)(
    'that may not be read (needs: not root, whom nothing is forbidden)',
    async () => {
      await using folder = await scratch();
      await storeHistory(folder.path, aHistory());
      const file = join(folder.path, 'modcache-rename/1.26.11-host/baseline-1.json');
      await chmod(file, 0o000);
      expect(await refusal(folder.path)).toBe(`${file}: cannot be read`);
      await chmod(folder.path, 0o000);
      expect(await refusal(folder.path)).toBe(`${folder.path}: cannot be read`);
      await chmod(folder.path, 0o700);
    },
  );

  test.each([
    ['', 'not JSON'],
    ['{"schema":1', 'not JSON'],
    ['null', 'no history of schema 1'],
    ['[]', 'no history of schema 1'],
    ['{"schema":1,"cells":[]}', 'no history of schema 1'],
    [JSON.stringify({ ...aHistory(), schema: 2 }), 'no history of schema 1 (schema: '],
    [JSON.stringify({ ...aHistory(), cell: null }), 'no history of schema 1 (cell: '],
    [JSON.stringify({ ...aHistory(), workers: [{}] }), 'no history of schema 1 (workers.0.name: '],
    [
      JSON.stringify({ ...aHistory(), faults: [{ ...aFault(), hits: 'many' }] }),
      'no history of schema 1 (faults.0.hits: ',
    ],
  ])('whose file is foreign: %s', async (text, message) => {
    await using folder = await scratch();
    const file = join(folder.path, 'a.json');
    await writeFile(file, text);
    expect(await refusal(folder.path)).toContain(`${file}: ${message}`);
  });
});
