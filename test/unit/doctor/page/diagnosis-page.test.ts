import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../src/doctor/judge/diagnose.ts';
import { diagnosisPage } from '../../../../src/doctor/page/diagnosis-page.ts';
import { parseSnapshot } from '../../../../src/doctor/parse-snapshot.ts';
import { stepText } from '../../../../src/doctor/remedy/remedy.ts';
import { escapeHtml } from '../../../../src/page/escape-html.ts';
import { aSnapshot } from '../an-empty-snapshot.ts';

const folder = join(import.meta.dirname, '../snapshots');
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const read = (name: string) => parseSnapshot(name, readFileSync(join(folder, `${name}.json`), 'utf8'));
const extras = { unlatch: '1.0.0', lines: [], docsOf: (id: string) => `docs/findings/${id}.md` };

describe.each(names)('the page of %s', (name) => {
  const snapshot = read(name);
  const diagnosis = diagnose(snapshot);
  const page = diagnosisPage(snapshot, diagnosis, extras);

  test('has the verdict, each finding and each step of its remedy', () => {
    expect(page).toContain(`<strong>${escapeHtml(diagnosis.verdict)}</strong>`);
    for (const { id, summary, remedy } of diagnosis.findings) {
      expect(page).toContain(`</span> ${id}</h3>\n<p>${escapeHtml(summary)}</p>`);
      for (const step of remedy) expect(page).toContain(escapeHtml(stepText(step)));
    }
  });

  test('asks for nothing, and runs nothing', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe)|\bsrc=|\bhref="(?!#)|url\(|@import/);
  });
});

test('a finding names its page, as a link where it has an address', () => {
  const snapshot = read('module-lock-held');
  const diagnosis = diagnose(snapshot);
  const [first] = diagnosis.findings;
  const pageWith = (address: string) => diagnosisPage(snapshot, diagnosis, { ...extras, docsOf: () => address });
  expect(diagnosisPage(snapshot, diagnosis, extras)).toContain(`More: docs/findings/${first?.id}.md</p>`);
  expect(pageWith('https://example.com/x')).toContain('<a href="https://example.com/x">https://example.com/x</a>');
  expect(pageWith('javascript:alert(1)')).not.toContain('href="javascript');
});

test('a lock is drawn between its waiter and its holder, and the cause is told apart', () => {
  const snapshot = read('module-lock-held');
  const page = diagnosisPage(snapshot, diagnose(snapshot), extras);
  expect(page).toMatch(
    /<b>`go list` \(pid \d+, 1 s\)<\/b><\/div><div class="arrow">↓ waits for the lock of example\.com\/dep@v1\.0\.0, held by<\/div><ul><li><div class="box stuck cause"><b>`sleep`/,
  );
});

test('a machine on which nothing runs has a page without a drawing', () => {
  const snapshot = aSnapshot([]);
  const page = diagnosisPage(snapshot, diagnose(snapshot), extras);
  expect(page).not.toContain('Who waits for whom');
  expect(page).toContain('unlatch 1.0.0, go1.26.0, linux 6.1, folder /nowhere, 2026-01-01T00:00:00.000Z');
});

test('what a program printed adds no tag', () => {
  const snapshot = read('orphan-go-list');
  const diagnosis = diagnose(snapshot);
  const tags = (text: string) => {
    const findings = diagnosis.findings.map((finding) => ({
      ...finding,
      id: text,
      summary: text,
      evidence: [text],
      source: text,
    }));
    const page = diagnosisPage(
      { ...snapshot, folder: text, unseen: [text] },
      { verdict: text, findings },
      { unlatch: text, lines: [text], docsOf: () => text },
    );
    return page.match(/<[^>]*>/g);
  };
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '\n') }), (text) => {
      expect(tags(text)).toEqual(tags('plain'));
    }),
    { numRuns: 50 },
  );
});
