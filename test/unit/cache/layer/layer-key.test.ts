import { expect, test } from 'vitest';
import { idsIn, keyOfLayer, unneededLayers } from '../../../../src/cache/layer/layer-key.ts';

const base = { key: keyOfLayer('build-main-', 'a'.repeat(64), []), sha256: 'a'.repeat(64) };
const middle = { key: keyOfLayer('build-main-', 'b'.repeat(64), [base]), sha256: 'b'.repeat(64) };
const top = { key: keyOfLayer('build-main-', 'c'.repeat(64), [middle, base]), sha256: 'c'.repeat(64) };
const ofPullRequest = keyOfLayer('build-other-', 'd'.repeat(64), [base]);
const newBase = keyOfLayer('build-main-', 'e'.repeat(64), []);
const chain = [top.key, middle.key, base.key];

test('a key ends with the ids of the layer and of those below', () => {
  const [own, ...below] = idsIn(top.key);
  expect(below).toEqual([idsIn(middle.key)[0], idsIn(base.key)[0]]);
  expect([own, ...below].join('.')).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{8}\.[0-9a-f]{8}$/);
});

test('the same image on other layers is another layer', () => {
  expect(idsIn(keyOfLayer('k-', 'c'.repeat(64), [base]))[0]).not.toBe(idsIn(top.key)[0]);
});

test('a layer goes unless a key that stays stands on it', () => {
  expect(unneededLayers(chain, [...chain, newBase])).toEqual(chain);
  expect(unneededLayers(chain, [...chain, newBase, ofPullRequest])).toEqual([top.key, middle.key]);
  expect(unneededLayers([base.key], chain)).toEqual([]);
});
