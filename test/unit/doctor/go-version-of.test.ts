import { expect, test } from 'vitest';
import { goVersionOf } from '../../../src/doctor/facts/go/go-offline.ts';

test.each([
  ['a release', 'go1.26.8', 'go1.26.8'],
  ["a release candidate, in go version's words", 'go version go1.27rc2 linux/amd64', 'go1.27rc2'],
  ['a distribution', 'go1.19.8 (Red Hat 1.19.8-2.el9)', 'go1.19.8'],
  ['a development build', 'go1.28-devel_8a1bd4e0c2 Thu Nov 26 08:00:00 2026 +0000', 'go1.28-devel_8a1bd4e0c2'],
  ['its compiler', 'compile version go1.28-devel_2345678901 Mon Nov 30 08:00:00 2026', 'go1.28-devel_2345678901'],
  ['one of Go 1.24 or older', 'devel go1.24-8a1bd4e0c2 Thu Nov 26 08:00:00 2026 +0000', 'go1.24-8a1bd4e0c2'],
  ['something else', 'no such tool "compile"', null],
])('%s', (_what, text, version) => expect(goVersionOf(text)).toBe(version));
