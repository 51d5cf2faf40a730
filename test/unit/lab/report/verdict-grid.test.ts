/** The table of verdicts on a terminal, at any width. */
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import pico from 'picocolors';
import { expect, test } from 'vitest';
import { runSummary } from '../../../../src/lab/report/run-summary.ts';
import { verdictGrid } from '../../../../src/lab/report/verdict-grid.ts';
import { sampleCell, sampleMitigation, skippedCell, variedReport } from './sample-report.ts';

const plain = pico.createColors(false);
const colourful = pico.createColors(true);

test('the table at 80 columns', () => {
  expect(verdictGrid(variedReport.cells, 80, plain)).toMatchInlineSnapshot(`
    "┌───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┐
    │ scenario          │ go       │ runtime │ verdict           │ present/ │ hits │
    │                   │ (gopls)  │         │                   │ absent/  │      │
    │                   │          │         │                   │ unknown  │      │
    ├───────────────────┴──────────┴─────────┴───────────────────┴──────────┴──────┤
    │ flock is not exclusive over NFS.                                             │
    ├───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┤
    │ flock-nfs         │ 1.26.8   │ host    │ – skipped,        │          │      │
    │                   │          │         │ missing: ptrace   │          │      │
    ├───────────────────┴──────────┴─────────┴───────────────────┴──────────┴──────┤
    │ A stopped gopls daemon jams every editor that connects with                  │
    │ -remote=auto, until its socket is deleted.                                   │
    ├───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┤
    │ gopls-daemon-lock │ 1.26.8   │ docker  │ ? inconclusive    │ 0/0/3    │      │
    │                   │ (0.16.2) │         │                   │          │      │
    ├───────────────────┼──────────┼─────────┼───────────────────┼──────────┼──────┤
    │ gopls-daemon-lock │ 1.26.8   │ docker  │ ✗ not reproduced, │ 0/2/1    │      │
    │                   │ (0.21.1) │         │ expected:         │          │      │
    │                   │          │         │ reproduced        │          │      │
    ├───────────────────┴──────────┴─────────┴───────────────────┴──────────┴──────┤
    │ go fails on a cold module cache when a rename there returns EBUSY.           │
    ├───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┤
    │ modcache-rename   │ 1.13.15  │ docker  │ ✓ not reproduced  │ 0/3/0    │    0 │
    ├───────────────────┴──────────┴─────────┼───────────────────┼──────────┼──────┤
    │   ↳ download before the workers start  │ – untested: no    │ 0/0/0    │      │
    │                                        │ symptom in the    │          │      │
    │                                        │ baseline          │          │      │
    ├───────────────────┬──────────┬─────────┼───────────────────┼──────────┼──────┤
    │ modcache-rename   │ 1.26.8   │ docker  │ ✓ reproduced      │ 3/0/0    │   12 │
    ├───────────────────┴──────────┴─────────┼───────────────────┼──────────┼──────┤
    │   ↳ download before the workers start  │ ✓ holds, 0 hits:  │ 0/3/0    │    0 │
    │                                        │ avoids it         │          │      │
    ├────────────────────────────────────────┼───────────────────┼──────────┼──────┤
    │   ↳ retry the rename                   │ ✓ holds, 9 hits:  │ 0/3/0    │    9 │
    │                                        │ survives it       │          │      │
    ├────────────────────────────────────────┼───────────────────┼──────────┼──────┤
    │   ↳ turn off the checksum database     │ – does not help,  │ 3/0/0    │   12 │
    │                                        │ as expected       │          │      │
    └────────────────────────────────────────┴───────────────────┴──────────┴──────┘
    ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected:
      reproduced. connect returned after 12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image
      is missing
    reproduced: the symptom that the claim names showed · not reproduced: it did not
      show · inconclusive: the trials prove neither · skipped: something that it
      needs is missing here · hits: how often the fault struck · untested: without
      the symptom there is nothing to help against
    present/absent/unknown: the trials in which the symptom showed, did not show,
      could not be told
    2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    "
  `);
});

test('colour changes nothing but the colour', () => {
  const coloured = verdictGrid(variedReport.cells, 80, colourful);
  expect(coloured).not.toBe(stripVTControlCharacters(coloured));
  expect(stripVTControlCharacters(coloured)).toBe(verdictGrid(variedReport.cells, 80, plain));
});

test('a narrow window has a list in place of a table', () => {
  expect(verdictGrid(variedReport.cells, 60, plain)).toMatchInlineSnapshot(`
    "flock-nfs: flock is not exclusive over NFS.
      – go 1.26.8, host: skipped, missing: ptrace
    gopls-daemon-lock: A stopped gopls daemon jams every editor
      that connects with -remote=auto, until its socket is
      deleted.
      ? go 1.26.8, gopls 0.16.2, docker: inconclusive (0/0/3)
      ✗ go 1.26.8, gopls 0.21.1, docker: not reproduced,
        expected: reproduced (0/2/1)
    modcache-rename: go fails on a cold module cache when a
      rename there returns EBUSY.
      ✓ go 1.13.15, docker: not reproduced (0/3/0, 0 hits)
        – download before the workers start: untested: no
          symptom in the baseline (0/0/0)
      ✓ go 1.26.8, docker: reproduced (3/0/0, 12 hits)
        ✓ download before the workers start: holds, 0 hits:
          avoids it (0/3/0, 0 hits)
        ✓ retry the rename: holds, 9 hits: survives it (0/3/0, 9
          hits)
        – turn off the checksum database: does not help, as
          expected (3/0/0, 12 hits)
    ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not
      reproduced, expected: reproduced. connect returned after
      12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker):
      inconclusive. the image is missing
    reproduced: the symptom that the claim names showed · not
      reproduced: it did not show · inconclusive: the trials
      prove neither · skipped: something that it needs is
      missing here · hits: how often the fault struck ·
      untested: without the symptom there is nothing to help
      against
    present/absent/unknown: the trials in which the symptom
      showed, did not show, could not be told
    2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    "
  `);
});

test('nothing exceeds the columns but a word that is wider, whatever the claims and names are', () => {
  const words = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 60, max: 200 }), (claim, name, columns) => {
      const cells = [
        sampleCell({ scenario: `s${name.replace(/\W/g, '')}`, claim, mitigations: [sampleMitigation({ name })] }),
        skippedCell({ skipped: name, gopls: '0.21.1' }),
      ];
      const lines = verdictGrid(cells, columns, plain).split('\n');
      for (const line of lines) {
        if (line.trim().includes(' ')) expect(line.length).toBeLessThanOrEqual(columns);
      }
      const rows = lines.filter((line) => /^[│┌├└]/u.test(line));
      expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});

test.each([60, 80, 200])('at %d columns the table and the summary break no word', (columns) => {
  const wordsOf = (text: string) => new Set(text.split(/[\s│─┌┐└┘├┤┬┴┼]+/u));
  const whole = wordsOf(verdictGrid(variedReport.cells, 1000, plain) + runSummary(variedReport.cells, 1000, plain));
  for (const text of [
    verdictGrid(variedReport.cells, columns, plain),
    runSummary(variedReport.cells, columns, plain),
  ]) {
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns);
    // What the list says otherwise than the table does: its own punctuation.
    expect([...wordsOf(text)].filter((word) => !whole.has(word.replace(/[(),:]+/g, '')) && !whole.has(word))).toEqual(
      [],
    );
  }
});
