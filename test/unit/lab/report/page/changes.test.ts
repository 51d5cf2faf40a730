import { expect, test } from 'vitest';
import { changesOf } from '../../../../../src/lab/report/page/changes.ts';
import { htmlPage } from '../../../../../src/lab/report/page/html-page.ts';
import { sampleCell, sampleMitigation, sampleReport, variedReport } from '../sample-report.ts';
import { markupOf } from './page-of.ts';

const place = { scenario: 'modcache-rename', place: 'go 1.26.8, docker' };

test('a report does not differ from itself, nor by times, hits and counts', () => {
  expect(changesOf(variedReport, variedReport)).toEqual([]);
  const slower = variedReport.cells.map((cell) => ({ ...cell, ms: cell.ms + 9 }));
  expect(changesOf(variedReport, sampleReport(slower))).toEqual([]);
});

test('a claim that is no longer shown is one change, not one more for each mitigation', () => {
  const before = sampleReport([sampleCell({ mitigations: [sampleMitigation()] })]);
  const after = sampleReport([
    sampleCell({ verdict: 'not-reproduced', mitigations: [sampleMitigation({ verdict: 'untested' })] }),
  ]);
  expect(changesOf(before, after)).toEqual([
    { ...place, what: 'the claim', before: 'reproduced', after: 'not reproduced' },
  ]);
});

test('a mitigation that stopped helping, a new one and one that is gone are changes', () => {
  const before = sampleReport([
    sampleCell({ mitigations: [sampleMitigation({ name: 'a' }), sampleMitigation({ name: 'b' })] }),
  ]);
  const after = sampleReport([
    sampleCell({ mitigations: [sampleMitigation({ name: 'a', verdict: 'fails' }), sampleMitigation({ name: 'c' })] }),
  ]);
  expect(changesOf(before, after)).toEqual([
    { ...place, what: 'a', before: 'holds', after: 'does not help' },
    { ...place, what: 'b', before: 'holds', after: null },
    { ...place, what: 'c', before: null, after: 'holds' },
  ]);
});

test('a cell of one report alone is a change', () => {
  const [one, other] = [sampleCell(), sampleCell({ go: '1.27.4' })];
  expect(changesOf(sampleReport([one]), sampleReport([other])).map(({ before, after }) => [before, after])).toEqual([
    ['reproduced', null],
    [null, 'reproduced'],
  ]);
});

test('the page says what changed, and that nothing did', () => {
  const after = sampleReport([sampleCell({ verdict: 'not-reproduced' })]);
  expect(markupOf(htmlPage(after, { before: sampleReport([sampleCell()]) }))).toMatch(
    /<td>the claim<\/td><td>reproduced<\/td><td><b>not reproduced<\/b><\/td>/,
  );
  expect(markupOf(htmlPage(after, { before: after }))).toContain('No verdict changed.');
});
