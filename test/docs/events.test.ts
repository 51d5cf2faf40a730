import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventCases, eventsPage, permissionOf } from '../../tools/events.ts';

test('docs/events.md is what `npm run events` writes', async () => {
  const path = join(import.meta.dirname, '../../docs/events.md');
  expect(await readFile(path, 'utf8')).toBe(await eventsPage());
});

test('of all events only these save, and only a pull request of the repository itself for its own ref', async () => {
  const saving = await Promise.all(
    eventCases.map(async (one) => ({ what: one.what, ref: one.ref, ...(await permissionOf(one)) })),
  );
  expect(saving.filter(({ save }) => save).map(({ what }) => what)).toEqual([
    'a push to the default branch',
    'a pull request from this repository',
    'a schedule',
    'a schedule whose payload names the repository',
    'a manual start on the default branch',
    'repository_dispatch',
    'workflow_call from a push: the event is the caller’s',
  ]);
  for (const { what, ref, save, onlyForNewAbovePercent } of saving) {
    if (save) expect(onlyForNewAbovePercent, what).toBe(ref.startsWith('refs/pull/') ? 50 : null);
  }
});
