/** `unlatch trace` as users run it, compared with lock holders that measure themselves. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TracedUse } from '../../../src/trace/lock-trace.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';
import { lacking, traced } from './traced.ts';

interface Holding {
  readonly pid: number;
  readonly file: string;
  readonly how: 'unlock' | 'close' | 'die' | 'leave' | 'left';
  readonly asked: number;
  readonly taken: number;
  readonly lettingGo: number;
  /** null: it died, or left its lock to a child. */
  readonly gone: number | null;
  /** When its parent had reaped it. */
  readonly ended: number;
}

const cli = cliForAll();
const place = placeForEach(cli);

const holders = join(import.meta.dirname, 'known-holders.py');

async function ofHolders(...groups: readonly string[]) {
  const { ended, trace } = await traced(place, '--', 'python3', holders, place.path, ...groups);
  expect(ended.code).toBe(0);
  const lines = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Partial<Holding> & { readonly pid: number });
  const endings = new Map(lines.filter(({ ended: at }) => at !== undefined).map((line) => [line.pid, line]));
  const holdings = lines
    .filter(({ taken }) => taken !== undefined)
    .map((line) => ({ gone: null, ...endings.get(line.pid), ...line }) as Holding);
  const useOf = ({ pid, file }: Holding): TracedUse => {
    const uses = trace.uses.filter((use) => use.pid === pid && use.file === join(place.path, file));
    if (uses.length !== 1 || uses[0] === undefined) throw new Error(`${uses.length} uses of ${file} by ${pid}`);
    return uses[0];
  };
  /** Microseconds since 1970. */
  const clock = (ms: number | null) => Math.round(trace.beganAt * 1e6 + (ms ?? Number.NaN) * 1000);
  return { trace, ended, holdings, useOf, clock };
}

// Every time of the trace lies between two readings of the holder's own clock, before and after the call: that holds on any machine,
// however busy, and on a quiet one the two are some microseconds apart. bench/trace.ts measures the difference.
describe.skipIf(lacking.length > 0)(`a trace (needs: ${lacking.join(', ') || 'nothing more'})`, () => {
  test('writes a page with each lock that it saw, beside the text', async () => {
    const ended = await place.run(['trace', '--html', 'trace.html', '--', 'python3', holders, place.path, 'a:3:20']);
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('3 locks taken on 1 file') });
    const page = await readFile(join(place.path, 'trace.html'), 'utf8');
    expect(page).toContain('3 times taken by 3 processes');
    expect(page).toContain(`<p class="soft lines">${place.path}/a</p>`);
    const wrong = await place.run(['trace', '--html', place.path, '--', 'true']);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--html') });
  });

  test.each([
    ['of 1 ms, 10 ms and 300 ms, one at a time', ['a:1:1', 'b:1:10', 'c:1:300'], 3],
    ['of 2 and of 16 that wait for one another', ['a:2:20', 'b:16:3'], 18],
    ['of 64 that wait for one another', ['a:64:2'], 64],
    ['that close the file without unlocking it', ['a:3:20:close'], 3],
    ['that are killed', ['a:3:20:die'], 3],
  ])('finds every hold and every wait %s', async (_, groups, count) => {
    const { holdings, useOf, clock, trace } = await ofHolders(...groups);
    expect(holdings).toHaveLength(count);
    expect(trace.total.acquisitions).toBe(count);
    expect(trace.gaps).toEqual([]);
    expect(trace.heldTwice).toEqual([]);
    for (const holding of holdings) {
      const use = useOf(holding);
      expect(clock(use.askedMs)).toBeGreaterThanOrEqual(holding.asked);
      expect(clock(use.takenMs)).toBeGreaterThanOrEqual(clock(use.askedMs));
      expect(clock(use.takenMs)).toBeLessThanOrEqual(holding.taken);
      expect(clock(use.releasedMs)).toBeGreaterThanOrEqual(holding.lettingGo);
      // strace reports the end of a process before its parent learns of it, and the end of a closed lock once another process has the lock.
      const latest = holding.how === 'close' ? Number.POSITIVE_INFINITY : (holding.gone ?? holding.ended);
      expect(clock(use.releasedMs)).toBeLessThanOrEqual(latest);
    }
    const inTurn = holdings.filter(({ file }) => file === 'a').sort((a, b) => a.taken - b.taken);
    let bySelf = 0;
    let byTrace = 0;
    for (const [index, holding] of inTurn.slice(1).entries()) {
      const before = inTurn[index];
      if (before === undefined) continue;
      if (holding.asked < before.lettingGo) bySelf += 1;
      // It may have read its clock in time and called too late: only the trace knows when the kernel was asked.
      if (clock(useOf(holding).askedMs) >= before.lettingGo) continue;
      byTrace += 1;
      expect(useOf(holding).waited).toBe(true);
      expect(useOf(holding).heldBy.map(({ pid }) => pid)).toContain(before.pid);
    }
    expect(byTrace).toBeGreaterThanOrEqual(Math.floor(bySelf / 2));
  });

  test('says how each lock ended', async () => {
    const { holdings, useOf } = await ofHolders('unlock:2:20', 'die:2:20:die');
    const ends = holdings.map((holding) => [holding.file, useOf(holding).end]);
    expect(ends.sort()).toEqual([
      ['die', 'process-ended'],
      ['die', 'process-ended'],
      ['unlock', 'unlocked'],
      ['unlock', 'unlocked'],
    ]);
  });

  test('an inherited lock outlives its holder while another process waits for it', async () => {
    const { holdings, useOf, clock, ended } = await ofHolders('a:2:300:leave');
    const [first, second] = holdings.filter(({ how }) => how === 'leave').sort((a, b) => a.taken - b.taken);
    const child = holdings.find(({ how, pid }) => how === 'left' && pid === first?.pid);
    if (first === undefined || second === undefined || child === undefined) throw new Error(ended.stdout);
    expect(useOf(first).end).toBe('kept');
    expect(clock(useOf(first).releasedMs)).toBeGreaterThanOrEqual(child.lettingGo);
    // No process waited for the second, so the fate of its lock is unknown, and the trace says so.
    expect(useOf(second).end).toBe('process-ended');
    expect(useOf(second).perhapsKeptBy).toHaveLength(1);
    expect(ended.stderr).toContain('inherited the lock, it stayed held');
  });
});
