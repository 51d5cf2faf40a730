import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docsAt, findingDocs } from '../../../src/cli/finding-docs.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { findingFiles } from '../../../tools/finding-files.ts';

const published = 'git+https://github.com/ada/unlatch.git';

test('the page of a finding has an address once package.json names a published repository', () => {
  expect(findingDocs('lock-waiter', published)).toBe(
    'https://github.com/ada/unlatch/blob/HEAD/docs/findings/lock-waiter.md',
  );
  expect(findingDocs('lock-waiter', 'git+https://github.com/OWNER/unlatch.git')).toBe('docs/findings/lock-waiter.md');
});

test('the page that a judged log names exists, with its section', () => {
  expect(docsAt('docs/doctor.md#logs-of-editors', '/OWNER/')).toBe('docs/doctor.md#logs-of-editors');
  expect(readFileSync(join(packageRoot(), 'docs/doctor.md'), 'utf8')).toMatch(/^## Logs of editors$/m);
});

test('each finding of the doctor has that page', () => {
  const ids = [...findingFiles.keys()];
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.filter((id) => !existsSync(join(packageRoot(), findingDocs(id, '/OWNER/'))))).toEqual([]);
});
