import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import type { History } from '../../../../src/lab/history/history.ts';
import { packHistories, readHistories, storeHistory } from '../../../../src/lab/history/history-store.ts';
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
  test('is read back unchanged, each arm, trial, cell and scenario from its own file', async () => {
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

  test('can be read alone, and leaves no other files', async () => {
    await using folder = await scratch();
    await storeHistory(folder.path, full);
    const place = join(folder.path, 'modcache-rename/1.26.11-gopls0.21.1-docker');
    expect(await readdir(place)).toEqual(['baseline-1.json']);
    expect(await readHistories(join(place, 'baseline-1.json'))).toEqual([full]);
  });
});

describe('packed histories', () => {
  const cell = { go: '1.22.12', gopls: null, runtime: 'host', fs: 'ext2/ext3' } as const;
  const sorted: readonly History[] = [
    aHistory({ cell: { ...cell, go: '1.9' } }),
    aHistory({ cell: { ...cell, runtime: 'docker' } }),
    aHistory({ cell, trial: 2 }),
    aHistory({ cell, trial: 10 }),
    aHistory({ cell, arm: "the doctor's remedy", remedy: [] }),
    aHistory({ cell: { ...cell, gopls: '0.9.1' } }),
    aHistory({ cell: { ...cell, gopls: '0.15.2' } }),
    full,
    aHistory({ scenario: 'other' }),
  ];

  test('are one sorted file a scenario, one history a line, and are read back unchanged', async () => {
    await using scratched = await scratch();
    const folder = join(scratched.path, 'histories');
    await packHistories(folder, sorted.toReversed());
    expect(await readdir(scratched.path)).toEqual(['histories']);
    expect(await readdir(folder)).toEqual(['modcache-rename.jsonl', 'other.jsonl']);
    expect(await readHistories(folder)).toEqual(sorted);
    const file = join(folder, 'modcache-rename.jsonl');
    expect(await readHistories(file)).toEqual(sorted.slice(0, -1));
    const lines = (await readFile(file, 'utf8')).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(sorted.slice(0, -1));
  });

  test('have the same bytes for any order of histories and keys', async () => {
    await using scratched = await scratch();
    const textOf = async (histories: readonly History[]) => {
      await packHistories(join(scratched.path, 'histories'), histories);
      return await readFile(join(scratched.path, 'histories/modcache-rename.jsonl'), 'utf8');
    };
    const turned = sorted.map((history) => Object.fromEntries(Object.entries(history).reverse()) as unknown as History);
    expect(await textOf(turned.toReversed())).toBe(await textOf(sorted));
  });

  test('are read in the order of loose ones', async () => {
    await using scratched = await scratch();
    for (const history of sorted.toReversed()) await storeHistory(scratched.path, history);
    expect(await readHistories(scratched.path)).toEqual(sorted);
  });

  test('replace all previous histories, packed and loose', async () => {
    await using scratched = await scratch();
    const folder = join(scratched.path, 'histories');
    await packHistories(folder, sorted);
    await storeHistory(folder, aHistory({ scenario: 'loose' }));
    await packHistories(folder, [aHistory({ scenario: 'other' })]);
    expect(await readdir(folder)).toEqual(['other.jsonl']);
  });

  test('that cannot be written leave the previous ones', async () => {
    await using scratched = await scratch();
    const folder = join(scratched.path, 'histories');
    await packHistories(folder, sorted);
    const broken = { ...full, trial: 'first' } as unknown as History;
    await expect(packHistories(folder, [aHistory({ scenario: 'a' }), broken])).rejects.toThrow();
    expect(await readHistories(folder)).toEqual(sorted);
  });

  test('are read together with the loose ones beside them', async () => {
    await using scratched = await scratch();
    const folder = join(scratched.path, 'histories');
    await packHistories(folder, [aHistory()]);
    await storeHistory(folder, aHistory({ trial: 2 }));
    expect(await readHistories(folder)).toEqual([aHistory(), aHistory({ trial: 2 })]);
  });

  test.each([
    ['a line that a merge left', ['<<<<<<< HEAD'], '2: not JSON'],
    ['an empty line', [''], '2: not JSON'],
    ['a line that is cut off', [JSON.stringify(aHistory({ trial: 2 })), '{"schema":1,"scena'], '3: not JSON'],
    ['a line of another schema', ['{"schema":2}'], '2: not a history of schema 1 (schema: '],
    [
      'a line with a wrong value',
      [JSON.stringify({ ...aHistory(), trial: '2' })],
      '2: not a history of schema 1 (trial: Invalid type: Expected number but received "2")',
    ],
  ])('with %s are refused with the line and its error', async (_, lines, message) => {
    await using scratched = await scratch();
    const file = join(scratched.path, 'modcache-rename.jsonl');
    await writeFile(file, [JSON.stringify(aHistory()), ...lines, ''].join('\n'));
    expect(await refusal(scratched.path)).toContain(`${file}:${message}`);
  });

  test('without content are refused', async () => {
    await using scratched = await scratch();
    await writeFile(join(scratched.path, 'a.jsonl'), '');
    expect(await refusal(scratched.path)).toBe(`${join(scratched.path, 'a.jsonl')}:1: not JSON`);
  });

  test('that hold a trial twice are refused', async () => {
    await using scratched = await scratch();
    const file = join(scratched.path, 'modcache-rename.jsonl');
    const lines = [aHistory(), aHistory({ trial: 2 }), aHistory({ ms: 1 })].map((history) => JSON.stringify(history));
    await writeFile(file, `${lines.join('\n')}\n`);
    expect(await refusal(file)).toBe(`${file}:3: the same trial as ${file}:1; delete one of them`);
  });

  test('are refused beside the same trial as a loose file, but not beside another run in another folder', async () => {
    await using scratched = await scratch();
    const folder = join(scratched.path, 'one');
    await packHistories(folder, [aHistory()]);
    await packHistories(join(scratched.path, 'two'), [aHistory()]);
    expect(await readHistories(scratched.path)).toEqual([aHistory(), aHistory()]);
    await storeHistory(folder, aHistory());
    expect(await refusal(scratched.path)).toMatch(
      /\/modcache-rename\/[^/]+\/baseline-1\.json: the same trial as .*\/one\/modcache-rename\.jsonl:1; delete one of them$/,
    );
  });
});

describe('a path is refused', () => {
  test('that does not exist', async () => {
    expect(await refusal('/no/such/folder')).toBe('/no/such/folder: no such file or folder');
  });

  test('that holds no histories', async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'a-folder.json'));
    await writeFile(join(folder.path, 'notes.txt'), '');
    expect(await refusal(folder.path)).toMatch(/: no histories here; /);
  });

  test('that is not readable', async () => {
    await using folder = await scratch();
    await storeHistory(folder.path, aHistory());
    const file = join(folder.path, 'modcache-rename/1.26.11-host/baseline-1.json');
    await chmod(folder.path, 0o755);
    await chmod(file, 0o000);
    expect(await asOrdinaryUser(() => refusal(folder.path))).toBe(`${file}: cannot be read`);
    await chmod(folder.path, 0o000);
    expect(await asOrdinaryUser(() => refusal(folder.path))).toBe(`${folder.path}: cannot be read`);
    await chmod(folder.path, 0o700);
  });

  test.each([
    ['', 'not JSON'],
    ['{"schema":1', 'not JSON'],
    ['null', 'not a history of schema 1'],
    ['[]', 'not a history of schema 1'],
    ['{"schema":1,"cells":[]}', 'not a history of schema 1'],
    [JSON.stringify({ ...aHistory(), schema: 2 }), 'not a history of schema 1 (schema: '],
    [JSON.stringify({ ...aHistory(), cell: null }), 'not a history of schema 1 (cell: '],
    [JSON.stringify({ ...aHistory(), workers: [{}] }), 'not a history of schema 1 (workers.0.name: '],
    [
      JSON.stringify({ ...aHistory(), faults: [{ ...aFault(), hits: 'many' }] }),
      'not a history of schema 1 (faults.0.hits: ',
    ],
  ])('with a foreign file: %s', async (text, message) => {
    await using folder = await scratch();
    const file = join(folder.path, 'a.json');
    await writeFile(file, text);
    expect(await refusal(folder.path)).toContain(`${file}: ${message}`);
  });
});

/** Nothing is forbidden to root: it looks as nobody meanwhile. */
async function asOrdinaryUser<T>(look: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await look();
  process.seteuid?.(65_534);
  try {
    return await look();
  } finally {
    process.seteuid?.(0);
  }
}
