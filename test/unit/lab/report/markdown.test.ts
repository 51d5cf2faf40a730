/** The report in Markdown, whatever the workers have said, and how it goes into another text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { escapeMarkdown, markdownReport, replaceGenerated } from '../../../../src/lab/report/markdown.ts';
import { verdictTable } from '../../../../src/lab/report/verdict-table.ts';
import { sampleCell, sampleMitigation, sampleReport, variedReport } from './sample-report.ts';

test('the report lists the unexpected first, then each scenario with its reasons', () => {
  expect(markdownReport(variedReport)).toMatchInlineSnapshot(`
    "## unlatch: verdicts

    **2 cells as expected, 1 differs, 1 inconclusive, 1 skipped**

    - ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected: reproduced. connect returned after 12 ms
    - ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image is missing

    ### flock-nfs

    Claim: flock is not exclusive over NFS.<br>Source: cmd/go/internal/modfetch/fetch.go, downloadZip

    | go (gopls) | runtime | verdict | present/absent/unknown | hits |
    | --- | --- | --- | --- | ---: |
    | 1.26.8 | host | – skipped, missing: ptrace |  |  |

    ### gopls-daemon-lock

    Claim: A stopped gopls daemon jams every editor that connects with -remote=auto, until its socket is deleted.<br>Source: https://github.com/golang/go/issues/1

    | go (gopls) | runtime | verdict | present/absent/unknown | hits |
    | --- | --- | --- | --- | ---: |
    | 1.26.8 (0.16.2) | docker, overlayfs | ? inconclusive | 0/0/3 |  |
    | 1.26.8 (0.21.1) | docker, overlayfs | ✗ not reproduced, expected: reproduced | 0/2/1 |  |

    <details><summary>Why</summary>

    - 1.26.8 (0.16.2), docker, baseline: the image is missing
    - 1.26.8 (0.21.1), docker, baseline: connect returned after 12 ms

    </details>

    ### modcache-rename

    Claim: go fails on a cold module cache when a rename there returns EBUSY.<br>Source: cmd/go/internal/modfetch/fetch.go, downloadZip

    | go (gopls) | runtime | verdict | present/absent/unknown | hits |
    | --- | --- | --- | --- | ---: |
    | 1.13.15 | docker, overlayfs | ✓ not reproduced | 0/3/0 | 0 |
    | ↳ download before the workers start |  | – untested: no symptom in the baseline | 0/0/0 |  |
    | 1.26.8 | docker, overlayfs | ✓ reproduced | 3/0/0 | 12 |
    | ↳ download before the workers start |  | ✓ holds, 0 hits: avoids it | 0/3/0 | 0 |
    | ↳ retry the rename |  | ✓ holds, 9 hits: survives it | 0/3/0 | 9 |
    | ↳ turn off the checksum database |  | – does not help, as expected | 3/0/0 | 12 |

    <details><summary>Why</summary>

    - 1.13.15, docker, baseline: no worker wrote it
    - 1.13.15, docker, download before the workers start: not run
    - 1.26.8, docker, baseline: tidy.0 wrote: rename a.tmp a: device or resource busy
    - 1.26.8, docker, download before the workers start: no worker wrote it
    - 1.26.8, docker, retry the rename: renamed at the second try
    - 1.26.8, docker, turn off the checksum database: tidy.0 wrote it again

    </details>

    unlatch 1.0.0, kernel 6.8.0, docker 29.1.0
    "
  `);
});

// Law: a mitigation of a baseline that showed nothing is untested, never holds.
test('without a symptom in the baseline no text says that a mitigation holds', () => {
  const cell = sampleCell({
    expect: 'not-reproduced',
    verdict: 'not-reproduced',
    mitigations: [sampleMitigation({ expect: 'untested', verdict: 'untested' })],
  });
  for (const text of [verdictTable(sampleReport([cell])), markdownReport(sampleReport([cell]))]) {
    expect(text).toContain('untested: no symptom in the baseline');
    expect(text).not.toContain('holds');
  }
});

test('pipes, backticks and dollar signs are shown as they are', () => {
  expect(escapeMarkdown('a|b `c` \\| $X\n<d>')).toBe('a\\|b \\`c\\` \\\\\\| <span>$</span>X \\<d\\>');
});

test('no worker output breaks a table: each row keeps its columns', () => {
  const shape = (markdown: string) =>
    markdown.split('\n').map((line) => (line.startsWith('|') ? line.replace(/\\./gu, '').split('|').length : 0));
  const render = (text: string) => {
    const report = sampleReport([
      sampleCell({
        claim: text,
        baseline: { present: 1, absent: 0, unknown: 0, hits: 1, why: text },
        mitigations: [sampleMitigation({ name: text, why: text })],
      }),
    ]);
    return [shape(markdownReport(report)), shape(verdictTable(report))];
  };
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('|', '\\', '`', '\n', 'a') }),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(render(text)).toEqual(render('plain'));
    }),
  );
});

test('generated text goes between the markers, and nothing else changes', () => {
  const readme = '# x\n<!-- verdicts:begin -->\nold\n<!-- verdicts:end -->\ny $& z\n';
  const replaced = replaceGenerated(readme, 'verdicts', "| $' $& |\n");
  expect(replaced).toBe("# x\n<!-- verdicts:begin -->\n\n| $' $& |\n\n<!-- verdicts:end -->\ny $& z\n");
  expect(replaceGenerated(replaced, 'verdicts', "| $' $& |\n")).toBe(replaced);
});

test.each([
  'no markers',
  '<!-- verdicts:begin --> only',
  '<!-- verdicts:end --><!-- verdicts:begin -->',
  '<!-- verdicts:begin --><!-- verdicts:end --><!-- verdicts:begin --><!-- verdicts:end -->',
])('a README without exactly one pair of markers is refused: %s', (readme) => {
  expect(() => replaceGenerated(readme, 'verdicts', 'x')).toThrow(UserError);
});

describe('a report that is too long for a job summary', () => {
  const many = (count: number) => {
    const cells = Array.from({ length: count }, (_, index) => sampleCell({ scenario: `s-${index}` }));
    return sampleReport([...cells, ...variedReport.cells]);
  };

  test.each([
    [400, 'the reasons of what is as expected'],
    [200, 'the tables of what is as expected'],
  ])('of %d bytes a cell leaves out %s, says so, and keeps the surprises', (bytes, left) => {
    const report = many(300);
    const text = markdownReport(report, { mostBytes: bytes * 300 });
    expect(text).toContain(`_Left out, to fit into a job summary: ${left}.`);
    expect(text).toContain('connect returned after 12 ms');
    expect(text).toContain('### gopls-daemon-lock');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes * 300);
  });

  test('is below the limit even where the surprises alone are above it', () => {
    const why = 'ü'.repeat(5000);
    const odd = Array.from({ length: 300 }, (_, index) =>
      sampleCell({
        scenario: `s-${index}`,
        verdict: 'inconclusive',
        baseline: { present: 0, absent: 0, unknown: 1, hits: null, why },
      }),
    );
    const text = markdownReport(sampleReport(odd));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toContain('all tables, and some of the surprises');
    expect(text).toContain('s-0 ');
    expect(text).toContain('0 cells as expected, 0 differ, 300 inconclusive');
  });

  test('and one that is not is whole', () => {
    expect(markdownReport(variedReport)).not.toContain('Left out');
  });
});

test('a timeline and what is wrong with the report stand before the tables', () => {
  const text = markdownReport(variedReport, { remarks: ['missing: a'], timeline: 'DRAWN' });
  expect(text.indexOf('- ✗ missing: a')).toBeGreaterThan(0);
  expect(text.indexOf('DRAWN')).toBeGreaterThan(text.indexOf('missing: a'));
  expect(text.indexOf('###')).toBeGreaterThan(text.indexOf('DRAWN'));
});
