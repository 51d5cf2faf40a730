import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import matchers from '../../../src/action/problem-matcher.json' with { type: 'json' };
import { aRealGo } from '../lab/a-real-go.ts';

const pattern = matchers.problemMatcher[0]?.pattern[0];
if (pattern === undefined) throw new Error('there is no pattern');
const regexp = new RegExp(pattern.regexp);

function problemsIn(output: string) {
  return output.split('\n').flatMap((line) => {
    const match = regexp.exec(line);
    if (match === null) return [];
    const [file, at, column, message] = [pattern?.file, pattern?.line, pattern?.column, pattern?.message].map(
      (index) => match[index ?? 0],
    );
    return [{ file, line: Number(at), column: column === undefined ? null : Number(column), message }];
  });
}

test('what go build, go vet and a broken go.mod say is recognised, with its place', async () => {
  const { go } = await aRealGo();
  const dir = await mkdtemp(join(tmpdir(), 'matcher-'));
  try {
    const says = (...args: string[]) => {
      const { stdout, stderr } = spawnSync(join(go.goroot, 'bin/go'), args, {
        cwd: dir,
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          HOME: dir,
          GOTOOLCHAIN: 'local',
          GOTELEMETRY: 'off',
          GOFLAGS: '',
          GOWORK: 'off',
        },
      });
      return problemsIn(`${stdout}${stderr}`);
    };
    await writeFile(join(dir, 'go.mod'), 'module m\n\ngo 1.21\n');
    await writeFile(join(dir, 'm.go'), 'package m\n\nfunc F() int { return x }\n');
    const undefinedX = { file: './m.go', line: 3, column: 23, message: 'undefined: x' };
    expect(says('build', './...')).toEqual([undefinedX]);
    expect(says('vet', './...')).toEqual([undefinedX]);
    await writeFile(join(dir, 'go.mod'), 'module m\n\nnonsense\n');
    expect(says('build', './...')).toEqual([
      { file: 'go.mod', line: 3, column: null, message: 'unknown directive: nonsense' },
    ]);
  } finally {
    spawnSync('chmod', ['-R', 'u+w', dir]);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
});

test.each([
  ['    m_test.go:12: got 1, want 2', 'm_test.go', 12],
  ['C:\\work\\m.go:7:2: declared and not used: x', 'C:\\work\\m.go', 7],
  ['a folder/m.go:3:1: syntax error', 'a folder/m.go', 3],
])('%j is a problem in %s', (line, file, at) => {
  expect(problemsIn(line)).toMatchObject([{ file, line: at }]);
});

test.each([
  'ok  \texample.com/m\t0.3s',
  '2026/01/02 15:04:05 main.go:12: a line of the log',
  'go: downloading example.com/dep v1.0.0',
  '\t/usr/lib/go/src/runtime/panic.go:884 +0x212',
])('%j is none', (line) => {
  expect(problemsIn(line)).toEqual([]);
});
