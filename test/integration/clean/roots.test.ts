/** Which folders the cleaner takes for caches, and which it refuses. */

import { chownSync, existsSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { smallCaches, versions } from './small-caches.ts';

const isRoot = process.geteuid?.() === 0;

const { at, put, clean } = smallCaches();

test.each([
  ['the root folder', () => ({ gocache: '/' }), /root folder/],
  ['the home folder', () => ({ home: at('mod') }), /home folder/],
  ['a folder above the home folder', () => ({ home: at('mod/cache') }), /home folder/],
  ['a folder that is no module cache', () => ({ gomodcache: at('build') }), /does not look like a module cache/],
  ['a folder that is no build cache', () => ({ gocache: at('mod') }), /does not look like a build cache/],
  ['a file', () => ({ gocache: at('build/README') }), /not a folder/],
  ['a relative path', () => ({ gocache: 'build' }), /absolute/],
  ['the home folder by a symlink', () => ({ gocache: link('to-home', at()), home: at() }), /home folder/],
] as const)('%s is refused as a cache', async (_, change, message) => {
  const path = put(`${versions}/v1.0.0.zip1.tmp`);
  const failure = await clean(change()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as UserError).message).toMatch(message);
  expect(existsSync(path)).toBe(true);
});

function link(name: string, to: string): string {
  symlinkSync(to, at(name));
  return at(name);
}

test('a cache that belongs to somebody else is refused', async (context) => {
  if (!isRoot) return context.skip('only root gives folders away');
  chownSync(at('mod'), 1000, 1000);
  await expect(clean()).rejects.toThrow(/belongs to user 1000/);
});

test('a cache that is reached by a symlink is cleaned where it is; one that is missing is said to be', async () => {
  const path = put(`${versions}/v1.0.0.zip1.tmp`);
  const report = await clean({ gomodcache: link('to-mod', at('mod')), gocache: at('none') });
  expect(report.items[0]).toMatchObject({ path, outcome: 'removed' });
  expect(report.roots.map(({ found }) => found)).toEqual([true, false, true]);
});
