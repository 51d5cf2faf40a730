import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlPage } from '../../../../../src/lab/report/page/html-page.ts';
import { sampleCell, sampleHistory, sampleMitigation, sampleReport, variedReport } from '../sample-report.ts';
import { dataOf, markupOf } from './page-of.ts';

const page = htmlPage(variedReport);

test('the page makes no network request, and its policy allows none', () => {
  expect(page).not.toMatch(/<(link|img|iframe)|\bsrc=|\bhref="(?!#)|url\(|@import/);
  expect(page).toContain(`content="default-src 'none'; `);
});

test('only the script that the policy names is there', () => {
  const scripts = Array.from(page.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, text]) => text ?? '');
  expect(scripts).toHaveLength(1);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  expect(page).toContain(`script-src 'sha256-${hash}'`);
});

test('a verdict has its sign, reason, trials and hits', () => {
  const cell = dataOf(page).cells.find(({ scenario, go }) => scenario === 'modcache-rename' && go === '1.26.8');
  expect(cell?.arms.find(({ name }) => name === 'retry the rename')).toEqual({
    name: 'retry the rename',
    sign: '✓',
    outcome: 'as-expected',
    text: 'holds, 9 hits: survives it',
    counts: '0 present, 3 absent, 0 unknown, hits: 9',
    why: 'renamed at the second try',
    trials: [],
  });
});

test('without JavaScript the matrix has the verdicts, and each claim what helps', () => {
  const markup = markupOf(page);
  expect(markup).toMatch(
    /<tr data-row="modcache-rename">.*>○<span class="words"> not reproduced<.*>●<span class="words"> reproduced</,
  );
  expect(markup).toContain('<li>✓ retry the rename</li>');
  expect(markup).toContain('<li>– turn off the checksum database</li>');
});

test('a square tells in words what differs, and what was expected', () => {
  expect(markupOf(page)).toContain(
    '○<b class="bang">!</b><span class="words"> not reproduced, expected: reproduced, not as expected</span>',
  );
});

test('runtimes that disagree make a square of their own shape, which names both', () => {
  const cells = [sampleCell(), sampleCell({ runtime: 'host', verdict: 'not-reproduced', expect: 'not-reproduced' })];
  expect(markupOf(htmlPage(sampleReport(cells)))).toContain(
    '◐<span class="words"> docker: reproduced; host: not reproduced</span>',
  );
});

// Law: a mitigation of a baseline that showed nothing is untested, never holds.
test('an untested mitigation has no check mark, and is not among what helps', () => {
  const cell = dataOf(page).cells.find(({ go }) => go === '1.13.15');
  expect(cell?.arms[1]).toMatchObject({ sign: '–', text: 'untested: no symptom in the baseline' });
  const alone = variedReport.cells.filter(({ go }) => go === '1.13.15');
  expect(markupOf(htmlPage(sampleReport(alone)))).not.toContain('What helps');
});

test('a trial is in its arm, with its timeline', () => {
  const trials = [
    { history: sampleHistory(), finding: { state: 'present', why: 'tidy.0 wrote it' } },
    { history: sampleHistory({ arm: 'retry the rename' }), finding: { state: 'absent', why: 'it did not' } },
    {
      history: sampleHistory({ cell: { go: '1.9', gopls: null, runtime: 'host', fs: '' } }),
      finding: { state: 'absent', why: '' },
    },
  ] as const;
  const arms = dataOf(htmlPage(variedReport, { trials })).cells.flatMap((cell) =>
    cell.arms.filter(({ trials }) => trials.length > 0).map((arm) => [cell.go, arm.name, arm.trials[0]?.why]),
  );
  expect(arms).toEqual([
    ['1.26.8', 'baseline', 'tidy.0 wrote it'],
    ['1.26.8', 'retry the rename', 'it did not'],
  ]);
});

test('a report without cells is a page', () => {
  expect(markupOf(htmlPage(sampleReport([])))).toContain('Nothing was judged.');
});

test('no worker output adds a tag, ends an attribute or the data', () => {
  const tags = (text: string) => {
    const cell = sampleCell({
      scenario: text,
      claim: text,
      source: text,
      baseline: { present: 1, absent: 0, unknown: 0, hits: 1, why: text },
      mitigations: [sampleMitigation({ name: text, why: text })],
    });
    const [worker] = sampleHistory().workers;
    const workers = worker === undefined ? [] : [{ ...worker, name: text, command: text }];
    const trials = [{ history: sampleHistory({ workers }), finding: { state: 'present', why: text } }] as const;
    const shown = htmlPage(sampleReport([cell]), { trials, before: sampleReport([]) });
    return (shown.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ (id|href|title|data-\w+)="[^"]*"/g, ''));
  };
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(tags(text)).toEqual(tags('plain'));
    }),
    { numRuns: 60 },
  );
});
