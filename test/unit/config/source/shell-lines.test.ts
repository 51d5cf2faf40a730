import { expect, test } from 'vitest';
import { shellLines } from '../../../../src/config/source/shell-lines.ts';

const declarations = (text: string) => {
  const { variables, goFlags, versions } = shellLines(text, 'ci', (offset) => ({
    file: 'f',
    line: 1,
    column: offset + 1,
  }));
  return [
    ...variables.map(({ name, value, place }) => `${name}=${value} at ${place.column}`),
    ...goFlags.flatMap(({ setting, flags }) => flags.map(({ text: flag }) => `${setting}: ${flag}`)),
    ...versions.map(({ tool, version }) => `${tool} ${version}`),
  ];
};

test.each([
  ['echo GOFLAGS=-mod=mod >> $GITHUB_ENV', ['GOFLAGS=-mod=mod at 1']],
  ['echo "GOFLAGS=-mod=mod -tags=a" >> "$GITHUB_ENV"', ['GOFLAGS=-mod=mod -tags=a at 1']],
  ["x; echo 'GOCACHE=/c'>>${GITHUB_ENV}", ['GOCACHE=/c at 4']],
  ['echo GOFLAGS=-mod=mod', []],
  ['echo GOFLAGS=-mod=mod >> $GITHUB_OUTPUT', []],
  ['echo GOFLAGS=-a\necho x >> $GITHUB_ENV', []],
  ['go env -w GOFLAGS=-mod=vendor && go build', ['GOFLAGS=-mod=vendor at 1']],
  ["go env -w 'GOFLAGS=-mod=mod -x'", ['GOFLAGS=-mod=mod -x at 1']],
  ['go test -race -mod=mod ./...', ['go test -race: -mod=mod']],
  ['# go test -mod=mod ./...\n  # go env -w GOFLAGS=-x', []],
  ['go test ./... # not -mod=mod', []],
  ['go mod tidy -mod=mod', []],
  ['go install golang.org/x/tools/gopls@v0.24.0 golang.org/x/tools/gopls@latest', ['gopls 0.24.0']],
] as const)('%j', (text, expected) => {
  expect(declarations(text)).toEqual(expected);
});

test('a megabyte in one line is read, however often it begins anew', () => {
  for (const piece of ['go test ', 'go env -w "GOFLAGS=', 'echo GOFLAGS=a ', 'golang.org/x/tools/gopls@v1', ' ', '#']) {
    expect(declarations(piece.repeat((1 << 20) / piece.length)).length).toBeLessThanOrEqual(1 << 20);
  }
});
