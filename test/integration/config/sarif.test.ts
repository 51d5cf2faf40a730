/** The SARIF of findings of every kind is valid against OASIS's schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { sarif } from '../../../src/config/sarif.ts';
import { judged } from './judged.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'sarif-schema-2.1.0.json'), 'utf8'));
const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv as never);
const validate = ajv.compile(schema);

test('without findings', () => {
  expect(validate(sarif([], '1.0.0'))).toBe(true);
});

test('with findings, in files whose names are no URIs', async () => {
  const findings = await judged({
    'go.mod': 'module m\n\ngo 1.26\n',
    '.vscode/settings.json': '{ "go.languageServerFlags": ["-listen=:1", "-remote=auto"] ',
    '.github/workflows/mit Leerzeichen & 100 %.yml':
      'env: { GOCACHE: a }\njobs: { a: { steps: [{ uses: actions/setup-go@v6, with: { go-version: 1.20 } }] } }\n',
  });
  expect(new Set(findings.map(({ id }) => id)).size).toBe(5);
  const document = sarif(findings, '1.0.0');
  validate(document);
  expect(validate.errors).toBeNull();
  const text = JSON.stringify(document);
  expect(text).toContain('"uri":".github/workflows/mit%20Leerzeichen%20%26%20100%20%25.yml"');
  for (const { place, severity } of findings) {
    expect(text).toContain(`"startLine":${place.line}`);
    expect(text).toContain(`"level":"${severity}"`);
  }
});

test('the schema does refuse something', () => {
  expect(validate({ ...sarif([], '1.0.0'), version: '2.0.0' })).toBe(false);
});
