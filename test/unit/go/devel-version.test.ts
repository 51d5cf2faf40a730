import { expect, test } from 'vitest';
import { develVersion } from '../../../src/go/go-on-path.ts';
import { isDevelVersion, toSemver } from '../../../src/go/versions.ts';
import { planCells } from '../../../src/lab/plan.ts';
import { failsWith } from '../../../src/lab/vocabulary.ts';

// Both forms: cmd/dist/build.go, findgoversion, before and since Go 1.25.
test.each([
  ['go1.28-devel_8a1bd4e3f2 Thu Nov 26 10:12:14 2026 -0800', '1.28-devel.8a1bd4e3f2'],
  ['go1.28-devel_8a1bd4e3f2', '1.28-devel.8a1bd4e3f2'],
  ['devel go1.24-3ff868f21f Tue Oct 29 17:56:35 2024 +0000', '1.24-devel.3ff868f21f'],
])('%s is a development build: %s', (goversion, version) => {
  expect(develVersion(goversion)).toBe(version);
  expect(isDevelVersion(version)).toBe(true);
});

test.each(['go1.27.4', 'go1.27rc1', 'go1.27.4 X:boringcrypto', 'go1.24-3ff868f21f', 'devel +3ff868f21f', ''])(
  '%j is none',
  (goversion) => {
    expect(develVersion(goversion)).toBeNull();
    expect(isDevelVersion(goversion.replace('go', ''))).toBe(false);
  },
);

test('a development build is in the ranges of the line that it becomes', () => {
  const scenario = {
    claim: 'x',
    source: 'a test',
    files: '',
    workers: [{ name: 'a', run: ':' }],
    check: failsWith(/x/),
    cells: [
      { go: '<1.28', expect: 'reproduced' as const },
      { go: '>=1.28', expect: 'not-reproduced' as const },
    ],
  };
  const go = ['1.28-devel.8a1bd4e3f2'];
  expect(toSemver('1.28-devel.8a1bd4e3f2')).toBe('1.28.0');
  const cells = planCells([{ id: 'x', scenario }], { go: [], gopls: [] }, { full: true, go, gopls: null, shard: null });
  expect(cells).toMatchObject([{ go: go[0], spec: { expect: 'not-reproduced' } }]);
});
