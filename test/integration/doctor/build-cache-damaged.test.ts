/** A build cache whose outputs have lost their bytes: one that a real go filled, and entries in its format. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stillDamaged } from '../../../src/doctor/facts/disk/still-left.ts';
import { takeSnapshot } from '../../../src/doctor/facts/take-snapshot.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

interface Entry {
  readonly action: string;
  readonly output: string;
}

/** @param disk the bytes that are really there. */
async function entry(place: Place, content: string, disk: string, more: { program?: string } = {}): Promise<Entry> {
  const [id, action] = [sha256(content), sha256(`action of ${content}`)];
  const field = (value: number) => String(value).padStart(20);
  const folder = `gocache/${id.slice(0, 2)}/${id}-d`;
  return {
    output: await place.write(more.program === undefined ? folder : `${folder}/${more.program}`, disk),
    action: await place.write(
      `gocache/${action.slice(0, 2)}/${action}-a`,
      `v1 ${action} ${id} ${field(content.length)} ${field(1)}\n`,
    ),
  };
}

const damaged = (snapshot: Snapshot) =>
  diagnose(snapshot).findings.flatMap(({ id, severity }) => (id === 'build-cache-damaged' ? [severity] : []));
const deepLook = ({ root, env }: Place) =>
  takeSnapshot({ folder: join(root, 'work'), env, limitMs: 20_000, deep: true });

const text = 'an output\n'.repeat(1000);
const zeros = '\0'.repeat(text.length);

test('outputs of a real go: whole ones are healthy, one of zeros fails the build until the remedy is carried out', async () => {
  await using place = await aPlace();
  await place.write('work/p/p.go', 'package p\n\nconst A = 1\n');
  await place.write('work/m.go', 'package m\n\nimport "example.com/m/p"\n\nconst M = p.A\n');
  const go = (...args: string[]) =>
    spawnSync('go', args, {
      cwd: join(place.root, 'work'),
      env: { ...place.env, GODEBUG: 'goindex=0' },
      encoding: 'utf8',
    });
  expect(go('build', './...')).toMatchObject({ status: 0 });
  expect(foundIn(await place.look(), place.root)).toEqual([]);
  expect(damaged(await deepLook(place))).toEqual([]);

  const gocache = join(place.root, 'gocache');
  const files = await readdir(gocache, { recursive: true });
  for (const name of files.filter((file) => file.endsWith('-d'))) {
    const { size } = await stat(join(gocache, name));
    if (size > 0) await writeFile(join(gocache, name), Buffer.alloc(size));
  }
  await place.write('work/m.go', 'package m\n\nimport "example.com/m/p"\n\nconst M, N = p.A, p.A\n');
  expect(go('build', './...').stderr).toMatch(/could not import example\.com\/m\/p/);

  const snapshot = await place.look();
  expect(foundIn(snapshot, place.root)).toEqual(['build-cache-damaged']);
  const [step] = diagnose(snapshot).findings.find(({ id }) => id === 'build-cache-damaged')?.remedy ?? [];
  const [, ...args] = step?.kind === 'run' ? step.argv : [];
  expect(go(...args)).toMatchObject({ status: 0 });
  expect(go('build', './...')).toMatchObject({ status: 0 });
  expect(foundIn(await place.look(), place.root)).toEqual([]);
});

describe('build-cache-damaged', () => {
  test.each([
    ['zeros throughout', zeros],
    ['zeros in its first block', zeros.slice(0, 4096) + text.slice(4096)],
    ['zeros in its last block', text.slice(0, -4096) + zeros.slice(-4096)],
  ])('an output with %s and the length in its entry, with both as evidence', async (_, disk) => {
    await using place = await aPlace();
    const { output, action } = await entry(place, text, disk);
    const [found] = diagnose(await place.look()).findings.filter(({ id }) => id === 'build-cache-damaged');
    expect(found).toMatchObject({
      severity: 'error',
      evidence: [
        `${output}: ${text.length} bytes, whose SHA-256 is ${sha256(disk)}`,
        `${action} names it, with that length`,
      ],
      remedy: [{ argv: ['go', 'clean', '-cache'] }],
    });
  });

  test('a program in its folder, as Go 1.24 keeps it', async () => {
    await using place = await aPlace();
    const { output } = await entry(place, text, zeros, { program: 'stringer' });
    expect((await place.look()).cache.damaged).toMatchObject([{ path: output }]);
  });

  test.each<[string, (place: Place) => Promise<unknown>]>([
    ['whole and begins with zeros', (place) => entry(place, zeros + text, zeros + text)],
    ['a whole program', (place) => entry(place, text, text, { program: 'stringer' })],
    ['empty, as its name says', (place) => entry(place, '', '')],
    // go takes neither for whole.
    ['empty, and should not be', (place) => entry(place, text, '')],
    ['half-written zeros', async (place) => truncate((await entry(place, text, zeros)).output, 4096)],
    ['of zeros, but its entry is lost as well', async (place) => rm((await entry(place, text, zeros)).action)],
    ['of zeros, but its entry is empty', async (place) => truncate((await entry(place, text, zeros)).action, 0)],
    // No look can tell it from the work of a go that writes now.
    ['another text, written since this machine started', (place) => entry(place, text, text.replaceAll('a', 'b'))],
  ])('no output that is %s', async (_, make) => {
    await using place = await aPlace();
    await make(place);
    expect(damaged(await place.look())).toEqual([]);
    expect(damaged(await deepLook(place))).toEqual([]);
  });

  test('an output with another text, from the last minutes of writing before this machine started', async () => {
    await using place = await aPlace();
    const booted = Date.now() / 1000 - uptime();
    const wrong = async (content: string, secondsBefore: number) => {
      const { output } = await entry(place, content, content.replaceAll('a', 'b'));
      await utimes(output, booted - secondsBefore, booted - secondsBefore);
      return output;
    };
    const last = await wrong(text, 60);
    // Its data was written to the disk long before.
    await wrong(`${text} again`, 1000);
    expect((await place.look()).cache.damaged.map(({ path }) => path)).toEqual([last]);
  });

  test('none of GOCACHE if a GOCACHEPROG keeps the outputs', async () => {
    await using place = await aPlace();
    await entry(place, text, zeros);
    expect(damaged(await place.look())).toEqual(['error']);
    expect(damaged(await place.look({ GOCACHEPROG: '/nonexistent' }))).toEqual([]);
  });

  test('a note, if there was no time to look for an entry', async () => {
    await using place = await aPlace();
    await entry(place, text, zeros);
    const snapshot = await place.look();
    const unnamed = snapshot.cache.damaged.map((one) => ({ ...one, entry: null }));
    expect(damaged({ ...snapshot, cache: { ...snapshot.cache, damaged: unnamed } })).toEqual(['note']);
  });

  test('an output that is written between the two looks is left out', async () => {
    await using place = await aPlace();
    const { output } = await entry(place, text, zeros);
    const at = Date.now();
    const { damaged: found } = (await place.look()).cache;
    const ages = found.map((one) => ({ ...one, ageMs: 0 }));
    const age = async (older: number) => {
      await utimes(output, (at - older) / 1000, (at - older) / 1000);
      return await stillDamaged(ages, at);
    };
    expect(await age(0)).toHaveLength(1);
    expect(await age(5)).toEqual([]);
    await rm(output);
    expect(await stillDamaged(ages, at)).toEqual([]);
  });

  test('one in a large cache is found by --deep, and by the plain look only if it is in the sample', async () => {
    await using place = await aPlace();
    for (let one = 0; one < 600; one += 1) await place.write(`gocache/00/other-${one}`, '');
    // Its name sorts last.
    let content = text;
    while (!sha256(content).startsWith('f')) content += '.';
    const { output } = await entry(place, content, '\0'.repeat(content.length));
    expect(dirname(output)).toMatch(/f.$/);
    expect(damaged(await place.look())).toEqual([]);
    expect(damaged(await deepLook(place))).toEqual(['error']);
    expect(await readFile(output, 'utf8')).toMatch(/^\0/);
  });
});
