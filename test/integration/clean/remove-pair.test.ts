/** A build looks a unit up at the very moment of its removal: between any two steps. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PairUnit } from '../../../src/clean/bound/read-pairs.ts';
import { type PairFolders, pairFolders, removePair } from '../../../src/clean/bound/remove-pair.ts';
import { openFolder } from '../../../src/clean/folder.ts';

const oldMs = 1_600_000_000_000;
const action = { folder: 'aa', name: `${'aa'.repeat(32)}-a`, mtimeMs: oldMs, bytes: 1 };
const output = { folder: 'dd', name: `${'dd'.repeat(32)}-d`, mtimeMs: oldMs, bytes: 1 };
const unit: PairUnit = { output, actions: [action], lastUseMs: oldMs, bytes: 2 };

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'pair-'));
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});

const pathOf = ({ folder, name }: { folder: string; name: string }) => join(cache, folder, name);

function fill(isExecutable: boolean): void {
  for (const folder of ['aa', 'dd']) mkdirSync(join(cache, folder), { recursive: true });
  writeFileSync(pathOf(action), 'x');
  if (isExecutable) {
    mkdirSync(pathOf(output));
    writeFileSync(join(pathOf(output), 'tool'), 'x');
  } else writeFileSync(pathOf(output), 'x');
  for (const one of [action, output]) utimesSync(pathOf(one), oldMs / 1000, oldMs / 1000);
}

/** As markUsed of cmd/go; false: it is gone. */
function touch(file: { folder: string; name: string }): boolean {
  if (!existsSync(pathOf(file))) return false;
  utimesSync(pathOf(file), new Date(), new Date());
  return true;
}

/** Removes the unit, and calls `meanwhile` before the step of that number. */
function removing(step: number, meanwhile: () => void) {
  using base = openFolder(cache);
  using folders = pairFolders(base);
  let steps = 0;
  const watched: PairFolders = {
    of: (name) => {
      if (steps++ === step) meanwhile();
      return folders.of(name);
    },
    [Symbol.dispose]: () => undefined,
  };
  return { outcome: removePair(unit, watched), steps };
}

test.each([
  ['a file', false],
  ['an executable', true],
])('an output that is %s stays when a build has seen it, at whatever step of the removal', (_, isExecutable) => {
  fill(isExecutable);
  const { outcome, steps } = removing(-1, () => undefined);
  expect([outcome, readdirSync(join(cache, 'aa')), readdirSync(join(cache, 'dd'))]).toEqual(['removed', [], []]);
  const outcomes = new Set<string>();
  for (let step = 0; step < steps; step++) {
    rmSync(cache, { recursive: true });
    fill(isExecutable);
    let hasSeen = false;
    outcomes.add(
      removing(step, () => {
        // The order of GetFile: the action's time, the output's time, whether the output is there.
        hasSeen = touch(action) && touch(output);
      }).outcome,
    );
    if (hasSeen) expect([existsSync(pathOf(action)), existsSync(pathOf(output))]).toEqual([true, true]);
    expect(readdirSync(join(cache, 'dd')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
  expect(outcomes).toContain('used');
});
