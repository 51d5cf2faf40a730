import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { junitXml } from '../../../../src/lab/report/junit.ts';
import { sampleCell, sampleMitigation, sampleReport, skippedCell, variedReport } from './sample-report.ts';

test('each cell and each mitigation is a testcase', () => {
  const xml = junitXml(
    sampleReport([
      sampleCell({
        mitigations: [sampleMitigation(), sampleMitigation({ name: 'GOFLAGS="-x" & <y>', verdict: 'fails', hits: 2 })],
      }),
    ]),
  );
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="unlatch">
      <testsuite name="modcache-rename" tests="3" failures="1" errors="0" skipped="0" time="5.123">
        <testcase classname="modcache-rename" name="go 1.26.8, docker: go fails on a cold module cache when a rename there returns EBUSY." time="5.123"><system-out>reproduced: tidy.0 wrote: rename a.tmp a: device or resource busy</system-out></testcase>
        <testcase classname="modcache-rename" name="go 1.26.8, docker: mitigation: download before the workers start" time="0.000"><system-out>holds, 0 hits: avoids it: no worker wrote it</system-out></testcase>
        <testcase classname="modcache-rename" name="go 1.26.8, docker: mitigation: GOFLAGS=&quot;-x&quot; &amp; &lt;y&gt;" time="0.000"><failure message="does not help, expected: holds">no worker wrote it</failure></testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test('a difference is a failure, an inconclusive cell an error, and a skip names the missing capability', () => {
  const xml = junitXml(variedReport);
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).toContain(
    '<failure message="not reproduced, expected: reproduced">connect returned after 12 ms</failure>',
  );
  expect(xml).toContain('<error message="inconclusive">the image is missing</error>');
  expect(xml).toContain('<skipped message="missing: ptrace"/>');
});

// Law: a mitigation of a baseline that showed nothing is untested, never holds.
test('an untested mitigation is not a passed test', () => {
  expect(junitXml(variedReport)).toContain('<skipped message="untested: no symptom in the baseline"/>');
});

test('a cell marked not as expected fails, even without a differing verdict', () => {
  expect(junitXml(sampleReport([sampleCell({ asExpected: false })]))).toContain('failures="1"');
});

test('an empty report is valid too', () => {
  expect(XMLValidator.validate(junitXml(sampleReport([])))).toBe(true);
});

test('no worker output breaks the XML', () => {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const baseline = { present: 0, absent: 1, unknown: 0, hits: 0, why: `<${text}` };
      const xml = junitXml(
        sampleReport([
          sampleCell({
            claim: text,
            verdict: 'not-reproduced',
            baseline,
            mitigations: [sampleMitigation({ name: text })],
          }),
          skippedCell({ skipped: text, runtime: 'host' }),
        ]),
      );
      // https://www.w3.org/TR/xml/#charsets
      expect(xml).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(XMLValidator.validate(xml)).toBe(true);
      const cases = parser.parse(xml).testsuites.testsuite.testcase;
      expect(cases).toHaveLength(3);
      expect(cases[0].failure['@_message']).toBe('not reproduced, expected: reproduced');
    }),
  );
});
