import { expect, test } from 'vitest';
import { annotations } from '../../../../src/lab/report/annotations.ts';
import { sampleCell, sampleMitigation, variedReport } from './sample-report.ts';

test('a verdict that differs is an error, one that is inconclusive a warning, and what is as expected no mark', () => {
  expect(annotations(variedReport.cells, () => null)).toEqual([
    '::error title=unlatch%3A gopls-daemon-lock::gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected: reproduced. connect returned after 12 ms',
    '::warning title=unlatch%3A gopls-daemon-lock::gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image is missing',
  ]);
});

test('a mark has the place of its own mitigation, and no text can end it early', () => {
  const why = '100 % sure\n::error::x';
  const mitigation = sampleMitigation({ name: 'retry', verdict: 'fails', why });
  const cell = sampleCell({ mitigations: [mitigation], asExpected: false });
  const lines = annotations([cell], (_, name) => ({ file: 'a,b:c.ts', line: name === 'retry' ? 7 : 1 }));
  expect(lines).toEqual([
    '::error file=a%2Cb%3Ac.ts,line=7,title=unlatch%3A modcache-rename::modcache-rename (go 1.26.8, docker), retry: does not help, expected: holds. 100 %25 sure ::error::x',
  ]);
});
