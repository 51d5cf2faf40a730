import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlPage } from '../../../../src/lab/report/html.ts';
import { sampleCell, sampleMitigation, sampleReport, variedReport } from './sample-report.ts';

test('the page makes no network request', () => {
  expect(htmlPage(variedReport)).not.toMatch(/<(script|link|img|iframe)|\bsrc=|\bhref=|url\(|@import/);
});

test('a verdict has its sign, reason, trials and hits', () => {
  expect(htmlPage(variedReport)).toContain(
    '<tr class="mitigation"><td colspan="3">↳ retry the rename</td><td class="as-expected">✓ holds, 9 hits: survives it' +
      '<details><summary>why</summary><p>renamed at the second try</p></details></td><td>0/3/0</td><td class="number">9</td></tr>',
  );
});

// Law: a mitigation of a baseline that showed nothing is untested, never holds.
test('an untested mitigation has no check mark', () => {
  expect(htmlPage(variedReport)).toContain('<td class="skipped">– untested: no symptom in the baseline');
});

test('no worker output adds a tag or ends an attribute', () => {
  const tags = (text: string) => {
    const cell = sampleCell({
      scenario: text,
      claim: text,
      source: text,
      baseline: { present: 1, absent: 0, unknown: 0, hits: 1, why: text },
      mitigations: [sampleMitigation({ name: text, why: text })],
    });
    return (htmlPage(sampleReport([cell])).match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ id="[^"]*"/, ''));
  };
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(tags(text)).toEqual(tags('plain'));
    }),
  );
});
