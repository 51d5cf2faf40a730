import { expect, test } from 'vitest';
import { bytesByLastUse } from '../../../../src/clean/bound/bytes-by-last-use.ts';

const nowMs = 1_700_000_000_000;
const hourMs = 3_600_000;
const agoMs = (hours: number) => nowMs - hours * hourMs;

function three() {
  const bytes = bytesByLastUse(nowMs);
  bytes.add(agoMs(10), 100);
  bytes.add(agoMs(20), 200);
  bytes.add(agoMs(30), 300);
  return bytes;
}

test('the longest unused go first, and no more than the bound asks for', () => {
  const cut = three().cut(300, null);
  expect([10, 20, 30].map((hours) => cut.removes(agoMs(hours)))).toEqual([false, false, true]);
  expect(cut).toMatchObject({ bytes: 300, isEnough: true });
  expect(three().cut(299, null).bytes).toBe(500);
});

test('nothing goes where all is within the bound', () => {
  const cut = three().cut(600, null);
  expect(cut).toMatchObject({ bytes: 0, isEnough: true });
  expect(cut.removes(0)).toBe(false);
});

test('an age alone removes what is at least that old', () => {
  const cut = three().cut(null, 20 * hourMs);
  expect([10, 20, 30].map((hours) => cut.removes(agoMs(hours)))).toEqual([false, true, true]);
  expect(cut).toMatchObject({ bytes: 500, isEnough: true });
});

test('the stricter of bound and age decides', () => {
  expect(three().cut(600, 20 * hourMs).bytes).toBe(500);
  expect(three().cut(0, 20 * hourMs).bytes).toBe(600);
});

test('what is in use counts and stays, and the bound is missed', () => {
  const bytes = three();
  bytes.addInUse(1000);
  expect(bytes.totalBytes()).toBe(1600);
  expect(bytes.cut(900, null)).toMatchObject({ bytes: 600, isEnough: false });
});

test('times in the future and before all buckets are the newest and the oldest', () => {
  const bytes = bytesByLastUse(nowMs);
  bytes.add(nowMs + hourMs, 1);
  bytes.add(0, 2);
  const cut = bytes.cut(1, null);
  expect([cut.removes(0), cut.removes(nowMs + hourMs)]).toEqual([true, false]);
});
